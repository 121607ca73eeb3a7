import { addDays, type Day } from './calendar.ts';
import { type Month, monthAt, monthIndex } from './month.ts';
import type { Obligation, RelativeDay } from './obligation.ts';
import { type Frequency, PERIOD_KINDS } from './period-kinds.ts';

/** One occurrence of an obligation: "tháng 11/2026", "quý IV/2026", "6 tháng đầu năm 2026", "năm 2026". */
export interface Period {
  /** In the shape of its kind: `2026-11`, `2026-Q4`, `2026-H1`, `2026-9M`, `2026` or `2026-11-20`. */
  key: string;
  frequency: Frequency;
  year: number;
  /** The month that days are counted from, `YYYY-MM`: a month is its own, 2026-H1 has 2026-06, 2026 has 2026-12. */
  lastMonth: Month;
  /** The days whose facts are reported, both included. */
  window: { from: Day; to: Day };
  /** The first day on which a report is taken. */
  opensOn: Day;
}

/** The period with that key, or null where the obligation has none: another frequency, an occurrence not owed, before its first or after its last period. */
export function periodOf(obligation: Obligation, key: string): Period | null {
  const { frequency, parts, firstPeriod, lastPeriod } = obligation;
  const kind = PERIOD_KINDS[frequency];
  if (!kind.keyShape.test(key)) return null;
  if (parts.length > 0 && !parts.includes(kind.part(key))) return null;
  // Keys of one frequency sort as strings.
  if (key < firstPeriod || (lastPeriod !== null && key > lastPeriod)) return null;
  const lastMonth = kind.lastMonth(key);
  const window = {
    from: dayInMonth(lastMonth, obligation.window.from),
    to: dayInMonth(lastMonth, obligation.window.to),
  };
  const opensOn = kind.opensOn(lastMonth, window.from);
  return { key, frequency, year: Number(key.slice(0, 4)), lastMonth, window, opensOn };
}

/** Periods that are being collected on some day of `from`..`to` (both included): their opening day to the day the plan names. Ascending. */
export function periodsBetween(obligation: Obligation, from: Day, to: Day): Period[] {
  const kind = PERIOD_KINDS[obligation.frequency];
  const earliest = monthIndex(from) - Math.max(0, obligation.cutOff.month);
  return kind
    .keysEnding(earliest, monthIndex(to), obligation.firstPeriod)
    .map((key) => periodOf(obligation, key))
    .filter((period) => period !== null)
    .filter(({ opensOn, lastMonth }) => opensOn <= to && dayInMonth(lastMonth, obligation.cutOff) >= from);
}

/**
 * Keys of the monthly periods that a period is the sum of, ascending: 2026-H1 is 2026-01..2026-06, 2026 is 2026-01..2026-12.
 * They cover the same days: month M runs from the 15th of M-1 to the 14th of M, so the months 01..06 together are
 * 15/12/2025-14/6/2026, the half-year's own window (Decree 09/2019/NĐ-CP Article 12).
 */
export function monthsWithin(period: Period): string[] {
  const last = monthIndex(period.lastMonth);
  const count = PERIOD_KINDS[period.frequency].months;
  return Array.from({ length: count }, (_, position) => monthAt(last - count + 1 + position));
}

/** The day meant by an offset from a month (`YYYY-MM`). A day that the month does not have becomes its last: the 31st of February is the 28th or 29th. */
export function dayInMonth(month: Month, relative: RelativeDay): Day {
  const index = monthIndex(month) + relative.month;
  const lastDay = Number(addDays(`${monthAt(index + 1)}-01`, -1).slice(8));
  return `${monthAt(index)}-${String(Math.min(relative.day, lastDay)).padStart(2, '0')}`;
}
