import { editDistance } from './edit-distance.ts';
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

/** What people ask in sentences, by words in them, and the command that answers. */
const SUBJECTS: readonly (readonly [RegExp, string])[] = [
  [/lich su|da nop|da gui|bien nhan|nhan duoc chua/u, 'lichsu'],
  [/vi sao|tai sao|sao (toi|lai)/u, 'visao'],
  [/chua nop|ai chua|don vi nao|tinh hinh/u, 'tonghop'],
  [/\bhan\b|bao gio|khi nao|con (no|phai|thieu)|nhiem vu/u, 'nhiemvu'],
  [/\bnop\b|\bgui\b|bao cao/u, 'nop'],
  [/doi ten|rut lai|ung dung khac/u, 'toi'],
  [/^moi\b/u, 'moi'],
];
/** What most people come for, when nothing better is known. */
const COMMON = ['nhiemvu', 'nop', 'tonghop', 'lichsu', 'dondoc', 'trogiup'];
/** A name that is more unlike than this was hardly meant. */
const NEAR = 0.5;

/**
 * The likeliest names for something that is no command, likeliest first: those it looks like (a name begun, "thong", comes
 * before one that merely looks alike), those it speaks of, and what most people come for.
 */
export function suggestCommands(text: string, names: readonly string[], count = 3): string[] {
  const words = fold(text)
    .replace(/^[/\s]+/, '')
    .replace(/@\w+/g, '')
    .split(' ')
    .slice(0, 3);
  const typed = words
    .map((_, at) =>
      words
        .slice(0, at + 1)
        .join('')
        .slice(0, 24),
    )
    .filter((one) => one !== '');
  const scored = names.map((name, at) => ({
    name,
    at,
    score: Math.min(...typed.map((one) => unlikeness(one, fold(name))), 9),
  }));
  scored.sort((a, b) => a.score - b.score || a.at - b.at);
  const near = scored.filter(({ score }) => score <= NEAR).map(({ name }) => name);
  const folded = fold(text);
  const meant = SUBJECTS.filter(([words]) => words.test(folded)).map(([, name]) => name);
  const known = [...meant, ...COMMON].filter((name) => names.includes(name));
  // A sentence resembles names by accident, short ones above all ("tôi", "mời").
  const isSentence = folded.trim().split(/\s+/u).length > 2 && !/^\s*\//u.test(text);
  const begun = scored.filter(({ name, score }) => score < 0.2 && name.length >= 5).map(({ name }) => name);
  const ranked = isSentence ? [...begun, ...known, ...near] : [...near, ...known];
  return [...new Set([...ranked, ...scored.map(({ name }) => name)])].slice(0, Math.max(0, count));
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

function unlikeness(typed: string, name: string): number {
  if (typed === name) return 0;
  if (typed.length >= 2 && name.startsWith(typed)) return 0.1 + (name.length - typed.length) / 100;
  return editDistance(typed, name) / Math.max(typed.length, name.length);
}
