import type { Role } from '../domain/access.ts';
import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { ok } from '../domain/problem.ts';
import type { Unit } from '../domain/unit.ts';
import type { Desk } from './desk.ts';
import type { MadeInvitation } from './invite.ts';
import { invite } from './invite.ts';

export interface UnitInvitation extends MadeInvitation {
  of: Unit;
}

/** An invitation for every unit that owes reports today, or none at all: half a list on paper would be handed out as a whole one. */
export function inviteAll(
  desk: Desk,
  order: { role: Role; uses: number; days: number },
  now: Instant,
): Result<UnitInvitation[]> {
  const units = desk.store.units.owingOn(dayOf(now, desk.zone));
  return desk.store.transact(() => {
    const made: UnitInvitation[] = [];
    for (const of of units.toSorted((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name, 'vi'))) {
      const one = invite(desk, { ...order, unit: of.code, by: null }, now);
      if (!one.ok) return one;
      made.push({ ...one.value, of });
    }
    return ok(made);
  });
}
