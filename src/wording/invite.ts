import type { Role } from '../domain/access.ts';
import type { Unit } from '../domain/unit.ts';
import { ROLE_NAMES } from './join.ts';
import type { Choice, Outgoing } from './message.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import { sayMoment } from './when.ts';

export interface InvitationView {
  code: string;
  role: Role;
  unit: string | null;
  uses: number;
  expiresAt: number;
  botLinks: readonly { app: string; name: string | null; link: string | null }[];
  zone: string;
}

/** The picture after an invitation. */
export const INVITATION_QR = {
  name: 'ma-moi-qr.png',
  say: (app: string, invitation: string): RichText =>
    say`Mã QR: quét bằng máy ảnh điện thoại để mở bot trên ${app} với mã mời ${invitation}.`,
} as const;

/** Which bot to open in which app. */
function sayBotLink({ app, name, link }: { app: string; name: string | null; link: string | null }): RichText {
  if (link !== null) return say`${app}: mở ${link}`;
  return name === null ? [] : say`${app}: tìm “${name}” rồi gửi dòng trên`;
}

/** A code as it is passed on: what it gives, how to use it, until when. */
export function sayInvitation(invitation: InvitationView): RichText {
  const { role, unit, uses, expiresAt, botLinks, zone } = invitation;
  return join(
    [
      say`${b('Mã mời')} ${ROLE_NAMES[role]}${unit === null ? '' : `, ${unit}`}`,
      say`${code(`/batdau ${invitation.code}`)}`,
      join([
        say`Dùng được ${uses} lần, đến ${sayMoment(expiresAt, zone)}. Xin chuyển riêng cho đúng người.`,
        ...botLinks.map(sayBotLink),
      ]),
    ],
    '\n\n',
  );
}

/** A unit has codes that nobody used yet: the one more is told of. */
export function sayOpenAlready(open: number, unit: string): RichText {
  return say`${unit} còn ${open} mã mời cùng vai trò chưa dùng: /moi danhsach để xem, thu hồi.`;
}

/** Named, and left for another message. */
export function sayNotInvited(units: readonly string[]): RichText {
  return say`Mỗi lần bot tạo sáu mã; chưa tạo cho: ${units.join(', ')}. Mời đông: /moi cuochop.`;
}

/** More buttons than this are not looked through: so many newcomers are met together. */
const MOST_UNITS = 6;

/** "/moi" alone: whom a coordinator most likely means, units that nobody reports for first. */
export function sayInviteMenu(without: readonly Pick<Unit, 'code' | 'shortName'>[]): Outgoing {
  const rest = without.length - MOST_UNITS;
  const units = without.slice(0, MOST_UNITS).map(({ code: unit, shortName }) => [choice(shortName, unit)]);
  const meeting = [choice('Cả cuộc họp, một mã chung', 'cuochop')];
  return {
    text: join(
      [
        say`Mời ai? Gõ ${code('/moi')} kèm tên đơn vị, ví dụ ${code('/moi Bình Giang')} (đầu mối), ${code('/moi lãnh đạo Bình Giang')}, ${code('/moi chuyên viên Bình Giang')}.`,
        without.length === 0
          ? say`Đơn vị nào cũng đã có người nộp được báo cáo.`
          : say`Chưa có đầu mối: ${without.length} đơn vị${rest > 0 ? `, ${rest} ngoài các nút` : ''}.`,
      ],
      '\n\n',
    ),
    choices: [
      ...(rest > 0 ? [meeting, ...units] : [...units, meeting]),
      [choice('Cán bộ điều phối', 'dieuphoi')],
      [choice('Mã mời đang mở', 'danhsach')],
    ],
    answer: 'pick',
  };
}

function choice(label: string, args: string): Choice {
  return { label, value: `/moi ${args}` };
}

export function sayAskUnitForStaff(units: readonly string[]): RichText {
  return say`Mời chuyên viên cho đơn vị nào? Gõ một trong: ${units.map((unit) => `/moi ${unit}`).join(', ')}`;
}
