import type { FormField } from '../../domain/report-form.ts';
import { fold, tidy } from '../fold.ts';
import { type NumberFault, parseCount, parseMoney, type Read } from '../number/numbers.ts';

/** What can be wrong with one value; `empty` only where an answer was asked for, `of-another` where
 * another field's word stands behind the figure. */
export type ValueFault = NumberFault | 'ambiguous' | 'too-long' | 'empty' | 'of-another';

export type FieldRead =
  | { kind: 'ok'; value: number | string }
  | { kind: 'fault'; fault: ValueFault; readings?: readonly number[] };

/** Placeholders people leave as they found them. */
const PLACEHOLDER = /^[[<(](?:so|noi dung|nhap|dien|ghi|bat buoc|khong bat buoc|trieu dong)[^[\]<>()]*[\])>]$/;

/**
 * One answer for one field. A number left as "không" is zero; a text keeps its own words, "không có" included. An answer of
 * dots and dashes only is `empty`.
 */
export function parseField(field: FormField, text: string): FieldRead {
  if (isBlank(text)) return { kind: 'fault', fault: 'empty' };
  if (field.kind === 'text') return readText(field, text);
  const read: Read<number> = field.kind === 'money' ? parseMoney(text) : parseCount(text);
  if (read.kind === 'ok') return read;
  if (read.kind === 'bad') return { kind: 'fault', fault: read.fault };
  return { kind: 'fault', fault: 'ambiguous', readings: read.readings };
}

/** Whether a value was not given: nothing, dots and dashes, or a placeholder untouched. A question mark is an answer, if a poor one. */
export function isBlank(text: string): boolean {
  const plain = tidy(text).trim();
  return /^[\s._…\-–—*<>[\]()/|:;,]*$/u.test(plain) || PLACEHOLDER.test(fold(plain));
}

/** A text as it is kept: lines trimmed, at most one empty line in a row, in the writer's own words and marks. */
export function cleanText(text: string): string {
  const lines = tidy(text).split('\n');
  return lines
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Everything a value can mean, likeliest first; nothing where it cannot be read. */
export function readingsOf(read: FieldRead): readonly (number | string)[] {
  return read.kind === 'ok' ? [read.value] : (read.readings ?? []);
}

function readText(field: FormField, text: string): FieldRead {
  const value = cleanText(text);
  const isLong = field.maxLength !== null && [...value].length > field.maxLength;
  return isLong ? { kind: 'fault', fault: 'too-long' } : { kind: 'ok', value };
}
