import type { ReportForm } from '../../domain/report-form.ts';
import { asCorrected } from '../change/corrected-at-once.ts';
import type { ReportChange } from '../change/correction.ts';
import { isCorrecting } from '../change/correction.ts';
import { foldInPlace, tidy } from '../fold.ts';
import { isNumberWord } from '../number/number-words.ts';
import { likeliest } from '../number/numeral.ts';
import { masked } from '../told/told-figures.ts';
import { nounsIn } from '../told/told-nouns.ts';
import { FIGURE, SIZE } from '../told/told-words.ts';
import { countedBy } from './field-names.ts';
import type { ParsedReport } from './report-template.ts';

const LONGEST = 300;

/**
 * The parts of a short text whose figures came out nowhere: in no value, no doubt, nothing unread. Nothing may be dropped silently, whatever the reader did
 * with it; parts of a sum, sizes of money, days and periods are no figures of their own.
 */
export function lostFigures(typed: string, { values, faults, unread, header }: ParsedReport): string[] {
  const said = asCorrected(tidy(typed).trim());
  if (said.length > LONGEST || said.includes('\n') || header !== null || isCorrecting(said)) return [];
  const kept = [
    ...Object.values(values).filter((value) => typeof value === 'string'),
    ...unread,
    ...faults.map(({ raw }) => raw),
  ].join(' ');
  const numbers = [
    ...Object.values(values).filter((value) => typeof value === 'number'),
    ...faults.flatMap(({ readings = [] }) => readings),
  ];
  const folded = foldInPlace(said);
  const figures = [...masked(folded).matchAll(FIGURE)].map(({ index, 0: raw }) => ({
    index,
    raw,
    value: likeliest(raw),
    isSized: SIZE.test(folded.slice(index + raw.length)),
  }));
  // What a list's line is numbered with, and the parts of a whole.
  const isAside = (index: number, raw: string): boolean =>
    (folded.slice(0, index).trim() === '' && /^[.)]\s/u.test(folded.slice(index + raw.length))) ||
    /(?<!\p{L})(?:trong do|gom)(?!\p{L})[^.;]*$/u.test(folded.slice(0, index));
  const sums = numbers.filter((number) => !figures.some(({ value }) => value === number));
  const lost = figures.filter(
    ({ index, raw, value, isSized }) =>
      !isSized &&
      !isAside(index, raw) &&
      !kept.includes(raw) &&
      !numbers.includes(value) &&
      !numbers.includes(value / 1e6) &&
      !sums.some((sum) => value < sum),
  );
  return [...new Set(lost.map(({ index }) => partAt(said, index)))];
}

/**
 * The parts of a short text that give a number to what the form counts, where nothing came of it: "hội nghị ba", "HN 2/85 người". A name without a
 * number beside it is prose.
 */
export function lostFields(typed: string, form: ReportForm, read: ReportChange): string[] {
  const said = asCorrected(tidy(typed).trim());
  const isWhole = read.nothingToReport || read.rest !== null || read.header !== null;
  if (isWhole || said.length > LONGEST || said.includes('\n') || isCorrecting(said)) return [];
  const given = new Set([...Object.keys(read.values), ...read.faults.map(({ field }) => field), ...read.cleared]);
  const shown = [...Object.values(read.values).filter((value) => typeof value === 'string'), ...read.unread];
  const lower = said.toLowerCase();
  const isMarked = foldInPlace(said) !== lower;
  const lost = nounsIn(form, { from: 0, text: foldInPlace(said) }).filter(
    ({ from, to, field, name, isGeneric }) =>
      !(field === null ? countedBy(form.fields, name) : [field]).some(({ key }) => given.has(key)) &&
      !shown.some((text) => foldInPlace(text).includes(foldInPlace(said.slice(from, to)))) &&
      // What a general name and digits count may stand in another field; digits that came out nowhere are found by themselves.
      isNumbered(lower.slice(0, from), lower.slice(to), { isMarked, inDigits: !isGeneric }),
  );
  return [...new Set(lost.map(({ from }) => partAt(said, from)))];
}

const YEAR = /^(?:năm|nam)\s+(?:\d{4}|nay|qua|trước|truoc)/u;

/** Whether a number stands right before or right behind a name. */
function isNumbered(
  before: string,
  behind: string,
  { isMarked, inDigits }: { isMarked: boolean; inDigits: boolean },
): boolean {
  const next = behind.replace(/^\s*(?:[:=]|là\s|la\s|có\s|co\s)?\s*/u, '');
  const [first = ''] = YEAR.test(next) ? [] : (/^[\p{L}\d]+/u.exec(next) ?? []);
  const [last = ''] = /[\p{L}\d]+(?=\s*$)/u.exec(before) ?? [];
  return [first, last].some((word) => (/^\d+$/u.test(word) ? inDigits : isNumberWord(word, isMarked)));
}

function partAt(said: string, at: number): string {
  const before =
    said
      .slice(0, at)
      .split(/[,;]\s/u)
      .at(-1) ?? '';
  const behind = said.slice(at).split(/[,;]\s/u)[0] ?? '';
  return `${before}${behind}`.trim();
}
