import {
  addWorkingDays,
  atTime,
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  previousWorkingDay,
  type WorkingCalendar,
  workingDaysBetween,
} from './calendar.ts';
import type { Deadline } from './deadline.ts';
import type { ReminderPolicy } from './reminder-policy.ts';

type LastGoodDay = Pick<Deadline, 'lastGoodDay'>;

/** One moment of the ladder for one deadline. */
export interface PlannedMilestone {
  /** Key of its rule: `L-5`, `T+1`. */
  key: string;
  dueAt: Instant;
  /** From this moment on it must not be sent any more; null = useful until the report comes. */
  usefulUntil: Instant | null;
}

/**
 * The whole ladder for one deadline, ascending by `dueAt` (equal ones in the policy's order). It holds for every task
 * with that deadline, past moments included: what to do about those is `dueTick`'s question.
 */
export function planMilestones(
  policy: Pick<ReminderPolicy, 'milestones'>,
  deadline: Pick<Deadline, 'lastGoodDay' | 'cutOffAt'>,
  calendar: WorkingCalendar,
): PlannedMilestone[] {
  const planned = policy.milestones.map(({ key, anchor, workingDays, at }) => {
    // Stepping from the last good day itself serves both anchors: its position is L, and one step on is the first
    // working day on or after the cut-off day.
    const day = addWorkingDays(calendar, deadline.lastGoodDay, workingDays);
    const usefulUntil = anchor === 'after-cut-off' ? null : deadline.cutOffAt;
    return { key, dueAt: atTime(day, at, calendar.zone), usefulUntil };
  });
  return planned.sort((a, b) => a.dueAt - b.dueAt);
}

/** L: the last working day on which a report is still on time. */
export function lastGoodWorkingDay(deadline: LastGoodDay, calendar: WorkingCalendar): Day {
  return previousWorkingDay(calendar, deadline.lastGoodDay);
}

/** Working days that remain after today, up to and including L. 0 = today is L or later: there is no further one. */
export function workingDaysLeft(deadline: LastGoodDay, calendar: WorkingCalendar, now: Instant): number {
  return Math.max(0, workingDaysBetween(calendar, dayOf(now, calendar.zone), deadline.lastGoodDay));
}

/** Working days since the last good day, today included: n on the day of milestone T+n. 0 while on time, and on days off right after the cut-off. */
export function workingDaysOverdue(deadline: LastGoodDay, calendar: WorkingCalendar, now: Instant): number {
  return Math.max(0, workingDaysBetween(calendar, deadline.lastGoodDay, dayOf(now, calendar.zone)));
}

/** Calendar days since the last good day, today included: 1 on the cut-off day. 0 while on time. */
export function daysOverdue(deadline: LastGoodDay, calendar: WorkingCalendar, now: Instant): number {
  return Math.max(0, daysBetween(deadline.lastGoodDay, dayOf(now, calendar.zone)));
}
