import type { ReportContent, ReportForm } from './report-form.ts';

/** Why a report deserves a look before it is accepted. */
export type Risk =
  | { kind: 'ten-times' | 'jump'; field: string; previous: number; value: number }
  /** The words say another figure than the field does; `value` null: the field was left out. */
  | { kind: 'contradiction'; field: string; said: number; value: number | null }
  /** A figure that the last period had and that is left out now. */
  | { kind: 'blank-now'; field: string; previous: number }
  /** "Không phát sinh" after a period with figures. */
  | { kind: 'nothing-now' }
  /** Words, or a document, without any figure. */
  | { kind: 'no-figures' }
  /** Whoever sent it never sent one before. */
  | { kind: 'first-of-person' };

const WEIGHTS: Readonly<Record<Risk['kind'], number>> = {
  contradiction: 8,
  'ten-times': 8,
  'nothing-now': 4,
  'no-figures': 4,
  jump: 2,
  'blank-now': 2,
  'first-of-person': 1,
};

/** From one meeting to two is no news, whatever the percentage. */
const SMALL = 2;

/** Figures that are off the last period's: by 30 % or more, or by ten times, either way, or left out. A figure that was 0, or was not given, is compared with nothing. */
export function figureRisks(form: ReportForm, report: ReportContent, previous: ReportContent | null): Risk[] {
  if (previous === null) return [];
  const had = form.fields.some(({ key, kind }) => kind !== 'text' && Number(previous.values[key] ?? 0) > 0);
  if (report.nothingToReport) return had ? [{ kind: 'nothing-now' }] : [];
  // Of a report without any figure that alone is said.
  const hasFigures = form.fields.some(({ key, kind }) => kind !== 'text' && report.values[key] !== undefined);
  return form.fields.flatMap(({ key }): Risk[] => {
    const value = report.values[key];
    const before = previous.values[key];
    if (typeof before !== 'number' || before < SMALL) return [];
    if (value === undefined && hasFigures) return [{ kind: 'blank-now', field: key, previous: before }];
    if (typeof value !== 'number') return [];
    const off = Math.abs(value - before);
    if (off < SMALL) return [];
    const isTenTimes = value >= before * 10 || value * 10 <= before;
    if (!isTenTimes && off * 10 < before * 3) return [];
    return [{ kind: isTenTimes ? 'ten-times' : 'jump', field: key, previous: before, value }];
  });
}

/** How much there is to look at; 0 = nothing. */
export function weigh(risks: readonly Risk[]): number {
  return risks.reduce((sum, { kind }) => sum + WEIGHTS[kind], 0);
}
