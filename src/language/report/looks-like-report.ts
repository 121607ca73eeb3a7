import type { ReportForm } from '../../domain/report-form.ts';
import { isQuestion } from '../question-form.ts';
import { withoutAsBefore } from '../wish-words.ts';
import { fromItsPeriod } from './report-prose.ts';
import { parseReport } from './report-template.ts';

/** Whether a text without any command is a report: a template's head, or two fields named of which one is a number. */
export function looksLikeReport(form: ReportForm, text: string): boolean {
  const { header, values, faults, rest } = parseReport(form, withoutAsBefore(text) ?? text);
  if (header !== null) return true;
  if (rest !== null && Object.keys(values).length > 0) return true;
  const named = new Set([...Object.keys(values), ...faults.map((fault) => fault.field)]);
  const fields = form.fields.filter((field) => named.has(field.key));
  const hasFigure = fields.some((field) => field.kind !== 'text');
  // "T11: hội nghị 0 nhưng …": one, of the period that is named for it.
  return hasFigure && (fields.length >= 2 || (fromItsPeriod(text) !== null && !isQuestion(text)));
}
