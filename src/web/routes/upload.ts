import type { Context } from 'hono';
import { Hono } from 'hono';
import { UPLOAD_WORDS } from '../../wording/upload.ts';
import { renderUploadPage } from '../pages/upload-page.ts';
import { drain, receiveFile } from '../receive-file.ts';

/** When to come back where others are uploading. */
const RETRY_S = 120;

/** One file being handed in. From the first byte on nobody else can use its page. */
export interface Upload {
  write(piece: Uint8Array): void;
  /** Takes what came; the sentence says what became of it. */
  finish(name: string): Promise<{ ok: boolean; sentence: string }>;
  /** Lets go of the page, and of what came unless it was taken. */
  release(): void;
}

export const UPLOAD_REFUSALS = { used: 410, expired: 410, unknown: 410, inUse: 409, crowded: 503, quota: 422 } as const;
export type UploadRefusal = keyof typeof UPLOAD_REFUSALS;

export interface UploadParts {
  state(token: string): 'open' | 'used' | 'expired' | 'unknown';
  begin(token: string): { upload: Upload } | { refusal: UploadRefusal };
}

/** One-time pages for files that a chat app cannot send. The token is the only key; the page tells nothing else. */
export function uploadRoutes(parts: UploadParts): Hono {
  const routes = new Hono();
  routes.get('/upload/:token', (c) => {
    const state = parts.state(c.req.param('token'));
    return c.html(renderUploadPage(state === 'open' ? null : UPLOAD_WORDS[state]), state === 'open' ? 200 : 410);
  });
  routes.post('/upload/:token', async (c) => {
    const begun = parts.begin(c.req.param('token'));
    if ('refusal' in begun) return refuse(c, begun.refusal);
    const { upload } = begun;
    try {
      return await take(c, upload);
    } finally {
      upload.release();
    }
  });
  return routes;
}

async function take(c: Context, upload: Upload): Promise<Response> {
  let size = 0;
  const received = await receiveFile(c.req.raw, (piece) => {
    size += piece.length;
    upload.write(piece);
  });
  if (received.isTooBig) return refuseSize(c, upload);
  if (received.name === null || size === 0) return c.html(renderUploadPage(null, UPLOAD_WORDS.noFile), 400);
  const taken = await upload.finish(received.name);
  return taken.ok ? c.html(renderUploadPage(taken.sentence), 200) : c.html(renderUploadPage(null, taken.sentence), 422);
}

/** What is not wanted is read to its end all the same: a browser shows no answer before. Others need not wait for that. */
async function refuseSize(c: Context, upload: Upload): Promise<Response> {
  upload.release();
  await drain(c.req.raw);
  return c.html(renderUploadPage(null, UPLOAD_WORDS.tooBig), 413);
}

async function refuse(c: Context, refusal: UploadRefusal): Promise<Response> {
  await drain(c.req.raw);
  if (refusal === 'crowded') c.header('Retry-After', String(RETRY_S));
  return c.html(renderUploadPage(UPLOAD_WORDS[refusal]), UPLOAD_REFUSALS[refusal]);
}
