import type { Instant } from '../domain/calendar.ts';
import { startOfDay } from '../domain/calendar.ts';
import type { OpenStretch } from '../domain/compiled-round.ts';
import type { Period } from '../domain/period.ts';
import { isOutstanding, standingAt, standingOf } from '../domain/task.ts';
import { LOST_FROM, RESTORED_AT, RESTORED_SEEN } from '../store/backup.ts';
import type { Milestone } from '../store/milestones.ts';
import type { Task } from '../store/tasks.ts';
import type { Desk } from './desk.ts';
import type { TaskView } from './task-view.ts';

/** What a restored database may be without: from the last moment it knows (null: nothing tells) until it was restored. */
export interface LostStretch {
  from: Instant | null;
  to: Instant;
  /** Whether a coordinator has looked. */
  isSeen: boolean;
}

/** Null: this database was never restored. */
export function lostStretch({ store }: Pick<Desk, 'store'>): LostStretch | null {
  const restored = store.facts.get(RESTORED_AT);
  const to = Number(restored ?? '');
  if (restored === null || !(to > 0)) return null;
  const from = Number(store.facts.get(LOST_FROM) ?? '');
  return { from: from > 0 ? from : null, to, isSeen: store.facts.get(RESTORED_SEEN) === restored };
}

/** Whether a report of that period may have come in the stretch. It does not matter when it was due: people report late, too. */
export function isOpenedBefore(stretch: LostStretch, period: Pick<Period, 'opensOn'>, zone: string): boolean {
  return startOfDay(period.opensOn, zone) <= stretch.to;
}

/**
 * Whether the unit may have reported what it seems to owe: in a stretch that nobody has looked at yet, or by a genuine receipt that
 * nobody has taken in yet. It is not called late, and nobody is chased for it, until somebody has.
 */
export function mayBeLost(
  desk: Desk,
  task: Pick<Task, 'id' | 'state' | 'timeliness' | 'unsettled'>,
  period: Pick<Period, 'opensOn'>,
): boolean {
  if (standingOf(task) === 'unsettled') return true;
  if (!isOutstanding(task.state)) return false;
  if (desk.store.receiptClaims.waitsFor(task.id)) return true;
  const stretch = lostStretch(desk);
  return stretch !== null && !stretch.isSeen && isOpenedBefore(stretch, period, desk.zone);
}

/** Whether the bot keeps silent about an overdue report until a coordinator has looked. Reminders ahead of a deadline go on. */
export function isLeftAlone({ task, mayBeLost: isUnsure }: TaskView, now: Instant): boolean {
  return now >= task.cutOffAt && isUnsure === true;
}

/** Whether it is open how the task stands past its deadline: it was late after a restore, or nothing is known that may have been lost. */
export function isOpenAfterRestore(task: Task, now: Instant): boolean {
  const standing = standingAt(task, now);
  return standing === 'unsettled' || (standing === 'missing' && task.unsettled === 1);
}

/** The stretch that has to be told of with those tasks: it leaves open how one of them stands. Null: none. */
export function stretchOver(desk: Desk, tasks: readonly Task[], now: Instant): OpenStretch | null {
  const stretch = tasks.some((task) => isOpenAfterRestore(task, now)) ? lostStretch(desk) : null;
  return stretch === null ? null : { from: stretch.from, to: stretch.to };
}

const HOUR_MS = 3600_000;

/** Puts off what is due about a report that is left alone, to the next full hour, and returns what is left. */
export function putOffLeftAlone(
  { store }: Desk,
  view: TaskView,
  planned: readonly Milestone[],
  now: Instant,
): Milestone[] {
  if (!isLeftAlone(view, now)) return [...planned];
  const until = (Math.floor(now / HOUR_MS) + 1) * HOUR_MS;
  const due = planned.filter(({ dueAt }) => dueAt <= now);
  for (const milestone of due) store.milestones.putOff(milestone, until);
  return planned.filter((milestone) => !due.includes(milestone));
}
