import type { Day } from '../domain/calendar.ts';
import { sayUntil } from './extension.ts';
import { sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { quote } from './submit.ts';
import type { Told } from './told.ts';
import { sayTold } from './told.ts';
import { sayDeadline, sayMoment, sayWeekday } from './when.ts';

/** What is said on the way to a decision about units, by what is decided. */
export const ACTING_WORDS = {
  extend: {
    what: 'việc gia hạn',
    title: 'Gia hạn',
    askWho: 'Gia hạn cho đơn vị nào?',
    askReason: 'Lý do gia hạn là gì?',
    example: 'mưa lũ, mất mạng 2 ngày',
    yes: (count: number) => `Gia hạn cho ${count} đơn vị`,
    list: 'Được gia hạn',
    none: 'Không có đơn vị nào cần gia hạn trong kỳ này.',
    done: 'Đã gia hạn',
  },
  waive: {
    what: 'việc miễn báo cáo',
    title: 'Miễn báo cáo',
    askWho: 'Miễn cho đơn vị nào?',
    askReason: 'Lý do miễn là gì?',
    example: 'đơn vị đang sáp nhập',
    yes: (count: number) => `Miễn cho ${count} đơn vị`,
    list: 'Được miễn, không phải nộp',
    none: 'Không có đơn vị nào miễn được trong kỳ này.',
    done: 'Đã miễn',
  },
  owe: {
    what: 'việc bỏ miễn',
    title: 'Bỏ miễn',
    askWho: 'Bỏ miễn cho đơn vị nào?',
    askReason: 'Lý do bỏ miễn là gì?',
    example: 'đơn vị vẫn hoạt động đến hết kỳ',
    yes: (count: number) => `Bỏ miễn ${count} đơn vị`,
    list: 'Lại phải nộp',
    none: 'Không có đơn vị nào đang được miễn trong kỳ này.',
    done: 'Đã bỏ miễn',
  },
} as const;

export type Acting = keyof typeof ACTING_WORDS;

/** A decision that was not made: "việc gia hạn Huyện Bình Giang chưa xong". */
export function sayActing(act: Acting, units: readonly string[]): string {
  const named = units.length > 3 ? `${units.length} đơn vị` : units.join(', ');
  return `${ACTING_WORDS[act].what}${named === '' ? '' : ` ${named}`} chưa xong`;
}

/** Units that are left out because whoever decides said so. */
export function sayLeftOut(names: readonly string[]): RichText {
  return say`✋ Không tính theo yêu cầu (${String(names.length)}): ${names.join(', ')}.`;
}

/** Words of an order that were not understood, beside those that were. */
export function sayNotRead(words: string): RichText {
  return say`Chưa rõ ${quote(words)} nên chưa tính vào.`;
}

/** Units that are spoken of in the reason and not decided about. */
export function sayOnlyInReason(names: readonly string[]): RichText {
  return say`ℹ️ Chỉ nêu trong lý do, không tính vào: ${names.join(', ')}.`;
}

export const WHOLE_DAY = say`Hạn gia hạn tính trọn ngày, không theo giờ.`;

export const ACTING_BUTTONS = {
  all: (count: number) => `Cả ${count} đơn vị`,
  more: (days: number) => `Thêm ${days} ngày làm việc`,
  changeDay: 'Sửa hạn',
  changeWho: 'Sửa đơn vị',
  changeReason: 'Sửa lý do',
  drop: 'Bỏ, không làm',
  owe: 'Bỏ miễn cho đơn vị đã miễn',
  notAReason: (text: string): RichText =>
    say`“${text}” chưa nói rõ lý do nên bot chưa ghi. Nếu đúng là lý do, xin gõ “vì …”; để đổi đơn vị, gõ “Sửa đơn vị”; để bỏ, gõ /huy.`,
  sure: say`Làm đúng như dưới đây ạ?`,
  notYet: say`Chưa làm gì. Anh/chị sửa lại, bỏ hẳn, hay làm như dưới đây?`,
} as const;

/** `typed`: the words for the units. */
export function sayAskActingRound(act: Acting, typed: string): RichText {
  const of = typed === '' ? '' : ` (${typed})`;
  return say`${b(`${ACTING_WORDS[act].title}${of}: báo cáo nào?`)}`;
}

export function sayAskWho(act: Acting, round: SpokenTask): RichText {
  return join([
    say`${b(ACTING_WORDS[act].askWho)}`,
    say`${sayReport(round.obligation, round.period)}, hạn ${sayDeadline(round.deadline)}.`,
    say`Gõ mã hoặc tên, cách nhau bằng dấu phẩy (HBG, Cẩm Giàng); “các huyện”, “tất cả” cũng được.`,
  ]);
}

export function sayAskUntil(units: readonly string[]): RichText {
  return say`${b('Gia hạn đến khi nào?')}${ofUnits(units)}\nVí dụ: hết 20/11, thứ Sáu, thêm 2 ngày làm việc`;
}

/** " Cho: Sở Y tế, Sở Tài chính." where they are few; more of them are counted. */
function ofUnits(units: readonly string[]): string {
  if (units.length === 0) return '';
  return ` Cho: ${units.length > ASKED_FOR ? `${units.length} đơn vị` : units.join(', ')}.`;
}

const ASKED_FOR = 8;

export function sayAskReason(act: Acting, units: readonly string[]): RichText {
  return say`${b(ACTING_WORDS[act].askReason)}${ofUnits(units)}\nLý do được báo cho đơn vị và ghi vào nhật ký. Ví dụ: ${ACTING_WORDS[act].example}`;
}

export function sayNoDay(typed: string): RichText {
  return say`Chưa rõ ${quote(typed)} là ngày nào. Xin gõ ngày, ví dụ: 20/11`;
}

export function sayNotLater(current: Day): RichText {
  return say`Hạn hiện nay là ${sayUntil(current)}; hạn mới phải muộn hơn.`;
}

export function sayNotInRound(units: readonly string[]): RichText {
  return say`Không phải nộp báo cáo này: ${units.join(', ')}. Xin chọn đơn vị khác.`;
}

export interface ActingPreview {
  act: Acting;
  /** A task of the round with the deadline that is everybody's. */
  round: SpokenTask;
  /** Short names of the units for which something changes. */
  names: readonly string[];
  /** Of them, those whose late report becomes on time. */
  onTimeNow: readonly string[];
  /** Short names of the units for which nothing changes, by why. */
  unchanged: Readonly<Partial<Record<Unchanged, readonly string[]>>>;
  until: Day | null;
  isDayOff: boolean;
  /** Deadlines of these units before, where they differ from everybody's. */
  former: readonly { name: string; lastGoodDay: Day }[];
  reason: string;
  people: number;
  /** Of the units, those without anybody who can be told. */
  alone: number;
}

const UNCHANGED = {
  onTime: 'đã nộp đúng hạn',
  received: 'đã nộp',
  waived: 'đang được miễn',
  owed: 'không được miễn',
  later: 'đã có hạn bằng hoặc muộn hơn',
  stillLate: 'nộp sau cả hạn mới',
} as const;
export type Unchanged = keyof typeof UNCHANGED;

/** As many names as fit beside the rest into one message of a text-only app. */
const NAMES_SHOWN = 40;

/** What would change for whom, before anything does. */
export function sayActingPreview(view: ActingPreview): RichText {
  const { act, round, names, until } = view;
  return join(
    [
      say`${b(`${ACTING_WORDS[act].title}: ${sayReport(round.obligation, round.period)}`)}`,
      join([
        say`• Hạn ${act === 'extend' ? 'cũ' : 'nộp'}: ${sayDeadline(round.deadline)}`,
        view.former.length === 0
          ? []
          : say`• Riêng: ${view.former.map((one) => `${one.name} ${sayUntil(one.lastGoodDay)}`).join('; ')}`,
        until === null ? [] : say`• Hạn mới: ${b(sayUntil(until))}`,
        until !== null && view.isDayOff
          ? say`⚠️ Hạn mới rơi vào ngày nghỉ (${sayWeekday(until)}): hôm ấy bot không nhắc.`
          : [],
        names.length === 0 ? [] : say`• ${ACTING_WORDS[act].list} (${names.length}): ${sayNames(names)}`,
        view.onTimeNow.length === 0
          ? []
          : say`• Từ nộp muộn thành ${b('đúng hạn')} (${view.onTimeNow.length}): ${sayNames(view.onTimeNow)}`,
        sayUnchanged(view.unchanged),
        say`• Lý do: ${view.reason}`,
        sayWhoIsTold(view),
      ]),
    ],
    '\n\n',
  );
}

function sayWhoIsTold({ people, alone }: ActingPreview): RichText {
  const rest = alone === 0 ? '' : `; ${alone} đơn vị chưa có ai trên bot, phải báo cách khác`;
  return say`• Báo cho: ${people} người${rest}`;
}

/** Why nothing would change for any of the units. */
export function sayNothingChanges(act: Acting, unchanged: ActingPreview['unchanged']): RichText {
  return join([say`${ACTING_WORDS[act].none}`, sayUnchanged(unchanged)]);
}

function sayUnchanged(unchanged: ActingPreview['unchanged']): RichText {
  const parts = (Object.keys(UNCHANGED) as Unchanged[]).flatMap((why) => {
    const names = unchanged[why] ?? [];
    if (names.length === 0) return [];
    return [`${names.length > ASKED_FOR ? `${names.length} đơn vị` : names.join(', ')} ${UNCHANGED[why]}`];
  });
  return parts.length === 0 ? [] : say`• Không đổi: ${parts.join('; ')}`;
}

/** Somebody else decided about one of them while this was looked at. */
export function sayDecidedMeanwhile(name: string, unit: string, at: number, zone: string): RichText {
  return say`Chưa làm gì: ${name} vừa quyết định về ${unit} lúc ${sayMoment(at, zone)}. Tình hình mới:`;
}

/** What was done; `left`: how many changed meanwhile and were left alone. */
export function sayActed(act: Acting, views: readonly SpokenTask[], told: Told, left: number): RichText {
  const [first] = views;
  if (first === undefined) throw new Error('a decision about nothing');
  const until = act === 'extend' ? ` ${sayUntil(first.deadline.lastGoodDay)}` : '';
  const names = sayNames(views.map(({ unit }) => unit.shortName));
  return join([
    say`✅ ${b(`${ACTING_WORDS[act].done} ${views.length} đơn vị${until}`)}: ${names}.`,
    say`${sayReport(first.obligation, first.period)}. ${sayTold(told)}; lịch nhắc theo quyết định này.`,
    left === 0 ? [] : say`${left} đơn vị khác vừa có thay đổi nên giữ nguyên.`,
  ]);
}

function sayNames(names: readonly string[]): string {
  const more = names.length > NAMES_SHOWN ? ` và còn ${names.length - NAMES_SHOWN} đơn vị` : '';
  return `${names.slice(0, NAMES_SHOWN).join(', ')}${more}`;
}
