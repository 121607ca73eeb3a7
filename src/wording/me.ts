import type { Role } from '../domain/access.ts';
import { ROLE_NAMES } from './join.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import { sayMoment } from './when.ts';

export const CHANNEL_TITLES: Readonly<Record<string, string>> = {
  telegram: 'Telegram',
  zalo: 'Zalo',
  web: 'phòng diễn tập',
};

export interface Me {
  name: string;
  roles: readonly { role: Role; unit: string | null }[];
  chats: readonly { channel: string; works: boolean }[];
  consentVersion: string;
  consentAt: number;
  zone: string;
}

/** All the bot keeps about a person. */
export function sayMe({ name, roles, chats, consentVersion, consentAt, zone }: Me): RichText {
  return join(
    [
      say`${b('Bot lưu về anh/chị')}`,
      join([
        say`• Họ tên: ${name}`,
        ...roles.map(({ role, unit }) => say`• Vai trò: ${ROLE_NAMES[role]}${unit === null ? '' : `, ${unit}`}`),
        ...chats.map(
          ({ channel, works }) =>
            say`• Kênh: ${CHANNEL_TITLES[channel] ?? channel}${works ? '' : ' (không gửi tới được)'}`,
        ),
        say`• Đồng ý: bản ${consentVersion}, lúc ${sayMoment(consentAt, zone)}`,
        say`• Báo cáo đã gửi (/lichsu) và tình trạng các tin đã gửi`,
      ]),
      join([say`Sửa tên: ${code('/toi ten Nguyễn Văn An')}`, say`Rút lại đồng ý: ${code('/toi rut')}`]),
    ],
    '\n\n',
  );
}

export function sayRenamed(name: string): RichText {
  return say`Đã ghi họ tên: ${b(name)}.`;
}
