import { type Cell, type CellStyle, type CellValue, writeXlsx } from 'hucre/xlsx';
import type { ReportForm } from '../../domain/report-form.ts';
import { keyedLabel } from '../../language/report/report-template.ts';
import { FORM_SHEET as WORDS } from '../../wording/form-sheet.ts';
import { cellText } from './cell-text.ts';

/** One unit's form of one period. */
export interface FormSheet {
  title: string;
  /** `#BC thang 2026-11 HBG b1`: tells which report comes back, and over which version. */
  head: string;
  form: ReportForm;
  /** What is known already, by field. */
  values: Readonly<Record<string, number | string>>;
}

const TITLE: CellStyle = { font: { bold: true, size: 14 } };
const NOTE: CellStyle = { font: { italic: true, color: { rgb: '4B5563' } } };
const THIN = { style: 'thin', color: { rgb: '9CA3AF' } } as const;
const EDGES = { top: THIN, bottom: THIN, left: THIN, right: THIN };
const HEAD: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E5EDF7' } },
  border: EDGES,
  alignment: { horizontal: 'center', vertical: 'center' },
};
const LABEL: CellStyle = { border: EDGES, alignment: { vertical: 'top', wrapText: true } };
/** What is to be filled in is seen at a glance. */
const INPUT: CellStyle = {
  border: EDGES,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFBE6' } },
  alignment: { vertical: 'top', wrapText: true, horizontal: 'left' },
};

const HEAD_ROWS = 4;
/** In points: two lines of a question, four of a text. */
const HEIGHTS = { count: 34, money: 34, text: 66 } as const;

const spelled = (value: CellValue): CellValue => (typeof value === 'string' ? cellText(value) : value);

/** The form to be filled in with Excel; `readReportDocument` reads it back by the keys behind the labels. */
export async function writeForm({ title, head, form, values }: FormSheet): Promise<Uint8Array> {
  const rows: { value: CellValue; style: CellStyle }[][] = [
    [{ value: title, style: TITLE }],
    [{ value: head, style: NOTE }],
    [{ value: WORDS.howTo, style: NOTE }],
    [WORDS.columns.label, WORDS.columns.value, WORDS.columns.hint].map((value) => ({ value, style: HEAD })),
    ...form.fields.map((field) => [
      { value: keyedLabel(field), style: LABEL },
      { value: values[field.key] ?? null, style: INPUT },
      { value: field.label, style: LABEL },
    ]),
  ];
  const cells = new Map<string, Partial<Cell>>();
  rows.forEach((row, index) => {
    row.forEach(({ value, style }, at) => {
      const type = value === null ? 'empty' : typeof value === 'number' ? 'number' : 'string';
      cells.set(`${index},${at}`, { value: spelled(value), type, style });
    });
  });
  return writeXlsx({
    sheets: [
      {
        name: WORDS.sheet,
        columns: [{ width: 40 }, { width: 48 }, { width: 60 }],
        rows: rows.map((row) => row.map(({ value }) => spelled(value))),
        cells,
        rowDefs: new Map(form.fields.map(({ kind }, at) => [HEAD_ROWS + at, { height: HEIGHTS[kind] }])),
        freezePane: { rows: HEAD_ROWS, columns: 0 },
        pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      },
    ],
    defaultFont: { name: 'Times New Roman', size: 12 },
    properties: { title },
  });
}
