import type { WorkingCalendar } from '../domain/calendar.ts';
import type { Choice, Outgoing } from './message.ts';
import { sayReport, sayReportShort } from './period.ts';
import { SUBMITS_OFFERED, sayNumbered } from './reminder.ts';
import { sayStanding } from './restored.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayDeadline, sayExactMoment } from './when.ts';

const SHOWN = SUBMITS_OFFERED;

/** What the person's units still owe, the most urgent first. `submittable`: tasks they may hand in themselves. */
export function sayTasks(
  views: readonly SpokenTask[],
  calendar: WorkingCalendar,
  now: number,
  submittable: readonly number[],
): Outgoing {
  if (views.length === 0) return { text: say`✅ Đơn vị không còn báo cáo nào phải nộp.` };
  const items = views.slice(0, SHOWN).map((view) => sayNumbered(view, calendar, now));
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

/** To whoever chases the units: until when they have time. */
export function sayUnitsDeadline({ obligation, period, deadline }: SpokenTask): RichText {
  return say`⏰ Đơn vị nộp ${sayReport(obligation, period).toLowerCase()}: hạn ${b(sayDeadline(deadline))}.`;
}

export function sayNoUnit(): RichText {
  return say`Anh/chị không thuộc đơn vị phải báo cáo. Gõ /tonghop để xem tình hình cả kỳ.`;
}

export interface HistoryEntry {
  view: SpokenTask;
  version: number;
  receivedAt: number;
  receipt: string;
  /** How many files came with it, over all its versions. */
  files: number;
}

/** A coordinator's question without a unit. */
export function sayHistoryOfWhom(): RichText {
  return say`Xem báo cáo đã nộp của đơn vị nào? Gõ /lichsu và mã đơn vị, ví dụ: /lichsu HBG`;
}

/** What was submitted, when, on time or late, in which version. */
export function sayHistory(entries: readonly HistoryEntry[], zone: string): Outgoing {
  if (entries.length === 0) return { text: say`Chưa có báo cáo nào được nộp qua bot.` };
  const text = join(
    [
      say`${b('Báo cáo đã nộp')}`,
      ...entries.map(({ view, version, receivedAt, receipt, files }) =>
        join([
          say`${b(`#${view.task.id}`)} ${sayReport(view.obligation, view.period)} – ${view.unit.shortName}`,
          say`${view.task.timeliness === 'on_time' ? '✅' : '🔶'} ${sayStanding(view, view.task.timeliness ?? 'late')} (lần đầu: ${sayExactMoment(view.task.firstValidAt ?? receivedAt, zone)})`,
          version === 1 ? [] : say`Bản hiện hành: thứ ${version}, nhận ${sayExactMoment(receivedAt, zone)}`,
          say`Biên nhận ${code(receipt)}`,
          files === 0 ? [] : say`Tệp kèm: ${files}`,
        ]),
      ),
      say`Xem số liệu đã gửi của một kỳ: gõ /lichsu kèm kỳ, ví dụ ${code('/lichsu t10')}`,
    ],
    '\n\n',
  );
  const withFiles = entries.filter(({ files }) => files > 0);
  return withFiles.length === 0 ? { text } : { text, choices: withFiles.map(offerFiles), answer: 'pick' };
}

function offerFiles({ view, files }: HistoryEntry): Choice[] {
  const report = `${sayReportShort(view.obligation, view.period)} – ${view.unit.shortName}`;
  return [{ label: `Lấy tệp ${report} (${files})`, value: `/lichsu tep ${view.task.id}` }];
}

/** Before the files of a report, which follow as messages of their own. */
export function sayFilesFollow(view: SpokenTask, count: number, sent: number): RichText {
  const report = `${sayReport(view.obligation, view.period)} – ${view.unit.shortName}`;
  if (count === 0) return say`${report} không có tệp kèm.`;
  return sent < count
    ? say`${b('Tệp kèm')} ${report}: ${sent} tệp mới nhất trong ${count} tệp.`
    : say`${b('Tệp kèm')} ${report}: ${count} tệp.`;
}

/** The caption of such a file. */
export function sayFileOf(view: SpokenTask, version: number): RichText {
  return say`${sayReport(view.obligation, view.period)} – ${view.unit.shortName}, bản ${version}`;
}
