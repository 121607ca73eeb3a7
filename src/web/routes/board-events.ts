import type { Context } from 'hono';
import { eventStream, eventText } from '../event-stream.ts';

const POLL_MS = 3_000;

interface Changes {
  revision(): string;
  /** Looked at each time: whoever lost their role hears nothing more. */
  isStillIn(): boolean;
  pollMs?: number;
}

/**
 * Server-sent events: `change` when anything was done since the browser last heard or, at first, since its page was made (`?seen=`);
 * `over` when the session has ended, after which the stream does too.
 */
export function streamChanges(c: Context, { revision, isStillIn, pollMs = POLL_MS }: Changes): Response {
  let seen = c.req.header('last-event-id') ?? c.req.query('seen') ?? revision();
  return eventStream(c, ({ send, end, guard }) => {
    const look = guard(() => {
      if (!isStillIn()) {
        send(eventText('over', {}));
        return end();
      }
      const now = revision();
      if (now !== seen) send(eventText('change', {}, now));
      seen = now;
    });
    const timer = setInterval(look, pollMs);
    return () => clearInterval(timer);
  });
}
