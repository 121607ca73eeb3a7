import { editDistance } from '../language/edit-distance.ts';
import { fold, lower } from '../language/fold.ts';
import { isSpelled, type Word, wordOf } from '../language/spelled.ts';
import type { HeardWords } from './command-words.ts';

/** A command that may be offered: its name, and the words by which it is meant. */
export type Suggestible = HeardWords & { name: string };

/** A name that is more unlike than this was hardly meant. */
const NEAR = 0.35;

export interface Suggested {
  /** The likeliest names, likeliest first. */
  names: string[];
  /** Something in the text speaks for the first of them; otherwise they are only what most people come for. */
  isFounded: boolean;
}

/**
 * The likeliest commands for something that is none: those it looks like (a name begun, "thong", comes before one that merely
 * looks alike), those it speaks of, and what most people come for.
 */
export function suggestCommands(text: string, commands: readonly Suggestible[], count = 3): Suggested {
  const folded = fold(text);
  const typed = beginnings(folded);
  const scored = commands.map((command, at) => ({
    command,
    at,
    score: Math.min(...typed.map((one) => unlikeness(one, fold(command.name))), 9),
  }));
  scored.sort((a, b) => a.score - b.score || a.at - b.at);
  const near = scored.filter(({ score }) => score <= NEAR).map(({ command }) => command.name);
  const meant = meantBy(text, commands);
  const common = commands
    .filter(({ rank }) => rank !== undefined)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ name }) => name);
  // A sentence resembles names by accident, short ones above all ("tôi", "mời").
  const isSentence = folded.trim().split(/\s+/u).length > 2 && !/^\s*\//u.test(text);
  const begun = scored.filter(({ command, score }) => score < 0.25 && command.name.length >= 5);
  const ranked = isSentence
    ? [...meant, ...begun.map(({ command }) => command.name), ...common, ...near]
    : [...near, ...meant, ...common];
  const all = [...new Set([...ranked, ...scored.map(({ command }) => command.name)])];
  const isFounded = meant.length > 0 || (isSentence ? begun.length > 0 : near.length > 0);
  return { names: all.slice(0, Math.max(0, count)), isFounded };
}

/** The first words of the text run together, one, two and three of them: names are typed with and without blanks. */
function beginnings(folded: string): string[] {
  const words = folded
    .replace(/^[/\s]+/, '')
    .replace(/@\w+/g, '')
    .split(' ')
    .slice(0, 3);
  return words
    .map((_, at) =>
      words
        .slice(0, at + 1)
        .join('')
        .slice(0, 24),
    )
    .filter((one) => one !== '');
}

/** Commands whose subjects the text speaks of, the longest subject first: it says most. Marks that a subject does not have make another word ("mọi", "mời"). */
function meantBy(text: string, commands: readonly Suggestible[]): string[] {
  const said = wordsOf(text);
  const isSaid = (subject: string): boolean => {
    const wanted = wordsOf(subject);
    return said.some((_, at) => wanted.every((word, step) => isSpelled(said[at + step], word)));
  };
  const spoken = commands.flatMap(({ name, subjects = [] }) => {
    const lengths = subjects.filter(isSaid).map((subject) => subject.length);
    return lengths.length === 0 ? [] : [{ name, length: Math.max(...lengths) }];
  });
  return spoken.toSorted((a, b) => b.length - a.length).map(({ name }) => name);
}

function wordsOf(text: string): Word[] {
  return (lower(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(wordOf);
}

function unlikeness(typed: string, name: string): number {
  if (typed === name) return 0;
  if (typed.length >= 2 && name.startsWith(typed)) return 0.1 + (0.3 * (name.length - typed.length)) / name.length;
  return editDistance(typed, name) / Math.max(typed.length, name.length);
}
