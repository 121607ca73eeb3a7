import { Hono } from 'hono';
import type { Channel } from '../../channels/channel.ts';

const BODY_LIMIT_BYTES = 1024 * 1024;

/** Where the platforms deliver updates. The channel judges the secret before it asks for the body, and stores the update before it answers. */
export function webhookRoutes(channels: readonly Channel[], pathOf: (channel: Channel) => string): Hono {
  const routes = new Hono();
  for (const channel of channels) {
    if (channel.webhook === undefined) continue;
    routes.post(pathOf(channel), async (c) => {
      let read: string | null | undefined;
      const body = async (): Promise<string> => {
        read = await readUpTo(c.req.raw, BODY_LIMIT_BYTES);
        return read ?? '';
      };
      const answer = await channel.webhook?.({ headers: c.req.header(), body });
      // What was not read to its end is not waited for.
      if (typeof read !== 'string') c.header('Connection', 'close');
      if (read === null) return c.body('', 413);
      return c.body(answer?.body ?? '', (answer?.status ?? 404) as 200);
    });
  }
  return routes;
}

/** The body as text; null as soon as it is longer. */
async function readUpTo({ headers, body }: Request, most: number): Promise<string | null> {
  if (Number(headers.get('content-length') ?? 0) > most) return null;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.byteLength;
    if (size > most) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
