import {
  checked,
  columnKind,
  currencyIn,
  type Finding,
  fromCells,
  isFigure,
  isTotalColumn,
  plain,
  withCurrency,
} from './document-cells.ts';
import type { LabelRead } from './document-label.ts';
import { parseField } from './report-field.ts';

/** What a table is read with. */
export interface TableReader {
  labelOf(text: string): LabelRead | null;
  /** Whether a heading or a row names the report's own period, another one, or none. */
  periodIn(text: string): 'own' | 'other' | null;
}

type Rows = readonly (readonly string[])[];

const UNIT_OF_MONEY = /^(?:trieu|tr|nghin|ngan|ty|trd|trieu dong|tr dong|nghin dong|ngan dong|ty dong|dong|vnd|d)$/;
/** Rows that hold a plan or a comparison. */
const NO_ROW = /^(?:kh|ke hoach|chi tieu|so (?:voi|sanh|kh)|ty le|tang|giam|du kien|luy ke|cong don)\b/;
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
  return withoutParts(
    rows.slice(first).flatMap((row) => segments(row, reader).flatMap((one) => fromSegment(one, heads, reader))),
  );
}

/** A row from one label to the next: some tables have two pairs of label and figure side by side. */
function segments(
  row: readonly string[],
  reader: TableReader,
): { from: number; cells: readonly string[]; read: LabelRead }[] {
  const begins: { at: number; read: LabelRead }[] = [];
  for (const [at, cell] of row.entries()) {
    if (cell === '' || isFigure(cell)) continue;
    const last = begins.at(-1);
    // The unit of measure between a label and its figure is often a label's word too: "tin, bài".
    const isNext =
      last === undefined ? at < 3 : row.slice(last.at + 1, at).some(isFigure) && isFigure(row[at + 1] ?? '');
    const read = isNext ? reader.labelOf(cell) : null;
    if (read !== null && read.field.kind !== 'text') begins.push({ at, read });
  }
  return begins.map(({ at, read }, index) => ({ from: at, cells: row.slice(at, begins[index + 1]?.at), read }));
}

function fromSegment(
  { from, cells: row, read }: { from: number; cells: readonly string[]; read: LabelRead },
  heads: readonly string[],
  reader: TableReader,
): Finding[] {
  const currency = row.find((cell) => UNIT_OF_MONEY.test(plain(cell))) ?? currencyIn(row[0] ?? '');
  const cells = row.flatMap((text, at) => {
    if (at === 0 || !isFigure(text)) return [];
    const head = heads[from + at] ?? '';
    const isTotal = isTotalColumn(head);
    const figure = read.field.kind === 'money' ? withCurrency(text, currency) : text;
    return [{ text: figure, isTotal, ...columnKind(head, reader) }];
  });
  const totals = cells.filter(({ isTotal }) => isTotal);
  const others = cells.filter(({ isTotal }) => !isTotal);
  const areParts = totals.length === 1 && others.length > 1 && others.every(({ kind }) => kind === 'unnamed');
  const said = row.filter((cell) => cell !== '').join(' | ');
  if (!areParts) return fromCells(read, said, cells);
  return fromCells(read, said, totals).map((finding) =>
    checked(
      finding,
      others.map(({ text }) => text),
    ),
  );
}

/** Rows below a figure that add up to it are its parts: "Hội nghị, tập huấn 9", "- Hội nghị 4", "- Tập huấn 5". */
function withoutParts(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding, at) => {
    const first = findings.findIndex(({ field }) => field === finding.field);
    const parts = findings.slice(first + 1).filter(({ field }) => field === finding.field);
    const [whole] = findings[first]?.values ?? [];
    const sum = parts.reduce((all, { values: [one] }) => all + (typeof one === 'number' ? one : Number.NaN), 0);
    return at === first || parts.length < 2 || sum !== whole;
  });
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
  const parts = row.parts;
  const fields = [...new Set(columns.map(({ read }) => read.field))];
  return fields.flatMap((field) => {
    const own = totalOf(columns.filter((column) => column.read.field === field));
    const sure = own.every(({ read }) => read.sure) && row.sure;
    const cells = row.rows.flatMap((one) =>
      own.flatMap(({ at, head, column }) => {
        const text = one[at] ?? '';
        if (!isFigure(text)) return [];
        return [{ text: field.kind === 'money' ? withCurrency(text, currencyIn(head)) : text, ...column }];
      }),
    );
    const said = `${own[0]?.head.replaceAll('\n', ' ') ?? ''} | ${cells.map(({ text }) => text).join(' | ')}`;
    const below = own.length === 1 ? parts.map((one) => one[own[0]?.at ?? 0] ?? '') : [];
    return fromCells({ field, sure }, said, cells).map((finding) => checked(finding, below));
  });
}

/** Of several columns that are one figure, the one headed as their total. */
function totalOf<Column extends { head: string }>(columns: readonly Column[]): readonly Column[] {
  const totals = columns.filter(({ head }) =>
    /^(?:tong(?: so| cong)?|cong)$/.test(plain(head.split('\n').at(-1) ?? '')),
  );
  return totals.length === 1 ? totals : columns;
}

function rowMeant(data: Rows, { periodIn }: TableReader): { rows: Rows; parts: Rows; sure: boolean } {
  const named = data.map((row) => ({
    row,
    period: NO_ROW.test(plain(nameOf(row))) ? 'other' : periodIn(nameOf(row)),
    isTotal: /^(?:tong|cong|toan (?:tinh|huyen|thanh pho|thi xa|nganh|don vi))\b/.test(plain(nameOf(row))),
  }));
  const own = named.filter(({ period }) => period === 'own');
  if (own.length > 0) return { rows: own.map(({ row }) => row), parts: [], sure: own.length === 1 };
  const left = named.filter(({ period }) => period !== 'other');
  const totals = left.filter(({ isTotal }) => isTotal);
  const parts = left.flatMap(({ row, isTotal }) => (isTotal ? [] : [row]));
  if (left.length > 1 && totals.length > 0)
    return { rows: totals.map(({ row }) => row), parts, sure: totals.length === 1 };
  return left.length === 1
    ? { rows: left.map(({ row }) => row), parts: [], sure: true }
    : { rows: [], parts: [], sure: false };
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

/** "(1) (2) (3)": the columns' own numbers. */
function isNumbering(row: readonly string[]): boolean {
  const numbers = row
    .filter((cell) => cell !== '')
    .map((cell) => Number(/^\(?(\d{1,2})\)?$/.exec(cell)?.[1] ?? Number.NaN));
  return numbers.length > 2 && numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
}
