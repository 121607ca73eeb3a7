import { DateTime } from 'luxon';
import { dayFromNumber, dayNumber } from './day-number.ts';

/** A calendar day, `YYYY-MM-DD`. Compares correctly as a string. */
export type Day = string;
/** A moment, in milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;
/** A time of day, `HH:mm`. */
export type TimeOfDay = string;

/** Days off and make-up days of one year, with the notices that set them. */
export interface CalendarYear {
  year: number;
  /** True where no notice exists yet and the days were derived (fixed dates, lunar calendar). */
  provisional: boolean;
  /** Numbers of the notices the days come from. */
  sources: readonly string[];
  /** Days off besides Saturdays and Sundays. */
  daysOff: readonly { day: Day; name: string }[];
  /** Saturdays or Sundays that are worked. */
  makeUpDays: readonly { day: Day; name: string }[];
}

/** The working calendar: Monday-Friday, minus `daysOff`, plus `makeUpDays`, read in one time zone. */
export interface WorkingCalendar {
  /** IANA zone in which days and deadlines are meant. */
  zone: string;
  years: ReadonlyMap<number, CalendarYear>;
}

const DAY_MS = 86_400_000;
const MOMENT_CACHE_LIMIT = 20_000;
const moments = new Map<string, Instant>();
const exceptionsOfYear = new WeakMap<CalendarYear, ReadonlyMap<Day, boolean>>();
const NO_EXCEPTIONS: ReadonlyMap<Day, boolean> = new Map();

/** The moment a clock in `zone` shows `time` on `day`; where it skips that time, the moment it jumps to. Throws a `RangeError` for a day, time or zone that does not exist. */
export function atTime(day: Day, time: TimeOfDay, zone: string): Instant {
  const key = `${day}T${time} ${zone}`;
  const known = moments.get(key);
  if (known !== undefined) return known;
  dayNumber(day);
  const read = DateTime.fromISO(`${day}T${time}`, { zone });
  if (!read.isValid || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`not a moment: "${key}"`);
  if (moments.size >= MOMENT_CACHE_LIMIT) moments.clear();
  moments.set(key, read.toMillis());
  return read.toMillis();
}

/** The first moment of `day` in `zone`. */
export function startOfDay(day: Day, zone: string): Instant {
  return atTime(day, '00:00', zone);
}

/** The day a calendar on the wall in `zone` shows at that moment. */
export function dayOf(instant: Instant, zone: string): Day {
  // No zone is further than a day from UTC, so the UTC day is corrected by at most one; both limits come from the cache.
  let day = dayFromNumber(Math.floor(instant / DAY_MS));
  while (instant < startOfDay(day, zone)) day = addDays(day, -1);
  for (let next = addDays(day, 1); instant >= startOfDay(next, zone); next = addDays(day, 1)) day = next;
  return day;
}

/** The day `days` calendar days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** 1 = Monday ... 7 = Sunday. */
export function weekday(day: Day): number {
  const sinceMonday = (dayNumber(day) + 3) % 7;
  return ((sinceMonday + 7) % 7) + 1;
}

/** Calendar days from `from` to `to`; negative when `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Whether people are at work that day. In a year that the calendar does not know: Monday to Friday. */
export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  return exceptionsOf(calendar, yearOf(day)).get(day) ?? weekday(day) <= 5;
}

/** Whether the day's year rests on no notice yet (unknown or marked provisional), so that reminders around it may still move. */
export function isProvisional(calendar: WorkingCalendar, day: Day): boolean {
  return calendar.years.get(yearOf(day))?.provisional ?? true;
}

/** The first working day on or after `day`. */
export function nextWorkingDay(calendar: WorkingCalendar, day: Day): Day {
  let found = day;
  while (!isWorkingDay(calendar, found)) found = addDays(found, 1);
  return found;
}

/** The last working day on or before `day`. */
export function previousWorkingDay(calendar: WorkingCalendar, day: Day): Day {
  let found = day;
  while (!isWorkingDay(calendar, found)) found = addDays(found, -1);
  return found;
}

/**
 * Steps `n` working days from the position of `day`, which is the last working day on or before it. So 0 is that
 * position itself, n > 0 the n-th working day after `day`, and from a Sunday -1 is the Thursday, not the Friday: that
 * way steps add up (a then b is a + b) and `workingDaysBetween` undoes them.
 */
export function addWorkingDays(calendar: WorkingCalendar, day: Day, n: number): Day {
  let position = previousWorkingDay(calendar, day);
  for (let left = n; left > 0; left--) position = nextWorkingDay(calendar, addDays(position, 1));
  for (let left = n; left < 0; left++) position = previousWorkingDay(calendar, addDays(position, -1));
  return position;
}

/** How many working days come after `from`, up to and including `to`. When `to` is the earlier: the same count the other way round, negative. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from);
  let count = weekdaysUpTo(to) - weekdaysUpTo(from);
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    for (const [day, worked] of exceptionsOf(calendar, year)) if (from < day && day <= to) count += worked ? 1 : -1;
  }
  return count;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** Mondays to Fridays up to and including `day`, counted from a fixed Monday long ago. */
function weekdaysUpTo(day: Day): number {
  const ordinal = weekday(day);
  return ((dayNumber(day) - ordinal) / 7) * 5 + Math.min(ordinal, 5);
}

/** Days of one year on which the plain Monday-Friday rule is wrong, with whether they are worked. A make-up day outranks a day off. */
function exceptionsOf(calendar: WorkingCalendar, year: number): ReadonlyMap<Day, boolean> {
  const data = calendar.years.get(year);
  if (data === undefined) return NO_EXCEPTIONS;
  const known = exceptionsOfYear.get(data);
  if (known !== undefined) return known;
  const set = new Map<Day, boolean>();
  for (const { day } of data.daysOff) set.set(day, false);
  for (const { day } of data.makeUpDays) set.set(day, true);
  for (const [day, worked] of set) if (yearOf(day) !== year || worked === weekday(day) <= 5) set.delete(day);
  exceptionsOfYear.set(data, set);
  return set;
}
