import type { DocumentPart } from '../domain/document-part.ts';
import type { ReportForm } from '../domain/report-form.ts';
import { aboutOf, isElsewhere } from './document-about.ts';
import type { Finding } from './document-cells.ts';
import { flowOf } from './document-flow.ts';
import { headLines, ownNumber } from './document-head.ts';
import { labelReader } from './document-label.ts';
import { readLines } from './document-lines.ts';
import type { TableReader } from './document-rows.ts';
import { readTable } from './document-table.ts';
import { readSections, readToldTexts, textTitles, withoutPlans } from './document-text.ts';
import { fieldNames } from './field-names.ts';
import { fold } from './fold.ts';
import { parsePeriod, periodsIn } from './period-word.ts';
import { parseField } from './report-field.ts';
import { splitHeader } from './report-header.ts';
import { guard } from './report-lines.ts';
import { keyedLabel, type ParsedReport, parseReport, type ReportFault } from './report-template.ts';

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
  /** The file speaks of another period in its title: nothing of it is sure. */
  otherPeriod: boolean;
  /** The unit of its letterhead or title, where that is another one: nothing of it is sure. */
  otherUnit: string | null;
}

/** A date is no period: "Hải Dương, ngày 15 tháng 11 năm 2026". */
const DATE =
  /ngày\s*[\d….]*\s*tháng\s*[\d….]*\s*năm\s*[\d….]*|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}\/\d{1,2}(?!\d|\/)/giu;
const TITLE_LINES = 30;
const TITLE_ROWS = 8;
const LONGEST_TITLE = 160;
const RAW_LENGTH = 100;
const LONGEST_NAMED = 400;

/**
 * Reads an office's own report out of its Word or Excel file. What is plainly said once becomes a value; what is said in two ways, of
 * another period, roughly, or under a label that may mean two things, becomes a fault of kind `ambiguous` with its readings, to be asked
 * about. It guesses nothing and never throws.
 */
export function readReportDocument(form: ReportForm, parts: readonly DocumentPart[], period: OwnReport): ReadDocument {
  const own = ownForm(form, parts);
  if (own !== null) return own;
  const labelOf = labelReader(form);
  const periodIn = (text: string): 'own' | 'other' | null => {
    // A name of a period stands in few words, and only these are looked through.
    if (text.length > LONGEST_NAMED) return null;
    const named = parsePeriod(text.replace(DATE, ' ').replace(/[:=]/g, ' '), period.lastDay);
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
  const otherPeriod = isOfOtherPeriod(texts, periodIn);
  const tables = parts.flatMap((part, at) => {
    if (part.kind === 'line') return [];
    const { isElsewhere: isUnder = false, currency } = flow.tables.get(part) ?? {};
    const above = isUnder ? 'other' : periodAbout(parts[at - 1], part.rows, reader);
    return readTable(part.rows, { ...reader, currency }).map((finding) => ofPeriod(finding, above));
  });
  const told = readLines(lines, reader);
  const named = [...tables.map((finding) => doubted(finding, told)), ...told, ...readSections(form, texts)];
  const found = [...named, ...readToldTexts(texts, titles, named)];
  const otherUnit = unitOfHead(head, period);
  const settled = otherUnit === null ? settle(found, otherPeriod) : settle(found.map(doubtful), otherPeriod);
  const isOwn = otherUnit === null && !otherPeriod;
  const values = isOwn ? withNumber(form, settled, head, period) : settled.values;
  return { ...settled, values, found, otherPeriod, otherUnit };
}

/** With the report's own number, in the field that asks for it; a letter about anything has a number too. */
function withNumber(
  { fields }: ReportForm,
  { values, faults }: ParsedReport,
  head: readonly string[],
  { unitIn }: OwnReport,
): ParsedReport['values'] {
  const isReport = Object.keys(values).length > 0 || faults.length > 1;
  const isAsked = isReport && values[NUMBER_FIELD] === undefined && fields.some(({ key }) => key === NUMBER_FIELD);
  const number = isAsked ? ownNumber(head, (line) => unitIn(line)?.isOwn === true) : null;
  return number === null ? values : { ...values, [NUMBER_FIELD]: number };
}

const NUMBER_FIELD = 'van_ban';

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

/** Our own form of the period: a head, and rows with the fields' keys. It is read like a typed one. */
function ownForm(form: ReportForm, parts: readonly DocumentPart[]): ReadDocument | null {
  const cells = parts.flatMap((part) => (part.kind === 'line' ? [part.text] : part.rows.flat()));
  const head = cells.find((cell) => splitHeader(cell) !== null);
  if (head === undefined) return null;
  const rows = parts.flatMap((part) => (part.kind === 'table' ? part.rows : []));
  const names = fieldNames(form);
  const keyed = rows.flatMap((row) => {
    const at = row.findIndex((cell) => cell !== '');
    const cell = row[at] ?? '';
    // LibreOffice takes "_xa_" for a code and writes a line break in its place: then the label in front of the key has to do.
    const bracket = cell.indexOf('(');
    const said = bracket < 0 ? undefined : names.named(cell.slice(0, bracket))?.field;
    const field = form.fields.find(({ key }) => cell.includes(`(${key}`)) ?? said;
    return field === undefined ? [] : [{ label: keyedLabel(field), value: row[at + 1] ?? '' }];
  });
  if (keyed.length === 0) return null;
  // Every line of a longer text is guarded, so that it is taken to the letter.
  const lines = keyed.map(({ label, value }) =>
    value.includes('\n') ? [`${label}:`, ...value.split('\n').map(guard)].join('\n') : `${label}: ${value}`,
  );
  return { ...parseReport(form, [head, ...lines].join('\n')), found: [], otherPeriod: false, otherUnit: null };
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

/** A figure of a table that the text puts otherwise is asked about. */
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

/** The title says which period it is: "Báo cáo … tháng 10 năm 2026". Where it names this one too, it compares. */
function isOfOtherPeriod(lines: readonly string[], periodIn: (text: string) => 'own' | 'other' | null): boolean {
  const titles = lines
    .slice(0, TITLE_LINES)
    .filter((line) => /bao cao|ket qua|tinh hinh|^thang|^ky /.test(fold(line)) && line.length < 200);
  // "Năm 2026 (cập nhật đến tháng 11)": what the brackets say is more exact.
  const named = titles
    .map((line) => line.replace(/so với [^,;:]*/giu, ' '))
    .flatMap((line) => [line, ...(line.match(/\([^()]+\)/g) ?? [])])
    .map(periodIn);
  return named.includes('other') && !named.includes('own');
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
  return finding.field.kind === 'text' ? finding : { ...finding, sure: false };
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
  return { header: null, nothingToReport: false, values, faults, unread: [] };
}

function rawOf([first]: readonly Finding[]): string {
  return [...(first?.said ?? '')].slice(0, RAW_LENGTH).join('');
}
