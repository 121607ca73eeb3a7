import type { Day } from '../domain/calendar.ts';
import { sayEach, sayTask } from './acting.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayDeadline, sayWeekdayAndDay } from './when.ts';

/** A task after the decision, and as it was before. */
export interface Moved {
  view: SpokenTask;
  former: SpokenTask;
}

/** `đến hết thứ Sáu 20/11/2026`. */
export function sayUntil(day: Day): string {
  return `đến hết ${sayWeekdayAndDay(day)}`;
}

/** To the units: the new date and the old one, why, and who says so. */
export function sayExtendedToUnit(moved: readonly Moved[], reason: string, by: string): RichText {
  return join([
    say`📅 ${b('Được gia hạn nộp báo cáo')}`,
    ...moved.map(({ view, former }) => {
      const wasLate = former.task.timeliness === 'late' ? ' Báo cáo đã nộp được tính là đúng hạn.' : '';
      const until = sayUntil(view.deadline.lastGoodDay);
      const before = sayWeekdayAndDay(former.deadline.lastGoodDay);
      return say`• ${sayTask(view)}: nay nộp ${b(until)} (hạn cũ: hết ${before}).${wasLate}`;
    }),
    say`Lý do: ${reason}. Người quyết định: ${by}.`,
  ]);
}

/** To the units: the extension was taken back. */
export function sayExtensionUndoneToUnit(views: readonly SpokenTask[], by: string): RichText {
  return join([
    say`🔔 ${b('Gia hạn vừa báo đã được rút lại')}`,
    ...views.map((view) => say`• ${sayTask(view)}: hạn ${sayDeadline(view.deadline)}`),
    say`Người quyết định: ${by}.`,
  ]);
}

/** What taking it back did; `kept`: how many of them stay extended since others went on from it. */
export function sayExtensionUndone(views: readonly SpokenTask[], kept: number): RichText {
  return join([
    say`${b('Đã hoàn tác việc gia hạn')}: hạn và lịch nhắc trở lại như trước; bot báo lại cho đơn vị.`,
    ...sayEach(views),
    kept === 0 ? [] : say`Còn ${kept} báo cáo giữ nguyên vì sau đó đã có thay đổi khác.`,
  ]);
}
