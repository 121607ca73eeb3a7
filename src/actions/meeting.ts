import { enqueueAnswer, PRIORITY } from '../delivery/enqueue.ts';
import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { Unit } from '../domain/unit.ts';
import { existsOn } from '../domain/unit.ts';
import type { Chat } from '../store/chats.ts';
import type { Guest, Meeting } from '../store/meetings.ts';
import { CONSENT_VERSION } from '../wording/consent.ts';
import { sayWelcome } from '../wording/join.ts';
import { MEETING_WORDS } from '../wording/meeting.ts';
import type { Act, Desk } from './desk.ts';
import { may } from './desk.ts';
import type { Ender } from './end-access.ts';
import { beginErasure } from './finish-erasures.ts';
import { newCode } from './secret-code.ts';
import { tellPerson } from './tell.ts';

/** Whoever comes in by a meeting's code joins as this. */
const ROLE = 'liaison';

/** Opens a meeting: one code for everybody in the room, for some hours. */
export function openMeeting(desk: Desk, by: Ender, hours: number): Result<Meeting> {
  const { store } = desk;
  if (by.person !== null && !may(desk, by.person, 'invite')) return no({ problem: 'not-allowed' });
  return store.transact(() => {
    const code = newCode(desk.random);
    const expiresAt = by.at + hours * 3600_000;
    const id = store.meetings.open(code, by.at, by.person, expiresAt);
    store.audit.add(by.at, by.person, 'open-meeting', `meeting:${id}`, { hours });
    return ok({ id, code, openedAt: by.at, expiresAt });
  });
}

/** Ends a meeting's code; who waits can still be confirmed. False when it was over already. */
export function closeMeeting(desk: Desk, act: Act, id: number): Result<boolean> {
  const { store } = desk;
  if (!may(desk, act.person, 'invite')) return no({ problem: 'not-allowed' });
  return store.transact(() => {
    const isClosed = store.meetings.close(id, act.at);
    if (isClosed) store.audit.add(act.at, act.person, 'close-meeting', `meeting:${id}`);
    return ok(isClosed);
  });
}

/** The meeting that what was typed is the code of; null for any other code, and while the chat is locked for wrong ones. */
export function meetingOf(desk: Desk, chat: Chat, typed: string, now: Instant): Meeting | null {
  const isLocked = chat.lockedUntil !== null && now < chat.lockedUntil;
  if (isLocked || chat.kind !== 'private') return null;
  return desk.store.meetings.findByCode(typed.toUpperCase().replace(/[\s-]/gu, ''), now);
}

/** Lets somebody in who has agreed; who is in already stays as they are. They hold no role: that takes a coordinator. */
export function enterMeeting(desk: Desk, chat: Chat, meeting: number, name: string, now: Instant): Guest {
  const { store } = desk;
  return store.transact(() => {
    const known = chat.person === null ? null : store.people.find(chat.person);
    const person =
      known !== null && known.withdrawnAt === null ? known.id : store.people.add(name, now, CONSENT_VERSION);
    if (person !== known?.id) store.chats.link(chat.id, person, now);
    if (store.meetings.findGuest(meeting, person) === null) {
      store.meetings.enter(meeting, person);
      store.audit.add(now, person, 'enter-meeting', `meeting:${meeting}`, { consent: CONSENT_VERSION });
    }
    const guest = store.meetings.findGuest(meeting, person);
    if (guest === null) throw new Error('a guest who entered is not there');
    return guest;
  });
}

/** Chooses one's unit, or another one: until it is confirmed it gives nothing. */
export function chooseUnit(desk: Desk, act: Act, meeting: number, unit: string): Result<Unit> {
  const { store } = desk;
  const found = store.units.find(unit, dayOf(act.at, desk.zone));
  if (found === null || found.compiles || !existsOn(found, dayOf(act.at, desk.zone)))
    return no({ problem: 'no-such-unit', typed: unit });
  return store.transact(() => {
    if (!store.meetings.choose(meeting, act.person, unit, act.at)) return no({ problem: 'not-waiting' });
    store.audit.add(act.at, act.person, 'choose-unit', unit, { meeting });
    return ok(found);
  });
}

export interface Waiting {
  /** Who has chosen a unit, by their numbers. */
  chosen: readonly (Guest & { unit: string; chosenAt: Instant })[];
  /** How many agreed and have not chosen yet. */
  choosing: number;
}

/** Everybody whom nobody has confirmed yet, of every meeting. */
export function waitingGuests(desk: Desk): Waiting {
  const all = desk.store.meetings.unconfirmed();
  const chosen = all.filter(
    (guest): guest is Guest & { unit: string; chosenAt: Instant } => guest.unit !== null && guest.chosenAt !== null,
  );
  return { chosen, choosing: all.length - chosen.length };
}

export interface Confirmed {
  confirmed: number;
  /** Who chose (again) after the list was shown: nobody has seen their unit. */
  later: number;
}

/** Confirms everybody whose choice stood when the list was shown; each is told, and is from now on their unit's liaison. */
export function confirmGuests(desk: Desk, act: Act, shownAt: Instant): Result<Confirmed> {
  const { store } = desk;
  if (!may(desk, act.person, 'invite')) return no({ problem: 'not-allowed' });
  return store.transact(() => {
    const { chosen } = waitingGuests(desk);
    const seen = chosen.filter((guest) => guest.chosenAt <= shownAt);
    for (const guest of seen) confirmGuest(desk, act, guest);
    return ok({ confirmed: seen.length, later: chosen.length - seen.length });
  });
}

function confirmGuest(desk: Desk, act: Act, { meeting, person, unit, name }: Guest & { unit: string }): void {
  const { store } = desk;
  if (!store.meetings.confirm(meeting, person, act.at)) return;
  store.people.join(person, ROLE, unit, act.at);
  store.audit.add(act.at, act.person, 'confirm-guest', `person:${person}`, { role: ROLE, unit, meeting });
  const outstanding = store.tasks.outstandingOf(unit).length;
  const unitName = store.units.find(unit, dayOf(act.at, desk.zone))?.name ?? unit;
  const text = sayWelcome({ name, role: ROLE, unit: unitName, outstanding });
  tellPerson(desk, person, { text }, act.at, { priority: PRIORITY.answer });
}

/**
 * Strikes out guests by their numbers in the list that was shown: they are told, and whoever holds no role is forgotten. The names
 * of those it struck.
 */
export function strikeGuests(desk: Desk, act: Act, shownAt: Instant, numbers: readonly number[]): Result<string[]> {
  const { store } = desk;
  if (!may(desk, act.person, 'invite')) return no({ problem: 'not-allowed' });
  return store.transact(() => {
    const struck = waitingGuests(desk).chosen.filter(
      ({ number, chosenAt }) => chosenAt <= shownAt && numbers.includes(number),
    );
    for (const { meeting, person, unit } of struck) {
      if (!store.meetings.strike(meeting, person)) continue;
      store.audit.add(act.at, act.person, 'strike-guest', `person:${person}`, { unit, meeting });
      const [chat] = store.chats.ofPerson(person);
      // Forgetting somebody clears what waits for them: the last word comes after it.
      if (store.people.memberships(person).length === 0) beginErasure(store, person, act.at);
      const gone = chat === undefined ? null : store.chats.find(chat.id);
      if (gone !== null) enqueueAnswer(store, gone, { text: MEETING_WORDS.struck }, act.at);
    }
    return ok(struck.map(({ name }) => name));
  });
}
