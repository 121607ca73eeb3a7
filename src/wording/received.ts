import type { Outgoing } from './message.ts';
import { sayReport } from './period.ts';
import { sayStanding } from './restored.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { offerToSubmit } from './tasks.ts';
import { sayDeadline, sayExactMoment } from './when.ts';

/** A report, and the version of it that stands; null = nothing came. */
export interface ReceivedReport {
  view: SpokenTask;
  latest: { version: number; receivedAt: number; receipt: string } | null;
}

/** Below it, where that is asked: what is not said to be approved is not yet. */
export function sayApproval(): RichText {
  return say`Báo cáo đã nhận mà chưa ghi “đã duyệt” là chưa duyệt; anh/chị không phải làm gì thêm, bị trả lại thì bot báo ngay.`;
}

/** What came and what did not, of the units' current reports. `submittable`: units the person reports for. */
export function sayReceivedSoFar(
  reports: readonly ReceivedReport[],
  submittable: readonly string[],
  zone: string,
): Outgoing {
  if (reports.length === 0) return { text: say`Đơn vị chưa có báo cáo nào đang mở. Gõ /lichsu để xem báo cáo đã nộp.` };
  const text = join(
    reports.map((report) => sayOne(report, zone)),
    '\n\n',
  );
  const missing = reports.filter(({ view, latest }) => latest === null && submittable.includes(view.unit.code));
  return missing.length === 0 ? { text } : { text, ...offerToSubmit(...missing.map(({ view }) => view)) };
}

function sayOne({ view, latest }: ReceivedReport, zone: string): RichText {
  const name = say`${b(sayReport(view.obligation, view.period))} – ${view.unit.shortName}`;
  const { state, timeliness } = view.task;
  if (state === 'waived') return say`➖ ${name}: được miễn kỳ này.`;
  if (latest === null) return say`❌ Chưa nhận được ${name}.\nHạn: ${sayDeadline(view.deadline)}`;
  const when = sayExactMoment(latest.receivedAt, zone);
  const first = `ghi nhận ${sayStanding(view, timeliness ?? 'on_time')}`;
  const returned =
    state === 'returned' ? say`\nCơ quan điều phối đã trả lại để sửa: ${view.task.stateReason ?? ''}` : [];
  const accepted = state === 'accepted' ? say`\nCơ quan điều phối đã duyệt.` : [];
  return say`✅ Đã nhận ${name}: bản thứ ${latest.version}, lúc ${when}, ${first}. Mã biên nhận ${code(latest.receipt)}${returned}${accepted}`;
}
