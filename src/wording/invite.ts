import type { Role } from '../domain/access.ts';
import { ROLE_NAMES } from './join.ts';
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

export function sayAskUnitForStaff(units: readonly string[]): RichText {
  return say`Mời chuyên viên cho đơn vị nào? Gõ một trong: ${units.map((unit) => `/moi ${unit}`).join(', ')}`;
}
