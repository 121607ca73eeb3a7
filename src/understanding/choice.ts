import type { Day } from '../domain/calendar.ts';
import { isCancel, parseOrdinal } from '../language/choice-word.ts';
import { fold } from '../language/fold.ts';
import type { KnownReport } from './name-report.ts';
import { nameReport } from './name-report.ts';

/** What a choice stands for, so that people can say it in words of its own kind. */
export interface ChoiceMeaning {
  report?: { obligation: string; period: string; unit?: string };
  /** Other ways to say it, in any spelling. */
  words?: readonly string[];
  /** It stands under an answer to something else: a bare yes may be meant for that. */
  isAside?: boolean;
  /** It does much at once: one word of its label does not mean it. */
  whole?: boolean;
  /** It answers "when?": a moment that is typed instead is an answer too. */
  asks?: 'when';
}

export interface Choosable {
  label: string;
  means?: ChoiceMeaning;
}

export interface ChoiceSituation {
  today: Day;
  /** The person was shown numbers beside the choices. */
  numbersShown: boolean;
  /** How many words of a choice mean it where they fit no other: one where only a choice is waited for; null = none do. */
  partsFrom: number | null;
  reports: readonly KnownReport[];
}

export type ChoiceAnswer<Choice> =
  | { is: 'choice'; choice: Choice }
  /** Several fit: only those are to be asked about. */
  | { is: 'several'; choices: readonly Choice[] }
  | { is: 'none' };

/** Words that turn a choice into its opposite: a part that leaves one out does not mean the choice. */
const NEGATIONS = ['khong', 'chua', 'dung', 'bo', 'khoi'];

/**
 * What was typed under a menu: first a word of the choices' own kind (a report, a period, a unit, an alias), then the words
 * of one choice or a part of them that fits no other, then a number, where numbers were shown.
 */
export function readChoice<Choice extends Choosable>(
  text: string,
  choices: readonly Choice[],
  situation: ChoiceSituation,
): ChoiceAnswer<Choice> {
  const words = fold(text).trim();
  if (words === '') return { is: 'none' };
  const readings = [
    () => byLabel(words, choices),
    () => byReport(text, choices, situation),
    () => byWords(words, choices),
    () => (situation.partsFrom === null ? [] : byPart(words, choices, situation.partsFrom)),
    () => (situation.partsFrom === null ? [] : byMostWords(words, choices)),
    () => (situation.numbersShown ? byNumber(text, choices) : []),
  ];
  for (const read of readings) {
    const [only, ...more] = read();
    if (only !== undefined && more.length > 0) return { is: 'several', choices: [only, ...more] };
    if (only !== undefined) return { is: 'choice', choice: only };
  }
  return { is: 'none' };
}

/** The whole label; people copy its number too, and often only the words it begins with: "2. Không phát sinh", "(1) gửi". */
function byLabel<Choice extends Choosable>(words: string, choices: readonly Choice[]): Choice[] {
  const whole = choices.find(({ label }) => fold(label) === words);
  if (whole !== undefined) return [whole];
  const [, number, mark = '', rest = ''] = NUMBERED.exec(words) ?? [];
  const numbered = number === undefined ? undefined : choices[Number(number) - 1];
  if (numbered === undefined) return [];
  const [label, said] = [`${bare(numbered.label)} `, `${bare(rest)} `];
  // "1 hội nghị" without a mark may be a figure: then only the whole label will do.
  return label === said || (mark !== '' && label.startsWith(said)) ? [numbered] : [];
}

const NUMBERED = /^(?:(?:so|cau|chon|muc) )?\(?([1-9]\d?) ?([-.,:)/]{0,2}) ?(\p{L}.*)$/u;

function bare(label: string): string {
  return fold(label)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** "tháng 12", "cả năm", "chuyên đề quý 4", "HBG": every part that was named has to fit, and nothing else may have been said. */
function byReport<Choice extends Choosable>(
  text: string,
  choices: readonly Choice[],
  { today, reports }: ChoiceSituation,
): Choice[] {
  const meant = choices.flatMap(({ means }) => (means?.report === undefined ? [] : [means.report]));
  const units = [...new Set(meant.flatMap(({ unit }) => (unit === undefined ? [] : [unit])))];
  if (meant.length === 0) return [];
  const named = nameReport(text, { today, reports, ownUnits: units, units });
  const isNamed = named.obligations !== null || named.period !== null || named.unit !== null;
  if (!isNamed || named.rest.trim() !== '' || named.task !== null) return [];
  return choices.filter(
    ({ means }) =>
      means?.report !== undefined &&
      (named.obligations === null || named.obligations.includes(means.report.obligation)) &&
      (named.period === null || named.period === means.report.period) &&
      (named.unit === null || named.unit === means.report.unit),
  );
}

/** A choice's own words, and these said courteously: "vâng em đồng ý", "ok chị". */
function byWords<Choice extends Choosable>(words: string, choices: readonly Choice[]): Choice[] {
  const said = [words, without(words, COURTESY), without(words, YES_ALOUD)];
  return choices.filter(({ means }) => means?.words?.some((spelled) => said.includes(fold(spelled))) === true);
}

const COURTESY = /(?<!\S)(?:em|e|anh|chi|c|a|ah|toi|minh|thua|nhe|nha|ad|bot|oi)(?!\S)/gu;
const YES_ALOUD = new RegExp(`${COURTESY.source}|(?<!\\S)(?:da|vang|u)(?!\\S)`, 'gu');

function without(words: string, courtesy: RegExp): string {
  return words
    .replace(/[.,!]+/gu, ' ')
    .replace(courtesy, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Some of a label's words in a row, two letters at least, and no opposite of it. */
function byPart<Choice extends Choosable>(words: string, choices: readonly Choice[], atLeast: number): Choice[] {
  if (!/\p{L}{2}/u.test(words) || words.split(' ').length < atLeast) return [];
  const isLeaving = isCancel(words);
  return choices.filter(({ label, means }) =>
    (means?.whole === true ? [] : [label, ...(means?.words ?? [])]).some((one) => {
      const spelled = ` ${bare(one)} `;
      if (!spelled.includes(` ${words} `)) return false;
      // "Bỏ" is no part of "Toàn bộ": a word that leaves means a choice only where the choice begins with it.
      if (isLeaving && !spelled.startsWith(` ${words} `)) return false;
      return NEGATIONS.every((word) => !spelled.includes(` ${word} `) || ` ${words} `.includes(` ${word} `));
    }),
  );
}

/** "Duyệt 32 báo cáo người mới" of "Duyệt 32 báo cáo của người mới": its words in their order, most of them, and no others. */
function byMostWords<Choice extends Choosable>(words: string, choices: readonly Choice[]): Choice[] {
  const said = without(words, COURTESY).split(' ');
  if (said.length < SPOKEN_WORDS) return [];
  return choices.filter(({ label }) => {
    const spelled = bare(label).split(' ');
    if (NEGATIONS.some((word) => spelled.includes(word) !== said.includes(word))) return false;
    let at = 0;
    for (const word of spelled) if (word === said[at]) at += 1;
    return at === said.length && said.length * 2 > spelled.length;
  });
}

const SPOKEN_WORDS = 3;

function byNumber<Choice extends Choosable>(text: string, choices: readonly Choice[]): Choice[] {
  const number = parseOrdinal(text);
  const choice = number === null ? undefined : choices[number - 1];
  return choice === undefined ? [] : [choice];
}
