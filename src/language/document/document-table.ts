import { parseField, readingsOf } from '../report/report-field.ts';
import { followHeadings } from './document-about.ts';
import { DAY } from './document-beside.ts';
import {
  checked,
  columnKind,
  currencyIn,
  currencyNoted,
  type Finding,
  fromCells,
  isFigure,
  plain,
  withCurrency,
} from './document-cells.ts';
import { type LabelRead, readName } from './document-label.ts';
import {
  headings,
  isNumbering,
  isTotalRow,
  MOST_HEAD_ROWS,
  nameOf,
  type Rows,
  rowMeant,
  type TableReader,
  unitsOfColumns,
} from './document-rows.ts';
import { type Columns, fromSegment, segments, withSum } from './document-segments.ts';
import { goesOn, isBelow, siblingsOf, withoutParts } from './document-siblings.ts';
import { levelOfNumber, readTextBeside, textsOf } from './document-text.ts';

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
  let end = first;
  for (const [at, row] of rows.entries()) {
    if (at < end) continue;
    end = at + 1;
    const before = found.at(-1);
    const part = before === undefined ? null : partAbout(row);
    const section = sectionIn(row);
    if (section !== null) follow.open(section);
    const isElsewhere = follow.isElsewhere();
    // A row of a diary: what it counts is one event's.
    const isOfDay = row.slice(0, 3).some((cell) => DAY.test(cell));
    if (before !== undefined && part !== null) found[found.length - 1] = doubtedBy(before, part);
    else
      for (const finding of segments(row, reader).flatMap((one) => fromSegment(one, columns, reader))) {
        const more = siblingsOf(finding, rowsBelow(rows.slice(at, at + MOST_BELOW), finding, columns, reader));
        end = Math.max(end, at + 1 + partsBelow(rows.slice(at, at + MOST_BELOW), finding, columns, reader));
        const isOut = isElsewhere || isOfDay;
        found.push(...[finding, ...more].map((one) => (isOut ? { ...one, sure: false, elsewhere: true } : one)));
      }
  }
  return withoutParts([...totalBelow(rows.slice(first), found, columns, reader), ...found]);
}

/** So many rows at most go on with one. */
const MOST_BELOW = 40;

/** How many rows right below one are parts that come to it, whatever they name: "Lượt người dự | 640", "- Hội nghị cấp huyện | 290", "- Cấp xã | 350". */
function partsBelow(
  [row = [], ...rows]: Rows,
  { field, values }: Finding,
  columns: Columns,
  reader: TableReader,
): number {
  const end = rows.findIndex((one) => !isBelow(one, row));
  const below = rows.slice(0, end < 0 ? undefined : end);
  const figures = below.flatMap((one) => {
    const at = one.findIndex((cell) => cell !== '' && !isFigure(cell));
    return fromSegment({ from: at, cells: one.slice(Math.max(0, at)), read: { field, sure: false } }, columns, reader);
  });
  const sum = figures.reduce((all, { values: [one] }) => all + (typeof one === 'number' ? one : Number.NaN), 0);
  return below.length > 1 && figures.length === below.length && sum === values[0] ? below.length : 0;
}

/** A table of one field's kinds: "Tin 107", "Bài, phóng sự 30", "Tổng cộng 145": the total is offered first. */
function totalBelow(rows: Rows, found: readonly Finding[], columns: Columns, reader: TableReader): Finding[] {
  const [one, ...others] = found;
  const [total, another] = rows.filter((row) => isTotalRow(row) && labelled(row, reader) === null);
  if (one === undefined || total === undefined || another !== undefined) return [];
  if (others.some(({ field }) => field !== one.field) || (one.sure && others.length === 0)) return [];
  const at = total.findIndex((cell) => cell !== '' && !isFigure(cell));
  const read = { field: one.field, sure: false };
  const figures = fromSegment({ from: at, cells: total.slice(at), read }, columns, reader);
  return figures.map((figure) => ({ ...figure, elsewhere: one.elsewhere ?? false }));
}

/** The rows right below one that go on with it without a field's name of their own. */
function rowsBelow(
  [row = [], ...rows]: Rows,
  { field, label = '' }: Finding,
  columns: Columns,
  reader: TableReader,
): Finding[] {
  const end = rows.findIndex((one) => {
    const name = nameOf(one);
    const isNext = goesOn(name, label) || isBelow(one, row);
    return (
      !isNext ||
      isTotalRow(one) ||
      labelled(one, reader) !== null ||
      !one.some(isFigure) ||
      reader.titles(name).length > 0
    );
  });
  return rows.slice(0, end < 0 ? undefined : end).flatMap((cells) => {
    const at = cells.findIndex((cell) => cell !== '' && !isFigure(cell));
    const read = { field, sure: false };
    return fromSegment({ from: at, cells: cells.slice(at), read }, columns, reader).map((one) => ({
      ...one,
      more: true,
    }));
  });
}

/** "II | Mục tiêu tháng 12": a row that heads those below it. */
function sectionIn(row: readonly string[]): string | null {
  const said = row.filter((cell) => cell !== '');
  const isNumbered = /^(?:[IVX]{1,4}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)]?$/.test(said[0] ?? '');
  // A figure behind the name is the name's: "2 | Báo Hải Dương | 6".
  const [name = '', ...more] = isNumbered ? said.slice(1) : said;
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

/** Of several columns that are one figure, the one headed as their total. */
function totalOf<Column extends { head: string }>(columns: readonly Column[]): readonly Column[] {
  const totals = columns.filter(({ head }) =>
    /^(?:tong(?: so| cong)?|cong)$/.test(plain(head.split('\n').at(-1) ?? '')),
  );
  return totals.length === 1 ? totals : columns;
}
