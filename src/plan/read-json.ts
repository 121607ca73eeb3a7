import type { ZodType } from 'zod';
import type { PlanPlace, PlanProblem, PlanTrouble } from '../domain/plan-problem.ts';
import { type JsonLines, type JsonPath, locateJson } from './json-lines.ts';
import type { Entry, Part } from './part.ts';
import { readPlanFile } from './plan-file.ts';
import { troublesOf } from './troubles.ts';

interface Source {
  file: string;
  lines: JsonLines;
  value: unknown;
}

/** Reads a file that holds one value. */
export function readDocument<T>(dir: string, file: string, schema: ZodType<T>): Part<T> {
  return readJson(dir, file, (source) => readEntry(source, [], schema));
}

/** Reads a file that holds a list. Each element is judged by itself, so that one bad one does not hide another. */
export function readList<T>(dir: string, file: string, schema: ZodType<T>): Part<T> {
  return readJson(dir, file, (source) => {
    const { value } = source;
    const top = (trouble: PlanTrouble) => ({ entries: [], problems: [{ file, line: 1, field: null, ...trouble }] });
    if (!Array.isArray(value)) return top({ code: 'wrong_kind', expected: 'list' });
    if (value.length === 0) return top({ code: 'empty' });
    const parts = value.map((_, index) => readEntry(source, [index], schema));
    return {
      entries: parts.flatMap((part) => part.entries),
      problems: parts.flatMap((part) => part.problems),
    };
  });
}

function readJson<T>(dir: string, file: string, read: (source: Source) => Part<T>): Part<T> {
  const found = readPlanFile(dir, file);
  if ('problem' in found) return { entries: [], problems: [found.problem] };
  const broken = (line: number | null): Part<T> => ({
    entries: [],
    problems: [{ file, line, field: null, code: 'json_syntax' }],
  });
  const lines = locateJson(found.text);
  if ('brokenLine' in lines) return broken(lines.brokenLine);
  const parsed = parse(found.text);
  if (parsed === null) return broken(null);
  const source = { file, lines, value: parsed.value };
  const part = read(source);
  const repeated = lines.repeated.map((path): PlanProblem => ({ ...placeIn(source, path), code: 'repeated_name' }));
  return { entries: part.entries, problems: [...part.problems, ...repeated] };
}

function readEntry<T>(source: Source, root: JsonPath, schema: ZodType<T>): Part<T> {
  const value = root.reduce<unknown>((inner, step) => Object(inner)[step], source.value);
  const result = schema.safeParse(value);
  if (result.success) {
    const entry: Entry<T> = { value: result.data, at: (...path) => placeIn(source, [...root, ...path]) };
    return { entries: [entry], problems: [] };
  }
  const troubles = result.error.issues.flatMap((issue) => troublesOf(issue, value));
  const problems = troubles.map(({ path, trouble }): PlanProblem => {
    const steps = path.map((step) => (typeof step === 'number' ? step : String(step)));
    return { ...placeIn(source, [...root, ...steps]), ...trouble };
  });
  return { entries: [], problems };
}

/** JSON that the locator let pass but the language refuses (an odd number, a bad escape): null. */
function parse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

function placeIn(source: Source, path: JsonPath): PlanPlace {
  return { file: source.file, line: source.lines.lineOf(path), field: fieldOf(source.value, path) };
}

/** `thang.cutOff.day`: list elements go by their own code, key, year or day, or else by their position from 1 (`#2`). */
function fieldOf(value: unknown, path: JsonPath): string | null {
  let inner = value;
  const names = path.map((step) => {
    inner = Object(inner)[step];
    return typeof step === 'number' ? (ownName(inner) ?? `#${step + 1}`) : step;
  });
  return names.length === 0 ? null : names.join('.');
}

function ownName(element: unknown): string | null {
  const { code, key, year, day } = Object(element);
  const name = [code, key, year, day].find((candidate) => candidate !== undefined && candidate !== '');
  return typeof name === 'string' || typeof name === 'number' ? String(name) : null;
}
