import type { Instant } from '../domain/calendar.ts';
import type { Store } from '../store/store.ts';

/** The next moment after `now` at which the bot has something to say of its own accord, as far as the clock alone decides. */
export function nextDueAfter(store: Store, now: Instant): Instant | null {
  const moments = [store.milestones.nextDueAfter(now), store.promises.nextAfter(now)];
  const ahead = moments.filter((moment) => moment !== null);
  return ahead.length === 0 ? null : Math.min(...ahead);
}
