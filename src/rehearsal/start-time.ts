import type { Instant } from '../domain/calendar.ts';
import { addWorkingDays, atTime, dayOf, isProvisional } from '../domain/calendar.ts';
import { deadlineOf } from '../domain/deadline.ts';
import { lastGoodWorkingDay } from '../domain/milestone-plan.ts';
import { periodsBetween } from '../domain/period.ts';
import type { RuleBook } from '../domain/rule-book.ts';

/**
 * Where a rehearsal begins when nobody says: 08:00, three working days before a monthly deadline, in the month nearest
 * to today that has no other deadline in it, so that a newcomer sees one round and not three.
 */
export function chooseStart(rules: RuleBook, today: Instant): Instant {
  const { zone } = rules.calendar;
  const day = dayOf(today, zone);
  const monthly = rules.obligations.find((one) => one.frequency === 'monthly') ?? rules.obligations[0];
  if (monthly === undefined) return today;
  const cutOffs = (from: string, to: string, of: typeof monthly) =>
    periodsBetween(of, from, to).map((period) => deadlineOf(of, period, rules.calendar));
  const span = { from: `${Number(day.slice(0, 4)) - 1}-01-01`, to: `${Number(day.slice(0, 4)) + 1}-12-31` };
  const busy = new Set(
    rules.obligations
      .filter((one) => one.code !== monthly.code)
      .flatMap((one) => cutOffs(span.from, span.to, one).map((deadline) => deadline.legalDay.slice(0, 7))),
  );
  const starts = cutOffs(span.from, span.to, monthly)
    .filter((deadline) => !busy.has(deadline.legalDay.slice(0, 7)) && !isProvisional(rules.calendar, deadline.legalDay))
    .map((deadline) =>
      atTime(addWorkingDays(rules.calendar, lastGoodWorkingDay(deadline, rules.calendar), -3), '08:00', zone),
    )
    .sort((a, b) => Math.abs(a - today) - Math.abs(b - today));
  return starts[0] ?? today;
}
