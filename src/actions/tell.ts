import { enqueueInChat, enqueueProactive, PRIORITY, type Proactive } from '../delivery/enqueue.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Chat } from '../store/chats.ts';
import type { Outgoing } from '../wording/message.ts';
import type { Desk } from './desk.ts';
import { coordinatorsOf } from './fire-reminders.ts';

/** Something people have to know: what became of their access, or what is asked of them. In sending hours, like all that nobody waits for. */
const ALERT = { kind: 'alert', priority: PRIORITY.reminder, repeatIfUnknown: true, expiresAt: null } as const;

/** In what an alert differs from the others: how urgent it is, whether it is said again when in doubt, when it is of no use any more. */
type Terms = Partial<Pick<Proactive, 'priority' | 'repeatIfUnknown' | 'expiresAt'>>;

/** Tells a person, where they read first; false: they have no chat at all. */
export function tellPerson(
  { store }: Desk,
  person: number,
  content: Outgoing,
  at: Instant,
  terms: Terms = {},
): boolean {
  return enqueueProactive(store, { ...ALERT, ...terms, person, content }, at) !== null;
}

/** Tells in another of a person's chats what became of what they have just begun: they wait for it, whatever the hour. */
export function tellChat({ store }: Desk, chat: Chat & { person: number }, content: Outgoing, at: Instant): void {
  enqueueInChat(store, chat, { ...ALERT, person: chat.person, priority: PRIORITY.answer, content }, at);
}

/** Tells every coordinator and administrator, but for `except`; how many. */
export function tellCoordinators(
  desk: Desk,
  content: Outgoing,
  at: Instant,
  except: number | null = null,
  terms: Terms = {},
): number {
  const others = coordinatorsOf(desk).filter(({ person }) => person !== except);
  return others.filter(({ person }) => tellPerson(desk, person, content, at, terms)).length;
}
