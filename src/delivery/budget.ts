import type { Day } from '../domain/calendar.ts';
import type { MessageKind } from '../store/outbox.ts';
import { PRIORITY } from './enqueue.ts';

/**
 * Shares of a month's allowance. What lies beyond `chat` is a reserve: only reports, their receipts and last-day reminders
 * may use it (and the warning itself).
 */
const SHARES = { rest: 0.8, early: 0.9, stranger: 0.9, chat: 0.95, reserve: 1 } as const;

export interface Weighed {
  kind: MessageKind;
  priority: number;
  /** Null: a stranger, or a group. */
  person: number | null;
}

/**
 * Whether a bot with this allowance should still spend this message this month. Null: no allowance to keep. A member's
 * answer always: which of them are given at all is decided where they are asked for.
 */
export function mayGoOut({ kind, priority, person }: Weighed, spent: number, allowance: number | null): boolean {
  // An alert is what somebody has to know; one of a notice's priority is only good to know.
  if (allowance === null || (kind === 'alert' && priority < PRIORITY.notice)) return true;
  if (kind === 'answer') return person !== null || spent < allowance * SHARES.stranger;
  const isUrgent = priority <= PRIORITY.lastDay;
  if (kind === 'reminder') return spent < allowance * (isUrgent ? SHARES.reserve : SHARES.early);
  return spent < allowance * (isUrgent ? SHARES.early : SHARES.rest);
}

/**
 * How many of the bot's own messages somebody may have had that day for this one still to go out. What is only good to know, and what
 * coordinators find in their digest as well, leaves the last place to a reminder or the digest itself.
 */
export function placesFor({ kind, priority }: Weighed, isCoordinator: boolean, perPerson: number): number {
  const leavesOne = kind === 'alert' && (priority >= PRIORITY.notice || isCoordinator);
  return leavesOne ? Math.max(1, perPerson - 1) : perPerson;
}

/** Whether members' questions are answered still, and not only their reports. */
export function mayChat(spent: number, allowance: number): boolean {
  return spent < allowance * SHARES.chat;
}

/** What the month will have cost when it goes on like this, judged by the days that are over; at least what is spent. */
export function forecastMonth(spent: number, today: Day): number {
  const [year = 0, month = 0, date = 1] = today.split('-').map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Math.max(spent, Math.round((spent / date) * days));
}
