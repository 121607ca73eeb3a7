import type { Instant } from '../domain/calendar.ts';
import { forgottenBefore } from '../domain/retention.ts';
import type { Store } from '../store/store.ts';

/** '1' while the log of changes may still hold what was erased. */
const IN_LOG = 'erased_in_log';

/** What was deleted is gone from the log as well, soon. */
export function settleLogSoon(store: Store): void {
  store.facts.set(IN_LOG, '1');
}

/** Forgets a person within the caller's transaction; `finishErasures` does what has to come after it. */
export function beginErasure(store: Store, person: number, now: Instant): void {
  store.erasure.begin(person, now);
  store.storedFiles.dropUnused();
  settleLogSoon(store);
}

/** Forgets whoever holds no role any more and whoever never joined, once their time is over; how many. */
export function eraseOverdue(store: Store, now: Instant): { people: number; strangers: number } {
  return store.transact(() => {
    const people = [
      ...store.erasure.withoutRoleSince(forgottenBefore('formerMembers', now)),
      ...store.erasure.neverConfirmed(forgottenBefore('strangers', now)),
    ];
    for (const person of people) {
      beginErasure(store, person, now);
      store.audit.add(now, null, 'forget-person', `person:${person}`);
    }
    return { people: people.length, strangers: store.erasure.leaveStrangers(forgottenBefore('strangers', now), now) };
  });
}

/**
 * Finishes what withdrawals began: chats whose last answer has gone lose their address, and the database's log, which has
 * everything as it was, is emptied. Returns how many chats; what cannot be done yet is done the next time.
 */
export function finishErasures(store: Store, now: Instant): number {
  const chats = store.erasure.isUnfinished() ? store.transact(() => finish(store, now)) : 0;
  if (store.facts.get(IN_LOG) === '1' && store.settleLog()) store.facts.set(IN_LOG, '0');
  return chats;
}

function finish(store: Store, now: Instant): number {
  const chats = store.erasure.finish(now);
  if (chats > 0) settleLogSoon(store);
  return chats;
}
