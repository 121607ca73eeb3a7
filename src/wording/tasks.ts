import type { WorkingCalendar } from '../domain/calendar.ts';
import type { Outgoing } from './message.ts';
import { sayReport, sayReportShort } from './period.ts';
import { SUBMITS_OFFERED, sayNumbered } from './reminder.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayExactMoment } from './when.ts';

const SHOWN = SUBMITS_OFFERED;

/** What the person's units still owe, the most urgent first. `submittable`: tasks they may hand in themselves. */
export function sayTasks(
  views: readonly SpokenTask[],
  calendar: WorkingCalendar,
  now: number,
  submittable: readonly number[],
): Outgoing {
  if (views.length === 0) return { text: say`✅ Đơn vị không còn báo cáo nào phải nộp.` };
  const items = views.slice(0, SHOWN).map((view) => {
    const returned = view.task.state === 'returned' ? say`\nĐã trả lại: ${view.task.stateReason ?? ''}` : say``;
    return say`${sayNumbered(view, calendar, now)}${returned}`;
  });
  const more = views.length > SHOWN ? say`… và ${views.length - SHOWN} nhiệm vụ khác.` : [];
  const text = join([say`${b(`Còn ${views.length} báo cáo phải nộp`)}`, ...items, more], '\n\n');
  if (submittable.length === 0) return { text };
  return { text, ...offerToSubmit(...views.filter((view) => submittable.includes(view.task.id)).slice(0, SHOWN)) };
}

/** The choices that begin these reports. */
export function offerToSubmit(...views: readonly SpokenTask[]): Required<Pick<Outgoing, 'choices' | 'answer'>> {
  return {
    choices: views.map((view) => [
      {
        label: `Nộp ${sayReportShort(view.obligation, view.period)} – ${view.unit.shortName}`,
        value: `/nop ${view.task.id}`,
      },
    ]),
    answer: 'pick',
  };
}

export function sayNoUnit(): RichText {
  return say`Anh/chị không thuộc đơn vị phải báo cáo. Gõ /tonghop để xem tình hình cả kỳ.`;
}

export interface HistoryEntry {
  view: SpokenTask;
  version: number;
  receivedAt: number;
  receipt: string;
}

/** What was submitted, when, on time or late, in which version. */
export function sayHistory(entries: readonly HistoryEntry[], zone: string): RichText {
  if (entries.length === 0) return say`Chưa có báo cáo nào được nộp qua bot.`;
  return join(
    [
      say`${b('Báo cáo đã nộp')}`,
      ...entries.map(({ view, version, receivedAt, receipt }) =>
        join([
          say`${b(`#${view.task.id}`)} ${sayReport(view.obligation, view.period)} – ${view.unit.shortName}`,
          say`${view.task.timeliness === 'on_time' ? '✅ đúng hạn' : '🔶 nộp muộn'} (lần đầu: ${sayExactMoment(view.task.firstValidAt ?? receivedAt, zone)})`,
          version === 1 ? [] : say`Bản hiện hành: thứ ${version}, nhận ${sayExactMoment(receivedAt, zone)}`,
          say`Biên nhận ${code(receipt)}`,
        ]),
      ),
    ],
    '\n\n',
  );
}
