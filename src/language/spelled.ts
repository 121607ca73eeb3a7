import { fold } from './fold.ts';

/** A word as it was typed, in lower case, and without its marks. */
export interface Word {
  typed: string;
  plain: string;
}

export function wordOf(typed: string): Word {
  return { typed, plain: fold(typed) };
}

/** The same word, typed with all of its marks, some or none: marks it does not have make it another one ("muốn", "muộn"; "Bộ", "bỏ"). */
export function isSpelled(typed: Word | undefined, meant: Word): boolean {
  if (typed === undefined || typed.plain !== meant.plain) return false;
  if (typed.typed === typed.plain || typed.typed === meant.typed) return true;
  const marks = new Set(meant.typed.normalize('NFD'));
  return [...typed.typed.normalize('NFD')].every((letter) => marks.has(letter) || letter === 'd');
}

/** Words as part of a pattern over `lower` text: each with all of its marks or with none ("đừng" and "dung", never "đúng"). */
export function spelled(words: string): string {
  const forms = words.split('|').flatMap((one) => [one, fold(one)]);
  return `(?:${[...new Set(forms)].map((one) => one.replaceAll(' ', '\\s+')).join('|')})`;
}

/** A pattern whose first and last letters are the ends of words. */
export function wholeWords(pattern: string, flags = 'u'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, flags);
}
