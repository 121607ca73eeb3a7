import type { FormField, ReportForm } from '../domain/report-form.ts';
import { readReply } from './choice-word.ts';
import { fold } from './fold.ts';
import { parseField, type ValueFault } from './report-field.ts';
import { parseReport } from './report-template.ts';

/** What an answer to one question of a form says. */
export type GuidedAnswer =
  /** The value asked for, or those of other fields that were named along ("Hội nghị: 3, người dự: 250"). */
  | { is: 'values'; values: Readonly<Record<string, number | string>> }
  /** "Không" where a text need not be there. */
  | { is: 'none' }
  /** "Ok" where words are asked for. */
  | { is: 'no-content' }
  | { is: 'fault'; typed: string; fault: ValueFault; readings: readonly number[] };

const BARE_NO = /^(?:da |vang )?(?:khong|ko|k|kh|hong|hok|chua)(?: (?:a|nhe|em))?[.!]?$/;

/** Reads the answer to the question for this field. A label that was typed along names the field; it is no part of the value. */
export function readAnswer(form: ReportForm, field: FormField, text: string): GuidedAnswer {
  const typed = withoutQuotes(text);
  const { values, faults, unread, header } = parseReport(form, typed);
  const isNamed = Object.keys(values).length > 0 && faults.length === 0 && unread.length === 0 && header === null;
  if (isNamed && (field.kind !== 'text' || values[field.key] !== undefined)) return { is: 'values', values };
  if (field.kind === 'text' && BARE_NO.test(fold(typed)) && !field.required) return { is: 'none' };
  if (field.kind === 'text' && saysNoWords(typed)) return { is: 'no-content' };
  const read = parseField(field, typed);
  return read.kind === 'ok'
    ? { is: 'values', values: { [field.key]: read.value } }
    : { is: 'fault', typed, fault: read.fault, readings: read.readings ?? [] };
}

function saysNoWords(typed: string): boolean {
  return readReply(typed) === 'yes' || BARE_NO.test(fold(typed)) || !/[\p{L}\p{N}]/u.test(typed);
}

/** Quotes around all of an answer only mark where it ends. */
function withoutQuotes(text: string): string {
  return /^\s*["“”]([^"“”]*)["“”]\s*$/u.exec(text)?.[1] ?? text;
}
