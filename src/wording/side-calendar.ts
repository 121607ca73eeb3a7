import { type CalendarYear, type Day, isWorkingDay, type WorkingCalendar, weekday } from '../domain/calendar.ts';
import { capital } from './capital.ts';
import { sayReport } from './period.ts';
import { sayTimeLeft } from './reminder.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayDeadline, sayWeekdayAndDay } from './when.ts';

/** "Thứ Ba 24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam)." */
export function sayWhatDay(day: Day, calendar: WorkingCalendar, today: Day): RichText {
  const year = calendar.years.get(Number(day.slice(0, 4)));
  const works = isWorkingDay(calendar, day);
  const named = (works ? year?.makeUpDays : year?.daysOff)?.find((one) => one.day === day)?.name;
  const kind = works
    ? named === undefined
      ? 'ngày làm việc'
      : `ngày làm bù (${named})`
    : named !== undefined
      ? `ngày nghỉ (${named})`
      : weekday(day) > 5
        ? 'ngày nghỉ cuối tuần'
        : 'ngày nghỉ';
  const head = day === today ? `Hôm nay là ${sayWeekdayAndDay(day)}, ` : `${capital(sayWeekdayAndDay(day))} là `;
  return say`📅 ${head}${b(kind)}.${sayProvisional(year)}`;
}

function sayProvisional(year: CalendarYear | undefined): string {
  return year === undefined || year.provisional ? ' Lịch nghỉ năm đó mới là tạm tính, chưa có thông báo.' : '';
}

/** Days off besides Saturdays and Sundays, a line each. */
export function sayHolidays(days: readonly { day: Day; name: string }[], year: CalendarYear | undefined): RichText {
  if (days.length === 0) return say`Lịch của bot chưa có ngày nghỉ lễ nào như vậy.${sayProvisional(year)}`;
  const lines = days.map(({ day, name }) => say`• ${capital(sayWeekdayAndDay(day))}: ${name}`);
  const note = sayProvisional(year).trim();
  return join([say`${b('Ngày nghỉ')} (ngoài thứ Bảy, Chủ nhật):`, ...lines, note === '' ? [] : say`${note}`]);
}

/** How many working days are left for each report that is owed. */
export function sayDaysLeft(views: readonly SpokenTask[], calendar: WorkingCalendar, now: number): RichText {
  if (views.length === 0) return say`Đơn vị không còn báo cáo nào phải nộp.`;
  const lines = views.map(
    (view) =>
      say`• ${sayReport(view.obligation, view.period)}: hạn ${sayDeadline(view.deadline)}. ${b(sayTimeLeft(view, calendar, now))}`,
  );
  return join(lines);
}

/** Where a deadline falls on a day off, by the plan. */
export function sayOnDayOff(rule: 'keep' | 'next_working' | 'previous_working'): RichText {
  if (rule === 'next_working') return say`Hạn rơi vào ngày nghỉ thì được tính đến hết ngày làm việc tiếp theo.`;
  if (rule === 'previous_working') return say`Hạn rơi vào ngày nghỉ thì chuyển lên ngày làm việc liền trước.`;
  return say`Hạn rơi vào ngày nghỉ thì ${b('giữ nguyên, không lùi')} (kế hoạch không cho lùi): xin nộp từ ngày làm việc trước đó; bot nhận báo cáo cả ngày nghỉ.`;
}
