import { isProvincial } from '../domain/access.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Chat } from '../store/chats.ts';
import type { Person } from '../store/people.ts';
import type { Desk } from './desk.ts';
import { hashCode, newCode } from './secret-code.ts';

const LINK_USEFUL_MS = 30 * 60_000;

/** A code that, typed in another app, leads it to the same person. Good for half an hour, once. */
export function offerLink(desk: Desk, person: number, now: Instant): { code: string; expiresAt: Instant } {
  const code = newCode(desk.random);
  const expiresAt = now + LINK_USEFUL_MS;
  desk.store.oneTimeCodes.addLink(hashCode(code), person, expiresAt);
  desk.store.audit.add(now, person, 'offer-link', `person:${person}`);
  return { code, expiresAt };
}

/** Who offered the code, while it is good in this chat; null when it is no link code. Nothing is used up. */
export function linkOwner(desk: Desk, chat: Chat, codeHash: string, now: Instant): Person | null {
  const isLocked = chat.lockedUntil !== null && now < chat.lockedUntil;
  if (chat.kind !== 'private' || isLocked) return null;
  const owner = desk.store.oneTimeCodes.findLink(codeHash, now);
  const known = owner === null ? null : desk.store.people.find(owner);
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
 * Links this chat to the person whose code was typed; null when it is no link code, or would move a provincial role. Whoever
 * had joined here as somebody of their own becomes that person, with all their roles and chats: ask them first.
 */
export function takeLink(desk: Desk, chat: Chat, codeHash: string, now: Instant): Person | null {
  const { store } = desk;
  const owner = linkOwner(desk, chat, codeHash, now);
  if (owner === null || movesProvincialRole(desk, chat, owner.id)) return null;
  return store.transact(() => {
    store.oneTimeCodes.takeLink(codeHash, now);
    if (chat.person !== null && chat.person !== owner.id) {
      store.merging.merge({ from: chat.person, into: owner.id, now });
      store.audit.add(now, owner.id, 'merge', `person:${chat.person}`);
    }
    store.chats.link(chat.id, owner.id);
    store.audit.add(now, owner.id, 'link', `chat:${chat.id}`, { channel: chat.channel });
    return owner;
  });
}
