import type { Day } from './calendar.ts';

/** A calendar month, `YYYY-MM`. */
export type Month = string;

/** Months since the year 0 of a day or month, for counting in months. */
export function monthIndex(dayOrMonth: Day | Month): number {
  return Number(dayOrMonth.slice(0, 4)) * 12 + Number(dayOrMonth.slice(5, 7)) - 1;
}

/** The inverse of `monthIndex`. */
export function monthAt(index: number): Month {
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}`;
}
