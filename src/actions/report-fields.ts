import type { FormField, ReportContent, ReportForm } from '../domain/report-form.ts';
import { readAnswer } from '../language/report/guided-answer.ts';
import { isBlank, parseField } from '../language/report/report-field.ts';
import { STOOD, sayAlsoElsewhere, sayFieldHint, sayMillions, sayPageFault } from '../wording/report-page.ts';
import type { RichText } from '../wording/rich-text.ts';
import { sayNumber } from '../wording/submit.ts';

/** One field of the page with what stands in it. */
export interface TypedField {
  key: string;
  /** The short one. */
  name: string;
  label: string;
  hint: string;
  kind: FormField['kind'];
  required: boolean;
  /** Longest text, in characters; null for numbers. */
  limit: number | null;
  typed: string;
}

export interface FieldProblem {
  field: string;
  text: RichText;
}

/** The fields of the form, filled in; what could not be read stands as it was typed. */
export function fieldsOf(
  form: ReportForm,
  values: ReportContent['values'],
  faulty: Readonly<Record<string, string>>,
): TypedField[] {
  return form.fields.map((field) => {
    const { key, label, kind, required, maxLength: limit } = field;
    const value = values[key];
    const typed = value === undefined ? (faulty[key] ?? '') : showValue(field, value);
    return { key, name: field.shortLabel, label, hint: sayFieldHint(field), kind, required, limit, typed };
  });
}

/** A value as people write it; a sum that would be asked about without its unit is written with it. */
function showValue(field: FormField, value: number | string): string {
  if (typeof value === 'string') return value;
  const bare = sayNumber(value);
  const read = parseField(field, bare);
  return read.kind === 'ok' && read.value === value ? bare : sayMillions(value);
}

export interface ReadFields {
  values: Record<string, number | string>;
  faulty: Record<string, string>;
  problems: FieldProblem[];
}

/**
 * What was typed on this page, without the fields that stand as they came: those may have been changed elsewhere since. What was changed in both
 * places keeps what was typed here, and is said.
 */
export function changedHere(
  form: ReportForm,
  typed: Readonly<Record<string, string>>,
  { values, faulty }: { values: ReportContent['values']; faulty: Readonly<Record<string, string>> },
): { typed: Record<string, string>; problems: FieldProblem[] } {
  const changed: Record<string, string> = {};
  const problems: FieldProblem[] = [];
  for (const field of form.fields) {
    const [here, stood] = [typed[field.key], typed[`${STOOD}${field.key}`]].map((one) =>
      one?.replaceAll('\r\n', '\n').trim(),
    );
    if (here === undefined || here === stood) continue;
    changed[field.key] = typed[field.key] ?? '';
    const value = values[field.key];
    const elsewhere = value === undefined ? (faulty[field.key] ?? '').trim() : showValue(field, value).trim();
    if (stood !== undefined && elsewhere !== stood && elsewhere !== here)
      problems.push({ field: field.key, text: sayAlsoElsewhere(elsewhere, here) });
  }
  return { typed: changed, problems };
}

/**
 * Reads what was typed as the chat reads an answer to each question. What was left as it was shown keeps its value; a blank is
 * not given, which is not zero. A field that did not come along stays as it is.
 */
export function readTypedFields(
  form: ReportForm,
  typed: Readonly<Record<string, string>>,
  shown: ReportContent['values'],
): ReadFields {
  const read: ReadFields = { values: {}, faulty: {}, problems: [] };
  for (const field of form.fields) {
    const value = shown[field.key];
    const raw = typed[field.key]?.replaceAll('\r\n', '\n');
    const isLeft = value !== undefined && (raw === undefined || raw.trim() === showValue(field, value).trim());
    if (isLeft) read.values[field.key] = value;
    else if (raw !== undefined && !isBlank(raw)) take(form, field, raw, read);
  }
  return read;
}

function take(form: ReportForm, field: FormField, raw: string, { values, faulty, problems }: ReadFields): void {
  const refuse = (fault: string, readings: readonly number[] = []): void => {
    faulty[field.key] = raw;
    problems.push({ field: field.key, text: sayPageFault(field, raw.trim(), fault, readings) });
  };
  const answer = readAnswer(form, field, raw);
  if (answer.is === 'none') return;
  if (answer.is === 'no-content') return refuse('no-content');
  if (answer.is === 'fault') return refuse(answer.fault, answer.readings);
  if (answer.is === 'of-another') return refuse('of-another');
  // A text keeps all of its lines, also those that look like other fields.
  const own = field.kind === 'text' ? parseField(field, raw) : null;
  const said = answer.is === 'values' ? answer.values[field.key] : undefined;
  const value = own?.kind === 'ok' ? own.value : said;
  if (value === undefined) return refuse('not-a-number');
  values[field.key] = value;
}
