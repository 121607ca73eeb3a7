import type { FormField, ReportForm } from '../domain/report-form.ts';
import { type Finding, isRough } from './document-cells.ts';
import type { LabelRead } from './document-label.ts';
import { readTextBeside, textTitles } from './document-text.ts';
import { fold, foldInPlace, tidy } from './fold.ts';
import { parseField, readingsOf } from './report-field.ts';

export interface LineReader {
  labelOf(text: string): LabelRead | null;
  periodIn(text: string): 'own' | 'other' | null;
}

/** What is told of another time than the report's, of a part, or of a plan. */
const ELSEWHERE =
  /luy ke|cong don|tu dau nam|ke hoach|chi tieu|ky truoc|thang truoc|quy truoc|nam truoc|cung ky|du kien|se |trong do|ca nam|so voi/;
/** A label, and behind a colon, a tab or leaders its value. */
const LABEL = /^([^:=\t…]{2,160}?)\s*(?:[:=]|\t+|\.{3,}|…+)[\s.…]*(.+)$/;
const FIGURE =
  /(?<![\p{L}\p{N}.,/(])(?:(?:khoang|hon|gan|tren|duoi|uoc|xap xi|it nhat) )?\d[\d.,]*(?: \d{3}(?!\d))*(?:\(\d\))?(?![\d/-]|\p{L})/gu;
/** What stands behind a figure, up to the next one or the end of the clause. */
const BEHIND = /^(?:\(\d\))?[^\d;.:()]*/u;
const NOTE_MARK = /\(\d\)/;
const CURRENCY = /^\s*(?:(?:trieu|ty|nghin|ngan)(?: dong)?|dong|d|vnd)(?![\p{L}\p{N}])/u;
/** The number of a document or a date: "Nghị quyết 57 tại hội nghị" counts nothing. */
const NUMBERED = /(?:nghi quyet|nq|quyet dinh|qd|ke hoach|cong van|chi thi|van ban|so|ngay|thang|nam|quy)[\s-]*$/;
const SPENT = /kinh phi|ngan sach|so tien|chi phi/;
const CONNECTIVE = /[,\s]+(?:(?:va|voi|cho|co|thu hut|gom|trong do|tren|duoc)[,\s]*)*$/;
const LONGEST_CLAUSE = 120;
const WORDS_BEFORE = 25;

/** Lines that give a figure beside its name ("Số hội nghị: 3"), or tell it in a sentence ("đã tổ chức 03 hội nghị"). */
export function readLines(form: ReportForm, lines: readonly string[], reader: LineReader): Finding[] {
  const money = form.fields.filter(({ kind }) => kind === 'money');
  const titles = textTitles(form);
  return lines.flatMap((line) => {
    const texts = readTextBeside(line, titles);
    if (texts.length > 0) return texts;
    return sentences(line).flatMap((sentence) => {
      const beside = figuresBeside(sentence, reader);
      return beside.length > 0 ? beside : readSentence(sentence, money, reader);
    });
  });
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

function figuresBeside(line: string, { labelOf, periodIn }: LineReader): Finding[] {
  return line.split(/[;\n]/).flatMap((part) => {
    const [, label = '', value = ''] = LABEL.exec(part.trim()) ?? [];
    const read = label === '' ? null : labelOf(label);
    if (read === null || read.field.kind === 'text') return [];
    const parsed = parseField(read.field, value.replace(/[.,;]\s*$/, ''));
    const values = readingsOf(parsed);
    if (values.length === 0) return [];
    const elsewhere = periodIn(label) === 'other' || ELSEWHERE.test(fold(part));
    const sure = read.sure && !elsewhere && !isRough(part) && parsed.kind === 'ok';
    return [{ field: read.field, said: part.trim(), values, sure, elsewhere }];
  });
}

/**
 * Figures told in a sentence, of the report's own time. None is ever sure: a part ("trong đó"), another outlet of the same office, a word
 * that two fields share look the same. Of twenty reports that nobody had seen, six figures of prose were wrong.
 */
function readSentence(sentence: string, money: readonly FormField[], { labelOf, periodIn }: LineReader): Finding[] {
  const tidied = ownPart(tidy(sentence));
  if (periodIn(tidied) === 'other') return [];
  const folded = foldInPlace(tidied);
  const told = [...folded.matchAll(FIGURE)].flatMap((match) => {
    if (NUMBERED.test(folded.slice(Math.max(0, match.index - 20), match.index))) return [];
    const figure = tidied.slice(match.index, match.index + match[0].length);
    const behind = BEHIND.exec(folded.slice(match.index + match[0].length))?.[0] ?? '';
    const said = around(tidied, match.index, match.index + match[0].length + behind.length);
    if (CURRENCY.test(behind)) {
      const amount = figure + tidied.slice(match.index + match[0].length).slice(0, CURRENCY.exec(behind)?.[0].length);
      return SPENT.test(folded.slice(0, match.index))
        ? money.map((field) => ({ field, values: readingsOf(parseField(field, amount)), said }))
        : [];
    }
    // "31 tin, bài trên cổng": what is counted goes on to the end of its clause.
    const label = labelOf(behind.replace(NOTE_MARK, '').replace(CONNECTIVE, '').slice(0, LONGEST_CLAUSE));
    return label === null || label.field.kind !== 'count'
      ? []
      : [{ field: label.field, values: readingsOf(parseField(label.field, figure.replace(NOTE_MARK, ''))), said }];
  });
  return [...new Set(told.map(({ field }) => field))].flatMap((field) => {
    const all = told.filter((one) => one.field === field);
    const values = [...new Set(all.flatMap((one) => one.values))];
    const said = all.map((one) => one.said).join(' … ');
    return values.length === 0 ? [] : [{ field, said, values, sure: false }];
  });
}

/** A sentence up to where it turns to another time, a part or a plan; what brackets say of those is blank. */
function ownPart(sentence: string): string {
  const outside = sentence.replace(/\([^()]*\)/gu, (aside) =>
    ELSEWHERE.test(foldInPlace(aside)) ? ' '.repeat(aside.length) : aside,
  );
  const turn = foldInPlace(outside).search(ELSEWHERE);
  return turn < 0 ? outside : outside.slice(0, turn);
}

/** The figure with the words around it, as people find it again. */
function around(text: string, from: number, to: number): string {
  const begin = Math.max(0, from - WORDS_BEFORE);
  const words = text.slice(begin, to).trim();
  return begin === 0 ? words : `…${words.slice(words.indexOf(' ') + 1)}`;
}

function sentences(line: string): string[] {
  return line.split(/(?<=[.;!?])\s+(?=\p{Lu})|\n/u);
}
