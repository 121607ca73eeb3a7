import type { Instant } from '../domain/calendar.ts';
import { dayOf, startOfDay } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no } from '../domain/problem.ts';
import type { Invitation } from '../store/invitations.ts';
import { type SpokenInvitedSubstitute, sayWillStandIn } from '../wording/stand-in.ts';
import type { Act, Desk } from './desk.ts';
import { nameOf } from './desk.ts';
import { revokeInvitation } from './end-access.ts';
import { invite, type MadeInvitation } from './invite.ts';
import { faultOfStretch, type StandInOrder, spoken, turnStandIns } from './stand-in.ts';
import { tellPerson } from './tell.ts';

const DAYS = 14;
const DAY_MS = 24 * 3600_000;

export type InvitedSubstituteOrder = Omit<StandInOrder, 'substitute'>;

/**
 * Invites somebody who is not on the bot yet to stand in for a unit's liaison: whoever joins by the code is of the unit's staff, and
 * stands in on these days, from their joining on at the earliest. Until then nothing changes. The code is good for two weeks and no
 * longer than the last day; one made before for the same place is taken back.
 */
export function inviteSubstitute(desk: Desk, act: Act, order: InvitedSubstituteOrder): Result<MadeInvitation> {
  const { store } = desk;
  const { unit, absent, from, until } = order;
  const fault = faultOfStretch(desk, act, order);
  if (fault !== null) return no(fault);
  return store.transact(() => {
    for (const { id } of store.invitations.open(act.at)) {
      const earlier = store.standIns.invitedBy(id);
      if (earlier?.absent === absent) revokeInvitation(desk, { person: act.person, at: act.at }, id, 'substitute-anew');
    }
    const left = Math.ceil((startOfDay(until, desk.zone) - act.at) / DAY_MS) + 1;
    const made = invite(desk, { role: 'staff', unit, uses: 1, days: Math.min(DAYS, left), by: act.person }, act.at);
    const invitation = made.ok ? store.invitations.findLatest() : null;
    if (invitation === null) return made;
    store.standIns.addInvited({ invitation: invitation.id, absent, from, until });
    const detail = { unit, from, until, invitation: invitation.id };
    store.audit.add(act.at, act.person, 'invite-substitute', `person:${absent}`, detail);
    return made;
  });
}

/** What joining by an invitation lets somebody in for beside the role; null: nothing, or not any more. */
function substitutionOf(desk: Desk, { id, unit }: Invitation, now: Instant): InvitedSubstituteOrder | null {
  const planned = desk.store.standIns.invitedBy(id);
  if (planned === null || unit === null) return null;
  const { absent, until } = planned;
  const today = dayOf(now, desk.zone);
  const from = planned.from < today ? today : planned.from;
  const order = { unit, absent, from, until };
  return faultOfStretch(desk, { person: absent, at: now }, order) === null ? order : null;
}

/** As it is said to whoever holds the code. */
export function spokenSubstitution(desk: Desk, invitation: Invitation, now: Instant): SpokenInvitedSubstitute | null {
  const order = substitutionOf(desk, invitation, now);
  if (order === null) return null;
  return { absent: nameOf(desk, order.absent), from: order.from, until: order.until };
}

/** Somebody has joined by such a code, and by that agreed: they stand in from the first day, or from now. In the caller's transaction. */
export function beginInvitedSubstitute(desk: Desk, person: number, invitation: Invitation, now: Instant): void {
  const { store } = desk;
  const order = substitutionOf(desk, invitation, now);
  if (order === null || order.absent === person) return;
  const { unit, absent, from, until } = order;
  const proposedBy = invitation.createdBy ?? absent;
  const id = store.standIns.add({ ...order, substitute: person, proposedBy, at: now });
  store.standIns.move(id, 'agreed', 0, now);
  store.audit.add(now, person, 'agree-to-stand-in', `person:${absent}`, { unit, substitute: person, from, until, id });
  const standIn = store.standIns.find(id);
  if (standIn === null) return;
  const text = sayWillStandIn(spoken(desk, standIn, now));
  for (const told of new Set([absent, proposedBy])) tellPerson(desk, told, { text }, now);
  turnStandIns(desk, now, person);
}
