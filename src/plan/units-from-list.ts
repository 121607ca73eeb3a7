import type { Unit } from '../domain/unit.ts';
import type { ListedUnit, ListNote } from '../domain/unit-list.ts';

export interface ListWords {
  source(row: number): string;
  assumption(unit: ListedUnit): string;
  addedCompiler: string;
}

/**
 * The units of a new plan from an office's list. They stand from the day on which the template's do. The body that compiles is the
 * one the list says so of, else the template's own, added where the list leaves it out: who compiles does not report to itself.
 */
export function unitsFromList(
  listed: readonly ListedUnit[],
  template: readonly Unit[],
  words: ListWords,
): { units: Unit[]; notes: ListNote[] } {
  const validFrom = template.map((unit) => unit.validFrom).toSorted()[0] ?? '2025-01-01';
  const office = template.find((unit) => unit.compiles);
  const flagged = listed.filter((unit) => unit.compiles);
  const compiler = flagged[0] ?? listed.find((unit) => unit.name.toLowerCase() === office?.name.toLowerCase());
  const units = listed.map(
    (unit): Unit => ({
      code: unit.code,
      name: unit.name,
      shortName: unit.shortName,
      kind: unit.kind,
      validFrom,
      validTo: null,
      compiles: unit === compiler,
      successors: [],
      source: words.source(unit.row),
      assumption: words.assumption(unit),
    }),
  );
  const notes: ListNote[] =
    flagged.length > 1 ? [{ note: 'several-compile', names: flagged.map((unit) => unit.name) }] : [];
  if (compiler !== undefined || office === undefined) return { units, notes };
  const code = units.some((unit) => unit.code === office.code) ? `${office.code}-TH` : office.code;
  const added = { ...office, code, validFrom, validTo: null, successors: [], assumption: words.addedCompiler };
  return { units: [added, ...units], notes: [...notes, { note: 'compiler-added', name: office.name }] };
}
