import type { UnitKind } from '../domain/unit.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';

export const UNIT_KIND_NAMES: Readonly<Record<UnitKind, string>> = {
  department: 'Các sở, ban, ngành',
  district: 'UBND huyện, thị xã, thành phố',
  commune: 'UBND xã, phường',
  press: 'Báo, đài',
  mass_organisation: 'Các đoàn thể',
  front: 'Mặt trận Tổ quốc',
};

/** A broadcast as its recipients read it. */
export function sayNotice(issuer: string, author: string, text: string): RichText {
  return join([say`📢 ${b(`Thông báo của ${issuer}`)}`, say`${text}`, say`Người gửi: ${author}`], '\n\n');
}

export function sayNoNotice(): RichText {
  return say`Chưa có thông báo nào được gửi.`;
}

export function sayAskAudience(): RichText {
  return say`${b('Gửi thông báo cho ai?')}`;
}

export function sayAskText(limit: number): RichText {
  return say`Gõ nội dung thông báo (tối đa ${limit} ký tự). Gõ /huy để bỏ.`;
}

export interface NoticePreview {
  text: string;
  people: number;
  /** How many of them no message gets to at present. */
  shutOut: number;
  units: number;
  withoutPeople: readonly string[];
}

/** Beside a long text so few names fit that it all stays one message. */
const LONG_TEXT = 900;
const NAMES_BESIDE_LONG_TEXT = 8;

export function sayNoticePreview({ text, people, shutOut, units, withoutPeople }: NoticePreview): RichText {
  const shown = text.length > LONG_TEXT ? withoutPeople.slice(0, NAMES_BESIDE_LONG_TEXT) : withoutPeople;
  const more = withoutPeople.length - shown.length;
  const names = `${shown.join(', ')}${more === 0 ? '' : ` và ${more} đơn vị khác (xem /donvi)`}`;
  return join(
    [
      say`${b('Xem lại thông báo')}`,
      say`${text}`,
      say`Gửi tới ${b(`${people} người`)} của ${units - withoutPeople.length} đơn vị${shutOut === 0 ? '' : `; hiện không gửi tin tới được ${shutOut} người trong số đó`}.`,
      withoutPeople.length === 0
        ? []
        : say`Chưa có đầu mối tham gia, sẽ không nhận được (${withoutPeople.length}): ${names}.`,
    ],
    '\n\n',
  );
}

export function sayNoticeSent(count: number): RichText {
  return say`Đang gửi thông báo tới ${count} người.`;
}

export function sayResent(count: number): RichText {
  return count === 0
    ? say`Không còn ai cần gửi lại thông báo này.`
    : say`Đã đưa thông báo vào hàng gửi lại cho ${count} người.`;
}

export interface NoticeOutcomeView {
  text: string;
  reached: number;
  waiting: number;
  missed: readonly { name: string; unit: string; why: string }[];
}

/** What became of a notice: how many got it, and who did not, by name and reason. */
export function sayNoticeResult({ text, reached, waiting, missed }: NoticeOutcomeView): RichText {
  const head = text.length > 80 ? `${text.slice(0, 77)}…` : text;
  return join(
    [
      join([say`${b('Kết quả gửi thông báo')}`, say`“${head}”`]),
      join([
        say`Đã đến: ${b(String(reached))}; đang gửi: ${b(String(waiting))}; không đến: ${b(String(missed.length))}`,
        ...missed.map((one) => say`• ${one.name}${one.unit === '' ? '' : ` (${one.unit})`}: ${one.why}`),
      ]),
    ],
    '\n\n',
  );
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
