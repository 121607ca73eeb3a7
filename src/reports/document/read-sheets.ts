import { type CellValue, readXlsx } from 'hucre/xlsx';
import type { DocumentPart } from '../../domain/document-part.ts';
import { readZip } from '../read-zip.ts';

/** The sheets of an .xlsx that can be seen, each as a line with its name and a table; of a formula the result that is kept with it. Throws ZipError, or what the library says. */
export async function readSheets(file: Uint8Array): Promise<DocumentPart[]> {
  // The library unpacks whatever it is given: whether that can be borne is seen before.
  readZip(file);
  const { sheets } = await readXlsx(file);
  return sheets
    .filter((sheet) => sheet.hidden !== true && sheet.veryHidden !== true)
    .flatMap((sheet) => [
      { kind: 'line', text: sheet.name },
      { kind: 'table', rows: sheet.rows.map((row) => row.map(asText)) },
    ]);
}

/** A number as it is written in Vietnamese, with a decimal comma and no points. */
function asText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10).split('-').toReversed().join('/');
  if (typeof value === 'number') return String(Math.round(value * 1e6) / 1e6).replace('.', ',');
  return String(value).trim().normalize('NFC');
}
