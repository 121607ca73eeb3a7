import type { Context } from 'hono';
import { stream } from 'hono/streaming';

/** A sign of life, so that proxies do not take the silence for an end. */
const HEARTBEAT_MS = 15_000;
/** How soon a browser tries again after a cut. */
const RETRY_MS = 1_500;

/** What is sent to a browser that listens. */
export interface EventOut {
  send(text: string): void;
  /** Ends the stream once everything was sent. */
  end(): void;
  /** For what a timer does: thrown there, an error would end the process. Here it ends the stream, and the browser asks again. */
  guard(work: () => void): () => void;
}

/** Server-sent events until the browser goes. `follow` begins to send them and returns what stops it. */
export function eventStream(c: Context, follow: (out: EventOut) => () => void, heartbeatMs = HEARTBEAT_MS): Response {
  c.header('Content-Type', 'text/event-stream; charset=utf-8');
  c.header('Cache-Control', 'no-store');
  c.header('X-Accel-Buffering', 'no');
  // Nobody reads what would follow, nor ever ends it.
  if (c.req.method === 'HEAD') return c.body(null);
  return stream(c, async (out) => {
    const send = (text: string) => void out.write(text);
    const heartbeat = setInterval(() => send(': still here\n\n'), heartbeatMs);
    let stop = (): void => {};
    try {
      await new Promise<void>((resolve, reject) => {
        const guard = (work: () => void) => () => {
          try {
            work();
          } catch (error) {
            reject(error);
          }
        };
        out.onAbort(resolve);
        send(`retry: ${RETRY_MS}\n\n`);
        stop = follow({ send, end: resolve, guard });
      });
    } finally {
      stop();
      clearInterval(heartbeat);
    }
  });
}

/** One event; a browser that was cut off names the last `id` it saw in Last-Event-ID. */
export function eventText(name: string, data: object, id?: string | number): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
