import { enqueueInChat, enqueueProactive, PRIORITY } from '../delivery/enqueue.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Chat } from '../store/chats.ts';
import type { Outgoing } from '../wording/message.ts';
import type { Desk } from './desk.ts';
import { coordinatorsOf } from './fire-reminders.ts';

/** Something people have to know: what became of their access, or what is asked of them. In sending hours, like all that nobody waits for. */
const ALERT = { kind: 'alert', priority: PRIORITY.reminder, repeatIfUnknown: true, expiresAt: null } as const;

/** Tells a person, where they read first; `until`: when it is of no use any more, where it waits for the sending hours so long. */
export function tellPerson(
  { store }: Desk,
  person: number,
  content: Outgoing,
  at: Instant,
  until: Instant | null = null,
): void {
  enqueueProactive(store, { ...ALERT, expiresAt: until, person, content }, at);
}

/** Tells in another of a person's chats what became of what they have just begun: they wait for it, whatever the hour. */
export function tellChat({ store }: Desk, chat: Chat & { person: number }, content: Outgoing, at: Instant): void {
  enqueueInChat(store, chat, { ...ALERT, person: chat.person, priority: PRIORITY.answer, content }, at);
}

/** Tells every coordinator and administrator, but for `except`. */
export function tellCoordinators(desk: Desk, content: Outgoing, at: Instant, except: number | null = null): void {
  for (const { person } of coordinatorsOf(desk)) if (person !== except) tellPerson(desk, person, content, at);
}
