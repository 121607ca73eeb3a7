import { type CellValue, readXlsx } from 'hucre/xlsx';
import type { DocumentPart } from '../../domain/document-part.ts';
import { readZip } from '../read-zip.ts';

/** The sheets of an .xlsx that can be seen, each as a line with its name and a table; of a formula the result that is kept with it. Throws ZipError, or what the library says. */
export async function readSheets(file: Uint8Array): Promise<DocumentPart[]> {
  // The library unpacks whatever it is given: whether that can be borne is seen before.
  readZip(file);
  const { sheets, dateSystem } = await readXlsx(file);
  const asText = (value: CellValue | undefined): string => textOf(value, dateSystem === '1904');
  return sheets
    .filter((sheet) => sheet.hidden !== true && sheet.veryHidden !== true)
    .flatMap((sheet) => [
      { kind: 'line', text: sheet.name },
      { kind: 'table', rows: sheet.rows.map((row) => row.map(asText)) },
    ]);
}

const DAY_MS = 86_400_000;
/** The last day before the one that only Excel has, 29.02.1900: it is told for both, so neither is sure. */
const BEFORE_NO_DAY = Date.UTC(1900, 1, 28);

/** A number as it is written in Vietnamese, with a decimal comma and no points. */
function textOf(value: CellValue | undefined, is1904: boolean): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value, is1904);
  if (typeof value === 'number') return String(Math.round(value * 1e6) / 1e6).replace('.', ',');
  return String(value).trim().normalize('NFC');
}

/**
 * Excel keeps the format of a date in a cell where one was typed by mistake, and shows a figure that is typed over it as a day long ago
 * or far ahead, counted from its first day (ISO/IEC 29500-1, 18.17.4.1): that is the figure again. Beyond every date: as Excel shows it.
 */
function dateText(date: Date, is1904: boolean): string {
  const ms = date.getTime();
  if (Number.isNaN(ms)) return '########';
  const year = date.getUTCFullYear();
  const isFigure = (year < 2000 || year > 2100) && ms % DAY_MS === 0 && ms !== BEFORE_NO_DAY;
  if (!isFigure) return date.toISOString().slice(0, 10).split('-').toReversed().join('/');
  const first1900 = ms < BEFORE_NO_DAY ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  return String((ms - (is1904 ? Date.UTC(1904, 0, 1) : first1900)) / DAY_MS);
}
