import type { Instant, WorkingCalendar } from '../domain/calendar.ts';
import type { Outgoing } from './message.ts';
import { sayReport } from './period.ts';
import { sayWhereItStands } from './reminder.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayDeadline } from './when.ts';

/** What the leader of a unit reads at the beginning of a week: one line for each report that is late or due in it. */
export function sayLeadersWeek(views: readonly SpokenTask[], calendar: WorkingCalendar, now: Instant): Outgoing {
  const lines = views.map(
    (view) =>
      say`• ${view.unit.name}: ${b(sayReport(view.obligation, view.period))}, hạn ${sayDeadline(view.deadline)}. ${sayWhereItStands(view, calendar, now)}`,
  );
  return { text: join([say`📌 ${b('Tuần này đơn vị còn phải nộp')}`, ...lines]) };
}
