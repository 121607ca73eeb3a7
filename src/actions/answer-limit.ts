import { mayChat } from '../delivery/budget.ts';
import type { Instant } from '../domain/calendar.ts';
import { addDays, dayOf, startOfDay } from '../domain/calendar.ts';
import type { Chat } from '../store/chats.ts';
import type { Desk } from './desk.ts';
import { botOf } from './desk.ts';

/** Messages one chat is answered with: where each one costs of a month's allowance, and where none does. */
const LIMITS = {
  counted: { hour: 80, day: 250 },
  free: { hour: 300, day: 1500 },
} as const;
/** What is in hand goes on up to so many times that much; then only what was begun is finished. */
const WORK_FACTOR = 3;
/** And so many messages more for that; beyond them there is none. */
const LAST_WORDS = 20;

/** In the month's reserve a chat has so many answers a day for its reports: one that writes and writes must not use it up alone. */
const RESERVE_DAY = 60;

const HOUR_MS = 3600_000;

/** `work`: reports, and what is in hand; `finish`: the last word of what is in hand. */
export type Answered = 'all' | 'work' | 'finish' | 'none';

export interface AnswerLimit {
  answered: Answered;
  /** Which limit it is and until when it holds; null where everything is answered. */
  limit: { by: 'hour' | 'day' | 'month'; until: Instant } | null;
}

/** Counts an update of this chat, and says how much of what it asks for is answered now. */
export function countWritten(desk: Desk, chat: Chat, now: Instant): AnswerLimit {
  const day = dayOf(now, desk.zone);
  const traffic = desk.store.traffic.wrote(chat.id, Math.floor(now / HOUR_MS), day);
  const bot = botOf(desk, chat);
  const allowance = bot?.capabilities.monthlyMessages ?? null;
  const { hour: inHour, day: onDay } = allowance === null ? LIMITS.free : LIMITS.counted;
  const tomorrow = startOfDay(addDays(day, 1), desk.zone);
  const byHour = { by: 'hour', until: (Math.floor(now / HOUR_MS) + 1) * HOUR_MS } as const;
  const byDay = { by: 'day', until: tomorrow } as const;
  const beyond = (count: number, most: number): Answered => (count >= most + LAST_WORDS ? 'none' : 'finish');
  const [dayMost, hourMost] = [onDay * WORK_FACTOR, inHour * WORK_FACTOR];
  if (traffic.answered >= dayMost) return { answered: beyond(traffic.answered, dayMost), limit: byDay };
  if (traffic.answeredInHour >= hourMost) return { answered: beyond(traffic.answeredInHour, hourMost), limit: byHour };
  const month = day.slice(0, 7);
  if (allowance !== null && !mayChat(spentAndAhead(desk, chat, month), allowance)) {
    if (traffic.answered >= RESERVE_DAY) return { answered: beyond(traffic.answered, RESERVE_DAY), limit: byDay };
    return { answered: 'work', limit: { by: 'month', until: startOfDay(firstOfNext(month), desk.zone) } };
  }
  if (traffic.answered >= onDay) return { answered: 'work', limit: byDay };
  if (traffic.answeredInHour >= inHour) return { answered: 'work', limit: byHour };
  return { answered: 'all', limit: null };
}

/** A burst is answered faster than answers go out: what waits counts as spent. */
function spentAndAhead({ store }: Desk, { channel, bot }: Chat, month: string): number {
  return store.spending.inMonth(channel, bot, month) + store.spending.ahead(channel, bot);
}

/** Whether the chat is to be told of this limit: once, then it meets silence until it is over. */
export function tellOfLimit(desk: Desk, chat: Chat, { answered, limit }: AnswerLimit): boolean {
  return limit !== null && desk.store.traffic.tell(chat.id, `${answered} ${limit.by} ${limit.until}`);
}

/** Counts what the chat was answered with. */
export function countAnswered(desk: Desk, chat: Chat, messages: number): void {
  if (messages > 0) desk.store.traffic.answered(chat.id, messages);
}

function firstOfNext(month: string): string {
  return `${addDays(`${month}-28`, 4).slice(0, 7)}-01`;
}
