import { enqueueAnswer } from '../delivery/enqueue.ts';
import type { Membership } from '../domain/access.ts';
import { isProvincial } from '../domain/access.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { Chat } from '../store/chats.ts';
import type { Person } from '../store/people.ts';
import type { Question } from '../store/questions.ts';
import { sayAppLinked, sayAskLink, sayLinked, sayLinkRefused, sayNewApp } from '../wording/link.ts';
import type { Outgoing } from '../wording/message.ts';
import type { Act, Desk } from './desk.ts';
import { nameOf } from './desk.ts';
import { nameRoles } from './name-roles.ts';
import { hashCode, newCode } from './secret-code.ts';
import { tellChat, tellCoordinators } from './tell.ts';

const LINK_USEFUL_MS = 30 * 60_000;
/** Accounts that may ask by one code at a time: a code that many have is no secret, and each question is a message. */
const ASKERS = 3;

/** A code that, typed in another app, asks to be led to the same person. Good for half an hour; confirmed in the chat that made it. */
export function offerLink(desk: Desk, chat: Chat, person: number, now: Instant): { code: string; expiresAt: Instant } {
  const code = newCode(desk.random);
  const expiresAt = now + LINK_USEFUL_MS;
  desk.store.oneTimeCodes.addLink(hashCode(code), { person, chat: chat.id }, expiresAt);
  desk.store.audit.add(now, person, 'offer-link', `person:${person}`);
  return { code, expiresAt };
}

/** Who offered the code, while it is good in this chat; null when it is no link code. Nothing is used up. */
export function linkOwner(desk: Desk, chat: Chat, codeHash: string, now: Instant): Person | null {
  const isLocked = chat.lockedUntil !== null && now < chat.lockedUntil;
  if (chat.kind !== 'private' || isLocked) return null;
  const code = desk.store.oneTimeCodes.findLink(codeHash, now);
  const known = code === null ? null : desk.store.people.find(code.person);
  return known === null || known.withdrawnAt !== null ? null : known;
}

/**
 * Whether linking this chat to its owner would carry a provincial role from one account to another: a unit's liaison would be
 * an administrator by one tap of whoever typed their code.
 */
export function movesProvincialRole({ store }: Desk, chat: Chat, owner: number): boolean {
  if (chat.person === null || chat.person === owner) return false;
  return [chat.person, owner].some((person) => store.people.memberships(person).some(({ role }) => isProvincial(role)));
}

/**
 * Asks, in the chat that made the code, whether this chat is the same person's; nobody is linked by it. `name` is what the app
 * shows of whoever asks. Whoever had joined here as somebody of their own is to agree to it before.
 */
export function askToLink(desk: Desk, chat: Chat, codeHash: string, name: string, now: Instant): Result<null> {
  const { store } = desk;
  const owner = linkOwner(desk, chat, codeHash, now);
  const code = store.oneTimeCodes.findLink(codeHash, now);
  const madeIn = code === null ? null : store.chats.find(code.chat);
  if (owner === null || code === null || madeIn?.person !== owner.id) return no({ problem: 'code-expired' });
  if (chat.person === owner.id) return no({ problem: 'linked-already' });
  if (movesProvincialRole(desk, chat, owner.id)) return no({ problem: 'moves-provincial-role' });
  const waiting = store.questions.open('link', now).filter((one) => one.codeHash === codeHash);
  if (waiting.some(({ asker }) => asker === chat.id)) return no({ problem: 'link-waiting' });
  if (waiting.length >= ASKERS) return no({ problem: 'link-crowded' });
  return store.transact(() => {
    const id = store.questions.add({
      kind: 'link',
      person: owner.id,
      codeHash,
      askedIn: madeIn.id,
      asker: chat.id,
      askerPerson: chat.person,
      askerName: name,
      askedAt: now,
      expiresAt: code.expiresAt,
    });
    store.audit.add(now, chat.person, 'ask-link', `person:${owner.id}`, { question: id, channel: chat.channel });
    const question = store.questions.find(id);
    if (question !== null) tellChat(desk, { ...madeIn, person: owner.id }, askingOf(desk, question, now), now);
    return ok(null);
  });
}

function askingOf(desk: Desk, { id, asker, askerPerson, askerName }: Question, now: Instant): Outgoing {
  const chat = asker === null ? null : desk.store.chats.find(asker);
  const roles = askerPerson === null ? [] : nameRoles(desk, rolesOf(desk, askerPerson), now);
  return sayAskLink({ id, app: chat === null ? '' : desk.titleOf(chat.channel), name: askerName, roles });
}

/** The question that this chat has still to answer, as it was asked; null when there is none. */
export function openLinkQuestion(desk: Desk, chat: Chat, now: Instant): Outgoing | null {
  const open = desk.store.questions
    .open('link', now)
    .find((one) => one.askedIn === chat.id && one.person === chat.person);
  return open === undefined ? null : askingOf(desk, open, now);
}

export interface LinkDecided {
  linked: boolean;
  /** The app and the name of the account that asked. */
  app: string;
  name: string;
}

/**
 * Answers such a question: only in the chat that made the code, once, while its time lasts and the account that asked is
 * what it was. A yes links it (or makes two who had joined one person), and the person's other chats and the coordinators
 * hear of it; a no ends the code, which somebody else has.
 */
export function decideLink(desk: Desk, act: Act & { chat: number }, id: number, isYes: boolean): Result<LinkDecided> {
  const { store } = desk;
  const question = store.questions.find(id);
  if (question?.kind !== 'link' || question.person !== act.person || question.askedIn !== act.chat)
    return no({ problem: 'no-such-question' });
  if (question.decidedAt !== null)
    return no({ problem: 'decided-already', by: null, answer: '', at: question.decidedAt });
  const asker = question.asker === null ? null : store.chats.find(question.asker);
  if (act.at >= question.expiresAt || asker === null) return no({ problem: 'question-over' });
  const decided = { linked: isYes, app: desk.titleOf(asker.channel), name: question.askerName };
  if (isYes && !isAsItWas(asker, question)) return no({ problem: 'asker-changed' });
  if (isYes && movesProvincialRole(desk, asker, act.person)) return no({ problem: 'moves-provincial-role' });
  return store.transact(() => {
    store.oneTimeCodes.takeLink(question.codeHash ?? '', act.at);
    store.questions.decide(id, isYes ? 'yes' : 'no', act.person, act.at);
    if (isYes) link(desk, act, asker, question);
    else refuseLink(desk, act, asker, question);
    return ok(decided);
  });
}

function isAsItWas(asker: Chat, { askerPerson }: Question): boolean {
  return asker.person === askerPerson && asker.state === 'active' && !asker.address.startsWith('left:');
}

function link(desk: Desk, { person, chat, at }: Act & { chat: number }, asker: Chat, question: Question): void {
  const { store } = desk;
  // Others who asked by the same code are answered with it: it worked once.
  for (const other of store.questions.open('link', at))
    if (other.codeHash === question.codeHash) store.questions.decide(other.id, 'no', person, at);
  if (asker.person !== null) {
    store.merging.merge({ from: asker.person, into: person, now: at });
    store.audit.add(at, person, 'merge', `person:${asker.person}`);
  }
  store.chats.link(asker.id, person, at);
  store.audit.add(at, person, 'link', `chat:${asker.id}`, { channel: asker.channel, question: question.id });
  const app = desk.titleOf(asker.channel);
  const name = nameOf(desk, person);
  for (const other of store.chats.ofPerson(person)) {
    if (other.id === chat) continue;
    const text = other.id === asker.id ? sayLinked(name) : sayNewApp(app, question.askerName);
    tellChat(desk, { ...other, person }, { text }, at);
  }
  const roles = nameRoles(desk, rolesOf(desk, person), at);
  tellCoordinators(desk, { text: sayAppLinked({ name, roles, app, account: question.askerName }) }, at, person);
}

function refuseLink(desk: Desk, { person, at }: Act, asker: Chat, question: Question): void {
  desk.store.audit.add(at, person, 'refuse-link', `chat:${asker.id}`, { question: question.id });
  enqueueAnswer(desk.store, asker, { text: sayLinkRefused() }, at);
}

function rolesOf({ store }: Desk, person: number): Membership[] {
  return store.people.memberships(person);
}
