import { lower } from '../language/fold.ts';
import { isSpelled, type Word, wordOf } from '../language/spelled.ts';
import type { SpokenIntent } from './intents.ts';
import { ANCHORS, CONCEPTS, DOUBTS, INTENTS, RESERVED, SHORT_FORMS, WRITES } from './intents.ts';

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

/** One word, of whoever asks for it and of whoever grants it. */
const SAME: Readonly<Partial<Record<SpokenIntent, SpokenIntent>>> = { giahan: 'xingiahan', xingiahan: 'giahan' };

/** Said of what is not so, they leave nothing else to be done either. */
const ACTS: ReadonlySet<SpokenIntent> = new Set([...WRITES, 'daguivanban', 'danhan'] as SpokenIntent[]);

interface Span {
  from: number;
  to: number;
}

interface Sentence {
  words: readonly Word[];
  /** Where each part that was looked for stands, found once. */
  spans: Map<string, readonly Span[]>;
}

const PATTERNS = patternsOf<SpokenIntent>(INTENTS);
const RESERVATIONS: Readonly<Partial<Record<string, string[][]>>> = patternsOf(RESERVED);

/** What is asked is answered the same whether or not there is a doubt in it. */
const ASKED_FOR: ReadonlySet<SpokenIntent> = new Set(
  'han lich nhiemvu lichsu visao trogiup tailieu gapnguoi aichuanop tonghop donvi'.split(' ') as SpokenIntent[],
);

/** Each concept, and each single word of a pattern, as the words to look for. */
const PHRASES: ReadonlyMap<string, readonly Word[][]> = new Map(
  [
    ...Object.entries({ ...CONCEPTS, ANCHORS, DOUBTS }),
    ...[...Object.values<string[][]>(PATTERNS), ...Object.values<string[][]>(patternsOf(RESERVED))]
      .flat(2)
      .map(wordIn)
      .filter((part) => !(part in CONCEPTS))
      .map((part) => [part, part] as const),
  ].map(([name, spelled]) => [name, spelled.split('|').map((phrase) => phrase.split(' ').map(wordOf))] as const),
);

/**
 * What a sentence in words of its own asks for; null where it is none of the things people ask here. `mayMean` leaves out what
 * somebody like this person never means. Pure and linear in the text.
 */
export function readSentence(
  text: string,
  mayMean: (intent: SpokenIntent) => boolean = () => true,
): SentenceMeaning | null {
  if (text.length > LONGEST.letters) return null;
  const words = wordsOf(text);
  if (words.length === 0 || words.length > LONGEST.words) return null;
  const sentence = { words, spans: new Map<string, readonly Span[]>() };
  const isAnchored = spansOf(sentence, 'ANCHORS').length > 0;
  const fitting = (Object.keys(INTENTS) as SpokenIntent[])
    .filter(mayMean)
    .map((intent) => ({ intent, score: scoreOf(sentence, intent) }))
    .filter(({ intent, score }) => score > 0 && (isAnchored || !WRITES.has(intent)))
    .toSorted((a, b) => b.score - a.score);
  const found = fitting.filter(({ intent }) => !isReserved(sentence, intent));
  const [best, ...more] = found;
  if (best === undefined) return null;
  const next = more.find(({ intent }) => intent !== SAME[best.intent]);
  const isDenied = fitting.some((one) => one.score > best.score && ACTS.has(one.intent) && !found.includes(one));
  const isDoubted = !ASKED_FOR.has(best.intent) && spansOf(sentence, 'DOUBTS').length > 0;
  return {
    intent: best.intent,
    isSure: isAnchored && !isDenied && !isDoubted && best.score >= 1.8 && best.score > (next?.score ?? 0),
    others: found.slice(1, 1 + OTHERS).map(({ intent }) => intent),
  };
}

/** Whether a sentence that begins with a command's name says that it is not meant: "vướng mắc thì không có". */
export function denies(text: string, name: string): boolean {
  if (text.length > LONGEST.letters) return false;
  return isReserved({ words: wordsOf(text), spans: new Map() }, name);
}

/** Whether the sentence says that it is not so, or asks about it. */
function isReserved(sentence: Sentence, intent: string): boolean {
  return (RESERVATIONS[intent] ?? []).some((pattern) => matchOf(sentence, pattern) > 0);
}

function patternsOf<Name extends string>(spelled: Readonly<Record<Name, string>>): Record<Name, string[][]> {
  const read = Object.entries<string>(spelled).map(([name, all]) => [
    name,
    all.split('|').map((one) => one.split(' ')),
  ]);
  return Object.fromEntries(read);
}

/** A part without the sign that it follows at once. */
function wordIn(part: string): string {
  return part.replace(/^\+/u, '');
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
  for (const { from, to } of spansOf(sentence, wordIn(part))) {
    if (from < at || from > at + within) continue;
    const gap = rest[0]?.startsWith('+') === true ? 0 : GAP;
    const after = explainedFrom(sentence, rest, { at: to, within: gap, isFirst: false, isLast });
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
      .filter((phrase) => phrase.every((word, at) => isSpelled(words[from + at], word)))
      .map((phrase) => ({ from, to: from + phrase.length })),
  );
  sentence.spans.set(part, spans);
  return spans;
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
