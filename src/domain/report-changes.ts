import type { FormField, ReportContent, ReportForm } from './report-form.ts';

/** One value that differs; undefined: left blank. */
export interface FieldChange {
  field: FormField;
  before: number | string | undefined;
  after: number | string | undefined;
}

/** What differs between two versions of a report, in the order of the form. */
export function changesBetween(form: ReportForm, before: ReportContent, after: ReportContent): FieldChange[] {
  return form.fields
    .map((field) => ({ field, before: before.values[field.key], after: after.values[field.key] }))
    .filter((change) => change.before !== change.after);
}
