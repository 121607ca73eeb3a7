import { foldInPlace } from './fold.ts';
import { parseCount } from './numbers.ts';
import type { ParsedReport } from './report-template.ts';

const MORE = /(?<!\S)(?:nua|them)(?!\S)/u;
const LESS = /(?<!\S)(?:bot|giam|tru)(?: di| bot| ra)? (?=\d)/u;

/** "Tin bài còn 8 bài nữa", "bớt 10 người": so many in all, or so many more or less? It is asked. */
export function doubtingMore<Read extends ParsedReport>(text: string, read: Read): Read {
  const more = foldInPlace(text)
    .split(/[;,]\s/u)
    .flatMap((clause) => (MORE.test(clause) || LESS.test(clause) ? (clause.match(/\d[\d.,]*/gu) ?? []) : []))
    .map((figure) => parseCount(figure));
  const isMore = (value: number | string): boolean => more.some((one) => one.kind === 'ok' && one.value === value);
  const doubted = Object.entries(read.values).filter(([, value]) => isMore(value));
  if (doubted.length === 0) return read;
  const values = Object.fromEntries(Object.entries(read.values).filter(([, value]) => !isMore(value)));
  const isLess = LESS.test(foldInPlace(text));
  const faults = doubted.map(([field, value]) => {
    return { field, raw: `${value}`, fault: isLess ? 'less' : 'more', readings: [Number(value)] } as const;
  });
  return { ...read, values, faults: [...read.faults, ...faults] };
}
