import type { FormField } from '../domain/report-form.ts';
import type { LabelRead } from './document-label.ts';
import { fold } from './fold.ts';
import { parseField, readingsOf } from './report-field.ts';

/** What a document says of a field, and how surely. `values`: what it can mean, likeliest first. */
export interface Finding {
  field: FormField;
  /** The words it was read from. */
  said: string;
  values: readonly (number | string)[];
  sure: boolean;
  /** It stands in a column or row that names the report's own period. */
  ofOwnPeriod?: boolean;
}

/** What a table is read with. */
export interface TableReader {
  labelOf(text: string): LabelRead | null;
  /** Whether a heading or a row names the report's own period, another one, or none. */
  periodIn(text: string): 'own' | 'other' | null;
}

type Rows = readonly (readonly string[])[];

/** Columns that hold no figure of this period. */
const OTHER_COLUMN =
  /^kh\b|luy ke|cong don|tu dau nam|ke hoach|chi tieu giao|(?:ky|thang|quy|nam) (?:truoc|lien truoc)|cung ky|so sanh|so voi|tang|giam|ty le|%|du kien|ghi chu|nguon|don vi tinh|dvt|^stt$|^tt$/;
const OWN_COLUMN =
  /(?:ky|thang|quy|nam) nay|trong (?:ky|thang|quy)|ky bao cao|ket qua|so luong|so lieu|thuc hien|gia tri|^so$|da lam|^th\b/;
const UNIT_OF_MONEY = /^(?:trieu|tr|nghin|ngan|ty|trd|trieu dong|tr dong|nghin dong|ngan dong|ty dong|dong|vnd|d)$/;
const MOST_HEAD_ROWS = 4;

/** The figures of a table, whichever way it stands: a field a row, or a field a column. */
export function readTable(rows: Rows, reader: TableReader): Finding[] {
  const full = rows.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''));
  const across = readAcross(full, reader);
  const found = new Set(across.map(({ field }) => field));
  return [...across, ...readDown(full, reader).filter(({ field }) => !found.has(field)), ...readTexts(full, reader)];
}

/** A text's own name, and beside it the text. */
function readTexts(rows: Rows, { labelOf }: TableReader): Finding[] {
  return rows.flatMap((row) => {
    const [label = '', text = '', ...more] = row.filter((cell) => cell !== '' && !/^[\d.]{1,5}$/.test(cell));
    const read = more.length > 0 || text === '' ? null : labelOf(label);
    if (read === null || !read.sure || read.field.kind !== 'text') return [];
    const parsed = parseField(read.field, text);
    return parsed.kind === 'ok' ? [{ field: read.field, said: label, values: [parsed.value], sure: true }] : [];
  });
}

/** A field a row: the label, and its figure in one of the columns behind. */
function readDown(rows: Rows, reader: TableReader): Finding[] {
  const first = rows.findIndex((row) => labelled(row, reader) !== null && row.some(isFigure));
  if (first < 0) return [];
  const heads = headings(rows.slice(0, first));
  return rows.slice(first).flatMap((row) => {
    const label = labelled(row, reader);
    if (label === null) return [];
    const currency = row.find((cell) => UNIT_OF_MONEY.test(plain(cell))) ?? currencyIn(row[label.at] ?? '');
    const cells = row.flatMap((text, at) => {
      if (at <= label.at || !isFigure(text)) return [];
      const column = columnKind(heads[at] ?? '', reader);
      return [{ text: label.read.field.kind === 'money' ? withCurrency(text, currency) : text, ...column }];
    });
    return fromCells(label.read, row.filter((cell) => cell !== '').join(' | '), cells);
  });
}

type ColumnKind = 'own' | 'other' | 'unnamed';

interface FigureCell {
  text: string;
  kind: ColumnKind;
  /** Its column names the report's own period. */
  isNamed: boolean;
}

/** The cell that surely is of this period, or all that may be. */
function fromCells({ field, sure }: LabelRead, said: string, cells: readonly FigureCell[]): Finding[] {
  const own = cells.filter(({ kind }) => kind === 'own');
  const unnamed = cells.filter(({ kind }) => kind === 'unnamed');
  const meant = own.length > 0 ? own : unnamed.length > 0 ? unnamed : cells;
  const reads = meant.map(({ text }) => parseField(field, text));
  const values = reads.flatMap(readingsOf);
  if (values.length === 0) return [];
  const [only] = meant;
  const isSure = sure && meant.length === 1 && only?.kind !== 'other' && reads.every(({ kind }) => kind === 'ok');
  const ofOwnPeriod = own.some(({ isNamed }) => isNamed);
  return [{ field, said, values: [...new Set(values)], sure: isSure && !isRough(said), ofOwnPeriod }];
}

function labelled(row: readonly string[], { labelOf }: TableReader): { read: LabelRead; at: number } | null {
  for (const [at, cell] of row.slice(0, 3).entries()) {
    if (cell === '' || isFigure(cell)) continue;
    const read = labelOf(cell);
    if (read !== null && read.field.kind !== 'text') return { read, at };
  }
  return null;
}

/** A field a column: headings in up to four rows, and below them one row of figures, that of the period, or the total. */
function readAcross(rows: Rows, reader: TableReader): Finding[] {
  const begin = rows.findIndex((row, at) => at > 0 && row.filter(isFigure).length > 1 && !isNumbering(row));
  if (begin < 1) return [];
  const heads = headings(rows.slice(Math.max(0, begin - MOST_HEAD_ROWS), begin).filter((row) => !isNumbering(row)));
  const columns = heads.flatMap((head, at) => {
    const read = reader.labelOf(head.split('\n').at(-1) ?? '') ?? reader.labelOf(head.replaceAll('\n', ' '));
    return read === null || read.field.kind === 'text' ? [] : [{ at, head, read, column: columnKind(head, reader) }];
  });
  if (new Set(columns.map(({ read }) => read.field)).size < 2) return [];
  const data = rows.slice(begin).filter((row) => {
    const figures = columns.filter(({ at }) => isFigure(row[at] ?? '')).length;
    return figures * 2 >= columns.length && !isNumbering(row);
  });
  const row = rowMeant(data, reader);
  const fields = [...new Set(columns.map(({ read }) => read.field))];
  return fields.flatMap((field) => {
    const own = columns.filter((column) => column.read.field === field);
    const sure = own.every(({ read }) => read.sure) && row.sure;
    const cells = row.rows.flatMap((one) =>
      own.flatMap(({ at, head, column }) => {
        const text = one[at] ?? '';
        if (!isFigure(text)) return [];
        return [{ text: field.kind === 'money' ? withCurrency(text, currencyIn(head)) : text, ...column }];
      }),
    );
    return fromCells(
      { field, sure },
      `${own[0]?.head.replaceAll('\n', ' ') ?? ''} | ${cells.map(({ text }) => text).join(' | ')}`,
      cells,
    );
  });
}

function rowMeant(data: Rows, { periodIn }: TableReader): { rows: Rows; sure: boolean } {
  const named = data.map((row) => ({
    row,
    period: periodIn(nameOf(row)),
    isTotal: /^(?:tong|cong|toan (?:tinh|huyen|thanh pho|thi xa|nganh|don vi))\b/.test(plain(nameOf(row))),
  }));
  const own = named.filter(({ period }) => period === 'own');
  if (own.length > 0) return { rows: own.map(({ row }) => row), sure: own.length === 1 };
  const left = named.filter(({ period }) => period !== 'other');
  const totals = left.filter(({ isTotal }) => isTotal);
  if (left.length > 1 && totals.length > 0) return { rows: totals.map(({ row }) => row), sure: totals.length === 1 };
  return left.length === 1 ? { rows: left.map(({ row }) => row), sure: true } : { rows: [], sure: false };
}

/** What stands at the head of a row. */
function nameOf(row: readonly string[]): string {
  return row.find((cell) => cell !== '' && !/^\d{1,3}$/.test(cell)) ?? '';
}

/** What stands above each column, row under row; a heading over several columns counts for all of them, a title for none. */
function headings(above: Rows): string[] {
  const rows = above.filter((row) => row.filter((cell) => cell !== '').length > 1).slice(-MOST_HEAD_ROWS);
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, at) =>
    rows
      .map((row, index) => {
        if (row[at] !== undefined && row[at] !== '') return row[at];
        const isLast = index === rows.length - 1;
        return isLast ? '' : (row.slice(0, at).findLast((cell) => cell !== '') ?? '');
      })
      .filter((text) => text !== '')
      .join('\n'),
  );
}

function columnKind(head: string, { periodIn }: TableReader): Omit<FigureCell, 'text'> {
  const said = fold(head);
  // The heading nearest to the figures says it best.
  const lines = head.split('\n');
  const period = lines.map(periodIn).findLast((one) => one !== null) ?? null;
  if (period === 'other' || OTHER_COLUMN.test(said)) return { kind: 'other', isNamed: false };
  return { kind: period === 'own' || OWN_COLUMN.test(said) ? 'own' : 'unnamed', isNamed: period === 'own' };
}

/** A cell that is a figure, or says that there is none. */
function isFigure(cell: string): boolean {
  return /^[~≈(]?\s*\d/.test(cell)
    ? cell.length < 60 && !/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|^\d{4}-\d{2}-\d{2}/.test(cell)
    : /^(?:khong|ko|khong co|(?:khoang|hon|gan|tren|uoc) \d.*)$/.test(plain(cell));
}

/** "(1) (2) (3)": the columns' own numbers. */
function isNumbering(row: readonly string[]): boolean {
  const numbers = row
    .filter((cell) => cell !== '')
    .map((cell) => Number(/^\(?(\d{1,2})\)?$/.exec(cell)?.[1] ?? Number.NaN));
  return numbers.length > 2 && numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
}

function currencyIn(text: string): string | undefined {
  return /(?:nghìn|ngàn|triệu|tr\.?|tỷ)\s*đ(?:ồng)?|đồng|vnđ/iu.exec(text)?.[0];
}

function withCurrency(figure: string, currency: string | undefined): string {
  return currency === undefined || /\p{L}/u.test(figure) ? figure : `${figure} ${currency}`;
}

/** "Khoảng 200", "hơn 200": some other figure may be meant. */
export function isRough(text: string): boolean {
  return /(?:^|\W)(?:khoang|hon|gan|tren|duoi|it nhat|uoc|xap xi|~|≈) ?\d/.test(fold(text));
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
