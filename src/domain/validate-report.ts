import type { FormField, ReportContent, ReportForm } from './report-form.ts';

/** More than this is a slip of the finger (the province has some two million people). */
export const LARGEST_COUNT = 9_999_999;
/** In millions of đồng: just under 1,000 billion. */
export const LARGEST_MONEY = 999_999.9;

export const FIELD_FAULTS = [
  'missing',
  'negative',
  'not-whole',
  'too-many-decimals',
  'too-long',
  'too-large',
  'not-a-number',
  'unknown-field',
] as const;

/** What is wrong with one field. `limit` is the largest number or longest text taken, for `too-large` and `too-long`; `value` is what was given, null for `missing`. */
export interface FieldFault {
  field: string;
  fault: (typeof FIELD_FAULTS)[number];
  value: number | string | null;
  limit: number | null;
}

/** A figure that is allowed but looks like a slip, to be asked about. */
export interface FigureDoubt {
  field: string;
  kind: 'ten-times';
  previous: number;
  value: number;
}

/**
 * Everything that keeps a report from being taken, in the form's order, unknown fields last; empty = valid.
 * Only required fields must be there: a number left out is allowed, and means "not given", not zero.
 * "Nothing to report" is valid with no values at all; a value beside it is an unknown field, since nothing is asked.
 */
export function validateReport(form: ReportForm, content: ReportContent): FieldFault[] {
  const asked = content.nothingToReport ? [] : form.fields;
  const faults = asked.map((field) => faultOf(field, givenValue(content, field.key)));
  const known = new Set(asked.map((field) => field.key));
  const unknown = Object.entries(content.values)
    .filter(([key]) => !known.has(key))
    .map(([field, value]): FieldFault => ({ field, fault: 'unknown-field', value, limit: null }));
  return [...faults.filter((fault) => fault !== null), ...unknown];
}

/** Figures ten times last month's or more. They are asked about, never refused. A month before of zero, or not given, raises no doubt. */
export function doubtsAbout(form: ReportForm, content: ReportContent, previous: ReportContent | null): FigureDoubt[] {
  if (previous === null) return [];
  const doubts: FigureDoubt[] = [];
  for (const { key, kind } of form.fields) {
    const value = givenValue(content, key);
    const before = givenValue(previous, key);
    if (kind === 'text' || typeof value !== 'number' || typeof before !== 'number' || before <= 0) continue;
    // In tenths, because 10 * 1.1 need not be 11 in binary.
    if (Math.round(value * 10) < Math.round(before * 10) * 10) continue;
    doubts.push({ field: key, kind: 'ten-times', previous: before, value });
  }
  return doubts;
}

function givenValue(content: ReportContent, key: string): number | string | undefined {
  return Object.hasOwn(content.values, key) ? content.values[key] : undefined;
}

function faultOf(field: FormField, value: number | string | undefined): FieldFault | null {
  if (value === undefined) return field.required ? fault(field, 'missing', null) : null;
  return field.kind === 'text' ? faultOfText(field, value) : faultOfNumber(field, value);
}

/** A bare number given for a text is read as the words it is written with. */
function faultOfText(field: FormField, value: number | string): FieldFault | null {
  const text = String(value).trim().normalize('NFC');
  if (text === '') return field.required ? fault(field, 'missing', null) : null;
  if (field.maxLength === null || [...text].length <= field.maxLength) return null;
  return fault(field, 'too-long', value, field.maxLength);
}

function faultOfNumber(field: FormField, value: number | string): FieldFault | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return fault(field, 'not-a-number', value);
  const largest = field.kind === 'money' ? LARGEST_MONEY : LARGEST_COUNT;
  if (value < 0) return fault(field, 'negative', value);
  if (value > largest) return fault(field, 'too-large', value, largest);
  if (field.kind === 'count' && !Number.isInteger(value)) return fault(field, 'not-whole', value);
  if (Math.round(value * 10) / 10 !== value) return fault(field, 'too-many-decimals', value);
  return null;
}

function fault(
  { key }: FormField,
  kind: FieldFault['fault'],
  value: number | string | null,
  limit: number | null = null,
): FieldFault {
  return { field: key, fault: kind, value, limit };
}
