import type { DocumentPart } from '../../domain/document-part.ts';
import type { FormField, ReportForm } from '../../domain/report-form.ts';
import { fold, foldInPlace, tidy } from '../fold.ts';
import { nounsIn } from '../told/told-nouns.ts';
import type { Finding } from './document-cells.ts';
import { DATE } from './document-head.ts';

const LONGEST_NAMED = 400;

/** "Trong kỳ, huyện không phát sinh hoạt động tuyên truyền về Nghị quyết": the whole of a report that gives no figure. */
export function saysNothing(line: string): boolean {
  return /(?:khong|chua) (?:co )?phat sinh (?:hoat dong|noi dung|so lieu|bao cao|viec)/.test(
    fold(line.slice(0, LONGEST_NAMED)),
  );
}

export function rowsOf(parts: readonly DocumentPart[]): string[] {
  return parts.flatMap((part) =>
    part.kind === 'table' ? part.rows.map((row) => row.filter((cell) => cell !== '').join(' | ')) : [],
  );
}

/** Lines that name something the form counts beside a figure, where nothing of it was found: said, so that it is not lost unseen. */
export function figuresLeft(
  form: ReportForm,
  lines: readonly string[],
  found: readonly Finding[],
): { field: FormField; said: string }[] {
  const missing = form.fields.filter((field) => field.kind !== 'text' && found.every((one) => one.field !== field));
  const told = lines
    .map((said) => ({ said, text: foldInPlace(tidy(said.slice(0, LONGEST_NAMED)).replace(DATE, ' ')) }))
    .filter(({ text }) => /(?<![\p{L}\d/.-])\d+(?![\d/.-]|\p{L})/u.test(text.replace(CITED, ' ')));
  return missing.flatMap((field) => {
    const line = told.find(({ text }) =>
      nounsIn(form, { from: 0, text }).some((noun) => noun.field === field && !noun.isGeneric),
    );
    return line === undefined ? [] : [{ field, said: line.said }];
  });
}

const CITED =
  /(?:nghi quyet|nq|ke hoach|cong van|quyet dinh|chi thi)(?: so)? ?\d+|(?:thang|nam|quy|so|phu luc|bieu) \d+|^\s*\d+(?:\.\d+)*[.)]?\s/g;
