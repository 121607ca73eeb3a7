import type { FormField, ReportForm } from '../../domain/report-form.ts';
import { withoutAsides } from '../change/aside-brackets.ts';
import { wordsOfChange } from '../change/correction-words.ts';
import { foldInPlace, lower, tidy } from '../fold.ts';
import { type FieldNames, fieldNames } from '../report/field-names.ts';
import { parseField } from '../report/report-field.ts';
import { fieldTalkedOf } from '../report/talk-of-text.ts';
import { isCourtesy } from '../small-talk.ts';
import { eachOf, isOfSomethingElse, ofItsKind, saysMore } from './told-each.ts';
import { takeEnding, textEnding } from './told-ending.ts';
import { noneOf, saysNoneAtEnd } from './told-none.ts';
import { meantBy, type Noun, nounsIn } from './told-nouns.ts';
import { doubtPlaces, nearest, withoutReceivers } from './told-places.ts';
import { type Counted, type Doubtful, markParts, type Part, settle, settleTotal } from './told-settle.ts';
import { hasNumberWords, spelledFigures } from './told-spelled.ts';
import * as words from './told-words.ts';

/** What a sentence tells of a report in its own order of words. */
export interface Told {
  values: Record<string, number | string>;
  doubtful: readonly Doubtful[];
  /** Parts of the sentence with a figure that counts nothing of the form. */
  unread: readonly string[];
}

const LONGEST = 300;

/** A figure where it stands, with all that belongs to it, and what it may count. */
export interface Figure {
  from: number;
  to: number;
  /** As `parseField` is to read it. */
  raw: string;
  isRough: boolean;
}

/**
 * "Bên em hai cuộc hội nghị, một trăm rưỡi người dự", "HN 2, người 90, tin 3", "phát trên loa xã 62 lượt": each figure with what it
 * counts, before or behind it. Null where no figure is told as done: plans, questions, other people's.
 */
export function readTold(form: ReportForm, text: string): Told | null {
  const said = tidy(text).trim();
  if (said.length > LONGEST || said.includes('\n')) return null;
  const folded = foldInPlace(said);
  const names = fieldNames(form);
  const ending = textEnding(names, folded);
  const head = folded.slice(0, ending?.from ?? folded.length);
  if (isNotTold(said, head)) return null;
  const told: Told & { doubtful: Doubtful[]; unread: string[] } = {
    values: {},
    doubtful: [],
    unread: [],
  };
  const counted: Counted = new Map();
  const clauses = clausesOf(masked(head));
  let isOfWhole = false;
  for (const [at, clause] of clauses.entries()) {
    const before = new Map([...counted].map(([field, parts]) => [field, parts.length] as const));
    takeClause({ form, names, said, folded }, clause, told, counted);
    isOfWhole ||= words.PART.test(clause.text);
    if (isOfWhole) markParts(counted, before);
    doubtPlaces(names, nounsIn(form, clause), { before: clauses[at - 1], clause, said }, told, counted);
  }
  for (const [field, parts] of counted) settle(field, parts, told);
  if (clauses.length > 2)
    settleTotal(
      clauses.map(({ text: clause }) => clause),
      told,
    );
  if (ending !== null) takeEnding(names, said, ending, told);
  const isText = ending !== null && head.trim() === '';
  return counted.size === 0 && told.doubtful.length === 0 && told.unread.length === 0 && !isText ? null : told;
}

/** Whether there is a figure that counts something, whatever it is. */
export function hasFigures(text: string): boolean {
  return /\d/u.test(masked(foldInPlace(tidy(text))));
}

interface Reading {
  form: ReportForm;
  names: FieldNames;
  said: string;
  folded: string;
}

interface Clause {
  from: number;
  text: string;
}

function isNotTold(said: string, head: string): boolean {
  const periods = new Set([...head.matchAll(words.PERIODS)].map(([one]) => one.replace(/\s+/gu, '')));
  const unmarked = [...periods].filter((one) => !/nam/u.test(one));
  if (unmarked.length > 1 || (words.ASKS.test(head) && !saysNoneAtEnd(head))) return true;
  return words.NOT_TOLD.test(lower(said.slice(0, head.length)));
}

/** Days, times, periods and documents blanked out, the length kept. */
export function masked(folded: string): string {
  const blank = (found: string): string => ' '.repeat(found.length);
  return [words.TOGETHER, words.ONE_NAME, words.CORRECTED, words.TAKEN_OFF, ...words.NO_FIGURES, words.PERIODS].reduce(
    (text, shape) => text.replace(shape, blank),
    withoutAsides(folded),
  );
}

function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (const match of text.matchAll(words.BETWEEN_CLAUSES)) {
    clauses.push({ from, text: text.slice(from, match.index) });
    from = match.index + match[0].length;
  }
  return [...clauses, { from, text: text.slice(from) }];
}

function takeClause(
  reading: Reading,
  clause: Clause,
  told: { doubtful: Doubtful[]; unread: string[] },
  counted: Counted,
): void {
  const { said } = reading;
  const nouns = nounsIn(reading.form, clause);
  const figures = figuresOf(reading, clause, nouns);
  const first = figures[0];
  const none = first === undefined ? noneOf(clause, nouns) : null;
  if (none !== null) return void counted.set(none.key, [{ noun: '', value: 0, isOther: false, around: '' }]);
  if (first === undefined) return takeWords(reading, clause, nouns, told.unread);
  // Square metres, photo essays, film shows: a field's word stands in it, and it is not what the field counts. Nor is "mỗi lớp 40 người".
  if (words.EACH.test(lower(saidIn(reading, clause)))) {
    const each = eachOf(reading.names, saidIn(reading, clause), nouns, figures);
    return each === null ? void told.unread.push(saidIn(reading, clause)) : void told.doubtful.push(each);
  }
  if (words.OTHER_THINGS.test(clause.text) || words.POINTED.test(clause.text))
    return void told.unread.push(saidIn(reading, clause));
  const isBehind = nouns.some(({ from, isGeneric }) => !isGeneric && from < first.from);
  const placed = figures.map((figure, at) => {
    const [before, next] = [
      figures[at - 1]?.to ?? clause.from,
      figures[at + 1]?.from ?? clause.from + clause.text.length,
    ];
    const around = isBehind
      ? nouns.filter(({ from, to }) => from >= before && to <= figure.from)
      : withoutReceivers(
          nouns.filter(({ from, to }) => from >= figure.to && to <= next),
          reading.folded,
        );
    // "Hội nghị 70 người", "hội nghị 4 cuộc tổng 410 người": the last figure is of what stands right behind it, where nothing particular stands before.
    const isLast = at === figures.length - 1 && (at === 0 || around.every(({ isGeneric }) => isGeneric));
    const [close] = isLast && isBehind ? nouns.filter(({ from }) => isRightBehind(figure, from)) : [];
    const told =
      (close?.isGeneric === false ? close : null) ??
      meantBy(around) ??
      nearest(around, figure, clause) ??
      (figures.length === 1 ? meantBy(nouns) : null);
    // "Tin bài còn 8 bài đăng": what stands before says more than a general word behind.
    const led = at === 0 && told?.isGeneric === true ? nouns.filter(({ to }) => to <= figure.from) : [];
    const noun = meantBy(led) ?? told;
    const isMoney = words.MONEY.test(foldInPlace(figure.raw));
    // "1tr5 tờ rơi": money by its unit, things by its word.
    const isOdd =
      isMoney && noun?.field?.kind === 'count' && around.some((one) => one === noun && one.from >= figure.to);
    const field =
      isOdd || isOfSomethingElse(reading.names, clause.text.slice(0, Math.max(0, first.from - clause.from)), noun)
        ? null
        : isMoney
          ? moneyOf(reading.form)
          : (noun?.field ?? null);
    const isLoose = isMoney && noun?.field?.kind !== 'money' && saysMore(clause, nouns);
    const asked = field?.kind === 'count' ? ofItsKind(figure, noun, said) : figure;
    return { figure: isLoose ? { ...figure, isRough: true } : asked, field, noun: noun?.name ?? '' };
  });
  // "Hội nghị từ 3 thành 5": one that counts nothing leaves the others of its clause in doubt.
  if (placed.some(({ field }) => field === null)) return void told.unread.push(saidIn(reading, clause));
  const around = clause.text.replace(/[^a-z]+/gu, '');
  const isOther = words.OF_ANOTHER_TIME.test(clause.text) || words.PART.test(clause.text);
  for (const { figure, field, noun } of placed)
    if (field !== null) takeFigure(field, { noun, isOther, around }, figure, told.doubtful, counted);
}

function isRightBehind({ to }: Figure, from: number): boolean {
  return from - to >= 0 && from - to < 2;
}

function takeFigure(
  field: FormField,
  of: Pick<Part, 'noun' | 'isOther' | 'around'>,
  figure: Figure,
  doubtful: Doubtful[],
  counted: Counted,
): void {
  const read = parseField(field, figure.raw);
  const reading = read.kind === 'ok' ? Number(read.value) : (read.readings?.[0] ?? Number.NaN);
  const isOdd = field.kind === 'count' && /^\d+\s?k$/u.test(figure.raw);
  if (read.kind === 'fault' || figure.isRough || isOdd)
    doubtful.push({ field: field.key, raw: figure.raw, reading, isTwice: false });
  else counted.set(field.key, [...(counted.get(field.key) ?? []), { ...of, value: reading }]);
}

/** What is said without a figure, and is more than courtesy, is shown as unread. */
function takeWords({ names, said }: Reading, { from, text }: Clause, nouns: readonly Noun[], unread: string[]): void {
  const own = wordsOfChange(text.trim())
    .rest.split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !words.WORDS_BEFORE.has(word));
  const typed = said.slice(from, from + text.length);
  if (isCourtesy(typed)) return;
  // "Hội nghị đúng": of a field something is said, and no figure of it.
  const isJudged =
    nouns.length === 1 && /(?:^|\s)(?:dung|sai|ok|on|nham|chua dung)(?: (?:roi|r|a|nhe))*\s*$/u.test(text);
  const isDenied =
    nouns.length > 0 && /^\s*(?:(?:da|em|ben em|thang nay|ky nay) )*(?:khong|ko|k|chua)(?!\p{L})/u.test(text);
  const isLeft = isJudged || isDenied || hasNumberWords(typed) || fieldTalkedOf(names, typed) !== null;
  if ((nouns.length === 0 && own.length > 0) || isLeft) unread.push(typed.trim());
}

function saidIn({ said }: Reading, { from, text }: Clause): string {
  return said.slice(from, from + text.length).trim();
}

function moneyOf(form: ReportForm): FormField | null {
  return form.fields.find(({ kind }) => kind === 'money') ?? null;
}

function figuresOf({ said, folded }: Reading, { from, text }: Clause, nouns: readonly Noun[]): Figure[] {
  const ends = new Set(nouns.map(({ to }) => to));
  const figures: Figure[] = [];
  for (const match of text.matchAll(words.FIGURE)) {
    const at = from + match.index;
    const size = words.sizeBehind(match[0], folded.slice(at + match[0].length));
    const to = at + match[0].length + size.length;
    const before = figures.at(-1);
    if (before !== undefined && at < before.to) continue;
    // "2 3 hội nghị", "100-120 người": either, or what is between them.
    const isRange = before !== undefined && /^[\s-]*$/u.test(folded.slice(before.to, at));
    if (isRange) figures.pop();
    const isNegative = /(?:^|\p{L}\s+)[-−]$/u.test(folded.slice(0, at));
    const isOfMore = /^\s?\/\s?\d/u.test(folded.slice(to));
    const isRough = isRange || isNegative || isOfMore || words.isAboutRight(said, folded, at, to);
    figures.push({ from: isRange ? before.from : at, to, raw: said.slice(isRange ? before.from : at, to), isRough });
  }
  // Of a bracket that was blanked out nothing is read.
  const spelled = spelledFigures(said, from, text, ends).filter(
    (one) =>
      text[one.from - from] !== ' ' && !figures.some((digits) => one.from >= digits.from && one.from < digits.to),
  );
  return [...figures, ...spelled].toSorted((a, b) => a.from - b.from);
}
