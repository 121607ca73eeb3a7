import {
  addDays,
  type Day,
  type Instant,
  nextWorkingDay,
  previousWorkingDay,
  startOfDay,
  type WorkingCalendar,
} from './calendar.ts';
import type { CutOffWord, DayOffRule, Obligation } from './obligation.ts';
import { dayInMonth, type Period } from './period.ts';
import type { Timeliness } from './task.ts';

/** Until when a report is on time. The legal fields never move; the others are what timeliness is judged by. */
export interface Deadline {
  word: CutOffWord;
  /** The day the plan names, to be read with `word`. */
  legalDay: Day;
  /** First moment that is late by the plan's own words. */
  legalCutOffAt: Instant;
  /** First moment that is late, after the day-off rule or an extension. Always 00:00 after `lastGoodDay`. */
  cutOffAt: Instant;
  /** The effective day to name with `word`: "trước 18/11" or "chậm nhất 17/11". */
  namedDay: Day;
  /** The last day on which a report is on time, until its very end. */
  lastGoodDay: Day;
  /** An extension moved it. */
  extended: boolean;
  /** The day-off rule moved it (never true together with `extended`). */
  shifted: boolean;
}

/**
 * The deadline of one period, in the calendar's zone: "before" a day ends at 00:00 of it, "by" a day when that day ends.
 *
 * The day-off rule looks at the last good day, for that is the last day of the time limit: what is due before Monday
 * is due on Sunday, so `next_working` makes it Monday, while a holiday on the named day of a "before" changes nothing
 * (Civil Code 2015 Article 148.5 speaks of the last day as well). `extendedTo` is the new last good day exactly as
 * granted, day off or not; one that is no later than the deadline itself has no effect.
 */
export function deadlineOf(
  obligation: Pick<Obligation, 'cutOff' | 'onDayOff'>,
  period: Pick<Period, 'lastMonth'>,
  calendar: WorkingCalendar,
  extendedTo?: Day | null,
): Deadline {
  const { word } = obligation.cutOff;
  const legalDay = dayInMonth(period.lastMonth, obligation.cutOff);
  const legalLast = word === 'before' ? addDays(legalDay, -1) : legalDay;
  const ruled = applyDayOffRule(obligation.onDayOff, legalLast, calendar);
  const given = extendedTo ?? ruled;
  const extended = given > ruled;
  const lastGoodDay = extended ? given : ruled;
  return {
    word,
    legalDay,
    legalCutOffAt: startOfDay(addDays(legalLast, 1), calendar.zone),
    cutOffAt: startOfDay(addDays(lastGoodDay, 1), calendar.zone),
    namedDay: word === 'before' ? addDays(lastGoodDay, 1) : lastGoodDay,
    lastGoodDay,
    extended,
    shifted: !extended && ruled !== legalLast,
  };
}

/** Where a deadline stands once it was moved to that last good day. */
export function extendDeadline(
  { word }: Pick<Deadline, 'word'>,
  until: Day,
  zone: string,
): Pick<Deadline, 'namedDay' | 'lastGoodDay' | 'cutOffAt'> {
  const next = addDays(until, 1);
  return { lastGoodDay: until, namedDay: word === 'before' ? next : until, cutOffAt: startOfDay(next, zone) };
}

/** The last good day by the plan's own words, whatever was granted. */
export function legalLastDay({ word, legalDay }: Pick<Deadline, 'word' | 'legalDay'>): Day {
  return word === 'before' ? addDays(legalDay, -1) : legalDay;
}

/** How a report received then stands: 17/11 23:59:59.999 is on time, 18/11 00:00:00.000 is late. */
export function timelinessOf(receivedAt: Instant, deadline: Pick<Deadline, 'cutOffAt'>): Timeliness {
  return receivedAt < deadline.cutOffAt ? 'on_time' : 'late';
}

function applyDayOffRule(rule: DayOffRule, day: Day, calendar: WorkingCalendar): Day {
  if (rule === 'next_working') return nextWorkingDay(calendar, day);
  if (rule === 'previous_working') return previousWorkingDay(calendar, day);
  return day;
}

/** Until when the office hands on what it compiles of a round: the obligation's own day for it; null where nobody watches that. */
export function compiledDeadlineOf(
  { compiled, onDayOff }: Pick<Obligation, 'compiled' | 'onDayOff'>,
  period: Pick<Period, 'lastMonth'>,
  calendar: WorkingCalendar,
): Deadline | null {
  return compiled === null ? null : deadlineOf({ cutOff: compiled.cutOff, onDayOff }, period, calendar);
}
