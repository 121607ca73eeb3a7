import type { DocumentPart } from '../../domain/document-part.ts';
import type { FormField, ReportForm } from '../../domain/report-form.ts';
import { fieldOfRole } from '../../domain/report-form.ts';
import { aboutOf, isElsewhere } from '../document/document-about.ts';
import { mendLines } from '../document/document-broken.ts';
import type { Finding } from '../document/document-cells.ts';
import { isDoubtful } from '../document/document-doubt.ts';
import { flowOf } from '../document/document-flow.ts';
import { readOwnForm } from '../document/document-form.ts';
import { DATE, headLines, ownNumber } from '../document/document-head.ts';
import { labelReader } from '../document/document-label.ts';
import { figuresLeft, rowsOf, saysNothing } from '../document/document-left.ts';
import { readLines } from '../document/document-lines.ts';
import type { TableReader } from '../document/document-rows.ts';
import { severalNamed } from '../document/document-siblings.ts';
import { readTable } from '../document/document-table.ts';
import { readSections, readToldTexts, textTitles, withoutPlans } from '../document/document-text.ts';
import { fold } from '../fold.ts';
import { parsePeriod, periodsIn } from '../time/period-word.ts';
import { parseField } from './report-field.ts';
import type { ParsedReport, ReportFault } from './report-template.ts';

/** The period a report is for, and its last day; who else it may be of. */
export interface OwnReport {
  key: string;
  lastDay: string;
  /** The unit that a line names, and whether it is the one the report is for; null where it names none. */
  unitIn(line: string): { name: string; isOwn: boolean } | null;
}

/** What a file says, as a typed report would be read, and the words each value was read from. */
export interface ReadDocument extends ParsedReport {
  found: readonly Finding[];
  /** Where a figure stood of what nothing was found of: "Tin, bài: xem phụ lục 3". */
  unplaced: readonly { field: FormField; said: string }[];
  /** The period that the file names in its title, where that is another one: nothing of it is sure. */
  otherPeriod: string | null;
  /** The unit of its letterhead or title, where that is another one: nothing of it is sure. */
  otherUnit: string | null;
}

const TITLE_LINES = 30;
const TITLE_ROWS = 8;
const LONGEST_TITLE = 160;
const RAW_LENGTH = 100;
const LONGEST_NAMED = 400;
/** "TH 6 tháng" is "thực hiện", not "thg 6". */
const NOT_OF_A_PERIOD = /[:=]|(?<!\p{L})TH(?= \d{1,2} tháng)/giu;

/**
 * Reads an office's own report out of its Word or Excel file. What is plainly said once becomes a value; what is said in two ways, of
 * another period, roughly, or under a label that may mean two things, becomes a fault of kind `ambiguous` with its readings, to be asked
 * about. It guesses nothing and never throws.
 */
export function readReportDocument(form: ReportForm, sent: readonly DocumentPart[], period: OwnReport): ReadDocument {
  const parts = mendLines(sent);
  const own = readOwnForm(form, parts);
  if (own !== null) return { ...own, found: [], unplaced: [], otherPeriod: null, otherUnit: null };
  const labelOf = labelReader(form);
  const periodIn = (text: string): 'own' | 'other' | null => {
    // A name of a period stands in few words, and only these are looked through.
    if (text.length > LONGEST_NAMED) return null;
    const named = parsePeriod(text.replace(DATE, ' ').replace(NOT_OF_A_PERIOD, ' '), period.lastDay);
    if (named === null) return yearIn(text, period);
    return named.key === period.key ? 'own' : 'other';
  };
  const titles = textTitles(form);
  const about = (text: string) =>
    aboutOf(text, { periodAmong: (said) => periodAmong(said, period), unitIn: period.unitIn });
  const reader = { form, labelOf, periodIn, unitIn: period.unitIn, titles, about };
  const flow = flowOf(parts, about, titles);
  const lines = withoutPlans(flow.lines, titles);
  const texts = lines.map(({ text }) => text);
  const head = headLines(parts);
  const otherPeriod = otherPeriodIn(texts, period, periodIn);
  const tables = parts.flatMap((part, at) => {
    if (part.kind === 'line') return [];
    const { isElsewhere: isUnder = false, currency } = flow.tables.get(part) ?? {};
    const above = isUnder ? 'other' : periodAbout(parts[at - 1], part.rows, reader);
    return readTable(part.rows, { ...reader, currency }).map((finding) => ofPeriod({ place: at, ...finding }, above));
  });
  const read = readLines(lines, reader);
  const prose = read.filter(({ isProse, said }) => isProse === true && !isDoubtful(said));
  const told = read.map((finding) => (finding.sure ? doubted(finding, prose) : finding));
  const named = [...tables.map((finding) => doubted(finding, told)), ...told, ...readSections(form, texts)];
  const found = [...named, ...readToldTexts(texts, titles, named)];
  const otherUnit = unitOfHead(head, period);
  const isOwn = otherUnit === null && otherPeriod === null;
  const settled = settle(otherUnit === null ? found : found.map(doubtful), otherPeriod !== null);
  const values = isOwn ? withNumber(form, settled, head, period) : settled.values;
  const nothingToReport = isOwn && found.length === 0 && texts.some(saysNothing);
  const unplaced = nothingToReport ? [] : figuresLeft(form, [...texts, ...rowsOf(parts)], found);
  return { ...settled, values, nothingToReport, found, unplaced, otherPeriod, otherUnit };
}

/** With the report's own number, in the field that asks for it; a letter about anything has a number too. */
function withNumber(
  { fields }: ReportForm,
  { values, faults }: ParsedReport,
  head: readonly string[],
  { unitIn }: OwnReport,
): ParsedReport['values'] {
  const isReport = Object.keys(values).length > 0 || faults.length > 1;
  const field = isReport ? fieldOfRole(fields, 'document') : null;
  if (field === null || values[field.key] !== undefined) return values;
  const number = ownNumber(head, (line) => unitIn(line)?.isOwn === true);
  return number === null ? values : { ...values, [field.key]: number };
}

const SHORT_NAME = 30;
/** A sheet a commune has as many difficulties as communes. */
const MOST_TEXTS = 3;

/** "Thực hiện 2025": a year alone, in a name of few words; of the year that is reported on, or of another one. */
function yearIn(text: string, { key }: OwnReport): 'own' | 'other' | null {
  const years = text.length > SHORT_NAME ? [] : [...text.matchAll(/(?<![\d./-])20\d\d(?![\d./-])/gu)];
  const [[year] = []] = years;
  if (year === undefined || years.length > 1 || !/\p{L}/u.test(text)) return null;
  if (year !== key.slice(0, 4)) return 'other';
  return year === key ? 'own' : null;
}

/** Of all the periods that an opening sentence names the report's own, where that is among them. */
function periodAmong(text: string, own: OwnReport): 'own' | 'other' | null {
  const keys = periodsIn(text.replace(DATE, ' '), own.lastDay);
  if (keys.length === 0) return yearIn(text, own);
  return keys.includes(own.key) ? 'own' : 'other';
}

/** What stands right above a table, a sheet's name or a title within it, says of which period its figures are. */
function periodAbout(
  before: DocumentPart | undefined,
  rows: readonly (readonly string[])[],
  { periodIn, about }: Pick<TableReader, 'periodIn' | 'about'>,
): 'own' | 'other' | null {
  const titles = rows.slice(0, TITLE_ROWS).flatMap((row) => {
    const said = row.filter((cell) => cell !== '');
    return said.length === 1 ? said : [];
  });
  const above = before?.kind === 'line' && before.text.length < LONGEST_TITLE ? [before.text, ...titles] : titles;
  const said = above.map((text) => (isElsewhere(about(text)) ? 'other' : periodIn(text)));
  return said.findLast((one) => one !== null) ?? null;
}

/** A figure of a table, or beside its name, that the text puts otherwise is asked about. */
function doubted(finding: Finding, told: readonly Finding[]): Finding {
  const others = told
    .filter(({ field, elsewhere }) => field === finding.field && elsewhere !== true)
    .flatMap(({ values }) => values);
  const isDoubted = others.length > 0 && !finding.values.some((value) => others.includes(value));
  return isDoubted ? { ...finding, values: [...new Set([...finding.values, ...others])], sure: false } : finding;
}

function ofPeriod(finding: Finding, about: 'own' | 'other' | null): Finding {
  if (about === 'other' && finding.ofOwnPeriod !== true) return { ...finding, sure: false, elsewhere: true };
  return about === 'own' ? { ...finding, ofOwnPeriod: true } : finding;
}

/** The title says which period it is: "Báo cáo … tháng 10 năm 2026". Where it names this one too, it compares. Null: this one, or none. */
function otherPeriodIn(lines: readonly string[], own: OwnReport, periodIn: TableReader['periodIn']): string | null {
  const titles = lines
    .slice(0, TITLE_LINES)
    .filter((line) => /bao cao|ket qua|tinh hinh|^thang|^ky /.test(fold(line)) && line.length < 200)
    .map((line) => line.replace(/so với [^,;:]*/giu, ' '))
    // "Năm 2026 (cập nhật đến tháng 11)": what the brackets say is more exact.
    .flatMap((line) => [line, ...(line.match(/\([^()]+\)/g) ?? [])]);
  const other = titles.find((line) => periodIn(line) === 'other');
  if (other === undefined || titles.some((line) => periodIn(line) === 'own')) return null;
  const [key = /20\d\d/.exec(other)?.[0] ?? ''] = periodsIn(other.replace(DATE, ' '), own.lastDay);
  return key;
}

/** Letterhead and title; whom it is addressed to, and what it carries out, stand in other lines. */
function unitOfHead(head: readonly string[], { unitIn }: OwnReport): string | null {
  const named = head
    .filter(
      (line) => line.length < LONGEST_TITLE && (line === line.toLocaleUpperCase('vi') || /^bao cao/.test(fold(line))),
    )
    .flatMap((line) => unitIn(line) ?? []);
  return named.some(({ isOwn }) => isOwn) ? null : (named[0]?.name ?? null);
}

function doubtful(finding: Finding): Finding {
  return { ...finding, sure: false };
}

function settle(found: readonly Finding[], otherPeriod: boolean): ParsedReport {
  const values: Record<string, number | string> = {};
  const faults: ReportFault[] = [];
  for (const field of new Set(found.map((finding) => finding.field))) {
    const all = found.filter((finding) => finding.field === field);
    const sure = all.filter(({ sure, ofOwnPeriod }) => sure && (!otherPeriod || ofOwnPeriod === true));
    const named = sure.filter(({ ofOwnPeriod }) => ofOwnPeriod === true);
    const likely = all.filter(({ elsewhere }) => elsewhere !== true);
    const meant = [named, sure, likely].find((some) => some.length > 0) ?? all;
    const readings = [...new Set(meant.flatMap((finding) => finding.values))];
    const [value] = readings;
    const several = field.kind === 'text' ? null : severalNamed(all);
    if (value !== undefined && several !== null) {
      faults.push({
        field: field.key,
        raw: rawOf(meant),
        fault: 'ambiguous',
        readings: offered(all, readings, several.sum),
      });
      continue;
    }
    if (value === undefined) {
      // "Kinh phí: hội viên tự đóng góp": something was said, and no figure.
      if (field.kind !== 'text') faults.push({ field: field.key, raw: rawOf(meant), fault: 'not-a-number' });
      continue;
    }
    if (sure.length > 0 && readings.length === 1) values[field.key] = value;
    else if (field.kind === 'text' && sure.length > 0 && readings.length <= MOST_TEXTS) {
      // "Khó khăn: …" and "Tồn tại: …" are of one field.
      const read = parseField(field, readings.join('\n'));
      if (read.kind === 'ok') values[field.key] = read.value;
    } else if (field.kind !== 'text') {
      const numbers = readings.filter((reading) => typeof reading === 'number');
      faults.push({ field: field.key, raw: rawOf(meant), fault: 'ambiguous', readings: numbers.slice(0, 3) });
    }
  }
  return { header: null, nothingToReport: false, values, faults, unread: [], rest: null };
}

const MOST_OFFERED = 4;

/** What was named apart: their sum first, and each of them. */
function offered(all: readonly Finding[], readings: readonly (number | string)[], sum: number | null): number[] {
  const more = all.flatMap(({ more, isNamed, elsewhere, values }) =>
    (more === true || isNamed === true) && elsewhere !== true ? values : [],
  );
  const numbers = [sum, ...readings, ...more].filter((one) => typeof one === 'number');
  return [...new Set(numbers)].slice(0, MOST_OFFERED);
}

function rawOf([first]: readonly Finding[]): string {
  return [...(first?.said ?? '')].slice(0, RAW_LENGTH).join('');
}
