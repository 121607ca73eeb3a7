import type { ReportForm } from '../../domain/report-form.ts';
import type { About } from './document-about.ts';
import { isTotalColumn, plain } from './document-cells.ts';
import type { LabelRead } from './document-label.ts';
import type { TextTitles } from './document-text.ts';

/** What a table is read with. */
export interface TableReader {
  form: ReportForm;
  labelOf(text: string): LabelRead | null;
  /** Whether a heading or a row names the report's own period, another one, or none. */
  periodIn(text: string): 'own' | 'other' | null;
  /** The unit that a row names; null where it names none. */
  unitIn(text: string): { name: string; isOwn: boolean } | null;
  /** What a heading says of the rows below it. */
  about(text: string): About;
  /** The currency that is said above the table for all of it. */
  currency?: string | undefined;
  titles: TextTitles;
}

export type Rows = readonly (readonly string[])[];

/** Rows that hold a plan or a comparison. */
const NO_ROW = /^(?:kh|ke hoach|chi tieu|so (?:voi|sanh|kh)|ty le|tang|giam|du kien|luy ke|cong don)\b/;
export const MOST_HEAD_ROWS = 4;
const MOST_UNITS = 200;
/** A body of the province lists its branches by district: so many together are its own. */
const FEWEST_BRANCHES = 5;

/**
 * In a list of the plan's units the row of one's own; `isOfOthers`: it is not among them. A district's list of its communes is none, though
 * one may bear its name.
 */
function rowOfUnit(data: Rows, reader: TableReader): { row: readonly string[] | null; isOfOthers: boolean } {
  const isTooLong = data.length < 2 || data.length > MOST_UNITS;
  const named = isTooLong ? [] : data.map((row) => ({ row, unit: reader.unitIn(nameOf(row)) }));
  const [own, ...more] = named.filter(({ unit }) => unit?.isOwn === true);
  const others = named.filter(({ unit }) => unit?.isOwn === false);
  const isList = others.length > 0 && (others.length + 1) * 2 >= named.length;
  const ownName = nameOf(own?.row ?? []);
  const isWhole =
    !isOffice(ownName, reader) &&
    isAmongPeers(
      ownName,
      others.map(({ row }) => ({ head: nameOf(row) })),
    );
  const row = isList && own !== undefined && more.length === 0 && isWhole ? own.row : null;
  // "Cơ quan Tỉnh hội", "các huyện còn lại" beside them: its own branches.
  const areAll = named.every(({ row: one, unit }) => unit?.isOwn === false || isTotalRow(one));
  return { row, isOfOthers: isList && row === null && areAll && others.length < FEWEST_BRANCHES };
}

/**
 * The columns that are headed by one's own unit, where they are its figures; null where they are not, or none is. `areOthers`: they are headed
 * by other units alone. `total`: what is headed by it stands beside parts of it, and is their sum.
 */
export interface UnitColumns {
  own: readonly number[] | null;
  areOthers: boolean;
  total: number | null;
  /** One's own name, or that of an office of one's own, heads one of several parts. */
  areParts: boolean;
}

const SMALLER = /^(?:xa|phuong|thi tran|tt|thon|khu pho)(?= )/u;

/**
 * "Huyện Bình Giang | Huyện Cẩm Giàng | Cộng": whose figures stand in which column. Only a row of columns says so: a letterhead has two cells. A
 * commune that bears its district's name is not the district.
 */
export function unitsOfColumns(above: Rows, reader: TableReader): UnitColumns {
  const rows = above.filter((row) => isHeadRow(row) && row.filter((cell) => cell !== '').length > 2);
  const named = rows.map((row) => filledRight(row).map((cell) => unitOfHead(cell, reader)));
  const at = named.findLastIndex((row) => row.some((unit) => unit !== null));
  const units = named[at] ?? [];
  const heads = filledRight(rows[at] ?? []);
  const own = units.flatMap((unit, index) => (unit?.isOwn === true ? [index] : []));
  const others = units.flatMap((unit, index) => (unit?.isOwn === false ? [{ ...unit, head: heads[index] ?? '' }] : []));
  const names = new Set(others.map(({ name }) => name));
  const whole = own.filter((index) => !isOffice(heads[index] ?? '', reader));
  const isAmong = whole.length > 0 && whole.every((index) => isAmongPeers(heads[index] ?? '', others));
  const hasTotal = heads.some(isTotalColumn);
  const isBesideWider = heads.some((head) => WIDER.test(plain(head)));
  const [total, another] = whole;
  return {
    own: isAmong || (isBesideWider && !hasTotal && whole.length > 0) ? whole : null,
    areOthers: own.length === 0 && names.size > 0 && names.size < FEWEST_BRANCHES,
    areParts: own.length > 0 && !isAmong && !isBesideWider && !hasTotal,
    total: hasTotal || another !== undefined ? null : (total ?? null),
  };
}

/** A heading over several columns, in each of them. */
function filledRight(row: readonly string[]): string[] {
  return row.map((cell, at) => cell || (row.slice(0, at).findLast((one) => one !== '') ?? ''));
}

/** "Bình Giang | Toàn tỉnh". */
const WIDER = /^(?:toan|ca|tong toan) (?:tinh|quoc|nuoc)$/;

/** "Văn phòng Sở Y tế", "Cơ quan Tỉnh đoàn": an office of the unit. "Văn phòng UBND tỉnh" is a unit itself. */
const OFFICE =
  /^(?:cơ quan(?: thường trực)?|văn phòng|vp|khối(?: văn phòng| cơ quan)?|phòng(?:,? ban)?|bộ phận|nội bộ|riêng)\s+/iu;
const DISTRICT = /^(?:ubnd )?(?:huyen|thanh pho|tp|thi xa|tx) /;

function isOffice(name: string, { unitIn }: TableReader): boolean {
  const body = name.replace(OFFICE, '');
  return body !== name && unitIn(body)?.isOwn === true;
}

/** Whether one's own name stands in a list of units like it: districts beside a body of the province may be its branches. */
function isAmongPeers(name: string, others: readonly { head: string }[]): boolean {
  const areDistricts = others.every(({ head }) => DISTRICT.test(plain(head)));
  return others.length > 0 && (!areDistricts || DISTRICT.test(plain(name)) || !BODY.test(plain(name)));
}

const BODY =
  /^(?:so|tinh doan|hoi|lien doan|ldld|lien hiep|mttq|uy ban|ub|cong an|bo chi huy|bo chqs|bch|ban|bao|dai|thanh tra|co quan|van phong)(?= |$)/;

function unitOfHead(cell: string, { unitIn }: TableReader): { name: string; isOwn: boolean } | null {
  const unit = cell.length > LONGEST_HEAD ? null : unitIn(cell.replaceAll('\n', ' '));
  const [smaller] = SMALLER.exec(plain(cell)) ?? [];
  return unit === null || (smaller !== undefined && !plain(unit.name).startsWith(smaller)) ? null : unit;
}

const LONGEST_HEAD = 100;

/** Which rows hold the figures of a table with a field a column: those of the period, the unit, or the total with its parts. */
export function rowMeant(data: Rows, reader: TableReader): { rows: Rows; parts: Rows; sure: boolean } {
  const { periodIn } = reader;
  const ofUnit = rowOfUnit(data, reader);
  if (ofUnit.row !== null) return { rows: [ofUnit.row], parts: [], sure: true };
  const named = data.map((row) => ({
    row,
    period: NO_ROW.test(plain(nameOf(row))) ? 'other' : periodIn(nameOf(row)),
    isTotal: isTotalRow(row),
  }));
  const own = named.filter(({ period }) => period === 'own');
  if (own.length > 0) return { rows: own.map(({ row }) => row), parts: [], sure: own.length === 1 };
  const left = named.filter(({ period }) => period !== 'other');
  const totals = left.filter(({ isTotal }) => isTotal);
  const parts = left.flatMap(({ row, isTotal }) => (isTotal ? [] : [row]));
  if (left.length > 1 && totals.length > 0)
    return { rows: totals.map(({ row }) => row), parts, sure: totals.length === 1 && !ofUnit.isOfOthers };
  return left.length === 1
    ? { rows: left.map(({ row }) => row), parts: [], sure: true }
    : { rows: [], parts: [], sure: false };
}

export function isTotalRow(row: readonly string[]): boolean {
  return /^(?:tong|cong(?! an| doan| thong| ty| trinh| chuc)|toan (?!quoc|dan|cau|van|bo))\b/.test(plain(nameOf(row)));
}

/** What stands at the head of a row. */
export function nameOf(row: readonly string[]): string {
  return row.find((cell) => cell !== '' && !/^\d{1,3}$/.test(cell)) ?? '';
}

/** What stands above each column, row under row; a heading over several columns counts for all of them, a title for none. */
export function headings(above: Rows): string[] {
  const rows = above.filter(isHeadRow).slice(-MOST_HEAD_ROWS);
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, at) =>
    rows
      .map((row, index) => {
        if (row[at] !== undefined && row[at] !== '') return row[at].replaceAll('\n', ' ');
        const isLast = index === rows.length - 1;
        return isLast ? '' : (row.slice(0, at).findLast((cell) => cell !== '') ?? '').replaceAll('\n', ' ');
      })
      .filter((text) => text !== '')
      .join('\n'),
  );
}

/** "Kỳ báo cáo: | 11/2026" and "Số: 918/BC | ngày …" stand above a table and head no column. */
function isHeadRow(row: readonly string[]): boolean {
  const said = row.filter((cell) => cell !== '');
  if (said.some((cell) => /^(?:cộng h[òo][àa] xã hội|độc lập\s*[-–])/iu.test(cell))) return false;
  return said.length > 1 && !(said.length === 2 && /^[^:]+:\s*$|^số\s*:/iu.test(said[0] ?? ''));
}

/** "(1) (2) (3)": the columns' own numbers. */
export function isNumbering(row: readonly string[]): boolean {
  const numbers = row
    .filter((cell) => cell !== '')
    .map((cell) => Number(/^\(?(\d{1,2})\)?$/.exec(cell)?.[1] ?? Number.NaN));
  return numbers.length > 2 && numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
}
