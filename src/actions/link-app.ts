import type { Instant } from '../domain/calendar.ts';
import type { Chat } from '../store/chats.ts';
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

/** Links this chat to the person whose code was typed; null when it is no link code. A chat that is somebody's stays theirs. */
export function takeLink(desk: Desk, chat: Chat, code: string, now: Instant): number | null {
  const isLocked = chat.locked_until !== null && now < chat.locked_until;
  if (chat.person !== null || chat.kind !== 'private' || isLocked) return null;
  const person = desk.store.oneTimeCodes.takeLink(hashCode(code), now);
  const known = person === null ? null : desk.store.people.find(person);
  if (known === null || known.withdrawn_at !== null) return null;
  desk.store.chats.link(chat.id, known.id);
  desk.store.audit.add(now, known.id, 'link', `chat:${chat.id}`, { channel: chat.channel });
  return known.id;
}
