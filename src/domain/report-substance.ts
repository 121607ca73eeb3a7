import type { ReportContent, ReportForm } from './report-form.ts';

export const SUBSTANCES = ['figures', 'zeros', 'words', 'to-come', 'nothing'] as const;
/**
 * What a report that came in holds. figures = some figure above zero; zeros = figures, and each of them 0; words = no figure at
 * all; to-come = it came on paper, and its figures are still to be keyed in; nothing = "không phát sinh". None of them is a report that is missing.
 */
export type Substance = (typeof SUBSTANCES)[number];

export function substanceOf(form: ReportForm, report: ReportContent, via: string): Substance {
  const { nothingToReport, values } = report;
  if (nothingToReport) return 'nothing';
  const figures = form.fields
    .filter(({ kind }) => kind !== 'text')
    .map(({ key }) => values[key])
    .filter((value) => value !== undefined);
  if (figures.length === 0) return isToCome(report, via) ? 'to-come' : 'words';
  return figures.every((value) => value === 0) ? 'zeros' : 'figures';
}

/** Whether it was only noted that it came on paper: nothing of what it says is known yet. */
export function isToCome({ nothingToReport, values }: ReportContent, via: string): boolean {
  return via === 'paper' && !nothingToReport && Object.keys(values).length === 0;
}
