import type { FormField } from '../../domain/report-form.ts';
import { meantBy, type Noun } from './told-nouns.ts';
import { WORDS_BEFORE } from './told-words.ts';

const NOT = /^(?:khong|ko|k|hong|chua)$/u;
const HAVING = new Set('co ton su dung phat sinh to chuc dang chi'.split(' '));
const BEHIND = new Set('nao gi ca het a nhe tuyen truyen'.split(' '));

/** "Tháng này không có tin bài nào", "không kinh phí": there is none of the one thing that is named; null where more is said. */
export function noneOf({ from, text }: { from: number; text: string }, nouns: readonly Noun[]): FormField | null {
  const only = meantBy(nouns);
  const [first, last] = [nouns[0], nouns.at(-1)];
  if (only === null || first === undefined || last === undefined) return null;
  // "Lượt người nghe" is two names of one field.
  if (wordsOf(text.slice(first.to - from, last.from - from)).length > 0) return null;
  const before = wordsOf(text.slice(0, first.from - from));
  const at = before.findIndex((word) => NOT.test(word));
  const behind = wordsOf(text.slice(last.to - from));
  // "Tin bài k có".
  const [not = '', ...left] = behind[0] === 'cung' ? behind.slice(1) : behind;
  if (NOT.test(not) && before.every((word) => WORDS_BEFORE.has(word)) && left.every(isOfNone)) return only.field;
  const isNone =
    at >= 0 &&
    before.slice(0, at).every((word) => WORDS_BEFORE.has(word)) &&
    before.slice(at + 1).every((word) => HAVING.has(word)) &&
    behind.every((word) => BEHIND.has(word));
  return isNone ? only.field : null;
}

function isOfNone(word: string): boolean {
  return HAVING.has(word) || BEHIND.has(word);
}

/** "… không có tin bài nào ạ", "kinh phí cũng không" at the end of a sentence, which asks nothing. */
export function saysNoneAtEnd(folded: string): boolean {
  if (/(?<!\S)cung (?:khong|ko|k|chua)(?: co)?(?: (?:a|nhe|gi|luon|em))*[.! ]*$/u.test(folded)) return true;
  return /(?<!\S)(?:khong|ko|k|hong|chua)(?: co)?(?: (?!khong )\p{L}+){1,4} nao(?: (?:a|nhe|ca|het))*[.! ]*$/u.test(
    folded,
  );
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}
