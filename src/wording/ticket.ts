import type { Instant } from '../domain/calendar.ts';
import type { TicketState } from '../domain/ticket.ts';
import { capital } from './capital.ts';
import type { Choice, Outgoing } from './message.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import { sayMoment } from './when.ts';

/** A difficulty as people hear of it. */
export interface SpokenTicket {
  id: number;
  state: TicketState;
  asker: string;
  /** Empty for the province's own people. */
  unit: string;
  /** The period of the report it stands in; empty: typed for itself. */
  report: string;
  /** The coordinator who takes care of it. */
  owner: string | null;
  openedAt: Instant;
  /** Working days since it was raised. */
  waitsDays: number;
  lines: readonly { side: 'asker' | 'desk'; name: string; at: Instant; text: string }[];
}

export const TICKET_WORDS = {
  what: 'vướng mắc đang viết dở',
  forward: 'Hỏi điều phối câu này',
  ask: say`Gõ khó khăn, vướng mắc hoặc câu hỏi của đơn vị; cán bộ điều phối trả lời ngay tại đây. Gõ /huy để bỏ. Không gửi nội dung mật.`,
  askMore: (id: number) => say`Gõ điều cần hỏi thêm về vướng mắc số ${id}. Gõ /huy để bỏ.`,
  askAnswer: (id: number) => say`Gõ câu trả lời cho vướng mắc số ${id}; bot gửi ngay tới người hỏi. Gõ /huy để bỏ.`,
  askReason: (id: number) => say`Nêu lý do đóng vướng mắc số ${id}; người hỏi sẽ đọc được. Gõ /huy để bỏ.`,
  askUnit: say`Vướng mắc này là của đơn vị nào?`,
  none: say`Hiện không có vướng mắc nào chờ trả lời.`,
  noneRaised: say`Anh/chị chưa gửi vướng mắc nào. Gõ /vuongmac và nội dung để gửi.`,
  yes: 'Chuyển cho điều phối',
  no: 'Không chuyển',
  notSent: say`Chưa chuyển gì.`,
  anyway: 'Vẫn gửi thêm',
  drop: 'Thôi, không gửi',
  fromReport: 'Hỏi điều phối về vướng mắc này',
  notMine: 'Tôi không còn phụ trách báo cáo của đơn vị. Đề nghị đổi người nhận nhắc hạn.',
} as const;

const STATES: Readonly<Record<TicketState, string>> = {
  open: 'chờ trả lời',
  answered: 'đã trả lời',
  closed: 'đã đóng',
};

/** Before a sentence of one's own becomes a difficulty: perhaps it was only said. */
export function sayConfirmRaising(text: string): RichText {
  return say`Chuyển nội dung này cho cán bộ điều phối?\n\n“${text}”`;
}

/** `arrivesAt`: when the coordinators read it, where that is later; null: at once. */
export function sayTicketRaised(raised: {
  id: number;
  isNew: boolean;
  arrivesAt: Instant | null;
  zone: string;
}): Outgoing {
  const { id, isNew, arrivesAt, zone } = raised;
  if (!isNew)
    return {
      text: say`Nội dung này đã được ghi là ${b(`vướng mắc số ${id}`)}, bot không chuyển lần nữa. Xem: /vuongmac ${id}`,
    };
  const when = arrivesAt === null ? '' : ` Ngoài giờ làm việc: điều phối nhận được lúc ${sayMoment(arrivesAt, zone)}.`;
  return {
    text: say`✅ Đã ghi ${b(`vướng mắc số ${id}`)} và chuyển cán bộ điều phối. Câu trả lời sẽ đến ngay tại đây.${when}`,
    choices: [[closing(id, 'Rút lại')]],
    answer: 'pick',
  };
}

export function sayAskedBack(id: number): RichText {
  return say`Đã chuyển phần hỏi thêm của vướng mắc số ${id} cho cán bộ điều phối.`;
}

/** The answer, as it reaches who asked. */
export function sayTicketAnswered(answer: { id: number; question: string; name: string; text: string }): Outgoing {
  const { id, question, name, text } = answer;
  return {
    text: join(
      [
        say`💬 ${b(`Trả lời vướng mắc số ${id}`)} (“${shorten(question, 80)}”)`,
        say`${text}`,
        say`Người trả lời: ${name}`,
      ],
      '\n\n',
    ),
    choices: [[closing(id, 'Đã rõ')], [{ label: 'Chưa rõ, hỏi thêm', value: `/vuongmac hoi ${id}` }]],
    answer: 'pick',
  };
}

/** A coordinator closed it, and why. */
export function sayTicketClosed({ id, name, reason }: { id: number; name: string; reason: string }): Outgoing {
  return {
    text: say`Vướng mắc số ${id} đã được ${name} đóng. Lý do: ${reason}`,
    choices: [[{ label: 'Hỏi lại', value: `/vuongmac hoi ${id}` }]],
    answer: 'pick',
  };
}

export function sayAnsweredForYou(id: number, name: string): Outgoing {
  return { text: say`${name} đã trả lời vướng mắc số ${id} mà anh/chị nhận xử lý. Xem: /vuongmac ${id}` };
}

export function sayAnswerGone(id: number, asker: string): RichText {
  return say`✅ Đã gửi câu trả lời vướng mắc số ${id} tới ${asker}.`;
}

/** A colleague was quicker; whether to add to it. */
export function sayAnsweredMeanwhile(
  by: { name: string; at: Instant; zone: string; last: string },
  text: string,
): RichText {
  return join(
    [
      say`Chưa gửi: ${b(by.name)} đã trả lời lúc ${sayMoment(by.at, by.zone)}:`,
      say`“${shorten(by.last, 600)}”`,
      say`Có gửi thêm câu trả lời của anh/chị không?`,
      say`“${shorten(text, 600)}”`,
    ],
    '\n\n',
  );
}

/** `other`: whose it is already. */
export function sayTaken(id: number, other: string | null): RichText {
  return other === null
    ? say`Anh/chị nhận xử lý vướng mắc số ${id}. Trả lời: ${code(`/vuongmac tra loi ${id} nội dung`)}`
    : say`Vướng mắc số ${id} đã có ${b(other)} nhận xử lý, nên bot không đổi gì.`;
}

export function sayClosedNow(id: number, isMine: boolean): RichText {
  return isMine
    ? say`Đã đóng vướng mắc số ${id}. Cần hỏi lại: /vuongmac hoi ${id}`
    : say`Đã đóng vướng mắc số ${id} và báo người hỏi.`;
}

const LIST_OFFERED = 5;

/** A member's own, the newest first, and how to raise another one. */
export function sayOwnTickets(own: readonly SpokenTicket[]): Outgoing {
  return {
    text: join(
      [
        say`${b('Vướng mắc của đơn vị')}`,
        join(
          own.map(
            (one) => say`${b(`Số ${one.id}`)} – ${STATES[one.state]}: “${shorten(one.lines.at(0)?.text ?? '', 80)}”`,
          ),
        ),
        say`Nêu vướng mắc mới: gõ ${code('/vuongmac nội dung')}.`,
      ],
      '\n\n',
    ),
    choices: own.slice(0, LIST_OFFERED).map(({ id }) => [{ label: `Xem số ${id}`, value: `/vuongmac ${id}` }]),
    answer: 'pick',
  };
}

/** Number, unit and asker of one, and the report it stands in. */
export function sayTicketHead({ id, unit, asker, report }: SpokenTicket): RichText {
  const from = [unit, asker].filter((part) => part !== '').join(', ');
  return say`${b(`Số ${id}`)} – ${from}${report === '' ? '' : `; nêu trong báo cáo ${report}`}`;
}

/** All that was said about one, and what can be done. */
export function sayTicket(ticket: SpokenTicket, side: 'desk' | 'asker', zone: string): Outgoing {
  const owner = ticket.owner === null ? '' : `; ${ticket.owner} nhận xử lý`;
  return {
    text: join(
      [
        join([say`${sayTicketHead(ticket)}`, say`${capital(STATES[ticket.state])}${owner}`]),
        ...ticket.lines.map(
          (line) =>
            say`${line.side === 'desk' ? '💬 ' : ''}${line.name || 'Người đã rời'}, ${sayMoment(line.at, zone)}:\n${line.text || '(đã xoá)'}`,
        ),
      ],
      '\n\n',
    ),
    choices: side === 'desk' ? deskChoices(ticket) : askerChoices(ticket),
    answer: 'pick',
  };
}

function deskChoices({ id, state, owner }: SpokenTicket): Choice[][] {
  if (state === 'closed') return [];
  const take = owner === null && state === 'open' ? [[{ label: 'Nhận xử lý', value: `/vuongmac nhan ${id}` }]] : [];
  return [[answering(id)], ...take, [closing(id, 'Đóng, nêu lý do')]];
}

function askerChoices({ id, state }: SpokenTicket): Choice[][] {
  const ask = { label: 'Hỏi thêm', value: `/vuongmac hoi ${id}` };
  if (state === 'closed') return [[ask]];
  return [[ask], [closing(id, state === 'answered' ? 'Đã rõ' : 'Rút lại')]];
}

export function answering(id: number): Choice {
  return { label: `Trả lời số ${id}`, value: `/vuongmac traloi ${id}` };
}

function closing(id: number, label: string): Choice {
  return { label, value: `/vuongmac dong ${id}` };
}

export function shorten(text: string, longest: number): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
