import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What any platform may do instead of answering properly, or around it. */
export type Mood =
  | 'hang'
  | 'reset'
  | 'html'
  | { status: number; body: unknown }
  | { delayMs: number }
  /** The call takes effect, and then no answer comes, half of it, or something else. */
  | { afterAccept: Instead };

export type Instead = 'hang' | 'reset' | 'cut' | { status: number; body: unknown };

export type Params = Readonly<Record<string, unknown>>;

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed || response.writableEnded) return;
  const words = typeof body === 'string';
  response.writeHead(status, { 'content-type': words ? 'text/html' : 'application/json' });
  response.end(words ? body : JSON.stringify(body));
}

/** What comes in place of the true answer; `cut`: the line ends in the middle of it. */
export function answerInstead(how: Instead, response: ServerResponse, truth: unknown): void {
  if (typeof how === 'object') return answerJson(response, how.status, how.body);
  if (how !== 'cut') return breakOff(how, response);
  const whole = JSON.stringify(truth);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(whole) });
  response.write(whole.slice(0, whole.length / 2), () => response.destroy());
}

/** Breaks the line: with a TCP reset, or by never answering. */
export function breakOff(how: 'hang' | 'reset', response: ServerResponse): void {
  if (how === 'reset') response.socket?.resetAndDestroy();
}

/** A server on a free port of this machine. */
export async function listen(handle: RequestListener): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Waits for what a fake comes to, looked at whenever it changes. */
export function createWatch() {
  const watchers = new Set<() => void>();
  return {
    changed(): void {
      for (const watcher of [...watchers]) watcher();
    },
    until<Fake, T>(fake: Fake, predicate: (fake: Fake) => T | false | null | undefined, timeoutMs = 5_000): Promise<T> {
      return new Promise((resolve, reject) => {
        const finish = () => {
          clearInterval(ticking);
          clearTimeout(timer);
          watchers.delete(look);
        };
        const look = () => {
          const value = predicate(fake);
          if (value === false || value === null || value === undefined) return;
          finish();
          resolve(value);
        };
        // Looked at on every change, and now and then for what changes outside.
        const ticking = setInterval(look, 5);
        const timer = setTimeout(() => {
          finish();
          reject(new Error(`did not come about within ${timeoutMs} ms: ${predicate}`));
        }, timeoutMs);
        watchers.add(look);
        look();
      });
    },
  };
}
