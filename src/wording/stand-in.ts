import type { Day } from '../domain/calendar.ts';
import type { Outgoing } from './message.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import { sayDay, sayShortDay } from './when.ts';

export interface SpokenStandIn {
  unit: string;
  absent: string;
  substitute: string;
  from: Day;
  until: Day;
}

export const STAND_IN = {
  none: say`Chưa có việc thay thế nào. Khi vắng, gõ ví dụ: ${code('chị Hoa thay em từ 10/11 đến 20/11')}`,
  noneForCoordinator: say`Chưa có việc thay thế nào. Gõ ví dụ: ${code('/thaythe HBG Hoa từ 10/11 đến 20/11')}`,
  whichDays: say`Thay từ ngày nào đến ngày nào? Gõ ví dụ: ${code('từ 10/11 đến 20/11')}. Nếu thôi hẳn việc đầu mối thì chọn bàn giao.`,
  forGood: 'Bàn giao hẳn',
  forGoodWords: ['ban giao', 'ban giao han', 'thay han'],
  whichUnit: say`Thay thế ở đơn vị nào? Gõ mã đơn vị, ví dụ: ${code('/thaythe HBG Hoa từ 10/11 đến 20/11')}`,
  what: 'việc nhờ người thay, chưa có ngày',
  invitePasson: say`👥 Người thay chưa có trên bot. Mã dưới đây vừa để tham gia, vừa để nhận việc thay; xin chuyển riêng cho người thay:`,
  inviteOther: 'Người khác, chưa có trên bot',
  dropped: say`Vâng, không nhờ người thay nữa. Tin nhắc vẫn đến anh/chị.`,
  codeDropped: say`✅ Đã bỏ việc nhờ người thay; mã đã gửi cho người thay không còn dùng được. Tin nhắc vẫn đến anh/chị.`,
  noLiaison: say`Chỉ cán bộ đầu mối mới cần người thay; ở đây chưa có đầu mối nào.`,
} as const;

/** What an invitation lets somebody stand in for. */
export type SpokenInvitedSubstitute = Pick<SpokenStandIn, 'absent' | 'from' | 'until'>;

/** In the question of consent, and under the code. */
export function sayInvitedToStandIn(one: SpokenInvitedSubstitute): RichText {
  return say`Tham gia bằng mã này là nhận ${b(`thay ${one.absent}`)} làm đầu mối, ${days(one)}: trong những ngày đó tin nhắc đến người thay, và người thay nộp được báo cáo. Đến khi có người tham gia, tin nhắc vẫn đến ${one.absent}.`;
}

function days({ from, until }: Pick<SpokenStandIn, 'from' | 'until'>): string {
  return from === until ? `ngày ${sayDay(from)}` : `từ ${sayShortDay(from)} đến hết ${sayDay(until)}`;
}

/** "Hoa thay An": as receipts and lists name it. */
export function sayInPlaceOf(substitute: string, absent: string): string {
  return `${substitute} thay ${absent}`;
}

/** As one line of what is kept about either of them. */
export function sayStandInKept(one: SpokenStandIn): RichText {
  return say`Thay thế: ${sayInPlaceOf(one.substitute, one.absent)}, ${one.unit}, ${days(one)}`;
}

/** To whoever is asked to stand in. */
export function sayAskedToStandIn(one: SpokenStandIn, id: number): Outgoing {
  return {
    text: join([
      say`👥 Anh/chị được đề nghị ${b(`thay ${one.absent}`)} làm đầu mối của ${one.unit}, ${days(one)}.`,
      say`Trong những ngày đó tin nhắc đến anh/chị, và anh/chị nộp được báo cáo của đơn vị. Anh/chị có đồng ý không?`,
    ]),
    choices: [
      [
        {
          label: 'Đồng ý thay',
          value: `/thaythe dongy ${id}`,
          means: { words: ['dong y', 'ok', 'nhan', 'vang', 'da', 'da vang', 'duoc'] },
        },
        { label: 'Không thay được', value: `/thaythe khong ${id}`, means: { words: ['khong', 'tu choi'] } },
      ],
    ],
    answer: 'pick',
  };
}

/** To whoever asked for it. */
export function sayStandInAsked(one: SpokenStandIn, id: number): Outgoing {
  return {
    text: join([
      say`👥 Bot đã hỏi ${b(one.substitute)} về việc thay ${one.absent} ở ${one.unit}, ${days(one)}.`,
      say`Đến khi ${one.substitute} đồng ý, tin nhắc vẫn đến ${one.absent}.`,
    ]),
    choices: [[{ label: 'Bỏ việc thay thế', value: `/thaythe thoi ${id}`, means: { words: ['thoi', 'bo'] } }]],
    answer: 'pick',
  };
}

export function sayWillStandIn(one: SpokenStandIn): RichText {
  return say`👥 ${b(one.substitute)} đã đồng ý thay ${one.absent} ở ${one.unit}, ${days(one)}.`;
}

export function sayStandInDeclined(one: SpokenStandIn): RichText {
  return say`👥 ${b(one.substitute)} không thay được ${one.absent} ở ${one.unit} ${days(one)}. Tin nhắc vẫn đến ${one.absent}; có thể nhờ người khác: ${code('/thaythe')}`;
}

/** The answer to whoever agreed or did not. */
export function sayStandInAnswered(one: SpokenStandIn, agrees: boolean): RichText {
  return agrees
    ? say`Cảm ơn anh/chị. ${b(`Anh/chị thay ${one.absent}`)} ở ${one.unit}, ${days(one)}. Cần thôi sớm: ${code('/thaythe')}`
    : say`Đã ghi: anh/chị không thay ${one.absent}.`;
}

export function sayStandInBegins(one: SpokenStandIn): RichText {
  return say`👥 Từ hôm nay đến hết ${sayDay(one.until)}, ${b(sayInPlaceOf(one.substitute, one.absent))} ở ${one.unit}: tin nhắc đến ${one.substitute}. Kết thúc sớm: ${code('/thaythe')}`;
}

export function sayStandInEnded(one: SpokenStandIn): RichText {
  return say`👥 Việc ${b(sayInPlaceOf(one.substitute, one.absent))} ở ${one.unit} đã kết thúc. Tin nhắc đến ${one.absent}.`;
}

/** Its days are over, and nobody ever agreed. */
export function sayStandInUnanswered(one: SpokenStandIn): RichText {
  return say`👥 ${one.substitute} chưa trả lời về việc thay ${one.absent} ${days(one)}, nên không có gì thay đổi.`;
}

/** Nobody of that name, or more than one: who it can be, or somebody who is not on the bot yet (`invite`: what is typed for that). */
export function sayWhoStandsIn(
  candidates: readonly { name: string; unit: string; value: string }[],
  invite: string,
): Outgoing {
  return {
    text: say`${b('Ai thay?')}`,
    choices: [
      ...candidates.map(({ name, unit, value }) => [{ label: `${name} – ${unit}`.slice(0, 60), value }]),
      [{ label: STAND_IN.inviteOther, value: invite }],
    ],
    answer: 'pick',
  };
}

const STATES = { proposed: 'chờ trả lời', agreed: 'đã đồng ý', running: 'đang thay' } as const;

/** A substitution that is not over, as it stands. */
export interface LiveStandIn {
  one: SpokenStandIn;
  id: number;
  state: keyof typeof STATES;
}

/** `Hoa thay An từ 10/11 đến hết 20/11/2026 (đang thay)`: beside the people of the unit. */
export function sayStandInOfUnit({ one, state }: LiveStandIn): string {
  return `${sayInPlaceOf(one.substitute, one.absent)} ${days(one)} (${STATES[state]})`;
}

/** What waits or runs, each with the way to end it. */
export function sayStandIns(rows: readonly LiveStandIn[]): Outgoing {
  return {
    text: join([
      say`${b('Thay thế đầu mối')}`,
      ...rows.map(
        ({ one, state }) =>
          say`• ${sayInPlaceOf(one.substitute, one.absent)}, ${one.unit}, ${days(one)}: ${STATES[state]}`,
      ),
    ]),
    choices: rows.map(({ one, id }) => [
      { label: `Kết thúc: ${sayInPlaceOf(one.substitute, one.absent)}`.slice(0, 60), value: `/thaythe thoi ${id}` },
    ]),
    answer: 'pick',
  };
}

/** Figures of somebody who reports for nobody. `liaisons`: those who do for their unit. */
/** How somebody of a unit gets to work on what they asked about. */
export function sayAskForPart(liaisons: readonly string[]): RichText {
  const who = liaisons.length === 0 ? 'cán bộ đầu mối' : liaisons.join(', ');
  return say`Báo cáo của đơn vị do ${b(who)} gửi. Anh/chị làm giúp thì nhờ ${who} giao việc bằng ${code('/giao')}, rồi gửi số liệu tại đây; thay hẳn ít ngày thì nhờ gõ ${code('/thaythe')}.`;
}

/** Who reports for a unit is changed by whoever does, or at the desk. */
export function sayChangedByLiaison(liaisons: readonly string[], contact: RichText): RichText {
  const who = liaisons.length === 0 ? 'cán bộ đầu mối' : liaisons.join(', ');
  const how = say`Bot ${b('chưa đổi gì')}. Đổi đầu mối hay mời thêm người thì nhờ ${who} gõ ${code('/bangiao')} (bàn giao hẳn) hoặc ${code('/thaythe')} (thay ít ngày); không nhờ được thì lãnh đạo đơn vị gõ, hoặc báo cơ quan điều phối.`;
  return join([how, contact]);
}

export function sayNotTheirReport(liaisons: readonly string[]): RichText {
  const who = liaisons.length === 0 ? 'cán bộ đầu mối' : liaisons.join(', ');
  return say`Bot chưa ghi số liệu này: báo cáo của đơn vị do ${who} gửi, và anh/chị chưa được giao phần việc nào. Xin nhờ ${who} giao việc bằng /giao, rồi gửi số liệu tại đây; hoặc gửi thẳng cho đầu mối.`;
}

/** Figures of somebody whom nobody asked, where several reports are owed. */
export function sayOfWhichReport(reports: readonly string[]): RichText {
  return say`Đơn vị đang có ${reports.length} báo cáo phải nộp (${reports.join('; ')}), nên bot chưa giữ số liệu này. Xin gõ lại kèm kỳ, ví dụ: tháng 12: hội nghị 3.`;
}
