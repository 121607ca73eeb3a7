import { dayOf, type Instant, type TimeOfDay, type WorkingCalendar } from './calendar.ts';
import type { Deadline } from './deadline.ts';
import { lastGoodWorkingDay } from './milestone-plan.ts';
import type { MilestoneRule, ReminderPolicy } from './reminder-policy.ts';

/** What is left of the sending hours at least, so that a message that has to be tried again still goes that day. */
const ROOM_MINUTES = 30;

/** The hours of which a person may choose one: from the first to the last, both included. */
export function hoursToChoose({ sendingHours }: Pick<ReminderPolicy, 'sendingHours'>): {
  first: TimeOfDay;
  last: TimeOfDay;
} {
  const [hour = 0, minute = 0] = sendingHours.until.split(':').map(Number);
  const last = hour * 60 + minute - ROOM_MINUTES;
  const two = (count: number): string => String(count).padStart(2, '0');
  return { first: sendingHours.from, last: `${two(Math.floor(last / 60))}:${two(last % 60)}` };
}

export interface OwnHourInput {
  /** The rule it comes by; undefined: it comes by none, so at the moment somebody asked for. */
  rule: MilestoneRule | undefined;
  deadline: Pick<Deadline, 'lastGoodDay' | 'cutOffAt'>;
  calendar: WorkingCalendar;
  now: Instant;
}

/**
 * Whether this reminder may come at the person's own hour of that day. Those of the last day and escalations come when they come,
 * and on the last working day nothing is put off, whatever it is.
 */
export function followsOwnHour({ rule, deadline, calendar, now }: OwnHourInput): boolean {
  if (rule === undefined || rule.escalates || rule.workingDays === 0) return false;
  if (rule.anchor === 'after-cut-off') return now >= deadline.cutOffAt;
  return dayOf(now, calendar.zone) < lastGoodWorkingDay(deadline, calendar);
}
