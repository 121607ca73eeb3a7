import { fold } from './fold.ts';

/** Words as part of a pattern over `lower` text: each with all of its marks or with none ("đừng" and "dung", never "đúng"). */
export function spelled(words: string): string {
  const forms = words.split('|').flatMap((one) => [one, fold(one)]);
  return `(?:${[...new Set(forms)].map((one) => one.replaceAll(' ', '\\s+')).join('|')})`;
}

/** A pattern whose first and last letters are the ends of words. */
export function wholeWords(pattern: string, flags = 'u'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, flags);
}
