import type { Membership, Role } from '../domain/access.ts';
import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Desk } from './desk.ts';

/** Roles with their units' names of that day, as people read them. */
export function nameRoles(
  { store, zone }: Desk,
  roles: readonly Membership[],
  at: Instant,
): { role: Role; unit: string | null }[] {
  return roles.map(({ role, unit }) => ({
    role,
    unit: unit === null ? null : (store.units.find(unit, dayOf(at, zone))?.name ?? unit),
  }));
}
