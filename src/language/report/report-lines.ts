import type { FormField, ReportForm } from '../../domain/report-form.ts';
import { isLetterHead, namesPeriod } from '../document/letter-head.ts';
import { foldInPlace, tidy } from '../fold.ts';
import { isCourtesy, isOwnClosing, isOwnHint } from '../small-talk.ts';
import { nounsIn } from '../told/told-nouns.ts';
import { type LabelBreaks, labelBreaks } from './label-breaks.ts';
import { isNothingToReport } from './nothing-to-report.ts';
import { isBlank, parseField } from './report-field.ts';
import { type ReportHeader, splitHeader } from './report-header.ts';
import { type Mark, markFinder, valueBetween } from './report-marks.ts';

/** One field as it was typed: its lines, the first of them beside the label. `guarded` = written by `fillTemplate`, to be taken to the letter. */
export interface Entry {
  field: FormField;
  lines: string[];
  guarded: boolean;
  /** Whether a line says something. Kept, because looking through all lines again with each new one takes quadratic time. */
  answered: boolean;
  /** What the field was called, where the line names it: "fb", "zalo". Letters only. */
  name?: string;
}

/** A text sorted into fields, with nothing judged yet. */
export interface SortedLines {
  headers: ReportHeader[];
  entries: Entry[];
  saysNothing: boolean;
  unread: string[];
}

interface Sorting extends SortedLines {
  form: ReportForm;
  open: Entry | null;
  closed: boolean;
  /** A letter's head and title, above the first field. */
  heads: string[];
  find: (line: string) => Mark[];
  breaks: LabelBreaks;
}

/** Sorts every line of a typed report: a head, named fields, what goes on with a text, "không phát sinh", courtesy, or unread. */
export function sortLines(form: ReportForm, text: string): SortedLines {
  const sorting: Sorting = {
    form,
    headers: [],
    entries: [],
    saysNothing: false,
    unread: [],
    heads: [],
    open: null,
    closed: false,
    find: markFinder(form),
    breaks: labelBreaks(form),
  };
  for (const line of tidy(text).split('\n')) takeLine(sorting, line);
  const { headers, entries, saysNothing, heads } = sorting;
  // Above nothing they are all that was said.
  const unread = entries.length > 0 ? sorting.unread : [...heads, ...sorting.unread];
  return { headers, entries, saysNothing, unread };
}

/** A line of a text that must not be read as anything else: `fillTemplate` writes it, `takeLine` reads it. */
export function guard(line: string): string {
  return `| ${line}`.trimEnd();
}

function takeLine(sorting: Sorting, line: string): void {
  const guarded = /^\s*\| ?(.*)$/.exec(line);
  if (guarded !== null && sorting.open?.field.kind === 'text') {
    sorting.open.guarded = true;
    addLine(sorting.open, guarded[1] ?? '');
    return;
  }
  if (line.trim() === '') {
    if (sorting.open?.field.kind === 'text' && !sorting.closed) addLine(sorting.open, '');
    return;
  }
  const split = splitHeader(line);
  if (split === null) {
    takeSentences(sorting, line);
    return;
  }
  takeHeader(sorting, split.header);
  if (split.after.trim() !== '') takeFields(sorting, split.after);
}

/** A line, and within it what begins a text of its own. A request behind another text is one, with no label: the rest of its line goes on with it. */
function takeSentences(sorting: Sorting, line: string): void {
  const head = sorting.breaks.headIn(line);
  if (head !== null) return takeFields(sorting, `${head.key}:`);
  let held = '';
  for (const part of sorting.breaks.linesOf(line)) {
    const asked = sorting.breaks.askedIn(part);
    if (asked === null || sorting.find(part)[0]?.from === 0) {
      if (held !== '') takeFields(sorting, held);
      held = part;
      continue;
    }
    if (held.trim() !== '' && textIn(sorting, held) === null) {
      held = `${held}${/[.!…]$/u.test(held) ? ' ' : '; '}${part}`;
      continue;
    }
    const before = held.trim() === '' ? sorting.open?.field : textIn(sorting, held);
    const isTaken = sorting.entries.some(({ field }) => field === asked);
    if (before?.kind !== 'text' || isTaken) {
      held += part;
      continue;
    }
    if (held.trim() !== '') takeFields(sorting, held);
    held = '';
    takeFields(sorting, `${asked.key}: ${part.trim()}`);
  }
  if (held !== '') takeFields(sorting, held);
}

/** The text that is open behind a line. */
function textIn(sorting: Sorting, line: string): FormField | null {
  const last = sorting.find(line).at(-1)?.field ?? sorting.open?.field;
  return last?.kind === 'text' ? last : null;
}

function takeFields(sorting: Sorting, line: string): void {
  const marks = believable(sorting, line, sorting.find(line));
  takeOther(sorting, line.slice(0, marks[0]?.from));
  marks.forEach((mark, at) => {
    const next = marks[at + 1]?.from;
    const whole = valueBetween(line, mark.valueFrom, mark.valueTo ?? next);
    const value = sorting.breaks.figureIn(mark.field, withinSentence(mark.field, whole));
    const behind = mark.valueTo === undefined ? '' : valueBetween(line, mark.valueTo, next).replace(/^[\s,;]+/, '');
    const left = [whole.slice(value.length).trim(), behind].filter((part) => part !== '').join(', ');
    if (left !== '' && !isCourtesy(left)) sorting.unread.push(left);
    sorting.open = {
      field: mark.field,
      lines: [value],
      guarded: false,
      answered: !isBlank(value),
      name: nameIn(line, mark, value),
    };
    sorting.entries.push(sorting.open);
  });
}

function nameIn(line: string, { from, valueFrom, counted }: Mark, value: string): string {
  return foldInPlace(counted === true ? value : line.slice(from, valueFrom)).replace(/[^a-z]+/gu, '');
}

/** "9 + 1. Mười bảy hội thảo": behind a figure's full stop or semicolon something else begins. */
function withinSentence({ kind }: FormField, value: string): string {
  return kind === 'text'
    ? value
    : (/^[^.;\n]*\d[^.;\n]*(?:\.\d[^.;\n]*)*(?:\.(?=\s+(?:\p{L}|\d+\s+\p{L}))|(?=;))/u.exec(value)?.[0] ?? value);
}

/** Above a head stands at most what we wrote ourselves around the template. */
function takeHeader(sorting: Sorting, header: ReportHeader): void {
  sorting.headers.push(header);
  sorting.unread = [];
  sorting.open = null;
}

/**
 * Labels are also plain words. While a text is open, "Hội nghị: tổ chức tại thị xã" goes on with it, since no number follows;
 * so does the text's own name.
 */
function believable({ open }: Sorting, line: string, marks: readonly Mark[]): Mark[] {
  if (open === null || open.field.kind !== 'text') return [...marks];
  return marks.filter((mark, at) => {
    if (mark.sure) return true;
    // "3 hội nghị, 250 người dự" is what a text tells.
    if (mark.counted === true) return false;
    if (mark.field === open.field) return !open.answered;
    if (mark.field.kind === 'text') return true;
    const read = parseField(mark.field, valueBetween(line, mark.valueFrom, marks[at + 1]?.from));
    return read.kind === 'ok' || read.fault !== 'not-a-number';
  });
}

function takeOther(sorting: Sorting, line: string): void {
  const { open } = sorting;
  const said = line.trim();
  if (isOwnClosing(said)) sorting.closed = true;
  if (sorting.closed || isOwnHint(said) || isCourtesy(said)) return;
  const isText = open?.field.kind === 'text';
  const isUnanswered = open !== null && !open.answered;
  if (isNothingToReport(said) && !(isText && isUnanswered)) sorting.saysNothing = true;
  else if (isText) addLine(open, said);
  else if (
    said !== '' &&
    open !== null &&
    isUnanswered &&
    isNumberFor(open.field, said) &&
    !isOfOther(sorting, open.field, said)
  )
    addLine(open, said);
  else if (!isBlank(said))
    (open === null && isLetterHead(said) && !namesPeriod(said) ? sorting.heads : sorting.unread).push(said);
}

/** "Trang web:" with nothing behind it, and below "4 buổi tập huấn". */
function isOfOther({ form }: Sorting, field: FormField, said: string): boolean {
  const nouns = nounsIn(form, { from: 0, text: foldInPlace(said) }).filter(({ isGeneric }) => !isGeneric);
  return nouns.length > 0 && nouns.every((noun) => noun.field !== field);
}

function addLine(entry: Entry, line: string): void {
  entry.lines.push(line);
  entry.answered ||= !isBlank(line);
}

function isNumberFor(field: FormField, text: string): boolean {
  const read = parseField(field, text);
  return read.kind === 'ok' || (read.fault !== 'not-a-number' && read.fault !== 'empty');
}
