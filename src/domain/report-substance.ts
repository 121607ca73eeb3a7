import { type FormField, fieldOfRole, type ReportContent, type ReportForm } from './report-form.ts';

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
  if (figures.length === 0) return isToCome(form.fields, report, via) ? 'to-come' : 'words';
  return figures.every((value) => value === 0) ? 'zeros' : 'figures';
}

/** Whether it was only noted that it came on paper, with its number perhaps: nothing of what it says is known yet. */
export function isToCome(
  fields: readonly FormField[],
  { nothingToReport, values }: ReportContent,
  via: string,
): boolean {
  const number = fieldOfRole(fields, 'document')?.key;
  return via === 'paper' && !nothingToReport && Object.keys(values).every((key) => key === number);
}
