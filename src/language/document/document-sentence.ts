import type { FormField, ReportForm } from '../../domain/report-form.ts';
import { foldInPlace, tidy } from '../fold.ts';
import { fieldNames } from '../report/field-names.ts';
import { type Noun, nounsIn } from '../told/told-nouns.ts';
import { spelledFigures } from '../told/told-spelled.ts';
import type { About } from './document-about.ts';
import { type Finding, readFigure } from './document-cells.ts';
import type { LabelRead } from './document-label.ts';
import { inOneFigure } from './document-number.ts';
import { ownPart } from './document-own-part.ts';

export interface LineReader {
  form: ReportForm;
  labelOf(text: string): LabelRead | null;
  periodIn(text: string): 'own' | 'other' | null;
  about(text: string): About;
  /** What money is counted in, where a line above says it. */
  currency?: string | undefined;
}

const FIGURE =
  /(?<![\p{L}\p{N}.,/(])(?:(?:khoang|hon|gan|tren|duoi|uoc|xap xi|it nhat) )?\d(?:[\d.,]*\d)?(?: \d{3}(?!\d))*(?:\(\d\))?(?![\d/-]|\p{L})/gu;
/** What stands behind a figure, up to the next one or the end of the clause. */
const BEHIND = /^(?:\(\d\))?[^\d;.:()]*/u;
const NOTE_MARK = /\(\d\)/;
const CURRENCY = /^\s*(?:(?:trieu|ty|nghin|ngan)(?: dong)?|dong|d|vnd)(?![\p{L}\p{N}])/u;
/** The number of a document, a date, or how much more: "Nghị quyết 57 tại hội nghị", "tăng 02 hội nghị" count nothing. */
const NUMBERED =
  /(?:nghi quyet|nq|quyet dinh|qd|ke hoach|cong van|chi thi|van ban|de an|so|ngay|thang|nam|quy|tang|giam|tang them|lan thu)[\s-]*$/;
/** What is blank where such a change stood. */
const SHORTEST_CHANGE = 12;
const LONGEST_CURRENCY = 20;
const SPENT = /kinh phi|ngan sach|so tien|chi phi/;
const CONNECTIVE = /[,\s]+(?:(?:va|voi|cho|co|thu hut|gom|trong do|tren|duoc)[,\s]*)*$/;
/** What is published, whatever it is published in. */
export const PUBLISHED = /^\s*(?:tin|bai|video|clip|anh|luot tin)(?![\p{L}\p{N}])/u;
const LONGEST_CLAUSE = 120;
const WORDS_BEFORE = 25;
/** A thing counted stands right behind its figure, save for what kind of it. */
const NEAR = 3;

interface Told {
  field: FormField;
  values: readonly (number | string)[];
  said: string;
}

interface Figure {
  from: number;
  to: number;
  raw: string;
  /** What is behind it, folded. */
  behind: string;
}

interface Clause extends LineReader {
  text: string;
  folded: string;
  nouns: readonly Noun[];
}

/**
 * Figures told in a sentence, of the report's own time. None is ever sure: a part ("trong đó"), another outlet of the same office, a word
 * that two fields share look the same. Of twenty reports that nobody had seen, six figures of prose were wrong. `after`: what the sentence
 * counted before, in a part that is read already.
 */
export function readSentence(sentence: string, reader: LineReader, after: FormField | null = null): Finding[] {
  const text = ownPart(inOneFigure(tidy(sentence.slice(0, LONGEST_SENTENCE))), reader);
  const folded = foldInPlace(text);
  const figures = /\p{L}/u.test(text) ? figuresOf(text, folded) : [];
  if (figures.length === 0) return noneTold(text, folded, reader);
  if (reader.periodIn(text) === 'other') return [];
  const clause = { ...reader, text, folded, nouns: nounsIn(reader.form, { from: 0, text: folded }) };
  const told: Told[] = [];
  let [end, before] = [0, after];
  for (const figure of figures) {
    const one = CURRENCY.test(figure.behind) ? spent(clause, figure) : counted(clause, figure, { end, before });
    if (one !== null) told.push(one);
    before = one?.field ?? before;
    end = figure.to;
  }
  return [...new Set(told.map(({ field }) => field))].flatMap((field) => together(told, field));
}

/** Two thirds of a page without a full stop or semicolon: what comes then is a list of something. Each figure is looked at beside every noun. */
const LONGEST_SENTENCE = 1500;
/** In an office's prose the word stands before what it counts. */
const NO_NOUNS: ReadonlySet<number> = new Set();
const STATIONS = /^\s*(?:dai (?:truyen thanh|phat thanh|xa|huyen|co so|cap)|tram|cum loa|he thong loa)(?!\p{L})/u;
const NUMBER_WORD = /(?<!\p{L})(?:một|hai|ba|bốn|năm(?! \d)|sáu|bảy|tám|chín|mười)(?!\p{L})/iu;

const NONE = /(?<!\p{L})(?:khong|chua) (?:co|dang|dang tai|to chuc|phat sinh|thuc hien|in|treo)(?= )/u;

/** "Hội chưa có sản phẩm tuyên truyền trực quan": nought is offered, where nothing else is said of the field. */
function noneTold(text: string, folded: string, { form }: LineReader): Finding[] {
  const said = NONE.exec(folded);
  if (said === null) return [];
  const from = said.index + said[0].length;
  const nouns = nounsIn(form, { from, text: folded.slice(from) }).filter(({ isGeneric }) => !isGeneric);
  const [first] = nouns;
  if (first?.field?.kind !== 'count' || nouns.some(({ field }) => field !== first.field)) return [];
  if (wordsIn(folded.slice(from, first.from)) > NEAR) return [];
  return [{ field: first.field, said: text.trim(), values: [0], sure: false, elsewhere: true }];
}

/** Different things that one field counts, told in one sentence, are its sum; or one of them is another matter. */
function together(told: readonly Told[], field: FormField): Finding[] {
  const all = told.filter((one) => one.field === field);
  const values = [...new Set(all.flatMap((one) => one.values))];
  const sum = all.reduce((whole, { values: [one] }) => whole + (typeof one === 'number' ? one : 0), 0);
  const offered = values.length > 1 ? [...new Set([sum, ...values])] : values;
  const said = all.map((one) => one.said).join(' … ');
  return values.length === 0 ? [] : [{ field, said, values: offered, sure: false, isProse: true }];
}

function figuresOf(text: string, folded: string): Figure[] {
  const typed = [...folded.matchAll(FIGURE)].flatMap((match) => {
    const to = match.index + match[0].length;
    // "Kinh phí trong tháng 22 triệu đồng" is of no month.
    const isNumber = NUMBERED.test(folded.slice(Math.max(0, match.index - 20), match.index));
    if (isNumber && !CURRENCY.test(folded.slice(to, to + LONGEST_CURRENCY))) return [];
    return [{ from: match.index, to, raw: text.slice(match.index, to).replace(NOTE_MARK, '') }];
  });
  const words = NUMBER_WORD.test(text) ? spelledFigures(text, 0, text, NO_NOUNS) : [];
  const spelled = words.filter(({ from, to }) => typed.every((one) => one.to <= from || one.from >= to));
  const all = [...typed, ...spelled].toSorted((a, b) => a.from - b.from);
  return all.map(({ from, to, raw }, at) => {
    return { from, to, raw, behind: BEHIND.exec(folded.slice(to, all[at + 1]?.from))?.[0] ?? '' };
  });
}

function spent({ form, text, folded }: Clause, { from, to, raw, behind }: Figure): Told | null {
  const money = form.fields.find(({ kind }) => kind === 'money');
  if (money === undefined || !SPENT.test(folded.slice(0, from))) return null;
  const amount = raw + text.slice(to, to + (CURRENCY.exec(behind)?.[0].length ?? 0));
  return { field: money, values: readFigure(money, amount).values, said: around(text, from, to + behind.length) };
}

/** What the figure counts: what stands behind it, or, where that is only "tin, bài", the place before it in which they were published. */
function counted(
  clause: Clause,
  { from, to, raw, behind }: Figure,
  { end, before }: { end: number; before: FormField | null },
): Told | null {
  // "Đài huyện và 15 đài truyền thanh xã": stations.
  if (STATIONS.test(behind)) return null;
  const isLoose = clause.nouns.every((noun) => noun.isGeneric || noun.from < to || noun.to > to + behind.length);
  const isChanged = behind.trim() === '' && clause.folded.slice(0, from).endsWith(' '.repeat(SHORTEST_CHANGE));
  const place = (isLoose && PUBLISHED.test(behind)) || isChanged ? placeBefore(clause, end, from) : null;
  const same = isLoose && PUBLISHED.test(behind) && before !== null && isPublished(clause.form, before) ? before : null;
  const meant = place ?? same ?? (isChanged ? null : fieldBehind(clause, to, behind, before));
  if (meant?.kind !== 'count') return null;
  return { field: meant, values: readFigure(meant, raw).values, said: around(clause.text, from, to + behind.length) };
}

function fieldBehind(
  { labelOf, nouns, folded, form }: Clause,
  to: number,
  behind: string,
  before: FormField | null,
): FormField | null {
  const label = labelOf(behind.replace(CONNECTIVE, '').slice(0, LONGEST_CLAUSE));
  const inside = nouns.filter((noun) => noun.from >= to && noun.to <= to + behind.length);
  const [first] = inside;
  const near = first !== undefined && wordsIn(folded.slice(to, first.from)) <= NEAR;
  // People who came to what was counted before: "03 lớp tập huấn cho 165 hội viên".
  if (label === null)
    return near && before !== null && first.field !== null && areGuests(form, first.field, before) ? first.field : null;
  if (label.sure) return label.field;
  if (first !== undefined && !near) return null;
  const particular = inside.find(({ isGeneric }) => !isGeneric);
  const isNear = particular !== undefined && wordsIn(folded.slice(to, particular.from)) <= NEAR;
  if (!isNear || particular.field === null || particular.field === label.field) return label.field;
  // "15.230 người quan tâm, cùng với fanpage": people who follow, not who came.
  return isPeople(form, particular.field) ? null : particular.field;
}

function areGuests(form: ReportForm, guests: FormField, of: FormField): boolean {
  return isPeople(form, guests) && fieldNames(form).namesOf(of).includes('hoi nghi');
}

function isPeople(form: ReportForm, field: FormField): boolean {
  return fieldNames(form).namesOf(field).includes('nguoi');
}

export function isPublished(form: ReportForm, field: FormField): boolean {
  return fieldNames(form)
    .namesOf(field)
    .some((name) => /(?:^| )bai(?: |$)/.test(name));
}

/** "Phối hợp với Báo Hải Dương đăng 05 bài": without its capital "báo" is "báo cáo". */
const PRESS = /(?<!\p{L})(?:[Bb]áo(?= (?:\p{Lu}|in |điện tử))|[Tt]ạp chí)/u;

/** The last place before the figure in which something is published. */
function placeBefore({ nouns, form, text }: Clause, end: number, from: number): FormField | null {
  const begin = Math.max(end, text.lastIndexOf(';', from), text.lastIndexOf(':', from));
  const places = nouns.flatMap(({ isGeneric, field, ...noun }) =>
    isGeneric || field === null || noun.from < begin || noun.to > from || !isPublished(form, field) ? [] : [field],
  );
  const press = PRESS.test(text.slice(begin, from))
    ? form.fields.find((field) => fieldNames(form).namesOf(field).includes('bao chi'))
    : undefined;
  return places.at(-1) ?? press ?? null;
}

/** "Tin, bài: 5 bài trên fanpage": beside the name of one place what came out in another. */
export function isElsewhereOut(value: string, field: FormField, { form }: LineReader): boolean {
  const text = foldInPlace(tidy(value.slice(0, LONGEST_SENTENCE)).replace(/\([^()]*\)/g, ' '));
  const places = nounsIn(form, { from: 0, text }).filter((noun) => !noun.isGeneric && noun.field !== field);
  return isPublished(form, field) && places.some((noun) => noun.field !== null && isPublished(form, noun.field));
}

function wordsIn(text: string): number {
  return text.split(/[\s,]+/u).filter((word) => word !== '').length;
}

/** The figure with the words around it, as people find it again. */
function around(text: string, from: number, to: number): string {
  const begin = Math.max(0, from - WORDS_BEFORE);
  const words = text
    .slice(begin, to)
    .replace(/ +(?=[ ,])/g, '')
    .trim();
  return begin === 0 ? words : `…${words.slice(words.indexOf(' ') + 1)}`;
}
