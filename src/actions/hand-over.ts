import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no } from '../domain/problem.ts';
import type { Invitation } from '../store/invitations.ts';
import { sayHandedOver, sayHandOverDone, sayHandOverReason } from '../wording/hand-over.ts';
import type { Act, Desk } from './desk.ts';
import { may, nameOf } from './desk.ts';
import { revokeInvitation, revokeLost } from './end-access.ts';
import { invite, type MadeInvitation } from './invite.ts';
import { tellCoordinators, tellPerson } from './tell.ts';

export interface PlaceHandedOver {
  /** Who gives the place up. */
  leaver: number;
  unit: string;
}

const DAYS = 14;

/**
 * Begins to hand a liaison's place over: an invitation for the successor, who takes it by joining. Until then nothing changes. By the
 * liaison, or by a coordinator; one begun before for the same place is taken back.
 */
export function handOver(desk: Desk, act: Act, { leaver, unit }: PlaceHandedOver): Result<MadeInvitation> {
  const { store } = desk;
  if (act.person !== leaver && !may(desk, act.person, 'end-access')) return no({ problem: 'not-allowed' });
  if (!isLiaison(desk, leaver, unit)) return no({ problem: 'no-such-role' });
  return store.transact(() => {
    for (const earlier of store.invitations.open(act.at).filter((one) => one.replaces === leaver && one.unit === unit))
      revokeInvitation(desk, { person: earlier.createdBy, at: act.at }, earlier.id, 'hand-over-anew');
    const made = invite(desk, { role: 'liaison', unit, uses: 1, days: DAYS, by: act.person }, act.at);
    const invitation = made.ok ? store.invitations.findLatest() : null;
    if (invitation === null) return made;
    store.invitations.replace(invitation.id, leaver);
    store.audit.add(act.at, act.person, 'begin-hand-over', `person:${leaver}`, { unit, invitation: invitation.id });
    return made;
  });
}

/**
 * The successor has joined: the leaver's role ends, tasks and history stay with the unit, and both the leaver and the coordinators
 * are told. In the caller's transaction.
 */
export function finishHandOver(desk: Desk, successor: number, { id, unit, replaces }: Invitation, now: Instant): void {
  const { store } = desk;
  if (replaces === null || unit === null || replaces === successor || !isLiaison(desk, replaces, unit)) return;
  const names = { leaver: nameOf(desk, replaces), successor: nameOf(desk, successor) };
  store.people.leave(replaces, 'liaison', unit, now);
  const reason = sayHandOverReason(names.successor);
  store.audit.add(now, successor, 'end-role', `person:${replaces}`, { role: 'liaison', unit, reason, invitation: id });
  store.dialogs.dropOf(replaces);
  revokeLost(desk, { person: successor, at: now }, replaces);
  const place = { ...names, unit: store.units.find(unit, dayOf(now, desk.zone))?.name ?? unit };
  tellPerson(desk, replaces, { text: sayHandedOver(place) }, now);
  tellCoordinators(desk, { text: sayHandOverDone(place) }, now, successor);
}

/** A place that was lent to somebody who stands in is not theirs to hand over. */
function isLiaison({ store }: Desk, person: number, unit: string): boolean {
  const isLent = store.standIns.liveOf(unit).some((one) => one.substitute === person && one.granted === 1);
  if (isLent) return false;
  return store.people.memberships(person).some((one) => one.role === 'liaison' && one.unit === unit);
}
