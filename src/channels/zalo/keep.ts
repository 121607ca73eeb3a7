import type { Incoming, Receive } from '../channel.ts';
import { waitUnless } from '../waiting.ts';
import { retryDelay } from './backoff.ts';
import type { IntakeParts } from './intake-parts.ts';

/**
 * Stores an update, trying until it is stored: the platform does not give it a second time. When the channel stops it is
 * tried once more and then, if need be, given up. Resolves to whether it is stored; never rejects.
 */
export async function keep(
  incoming: Incoming,
  receive: Receive,
  stop: AbortSignal,
  parts: IntakeParts,
): Promise<boolean> {
  for (let failures = 1; ; failures += 1) {
    const lastTry = stop.aborted;
    try {
      await receive(incoming);
      return true;
    } catch (error) {
      const fields = { bot: parts.bot, key: incoming.key, failures, err: error };
      if (lastTry) {
        parts.log.error(fields, 'an update could not be stored before the stop and is lost');
        return false;
      }
      parts.health.bad('updates cannot be stored');
      parts.log.error(fields, 'an update could not be stored, will try again');
      await waitUnless(stop, retryDelay(failures, parts.timing, parts.random));
    }
  }
}
