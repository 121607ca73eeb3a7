import type { FormField, ReportForm } from '../../domain/report-form.ts';
import { fold, foldInPlace, tidy } from '../fold.ts';
import { parseCount } from '../number/numbers.ts';
import { nounsIn } from '../told/told-nouns.ts';
import { ONE_OF_TWO } from './one-of-two.ts';

/** A figure said to be right, in the place of one that is named, or of a part of what a field counts: the field may hold a sum that has it in it. */
export interface TakenBack {
  right: number;
  /** "Fanpage là 56 chứ không phải 65"; null = "zalo 51 mới đúng". */
  wrong: number | null;
  raw: string;
}

const FIGURE = /\d(?:[\d.,]*\d)?/gu;
const [LONGEST, RAW_LENGTH] = [300, 100];

/** The figures of a text that say which one they stand in the place of, or that they are of a part. */
export function takenBack(form: ReportForm, typed: string): TakenBack[] {
  const said = tidy(typed).trim();
  let text = foldInPlace(said);
  if (text.length > LONGEST || text.includes('\n')) return [];
  const raw = said.slice(0, RAW_LENGTH);
  const all: TakenBack[] = [];
  for (const [pattern, left] of ONE_OF_TWO) {
    for (const { index, 0: found, 1: kept } of text.matchAll(pattern)) {
      // "15 pa nô nữa là 2015": none of the two is wrong.
      if (left === '$1: ') continue;
      const [before, behind] = [text.slice(0, index), text.slice(index + found.length)];
      const right = (left === '' ? before.match(FIGURE)?.at(-1) : undefined) ?? behind.match(FIGURE)?.[0];
      if (left !== ': $1') all.push(...takenOf(found.match(FIGURE)?.[0], right, raw));
      else if (isOfPart(form, before)) all.push(...takenOf(null, kept, raw));
    }
    text = text.replace(pattern, left);
  }
  return all.filter(
    ({ wrong, right }) => wrong !== null || !all.some((one) => one.wrong !== null && one.right === right),
  );
}

function takenOf(wrong: string | null | undefined, right: string | undefined, raw: string): TakenBack[] {
  const [not, is] = [wrong === null ? null : parseCount(wrong ?? ''), parseCount(right ?? '')];
  if (is.kind !== 'ok' || (not !== null && not.kind !== 'ok')) return [];
  return [{ right: is.value, wrong: not === null ? null : not.value, raw }];
}

/** "Zalo" of all that is posted: the name right before is no name of the whole. */
function isOfPart(form: ReportForm, before: string): boolean {
  const last = nounsIn(form, { from: 0, text: before }).at(-1);
  return last !== undefined && last.field !== null && !last.isGeneric && !namesWhole(last.field, last.name);
}

function namesWhole({ key, shortLabel }: FormField, name: string): boolean {
  const own = fold(`${key} ${shortLabel}`).split(/[^\p{L}\p{N}]+/u);
  const initials = key
    .split('_')
    .map((word) => word.charAt(0))
    .join('');
  return name === initials || name.split(' ').some((word) => own.some((one) => word !== '' && one.startsWith(word)));
}
