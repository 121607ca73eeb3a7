import type { Instant } from '../domain/calendar.ts';
import type { Outgoing } from './message.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import { sayMoment } from './when.ts';

/** The way in to the board. */
export function sayBoardOffer(url: string, until: Instant, zone: string): RichText {
  return join(
    [
      say`${b('Bảng theo dõi trên web')}`,
      say`Mở địa chỉ này rồi bấm Vào bảng. Chỉ dùng được một lần, đến ${sayMoment(until, zone)}, dành riêng cho anh/chị; xin không chuyển cho người khác.\n${url}`,
      say`Xem các máy đang đăng nhập: /bang phien. Đường dẫn chỉ xem cho lãnh đạo: /bang xem`,
    ],
    '\n\n',
  );
}

/** Where the bot has no public address. */
export function sayNoBoard(): RichText {
  return say`Bot này chưa có địa chỉ web nên chưa mở được bảng theo dõi. Xin đề nghị người vận hành đặt PUBLIC_URL. Trong lúc chờ, gõ /tonghop để xem tình hình.`;
}

/** The browsers in which somebody is signed in, to be ended one by one or all at once. */
export function saySessions(
  sessions: readonly { id: number; begunAt: Instant; expiresAt: Instant }[],
  zone: string,
): Outgoing {
  if (sessions.length === 0) return { text: say`Anh/chị không có máy nào đang đăng nhập bảng theo dõi.` };
  const all = { label: 'Kết thúc tất cả', value: '/bang dong tat ca' };
  return {
    text: join([
      say`${b(`${sessions.length} máy đang đăng nhập bảng theo dõi`)}`,
      ...sessions.map(
        ({ id, begunAt, expiresAt }) =>
          say`• Phiên ${id}: vào lúc ${sayMoment(begunAt, zone)}, tự kết thúc lúc ${sayMoment(expiresAt, zone)}`,
      ),
    ]),
    choices: [
      ...sessions.slice(0, SHOWN).map(({ id }) => [{ label: `Kết thúc phiên ${id}`, value: `/bang dong ${id}` }]),
      ...(sessions.length > 1 ? [[all]] : []),
    ],
    answer: 'pick',
  };
}

const SHOWN = 6;

export function saySessionsEnded(count: number): RichText {
  if (count === 0) return say`Phiên này đã kết thúc từ trước, hoặc không phải của anh/chị. Xem lại: /bang phien`;
  return count === 1 ? say`Đã kết thúc phiên. Máy đó phải đăng nhập lại.` : say`Đã kết thúc ${count} phiên.`;
}

/** Which session is meant was not said. */
export function sayWhichSession(): RichText {
  return say`Kết thúc phiên nào? Gõ /bang phien để xem số, rồi ví dụ: /bang dong 3, hoặc /bang dong tat ca.`;
}

/** The address for whoever only looks: it is shown once, since the bot keeps no readable copy of it. */
export function sayViewOffer(url: string, until: Instant, zone: string): RichText {
  return join(
    [
      say`${b('Đường dẫn chỉ xem')}`,
      say`Dùng đến ${sayMoment(until, zone)}. Ai có địa chỉ này đều xem được tình hình nộp và số liệu của các đơn vị, không thấy tên người, số điện thoại; không sửa được gì.\n${url}`,
      say`Bot không giữ lại địa chỉ, xin chuyển ngay cho người cần xem. Thu hồi: /bang xem`,
    ],
    '\n\n',
  );
}

/** Those that still work. */
export function sayViews(
  views: readonly { id: number; by: string; madeAt: Instant; until: Instant }[],
  zone: string,
): Outgoing {
  return {
    text: join([
      say`${b(`${views.length} đường dẫn chỉ xem đang dùng được`)}`,
      ...views.map(
        ({ id, by, madeAt, until }) =>
          say`• Số ${id}: ${by} tạo lúc ${sayMoment(madeAt, zone)}, dùng đến ${sayMoment(until, zone)}`,
      ),
    ]),
    choices: [
      [{ label: 'Tạo đường dẫn mới', value: '/bang xem moi' }],
      ...views.slice(0, SHOWN).map(({ id }) => [{ label: `Thu hồi số ${id}`, value: `/bang thuhoi ${id}` }]),
    ],
    answer: 'pick',
  };
}

export function sayViewRevoked(isRevoked: boolean): RichText {
  return isRevoked
    ? say`Đã thu hồi. Người có đường dẫn đó không xem được nữa.`
    : say`Đường dẫn này đã hết hạn hoặc đã được thu hồi từ trước. Xem lại: /bang xem`;
}
