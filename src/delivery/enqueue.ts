import type { Outgoing } from '../channels/channel.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Chat } from '../store/chats.ts';
import type { MessageKind } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';

/** Lower goes first: what a person waits for, then last-day reminders, then the rest. */
export const PRIORITY = { answer: 0, lastDay: 10, reminder: 20, notice: 30 } as const;

const ANSWER_USEFUL_MS = 24 * 3600_000;

/** Puts an answer to what somebody typed into the outbox, within the caller's transaction. A file is a message of its own, after its words. */
export function enqueueAnswer(store: Store, chat: Chat, message: Outgoing, now: Instant): number {
  return store.outbox.add({
    chat: chat.id,
    person: chat.person,
    kind: 'answer',
    priority: PRIORITY.answer,
    content: message,
    notice: null,
    repeatIfUnknown: true,
    queuedAt: now,
    expiresAt: now + ANSWER_USEFUL_MS,
    notBefore: 0,
  });
}

export interface Proactive {
  person: number;
  kind: Exclude<MessageKind, 'answer'>;
  priority: number;
  /** Null: composed when it is sent. */
  content: Outgoing | null;
  notice?: number;
  repeatIfUnknown: boolean;
  expiresAt: Instant | null;
}

/** Puts something the bot says of its own accord into the outbox; null when the person has no chat at all. */
export function enqueueProactive(store: Store, message: Proactive, now: Instant): number | null {
  const chat = store.chats.ofPerson(message.person).at(0);
  return chat === undefined ? null : enqueueInChat(store, chat, message, now);
}

/** The same into one of the person's chats, whichever they read first. */
export function enqueueInChat(store: Store, chat: Chat, message: Proactive, now: Instant): number {
  const id = store.outbox.add({
    chat: chat.id,
    person: message.person,
    kind: message.kind,
    priority: message.priority,
    content: message.content,
    notice: message.notice ?? null,
    repeatIfUnknown: message.repeatIfUnknown,
    queuedAt: now,
    expiresAt: message.expiresAt,
    notBefore: 0,
  });
  if (chat.state !== 'active') store.outbox.settleUnsent(id, 'failed', chat.state === 'gone' ? 'gone' : 'blocked', now);
  return id;
}
