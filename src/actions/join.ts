import type { Instant } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { Chat } from '../store/chats.ts';
import type { Invitation } from '../store/invitations.ts';
import { sayNoAdminLeft } from '../wording/access.ts';
import { CONSENT_VERSION } from '../wording/consent.ts';
import type { Desk } from './desk.ts';
import { isLastAdmin, revokeLost } from './end-access.ts';
import { beginErasure } from './finish-erasures.ts';
import { finishHandOver } from './hand-over.ts';
import { beginInvitedSubstitute } from './invite-substitute.ts';
import { noteRefusal } from './note-access.ts';
import { askAboutSecond } from './second-liaison.ts';
import { hashCode } from './secret-code.ts';
import { tellCoordinators } from './tell.ts';

const WRONG_TRIES = 5;
const LOCK_MS = 3600_000;

/** Looks a code up without using it. A wrong one counts: five lock the chat for an hour. */
export function checkCode(desk: Desk, chat: Chat, code: string, now: Instant): Result<Invitation> {
  const { store } = desk;
  if (chat.lockedUntil !== null && now < chat.lockedUntil)
    return no({ problem: 'code-locked', until: chat.lockedUntil });
  const invitation = store.invitations.findByHash(hashCode(code));
  if (invitation === null) return wrongCode(desk, chat, now);
  return stillGood(invitation, now);
}

export interface Joined {
  person: number;
  invitation: Invitation;
}

/** Joins with an invitation the person has agreed to. The code is judged again: it may have run out meanwhile. */
export function join(desk: Desk, chat: Chat, invitationId: number, name: string, now: Instant): Result<Joined> {
  const { store } = desk;
  const invitation = store.invitations.find(invitationId);
  if (invitation === null) return no({ problem: 'code-expired' });
  const good = stillGood(invitation, now);
  if (!good.ok) return good;
  return store.transact(() => {
    store.invitations.use(invitation.id);
    const known = chat.person === null ? null : store.people.find(chat.person);
    const person =
      known !== null && known.withdrawnAt === null ? known.id : store.people.add(name, now, CONSENT_VERSION);
    const held = store.people.memberships(person);
    store.people.join(person, invitation.role, invitation.unit, now);
    store.chats.link(chat.id, person, now);
    store.audit.add(now, person, 'join', invitation.unit ?? 'province', {
      role: invitation.role,
      consent: CONSENT_VERSION,
    });
    finishHandOver(desk, person, invitation, now);
    beginInvitedSubstitute(desk, person, invitation, now);
    const isNew = !held.some(({ role, unit }) => role === invitation.role && unit === invitation.unit);
    if (isNew && invitation.role === 'liaison' && invitation.unit !== null)
      askAboutSecond(desk, person, invitation.unit, now);
    return ok({ person, invitation });
  });
}

/**
 * Withdraws consent: the name and what is half done are forgotten, every role ends, and no chat leads to the person any more.
 * That is a right by law (Law 91/2025/QH15), so it is the last administrator's too: the coordinators are told, and how another
 * one is made. Their chats' addresses go once the last answer has gone out (`finishErasures`).
 */
export function withdrawConsent(desk: Desk, person: number, now: Instant): void {
  const { store } = desk;
  store.transact(() => {
    const leavesNoAdmin = isLastAdmin(desk, person);
    beginErasure(store, person, now);
    revokeLost(desk, { person, at: now }, person);
    store.audit.add(now, person, 'withdraw', `person:${person}`, leavesNoAdmin ? { lastAdmin: true } : {});
    if (leavesNoAdmin) tellCoordinators(desk, { text: sayNoAdminLeft() }, now);
  });
}

function wrongCode(desk: Desk, chat: Chat, now: Instant): Result<never> {
  const wasLocked = chat.lockedUntil !== null && now >= chat.lockedUntil;
  const wrong = (wasLocked ? 0 : chat.wrongCodes) + 1;
  const lockedUntil = wrong >= WRONG_TRIES ? now + LOCK_MS : null;
  desk.store.chats.setWrongCodes(chat.id, wrong, lockedUntil);
  if (lockedUntil === null) return no({ problem: 'code-unknown', triesLeft: WRONG_TRIES - wrong });
  noteRefusal(desk, { person: chat.person, chat: chat.id, at: now }, 'code-locked', `chat:${chat.id}`);
  return no({ problem: 'code-locked', until: lockedUntil });
}

function stillGood(invitation: Invitation, now: Instant): Result<Invitation> {
  if (invitation.revokedAt !== null) return no({ problem: 'code-revoked' });
  if (now >= invitation.expiresAt) return no({ problem: 'code-expired' });
  if (invitation.usesLeft <= 0) return no({ problem: 'code-used-up' });
  return ok(invitation);
}
