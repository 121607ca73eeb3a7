import type { Role } from '../domain/access.ts';
import type { Responsible } from './consent.ts';
import { sayDataNotice } from './consent.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  admin: 'quản trị viên',
  coordinator: 'cán bộ điều phối',
  leader: 'lãnh đạo đơn vị',
  liaison: 'cán bộ đầu mối',
  staff: 'chuyên viên',
};

/** What somebody who has not joined reads first, and only that today. `contact`: whom to ask. */
export function sayGreeting(contact: RichText): RichText {
  return join(
    [
      say`Xin chào. Đây là bot nhắc hạn và nhận báo cáo của tỉnh.`,
      say`Để tham gia, anh/chị gõ ${code('/batdau MÃ')} với mã mời do cơ quan điều phối hoặc đơn vị mình cấp.`,
      join([
        say`Chưa có mã, hoặc mới nhận bàn giao: hỏi người phụ trách báo cáo trước đây của đơn vị. ${contact}`,
        say`Hôm nay bot không trả lời thêm cho người chưa tham gia; mã mời gửi lúc nào cũng được nhận.`,
      ]),
      say`Chỉ sau khi anh/chị đồng ý, bot mới lưu họ tên, vai trò, đơn vị và báo cáo gửi qua đây, để nhắc hạn và tổng hợp báo cáo.`,
    ],
    '\n\n',
  );
}

/** After the last answer to a wrong code today. */
export function sayNoMoreRefusals(): RichText {
  return say`Hôm nay bot không trả lời thêm mã sai; mã đúng vẫn được nhận. Xin hỏi lại mã ở người đã cấp.`;
}

export interface Invited {
  name: string;
  role: Role;
  unit: string | null;
}

/** What is stored and why, before anything is (Law 91/2025/QH15). */
export function sayAskConsent({ name, role, unit }: Invited, responsible: Responsible): RichText {
  return join(
    [
      say`Mã mời hợp lệ: ${b(ROLE_NAMES[role])}${unit === null ? '' : say`, ${b(unit)}`}.`,
      join([say`${b('Trước khi tham gia, xin đọc:')}`, sayDataNotice(name, responsible)]),
      say`Anh/chị có đồng ý không?`,
    ],
    '\n\n',
  );
}

/** The bot serves as many people as it may: the same code opens another one. */
export function sayBotFull(otherBot: string | null, invitation: string): RichText {
  return say`Bot này đã đủ người. Xin tìm “${otherBot ?? ''}” và gửi ${code(`/batdau ${invitation}`)} ở đó; mã mời vẫn còn nguyên.`;
}

export function sayDeclined(): RichText {
  return say`Anh/chị chưa tham gia, bot không lưu họ tên của anh/chị. Khi cần, gõ lại /batdau kèm mã mời.`;
}

export interface Welcome extends Invited {
  outstanding: number;
}

export function sayWelcome({ name, role, unit, outstanding }: Welcome): RichText {
  const tasks =
    unit === null
      ? say`Gõ /tonghop để xem tình hình kỳ này, /trogiup để xem các lệnh.`
      : outstanding === 0
        ? say`Đơn vị hiện không còn báo cáo nào phải nộp. Gõ /trogiup để xem các lệnh.`
        : say`Đơn vị đang có ${b(String(outstanding))} báo cáo phải nộp: gõ /nhiemvu. Gõ /trogiup để xem các lệnh.`;
  const where = unit === null ? say`` : say`, ${b(unit)}`;
  return join([
    say`Cảm ơn anh/chị ${name}. Anh/chị đã tham gia với vai trò ${b(ROLE_NAMES[role])}${where}.`,
    tasks,
    say`Nếu gửi tin mà không thấy trả lời, xin gửi lại: gửi lại không làm báo cáo bị tính hai lần.`,
  ]);
}

export function sayJoinedAlready(): RichText {
  return say`Anh/chị đã tham gia. Gõ /toi để xem thông tin, /trogiup để xem các lệnh. Có thêm mã mời thì gõ ${code('/batdau MÃ')}.`;
}
