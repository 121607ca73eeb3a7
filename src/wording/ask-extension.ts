import type { Day } from '../domain/calendar.ts';
import { addDays } from '../domain/calendar.ts';
import { sayTask } from './acting.ts';
import { sayUntil } from './extension.ts';
import type { Outgoing } from './message.ts';
import { sayReportFirst } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayDeadline, sayShortDay } from './when.ts';

export interface SpokenRequest {
  view: SpokenTask;
  who: string;
  until: Day;
  reason: string | null;
}

/** To the coordinators: who asks for what, and both ways to answer. */
export function sayPleaseExtend({ view, who, until, reason }: SpokenRequest): Outgoing {
  const id = String(view.task.id);
  return {
    text: join([
      say`🙋 ${who} (${view.unit.shortName}) xin gia hạn ${b(sayTask(view))} ${b(sayUntil(until))}.`,
      say`Hạn hiện nay: ${sayDeadline(view.deadline)}.`,
      say`${reason === null ? 'Không nêu lý do.' : `Lý do: ${reason}`}`,
      say`Không đồng ý thì gõ ${code(`/giahan khong ${id}`)} và lý do.`,
    ]),
    choices: [
      [{ label: `Gia hạn ${sayUntil(until)}`, value: `/giahan #${id} ${until.split('-').reverse().join('/')}` }],
    ],
    answer: 'pick',
  };
}

/** To who asked: that it is on its way, and what counts until then. */
export function sayExtensionAsked(view: SpokenTask, until: Day, isNew: boolean): RichText {
  const asked = isNew
    ? say`Đã chuyển cơ quan điều phối: xin gia hạn ${b(sayTask(view))} ${sayUntil(until)}.`
    : say`Cơ quan điều phối đã được báo hôm nay về việc xin gia hạn ${sayTask(view)}.`;
  return join([asked, say`Chưa có trả lời thì hạn vẫn như cũ: ${sayDeadline(view.deadline)}.`]);
}

/** Until when: asked with the days most people mean. */
export function sayAskHowLong(view: SpokenTask): Outgoing {
  const id = String(view.task.id);
  return {
    text: join([
      say`${b('Đơn vị xin gia hạn đến khi nào?')}`,
      say`${sayTask(view)}, hạn ${sayDeadline(view.deadline)}.`,
      say`Có thể gõ cả ngày và lý do: ${code(`xin gia hạn đến ${exampleDay(view)} vì mưa lũ`)}`,
    ]),
    choices: [1, 2, 5].map((days) => [
      { label: `Thêm ${days} ngày làm việc`, value: `/xingiahan #${id} thêm ${days} ngày làm việc` },
    ]),
    answer: 'pick',
  };
}

function exampleDay({ deadline }: SpokenTask): string {
  return sayShortDay(addDays(deadline.lastGoodDay, 3));
}

/** Several of their reports are open. */
export function sayWhichToExtend(views: readonly SpokenTask[], later: string): Outgoing {
  return {
    text: say`${b('Xin gia hạn báo cáo nào?')}`,
    choices: views.map((view) => [
      {
        label: `${sayReportFirst(view.obligation, view.period)} – ${view.unit.shortName}`,
        value: `/xingiahan #${view.task.id}${later}`,
      },
    ]),
    answer: 'pick',
  };
}

/** To the unit: no, why, and that the deadline stays. */
export function sayExtensionRefused(view: SpokenTask, reason: string, by: string): RichText {
  return join([
    say`Chưa gia hạn được ${b(sayTask(view))}: hạn vẫn như cũ: ${sayDeadline(view.deadline)}.`,
    say`Lý do: ${reason}. Người quyết định: ${by}.`,
  ]);
}

/** To who decides about the unit: what it asks for. */
export function sayRequested({ until, reason }: { until: Day; reason: string | null }): RichText {
  return say`🙋 Đơn vị đang xin gia hạn ${b(sayUntil(until))}. ${reason === null ? 'Không nêu lý do.' : `Lý do: ${reason}.`}`;
}

export function sayAsAsked(until: Day): string {
  return `Như đơn vị xin: ${sayUntil(until)}`;
}

export const AS_ASKED = ['như đơn vị xin', 'như xin', 'đồng ý', 'ok', 'được'];

/** The reason that is given where a unit gets what it asked for. */
export function sayAskedReason(reason: string): string {
  return `theo đề nghị của đơn vị (${reason})`;
}

export const EXTENSION_REQUEST = {
  reasonPassedOn: (reason: string): RichText => say`Đã báo thêm lý do xin gia hạn với cơ quan điều phối: “${reason}”.`,
  nothingOwed: say`Đơn vị không có báo cáo nào đang phải nộp, nên không cần xin gia hạn.`,
  notLater: (view: SpokenTask): RichText =>
    say`Ngày xin phải sau hạn hiện nay (${sayDeadline(view.deadline)}) và từ hôm nay trở đi.`,
  refused: (view: SpokenTask): RichText => say`Đã báo ${view.unit.shortName}: không gia hạn, hạn giữ nguyên.`,
  noLonger: say`Không có đề nghị gia hạn nào đang chờ với số này: đã có người trả lời, hạn đã đổi, hoặc đơn vị đã nộp.`,
  refuseHow: (id: string): RichText =>
    say`Xin nêu lý do để báo cho đơn vị, ví dụ: ${code(`/giahan khong ${id} sắp họp tổng kết`)}`,
} as const;
