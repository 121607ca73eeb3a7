import type { Day } from './calendar.ts';

export const UNIT_KINDS = ['department', 'district', 'commune', 'press', 'mass_organisation', 'front'] as const;
/** department = sở, ban, ngành; district = huyện, thị xã, thành phố; commune = xã, phường; press = báo, đài; mass_organisation = đoàn thể; front = MTTQ. */
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Short code people type, `[A-Z0-9-]+`, unique for ever. */
export type UnitCode = string;

/** A body as it stands during one span of time. A rename or merger ends one span and begins another. */
export interface Unit {
  code: UnitCode;
  name: string;
  shortName: string;
  kind: UnitKind;
  /** First day on which it exists. */
  validFrom: Day;
  /** Last day on which it exists, or null. */
  validTo: Day | null;
  /** The compiling body coordinates and owes nothing itself. */
  compiles: boolean;
  /** Units that carry on its duties after `validTo`; `part` = only a part of them. */
  successors: readonly { code: UnitCode; share: 'whole' | 'part' }[];
  /** Section of the plan that names it, `IV.5`. */
  source: string;
  /** What the plan does not state about it. */
  assumption: string;
}

/** Whether the unit exists on that day. */
export function existsOn(unit: Pick<Unit, 'validFrom' | 'validTo'>, day: Day): boolean {
  return unit.validFrom <= day && (unit.validTo === null || day <= unit.validTo);
}

/** Every unit that carries on a part of this one's duties or all of them, through any number of changes, the nearest first. */
export function successorsOf(units: readonly Pick<Unit, 'code' | 'successors'>[], code: UnitCode): UnitCode[] {
  const found = new Set<UnitCode>([code]);
  for (const next of found)
    for (const unit of units) if (unit.code === next) for (const one of unit.successors) found.add(one.code);
  return [...found].slice(1);
}

/** The units that became this one as a whole, through any number of changes: what they counted adds up to what it would have. */
export function wholePredecessorsOf(units: readonly Pick<Unit, 'code' | 'successors'>[], code: UnitCode): UnitCode[] {
  const found = new Set<UnitCode>([code]);
  for (const next of found)
    for (const { code: former, successors } of units)
      if (successors.length === 1 && successors[0]?.share === 'whole' && successors[0].code === next) found.add(former);
  return [...found].slice(1);
}

/** Every unit that became this one or a part of it, through any number of changes, the nearest first. */
export function predecessorsOf(units: readonly Pick<Unit, 'code' | 'successors'>[], code: UnitCode): UnitCode[] {
  const found = new Set<UnitCode>([code]);
  for (const next of found)
    for (const unit of units) if (unit.successors.some((one) => one.code === next)) found.add(unit.code);
  return [...found].slice(1);
}
