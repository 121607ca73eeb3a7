import { DateTime } from 'luxon';
import type { Instant } from '../domain/calendar.ts';
import type { Deadline } from '../domain/deadline.ts';
import { sayDeadline, sayWeekday } from './when.ts';

/** `Thứ Tư 11/11/2026, 08:30`. */
export function sayRoomNow(instant: Instant, zone: string): string {
  const local = DateTime.fromMillis(instant, { zone });
  const weekday = sayWeekday(local.toISODate() ?? '');
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} ${local.toFormat('dd/MM/yyyy, HH:mm')}`;
}

/** What the strip says under the round's name. */
export function sayRoundDeadline(deadline: Deadline): string {
  return `Hạn ${sayDeadline(deadline)}`;
}

export function sayDayNote(isWorking: boolean, holiday: string | null): string {
  if (isWorking) return 'ngày làm việc';
  return holiday === null ? 'ngày nghỉ: cuối tuần' : `ngày nghỉ: ${holiday}`;
}

/** The buttons of the clock bar; the page shows the moment itself beside the hint. */
export const MOVE_WORDS: Readonly<
  Record<'day' | 'reminder' | 'deadline' | 'after-deadline', { label: string; hint: string; none: string }>
> = {
  day: { label: '+1 ngày', hint: 'sang sáng hôm sau', none: '' },
  reminder: { label: 'Đến lần nhắc tới', hint: 'bot gửi tin nhắc hạn', none: 'Không còn lần nhắc nào đã lên lịch' },
  deadline: { label: 'Đến hạn', hint: 'phút cuối còn đúng hạn', none: 'Chưa có hạn nào phía trước' },
  'after-deadline': { label: 'Qua hạn', hint: 'bot nhắc đơn vị quá hạn', none: 'Chưa có hạn nào phía trước' },
};

export function sayClockUnreadable(typed: string): string {
  return `Chưa đọc được thời điểm “${typed}”. Xin ghi theo mẫu 2026-11-16T08:30.`;
}

export function sayClockBehind(now: string): string {
  return `Đồng hồ chỉ đi tới, không lùi được. Bây giờ là ${now}; xin chọn thời điểm sau đó.`;
}

export function sayClockTooFar(): string {
  return 'Mỗi lần chỉ tua tối đa 400 ngày. Xin chọn thời điểm gần hơn.';
}
