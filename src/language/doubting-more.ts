import { foldInPlace } from './fold.ts';
import { parseCount } from './numbers.ts';
import type { ParsedReport } from './report-template.ts';

const MORE = /(?<!\S)(?:nua|them)(?!\S)/u;
const LESS = /(?<!\S)(?:bot|giam|tru)(?: di| bot| ra)? (?=\d)/u;

/** "Tin bài còn 8 bài nữa", "bớt 10 người": so many in all, or so many more or less? It is asked. */
export function doubtingMore<Read extends ParsedReport>(text: string, read: Read): Read {
  const ways = new Map<number, 'more' | 'less'>();
  for (const clause of foldInPlace(text).split(/[;,]\s/u)) {
    const way = LESS.test(clause) ? 'less' : MORE.test(clause) ? 'more' : null;
    for (const figure of way === null ? [] : (clause.match(/\d[\d.,]*/gu) ?? [])) {
      const count = parseCount(figure);
      if (way !== null && count.kind === 'ok' && typeof count.value === 'number') ways.set(count.value, way);
    }
  }
  const values: Record<string, number | string> = {};
  const faults = [...read.faults];
  for (const [field, value] of Object.entries(read.values)) {
    const way = typeof value === 'number' ? ways.get(value) : undefined;
    if (way === undefined) values[field] = value;
    else faults.push({ field, raw: `${value}`, fault: way, readings: [Number(value)] });
  }
  return { ...read, values, faults };
}
