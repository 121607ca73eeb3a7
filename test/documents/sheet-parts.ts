import { type Cell, type CellValue, type MergeRange, type WriteSheet, writeXlsx } from 'hucre/xlsx';

/** A formula with the result Excel had kept for it. */
export interface Formula {
  formula: string;
  result: number | string;
}

/** A value shown in Excel by a number format, such as 0.95 as "95%". */
export interface Shown {
  value: number | Date;
  format: string;
}

export type SheetValue = CellValue | Formula | Shown;

export interface SheetSource {
  name: string;
  rows: readonly (readonly SheetValue[])[];
  /** "A1:D1" */
  merges?: readonly string[];
  hidden?: boolean;
  /** Rows hidden by hand or by a filter, from 1. */
  hiddenRows?: readonly number[];
}

function position(ref: string): { row: number; col: number } {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(ref) ?? [];
  if (letters === undefined || digits === undefined) throw new Error(`no cell: ${ref}`);
  const col = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, col };
}

function mergeRange(range: string): MergeRange {
  const [from, to] = range.split(':').map(position);
  if (from === undefined || to === undefined) throw new Error(`no range: ${range}`);
  return { startRow: from.row, startCol: from.col, endRow: to.row, endCol: to.col };
}

function sheet(source: SheetSource): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const rows = source.rows.map((row, r) =>
    row.map((value, c): CellValue => {
      if (value === null || typeof value !== 'object' || value instanceof Date) return value;
      if ('formula' in value) {
        cells.set(`${r},${c}`, { type: 'formula', formula: value.formula, formulaResult: value.result });
        return null;
      }
      cells.set(`${r},${c}`, { value: value.value, style: { numFmt: value.format } });
      return value.value;
    }),
  );
  return {
    name: source.name,
    rows,
    cells,
    merges: (source.merges ?? []).map(mergeRange),
    ...(source.hidden && { hidden: true }),
    ...(source.hiddenRows && { rowDefs: new Map(source.hiddenRows.map((row) => [row - 1, { hidden: true }])) }),
  };
}

/** The whole file. */
export async function excel(sheets: readonly SheetSource[], activeSheet = 0): Promise<Uint8Array> {
  return new Uint8Array(
    await writeXlsx({
      sheets: sheets.map(sheet),
      activeSheet,
      defaultFont: { name: 'Times New Roman', size: 13 },
    }),
  );
}

/** The letterhead as offices lay it out in Excel: two merged blocks side by side over `columns` columns. */
export function letterheadRows(above: string, agency: string): SheetValue[][] {
  return [
    [above, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    [agency, null, null, 'Độc lập - Tự do - Hạnh phúc'],
    [],
  ];
}

export const LETTERHEAD_MERGES = ['A1:C1', 'A2:C2', 'D1:F1', 'D2:F2'] as const;
