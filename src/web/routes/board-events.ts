import type { Context } from 'hono';
import { stream } from 'hono/streaming';

const POLL_MS = 3_000;
/** A sign of life, so that proxies do not take the silence for an end. */
const HEARTBEAT_EVERY = 5;
/** How soon a browser tries again after a cut. */
const RETRY_MS = 3_000;

interface Changes {
  revision(): string;
  /** Looked at each time: whoever lost their role hears nothing more. */
  isStillIn(): boolean;
  pollMs?: number;
}

/** Server-sent events: `change` when anything was done, `over` when the session has ended, after which the stream does too. */
export function streamChanges(c: Context, { revision, isStillIn, pollMs = POLL_MS }: Changes): Response {
  c.header('Content-Type', 'text/event-stream; charset=utf-8');
  c.header('Cache-Control', 'no-store');
  c.header('X-Accel-Buffering', 'no');
  return stream(c, async (out) => {
    let seen = revision();
    let silent = 0;
    let timer: NodeJS.Timeout | undefined;
    const cut = new Promise<void>((resolve) => {
      out.onAbort(resolve);
      timer = setInterval(() => {
        if (!isStillIn()) {
          void out.write('event: over\ndata: {}\n\n').then(() => resolve());
          return;
        }
        const now = revision();
        silent = now === seen ? silent + 1 : 0;
        if (now !== seen) void out.write('event: change\ndata: {}\n\n');
        else if (silent % HEARTBEAT_EVERY === 0) void out.write(': still here\n\n');
        seen = now;
      }, pollMs);
    });
    try {
      await out.write(`retry: ${RETRY_MS}\n\n`);
      await cut;
    } finally {
      clearInterval(timer);
    }
  });
}
