import type { Desk } from '../actions/desk.ts';
import type { DownloadState } from '../actions/download-link.ts';
import { downloadBytes, downloadState, takeDownload } from '../actions/download-link.ts';
import type { Clock } from '../clock.ts';
import type { DownloadParts, DownloadView } from '../web/routes/download.ts';
import { sayTaken } from '../wording/download.ts';

/** What the download pages stand on. */
export function createDownloads(desk: Desk, clock: Clock): DownloadParts {
  const view = (link: DownloadState): DownloadView =>
    link.state === 'taking' ? { ...link, note: sayTaken(link.until, desk.zone) } : link;
  return {
    state: (token) => view(downloadState(desk, token, clock.now())),
    take: (token) => view(takeDownload(desk, token, clock.now())),
    bytes: (token) => downloadBytes(desk, token, clock.now()),
  };
}
