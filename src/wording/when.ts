import { DateTime } from 'luxon';
import type { Day, Instant } from '../domain/calendar.ts';
import { weekday } from '../domain/calendar.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { RichText } from './rich-text.ts';
import { say } from './rich-text.ts';

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;

/** `17/11/2026`. */
export function sayDay(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${month}/${year}`;
}

/** `17/11`. */
export function sayShortDay(day: Day): string {
  return sayDay(day).slice(0, 5);
}

/** `thứ Ba`. */
export function sayWeekday(day: Day): string {
  return WEEKDAYS[weekday(day) - 1] ?? '';
}

/** `thứ Ba 17/11/2026`. */
export function sayWeekdayAndDay(day: Day): string {
  return `${sayWeekday(day)} ${sayDay(day)}`;
}

/** `23:59`. */
export function sayTime(instant: Instant, zone: string): string {
  return DateTime.fromMillis(instant, { zone }).toFormat('HH:mm');
}

/** `23:59 ngày 17/11/2026`. */
export function sayMoment(instant: Instant, zone: string): string {
  return DateTime.fromMillis(instant, { zone }).toFormat("HH:mm 'ngày' dd/MM/yyyy");
}

/** `17:00 hôm nay`, `8:30 mai`, `17:00 thứ Sáu 20/11`: as people say a moment of these days. */
export function saySoon(instant: Instant, now: Instant, zone: string): string {
  const then = DateTime.fromMillis(instant, { zone });
  const days = Math.round(then.startOf('day').diff(DateTime.fromMillis(now, { zone }).startOf('day'), 'days').days);
  const day = then.toFormat('yyyy-MM-dd');
  const said = days === 0 ? 'hôm nay' : days === 1 ? 'mai' : days === -1 ? 'hôm qua' : null;
  return `${then.toFormat('H:mm')} ${said ?? `${sayWeekday(day)} ${sayShortDay(day)}`}`;
}

/** `23:59`. */
export function sayHour(instant: Instant, zone: string): string {
  return DateTime.fromMillis(instant, { zone }).toFormat('HH:mm');
}

/** `23:59:59 ngày 17/11/2026`: for receipts, where a second can decide. */
export function sayExactMoment(instant: Instant, zone: string): string {
  return DateTime.fromMillis(instant, { zone }).toFormat("HH:mm:ss 'ngày' dd/MM/yyyy");
}

/** `trước 18/11/2026 (chậm nhất hết thứ Ba 17/11)`: the legal words and the last good day, always both. */
export function sayDeadline(deadline: Deadline): string {
  const lastGood = `${sayWeekday(deadline.lastGoodDay)} ${sayShortDay(deadline.lastGoodDay)}`;
  if (deadline.extended) {
    return `được gia hạn đến hết ${sayWeekdayAndDay(deadline.lastGoodDay)} (hạn gốc: ${sayLegalDay(deadline)})`;
  }
  if (deadline.shifted) {
    return `chậm nhất hết ${sayWeekdayAndDay(deadline.lastGoodDay)} (theo kế hoạch: ${sayLegalDay(deadline)})`;
  }
  return deadline.word === 'before'
    ? `${sayLegalDay(deadline)} (chậm nhất hết ${lastGood})`
    : `${sayLegalDay(deadline)} (hết ${lastGood})`;
}

/** Why it was moved and who did: `Gia hạn vì: mưa lũ (Tú quyết định)`; empty where nobody moved it. */
export function sayGrant({ extension }: { extension?: { reason: string; by: string } | null }): RichText {
  if (extension == null) return [];
  return say`Gia hạn vì: ${extension.reason}${extension.by === '' ? '' : ` (${extension.by} quyết định)`}`;
}

function sayLegalDay(deadline: Deadline): string {
  return deadline.word === 'before' ? `trước ${sayDay(deadline.legalDay)}` : `chậm nhất ${sayDay(deadline.legalDay)}`;
}

/** `15/10–14/11/2026`, or both with their years when they differ. */
export function sayWindow(window: { from: Day; to: Day }): string {
  const sameYear = window.from.slice(0, 4) === window.to.slice(0, 4);
  return `${sameYear ? sayShortDay(window.from) : sayDay(window.from)}–${sayDay(window.to)}`;
}
