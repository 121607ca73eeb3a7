import type { ReportForm } from '../../domain/report-form.ts';
import { foldInPlace, tidy } from '../fold.ts';
import { readTold } from '../told/told-figures.ts';
import { nounsIn } from '../told/told-nouns.ts';
import { FIGURE, WORDS_BEFORE } from '../told/told-words.ts';

const LONGEST = 300;
/** Left of "12tr5", "13 triệu rưỡi". */
const SIZES =
  /(?<!\p{L})(?:tr|trieu|nghin|ngan|ty|ti|dong|vnd)\s?\d{0,3}(?!\p{L})(?:\s?(?:trieu|nghin|ngan|dong|vnd|ruoi)(?!\p{L}))*/gu;
/** "Kp 12tr5": no official text names its money so. */
const SHORT_MONEY = /^\s*kp\b/iu;

/**
 * "Lãnh đạo chỉ đạo sát sao, 4 hn 120 ng": figures with what they count, and nothing else, behind a text that told none itself. They are the form's
 * figures, and no part of the text. Null where there are none.
 */
export function figuresBehind(
  form: ReportForm,
  typed: string,
): { text: string; values: Record<string, number> } | null {
  const said = tidy(typed).trim();
  if (said.length > LONGEST || said.includes('\n')) return null;
  const parts = said.split(/[,;]\s+/u);
  let at = parts.length;
  const values: Record<string, number> = {};
  while (at > 1) {
    const read = onlyFigures(form, parts[at - 1] ?? '');
    if (read === null || Object.keys(read).some((key) => values[key] !== undefined)) break;
    Object.assign(values, read);
    at--;
  }
  const text = parts.slice(0, at).join(', ');
  // "Đã tổ chức 3 hội nghị, 200 người dự" is what the text tells.
  const isTold = /\d/u.test(text) && !parts.slice(at).every((part) => SHORT_MONEY.test(part));
  return at === parts.length || isTold ? null : { text, values };
}

function onlyFigures(form: ReportForm, part: string): Record<string, number> | null {
  const folded = foldInPlace(part);
  const blank = (text: string, from: number, to: number): string =>
    text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
  const bare = nounsIn(form, { from: 0, text: folded })
    .reduce((text, { from, to }) => blank(text, from, to), folded)
    .replace(FIGURE, ' ')
    .replace(SIZES, ' ');
  const isBare = bare.split(/[^\p{L}\p{N}]+/u).every((word) => word === '' || WORDS_BEFORE.has(word));
  const told = isBare && /\d/u.test(part) ? readTold(form, part) : null;
  if (told === null || told.doubtful.length + told.unread.length > 0) return null;
  const values = Object.entries(told.values).flatMap(([key, value]) =>
    typeof value === 'number' ? [[key, value]] : [],
  );
  return values.length === 0 ? null : Object.fromEntries(values);
}
