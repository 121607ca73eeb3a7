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

/** To the coordinators: the unit needs no more time. */
export function sayTakenBack(view: SpokenTask, who: string): RichText {
  return say`${who} (${view.unit.shortName}) rút lại việc xin gia hạn ${b(sayTask(view))}. Hạn vẫn như cũ: ${sayDeadline(view.deadline)}.`;
}

/** How the units' requests stand. */
export function sayRequestsStand(
  waiting: readonly { view: SpokenTask; until: Day; reason: string | null }[],
): RichText {
  return join(
    waiting.map(({ view, until, reason }) => {
      const why = reason === null ? 'Chưa nêu lý do: nhắn thêm một câu, bot chuyển kèm' : `Lý do: ${reason}`;
      return say`⏳ ${b(sayTask(view))}: đang chờ cơ quan điều phối trả lời việc xin gia hạn ${sayUntil(until)}. ${why}. Hạn vẫn là: ${sayDeadline(view.deadline)}.`;
    }),
  );
}

/** "Nộp muộn có sao không?" */
export function sayWhatIfLate(view: SpokenTask | null): RichText {
  const deadline = view === null ? [] : say` Hạn của ${sayTask(view)}: ${sayDeadline(view.deadline)}.`;
  return say`Nộp sau hạn bot vẫn nhận, và ghi là nộp muộn trong bảng tổng hợp.${deadline} Cần thêm thời gian thì nhắn “xin gia hạn” kèm ngày và lý do.`;
}

/** Until when: asked with the days most people mean. */
export function sayAskHowLong(view: SpokenTask, today: Day): Outgoing {
  const id = String(view.task.id);
  return {
    text: join([
      say`${b('Đơn vị xin gia hạn đến khi nào?')}`,
      say`${sayTask(view)}, hạn ${sayDeadline(view.deadline)}.`,
      say`Có thể gõ cả ngày và lý do: ${code(`xin gia hạn đến ${exampleDay(view, today)} vì mưa lũ`)}`,
    ]),
    choices: [1, 2, 5].map((days) => [
      { label: `Thêm ${days} ngày làm việc`, value: `/xingiahan #${id} thêm ${days} ngày làm việc` },
    ]),
    answer: 'pick',
  };
}

/** Never one that is over. */
function exampleDay({ deadline: { lastGoodDay } }: SpokenTask, today: Day): string {
  return sayShortDay(addDays(lastGoodDay < today ? today : lastGoodDay, 3));
}

/** Several of their reports are open. */
export function sayWhichToExtend(views: readonly SpokenTask[], later: string): Outgoing {
  return {
    text: say`${b('Xin gia hạn báo cáo nào?')}`,
    choices: views.map((view) => [
      {
        label: `${sayReportFirst(view.obligation, view.period)} – ${view.unit.shortName}`,
        value: `/xingiahan #${view.task.id}${later}`,
        means: { report: { obligation: view.obligation.code, period: view.period.key, unit: view.unit.code } },
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

/** Below how a report stands that needs no more time: those that may. */
export function sayNoneToExtendBut(owed: readonly SpokenTask[]): RichText {
  if (owed.length === 0) return say`Đơn vị không còn báo cáo nào phải nộp, nên không cần xin gia hạn.`;
  const each = owed.map((view) => say`• ${sayTask(view)}: hạn ${sayDeadline(view.deadline)}`);
  return join([say`Báo cáo đơn vị còn phải nộp:`, ...each, say`Cần xin gia hạn thì nhắn rõ kỳ, ngày và lý do.`]);
}

export const EXTENSION_REQUEST = {
  sameAsWhat: say`Trong 30 phút qua chưa có gia hạn hay miễn nào để làm tương tự. Gõ đủ lệnh, ví dụ: gia hạn HBG đến 20/11 vì mưa lũ`,
  reasonAdded: (reason: string): RichText => say`Đã báo thêm lý do xin gia hạn với cơ quan điều phối: “${reason}”.`,
  nothingOwed: say`Đơn vị không có báo cáo nào đang phải nộp, nên không cần xin gia hạn.`,
  takenBack: (view: SpokenTask): RichText =>
    say`Đã rút lại việc xin gia hạn và báo cơ quan điều phối. Hạn của ${sayTask(view)} vẫn là: ${sayDeadline(view.deadline)}.`,
  noneWaits: say`Đơn vị không có đề nghị gia hạn nào đang chờ trả lời.`,
  notLater: (view: SpokenTask): RichText =>
    say`Ngày xin phải sau hạn hiện nay (${sayDeadline(view.deadline)}) và từ hôm nay trở đi.`,
  refused: (view: SpokenTask): RichText => say`Đã báo ${view.unit.shortName}: không gia hạn, hạn giữ nguyên.`,
  noLonger: say`Không có đề nghị gia hạn nào đang chờ với số này: đã có người trả lời, hạn đã đổi, hoặc đơn vị đã nộp.`,
  refuseHow: (id: string): RichText =>
    say`Xin nêu lý do để báo cho đơn vị, ví dụ: ${code(`/giahan khong ${id} sắp họp tổng kết`)}`,
} as const;
