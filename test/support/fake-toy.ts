import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Incoming } from '../../src/channels/channel.ts';

/**
 * The platform at the other end of `test/channels/toy-platform.ts`: POST /TOKEN/updates gives what is not yet called
 * stored, in the house's own form; /stored takes one of them, /send a message.
 */
export async function startFakeToy(token: string) {
  const waiting: Incoming[] = [];
  const sent: { chat: string; text: string }[] = [];
  const script: number[] = [];
  let last: Incoming | null = null;
  let count = 0;
  let isBroken = false;

  function answer(path: string, body: { key?: string; chat?: string; text?: string }): unknown {
    if (path === 'updates') return isBroken ? 503 : waiting;
    if (path === 'stored') {
      const at = waiting.findIndex(({ key }) => key === body.key);
      return at < 0 ? 404 : waiting.splice(at, 1);
    }
    const status = script.shift() ?? 200;
    if (status !== 200) return status;
    sent.push({ chat: String(body.chat), text: String(body.text) });
    return String(sent.length);
  }

  const server = createServer(async (request, response) => {
    const [, given, path = ''] = (request.url ?? '').split('/');
    const body = (await json(request)) as object;
    const result = given === token ? answer(path, body) : 401;
    response.statusCode = typeof result === 'number' ? result : 200;
    response.end(JSON.stringify(result));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    say(chat: string, text: string): void {
      count += 1;
      const rest = { chatKind: 'private', picked: false, files: [], unsupported: false, addressed: true } as const;
      last = { ...rest, key: `u${count}`, chat, sender: chat, senderName: chat, text };
      waiting.push(last);
    },
    /** Brings the last update once more. */
    again(): void {
      if (last !== null) waiting.push(last);
    },
    isTold: (): boolean => waiting.length === 0,
    /** The next sends are answered with these HTTP statuses. */
    failNext: (...statuses: readonly number[]): void => void script.push(...statuses),
    break(broken: boolean): void {
      isBroken = broken;
    },
    close(): Promise<void> {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}
