import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { type CellValue, readXlsx } from 'hucre/xlsx';
import type { Table } from '../domain/unit-list.ts';

/** A file that is no list the program can read; `reason` is of a closed set, words are wording's. */
export class TableError extends Error {
  readonly reason: 'no-file' | 'not-readable' | 'not-a-table';
  readonly path: string;

  constructor(reason: TableError['reason'], path: string, cause: unknown) {
    super(`table: ${reason}`, { cause });
    this.name = 'TableError';
    this.reason = reason;
    this.path = path;
  }
}

/** The sheets of an .xlsx file in their order, or the one of a .csv file, as text. Throws TableError. */
export async function readTables(path: string): Promise<Table[]> {
  const bytes = readBytes(path);
  try {
    // An xlsx file is a zip, whatever its name.
    return isZip(bytes) ? await readSheets(bytes) : [readCsv(bytes)];
  } catch (error) {
    throw new TableError('not-a-table', path, error);
  }
}

async function readSheets(bytes: Buffer): Promise<Table[]> {
  const { sheets } = await readXlsx(new Uint8Array(bytes));
  return sheets
    .filter((sheet) => sheet.hidden !== true && sheet.veryHidden !== true)
    .map(({ name, rows, merges }) => ({ name, rows: rows.map((row) => row.map(asText)), merges: merges ?? [] }));
}

/** Comma, semicolon or tab, whichever parts the text into most cells: Excel in Vietnam saves `;`. */
function readCsv(bytes: Buffer): Table {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const options = { relax_column_count: true, relax_quotes: true, skip_empty_lines: false, bom: true };
  const read = [',', ';', '\t'].map((delimiter): string[][] => parse(text, { ...options, delimiter }));
  const cells = (rows: string[][]): number => rows.reduce((sum, row) => sum + row.length, 0);
  const rows = read.reduce((best, one) => (cells(one) > cells(best) ? one : best));
  return { name: '', rows: rows.map((row) => row.map(asText)), merges: [] };
}

function asText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value).replace(/\s+/gu, ' ').trim().normalize('NFC');
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new TableError(isMissing ? 'no-file' : 'not-readable', path, error);
  }
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 2).toString('latin1') === 'PK';
}
