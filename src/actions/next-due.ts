import type { Instant } from '../domain/calendar.ts';
import { nextDigestAfter } from '../domain/digest-time.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import type { Store } from '../store/store.ts';
import { nextOwnHourAfter } from './own-hour.ts';
import { nextStandInAfter } from './stand-in.ts';

/** The next moment after `now` at which the bot has something to say of its own accord, as far as the clock alone decides. */
export function nextDueAfter(store: Store, rules: RuleBook, now: Instant): Instant | null {
  const moments = [
    store.milestones.nextDueAfter(now),
    store.promises.nextAfter(now),
    store.ownReminders.nextAfter(now),
    nextStandInAfter({ store, zone: rules.calendar.zone }, now),
    nextOwnHourAfter({ store, zone: rules.calendar.zone }, now),
    store.assignments.nextAfter(now),
    store.notices.nextAfter(now),
    nextDigestAfter(rules.policy, rules.calendar, now),
  ];
  const ahead = moments.filter((moment) => moment !== null);
  return ahead.length === 0 ? null : Math.min(...ahead);
}
