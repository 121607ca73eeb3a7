import type { Instant } from '../domain/calendar.ts';
import type { Choice, Outgoing } from './message.ts';
import { NOTICE_WORDS } from './notice.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import { sayMoment } from './when.ts';

interface Named {
  name: string;
  unit: string;
}

export interface NoticeOutcomeView {
  id: number;
  text: string;
  reached: number;
  waiting: number;
  cleared: number;
  missed: readonly (Named & { why: string; isWorthATry: boolean })[];
  confirmed: { count: number; silent: readonly Named[] } | null;
}

const NAMES_SHOWN = 25;

/** What became of a notice: how many got it, who did not and why, who has not confirmed it. */
export function sayNoticeResult(result: NoticeOutcomeView): Outgoing {
  const { id, text, reached, waiting, cleared, missed, confirmed } = result;
  const figures = say`Đã đến: ${b(String(reached))}; đang gửi: ${b(String(waiting))}; không đến: ${b(String(missed.length))}${cleared === 0 ? '' : `; đã dừng: ${cleared}`}`;
  const silent = confirmed?.silent ?? [];
  return {
    text: join(
      [
        join([say`${b(`Kết quả gửi thông báo số ${id}`)}`, text === '' ? [] : say`“${headOf(text)}”`]),
        join([
          figures,
          ...missed.slice(0, NAMES_SHOWN).map((one) => say`• ${named(one)}: ${one.why}`),
          sayMore(missed.length - NAMES_SHOWN),
        ]),
        confirmed === null
          ? []
          : join([
              say`Đã xác nhận: ${b(`${confirmed.count}/${reached}`)}${silent.length === 0 ? '' : '; chưa xác nhận:'}`,
              ...silent.slice(0, NAMES_SHOWN).map((one) => say`• ${named(one)}`),
              sayMore(silent.length - NAMES_SHOWN),
            ]),
      ],
      '\n\n',
    ),
    choices: resultChoices(result),
    answer: 'pick',
  };
}

function resultChoices({ id, waiting, missed }: NoticeOutcomeView): Choice[][] {
  const again = missed.filter((one) => one.isWorthATry).length;
  if (waiting > 0)
    return [
      [{ label: 'Xem lại kết quả', value: `/thongbao ketqua ${id}` }],
      [{ label: 'Dừng gửi', value: `/thongbao dung ${id}` }],
    ];
  return again === 0 ? [] : [[{ label: `Gửi lại cho ${again} người`, value: `/thongbao guilai ${id}` }]];
}

/** Once, when nothing of it waits any more. */
export function sayNoticeSummary(
  { id, text }: { id: number; text: string },
  result: { reached: number; missed: readonly object[]; cleared: number; confirmed: { count: number } | null },
): Outgoing {
  const { reached, missed, cleared, confirmed } = result;
  const rest = `${missed.length === 0 ? '' : `, không đến ${missed.length}`}${cleared === 0 ? '' : `, đã dừng ${cleared}`}`;
  const receipts = confirmed === null ? '' : ` Đã xác nhận: ${confirmed.count}.`;
  return {
    text: say`Thông báo số ${id}${text === '' ? '' : ` (“${headOf(text)}”)`} đã gửi xong: đến ${b(`${reached} người`)}${rest}.${receipts}`,
    choices: [[{ label: 'Xem kết quả gửi', value: `/thongbao ketqua ${id}` }]],
    answer: 'pick',
  };
}

export function sayResent(count: number): RichText {
  return count === 0
    ? say`Không còn ai cần gửi lại thông báo này.`
    : say`Đã đưa thông báo vào hàng gửi lại cho ${count} người.`;
}

/** A notice that is out stays out. */
export function sayNotRecalled({ id, text, reached }: { id: number; text: string; reached: number }): Outgoing {
  return {
    text: join([
      say`Thông báo số ${id} (“${headOf(text)}”) đã tới ${reached} người: tin đã gửi thì bot không thu hồi được.`,
      say`Có thể gửi tin đính chính cho đúng những người ấy.`,
    ]),
    choices: [
      [{ label: 'Gửi tin đính chính', value: `/thongbao dinhchinh ${id}` }],
      [{ label: 'Xem kết quả gửi', value: `/thongbao ketqua ${id}` }],
    ],
    answer: 'pick',
  };
}

export interface ListedNotice {
  id: number;
  text: string;
  author: string;
  createdAt: Instant;
  /** Set while it waits for its time. */
  waitsUntil: Instant | null;
  isStopped: boolean;
  people: number;
}

/** The latest notices: which wait for their time, which are out. */
export function sayNoticeList(list: readonly ListedNotice[], zone: string): Outgoing {
  return {
    text: join(
      [
        say`${b('Các thông báo gần đây')}`,
        join(
          list.map((one) => say`${b(`Số ${one.id}`)} – ${stateOf(one, zone)} (${one.author}): “${headOf(one.text)}”`),
        ),
        NOTICE_WORDS.howTo,
      ],
      '\n\n',
    ),
    choices: list
      .filter((one) => one.waitsUntil !== null)
      .map(({ id }) => [{ label: `Huỷ hẹn số ${id}`, value: `/thongbao dung ${id}` }]),
    answer: 'pick',
  };
}

function stateOf({ waitsUntil, isStopped, createdAt, people }: ListedNotice, zone: string): string {
  if (waitsUntil !== null) return `⏰ hẹn gửi lúc ${sayMoment(waitsUntil, zone)}`;
  if (isStopped && people === 0) return 'đã huỷ';
  return `${sayMoment(createdAt, zone)}, ${people} người${isStopped ? ', đã dừng' : ''}`;
}

const WHY: Readonly<Record<string, string>> = {
  blocked: 'đã chặn bot',
  gone: 'cuộc trò chuyện không còn',
  refused: 'nền tảng từ chối tin',
  quota: 'bot hết hạn mức tin trong tháng',
  capped: 'đã nhận đủ số tin trong ngày',
  expired: 'gửi nhiều giờ không được',
  unknown: 'không rõ đã đến hay chưa',
};

/** Why a message did not arrive. */
export function sayWhyMissed(state: string, failure: string | null): string {
  return WHY[failure ?? ''] ?? WHY[state] ?? 'chưa gửi được';
}

function named({ name, unit }: Named): string {
  return unit === '' ? name : `${name} (${unit})`;
}

function sayMore(more: number): RichText {
  return more > 0 ? say`… và ${more} người khác` : [];
}

function headOf(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > 80 ? `${line.slice(0, 77)}…` : line;
}
