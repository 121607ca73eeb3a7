import { fold, foldInPlace, tidy } from './fold.ts';

export interface CommandLine {
  /** One of the names given, as given. */
  name: string;
  /** What follows, as typed, line breaks included. */
  args: string;
  /** No doubt that a command was meant: it has its slash, or nothing else was typed. "Tôi muốn hỏi" is `toi`, but not exactly. */
  exact: boolean;
}

/** A mention of the bot may stand before or against the command. */
const OPENING = /^\s*(?:@[\w.]+\s+)?(\/?)\s*/;
const SUFFIX = /^@\w+/;

/**
 * The command a text begins with, or null. Slash, case, diacritics and spaces inside the name never matter ("Nhiệm  Vụ" is
 * `nhiemvu`); of several that fit, the longest is it.
 */
export function parseCommand(text: string, names: readonly string[]): CommandLine | null {
  const tidied = tidy(text);
  const folded = foldInPlace(tidied);
  const opening = OPENING.exec(folded);
  const from = opening?.[0].length ?? 0;
  let best: { name: string; end: number } | null = null;
  for (const name of names) {
    const end = endOf(foldedName(name), folded, from);
    if (end !== null && (best === null || end > best.end)) best = { name, end };
  }
  if (best === null) return null;
  const args = tidied
    .slice(best.end)
    .replace(SUFFIX, '')
    .replace(/^[\s:,]+/, '')
    .trim();
  return { name: best.name, args, exact: opening?.[1] === '/' || args === '' };
}

const foldedNames = new Map<string, string>();

/** Folding is dear and the names are always the same few. */
function foldedName(name: string): string {
  const folded = foldedNames.get(name) ?? fold(name).replace(/\s/g, '');
  if (foldedNames.size < 500) foldedNames.set(name, folded);
  return folded;
}

/** Where the name ends in the text, blanks inside it stepped over; null where it is not there or a word goes on. */
function endOf(name: string, folded: string, from: number): number | null {
  let at = from;
  for (const letter of name) {
    while (at > from && /[ _-]/.test(folded.charAt(at)) && folded.charAt(at) !== letter) at++;
    if (folded.charAt(at) !== letter) return null;
    at++;
  }
  return name === '' || /[\p{L}\p{N}_]/u.test(folded.charAt(at)) ? null : at;
}
