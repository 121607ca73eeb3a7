import type { Instant } from '../domain/calendar.ts';
import { addDays, dayOf } from '../domain/calendar.ts';
import type { Deadline } from '../domain/deadline.ts';
import { deadlineOf } from '../domain/deadline.ts';
import type { Obligation } from '../domain/obligation.ts';
import { owes } from '../domain/obligation.ts';
import type { Period } from '../domain/period.ts';
import { periodsBetween } from '../domain/period.ts';
import type { Unit } from '../domain/unit.ts';
import type { Desk } from './desk.ts';

export interface Upcoming {
  obligation: Obligation;
  period: Period;
  /** By the plan: an extension belongs to a unit, and its tasks show it. */
  deadline: Deadline;
}

const AHEAD_DAYS = 365;

/** What any of these units has to hand in within a year, the first one due first. */
export function upcomingDeadlines(desk: Desk, units: readonly Unit[], now: Instant): Upcoming[] {
  const { obligations, calendar } = desk.rules();
  const today = dayOf(now, desk.zone);
  return obligations
    .filter((obligation) => units.some((unit) => owes(obligation, unit)))
    .flatMap((obligation) =>
      periodsBetween(obligation, today, addDays(today, AHEAD_DAYS)).map((period) => ({
        obligation,
        period,
        deadline: deadlineOf(obligation, period, calendar),
      })),
    )
    .filter(({ deadline }) => deadline.cutOffAt > now)
    .sort((a, b) => a.deadline.cutOffAt - b.deadline.cutOffAt);
}
