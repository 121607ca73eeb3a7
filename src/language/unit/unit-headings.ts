import type { Table } from '../../domain/unit-list.ts';
import { fold } from '../fold.ts';

export type Column = 'number' | 'code' | 'short' | 'kind' | 'note' | 'name';

export interface Headings {
  columns: Partial<Record<Column, number>>;
  /** The first row below the headings, counted from 0. */
  bodyFrom: number;
  /** Headings of columns that are not read. */
  unused: readonly string[];
}

const SHAPES: readonly (readonly [RegExp, Column])[] = [
  [/^(?:stt|tt|s tt|so tt|so thu tu|no)$/u, 'number'],
  [/viet tat|goi tat|rut gon|ten ngan|ten tat/u, 'short'],
  [/^(?:ma|code|ky hieu)(?: (?:don vi|dinh danh|so|hieu|co quan|dinh danh dien tu))*$/u, 'code'],
  [/^(?:loai|nhom|khoi|phan loai|cap)\b/u, 'kind'],
  [/^(?:ghi chu|chu thich|note)/u, 'note'],
  [
    /^(?:ten|ten goi|ten day du|name|(?:ten )?(?:cac |ten )?(?:don vi|co quan|dia phuong|xa|phuong|so|huyen)(?!.*(?:tinh$|cong tac|chu quan|cap tren)).*)$/u,
    'name',
  ],
];
const OF_PEOPLE = /\b(?:nguoi|can bo|dau moi|lanh dao|chu tich|ho ten|ho va ten|dien thoai|email|dia chi)\b/u;
/** Where headings are looked for: title blocks are short. */
const TITLE_ROWS = 60;
/** Longer text is a sentence, not a heading. */
const LONGEST_HEADING = 50;

/** What a heading names, whatever its accents, case and line breaks. */
export function columnNamed(heading: string): Column | null {
  const said = fold(heading)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (said === '' || said.length > LONGEST_HEADING || OF_PEOPLE.test(said)) return null;
  return SHAPES.find(([shape]) => shape.test(said))?.[1] ?? null;
}

/** Finds the row of headings below whatever title stands above; null where no row names a unit's name. */
export function findHeadings(table: Table): Headings | null {
  const rows = table.rows.slice(0, TITLE_ROWS);
  const counts = rows.map((row) => new Set(row.map(columnNamed).filter((column) => column !== null)));
  const both = counts.findIndex((found) => found.has('name') && found.size > 1);
  const first =
    both >= 0 ? both : rows.findIndex((row) => row.filter((cell) => cell !== '').length === 1 && isAlone(row));
  const split = first >= 0 ? first : counts.findIndex((found, at) => found.size > 1 && counts[at + 1]?.has('name'));
  return split < 0 ? null : readHeadings(table, split);
}

/** A list of nothing but names under their heading. */
function isAlone(row: readonly string[]): boolean {
  return row.some((cell) => /^(?:ten|(?:ten )?(?:don vi|co quan))$/u.test(fold(cell)));
}

function readHeadings(table: Table, first: number): Headings {
  const last = lastHeadingRow(table, first);
  const columns: Partial<Record<Column, number>> = {};
  const unused: string[] = [];
  const width = Math.max(...table.rows.slice(first, last + 1).map((row) => row.length));
  for (let at = 0; at < width; at++) {
    const said = table.rows.slice(first, last + 1).map((row) => row[at] ?? '');
    const column =
      said
        .toReversed()
        .map(columnNamed)
        .find((one) => one !== null) ?? null;
    const heading = said.findLast((cell) => cell !== '');
    if (column !== null && columns[column] === undefined) columns[column] = at;
    else if (heading !== undefined) unused.push(heading);
  }
  return { columns, bodyFrom: last + 1, unused };
}

/** Headings may stand in two rows: merged cells say so, or a second row of nothing but headings. */
function lastHeadingRow(table: Table, first: number): number {
  const merged = table.merges
    .filter(({ startRow, endRow }) => startRow === first && endRow > first && endRow - first < 4)
    .map(({ endRow }) => endRow);
  if (merged.length > 0) return Math.max(...merged);
  const next = (table.rows[first + 1] ?? []).filter((cell) => cell !== '');
  const areHeadings = next.length > 1 && next.every((cell) => columnNamed(cell) !== null);
  return areHeadings ? first + 1 : first;
}
