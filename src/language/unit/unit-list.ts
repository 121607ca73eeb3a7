import type { UnitKind } from '../../domain/unit.ts';
import type { ListedUnit, ListNote, ListTrouble, Table } from '../../domain/unit-list.ts';
import { fold } from '../fold.ts';
import { codeFromList, proposeCodes, shortNameOf } from './unit-code.ts';
import { type Column, columnNamed, findHeadings, type Headings } from './unit-headings.ts';
import { kindOfGroup, kindOfName } from './unit-kind-word.ts';
import { guessedKinds, nearNames, oddNames } from './unit-list-notes.ts';

export interface ReadList {
  units: readonly ListedUnit[];
  troubles: readonly ListTrouble[];
  notes: readonly ListNote[];
}

/** A row that names a unit, before its code is settled. */
interface Found {
  row: number;
  name: string;
  short: string;
  given: string;
  kindSaid: string;
  group: string;
  note: string;
}

/**
 * Reads an office's own list of units: columns by their headings in any order, whatever title stands above; group headings,
 * numbered columns, repeated headings, totals and signatures around the units left out. Rows are told as a spreadsheet counts them.
 */
export function readUnitList(table: Table): ReadList {
  const headings = findHeadings(table);
  if (headings === null) return { units: [], troubles: [{ trouble: 'no-heading' }], notes: [] };
  const { found, troubles, notes } = readBody(table, headings);
  if (found.length === 0 && troubles.length === 0) troubles.push({ trouble: 'no-units' });
  const unused = headings.unused.filter((heading) => heading.length > 0);
  const seen: ListNote[] = unused.length === 0 ? [] : [{ note: 'unused-columns', headings: unused }];
  const kinds = found.map(kindOf);
  for (const [at, { row, name, kindSaid }] of found.entries()) {
    if (kinds[at] === null) troubles.push({ trouble: 'unknown-kind', row, name, said: kindSaid });
  }
  troubles.push(...sameNames(found));
  const codes = settleCodes(found, troubles, notes);
  const units = found.map((one, at): ListedUnit => {
    const { code, proposed } = codes[at] ?? { code: '', proposed: true };
    const { row, name, short, note } = one;
    const shortName = short === '' ? shortNameOf(name) : short;
    return {
      row,
      name,
      shortName,
      kind: kinds[at] ?? 'department',
      compiles: COMPILES.test(fold(note)),
      code,
      codeProposed: proposed,
    };
  });
  return {
    units,
    troubles: troubles.toSorted((a, b) => rowOf(a) - rowOf(b)),
    notes: [...seen, ...notes, ...oddNames(found), ...guessedKinds(found, kinds), ...nearNames(found)],
  };
}

const COMPILES =
  /\b(?:(?:dau moi|co quan|don vi|chu tri)(?: chu tri)? tong hop|tong hop bao cao|co quan thuong truc)\b/u;
const ROMAN = /^[IVX]+\s*[.)]?$/u;
const LETTER = /^[A-H]\s*[.)]?$/u;
const ARABIC = /^\d+\s*[.)]?$/u;
/** The heading of a group: "II. UBND các huyện", "Khối đoàn thể", "Cấp xã". */
const GROUP =
  /^(?:(?:[ivx]+|[a-h]|\d+)[.)]? )?(?:khoi|nhom|cac|cap (?:tinh|huyen|xa)|ubnd cac|uy ban nhan dan cac|so,? ban,? nganh|mat tran.* va cac)\b/u;
const TOTAL = /^(?:tong (?:cong(?! ty)|so)\b|(?:tong|cong)[: ]*\d*(?: don vi)?$|an dinh danh sach)/u;
const FOOTER =
  /^(?:nguoi lap|lap bieu|noi nhan|thu truong|tm |t\/m|kt |k\/t|.*ngay .*thang .*nam|chu tich$|giam doc$|pho (?:chu tich|giam doc)|ghi chu\b|nguon:|luu[: ])/u;

function readBody(table: Table, headings: Headings) {
  const found: Found[] = [];
  const troubles: ListTrouble[] = [];
  const notes: ListNote[] = [];
  let group = '';
  let ended = false;
  for (let at = headings.bodyFrom; at < table.rows.length; at++) {
    const cells = readCells(table, headings, at);
    if (cells.all.length === 0 || isMergedBelow(table, headings, at)) continue;
    const row = at + 1;
    const said = cells.name === '' ? longest(cells.all) : cells.name;
    const kind = sortRow(cells, said, () => nextNumber(table, headings, at));
    if (kind === 'total') ended = true;
    else if (kind === 'group') group = said;
    else if (kind === 'footer' || (kind === 'unit' && ended && kindOfName(cells.name) === null)) {
      ended = true;
      notes.push({ note: 'row-left-out', row, text: said });
    } else if (kind === 'nameless') troubles.push({ trouble: 'no-name', row });
    else if (kind === 'unit') {
      const { name, short, code: given, kind: kindSaid, note } = cells;
      found.push({ row, name: withoutNumber(name), short, given, kindSaid, group, note });
    }
  }
  return { found, troubles, notes };
}

type Cells = Record<Column, string> & { all: string[] };
type RowSort = 'unit' | 'group' | 'total' | 'footer' | 'nameless' | 'nothing';

/** What a row of the body is. `next` tells the number of the row below: a Roman one above an Arabic one heads a group. */
function sortRow(cells: Cells, said: string, next: () => string): RowSort {
  const folded = fold(said);
  if (TOTAL.test(folded) && !hasAccentOf(said)) return 'total';
  if (cells.name !== '' && cells.all.every((cell) => /^\(?(?:\d+|[a-z])\)?$/iu.test(cell))) return 'nothing';
  if (columnNamed(cells.name) !== null && columnNamed(cells.number) === 'number') return 'nothing';
  const isHead = ROMAN.test(cells.number) || LETTER.test(cells.number) || cells.number === '' || cells.name === '';
  if (isHead && cells.code === '' && GROUP.test(folded)) return 'group';
  if (ROMAN.test(cells.number) && ARABIC.test(next())) return 'group';
  if (/^[IVX]+[.)]\s/u.test(said) && cells.all.length === 1) return 'group';
  if (!ARABIC.test(cells.number) && FOOTER.test(folded)) return 'footer';
  if (cells.name !== '') return 'unit';
  return ARABIC.test(cells.number) || cells.code !== '' || cells.short !== '' ? 'nameless' : 'footer';
}

/** "Công an" folds like "cộng an": only what is spelt like the sum, or without accents at all, is one. */
function hasAccentOf(said: string): boolean {
  return /^công\b/iu.test(said.normalize('NFC'));
}

/** What a row without a unit's name says, wherever it stands: beside a number, or merged across. */
function longest(cells: readonly string[]): string {
  return cells.reduce((best, cell) => (cell.length > best.length ? cell : best), '');
}

function readCells(table: Table, { columns }: Headings, at: number): Cells {
  const row = table.rows[at] ?? [];
  const under = (column: Column): string => (columns[column] === undefined ? '' : (row[columns[column]] ?? ''));
  const filled =
    under('kind') === '' && columns.kind !== undefined ? mergedAbove(table, at, columns.kind) : under('kind');
  return {
    number: under('number'),
    code: under('code'),
    short: under('short'),
    kind: filled,
    note: under('note'),
    name: under('name'),
    all: row.filter((cell) => cell !== ''),
  };
}

/** The text of the merged cell that reaches down to this row. */
function mergedAbove(table: Table, at: number, column: number): string {
  const merge = table.merges.find(
    ({ startRow, endRow, startCol, endCol }) => startRow < at && at <= endRow && startCol <= column && column <= endCol,
  );
  return merge === undefined ? '' : (table.rows[merge.startRow]?.[merge.startCol] ?? '');
}

/** The second line of a unit whose name is one merged cell: two contacts, say. */
function isMergedBelow(table: Table, { columns }: Headings, at: number): boolean {
  return columns.name !== undefined && mergedAbove(table, at, columns.name) !== '';
}

function nextNumber(table: Table, headings: Headings, at: number): string {
  for (let below = at + 1; below < table.rows.length; below++) {
    const cells = readCells(table, headings, below);
    if (cells.all.length > 0) return cells.number;
  }
  return '';
}

function withoutNumber(name: string): string {
  return name.replace(/^(?:\d+\s*[.)]|[-–•+*])\s*/u, '');
}

function kindOf({ name, kindSaid, group }: Found): UnitKind | null {
  return (
    (kindSaid === '' ? null : kindOfGroup(kindSaid)) ?? kindOfName(name) ?? (group === '' ? null : kindOfGroup(group))
  );
}

function sameNames(found: readonly Found[]): ListTrouble[] {
  const first = new Map<string, number>();
  return found.flatMap(({ row, name }): ListTrouble[] => {
    const key = fold(name);
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    return before === undefined ? [] : [{ trouble: 'same-name', row, name, first: before }];
  });
}

/** The list's own codes where they can serve; for the others one is proposed. */
function settleCodes(found: readonly Found[], troubles: ListTrouble[], notes: ListNote[]) {
  const given = found.map(
    ({ given, short }) => codeFromList(given) ?? (isCodeLike(short) ? codeFromList(short) : null),
  );
  const first = new Map<string, number>();
  for (const [at, { row, given: typed }] of found.entries()) {
    const code = given[at] ?? null;
    if (code === null) continue;
    const before = first.get(code);
    if (before === undefined) first.set(code, row);
    else if (typed === '') given[at] = null;
    else troubles.push({ trouble: 'same-code', row, code, first: before });
  }
  const open = found.flatMap((_, at) => ((given[at] ?? null) === null ? [at] : []));
  const proposed = proposeCodes(
    open.map((at) => found[at]?.name ?? ''),
    given.filter((code) => code !== null),
  );
  const codes = found.map((_, at) => {
    const own = given[at] ?? null;
    return { code: own ?? proposed[open.indexOf(at)] ?? '', proposed: own === null };
  });
  for (const [at, { row, given: typed }] of found.entries()) {
    const to = codes[at]?.code ?? '';
    if (typed !== '' && typed !== to) notes.push({ note: 'code-changed', row, from: typed, to });
  }
  return codes;
}

/** "SKHCN", "HBG": a short name that is a code already. */
function isCodeLike(short: string): boolean {
  return /^[A-ZĐ][A-ZĐ0-9-]{1,9}$/u.test(short);
}

function rowOf(trouble: ListTrouble): number {
  return 'row' in trouble ? trouble.row : 0;
}
