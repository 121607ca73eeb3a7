import type { Instant } from '../domain/calendar.ts';
import type { FoundLink } from '../store/download-links.ts';
import type { OutboxRow } from '../store/outbox.ts';
import type { OutgoingFile } from '../wording/message.ts';
import type { Desk } from './desk.ts';
import { hashToken, newToken } from './secret-token.ts';

/** As long as an answer may take to get through, and then some. */
const PAGE_MS = 48 * 3600_000;
/** Zalo fetches a picture more than once, and slowly (a send may take 150 s). */
const PICTURE_MS = 15 * 60_000;
/** How long the file can be fetched once the button was pressed: a connection may break, a phone's download manager asks anew. */
const TAKING_MS = 10 * 60_000;

/** An address for the file of this message, written in the caller's transaction; null when the bot has no public address. */
export function offerDownload(
  desk: Desk,
  row: OutboxRow,
  { file, kind }: { file: OutgoingFile; kind: 'page' | 'picture' },
  now: Instant,
): { url: string; expiresAt: Instant } | null {
  if (desk.publicUrl === null) return null;
  const token = newToken(desk.random);
  const expiresAt = now + (kind === 'page' ? PAGE_MS : PICTURE_MS);
  const { id, name, mediaType } = file;
  const { chat, attempts: attempt } = row;
  const link = { kind, file: id, name, mediaType, outbox: row.id, chat, attempt, expiresAt };
  desk.store.downloadLinks.add(hashToken(token), link);
  return { url: `${desk.publicUrl}/download/${token}`, expiresAt };
}

/**
 * | state | what the address is good for |
 * | --- | --- |
 * | picture | the bytes, for whoever has the address |
 * | open | a page with a button, which begins the download |
 * | taking | the button was pressed: the bytes, until `until` |
 * | used, expired, unknown | nothing any more |
 */
export type DownloadState =
  | ({ state: 'picture' | 'open' } & FileView)
  | ({ state: 'taking'; until: Instant } & FileView)
  | { state: 'used' | 'expired' | 'unknown' };

interface FileView {
  name: string;
  mediaType: string;
  size: number;
}

export function downloadState(desk: Desk, token: string, now: Instant): DownloadState {
  const link = desk.store.downloadLinks.find(hashToken(token));
  // The chat may lead to somebody else by now, or to nobody.
  if (link === null || link.person !== link.chatPerson) return { state: 'unknown' };
  return stateOf(link, now);
}

function stateOf(link: FoundLink, now: Instant): DownloadState {
  const { name, mediaType, size, takenAt, expiresAt } = link;
  if (takenAt !== null) {
    const until = takenAt + TAKING_MS;
    return now < until ? { state: 'taking', name, mediaType, size, until } : { state: 'used' };
  }
  if (now >= expiresAt) return { state: 'expired' };
  return { state: link.kind === 'page' ? 'open' : 'picture', name, mediaType, size };
}

/** The button of the page was pressed: from now on the file can be fetched, for some minutes. */
export function takeDownload(desk: Desk, token: string, now: Instant): DownloadState {
  return desk.store.transact(() => {
    if (downloadState(desk, token, now).state === 'open') desk.store.downloadLinks.take(hashToken(token), now);
    return downloadState(desk, token, now);
  });
}

/** The bytes, while they can be fetched. */
export function downloadBytes(desk: Desk, token: string, now: Instant): Buffer | null {
  const { state } = downloadState(desk, token, now);
  const link = desk.store.downloadLinks.find(hashToken(token));
  return link === null || (state !== 'picture' && state !== 'taking') ? null : desk.store.storedFiles.bytes(link.file);
}
