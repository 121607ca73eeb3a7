import type { Instant } from '../domain/calendar.ts';
import type { FoundAccess } from '../store/board-access.ts';
import type { Chat } from '../store/chats.ts';
import type { Act, Desk } from './desk.ts';
import { may, nameOf } from './desk.ts';
import { hashToken, newToken } from './secret-token.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Long enough to go from the phone to the desk. */
const ENTER_MS = 10 * MINUTE_MS;
/** A working day with its evening. */
const SESSION_MS = DAY_MS / 2;
/** In the rehearsal room weeks go by at a stroke. */
const REHEARSED_SESSION_MS = 400 * DAY_MS;
const VIEW_MS = 7 * DAY_MS;

/** An address that was made, and until when it is good; or why there is none. */
export type BoardOffer = { url: string; until: Instant } | { refused: 'not-allowed' | 'no-pages' };

/** An address that lets this person in once; whatever they were given before and did not use ends. */
export function offerBoard(desk: Desk, act: Act, chat: Pick<Chat, 'id' | 'channel'>): BoardOffer {
  return offer(desk, act, chat, 'enter');
}

/** An address at which anybody can look at the rounds for a week, without names of people. */
export function offerView(desk: Desk, act: Act, chat: Pick<Chat, 'id' | 'channel'>): BoardOffer {
  return offer(desk, act, chat, 'view');
}

function offer(desk: Desk, act: Act, chat: Pick<Chat, 'id' | 'channel'>, kind: 'enter' | 'view'): BoardOffer {
  const { store } = desk;
  if (!may(desk, act.person, 'watch-round')) return { refused: 'not-allowed' };
  const base = desk.pagesAt(chat.channel);
  if (base === null) return { refused: 'no-pages' };
  const token = newToken(desk.random);
  const until = act.at + (kind === 'enter' ? ENTER_MS : VIEW_MS);
  store.transact(() => {
    if (kind === 'enter') store.boardAccess.endEnterLinks(act.person, act.at);
    const access = { person: act.person, chat: chat.id, expiresAt: until };
    store.boardAccess.addLink(hashToken(token), kind, access, act.at);
    store.audit.add(act.at, act.person, kind === 'enter' ? 'offer-board' : 'offer-board-view', 'board', { until });
  });
  return { url: `${base}/board/${kind}/${token}`, until };
}

export type EnterState = { state: 'open'; until: Instant } | { state: 'used' | 'expired' | 'unknown' };

/** What the page of a sign-in address is good for; looking at it uses nothing up. */
export function lookAtEntry(desk: Desk, token: string, now: Instant): EnterState {
  const link = desk.store.boardAccess.findLink(hashToken(token), 'enter');
  if (link === null || !isWhose(desk, link)) return { state: 'unknown' };
  if (link.endedAt !== null) return { state: 'used' };
  if (now >= link.expiresAt) return { state: 'expired' };
  return { state: 'open', until: link.expiresAt };
}

/** Signs a browser in; what it is known by from then on, or why not. */
export function enterBoard(desk: Desk, token: string, now: Instant): { cookie: string } | EnterState {
  const { store } = desk;
  return store.transact(() => {
    const state = lookAtEntry(desk, token, now);
    const link = store.boardAccess.findLink(hashToken(token), 'enter');
    if (state.state !== 'open' || link === null || !store.boardAccess.endLink(link.id, now)) return state;
    const cookie = newToken(desk.random);
    const length = store.chats.find(link.chat)?.channel === 'web' ? REHEARSED_SESSION_MS : SESSION_MS;
    const access = { person: link.person, chat: link.chat, expiresAt: now + length };
    store.boardAccess.addSession(hashToken(cookie), access, now);
    store.audit.add(now, link.person, 'enter-board', 'board');
    return { cookie };
  });
}

export interface BoardSession {
  id: number;
  person: number;
  name: string;
  until: Instant;
  /** Stands in every form of the session's pages: what another site makes up does not have it. */
  formKey: string;
}

/** The session behind a cookie; null once it is over, its chat leads to somebody else, or its person may not see the board any more. */
export function findBoardSession(desk: Desk, cookie: string, now: Instant): BoardSession | null {
  const found = desk.store.boardAccess.findSession(hashToken(cookie));
  if (found === null || found.endedAt !== null || now >= found.expiresAt || !isWhose(desk, found)) return null;
  const { id, person, expiresAt } = found;
  return { id, person, name: nameOf(desk, person), until: expiresAt, formKey: hashToken(`${cookie}/form`) };
}

/** The browsers in which that person is signed in, the oldest first. */
export function sessionsOf(desk: Desk, person: number, now: Instant): FoundAccess[] {
  return desk.store.boardAccess.openSessions(person, now);
}

/** Ends some of one's own sessions; how many were still going on. */
export function endSessions(desk: Desk, act: Act, ids: readonly number[]): number {
  const { store } = desk;
  return store.transact(() => {
    const own = new Set(sessionsOf(desk, act.person, act.at).map(({ id }) => id));
    const ended = ids.filter((id) => own.has(id) && store.boardAccess.endSession(id, act.at));
    for (const id of ended) store.audit.add(act.at, act.person, 'leave-board', `session:${id}`);
    return ended.length;
  });
}

export interface OpenView {
  id: number;
  by: string;
  madeAt: Instant;
  until: Instant;
}

/** The addresses for looking that still work, whoever made them. */
export function openViews(desk: Desk, now: Instant): OpenView[] {
  return desk.store.boardAccess
    .openLinks('view', now)
    .filter((link) => isWhose(desk, link))
    .map(({ id, person, begunAt, expiresAt }) => ({
      id,
      by: nameOf(desk, person),
      madeAt: begunAt,
      until: expiresAt,
    }));
}

/** Takes an address for looking back; false for who may not, and when it had ended before. */
export function revokeView(desk: Desk, act: Act, id: number): boolean {
  const { store } = desk;
  if (!may(desk, act.person, 'watch-round')) return false;
  return store.transact(() => {
    const isOpen = openViews(desk, act.at).some((one) => one.id === id);
    if (!isOpen || !store.boardAccess.endLink(id, act.at)) return false;
    store.audit.add(act.at, act.person, 'revoke-board-view', `link:${id}`);
    return true;
  });
}

/** Until when an address for looking is good; null for one that never was, is over, or whose maker may not see the board any more. */
export function findView(desk: Desk, token: string, now: Instant): { until: Instant } | null {
  const link = desk.store.boardAccess.findLink(hashToken(token), 'view');
  if (link === null || link.endedAt !== null || now >= link.expiresAt || !isWhose(desk, link)) return null;
  return { until: link.expiresAt };
}

/** A link or session is somebody's while its chat leads to them and they may see the board. */
function isWhose(desk: Desk, { person, chatPerson }: FoundAccess): boolean {
  return chatPerson === person && may(desk, person, 'watch-round');
}
