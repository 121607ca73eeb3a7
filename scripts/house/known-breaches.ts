import { readFileSync } from 'node:fs';
import type { Fault } from './source.ts';

/** How many breaches of a rule a file still has: `known-breaches.json`. Numbers are lowered, never raised. */
export type Known = Readonly<Record<string, Readonly<Record<string, number>>>>;

const PATH = 'scripts/house/known-breaches.json';

export function readKnown(): Known {
  return JSON.parse(readFileSync(PATH, 'utf8'));
}

/** The breaches of every file that has more of one rule than are known. */
export function beyondKnown(faults: readonly Fault[], known: Known): Fault[] {
  const counts = count(faults);
  return faults.filter(({ rule, file }) => (counts[rule]?.[file] ?? 0) > (known[rule]?.[file] ?? 0));
}

/** Entries of the list that promise more breaches than are left, and what to write instead. */
export function staleEntries(faults: readonly Fault[], known: Known): string[] {
  const counts = count(faults);
  return Object.entries(known).flatMap(([rule, files]) =>
    Object.entries(files).flatMap(([file, number]) => {
      const left = counts[rule]?.[file] ?? 0;
      return left < number ? [`${PATH}: ${rule} of ${file}: ${left} instead of ${number}`] : [];
    }),
  );
}

function count(faults: readonly Fault[]): Record<string, Record<string, number>> {
  const counts: Record<string, Record<string, number>> = {};
  for (const { rule, file } of faults) {
    counts[rule] ??= {};
    counts[rule][file] = (counts[rule][file] ?? 0) + 1;
  }
  return counts;
}
