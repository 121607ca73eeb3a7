import type { Context } from 'hono';
import { Hono } from 'hono';
import { DOWNLOAD_WORDS } from '../../wording/download.ts';
import { fileHeaders } from '../file-headers.ts';
import { renderDownloadPage } from '../pages/download-page.ts';

interface FileView {
  name: string;
  mediaType: string;
  size: number;
}

/** See `DownloadState` of the actions; `note` is what the page says while the file can be fetched again. */
export type DownloadView =
  | ({ state: 'picture' | 'open' } & FileView)
  | ({ state: 'taking'; note: string } & FileView)
  | { state: 'used' | 'expired' | 'unknown' };

export interface DownloadParts {
  state(token: string): DownloadView;
  /** The button was pressed. */
  take(token: string): DownloadView;
  bytes(token: string): Buffer | null;
}

/**
 * One-time pages for files that a chat app cannot receive, and pictures that a platform fetches. Only the button of the page
 * uses it up: an app that looks at the address for its preview, a HEAD, a reload change nothing. The token is the only key.
 */
export function downloadRoutes(parts: DownloadParts): Hono {
  const routes = new Hono();
  routes.get('/download/:token', (c) => {
    const token = c.req.param('token');
    const view = parts.state(token);
    const bytes = view.state === 'picture' ? parts.bytes(token) : null;
    if (view.state === 'picture' && bytes !== null) return sendFile(c, view, bytes, 'inline');
    return sendPage(c, view);
  });
  routes.post('/download/:token', (c) => {
    const token = c.req.param('token');
    const view = parts.take(token);
    // On to an address of its own: apps' browsers and download managers ask for it anew, with GET. A relative one, for the
    // public address may have a path in front.
    return view.state === 'taking' ? c.redirect(`${encodeURIComponent(token)}/file`, 303) : sendPage(c, view);
  });
  routes.get('/download/:token/file', (c) => {
    const token = c.req.param('token');
    const view = parts.state(token);
    const bytes = view.state === 'taking' ? parts.bytes(token) : null;
    if (view.state === 'taking' && bytes !== null) return sendFile(c, view, bytes, 'attachment');
    return c.redirect(`../${encodeURIComponent(token)}`, 303);
  });
  return routes;
}

function sendFile(c: Context, file: FileView, bytes: Buffer, how: 'inline' | 'attachment') {
  return c.body(new Uint8Array(bytes), 200, fileHeaders(file, how));
}

function sendPage(c: Context, view: DownloadView) {
  if (view.state === 'open') return c.html(renderDownloadPage(view, null));
  if (view.state === 'taking') return c.html(renderDownloadPage(view, view.note));
  const sentence = view.state === 'picture' ? DOWNLOAD_WORDS.expired : DOWNLOAD_WORDS[view.state];
  return c.html(renderDownloadPage(null, sentence), 410);
}
