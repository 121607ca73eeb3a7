import type { Membership, Role } from '../domain/access.ts';
import { isAllowed, isProvincial } from '../domain/access.ts';
import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import { existsOn } from '../domain/unit.ts';
import type { Act, Desk } from './desk.ts';
import { hashCode, newCode } from './secret-code.ts';

export interface InvitationOrder {
  role: Role;
  unit: string | null;
  uses: number;
  days: number;
  /** Null when the operator makes it from the shell. */
  by: number | null;
}

export interface MadeInvitation {
  code: string;
  role: Role;
  unit: string | null;
  uses: number;
  expiresAt: Instant;
}

/** Makes an invitation code: about 49 bits of chance, kept as a hash only. */
export function invite(desk: Desk, order: InvitationOrder, now: Instant): Result<MadeInvitation> {
  const { store } = desk;
  const unit = order.unit === null ? null : order.unit.trim().toUpperCase();
  if (isProvincial(order.role) !== (unit === null)) return no({ problem: 'role-needs-unit' });
  if (unit !== null) {
    const found = store.units.find(unit, dayOf(now, desk.zone));
    if (found === null || !existsOn(found, dayOf(now, desk.zone)))
      return no({ problem: 'no-such-unit', typed: order.unit ?? '' });
  }
  return store.transact(() => {
    const code = newCode(desk.random);
    const expiresAt = now + order.days * 24 * 3600_000;
    store.invitations.add(hashCode(code), order.role, unit, order.uses, expiresAt, now, order.by);
    store.audit.add(now, order.by, 'invite', unit ?? 'province', { role: order.role, uses: order.uses });
    return ok({ code, role: order.role, unit, uses: order.uses, expiresAt });
  });
}

/** Makes one for somebody who has the right to: refused otherwise. */
export function inviteAs(desk: Desk, { person, at }: Act, order: Omit<InvitationOrder, 'by'>): Result<MadeInvitation> {
  if (!mayInvite(desk.store.people.memberships(person), order)) return no({ problem: 'not-allowed' });
  return invite(desk, { ...order, by: person }, at);
}

/** An administrator is made by administrators alone, a unit's staff by those who report for it too, everybody else by coordinators. */
export function mayInvite(
  held: readonly Membership[],
  { role, unit }: Pick<InvitationOrder, 'role' | 'unit'>,
): boolean {
  if (role === 'admin') return held.some((one) => one.role === 'admin');
  if (isAllowed(held, 'invite')) return true;
  const ofUnit = held.filter((one) => one.unit !== null && one.unit === unit?.trim().toUpperCase());
  return role === 'staff' && isAllowed(ofUnit, 'invite-staff');
}
