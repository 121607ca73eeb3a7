import type { WorkingCalendar } from '../domain/calendar.ts';
import type { Deadline } from '../domain/deadline.ts';
import { workingDaysLeft, workingDaysOverdue } from '../domain/milestone-plan.ts';
import type { CompiledDue, Obligation, PlanDocument } from '../domain/obligation.ts';
import type { Period } from '../domain/period.ts';
import type { MilestoneRule } from '../domain/reminder-policy.ts';
import type { DigestSection } from './digest.ts';
import type { Choice, Outgoing } from './message.ts';
import { sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import type { UndoOffer } from './undo.ts';
import { withUndo } from './undo.ts';
import { sayDay, sayDeadline, sayMoment } from './when.ts';
import { sayRule, shorten } from './why.ts';

/** The compiled report of a round as people hear of it. */
export interface SpokenCompiled {
  obligation: Obligation;
  period: Period;
  due: CompiledDue;
  deadline: Deadline;
  received: number;
  owing: number;
  sent: { document: string; sentOn: string; receipt: string; by: string; recordedAt: number } | null;
}

/** `Báo cáo tổng hợp tháng 11/2026`. */
export function sayCompiledName({ obligation, period }: Pick<SpokenCompiled, 'obligation' | 'period'>): string {
  return `Báo cáo tổng hợp ${sayCompiledOf({ obligation, period })}`;
}

/** `tháng 11/2026`, whatever the report itself is called. */
function sayCompiledOf({ obligation, period }: Pick<SpokenCompiled, 'obligation' | 'period'>): string {
  return sayReport(obligation, period).replace(/^Báo cáo\s*/u, '');
}

/** How they type that it was handed on: the number follows. */
function orderOf({ obligation, period }: SpokenCompiled): string {
  return `/xuat dagui ${obligation.code} ${period.key}`;
}

function recordChoice(view: SpokenCompiled): Choice {
  return { label: `Ghi đã gửi ${view.due.recipient}`, value: orderOf(view) };
}

function sayLeft({ deadline }: SpokenCompiled, calendar: WorkingCalendar, now: number): string {
  if (now >= deadline.cutOffAt) {
    const days = workingDaysOverdue(deadline, calendar, now);
    return days === 0 ? 'Đã quá hạn.' : `Đã quá hạn ${days} ngày làm việc.`;
  }
  const left = workingDaysLeft(deadline, calendar, now);
  return left === 0 ? 'Hôm nay là ngày làm việc cuối cùng còn đúng hạn.' : `Còn ${left} ngày làm việc.`;
}

function sayState({ received, owing }: SpokenCompiled): string {
  return `Đã có ${received}/${owing} báo cáo đơn vị.`;
}

/** The digest's section: what is to be handed on, until when, how many reports are in. */
export function sayCompiledDue(
  views: readonly [SpokenCompiled, ...SpokenCompiled[]],
  calendar: WorkingCalendar,
  now: number,
): DigestSection {
  const parts = views.map((view) =>
    join([
      say`🗂 ${b(sayCompiledName(view))} gửi ${view.due.recipient}: hạn ${sayDeadline(view.deadline)}.`,
      say`${sayLeft(view, calendar, now)} ${sayState(view)}`,
    ]),
  );
  const [{ obligation, period }] = views;
  const draft = { label: 'Lập dự thảo Word', value: `/xuat ${obligation.code} ${period.key} word` };
  return { text: join(parts, '\n\n'), isNews: true, choices: [draft, recordChoice(views[0])] };
}

/** How it stands, in a cell: handed on with which document, or how long there is. */
export function sayCompiledState(view: SpokenCompiled, calendar: WorkingCalendar, now: number): string {
  if (view.sent !== null) return `Đã gửi ${sayDocument(view.sent)}, ${sayTimely(view)}`;
  return `Chưa ghi đã gửi. ${sayLeft(view, calendar, now)}`;
}

/** One line under the round's figures: handed on, or until when. */
export function sayCompiledLine(view: SpokenCompiled, calendar: WorkingCalendar, now: number): RichText {
  const { sent, due, deadline } = view;
  if (sent === null)
    return say`🗂 Báo cáo tổng hợp gửi ${due.recipient}: hạn ${sayDeadline(deadline)}, chưa ghi đã gửi. ${sayLeft(view, calendar, now)}`;
  return say`🗂 Báo cáo tổng hợp đã gửi ${due.recipient}: ${sayDocument(sent)}, ${sayTimely(view)}.`;
}

/** The choice below the round while it is not handed on. */
export function compiledChoice(view: SpokenCompiled): Choice[] {
  return view.sent === null ? [recordChoice(view)] : [];
}

function sayDocument({ document, sentOn }: { document: string; sentOn: string }): string {
  return `số ${document} ngày ${sayDay(sentOn)}`;
}

function sayTimely({ sent, deadline }: SpokenCompiled): string {
  return sent !== null && sent.sentOn <= deadline.lastGoodDay ? 'đúng hạn' : 'muộn';
}

/** What coordinators have to do of their own: `/nhiemvu`. */
export function sayCompiledTasks(views: readonly SpokenCompiled[], calendar: WorkingCalendar, now: number): Outgoing {
  if (views.length === 0)
    return { text: say`✅ Không có báo cáo tổng hợp nào chờ gửi. Gõ /tonghop để xem tình hình cả kỳ.` };
  const items = views.map((view) =>
    join([
      say`${b(sayCompiledName(view))} gửi ${view.due.recipient}`,
      say`Hạn: ${sayDeadline(view.deadline)}`,
      say`${sayLeft(view, calendar, now)} ${sayState(view)}`,
    ]),
  );
  return {
    text: join([say`${b(`Còn ${views.length} báo cáo tổng hợp phải gửi`)}`, ...items], '\n\n'),
    choices: views.slice(0, 3).map((view) => [
      {
        label: `${recordChoice(view).label} ${sayCompiledOf(view)}`,
        value: orderOf(view),
      },
    ]),
    answer: 'pick',
  };
}

export const SENT_WORDS = {
  what: 'việc ghi báo cáo tổng hợp đã gửi',
  yes: 'Ghi nhận',
  no: 'Bỏ, không ghi',
  today: 'Hôm nay',
  askDocument: (view: SpokenCompiled): RichText =>
    join([
      say`${b(`${sayCompiledName(view)} gửi ${view.due.recipient}: số, ký hiệu và ngày của văn bản?`)}`,
      say`Ví dụ: 215/BC-SKHCN ngày 20/11`,
    ]),
  noDocument: say`Chưa thấy số văn bản, ví dụ 215/BC-SKHCN.`,
  askDay: (document: string): RichText => say`${b(`Văn bản ${document} gửi ngày nào?`)} Ví dụ: ngày 20/11`,
  noDay: say`Chưa rõ là ngày nào, ví dụ: ngày 20/11, hôm qua.`,
  notYet: say`Chưa ghi. Sai số hay ngày thì gõ lại, ví dụ: 216/BC-SKHCN ngày 20/11`,
  kept: say`Chưa ghi gì thêm về báo cáo tổng hợp.`,
  none: say`Không có báo cáo tổng hợp nào chờ ghi đã gửi. Gõ /tonghop để xem.`,
  notCompiled: say`Kế hoạch không đặt hạn gửi báo cáo tổng hợp cho kỳ này, nên bot không có gì để ghi.`,
} as const;

/** Before it is recorded. */
export function sayCompiledPreview(view: SpokenCompiled, document: string, sentOn: string): RichText {
  const now = { ...view, sent: { document, sentOn, receipt: '', by: '', recordedAt: 0 } };
  return join([
    say`📄 ${b('Xem lại trước khi ghi')}`,
    say`${sayCompiledName(view)} đã gửi ${view.due.recipient}, ${b(sayDocument({ document, sentOn }))}: ${sayTimely(now)}.`,
    say`Hạn: ${sayDeadline(view.deadline)}.`,
    view.received < view.owing ? say`Lúc này mới có ${view.received}/${view.owing} báo cáo đơn vị.` : [],
    view.sent === null ? [] : say`Thay cho bản ${view.sent.by} đã ghi: ${sayDocument(view.sent)}.`,
  ]);
}

/** The receipt of the compiled report. */
export function sayCompiledReceipt(view: SpokenCompiled): RichText {
  const { sent } = view;
  if (sent === null) throw new Error('a receipt of what was not recorded');
  return join(
    [
      say`✅ ${b('Đã ghi nhận')}`,
      join([
        say`${sayCompiledName(view)} gửi ${view.due.recipient}, ${sayDocument(sent)}`,
        say`Ghi nhận: ${b(sayTimely(view))}`,
        say`Mã biên nhận: ${code(sent.receipt)}`,
      ]),
      say`Bot thôi nhắc báo cáo này.`,
    ],
    '\n\n',
  );
}

/** The same in chat, with the ways to put it right. */
export function sayCompiledSent(view: SpokenCompiled, undo: UndoOffer): Outgoing {
  const again = say`Ghi sai thì gõ lại: ${code(`${orderOf(view)} số … ngày …`)}`;
  return withUndo(join([sayCompiledReceipt(view), again], ' '), undo);
}

export function sayCompiledTakenBack(view: SpokenCompiled, document: string): RichText {
  return say`↩️ Đã bỏ ghi nhận số ${document}. ${sayCompiledName(view)}: ${view.sent === null ? `chưa ghi đã gửi ${view.due.recipient}, bot nhắc tiếp` : `giữ bản ghi trước, ${sayDocument(view.sent)}`}.`;
}

/** Several may be meant. */
export function sayWhichCompiled(views: readonly SpokenCompiled[], rest: string): Outgoing {
  return {
    text: say`${b('Báo cáo tổng hợp nào đã gửi ạ?')}`,
    choices: views.map((view) => [
      { label: sayCompiledName(view), value: `${orderOf(view)}${rest === '' ? '' : ` ${rest}`}` },
    ]),
    answer: 'pick',
  };
}

/** Why a coordinator was reminded of it. */
export function sayWhyCompiled(
  view: SpokenCompiled,
  why: { rule: MilestoneRule | null; remindedAt: number; document: PlanDocument; zone: string },
): Outgoing {
  const { sent } = view;
  const then =
    sent === null
      ? `chưa ghi đã gửi; ${sayState(view).toLowerCase()}`
      : `đã gửi ${sayDocument(sent)}, ${sayTimely(view)}; bot không nhắc nữa.`;
  return {
    text: join(
      [
        say`${b('Vì sao anh/chị được nhắc')}`,
        join([
          say`• Lúc: ${sayMoment(why.remindedAt, why.zone)}`,
          say`• Vì: ${sayRule(why.rule, 'milestone', 'chưa ghi đã gửi')}`,
          say`• Việc: ${sayCompiledName(view)} gửi ${view.due.recipient}`,
          say`• Hạn: ${sayDeadline(view.deadline)}`,
          say`• Căn cứ: ${view.due.source} (${shorten(why.document.title)})`,
          say`• Tình trạng: ${then}`,
        ]),
      ],
      '\n\n',
    ),
    choices: compiledChoice(view).map((choice) => [choice]),
    answer: 'pick',
  };
}
