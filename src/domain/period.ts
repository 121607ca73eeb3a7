import { addDays, type Day } from './calendar.ts';
import { FREQUENCIES, type Frequency, type Obligation, type RelativeDay } from './obligation.ts';

/** One occurrence of an obligation: "tháng 11/2026", "6 tháng đầu năm 2026", "năm 2026". */
export interface Period {
  /** `2026-11`, `2026-H1` or `2026`. */
  key: string;
  frequency: Frequency;
  year: number;
  /** The month that days are counted from, `YYYY-MM`: a month is its own, 2026-H1 has 2026-06, 2026 has 2026-12. */
  lastMonth: string;
  /** The days whose facts are reported, both included. */
  window: { from: Day; to: Day };
  /** The first day on which a report is taken: the first of the last month. */
  opensOn: Day;
}

const MONTHS_COVERED: Readonly<Record<Frequency, number>> = { monthly: 1, 'half-yearly': 6, yearly: 12 };
const KEY_SHAPES: Readonly<Record<Frequency, RegExp>> = {
  monthly: /^\d{4}-(0[1-9]|1[0-2])$/,
  'half-yearly': /^\d{4}-H[12]$/,
  yearly: /^\d{4}$/,
};

/** The period with that key, or null where the obligation has none: another frequency, a half not owed, before its first or after its last period. */
export function periodOf(obligation: Obligation, key: string): Period | null {
  const { frequency, firstPeriod, lastPeriod } = obligation;
  if (!KEY_SHAPES[frequency].test(key)) return null;
  if (frequency === 'half-yearly' && !obligation.halves.some((half) => key.endsWith(`H${half}`))) return null;
  // Keys of one frequency sort as strings.
  if (key < firstPeriod || (lastPeriod !== null && key > lastPeriod)) return null;
  const lastMonth = lastMonthOf(key);
  return {
    key,
    frequency,
    year: Number(key.slice(0, 4)),
    lastMonth,
    window: {
      from: dayInMonth(lastMonth, obligation.window.from),
      to: dayInMonth(lastMonth, obligation.window.to),
    },
    opensOn: `${lastMonth}-01`,
  };
}

/** Periods that are being collected on some day of `from`..`to` (both included): their opening day to the day the plan names. Ascending. */
export function periodsBetween(obligation: Obligation, from: Day, to: Day): Period[] {
  const found: Period[] = [];
  const earliest = monthIndex(from) - Math.max(0, obligation.cutOff.month);
  for (let index = earliest; index <= monthIndex(to); index++) {
    const key = keyEndingIn(obligation.frequency, index);
    const period = key === null ? null : periodOf(obligation, key);
    if (period === null) continue;
    if (period.opensOn <= to && dayInMonth(period.lastMonth, obligation.cutOff) >= from) found.push(period);
  }
  return found;
}

/**
 * Keys of the monthly periods that a period is the sum of, ascending: 2026-H1 is 2026-01..2026-06, 2026 is 2026-01..2026-12.
 * They cover the same days: month M runs from the 15th of M-1 to the 14th of M, so the months 01..06 together are
 * 15/12/2025-14/6/2026, the half-year's own window (Decree 09/2019/NĐ-CP Article 12).
 */
export function monthsWithin(period: Period): string[] {
  const last = monthIndex(period.lastMonth);
  const count = MONTHS_COVERED[period.frequency];
  return Array.from({ length: count }, (_, position) => monthKey(last - count + 1 + position));
}

/** Sorts by last month, then the smaller report first: 2026-06 before 2026-H1. */
export function comparePeriods(a: Period, b: Period): number {
  if (a.lastMonth !== b.lastMonth) return a.lastMonth < b.lastMonth ? -1 : 1;
  return FREQUENCIES.indexOf(a.frequency) - FREQUENCIES.indexOf(b.frequency);
}

/** The day meant by an offset from a month (`YYYY-MM`). A day that the month does not have becomes its last: the 31st of February is the 28th or 29th. */
export function dayInMonth(month: string, relative: RelativeDay): Day {
  const index = monthIndex(month) + relative.month;
  const lastDay = Number(addDays(`${monthKey(index + 1)}-01`, -1).slice(8));
  return `${monthKey(index)}-${String(Math.min(relative.day, lastDay)).padStart(2, '0')}`;
}

function lastMonthOf(key: string): string {
  if (key.length === 4) return `${key}-12`;
  return key.replace('H1', '06').replace('H2', '12');
}

/** Key of the period whose last month this is, or null where none of that frequency ends. */
function keyEndingIn(frequency: Frequency, index: number): string | null {
  const month = (index % 12) + 1;
  const year = monthKey(index).slice(0, 4);
  if (frequency === 'monthly') return monthKey(index);
  if (frequency === 'yearly') return month === 12 ? year : null;
  return month % 6 === 0 ? `${year}-H${month / 6}` : null;
}

function monthIndex(dayOrMonth: string): number {
  return Number(dayOrMonth.slice(0, 4)) * 12 + Number(dayOrMonth.slice(5, 7)) - 1;
}

function monthKey(index: number): string {
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}`;
}
