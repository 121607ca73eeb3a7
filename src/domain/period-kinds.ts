import type { Day } from './calendar.ts';
import { type Month, monthAt } from './month.ts';

/** How often a report is owed. A new kind is one row in PERIOD_KINDS and one in each table that the compiler then names. */
export const FREQUENCIES = ['monthly', 'quarterly', 'half-yearly', 'nine-monthly', 'yearly', 'once'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** The rules of one kind of period. */
export interface PeriodKind {
  /** What its keys look like. Keys of one kind sort as strings in the order of time. */
  keyShape: RegExp;
  /** Occurrences in a calendar year, numbered from 1; 0 where a year has none by rule. */
  perYear: number;
  /** Months whose monthly reports add up to it; 0 where it is no sum of months. */
  months: number;
  /** The month that its days are counted from, `YYYY-MM`: 2026-H1 has 2026-06. */
  lastMonth(key: string): Month;
  /** Which occurrence of its year it is, from 1. */
  part(key: string): number;
  /** Keys whose last month is one of `from`..`to` (counted by `monthIndex`), ascending; of a one-off kind its only key, `first`. */
  keysEnding(from: number, to: number, first: string): string[];
  /** The first day on which it is taken: a standing report from the 1st of its last month, a one-off one at once. */
  opensOn(lastMonth: Month, windowFrom: Day): Day;
}

/** Table 1 of the regime: every kind of period there is (Decree 09/2019/NĐ-CP Article 12; `once` is the "báo cáo đột xuất"). */
export const PERIOD_KINDS: Readonly<Record<Frequency, PeriodKind>> = {
  monthly: standing({
    keyShape: /^\d{4}-(0[1-9]|1[0-2])$/,
    months: 1,
    suffix: (part) => `-${String(part).padStart(2, '0')}`,
    part: (key) => Number(key.slice(5)),
  }),
  quarterly: standing({
    keyShape: /^\d{4}-Q[1-4]$/,
    months: 3,
    suffix: (part) => `-Q${part}`,
    part: (key) => Number(key.slice(6)),
  }),
  'half-yearly': standing({
    keyShape: /^\d{4}-H[12]$/,
    months: 6,
    suffix: (part) => `-H${part}`,
    part: (key) => Number(key.slice(6)),
  }),
  'nine-monthly': standing({ keyShape: /^\d{4}-9M$/, months: 9, suffix: () => '-9M', part: () => 1 }),
  yearly: standing({ keyShape: /^\d{4}$/, months: 12, suffix: () => '', part: () => 1 }),
  once: {
    keyShape: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
    perYear: 0,
    months: 0,
    lastMonth: (key) => key.slice(0, 7),
    part: () => 1,
    // It may be asked for in one month and be due in a later one.
    keysEnding: (_from, _to, first) => [first],
    opensOn: (_lastMonth, windowFrom) => windowFrom,
  },
};

/** The kind a key belongs to; null for what is no key. */
export function frequencyOf(key: string): Frequency | null {
  return FREQUENCIES.find((frequency) => PERIOD_KINDS[frequency].keyShape.test(key)) ?? null;
}

/** Whether a report of that kind adds up several months. */
export function isOfMonths(frequency: Frequency): boolean {
  return PERIOD_KINDS[frequency].months > 1;
}

interface Standing {
  keyShape: RegExp;
  months: number;
  /** What follows the year in the key of that occurrence. */
  suffix(part: number): string;
  part(key: string): number;
}

/** A kind that comes round every year: as many occurrences as fit into it, each ending after `months` months. */
function standing({ keyShape, months, suffix, part }: Standing): PeriodKind {
  return {
    keyShape,
    perYear: Math.floor(12 / months),
    months,
    part,
    lastMonth: (key) => `${key.slice(0, 4)}-${String(part(key) * months).padStart(2, '0')}`,
    keysEnding(from, to) {
      const all = Array.from({ length: Math.max(0, to - from + 1) }, (_, position) => monthAt(from + position));
      return all.flatMap((month) => {
        const part = Number(month.slice(5)) / months;
        return Number.isInteger(part) ? [`${month.slice(0, 4)}${suffix(part)}`] : [];
      });
    },
    opensOn: (lastMonth) => `${lastMonth}-01`,
  };
}
