import type { FormField, ReportForm } from '../../domain/report-form.ts';
import { bracketsOfMore } from '../change/aside-brackets.ts';
import { saidPlainly } from '../change/said-plainly.ts';
import { tidy } from '../fold.ts';
import { madeLast } from '../made-once.ts';
import { DOUBTFUL_MONEY } from '../number/numbers.ts';
import { asksOfFigures } from '../question-of-figures.ts';
import { readTold, type Told } from '../told/told-figures.ts';
import { unitOfAnother } from '../unit/unit-of-another.ts';
import { withDoubts } from './doubted-figures.ts';
import { isOtherName, isTalk, saysNothingInstead, spelledOut, together, typed } from './entry-values.ts';
import { fieldNames } from './field-names.ts';
import { figuresBehind } from './figures-out-of-text.ts';
import { labelBreaks } from './label-breaks.ts';
import { NOTHING_TO_REPORT } from './nothing-to-report.ts';
import { withoutOwnLabel } from './own-label.ts';
import { cleanText, isBlank, parseField, type ValueFault } from './report-field.ts';
import { headerLine, headOf, type ReportHeader } from './report-header.ts';
import { type Entry, guard, sortLines } from './report-lines.ts';
import { layOut } from './report-prose.ts';
import { type Rest, splitRest } from './rest-clause.ts';
import { withTextLabels } from './text-labels.ts';
import { linesApart } from './to-bot.ts';
import { faultsOf, withProse } from './with-prose.ts';

export { parseField };

/**
 * Why a value was not taken. `twice` = two values for one field, or two heads; `contradiction` = "không phát sinh" beside figures; both heads and
 * contradiction have field ''. `each` = so many at each; `more` = so many more, or in all; `part` = of a part, or of all.
 */
export interface ReportFault {
  field: string;
  /** What was typed, at most 100 characters of it. */
  raw: string;
  fault: ValueFault | 'twice' | 'contradiction' | 'each' | 'more' | 'less' | 'part';
  readings?: readonly number[];
  /** With `each`: the field that counts of how many. */
  each?: string;
}

/** What a typed report says. With any fault nothing of it may be stored. */
export interface ParsedReport {
  header: ReportHeader | null;
  nothingToReport: boolean;
  /** What could be read; nothing of a field that has a fault. */
  values: Readonly<Record<string, number | string>>;
  faults: readonly ReportFault[];
  /** What belongs to no field, as typed. Courtesies and our own hints are not in it. */
  unread: readonly string[];
  /** What is said of all fields that are not named; null = nothing. */
  rest: Rest | null;
}

/** The number of a list's only line. */
const NUMBERED = /^\s*(?:\d{1,2}|[a-zđ])[.)]\s+/iu;
const RAW_LENGTH = 100;

/**
 * Reads a report in any of the three ways: our template filled in (any order, with gaps), `key=value` in one line, or
 * "không phát sinh". A field left blank is not given, which is not zero. It never throws, and guesses nothing.
 */
export const parseReport = madeLast((form: ReportForm, text: string): ParsedReport => {
  if (asksOfFigures(text) === 'all') return { ...NOTHING_READ, unread: [text.trim()] };
  const laid = layOut(withTextLabels(form, saidPlainly(form, tidy(text))));
  const { text: own, rest } = splitRest(laid.text);
  const plain = withToldHead(form, own) ?? parseLines(form, own);
  const told = mayBeTold(form, plain, own) ? readTold(form, own.replace(NUMBERED, '')) : null;
  const prose = withProse(form, told === null ? plain : better(plain, told));
  const sure = withDoubts(form, own, prose.header === null ? withoutFigures(form, prose) : prose);
  const read = { ...sure, rest };
  const kept = [...Object.values(read.values), ...read.unread, ...read.faults.map(({ raw }) => raw)].join('\n');
  const besides = [laid.ofAnother, ...bracketsOfMore(own)].filter((part) => part !== '' && !kept.includes(part));
  return besides.length === 0 ? read : { ...read, unread: [...read.unread, ...besides] };
});

export const NOTHING_READ: ParsedReport = {
  header: null,
  nothingToReport: false,
  values: {},
  faults: [],
  unread: [],
  rest: null,
};

/** With the figures that stand behind a text in their own fields, where nothing else was said of these. */
function withoutFigures(form: ReportForm, read: ParsedReport): ParsedReport {
  const values = { ...read.values };
  for (const { key } of form.fields.filter(({ kind, required }) => kind === 'text' && required)) {
    const text = values[key];
    const behind = typeof text === 'string' ? figuresBehind(form, text) : null;
    if (behind === null || Object.keys(behind.values).some((field) => values[field] !== undefined)) continue;
    Object.assign(values, behind.values, { [key]: behind.text });
  }
  return { ...read, values };
}

/** A sentence, and no filled-in form: no text in it has a line of its own, none tells figures by itself. */
function mayBeTold(form: ReportForm, { header, nothingToReport, values }: ParsedReport, text: string): boolean {
  if (header !== null || nothingToReport || /[=|\n]|\([a-z_]+[,)]/u.test(text.trim())) return false;
  if (labelBreaks(form).linesOf(text).length > 1) return false;
  return Object.values(values).every((value) => typeof value === 'number' || !/\d/u.test(value));
}

/**
 * "Hn 3, du 200 ng. Kq: …": a sentence of figures before the labels, read as one where its own labels do not read it; null where they do, or a
 * field would be said twice.
 */
function withToldHead(form: ReportForm, text: string): ParsedReport | null {
  if (/[=|\n]/u.test(text.trim())) return null;
  const [head = '', ...labelled] = labelBreaks(form).linesOf(text);
  const plain = labelled.length === 0 ? null : parseLines(form, head);
  if (plain === null || plain.faults.length + plain.unread.length === 0) return null;
  // Two figures of one field are asked about, as they are without labels behind them.
  if (plain.faults.some(({ fault }) => fault === 'twice')) return null;
  const told = readTold(form, head.replace(/[.;!\s]+$/u, ''));
  const sentence = told === null ? plain : better(plain, told);
  if (sentence === plain) return null;
  const behind = parseLines(form, labelled.join('\n'));
  if (Object.keys(behind.values).some((key) => sentence.values[key] !== undefined)) return null;
  return {
    ...behind,
    values: { ...sentence.values, ...behind.values },
    faults: [...sentence.faults, ...behind.faults],
    unread: [...sentence.unread, ...behind.unread],
  };
}

/** A sentence is read whole where that reads more of it than its labels do. */
function better(plain: ParsedReport, told: Told): ParsedReport {
  const [read, more] = [Object.keys(plain.values).length, Object.keys(told.values).length];
  const faulty = new Set(plain.faults.map(({ field }) => field)).size;
  const isMore = more + told.doubtful.length >= read + faulty && more >= read;
  const isWhole = told.unread.length === 0 && (plain.unread.length > 0 || plain.faults.length > told.doubtful.length);
  // "100-120 người dự" is neither: it is asked about.
  const isDoubted = told.doubtful.some(({ field }) => plain.values[field] !== undefined);
  if (!isDoubted && (!isMore || (more === read && !isWhole))) return plain;
  return { ...plain, values: told.values, faults: faultsOf(told), unread: told.unread };
}

function parseLines(form: ReportForm, text: string): ParsedReport {
  const { headers, entries, saysNothing, unread: left } = sortLines(form, text);
  const [header = null, ...others] = headers;
  const apart = entries.filter((entry) => entry.guarded || !isBlank(typed(entry))).map(linesApart);
  const answered = apart.map(({ entry }) => entry);
  const given = answered.filter((entry) => !isTalk(entry));
  const talk = answered.filter(isTalk).map((entry) => `${entry.field.shortLabel}: ${typed(entry)}`);
  const unread = [...left, ...talk, ...apart.flatMap((one) => one.talk)];
  if (given.length > 0 && given.every(saysNothingInstead)) {
    return { header, nothingToReport: true, values: {}, faults: faultsOfHeads(header, others), unread, rest: null };
  }
  const read = new Map<string, number | string>();
  const named = new Map<string, string>();
  const faults = [
    ...faultsOfHeads(header, others),
    ...given.map((entry) => takeEntry(form, entry, read, named)),
  ].filter((fault) => fault !== null);
  if (saysNothing && given.length > 0) faults.push({ field: '', raw: NOTHING_TO_REPORT, fault: 'contradiction' });
  const sound = [...read].filter(([key]) => !faults.some((fault) => fault.field === key));
  return { header, nothingToReport: saysNothing, values: Object.fromEntries(sound), faults, unread, rest: null };
}

/** Two templates in one text: whose figures are these? */
function faultsOfHeads(header: ReportHeader | null, others: readonly ReportHeader[]): ReportFault[] {
  const another = others.find((one) => JSON.stringify(one) !== JSON.stringify(header));
  return another === undefined ? [] : [{ field: '', raw: headerLine(headOf(another)), fault: 'twice' }];
}

/**
 * The block that is sent to be copied and filled in: a head (`thang 2026-11 HBG`) and one line a field, with the values known so far.
 * `parseReport` gives the same values back, whatever the texts contain.
 */
export function fillTemplate(
  form: ReportForm,
  header: string,
  values: Readonly<Partial<Record<string, number | string>>>,
): string {
  const lines = form.fields.map((field) => fillLine(form, field, values[field.key]));
  return [headerLine(header), ...lines].join('\n');
}

/** A label by which the field is found again for sure: `Hội nghị, tập huấn (hoi_nghi)`. */
export function keyedLabel({ shortLabel, key, kind, required }: FormField): string {
  const unit = kind === 'money' && !/triệu/iu.test(shortLabel) ? ', triệu đồng' : '';
  return `${shortLabel} (${key}${unit}${required ? ', bắt buộc' : ''})`;
}

function fillLine(form: ReportForm, field: FormField, value: number | string | undefined): string {
  const label = `${keyedLabel(field)}:`;
  if (value === undefined || isBlank(String(value))) return `${label} `;
  if (field.kind !== 'text') return `${label} ${plainNumber(field, value)}`;
  const text = cleanText(String(value));
  const line = `${label} ${text}`;
  const read = parseReport(form, line);
  const isSafe = read.values[field.key] === text && read.faults.length === 0 && Object.keys(read.values).length === 1;
  return isSafe ? line : [label, ...text.split('\n').map(guard)].join('\n');
}

function plainNumber({ kind }: FormField, value: number | string): string {
  const text = String(value).replace('.', ',');
  return kind === 'money' && Number(value) >= DOUBTFUL_MONEY ? `${text} triệu` : text;
}

function takeEntry(
  form: ReportForm,
  entry: Entry,
  values: Map<string, number | string>,
  named: Map<string, string>,
): ReportFault | null {
  const field = entry.field.key;
  const said = entry.guarded ? typed(entry) : spelledOut(typed(entry));
  if (entry.field.required && entry.field.kind === 'text' && said !== typed(entry)) return null;
  const isOwn = !entry.guarded && entry.field.kind === 'text' && !said.includes('\n');
  const text = isOwn ? withoutOwnLabel(fieldNames(form), entry.field, said) : said;
  const raw = [...text.trim()].slice(0, RAW_LENGTH).join('');
  const read = parseField(entry.field, text);
  if (read.kind === 'fault') {
    if (read.fault === 'empty') return null;
    return { field, raw, fault: read.fault, ...(read.readings === undefined ? {} : { readings: read.readings }) };
  }
  if (typeof read.value === 'number' && unitOfAnother(form, entry.field, text).length > 0)
    return { field, raw, fault: 'of-another', readings: [read.value] };
  const before = values.get(field);
  const isAnother = before !== undefined && (before !== read.value || isOtherName(entry, named));
  named.set(field, entry.name ?? '');
  if (isAnother)
    return {
      field,
      raw,
      fault: 'twice',
      ...(typeof before === 'number' ? { readings: together(before, read.value) } : {}),
    };
  values.set(field, read.value);
  return null;
}
