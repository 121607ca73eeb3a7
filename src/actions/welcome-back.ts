import type { Instant } from '../domain/calendar.ts';
import type { Undelivered } from '../store/outbox.ts';
import type { Desk } from './desk.ts';
import { remindAgain, undeliveredThisWeek } from './resend-undelivered.ts';

/**
 * A chat that was blocked or gone takes messages again: what its person was to be reminded of meanwhile, and still owes,
 * is said now instead of at the next milestone. False when there is nothing of the kind.
 */
export function welcomeBack(desk: Desk, chat: number, now: Instant): boolean {
  const { store } = desk;
  return store.transact(() => {
    const person = store.chats.find(chat)?.person ?? null;
    store.chats.setState(chat, 'active', now);
    const missed = undeliveredThisWeek(desk, now).filter((row) => row.person === person && wasShutOut(row));
    const reminded = missed.map((row) => remindAgain(desk, row, now));
    for (const row of missed) store.outbox.markResent(row.id);
    return reminded.includes(true);
  });
}

const wasShutOut = ({ notice, failure }: Undelivered): boolean =>
  notice === null && (failure === 'blocked' || failure === 'gone');
