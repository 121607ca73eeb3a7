import { fold, lower } from '../language/fold.ts';
import type { SpokenIntent } from './intents.ts';
import { ANCHORS, CONCEPTS, INTENTS, SHORT_FORMS, WRITES } from './intents.ts';

/** What a sentence asks for. */
export interface SentenceMeaning {
  intent: SpokenIntent;
  /** Nothing else fits as well, and it is plainly about reports. */
  isSure: boolean;
  /** Other intents that fit, likeliest first. */
  others: readonly SpokenIntent[];
}

/** What is longer tells a story: it is a report, or for a person to read. */
const LONGEST = { letters: 400, words: 48 } as const;
/** So many words may stand between two parts of what is asked; each speaks so much against it. */
const GAP = 4;
const SKIPPED = 0.2;
const OTHERS = 2;

const LONG_FORMS = new Map(
  SHORT_FORMS.split('; ').flatMap((one) => {
    const [long = '', short = ''] = one.split(': ');
    return short.split(' ').map((form) => [form, long] as const);
  }),
);

/** Their words stand in most sentences about reports: what is more particular goes before them. */
const GENERAL: ReadonlySet<SpokenIntent> = new Set(['nop', 'nhiemvu']);

interface Word {
  /** As typed, lower case. */
  typed: string;
  plain: string;
}

interface Span {
  from: number;
  to: number;
}

interface Sentence {
  words: readonly Word[];
  /** Where each part that was looked for stands, found once. */
  spans: Map<string, readonly Span[]>;
}

const PATTERNS = Object.fromEntries(
  Object.entries(INTENTS).map(([intent, patterns]) => [intent, patterns.split('|').map((one) => one.split(' '))]),
) as unknown as Readonly<Record<SpokenIntent, readonly string[][]>>;

/** Each concept, and each single word of a pattern, as the words to look for. */
const PHRASES: ReadonlyMap<string, readonly Word[][]> = new Map(
  [
    ...Object.entries({ ...CONCEPTS, ANCHORS }),
    ...Object.values(PATTERNS)
      .flat(2)
      .filter((part) => !(part in CONCEPTS))
      .map((part) => [part, part] as const),
  ].map(([name, spelled]) => [name, spelled.split('|').map((phrase) => phrase.split(' ').map(wordOf))] as const),
);

/** What a sentence in words of its own asks for; null where it is none of the things people ask here. Pure and linear in the text. */
export function readSentence(text: string): SentenceMeaning | null {
  if (text.length > LONGEST.letters) return null;
  const words = wordsOf(text);
  if (words.length === 0 || words.length > LONGEST.words) return null;
  const sentence = { words, spans: new Map<string, readonly Span[]>() };
  const isAnchored = spansOf(sentence, 'ANCHORS').length > 0;
  const found = (Object.keys(INTENTS) as SpokenIntent[])
    .map((intent) => ({ intent, score: scoreOf(sentence, intent) }))
    .filter(({ intent, score }) => score > 0 && (isAnchored || !WRITES.has(intent)))
    .toSorted((a, b) => b.score - a.score);
  const [best, next] = found;
  if (best === undefined) return null;
  return {
    intent: best.intent,
    isSure: isAnchored && best.score >= 1.8 && best.score > (next?.score ?? 0),
    others: found.slice(1, 1 + OTHERS).map(({ intent }) => intent),
  };
}

/** How many words of the sentence the best pattern explains; 0 = none fits. */
function scoreOf(sentence: Sentence, intent: SpokenIntent): number {
  const most = Math.max(0, ...PATTERNS[intent].map((pattern) => matchOf(sentence, pattern)));
  return most > 0 && GENERAL.has(intent) ? most - 1 : most;
}

function matchOf(sentence: Sentence, pattern: readonly string[]): number {
  const parts = pattern.filter((part) => part !== '^' && part !== '$');
  const start = pattern[0] === '^' ? 0 : sentence.words.length;
  return explainedFrom(sentence, parts, { at: 0, within: start, isFirst: true, isLast: pattern.at(-1) === '$' });
}

interface Place {
  at: number;
  /** The next part begins at most so many words further on. */
  within: number;
  isFirst: boolean;
  isLast: boolean;
}

/** Words explained by the parts in their order from a place on, less for words skipped between them; 0 where a part is missing. */
function explainedFrom(sentence: Sentence, parts: readonly string[], place: Place): number {
  const { at, within, isFirst, isLast } = place;
  const [part, ...rest] = parts;
  if (part === undefined) return isLast && at < sentence.words.length ? 0 : 1;
  let most = 0;
  for (const { from, to } of spansOf(sentence, part)) {
    if (from < at || from > at + within) continue;
    const after = explainedFrom(sentence, rest, { at: to, within: GAP, isFirst: false, isLast });
    const skipped = isFirst ? 0 : (from - at) * SKIPPED;
    if (after > 0) most = Math.max(most, after + (to - from) - skipped);
  }
  return most;
}

/** Where in the sentence a part stands: a concept in any of its words, or one word. */
function spansOf(sentence: Sentence, part: string): readonly Span[] {
  const known = sentence.spans.get(part);
  if (known !== undefined) return known;
  const { words } = sentence;
  const spans = words.flatMap((_, from) =>
    (PHRASES.get(part) ?? [])
      .filter((phrase) => phrase.every((word, at) => isSpelling(words[from + at], word)))
      .map((phrase) => ({ from, to: from + phrase.length })),
  );
  sentence.spans.set(part, spans);
  return spans;
}

/** The same word, typed with all of its marks, some or none: marks it does not have make it another one ("muốn", "muộn"). */
function isSpelling(typed: Word | undefined, meant: Word): boolean {
  if (typed === undefined || typed.plain !== meant.plain) return false;
  if (typed.typed === typed.plain || typed.typed === meant.typed) return true;
  const marks = new Set(meant.typed.normalize('NFD'));
  return [...typed.typed.normalize('NFD')].every((letter) => marks.has(letter) || letter === 'd');
}

function wordsOf(text: string): Word[] {
  return lower(text)
    .replace(/b\/c/gu, 'báo cáo')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) => (LONG_FORMS.get(word) ?? word).split(' '))
    .map(wordOf);
}

function wordOf(typed: string): Word {
  return { typed, plain: fold(typed) };
}
