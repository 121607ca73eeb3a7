import { dayOf, type Instant } from '../domain/calendar.ts';
import { existsOn, UNIT_KINDS, type Unit, type UnitCode, type UnitKind } from '../domain/unit.ts';
import { sayOneOffPreview } from '../wording/one-off.ts';
import type { RichText } from '../wording/rich-text.ts';
import type { OneOffOrder } from './ask-one-off.ts';
import type { Desk } from './desk.ts';
import { reachOf } from './round-status.ts';

const SHOWN = 12;

/** What would go out: the report, its deadline, the units that would owe it and how many of them have nobody to be told. */
export function previewOneOff(desk: Desk, order: OneOffOrder, now: Instant): RichText {
  const owing = unitsToAsk(desk, now)
    .filter((unit) => order.addressees.includes(unit.kind))
    .filter((unit) => order.units === null || order.units.includes(unit.code));
  return sayOneOffPreview({
    ...order,
    form: desk.rules().forms.find((one) => one.code === order.form)?.title ?? order.form,
    units: owing.slice(0, SHOWN).map((unit) => unit.shortName),
    more: Math.max(0, owing.length - SHOWN),
    alone: owing.filter((unit) => reachOf(desk, unit.code) === 'nobody').length,
  });
}

/** The units that can be asked for a report on that day. */
export function unitsToAsk(desk: Desk, now: Instant): Unit[] {
  const day = dayOf(now, desk.zone);
  return desk.units().filter((unit) => existsOn(unit, day) && !unit.compiles);
}

/** Their kinds, in the order of the plan. */
export function kindsToAsk(desk: Desk, now: Instant): UnitKind[] {
  const kinds = new Set(unitsToAsk(desk, now).map((unit) => unit.kind));
  return UNIT_KINDS.filter((kind) => kinds.has(kind));
}

/** Units named one by one, as an order has them. */
export function askedUnits(
  desk: Desk,
  codes: readonly UnitCode[],
  now: Instant,
): { addressees: UnitKind[]; units: UnitCode[] } {
  const kinds = unitsToAsk(desk, now).flatMap((unit) => (codes.includes(unit.code) ? [unit.kind] : []));
  return { addressees: [...new Set(kinds)], units: [...codes] };
}
