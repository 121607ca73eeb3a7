import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { UPLOAD_WORDS } from '../../wording/upload.ts';
import { renderUploadPage } from '../pages/upload-page.ts';

const FILE_LIMIT_BYTES = 20 * 1024 * 1024;
/** Room for the multipart frame around a file of the largest size. */
const FRAME_BYTES = 256 * 1024;
/** A browser shows an answer only when it could send all of its file: so much of one that is not wanted is read and dropped. */
const DRAINED_BYTES = 100 * 1024 * 1024;

export interface UploadParts {
  state(token: string): 'open' | 'used' | 'expired' | 'unknown';
  /** Takes the file; the sentence says what became of it. */
  take(token: string, name: string, bytes: Buffer): Promise<{ ok: boolean; sentence: string }>;
}

/** One-time pages for files that a chat app cannot send. The token is the only key; the page tells nothing else. */
export function uploadRoutes(parts: UploadParts): Hono {
  const routes = new Hono();
  routes.get('/upload/:token', (c) => {
    const state = parts.state(c.req.param('token'));
    return c.html(renderUploadPage(state === 'open' ? null : UPLOAD_WORDS[state]), state === 'open' ? 200 : 410);
  });
  routes.post(
    '/upload/:token',
    bodyLimit({
      maxSize: FILE_LIMIT_BYTES + FRAME_BYTES,
      async onError(c) {
        await drain(c.req.raw.body).catch(() => {});
        const state = parts.state(c.req.param('token') ?? '');
        if (state !== 'open') return c.html(renderUploadPage(UPLOAD_WORDS[state]), 410);
        return c.html(renderUploadPage(null, UPLOAD_WORDS.tooBig), 413);
      },
    }),
    async (c) => {
      const token = c.req.param('token');
      const state = parts.state(token);
      if (state !== 'open') {
        await drain(c.req.raw.body).catch(() => {});
        return c.html(renderUploadPage(UPLOAD_WORDS[state]), 410);
      }
      const form = await c.req.parseBody().catch(() => ({}) as Record<string, never>);
      const file = form.file;
      if (!(file instanceof File) || file.size === 0) return c.html(renderUploadPage(null, UPLOAD_WORDS.noFile), 400);
      const taken = await parts.take(token, file.name, Buffer.from(await file.arrayBuffer()));
      return taken.ok
        ? c.html(renderUploadPage(taken.sentence), 200)
        : c.html(renderUploadPage(null, taken.sentence), 422);
    },
  );
  return routes;
}

async function drain(body: ReadableStream<Uint8Array> | null): Promise<void> {
  let taken = 0;
  for await (const piece of body ?? []) {
    taken += piece.byteLength;
    if (taken > DRAINED_BYTES) return;
  }
}
