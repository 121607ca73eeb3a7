import { CsvError, parse } from 'csv-parse/sync';
import type { PlanProblem, PlanTrouble } from '../domain/plan-problem.ts';
import type { Unit } from '../domain/unit.ts';
import type { Part } from './part.ts';
import { readPlanFile } from './plan-file.ts';
import { unitRowSchema } from './schemas.ts';
import { troublesOf } from './troubles.ts';

export const UNITS_FILE = 'units.csv';
const COLUMNS = Object.keys(unitRowSchema.in.shape);
const DELIMITERS = [',', ';', '\t'];

interface Row {
  line: number;
  cells: string[];
  /** Cells as saved, empty ones at the end included. */
  width: number;
}

/** Reads units.csv: comma, semicolon or tab, with or without a byte order mark, as Excel or an editor saves it. */
export function readUnits(dir: string): Part<Unit> {
  const found = readPlanFile(dir, UNITS_FILE);
  if ('problem' in found) return { entries: [], problems: [found.problem] };
  const rows = readRows(found.text);
  if ('brokenLine' in rows) return { entries: [], problems: [problem(rows.brokenLine, null, { code: 'csv_syntax' })] };
  const [header, ...body] = rows;
  if (header === undefined) return { entries: [], problems: [problem(1, null, { code: 'empty' })] };
  const headerProblems = checkHeader(header);
  if (headerProblems.length > 0) return { entries: [], problems: headerProblems };
  if (body.length === 0) return { entries: [], problems: [problem(header.line, null, { code: 'empty' })] };
  const parts = body.map((row) => readRow(header, row));
  return { entries: parts.flatMap((part) => part.entries), problems: parts.flatMap((part) => part.problems) };
}

function readRow(header: Row, { line, cells, width }: Row): Part<Unit> {
  if (width > header.width) {
    return { entries: [], problems: [problem(line, null, { code: 'too_many_cells' })] };
  }
  const row = Object.fromEntries(header.cells.map((column, index) => [column, cells[index] ?? '']));
  const result = unitRowSchema.safeParse(row);
  if (result.success) {
    const at = (column?: string | number) => ({ file: UNITS_FILE, line, field: String(column ?? 'code') });
    return { entries: [{ value: result.data, at }], problems: [] };
  }
  const troubles = result.error.issues.flatMap((issue) => troublesOf(issue, row));
  return {
    entries: [],
    problems: troubles.map(({ path, trouble }) => {
      const column = String(path[0]);
      return problem(line, column, row[column] === '' ? { code: 'empty' } : trouble);
    }),
  };
}

function checkHeader({ line, cells }: Row): PlanProblem[] {
  const missing = COLUMNS.filter((column) => !cells.includes(column));
  const unknown = cells.filter((column) => !COLUMNS.includes(column));
  const repeated = cells.filter((column, index) => cells.indexOf(column) !== index);
  return [
    ...missing.map((column) => problem(line, column, { code: 'missing_column' })),
    ...unknown.map((column) => problem(line, column, { code: 'unknown_name' })),
    ...repeated.map((column) => problem(line, column, { code: 'repeated_name' })),
  ];
}

/** The lines that say something, each with its number in the file; or the line on which a cell begins that is quoted wrongly. */
function readRows(text: string): Row[] | { brokenLine: number } {
  const rows: Row[] = [];
  let line = 1;
  const keep = (record: string[], { lines }: { lines: number }) => {
    rows.push({ line, cells: withoutEmptyEnd(record), width: record.length });
    // `lines` counts those used up so far; a quoted cell may hold more than one.
    line = lines + 1;
    return null;
  };
  try {
    parse(text, { delimiter: delimiterOf(text), relax_column_count: true, trim: true, on_record: keep });
  } catch (error) {
    if (error instanceof CsvError) return { brokenLine: line };
    throw error;
  }
  return rows.filter((row) => row.cells.length > 0);
}

/** Cells without blanks around them, and without the empty ones that Excel likes to add at the end of a line. */
function withoutEmptyEnd(cells: readonly string[]): string[] {
  const trimmed = cells.map((cell) => cell.trim());
  return trimmed.slice(0, trimmed.findLastIndex((cell) => cell !== '') + 1);
}

/** Whichever separates most in the header: Excel in Vietnam saves `;`. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.indexOf('\n') + 1 || text.length);
  const count = (delimiter: string) => header.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

function problem(line: number | null, field: string | null, trouble: PlanTrouble): PlanProblem {
  return { file: UNITS_FILE, line, field, ...trouble };
}
