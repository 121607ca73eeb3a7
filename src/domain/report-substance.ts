import type { ReportContent, ReportForm } from './report-form.ts';

export const SUBSTANCES = ['figures', 'zeros', 'words', 'nothing'] as const;
/**
 * What a report that came in holds. figures = some figure above zero; zeros = figures, and each of them 0; words = no figure at
 * all; nothing = "không phát sinh". None of them is a report that is missing.
 */
export type Substance = (typeof SUBSTANCES)[number];

export function substanceOf(form: ReportForm, { nothingToReport, values }: ReportContent): Substance {
  if (nothingToReport) return 'nothing';
  const figures = form.fields
    .filter(({ kind }) => kind !== 'text')
    .map(({ key }) => values[key])
    .filter((value) => value !== undefined);
  if (figures.length === 0) return 'words';
  return figures.every((value) => value === 0) ? 'zeros' : 'figures';
}
