import type { DocumentPart } from '../../domain/document-part.ts';
import type { ReportForm } from '../../domain/report-form.ts';
import { fold } from '../fold.ts';
import { fieldNames } from '../report/field-names.ts';
import { splitHeader } from '../report/report-header.ts';
import { guard } from '../report/report-lines.ts';
import { keyedLabel, type ParsedReport, parseReport } from '../report/report-template.ts';

/** Our own form of the period: a head, and rows with the fields' keys. It is read like a typed one. */
export function readOwnForm(form: ReportForm, parts: readonly DocumentPart[]): ParsedReport | null {
  const cells = parts.flatMap((part) => (part.kind === 'line' ? [part.text] : part.rows.flat()));
  const head = cells.find((cell) => splitHeader(cell) !== null);
  if (head === undefined) return null;
  const rows = parts.flatMap((part) => (part.kind === 'table' ? part.rows : []));
  const names = fieldNames(form);
  // A column that somebody put between is not ours.
  const headed = rows.map((row) => row.findIndex((cell) => fold(cell).trim() === VALUES)).find((at) => at >= 0);
  const keyed = rows.flatMap((row) => {
    const at = row.findIndex((cell) => cell !== '');
    const cell = row[at] ?? '';
    // LibreOffice takes "_xa_" for a code and writes a line break in its place: then the label in front of the key has to do.
    const bracket = cell.indexOf('(');
    const said = bracket < 0 ? undefined : names.named(cell.slice(0, bracket))?.field;
    const field = form.fields.find(({ key }) => cell.includes(`(${key}`)) ?? said;
    if (field === undefined) return [];
    const figures = row.filter((cell, index) => index > at && NUMBER.test(cell));
    // Without its head nobody knows which of several is ours.
    const value = headed === undefined && figures.length > 1 ? '' : (row[headed ?? at + 1] ?? '');
    const beside = value === '' ? figures : [];
    return [{ label: keyedLabel(field), value, beside }];
  });
  if (keyed.length === 0) return null;
  // Every line of a longer text is guarded, so that it is taken to the letter.
  const broken = keyed.filter(({ value }) => EXCEL_ERROR.test(value));
  const lines = keyed
    .filter((one) => !broken.includes(one))
    .map(({ label, value }) =>
      value.includes('\n') ? [`${label}:`, ...value.split('\n').map(guard)].join('\n') : `${label}: ${value}`,
    );
  const read = parseReport(form, [head, ...lines].join('\n'));
  const besides = keyed.flatMap(({ label, beside }) => beside.map((value) => ({ label, value })));
  const unread = [...read.unread, ...[...broken, ...besides].map(({ label, value }) => `${label}: ${value}`)];
  return { ...read, unread };
}

/** The head of the column that is filled in (`wording/form-sheet.ts`), folded. */
const VALUES = 'so lieu, noi dung trong ky';
/** A figure typed into another column of its row, where ours is empty. */
const NUMBER = /^\d[\d.,\s]*$/u;

/** What a formula shows that could not be reckoned; a text that began with "=". */
const EXCEL_ERROR = /^#(?:VALUE!|REF!|NAME\?|N\/A|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/;
