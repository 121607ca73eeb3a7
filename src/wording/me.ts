import type { Role } from '../domain/access.ts';
import { ROLE_NAMES } from './join.ts';
import type { LinkedApp } from './link.ts';
import { sayLinkedApp } from './link.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import { sayMoment } from './when.ts';

export interface Me {
  name: string;
  roles: readonly { role: Role; unit: string | null }[];
  chats: readonly LinkedApp[];
  /** What they chose about their reminders; empty: nothing. */
  reminders: RichText;
  consentVersion: string;
  consentAt: number;
  zone: string;
}

/** All the bot keeps about a person. */
export function sayMe({ name, roles, chats, reminders, consentVersion, consentAt, zone }: Me): RichText {
  return join(
    [
      say`${b('Thông tin bot lưu về anh/chị')}`,
      join([
        say`• Họ tên: ${name}`,
        ...roles.map(({ role, unit }) => say`• Vai trò: ${ROLE_NAMES[role]}${unit === null ? '' : `, ${unit}`}`),
        ...chats.map((chat) => say`• Kênh${chats.length > 1 ? ` ${chat.number}` : ''}: ${sayLinkedApp(chat, zone)}`),
        reminders,
        say`• Đồng ý: bản ${consentVersion}, lúc ${sayMoment(consentAt, zone)}`,
        say`• Báo cáo đã gửi (/lichsu) và tình trạng các tin đã gửi`,
      ]),
      join([
        say`Sửa tên: ${code('/toi ten Nguyễn Văn An')}`,
        say`Thêm ứng dụng khác: ${code('/toi lienket')}; chọn ứng dụng nhận tin trước: ${code('/toi uutien')}`,
        chats.length > 1 ? say`Gỡ một ứng dụng: ${code('/toi bo')}` : [],
        say`Lấy bản sao: ${code('/toi bansao')}; gửi yêu cầu về dữ liệu: ${code('/toi yeucau')}`,
        say`Lưu gì, trong bao lâu: ${code('/toi luutru')}; rút lại đồng ý: ${code('/toi rut')}`,
      ]),
    ],
    '\n\n',
  );
}

export function sayRenamed(name: string): RichText {
  return say`Đã ghi họ tên: ${b(name)}.`;
}

export function sayNameUnusable(): RichText {
  return say`Họ tên cần có ít nhất một chữ cái, nên bot chưa đổi. Ví dụ: /toi ten Nguyễn Văn An`;
}

export function sayAskPreferred(count: number): RichText {
  return count < 2
    ? say`Anh/chị mới dùng một ứng dụng. Gõ /toi lienket để thêm ứng dụng khác.`
    : say`Anh/chị muốn nhận tin trước ở đâu?`;
}

export function sayPreferred(app: string): RichText {
  return say`Tin nhắc sẽ gửi trước ở ${app}. Khi nơi đó không gửi được, bot dùng nơi còn lại.`;
}
