import { UNIT_KINDS, type Unit } from './unit.ts';

const collator = new Intl.Collator('vi', { numeric: true });

type Listed = Pick<Unit, 'kind' | 'shortName'>;

/** In the order people look for them: by kind, then by name as Vietnamese sorts it ("Xã 2" before "Xã 10"). */
export function inUnitOrder<Item>(items: readonly Item[], unitOf: (item: Item) => Listed): Item[] {
  return items.toSorted((a, b) => compareUnits(unitOf(a), unitOf(b)));
}

function compareUnits(a: Listed, b: Listed): number {
  return UNIT_KINDS.indexOf(a.kind) - UNIT_KINDS.indexOf(b.kind) || collator.compare(a.shortName, b.shortName);
}
