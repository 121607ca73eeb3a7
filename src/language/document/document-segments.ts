import { headOver, isDoubtedBeside, isOfAnotherHead, TELEPHONE } from './document-beside.ts';
import {
  checked,
  columnKind,
  currencyIn,
  type Finding,
  fromCells,
  isDash,
  isFigure,
  isTotalColumn,
  plain,
  withCurrency,
} from './document-cells.ts';
import type { LabelRead } from './document-label.ts';
import { isOwnUnit } from './document-measure.ts';
import type { TableReader, UnitColumns } from './document-rows.ts';

/** A label with the cells behind it, up to the next label; before it its number in the list. */
export interface Segment {
  from: number;
  cells: readonly string[];
  read: LabelRead;
  number?: string;
}

export interface Columns {
  heads: readonly string[];
  units: UnitColumns;
  currency: string | undefined;
}

const UNIT_OF_MONEY = /^(?:trieu|tr|nghin|ngan|ty|trd|trieu dong|tr dong|nghin dong|ngan dong|ty dong|dong|vnd|d)$/;

/** A row from one label to the next: some tables have two pairs of label and figure side by side. */
export function segments(row: readonly string[], reader: TableReader): Segment[] {
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
  return begins.map(({ at, read }, index) => ({
    from: at,
    cells: row.slice(at, begins[index + 1]?.at),
    read,
    number: at > 0 ? (row[at - 1] ?? '') : '',
  }));
}

export function fromSegment(segment: Segment, columns: Columns, reader: TableReader): Finding[] {
  const found = figuresOfSegment(segment, columns, reader);
  const [label = '', number] = [segment.cells[0], segment.number];
  const asides = [...label.matchAll(/\(([^()]+)\)/gu)].map(([, aside = '']) => aside);
  const isNamed = segment.read.sure && asides.every((aside) => isOwnUnit(segment.read.field, aside));
  return found.map((one) => ({ ...one, label, isNamed, ...(number === undefined ? {} : { number }) }));
}

function figuresOfSegment(
  { from, cells: row, read }: Segment,
  { heads, units, currency: noted }: Columns,
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
  if (!areParts) return fromCells(label, said, cells).map((one) => (units.areParts ? withSum(one) : one));
  return fromCells(label, said, totals).map((finding) =>
    checked(
      finding,
      others.map(({ text }) => text),
    ),
  );
}

/** Columns of different things that one field counts: their sum, or one of them. */
export function withSum(finding: Finding): Finding {
  if (finding.field.kind !== 'count' || finding.values.length < 2) return finding;
  const sum = finding.values.reduce<number>((all, one) => all + (typeof one === 'number' ? one : Number.NaN), 0);
  return { ...finding, values: [sum, ...finding.values] };
}
