import type { Incoming, Receive, Unreadable } from '../channel.ts';
import { waitUnless } from '../waiting.ts';
import { retryDelay } from './backoff.ts';
import { readUpdate } from './read-update.ts';
import type { ReceiverParts } from './receiver.ts';

/**
 * Stores one update, read or as it came, trying until it is stored: the platform does not give it a second time. When the
 * channel stops it is tried once more and then, if need be, given up. Resolves to whether it is stored; never rejects.
 */
export async function keep(
  update: unknown,
  receive: Receive,
  stop: AbortSignal,
  parts: ReceiverParts,
): Promise<boolean> {
  const reading = readUpdate(update, parts.names.known ?? []);
  if ('incoming' in reading) return store(reading.incoming, receive, stop, parts);
  parts.ignore(reading.ignored);
  const says = reading.ignored !== 'from a bot' && saysSomething(update);
  return !says || store({ unreadable: JSON.stringify(update) }, receive, stop, parts);
}

/** What an earlier version kept without being able to read it. */
export function reread(unreadable: string, { names }: Pick<ReceiverParts, 'names'>): Incoming | null {
  const reading = readUpdate(JSON.parse(unreadable), names.known ?? []);
  return 'incoming' in reading ? reading.incoming : null;
}

/** A platform that changes its words still sends objects with something in them. */
function saysSomething(update: unknown): boolean {
  return typeof update === 'object' && update !== null && Object.keys(update).length > 0;
}

async function store(
  delivered: Incoming | Unreadable,
  receive: Receive,
  stop: AbortSignal,
  parts: ReceiverParts,
): Promise<boolean> {
  for (let failures = 1; ; failures += 1) {
    const lastTry = stop.aborted;
    try {
      await receive(delivered);
      return true;
    } catch (error) {
      const fields = { bot: parts.bot, key: 'key' in delivered ? delivered.key : 'unreadable', failures, err: error };
      if (lastTry) {
        parts.log.error(fields, 'update lost: not stored before shutdown');
        return false;
      }
      parts.health.bad('updates cannot be stored');
      parts.log.error(fields, 'storing an update failed, retrying');
      await waitUnless(stop, retryDelay(failures, parts.timing, parts.random));
    }
  }
}
