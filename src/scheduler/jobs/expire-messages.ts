import type { Store } from '../../store/store.ts';
import type { Job } from '../job.ts';

/** Gives up messages that are of no use any more. */
export function expireMessagesJob(store: Store): Job {
  return { name: 'expire-messages', run: (now) => ({ expired: store.outbox.expire(now) }) };
}
