import { parseField, readingsOf } from '../report/report-field.ts';
import { followHeadings } from './document-about.ts';
import { DAY, headOver, isDoubtedBeside, isOfAnotherHead, TELEPHONE } from './document-beside.ts';
import {
  checked,
  columnKind,
  currencyIn,
  currencyNoted,
  type Finding,
  fromCells,
  isDash,
  isFigure,
  isTotalColumn,
  plain,
  withCurrency,
} from './document-cells.ts';
import { type LabelRead, readName } from './document-label.ts';
import {
  headings,
  isNumbering,
  MOST_HEAD_ROWS,
  nameOf,
  type Rows,
  rowMeant,
  type TableReader,
  type UnitColumns,
  unitsOfColumns,
} from './document-rows.ts';
import { levelOfNumber, readTextBeside, textsOf } from './document-text.ts';

const UNIT_OF_MONEY = /^(?:trieu|tr|nghin|ngan|ty|trd|trieu dong|tr dong|nghin dong|ngan dong|ty dong|dong|vnd|d)$/;

/** The figures of a table, whichever way it stands: a field a row, or a field a column. */
export function readTable(rows: Rows, plainReader: TableReader): Finding[] {
  const reader = { ...plainReader, labelOf: (label: string) => readName(label, plainReader.labelOf) };
  const full = rows.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''));
  const across = readAcross(full, reader);
  const found = new Set(across.map(({ field }) => field));
  return [...across, ...readDown(full, reader).filter(({ field }) => !found.has(field)), ...readTexts(full, reader)];
}

function notedIn(above: Rows, { currency }: TableReader): string | undefined {
  const notes = above.filter((row) => row.filter((cell) => cell !== '').length < 3).map((row) => row.join(' '));
  return currencyNoted(notes) ?? currency;
}

/** A text's own name, and beside it the text. */
function readTexts(rows: Rows, { titles }: TableReader): Finding[] {
  return rows.flatMap((row) => {
    const [label = '', text = '', ...more] = row.filter((cell) => cell !== '' && !/^[\d.]{1,5}$/.test(cell));
    return more.length > 0 || text === '' ? [] : readTextBeside(`${label.replaceAll(':', ' ')}: ${text}`, titles);
  });
}

/** A field a row: the label, and its figure in one of the columns behind. */
function readDown(rows: Rows, reader: TableReader): Finding[] {
  const first = rows.findIndex((row) => labelled(row, reader) !== null && row.some(isFigure));
  if (first < 0) return [];
  const heads = headings(rows.slice(0, first));
  const above = rows.slice(0, first);
  const columns = { heads, units: unitsOfColumns(above, reader), currency: notedIn(above, reader) };
  const found: Finding[] = [];
  const follow = followHeadings(reader.about, levelOfNumber);
  for (const row of rows.slice(first)) {
    const before = found.at(-1);
    const part = before === undefined ? null : partAbout(row);
    const section = sectionIn(row);
    if (section !== null) follow.open(section);
    const isElsewhere = follow.isElsewhere();
    // A row of a diary: what it counts is one event's.
    const isOfDay = row.slice(0, 3).some((cell) => DAY.test(cell));
    if (before !== undefined && part !== null) found[found.length - 1] = doubtedBy(before, part);
    else
      for (const finding of segments(row, reader).flatMap((one) => fromSegment(one, columns, reader)))
        found.push(isElsewhere || isOfDay ? { ...finding, sure: false, elsewhere: true } : finding);
  }
  return withoutParts(found);
}

/** "II | Mục tiêu tháng 12": a row that heads those below it. */
function sectionIn(row: readonly string[]): string | null {
  const said = row.filter((cell) => cell !== '');
  const [name = '', ...more] = said.filter((cell) => !/^(?:[IVX]{1,4}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)]?$/.test(cell));
  if (name === '' || more.length > 0 || isFigure(name)) return null;
  const [number = ''] = said;
  return number === name ? name : `${number.replace(/[.)]$/, '')}. ${name}`;
}

/** "Trong đó chuyên mục NQ 57 | 95": what stands above counts other matters as well, and which is meant nobody but the unit knows. */
function partAbout(row: readonly string[]): string | null {
  const name = plain(nameOf(row));
  if (!/^trong do\b.*\b(?:nghi quyet|nq)\b/.test(name)) return null;
  return row.find((cell) => /\d/.test(cell) && isFigure(cell)) ?? null;
}

function doubtedBy(finding: Finding, part: string): Finding {
  const values = [...readingsOf(parseField(finding.field, part)), ...finding.values];
  return { ...finding, values: [...new Set(values)], sure: false };
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
  { heads, units, currency: noted }: { heads: readonly string[]; units: UnitColumns; currency: string | undefined },
  reader: TableReader,
): Finding[] {
  const currency = row.find((cell) => UNIT_OF_MONEY.test(plain(cell))) ?? currencyIn(row[0] ?? '');
  const cells = row.flatMap((text, at) => {
    if (at === 0 || TELEPHONE.test(text) || !(isFigure(text) || isDash(text))) return [];
    if (units.own !== null && !units.own.includes(from + at)) return [];
    const head = headOver(heads, from + at);
    if (isOfAnotherHead(head, read.field, reader)) return [];
    const isTotal = isTotalColumn(head) || units.total === from + at;
    const column = { head, ...columnKind(head, reader) };
    if (isDash(text)) return column.kind === 'own' ? [{ text: '0', isTotal, isDash: true, ...column }] : [];
    const figure = read.field.kind === 'money' ? withCurrency(text, currency ?? currencyIn(head) ?? noted) : text;
    return [{ text: figure, isTotal, ...column }];
  });
  const totals = cells.filter(({ isTotal }) => isTotal);
  const others = cells.filter(({ isTotal }) => !isTotal);
  // Parts stand under the same heading as their total: of none, or "Kết quả trong tháng" above them all.
  const areParts =
    totals.length === 1 &&
    others.length > 1 &&
    others.every(({ kind }) => kind === totals[0]?.kind && kind !== 'other');
  const said = row.filter((cell) => cell !== '').join(' | ');
  const isOther = row.some((cell, at) => at > 0 && !isFigure(cell) && isDoubtedBeside(cell, heads[from + at], read));
  const label = isOther || units.areOthers ? { ...read, sure: false } : read;
  if (!areParts) return fromCells(label, said, cells);
  return fromCells(label, said, totals).map((finding) =>
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
  const units = unitsOfColumns(rows.slice(0, begin), reader);
  const columns = heads.flatMap((head, at) => {
    if (units.own !== null && !units.own.includes(at)) return [];
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
  const noted = notedIn(rows.slice(0, begin), reader);
  const fields = [...new Set(columns.map(({ read }) => read.field))];
  const [only, ...more] = row.rows;
  const texts =
    only === undefined || more.length > 0
      ? []
      : heads.flatMap((head, at) => textsOf(reader.titles(head.split('\n').at(-1) ?? ''), head, only[at] ?? ''));
  const figures = fields.flatMap((field) => {
    const own = totalOf(columns.filter((column) => column.read.field === field));
    const sure = own.every(({ read }) => read.sure) && row.sure && !units.areOthers;
    const cells = row.rows.flatMap((one) =>
      own.flatMap(({ at, head, column }) => {
        const text = one[at] ?? '';
        if (!isFigure(text)) return [];
        return [{ text: field.kind === 'money' ? withCurrency(text, currencyIn(head) ?? noted) : text, ...column }];
      }),
    );
    const said = `${own[0]?.head.replaceAll('\n', ' ') ?? ''} | ${cells.map(({ text }) => text).join(' | ')}`;
    const below = own.length === 1 ? parts.map((one) => one[own[0]?.at ?? 0] ?? '') : [];
    return fromCells({ field, sure }, said, cells).map((finding) =>
      own.length > 1 && row.rows.length === 1 ? withSum(finding) : checked(finding, below),
    );
  });
  return [...figures, ...texts];
}

/** Columns of different things that one field counts: their sum, or one of them. */
function withSum(finding: Finding): Finding {
  if (finding.field.kind !== 'count' || finding.values.length < 2) return finding;
  const sum = finding.values.reduce<number>((all, one) => all + (typeof one === 'number' ? one : Number.NaN), 0);
  return { ...finding, values: [sum, ...finding.values] };
}

/** Of several columns that are one figure, the one headed as their total. */
function totalOf<Column extends { head: string }>(columns: readonly Column[]): readonly Column[] {
  const totals = columns.filter(({ head }) =>
    /^(?:tong(?: so| cong)?|cong)$/.test(plain(head.split('\n').at(-1) ?? '')),
  );
  return totals.length === 1 ? totals : columns;
}
