import type { Day } from '../domain/calendar.ts';
import type { MessageKind } from '../store/outbox.ts';
import { PRIORITY } from './enqueue.ts';

/** Shares of a month's allowance that are kept for what matters more: answers (and the warning itself) always, last-day reminders until 95 %, the rest until 80 %. */
const REST_SHARE = 0.8;
const LAST_DAY_SHARE = 0.95;

/** Whether a bot with this allowance should still spend a message of this weight this month. Null: no allowance to keep. */
export function mayGoOut(kind: MessageKind, priority: number, spent: number, allowance: number | null): boolean {
  if (allowance === null || kind === 'answer' || kind === 'alert') return true;
  const share = priority <= PRIORITY.lastDay ? LAST_DAY_SHARE : REST_SHARE;
  return spent < allowance * share;
}

/** What the month will have cost when it goes on like this, judged by the days that are over; at least what is spent. */
export function forecastMonth(spent: number, today: Day): number {
  const [year = 0, month = 0, date = 1] = today.split('-').map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Math.max(spent, Math.round((spent / date) * days));
}
