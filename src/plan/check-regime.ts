import { addDays, type Day, isWorkingDay, type WorkingCalendar, workingDaysBetween } from '../domain/calendar.ts';
import { deadlineOf } from '../domain/deadline.ts';
import { lastGoodWorkingDay } from '../domain/milestone-plan.ts';
import type { Obligation } from '../domain/obligation.ts';
import { periodsBetween } from '../domain/period.ts';
import type { RegimeCase, RegimeWarning } from '../domain/regime-warning.ts';
import { existsOn, type UnitCode } from '../domain/unit.ts';
import type { Plan } from './plan.ts';
import { findOverlaps } from './unit-overlaps.ts';

export interface RegimeOptions {
  /** Deadlines named on these days are looked at, both included. */
  from: Day;
  to: Day;
  /** How many people a unit has; left out, people are not looked at. */
  people?: (unit: UnitCode) => number;
}

/** A run of days off at least this long around a deadline is worth a warning when a public holiday makes it. */
const LONG_HOLIDAY_DAYS = 3;

/** What the reporting regime allows but will hurt, found before the day comes. Repeated ones are one warning with all its periods. */
export function checkRegime(plan: Plan, options: RegimeOptions): RegimeWarning[] {
  return [
    ...plan.obligations.flatMap((obligation) => checkObligation(plan, obligation, options)),
    ...checkYears(plan, options),
    ...checkContact(plan),
    ...checkPeople(plan, options),
    ...findOverlaps(plan.units.map((unit) => ({ unit }))).map(overlapWarning),
  ];
}

/** The years that the plan's calendar speaks of, to be checked unless told otherwise. */
export function calendarRange(plan: Plan): { from: Day; to: Day } {
  const years = plan.calendarYears.map(({ year }) => year);
  return { from: `${Math.min(...years)}-01-01`, to: `${Math.max(...years)}-12-31` };
}

function checkObligation({ calendar }: Plan, obligation: Obligation, options: RegimeOptions): RegimeWarning[] {
  const cases = casesOf(obligation, calendar, options);
  const hurried = cases.filter((found) => workingDaysBetween(calendar, found.windowTo, found.lastGoodDay) < 1);
  const { title } = obligation;
  const inHolidays = cases.flatMap((found): RegimeWarning[] => {
    const holiday = longHolidayAround(calendar, found.lastGoodDay);
    return holiday === null ? [] : [{ code: 'deadline_in_holiday', obligation: title, case: found, holiday }];
  });
  if (hurried.length === 0) return inHolidays;
  return [{ code: 'no_working_day_for_data', obligation: title, cases: hurried }, ...inHolidays];
}

function casesOf(obligation: Obligation, calendar: WorkingCalendar, { from, to }: RegimeOptions): RegimeCase[] {
  return periodsBetween(obligation, from, to)
    .map((period) => ({ period, deadline: deadlineOf(obligation, period, calendar) }))
    .filter(({ deadline }) => from <= deadline.legalDay && deadline.legalDay <= to)
    .map(({ period, deadline }) => ({
      period: period.key,
      windowTo: period.window.to,
      word: deadline.word,
      namedDay: deadline.namedDay,
      lastGoodDay: deadline.lastGoodDay,
      lastWorkingDay: lastGoodWorkingDay(deadline, calendar),
    }));
}

function longHolidayAround(calendar: WorkingCalendar, day: Day) {
  const run: Day[] = [];
  for (let at = day; !isWorkingDay(calendar, at); at = addDays(at, -1)) run.unshift(at);
  for (let at = addDays(day, 1); run.length > 0 && !isWorkingDay(calendar, at); at = addDays(at, 1)) run.push(at);
  const [from] = run;
  const to = run.at(-1);
  const names = run.flatMap((off) => holidayNames(calendar, off));
  if (from === undefined || to === undefined || run.length < LONG_HOLIDAY_DAYS || names.length === 0) return null;
  return { from, to, names: [...new Set(names)] };
}

function holidayNames(calendar: WorkingCalendar, day: Day): string[] {
  const daysOff = calendar.years.get(Number(day.slice(0, 4)))?.daysOff ?? [];
  return daysOff.filter((off) => off.day === day).map((off) => off.name);
}

function checkYears({ calendar }: Plan, { from, to }: RegimeOptions): RegimeWarning[] {
  const first = Number(from.slice(0, 4));
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, index) => first + index);
  const missing = years.filter((year) => !calendar.years.has(year));
  const provisional = years.filter((year) => calendar.years.get(year)?.provisional);
  return [
    ...(missing.length === 0 ? [] : [{ code: 'calendar_missing', years: missing } as const]),
    ...(provisional.length === 0 ? [] : [{ code: 'calendar_provisional', years: provisional } as const]),
  ];
}

/** A person somebody can call is worth more than an office. */
function checkContact({ document: { contact } }: Plan): RegimeWarning[] {
  return contact?.phone === undefined || contact.phone === null ? [{ code: 'contact_missing' }] : [];
}

/** Units that still stand at the end of the range and owe reports, but that nobody could be reminded in. */
function checkPeople({ units }: Plan, { to, people }: RegimeOptions): RegimeWarning[] {
  if (people === undefined) return [];
  const alone = units.filter((unit) => !unit.compiles && existsOn(unit, to) && people(unit.code) === 0);
  if (alone.length === 0) return [];
  return [{ code: 'unit_without_people', units: alone.map(({ code, shortName }) => ({ code, shortName })) }];
}

function overlapWarning(pair: readonly { unit: Plan['units'][number] }[]): RegimeWarning {
  const spans = pair.map(({ unit }) => ({ from: unit.validFrom, to: unit.validTo }));
  return { code: 'overlapping_validity', unit: pair[0]?.unit.code ?? '', spans };
}
