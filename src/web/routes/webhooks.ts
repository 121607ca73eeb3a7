import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Channel } from '../../channels/channel.ts';

const BODY_LIMIT_BYTES = 1024 * 1024;

/** Where the platforms deliver updates. The channel judges the secret and stores the update before it answers. */
export function webhookRoutes(channels: readonly Channel[], pathOf: (channel: Channel) => string): Hono {
  const routes = new Hono();
  for (const channel of channels) {
    if (channel.webhook === undefined) continue;
    const tooLong = async (c: Context) => {
      // Judged without its body, so that the channel counts it.
      await channel.webhook?.({ headers: c.req.header(), body: '' });
      return c.text('', 413);
    };
    routes.post(pathOf(channel), bodyLimit({ maxSize: BODY_LIMIT_BYTES, onError: tooLong }), async (c) => {
      const answer = await channel.webhook?.({ headers: c.req.header(), body: await c.req.text() });
      return c.body(answer?.body ?? '', (answer?.status ?? 404) as 200);
    });
  }
  return routes;
}
