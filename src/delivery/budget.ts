import type { Day } from '../domain/calendar.ts';
import type { MessageKind } from '../store/outbox.ts';
import { PRIORITY } from './enqueue.ts';

/** Shares of a month's allowance that are kept for what matters more: answers to members (and the warning itself) always, last-day reminders until 95 %, the rest until 80 %. */
const REST_SHARE = 0.8;
const LAST_DAY_SHARE = 0.95;
/** Beyond this share nobody is answered who has not joined. */
const STRANGER_SHARE = 0.9;

export interface Weighed {
  kind: MessageKind;
  priority: number;
  /** Null: a stranger, or a group. */
  person: number | null;
}

/** Whether a bot with this allowance should still spend this message this month. Null: no allowance to keep. */
export function mayGoOut({ kind, priority, person }: Weighed, spent: number, allowance: number | null): boolean {
  if (allowance === null || kind === 'alert') return true;
  if (kind === 'answer') return person !== null || spent < allowance * STRANGER_SHARE;
  const share = priority <= PRIORITY.lastDay ? LAST_DAY_SHARE : REST_SHARE;
  return spent < allowance * share;
}

/** What the month will have cost when it goes on like this, judged by the days that are over; at least what is spent. */
export function forecastMonth(spent: number, today: Day): number {
  const [year = 0, month = 0, date = 1] = today.split('-').map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Math.max(spent, Math.round((spent / date) * days));
}
