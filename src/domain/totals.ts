import type { ReportContent, ReportForm } from './report-form.ts';
import { standingOf, type TaskOutcome } from './task.ts';

/** How a round stands. The five parts add up to `total`. */
export interface RoundTotals {
  total: number;
  onTime: number;
  late: number;
  /** Came after the deadline of a round of which a restore may have lost reports. */
  unsettled: number;
  missing: number;
  waived: number;
}

/**
 * Adds up the numbers of several reports; money exactly, to one decimal. Texts are left out: words do not add up.
 * A number that no report gives stays absent, which is not zero; the sum says "nothing to report" only if there are
 * reports and every one does.
 */
export function sumReports(form: ReportForm, reports: readonly ReportContent[]): ReportContent {
  const values: Record<string, number> = {};
  for (const { key, kind } of form.fields) {
    if (kind === 'text') continue;
    const given = reports.map((report) => report.values[key]).filter((value) => typeof value === 'number');
    // In tenths, because 0.1 + 0.2 is not 0.3 in binary.
    if (given.length > 0) values[key] = given.reduce((sum, value) => sum + Math.round(value * 10), 0) / 10;
  }
  return { nothingToReport: reports.length > 0 && reports.every((report) => report.nothingToReport), values };
}

/** Counts the tasks of a round under the one heading each has. */
export function roundTotals(tasks: readonly TaskOutcome[]): RoundTotals {
  const totals: RoundTotals = { total: tasks.length, onTime: 0, late: 0, unsettled: 0, missing: 0, waived: 0 };
  for (const task of tasks) {
    const standing = standingOf(task);
    totals[standing === 'on_time' ? 'onTime' : standing] += 1;
  }
  return totals;
}
