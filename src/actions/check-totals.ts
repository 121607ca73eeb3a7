import type { Total } from '../domain/compiled-round.ts';
import type { FormField } from '../domain/report-form.ts';
import type { Desk } from './desk.ts';

/** A total is not what the database adds up: nothing leaves. */
export class TotalsMismatch extends Error {
  readonly field: FormField;
  readonly period: string;
  /** What was computed, and what SQL says; null where nobody gave the figure. */
  readonly computed: number | null;
  readonly stored: number | null;

  constructor(
    field: FormField,
    period: string,
    { computed, stored }: { computed: number | null; stored: number | null },
  ) {
    super(`total of ${field.key} in ${period}: computed ${computed}, SQL ${stored}`);
    this.name = 'TotalsMismatch';
    this.field = field;
    this.period = period;
    this.computed = computed;
    this.stored = stored;
  }
}

export interface TotalsToCheck {
  obligation: string;
  period: string;
  figures: readonly FormField[];
  totals: Readonly<Record<string, Total>>;
}

/** Compares every total with a sum that SQL makes from the stored reports by itself. Throws TotalsMismatch at the first that differs. */
export function checkTotals(
  { store }: Pick<Desk, 'store'>,
  { obligation, period, figures, totals }: TotalsToCheck,
): void {
  const sums = new Map(store.figures.sums(obligation, period).map((sum) => [sum.key, sum]));
  for (const field of figures) {
    const { value, given } = totals[field.key] ?? { value: null, given: 0 };
    const sum = sums.get(field.key);
    const stored = sum === undefined ? null : sum.tenths / 10;
    if (value !== stored || given !== (sum?.given ?? 0))
      throw new TotalsMismatch(field, period, { computed: value, stored });
  }
}
