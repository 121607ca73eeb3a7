import type { Day, Instant } from '../domain/calendar.ts';
import { isOutstanding } from '../domain/task.ts';
import { sayEach, sayTask } from './acting.ts';
import type { Outgoing } from './message.ts';
import { sayReportShort } from './period.ts';
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

/**
 * To the units: the extension was taken back. It reads true whenever it is read: what is over by `arrivesAt` is said to be over, and of the rest
 * the day is named, not how long there still is.
 */
export function sayExtensionUndoneToUnit(views: readonly SpokenTask[], by: string, arrivesAt: Instant): Outgoing {
  const owed = views.filter(({ task }) => isOutstanding(task.state));
  return {
    text: join([
      say`🔔 ${b('Gia hạn vừa báo đã được rút lại')}`,
      ...views.map(
        (view) => say`• ${sayTask(view)}. Hạn trở lại: ${sayDeadline(view.deadline)}.${sayAfter(view, arrivesAt)}`,
      ),
      say`Người quyết định: ${by}.`,
    ]),
    choices: owed.slice(0, OFFERED).map(({ task, obligation, period, unit }) => [
      {
        label: `Nộp ${sayReportShort(obligation, period)} – ${unit.shortName}`.slice(0, 60),
        value: `/nop ${task.id}`,
      },
    ]),
    answer: 'pick',
  };
}

const OFFERED = 3;

function sayAfter({ task, deadline }: SpokenTask, arrivesAt: Instant): string {
  if (task.timeliness === 'late') return ' Báo cáo đã nộp lại được ghi nhận là nộp muộn.';
  if (!isOutstanding(task.state) || task.timeliness === 'on_time') return '';
  if (arrivesAt < deadline.cutOffAt) return ' Nộp sau hạn này được ghi nhận là nộp muộn.';
  return ' Hạn này đã qua: xin nộp ngay, bot vẫn nhận và ghi nhận là nộp muộn.';
}

/** What taking it back did; `kept`: how many of them stay extended since others went on from it. */
export function sayExtensionUndone(views: readonly SpokenTask[], kept: number): RichText {
  return join([
    say`${b('Đã hoàn tác việc gia hạn')}: hạn và lịch nhắc trở lại như trước; bot báo lại cho đơn vị.`,
    ...sayEach(views),
    kept === 0 ? [] : say`Còn ${kept} báo cáo giữ nguyên vì sau đó đã có thay đổi khác.`,
  ]);
}
