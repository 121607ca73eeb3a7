import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Problem } from '../domain/problem.ts';
import type { Chat } from '../store/chats.ts';
import type { Desk } from './desk.ts';

/** Answers to wrong codes a day: a slip of the finger and one more. */
const REFUSALS_A_DAY = 2;
/** And to codes while the chat is locked: perhaps the right one came at last. */
const LOCKED_A_DAY = 2;

/**
 * Whether somebody who has not joined is answered once more today. Every answer costs one of the month's messages, which
 * are there for the members' reminders: a stranger who goes on writing meets silence.
 */
export function greetOnce(desk: Desk, chat: Chat, now: Instant): boolean {
  return desk.store.chats.greet(chat.id, dayOf(now, desk.zone));
}

/** How many answers to wrong codes are left today after this one; null when it gets none itself. */
export function refuseOnce(desk: Desk, chat: Chat, problem: Problem, now: Instant): number | null {
  const limit = problem.problem === 'code-locked' ? REFUSALS_A_DAY + LOCKED_A_DAY : REFUSALS_A_DAY;
  const refusals = desk.store.chats.refuse(chat.id, dayOf(now, desk.zone), limit);
  return refusals === null ? null : limit - refusals;
}
