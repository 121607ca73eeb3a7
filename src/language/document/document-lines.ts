import type { FormField } from '../../domain/report-form.ts';
import { fold } from '../fold.ts';
import { isElsewhere } from './document-about.ts';
import { currencyIn, type Finding, isRough, readFigure, withCurrency } from './document-cells.ts';
import { isDoubtful } from './document-doubt.ts';
import type { Line } from './document-flow.ts';
import { type LabelRead, readName } from './document-label.ts';
import { isMeasuredOtherwise } from './document-measure.ts';
import { ELSEWHERE } from './document-own-part.ts';
import { isElsewhereOut, type LineReader, PUBLISHED, readSentence } from './document-sentence.ts';
import { goesOn } from './document-siblings.ts';
import { readTextBeside, textTitles } from './document-text.ts';

/** A label, and behind a colon, a tab or leaders its value. */
const LABEL = /^([^:=\t…]{2,160}?)\s*(?:[:=]|\t+|\.{3,}|…+)[\s.…]*(.+)$/;
/** The first figure of a value, and the words before and behind it: "phát 18 bài, tổng thời lượng 180 phút". */
const FIRST = /^(?<before>[^\d:;()]{0,40}?)(?<figure>\d[\d.,]*\d|\d)(?<behind>(?:\s\p{L}[^\s\d,.;:()/]*){0,4})/u;
const LEADS_TO_FIGURE =
  /^(?:(?:da|duoc|co|phat|dang|dang tai|viet|treo|in|cap|to chuc|mo|la|gom|tong|tong so|tong cong) ?)*$/;
const LONGEST_SAID = 120;

/** Lines that give a figure beside its name ("Số hội nghị: 3"), or tell it in a sentence ("đã tổ chức 03 hội nghị"). */
export function readLines(lines: readonly Line[], reader: LineReader): Finding[] {
  const titles = textTitles(reader.form);
  const found: Finding[] = [];
  let before: Finding | null = null;
  for (const { text, isElsewhere, currency } of lines) {
    const texts = readTextBeside(text, titles);
    const read: Finding[] =
      texts.length > 0 ? texts : readSentences(text, isElsewhere, { ...reader, currency, before });
    found.push(...read);
    before = lastNamed(read);
  }
  return found;
}

/** The last of what was read, where it stood beside its name. */
function lastNamed(read: readonly Finding[]): Finding | null {
  const last = read.at(-1);
  return last?.label === undefined ? null : last;
}

type AfterReader = LineReader & { before: Finding | null };

/** What a sentence opens with holds for the rest of its line: "Mục tiêu năm: 9 hội nghị. Lượt người dự: 18". */
function readSentences(line: string, isUnder: boolean, reader: AfterReader): Finding[] {
  let [isOut, before] = [isUnder, reader.before];
  return sentences(line).flatMap((sentence) => {
    const colon = withoutAsideColons(sentence).indexOf(':');
    const opening = colon < 0 ? '' : sentence.slice(0, colon);
    if (opening !== '' && reader.labelOf(opening) === null) {
      const about = reader.about(opening);
      if (about !== null) isOut = isElsewhere(about) || (isOut && about !== 'own');
    }
    const found = readClauses(sentence, { ...reader, before });
    before = lastNamed(found);
    return isOut ? found.map((finding) => ({ ...finding, sure: false, elsewhere: true })) : found;
  });
}

/** The clauses of a sentence; behind "trong đó" and behind another time's name they are its parts. */
function readClauses(sentence: string, reader: AfterReader): Finding[] {
  const found: Finding[] = [];
  let isProse = true;
  for (const clause of clausesOf(sentence)) {
    const before = found.length > 0 ? lastNamed(found) : reader.before;
    const beside = goingOn(clause.trim(), before, reader) ?? besideName(clause.trim(), reader);
    found.push(...(beside ?? readSentence(clause, reader)));
    isProse &&= beside === null;
    const outside = fold(clause.replace(/\([^()]*\)/g, ' '));
    if (/trong do/.test(outside) || (outside.includes(':') && ELSEWHERE.test(outside))) break;
  }
  return isProse ? [...new Set(found.map(({ field }) => field))].flatMap((field) => summed(found, field)) : found;
}

/** "Trang TTĐT huyện: 19 tin, bài. Các xã: 14 tin, bài.": the second is of the first one's field. */
function goingOn(clause: string, before: Finding | null, { labelOf }: LineReader): Finding[] | null {
  const [, label = '', value = ''] = LABEL.exec(withoutAsideColons(clause)) ?? [];
  const name = label.replace(/^[-–+•*\s]+/u, '');
  if (before === null || before.field.kind === 'text' || labelOf(name) !== null) return null;
  const { field, said, elsewhere = false } = before;
  const { figure = '', behind = '' } = FIRST.exec(value)?.groups ?? {};
  // "Hội nghị: 3 cuộc. Ở cơ sở: 8 cuộc."
  const [unit = ''] = /\p{L}+/u.exec(behind) ?? [];
  const isAlike = unit !== '' && fold(said).includes(` ${fold(unit)}`) && name.split(' ').length < LONGEST_NAME;
  if (!goesOn(name, before.label ?? '') && !isAlike) return null;
  const { values } = readFigure(field, field.kind === 'money' ? value.replace(/[.,;]\s*$/, '') : figure);
  const found = { field, said: clause, values, sure: false, elsewhere, label, more: true, place: -1 };
  return values.length === 0 ? null : [found];
}

const LONGEST_NAME = 6;

/** A figure beside its name, with the name. */
function besideName(clause: string, reader: LineReader): Finding[] | null {
  const [, label = '', value = ''] = LABEL.exec(withoutAsideColons(clause)) ?? [];
  const named = readName(label, reader.labelOf);
  const isNamed = named?.sure === true && !isDoubtful(clause) && !isMeasuredOtherwise(named.field, value);
  const found = figureBeside(clause, reader);
  return found?.map((one) => (one.field === named?.field ? { ...one, label, isNamed, place: -1 } : one)) ?? null;
}

/** "Lắp đặt 24 pa-nô; in 2.000 tờ gấp": what the clauses of one sentence tell of a field, its sum first. */
function summed(found: readonly Finding[], field: FormField): Finding[] {
  const [first, ...more] = found.filter((one) => one.field === field && one.elsewhere !== true);
  const only = first ?? found.find((one) => one.field === field);
  if (only === undefined || more.length === 0 || field.kind !== 'count') return only === undefined ? [] : [only];
  const all = [only, ...more];
  const sum = all.reduce((whole, { values: [one] }) => whole + (typeof one === 'number' ? one : 0), 0);
  const said = all.map((one) => one.said).join(' … ');
  return [{ ...only, said, values: [...new Set([sum, ...all.flatMap(({ values }) => values)])] }];
}

/** Apart at semicolons, and at commas in front of a name with its own figure, save for those in brackets. */
function clausesOf(sentence: string): string[] {
  const clauses = [''];
  let depth = 0;
  for (const part of sentence.split(/([;()]|,(?=\s[^,;:()\d]{2,40}:\s*\d))/)) {
    if (part === '(') depth++;
    if (part === ')') depth = Math.max(0, depth - 1);
    const isNext = part === ';' || (part === ',' && (clauses.at(-1) ?? '').includes(':'));
    if (isNext && depth === 0) clauses.push('');
    else clauses.push((clauses.pop() ?? '') + part);
  }
  return clauses;
}

/** A printed form filled in: "Kinh phí: ......22,4...... triệu đồng", "Tháng .....11..... năm 2026". Leaders alone part a name from its figure. */
export function withoutLeaders(line: string): string {
  const filled = line.includes(':')
    ? line
    : line.replace(/^([^.…_]*)[.…_]{3,}([^.…_]+)[.…_]{3,}(?=\s*\p{L})/u, '$1 $2 ');
  return filled.includes(':')
    ? filled
        .replace(/\.{3,}|…{2,}|_{3,}/g, ' ')
        .replace(/ {2,}/g, ' ')
        .trimEnd()
    : filled;
}

/** A question with its answer on the next line is one line. */
export function withAnswers(lines: readonly string[]): string[] {
  return lines.map((line, at) => {
    const answer = /^\s*(?:trả lời\s*:\s*)(.+)$|^\s*(\d[\d.,\s]*)$/iu.exec(lines[at + 1] ?? '');
    return answer !== null && /[?:]\s*$/.test(line)
      ? `${line.replace(/[?:]\s*$/, '')}: ${answer[1] ?? answer[2] ?? ''}`
      : line;
  });
}

/** A figure beside its name; null where the clause has no name before a colon. */
function figureBeside(clause: string, reader: LineReader): Finding[] | null {
  const [, label = '', behind = ''] = LABEL.exec(withoutAsideColons(clause)) ?? [];
  const value = clause.slice(clause.length - behind.length);
  const read = label === '' ? null : readName(label, reader.labelOf);
  if (read === null || read.field.kind === 'text') return null;
  const { field } = read;
  const elsewhere = reader.periodIn(label) === 'other' || ELSEWHERE.test(fold(clause));
  const figure = value.replace(/[.,;]\s*$/, '');
  const currency = field.kind === 'money' ? (currencyIn(label) ?? reader.currency) : undefined;
  const { values, isPlain } = readFigure(field, withCurrency(figure, currency));
  if (values.length > 0) {
    const sure = read.sure && !elsewhere && isPlain && !isRough(clause) && !isElsewhereOut(value, field, reader);
    return [{ field, said: clause, values, sure, elsewhere }];
  }
  // The unit of a form that was not filled in says nothing.
  if (!/\d/.test(value) && value.trim().split(/\s+/u).length < 3) return null;
  if (!/\d/.test(value))
    return read.sure && value.length < LONGEST_SAID ? [{ field, said: clause, values: [], sure: false }] : null;
  return firstFigure(clause, { label, value, read, elsewhere }, reader) ?? partsBeside(clause, { value, read }, reader);
}

/** "3.150 lượt (cùng kỳ: 2.410)": the colon of an aside parts no name from its figure, save that the figure is spelled out: "(Bằng chữ: …)". */
function withoutAsideColons(text: string): string {
  return text.replace(/\((?!bằng chữ)[^()]*\)?/giu, (aside) => aside.replaceAll(':', ' '));
}

/** "Tin, bài: báo tỉnh 2, báo trung ương 1": parts beside the name of what they are parts of; their sum is offered first. */
function partsBeside(
  clause: string,
  { value, read: { field, sure } }: { value: string; read: LabelRead },
  reader: LineReader,
): Finding[] | null {
  const told = readSentence(clause, reader);
  if (!sure || field.kind !== 'count' || told.some((one) => one.field === field)) return null;
  const own = value.replace(/\([^()]*\)/g, ' ');
  const all = [...own.matchAll(/(?<![\p{L}\d.,/-])\d[\d.]*(?![\d/-]|[.,]\d)/gu)];
  // "48 cuộc với 3.570 lượt đoàn viên": the second counts something else.
  const counted = all.filter(({ index }) => !isMeasuredOtherwise(field, own.slice(index)));
  const figures = (counted.length > 0 ? counted : all)
    .map(([one]) => readFigure(field, one.replace(/\.$/, '')).values[0])
    .filter((one) => typeof one === 'number');
  const sum = figures.reduce((all, one) => all + one, 0);
  const values = [...new Set(figures.length > 1 ? [sum, ...figures] : figures)];
  return values.length === 0 ? null : [...told, { field, said: clause, values, sure: false }];
}

/** "Zalo, facebook: 14 bài, 4.215 lượt quan tâm": its own figure is the first one; what else is told is read as a sentence. */
function firstFigure(
  clause: string,
  { value, read, elsewhere }: { label: string; value: string; read: LabelRead; elsewhere: boolean },
  reader: LineReader,
): Finding[] | null {
  const { field } = read;
  const { before = '', figure = '', behind = '' } = FIRST.exec(value)?.groups ?? {};
  if (figure === '' || field.kind !== 'count') return null;
  const counted = reader.labelOf(behind);
  if (counted !== null && counted.field !== field && counted.sure && !PUBLISHED.test(fold(behind))) return null;
  const { values, isPlain } = readFigure(field, figure);
  if (values.length === 0 || !LEADS_TO_FIGURE.test(fold(before))) return null;
  const rest = value.slice(before.length + figure.length);
  const others = readSentence(rest.slice(behind.length), reader, field);
  const isOnly =
    others.every((one) => one.field !== field) && figuresIn(rest) === others.flatMap((one) => one.values).length;
  const isOwn = isUnit(behind, field, reader) && !isElsewhereOut(value, field, reader) && !isDoubtful(value);
  const isShare = /^\s*%/.test(rest);
  const sure = read.sure && isPlain && !elsewhere && isOnly && isOwn && !isShare;
  // "4 pa-nô, 16 băng rôn": parts of one thing.
  const more = others.flatMap((one) => (one.field === field ? one.values : []));
  const parts = [...values, ...more].filter((one) => typeof one === 'number');
  const sum = more.length === 0 ? [] : [parts.reduce((all, one) => all + one, 0)];
  const offered = [...new Set([...sum, ...values, ...more])];
  return [{ field, said: clause, values: offered, sure, elsewhere }, ...others.filter((one) => one.field !== field)];
}

/** How many figures there are outside brackets: one that is not accounted for may be of the same field. */
function figuresIn(text: string): number {
  return text.replace(/\([^()]*\)/g, ' ').match(/\d[\d.,]*/g)?.length ?? 0;
}

/** What is counted is the field's own, or nothing in particular: "14 bài", "02 buổi". */
function isUnit(behind: string, field: FormField, { labelOf }: LineReader): boolean {
  if (behind.trim() === '' || PUBLISHED.test(fold(behind))) return true;
  return labelOf(behind)?.field === field;
}

function sentences(line: string): string[] {
  return line.split(/(?<=[.;!?])\s+(?=\p{Lu})|\n/u);
}
