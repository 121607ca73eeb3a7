import type { Role } from '../domain/access.ts';
import type { PlanDocument } from '../domain/obligation.ts';
import type { ReminderCause } from '../domain/reminder-key.ts';
import type { MilestoneRule } from '../domain/reminder-policy.ts';
import { ROLE_NAMES } from './join.ts';
import { sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayDeadline, sayGrant, sayMoment, sayWindow } from './when.ts';

export interface Why {
  view: SpokenTask;
  /** Null: it came by no rule that the plan has now. */
  rule: MilestoneRule | null;
  /** What it came by then. */
  cause: ReminderCause;
  role: Role;
  remindedAt: number;
  received: { version: number; at: number } | null;
  document: PlanDocument;
  zone: string;
}

export function sayNeverReminded(): RichText {
  return say`Bot chưa nhắc anh/chị lần nào.`;
}

/** Why a reminder came, from what is stored: rule, period, deadline, legal basis, what was and was not received. */
export function sayWhy({ view, rule, cause, role, remindedAt, received, document, zone }: Why): RichText {
  const then =
    received === null
      ? 'đến nay chưa nhận được báo cáo.'
      : `đã nhận bản thứ ${received.version} lúc ${sayMoment(received.at, zone)}; bot không nhắc nữa.`;
  return join(
    [
      say`${b('Vì sao anh/chị được nhắc')}`,
      join([
        say`• Lúc: ${sayMoment(remindedAt, zone)}`,
        say`• Vì: ${sayRule(rule, cause)}`,
        say`• Nhiệm vụ: ${sayReport(view.obligation, view.period)} – ${view.unit.name} (số liệu ${sayWindow(view.period.window)})`,
        say`• Hạn: ${sayDeadline(view.deadline)}`,
        view.extension == null ? [] : say`• ${sayGrant(view)}`,
        say`• Căn cứ: ${view.obligation.legalBasis} (${shorten(document.title)})`,
        say`• Anh/chị nhận tin với vai trò ${ROLE_NAMES[role]}`,
        say`• Tình trạng: ${then}`,
      ]),
    ],
    '\n\n',
  );
}

/** `milestone`: the plan had it then. */
const CAUSES: Readonly<Record<ReminderCause, string>> = {
  nudge: 'cán bộ điều phối đôn đốc trực tiếp',
  snooze: 'anh/chị đã đặt nhắc lại lúc đó',
  promise: 'đơn vị đã hẹn giờ gửi, và giờ đó đã qua',
  resend: 'tin trước về báo cáo này không tới được anh/chị nên được gửi lại',
  asked: 'cán bộ điều phối yêu cầu báo cáo này, và đây là tin báo đầu tiên',
  milestone: 'đến một mốc nhắc của kế hoạch lúc đó (nay kế hoạch không còn mốc này)',
};

/** Titles of plans run to several lines. */
export function shorten(title: string): string {
  return title.length > 120 ? `${title.slice(0, 120).replace(/\s+\S*$/u, '')}…` : title;
}

/** `missing`: what is not there past the deadline, in the words of whoever reads it. */
export function sayRule(rule: MilestoneRule | null, cause: ReminderCause, missing = 'đơn vị chưa nộp'): string {
  if (rule === null) return CAUSES[cause];
  const days = Math.abs(rule.workingDays);
  if (rule.anchor === 'after-cut-off') return `đã qua hạn ${days} ngày làm việc mà ${missing}`;
  return days === 0
    ? `ngày làm việc cuối cùng còn đúng hạn, mốc ${rule.at}`
    : `còn ${days} ngày làm việc trước ngày cuối cùng còn đúng hạn`;
}
