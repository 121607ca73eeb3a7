import type { Unit } from '../domain/unit.ts';

/** Pairs of spans of one unit that share a day: on that day it would be two units. The earlier in the list comes first. */
export function findOverlaps<T extends { unit: Unit }>(spans: readonly T[]): [T, T][] {
  return spans.flatMap((later, index) =>
    spans
      .slice(0, index)
      .filter((earlier) => earlier.unit.code === later.unit.code && overlap(earlier.unit, later.unit))
      .map((earlier): [T, T] => [earlier, later]),
  );
}

function overlap(a: Unit, b: Unit): boolean {
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

function startsBeforeEnd(a: Unit, b: Unit): boolean {
  return b.validTo === null || a.validFrom <= b.validTo;
}
