import type { Instant } from '../domain/calendar.ts';
import type { CompiledUnit, Total } from '../domain/compiled-round.ts';
import { figureOf, totalsOf } from '../domain/compiled-round.ts';
import type { FormField } from '../domain/report-form.ts';
import type { RoundRow } from '../store/tasks.ts';
import { compileRound } from './compile-round.ts';
import type { Desk } from './desk.ts';

/** The figures of some units in one round, out of the compiled report. */
export interface SomeFigures {
  period: string;
  /** Units that owe a report, and those whose report counts. */
  owing: number;
  counted: number;
  totals: Readonly<Record<string, Total>>;
}

export interface RoundFigures extends SomeFigures {
  title: string;
  fields: readonly FormField[];
  units: readonly CompiledUnit[];
  /** The round to compare with, all of it; null = there is none. */
  before: SomeFigures | null;
  /** Of the units that reported in both, what they reported in each. */
  both: { units: number; now: SomeFigures['totals']; before: SomeFigures['totals'] } | null;
}

/**
 * The figures of a round as the compiled report adds them up, of all units or of those with these codes, beside another round of the
 * same report. Null where the round was never opened. Throws TotalsMismatch as the compiled report does.
 */
export function roundFigures(
  desk: Desk,
  { obligation, period }: RoundRow,
  { codes, beside }: { codes: readonly string[] | null; beside: 'round' | 'year' | { period: string } },
  now: Instant,
): RoundFigures | null {
  const compiled = compileRound(desk, obligation, period, now);
  if (compiled === null) return null;
  const { figures, title } = compiled;
  const isMeant = ({ code }: CompiledUnit): boolean => codes === null || codes.includes(code);
  const units = compiled.units.filter(isMeant);
  const usual = beside === 'round' ? compiled.before : compiled.yearBefore;
  const wanted = typeof beside === 'string' ? (usual?.period ?? null) : beside.period;
  const earlier = wanted === null ? null : compileRound(desk, obligation, wanted, now);
  const key = earlier === null ? null : wanted;
  const then = earlier?.units.filter(isMeant) ?? [];
  const inBoth = then.filter(isCounted).map(({ code }) => code);
  const common = (some: readonly CompiledUnit[]): CompiledUnit[] => some.filter(({ code }) => inBoth.includes(code));
  const again = common(units).filter(isCounted);
  return {
    title,
    fields: figures,
    units,
    ...figuresOf(figures, period, units),
    before: key === null ? null : figuresOf(figures, key, then),
    both:
      key === null
        ? null
        : {
            units: again.length,
            now: figuresOf(figures, period, again).totals,
            before: figuresOf(
              figures,
              key,
              then.filter(({ code }) => again.some((unit) => unit.code === code)),
            ).totals,
          },
  };
}

/** Codes of the units whose report says that there was nothing to report. */
export function roundNothing(desk: Desk, { obligation, period }: RoundRow, now: Instant): string[] {
  const units = compileRound(desk, obligation, period, now)?.units ?? [];
  return units.flatMap(({ code, counted }) => (counted?.report.nothingToReport === true ? [code] : []));
}

const isCounted = ({ counted }: CompiledUnit): boolean => counted !== null;

function figuresOf(fields: readonly FormField[], period: string, units: readonly CompiledUnit[]): SomeFigures {
  return {
    period,
    owing: units.filter(({ state }) => state !== 'waived').length,
    counted: units.filter(isCounted).length,
    totals: totalsOf(
      fields,
      units.flatMap(({ counted }) => (counted === null ? [] : [counted.report])),
    ),
  };
}

/** Units by one figure, the most first; those that gave none are left out. */
export function rankedBy(units: readonly CompiledUnit[], key: string): { unit: CompiledUnit; value: number }[] {
  return units
    .flatMap((unit) => {
      const value = figureOf(unit, key);
      return value === null ? [] : [{ unit, value }];
    })
    .sort((a, b) => b.value - a.value);
}
