import type { Instant } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import { isOverdue } from '../domain/task.ts';
import { RESTORED_SEEN } from '../store/backup.ts';
import { RESTORED_WORDS, type SpokenStretch, sayRestored } from '../wording/restored.ts';
import type { Act, Desk } from './desk.ts';
import { may, nameOf } from './desk.ts';
import { type LostStretch, lostStretch } from './lost-stretch.ts';
import { openRounds } from './round-status.ts';
import { tellCoordinators } from './tell.ts';

const TOLD = 'restored_told';

export function spokenStretch({ zone }: Pick<Desk, 'zone'>, { from, to }: LostStretch): SpokenStretch {
  return { from, to, zone };
}

/** Tells the coordinators once that the database was restored, what it may be without, and what waits for them. 1 when it was said. */
export function tellRestored(desk: Desk, now: Instant): number {
  const { store } = desk;
  const stretch = lostStretch(desk);
  if (stretch === null || stretch.isSeen || store.facts.get(TOLD) === String(stretch.to)) return 0;
  return store.transact(() => {
    tellCoordinators(desk, sayRestored(spokenStretch(desk, stretch), countWaiting(desk, now)), now);
    store.facts.set(TOLD, String(stretch.to));
    return 1;
  });
}

/** Overdue reports of the rounds under way: nobody is chased for them until somebody has looked. */
export function countWaiting(desk: Desk, now: Instant): number {
  const tasks = openRounds(desk, now).flatMap(({ obligation, period }) => desk.store.tasks.ofRound(obligation, period));
  return tasks.filter(({ state, cutOffAt }) => isOverdue(state, cutOffAt, now)).length;
}

/**
 * A coordinator has looked: overdue reports are chased again. `restored` names the restore a button was about; null: the last
 * one. The second to press changes nothing (`before`).
 */
export function noteLookedAt(
  desk: Desk,
  act: Act,
  restored: Instant | null,
): Result<'never' | 'old' | 'before' | 'noted'> {
  const { store } = desk;
  if (!may(desk, act.person, 'chase')) return no({ problem: 'not-allowed' });
  return store.transact(() => {
    const stretch = lostStretch(desk);
    if (stretch === null) return ok('never');
    if (restored !== null && restored !== stretch.to) return ok('old');
    if (stretch.isSeen) return ok('before');
    store.facts.set(RESTORED_SEEN, String(stretch.to));
    store.audit.add(act.at, act.person, 'look-at-restored', 'database', { from: stretch.from, to: stretch.to });
    tellCoordinators(desk, { text: RESTORED_WORDS.seenBy(nameOf(desk, act.person)) }, act.at, act.person);
    return ok('noted');
  });
}
