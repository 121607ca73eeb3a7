import type { ReportForm } from '../../domain/report-form.ts';
import { foldInPlace, tidy } from '../fold.ts';
import { madeOnce } from '../made-once.ts';
import { fieldNames } from './field-names.ts';

/** Where a line, a sentence or a part of a list begins, with its numbering. */
const BEGINS = String.raw`(?<=^|\n|[;.]\s{1,3}|\s[-–—]\s)(?:\s{0,3}(?:\d{1,2}[.)]|[a-z]\)|[-+*•])\s{0,3})?`;
/** "Kết quả chính". */
const MORE = '(?:(?: (?:chinh|cu the|noi bat|nhu sau|cua (?:don vi|ben em)|thang \\d{1,2}))*)';
const LED = String.raw`\s{1,3}(?:la|thi|gom|-|–|—)\s{1,3}(?=[\p{L}\d])`;

/** Longer ones are read as they stand. */
const LONGEST = 3000;

const shapeOf = madeOnce((form: ReportForm): RegExp => {
  const names = fieldNames(form);
  const texts = names.fields.filter(({ kind, key }) => kind === 'text' && key !== 'van_ban');
  const alternatives = texts.flatMap((field) => {
    const own = names
      .namesOf(field)
      .filter((name) => !name.includes('_'))
      .toSorted((a, b) => b.length - a.length)
      .join('|');
    return [`(?<${field.key}>(?:${own})(?:(?: ?[,/] ?| va | - | )(?:${own})){0,3}${MORE})`];
  });
  const shape = new RegExp(`${BEGINS}(?:${alternatives.join('|')})(?:(?<led>${LED})|(?<colon>\\s{0,2}:))`, 'gu');
  return alternatives.length === 0 ? /(?!)/gu : shape;
});

/**
 * The names of texts with what leads to their words written as a label on a line of its own: "kk - loa hỏng", "kiến nghị đề xuất là …", "kết quả chính:
 * …". A figure's name in such a text names no field.
 */
export function withTextLabels(form: ReportForm, text: string): string {
  const said = tidy(text);
  if (said.length > LONGEST) return text;
  const keys = new Map(form.fields.map((field) => [field.key, field.shortLabel]));
  const names = fieldNames(form);
  let out = '';
  let from = 0;
  for (const match of foldInPlace(said).matchAll(shapeOf(form))) {
    const [key = ''] =
      Object.entries(match.groups ?? {}).find(([name, found]) => keys.has(name) && found !== undefined) ?? [];
    // A plain label is found as it stands.
    const name = match.groups?.[key] ?? '';
    if (match.groups?.colon !== undefined && !/[,/-]/u.test(name) && names.named(name) !== null) continue;
    const before = out + said.slice(from, match.index).replace(/(?:[^\S\n]+[-–—]|[;\s]+)$/u, '');
    out = `${before}${before === '' ? '' : '\n'}${keys.get(key) ?? ''}: `;
    from = match.index + match[0].length;
  }
  return from === 0 ? text : out + said.slice(from).replace(/^[^\S\n]+/u, '');
}
