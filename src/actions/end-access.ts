import type { Membership } from '../domain/access.ts';
import { isAllowed } from '../domain/access.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { Invitation } from '../store/invitations.ts';
import { sayRolesEnded } from '../wording/access.ts';
import type { Desk } from './desk.ts';
import { nameOf } from './desk.ts';
import { mayInvite } from './invite.ts';
import { nameRoles } from './name-roles.ts';
import { tellPerson } from './tell.ts';

/** Who ends something: a person by a role of theirs, or the operator in the shell (`person` null). */
export interface Ender {
  person: number | null;
  at: Instant;
}

export interface RolesToEnd {
  person: number;
  /** The roles to end; null = all of them. */
  roles: readonly Membership[] | null;
  /** Goes into the audit and to the person. */
  reason: string;
}

export interface RolesEnded {
  name: string;
  ended: readonly Membership[];
  /** Open invitations of theirs that ended with the right to give them out. */
  revoked: number;
}

/**
 * Ends roles, with a reason: the person is told, and invitations they gave out by such a role work no more. The only
 * administrator stays one until there is another; an administrator's role is ended by administrators or in the shell.
 */
export function endRoles(desk: Desk, ender: Ender, order: RolesToEnd): Result<RolesEnded> {
  const { store } = desk;
  const reason = order.reason.trim();
  if (reason === '') return no({ problem: 'reason-needed' });
  return store.transact(() => {
    const held = store.people.memberships(order.person);
    const ending = order.roles === null ? held : held.filter((one) => order.roles?.some((role) => isSame(role, one)));
    if (ending.length === 0) return no({ problem: 'no-such-role' });
    if (!mayEnd(desk, ender, ending)) return no({ problem: 'not-allowed' });
    if (isLastAdmin(desk, order.person) && ending.some((one) => one.role === 'admin'))
      return no({ problem: 'last-admin' });
    for (const { role, unit } of ending) {
      store.people.leave(order.person, role, unit, ender.at);
      store.audit.add(ender.at, ender.person, 'end-role', `person:${order.person}`, { role, unit, reason });
    }
    // What is half done rests on a right that may be gone: a notice about to be sent, say.
    if (ending.length === held.length || ending.some(({ unit }) => unit === null)) store.dialogs.dropOf(order.person);
    const revoked = revokeLost(desk, ender, order.person);
    tell(desk, ender, order.person, ending, reason);
    return ok({ name: nameOf(desk, order.person), ended: ending, revoked });
  });
}

function isSame(a: Membership, b: Membership): boolean {
  return a.role === b.role && a.unit === b.unit;
}

/** Whether they are an administrator and nobody else is. */
export function isLastAdmin(desk: Desk, person: number): boolean {
  const admins = desk.store.people.provincial().filter((member) => member.role === 'admin');
  return admins.some((one) => one.person === person) && admins.every((one) => one.person === person);
}

/** Takes an open invitation back. Coordinators take back any but an administrator's; members what they gave out. */
export function revokeInvitation(desk: Desk, ender: Ender, id: number, reason: string): Result<Invitation> {
  const { store } = desk;
  return store.transact(() => {
    const invitation = store.invitations.open(ender.at).find((one) => one.id === id);
    if (invitation === undefined) return no({ problem: 'no-such-invitation' });
    const isOwn = ender.person !== null && invitation.createdBy === ender.person;
    if (!isOwn && !mayEnd(desk, ender, [invitation])) return no({ problem: 'not-allowed' });
    revoke(desk, ender, invitation, reason);
    return ok(invitation);
  });
}

function revoke({ store }: Desk, { at, person }: Ender, { id, role, unit }: Invitation, reason: string): void {
  if (store.invitations.revoke(id, at))
    store.audit.add(at, person, 'revoke-invitation', `invitation:${id}`, { role, unit, reason });
}

/** Who leaves takes along the open invitations that they could not give out any more; how many. */
export function revokeLost(desk: Desk, ender: Ender, person: number): number {
  const left = desk.store.people.memberships(person);
  const lost = desk.store.invitations
    .open(ender.at)
    .filter((invitation) => invitation.createdBy === person && !mayInvite(left, invitation));
  for (const invitation of lost) revoke(desk, ender, invitation, 'inviter-left');
  return lost.length;
}

function mayEnd({ store }: Desk, { person }: Ender, ending: readonly Pick<Membership, 'role'>[]): boolean {
  if (person === null) return true;
  const own = store.people.memberships(person);
  const isAdmin = own.some((one) => one.role === 'admin');
  return isAllowed(own, 'end-access') && (isAdmin || ending.every((one) => one.role !== 'admin'));
}

function tell(desk: Desk, ender: Ender, person: number, ended: readonly Membership[], reason: string): void {
  tellPerson(desk, person, { text: sayRolesEnded(nameRoles(desk, ended, ender.at), reason) }, ender.at);
}
