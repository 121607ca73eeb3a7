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
