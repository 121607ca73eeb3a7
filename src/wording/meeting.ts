import type { Unit } from '../domain/unit.ts';
import type { Responsible } from './consent.ts';
import { sayDataNotice } from './consent.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import { quote } from './submit.ts';
import { sayMoment } from './when.ts';

export const MEETING_WORDS = {
  whatJoining: 'việc chọn đơn vị',
  whatConfirming: 'việc xác nhận người dự họp',
  yes: 'Đồng ý',
  no: 'Không đồng ý',
  again: 'Chọn lại đơn vị',
  later: 'Để sau',
  refresh: 'Xem lại danh sách',
  confirm: (people: number) => (people === 1 ? 'Xác nhận người này' : `Xác nhận cả ${people} người`),
  put: say`Để đó, chưa xác nhận ai. Gõ /cuochop để xem lại.`,
  struck: say`Cơ quan điều phối chưa xác nhận anh/chị vào đơn vị đã chọn, nên anh/chị chưa được tham gia và bot không lưu họ tên. Nếu nhầm, xin báo cán bộ điều phối tại cuộc họp rồi nhập lại mã.`,
  nobodyYet: say`Chưa có ai chờ xác nhận.`,
  closed: say`Đã đóng mã cuộc họp. Người đang chờ vẫn xác nhận được: gõ /cuochop.`,
  notOpen: say`Không có mã cuộc họp nào đang mở.`,
  wrongHours: say`Mã cuộc họp dùng được từ 1 đến 24 giờ, ví dụ: ${code('/cuochop mo 3')}`,
  noSuchNumbers: (numbers: readonly number[]): RichText =>
    say`Không có ai mang số ${numbers.join(', ')} trong danh sách vừa xem.`,
} as const;

export interface MeetingLink {
  app: string;
  name: string | null;
  link: string | null;
}

/** A meeting's code as it is read out and shown on the wall. */
export function sayMeeting(facts: {
  code: string;
  until: number;
  zone: string;
  botLinks: readonly MeetingLink[];
}): RichText {
  const { until, zone, botLinks } = facts;
  return join(
    [
      join([
        say`${b('Mã cuộc họp')}: ${code(facts.code)}`,
        say`Một mã cho mọi người dự họp, dùng được đến ${sayMoment(until, zone)}. Vào bằng mã này chỉ là chờ: anh/chị xác nhận rồi người đó mới thấy việc của đơn vị.`,
      ]),
      join([
        say`${b('Mời từng người:')}`,
        ...botLinks.map(({ app, name, link }) =>
          link === null
            ? say`• ${app}: tìm “${name ?? ''}” rồi gửi ${code(facts.code)}`
            : say`• ${app}: quét mã QR hoặc mở ${link}`,
        ),
        botLinks.length === 0 ? say`• Mở bot báo cáo rồi gửi ${code(facts.code)}` : [],
        say`• Đọc, chọn Đồng ý, rồi gõ tên đơn vị mình.`,
      ]),
    ],
    '\n\n',
  );
}

export const MEETING_HINT = say`Gõ /cuochop để xem ai đã vào và xác nhận tất cả; ${code('/cuochop dong')} để đóng mã.`;

/** What is stored and why, before anything is. */
export function sayMeetingConsent(name: string, responsible: Responsible): RichText {
  return join(
    [
      say`Mã cuộc họp hợp lệ. Anh/chị sẽ là ${b('cán bộ đầu mối')} của đơn vị mình chọn, sau khi cơ quan điều phối xác nhận.`,
      join([say`${b('Trước khi tham gia, xin đọc:')}`, sayDataNotice(name, responsible)]),
      say`Anh/chị có đồng ý không?`,
    ],
    '\n\n',
  );
}

/** Which unit: by its name, as people say it. */
export function sayAskOwnUnit(current: string | null): RichText {
  const now =
    current === null ? '' : say`Đang chọn: ${b(current)}. Đúng rồi thì không phải làm gì thêm; nhầm thì gõ lại. `;
  return say`${now}Anh/chị ở đơn vị nào? Xin gõ tên đơn vị, có dấu hay không dấu đều được, ví dụ: ${code('xã An Bình')} hoặc ${code('so tai chinh')}.`;
}

/** Several units fit; `more` beside those shown. */
export function sayWhichOwnUnit(typed: string, count: number, more: number, near: boolean): RichText {
  const rest = more === 0 ? '' : say` Còn ${more} đơn vị nữa; chưa thấy thì gõ tên rõ hơn.`;
  return near
    ? say`Không có đơn vị nào tên ${quote(typed)}. Có phải đơn vị dưới đây không? Không phải thì gõ lại tên.`
    : say`Có ${count} đơn vị khớp với ${quote(typed)}. Anh/chị ở đơn vị nào?${rest}`;
}

export function sayNoOwnUnit(typed: string): RichText {
  return say`Chưa thấy đơn vị nào tên ${quote(typed)} trong danh sách phải báo cáo. Xin gõ lại tên, ví dụ: ${code('xã An Bình')}. Nếu đơn vị mình không có trong danh sách, xin báo cán bộ điều phối.`;
}

export function sayWaiting(name: string, unit: string): RichText {
  return join([
    say`Đã ghi: ${b(name)}, ${b(unit)}.`,
    say`Xin chờ cơ quan điều phối xác nhận; bot sẽ báo. Nhầm đơn vị thì gõ /batdau để chọn lại.`,
  ]);
}

export function sayInAlready(unit: string): RichText {
  return say`Anh/chị đã là cán bộ đầu mối của ${b(unit)}, không phải làm gì thêm. Gõ /nhiemvu để xem báo cáo phải nộp.`;
}

export interface WaitingLine {
  number: number;
  name: string;
  unit: Pick<Unit, 'code' | 'shortName'>;
  /** Who is the unit's liaison already. */
  holders: readonly string[];
}

/** Everybody who waits, and first what deserves a look: two for one unit, a unit that has somebody. */
export function sayGuests(lines: readonly WaitingLine[], choosing: number): RichText {
  const numbered = ({ number, name }: WaitingLine): string => `#${number} ${name}`;
  const shared = [...new Set(lines.map(({ unit }) => unit.code))]
    .map((unit) => lines.filter((line) => line.unit.code === unit))
    .filter((same) => same.length > 1);
  const taken = lines.filter(({ holders }) => holders.length > 0);
  const looks = [
    ...shared.map(
      (same) => say`• ${same[0]?.unit.shortName ?? ''}: ${same.length} người (${same.map(numbered).join('; ')})`,
    ),
    ...taken.map(
      (line) => say`• ${line.unit.shortName}: ${numbered(line)}; đơn vị đã có đầu mối ${line.holders.join(', ')}`,
    ),
  ];
  return join(
    [
      say`${b(`${lines.length} người chờ xác nhận`)}${choosing === 0 ? '' : `; ${choosing} người khác đang chọn đơn vị`}`,
      looks.length === 0 ? [] : join([say`⚠️ Xin xem kỹ:`, ...looks]),
      join(lines.map((line) => say`${numbered(line)} – ${line.unit.shortName}`)),
      say`Có người lạ hoặc nhầm đơn vị thì gạch trước, ví dụ gõ: ${code(`bỏ ${lines[0]?.number ?? 1}`)} hoặc ${code('bỏ 3, 7')}.`,
    ],
    '\n\n',
  );
}

export function sayNoGuests(choosing: number): RichText {
  return choosing === 0 ? MEETING_WORDS.nobodyYet : say`Chưa có ai chờ xác nhận; ${choosing} người đang chọn đơn vị.`;
}

export function sayStruck(names: readonly string[]): RichText {
  return say`Đã gạch: ${names.join(', ')}. Bot đã báo cho họ.`;
}

const SHOWN = 10;

/** What a confirmation did, and which units have nobody yet. */
export function sayConfirmed(facts: { confirmed: number; later: number; alone: readonly string[] }): RichText {
  const { confirmed, later, alone } = facts;
  const more = alone.length > SHOWN ? `, còn ${alone.length - SHOWN} đơn vị` : '';
  return join([
    confirmed === 0
      ? say`Không còn ai để xác nhận: danh sách vừa xem đã được xác nhận hoặc thay đổi.`
      : say`✅ Đã xác nhận ${b(`${confirmed} người`)}; bot đang báo cho từng người.`,
    later === 0 ? [] : say`${later} người chọn hoặc đổi đơn vị sau khi anh/chị xem: gõ /cuochop để xem.`,
    alone.length === 0
      ? say`Mọi đơn vị đều đã có đầu mối.`
      : say`${b(`${alone.length} đơn vị`)} chưa có đầu mối: ${alone.slice(0, SHOWN).join(', ')}${more}.`,
  ]);
}
