import type { FormField, ReportContent, ReportForm } from '../../domain/report-form.ts';
import { fold } from '../fold.ts';
import { madeOnce } from '../made-once.ts';
import { likeliest } from '../number/numeral.ts';
import { fieldNames } from './field-names.ts';

/** A figure the words of a report name otherwise than its field does. */
export interface Contradiction {
  field: string;
  said: number;
  value: number | null;
}

const NUMBER = '(?<![\\p{L}\\d.,/-])(\\d{1,3}(?:\\.\\d{3})+|\\d{1,7})\\s+(?:cuoc\\s+|luot\\s+)?';
const SHORTEST_NAME = 4;

/** Compares the figures named in the texts of a report ("Đã tổ chức 3 hội nghị") with its fields. What cannot be read says nothing. */
export function contradictedFigures(form: ReportForm, report: ReportContent): Contradiction[] {
  const texts = Object.values(report.values).filter((value) => typeof value === 'string');
  const words = fold(texts.join('\n'));
  return countsOf(form).flatMap(({ field, shape }) => {
    const found = [...words.matchAll(shape)].map(([, figure = '']) => figure);
    const said = [...new Set(found.map(likeliest))];
    const value = report.values[field.key];
    // Several figures are parts of it, as likely as not.
    const [only] = said;
    if (said.length !== 1 || only === undefined || only === value) return [];
    return [{ field: field.key, said: only, value: typeof value === 'number' ? value : null }];
  });
}

/** The figures of a form, and each before one of its field's names; the name is not used up, another figure may stand in it. */
const countsOf = madeOnce((form: ReportForm): { field: FormField; shape: RegExp }[] => {
  const names = fieldNames(form);
  return form.fields.flatMap((field) => {
    const own = names.namesOf(field).filter((name) => name.length >= SHORTEST_NAME);
    if (field.kind !== 'count' || own.length === 0) return [];
    return [{ field, shape: new RegExp(`${NUMBER}(?=(?:${own.join('|')})(?![\\p{L}\\d]))`, 'gu') }];
  });
});

/** "Tháng trước 3 hội nghị": compared with what was, and perhaps none of this report's. */
export function speaksOfBefore(text: string): boolean {
  return /(?<!\S)(?:(?:thang|ky|nam|quy|lan) truoc|nam ngoai|so voi)(?!\S)/u.test(fold(text));
}
