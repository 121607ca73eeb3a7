import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { cellText } from './cell-text.ts';

const THIN = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const EDGES = { top: THIN, bottom: THIN, left: THIN, right: THIN };

const HEAD: CellStyle = {
  font: { bold: true, color: { rgb: '1F2937' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E5EDF7' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border: EDGES,
};
const SUM: CellStyle = {
  font: { bold: true },
  border: EDGES,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F3F4F6' } },
};

/** Two lines, in points. */
const HEAD_HEIGHT = 36;
/** One line of Times New Roman 12, and the highest row there can be, in points. */
const LINE_HEIGHT = 16;
const MOST_HEIGHT = 409;
/** How much of a line is filled before the next word goes to the next one. */
const WRAPPED = 0.9;

/** How the values of a column are shown. */
const FORMATS = {
  whole: '#,##0',
  money: '#,##0.0',
  moment: 'dd/mm/yyyy hh:mm',
  day: 'dd/mm/yyyy',
  text: null,
  prose: null,
} as const;

export interface SheetColumn {
  head: string;
  kind: keyof typeof FORMATS;
  /** In characters. */
  width: number;
}

/** A value, or a formula with what it comes to: phone viewers show nothing but the result that is kept with it. */
export type SheetCell =
  | string
  | number
  | Date
  | null
  | { formula: string; result: number | null; kind?: 'whole' }
  /** A whole number in a column of amounts. */
  | { whole: number | null };

export interface SheetContent {
  name: string;
  columns: readonly SheetColumn[];
  rows: readonly (readonly SheetCell[])[];
  /** Rows below those that can be filtered. */
  sums?: readonly (readonly SheetCell[])[];
  /** Columns that stay in sight. */
  frozen?: number;
  foot: string;
}

/** Sheets as a workbook. */
export function writeSheets(contents: readonly SheetContent[], title: string): Promise<Uint8Array> {
  return writeXlsx({
    sheets: contents.map(writeSheet),
    namedRanges: contents.map(printTitles),
    defaultFont: { name: 'Times New Roman', size: 12 },
    properties: { title },
  });
}

/**
 * The head, and the columns that stay in sight, on every page that is printed. `hucre` writes the name of the sheet bare
 * (1.0.0: `printTitlesRow`), which with a blank in it is no reference, and nothing is repeated.
 */
function printTitles({ name, frozen = 0 }: SheetContent): { name: string; range: string; scope: string } {
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const columns = frozen === 0 ? '' : `${sheet}!$A:$${letter(frozen - 1)},`;
  return { name: '_xlnm.Print_Titles', range: `${columns}${sheet}!$1:$1`, scope: name };
}

/** A sheet whose head stays in sight, with a filter over its rows; what is text stays text, whatever it begins with. */
function writeSheet({ name, columns, rows, sums = [], frozen = 0, foot }: SheetContent): WriteSheet {
  const all = [...rows, ...sums];
  const cells = new Map<string, Partial<Cell>>();
  for (const [at, { head }] of columns.entries()) cells.set(`0,${at}`, { value: head, type: 'string', style: HEAD });
  all.forEach((row, index) => {
    row.forEach((value, at) => {
      const column = columns[at];
      if (column !== undefined) cells.set(`${index + 1},${at}`, cellOf(value, column, index >= rows.length));
    });
  });
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [columns.map(({ head }) => head), ...all.map((row) => row.map(plainValue))],
    cells,
    rowDefs: new Map([[0, { height: HEAD_HEIGHT }], ...all.flatMap((row, at) => heightOf(row, columns, at + 1))]),
    freezePane: { rows: 1, columns: frozen },
    autoFilter: { range: `A1:${letter(columns.length - 1)}${rows.length + 1}` },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: pagesAcross(columns, frozen),
      fitToHeight: 0,
    },
    headerFooter: { oddFooter: foot },
  };
}

/** Characters that can still be read side by side on an A4 page on its side: about 60 % of the size on the screen. */
const PAGE_WIDTH = 200;

/** Onto how many pages a sheet is printed side by side; the columns that stay in sight are on each of them. */
function pagesAcross(columns: readonly SheetColumn[], frozen: number): number {
  const widths = columns.map(({ width }) => width);
  const sum = (some: readonly number[]): number => some.reduce((total, width) => total + width, 0);
  const repeated = sum(widths.slice(0, frozen));
  return Math.max(1, Math.ceil((sum(widths) - repeated) / (PAGE_WIDTH - repeated)));
}

/** Words that are wrapped need the height of their lines: LibreOffice writes them over the row below where none is given. */
function heightOf(
  row: readonly SheetCell[],
  columns: readonly SheetColumn[],
  at: number,
): [number, { height: number }][] {
  const lines = row.map((value, index) => {
    const column = columns[index];
    return column?.kind === 'prose' && typeof value === 'string' ? linesOf(value, column.width) : 1;
  });
  const most = Math.max(...lines);
  return most === 1 ? [] : [[at, { height: Math.min(most * LINE_HEIGHT, MOST_HEIGHT) }]];
}

/** As many lines as the words take; a line is filled by whole words, so rather one too many. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * WRAPPED))), 0);
}

function cellOf(given: SheetCell, column: SheetColumn, isSum: boolean): Partial<Cell> {
  const isWhole = isObject(given) && ('whole' in given || given.kind === 'whole');
  const kind = isWhole ? 'whole' : column.kind;
  const value = isObject(given) && 'whole' in given ? given.whole : given;
  const format = FORMATS[kind];
  const style: CellStyle = {
    border: EDGES,
    ...(isSum ? SUM : {}),
    ...(format === null ? {} : { numFmt: format }),
    alignment: { vertical: 'top', ...(kind === 'prose' ? { wrapText: true } : {}) },
  };
  if (value === null) return { value: null, type: 'empty', style };
  if (typeof value === 'number') return { value, type: 'number', style };
  if (typeof value === 'string') return { value: cellText(value), type: 'string', style };
  if (value instanceof Date) return { value, type: 'date', style };
  return { value: value.result, type: 'formula', formula: value.formula, formulaResult: value.result, style };
}

function plainValue(value: SheetCell): CellValue {
  if (typeof value === 'string') return cellText(value);
  if (!isObject(value)) return value;
  return 'whole' in value ? value.whole : value.result;
}

function isObject(value: SheetCell): value is Exclude<SheetCell, string | number | Date | null> {
  return value !== null && typeof value === 'object' && !(value instanceof Date);
}

/** The letters of a column, from 0: A, Z, AA. */
export function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letter(Math.floor(index / 26) - 1)}${last}`;
}
