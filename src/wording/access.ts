import type { Role } from '../domain/access.ts';
import type { Instant } from '../domain/calendar.ts';
import { ROLE_NAMES } from './join.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import { sayMoment } from './when.ts';

/** A role as people read it: "cán bộ đầu mối, Ủy ban nhân dân huyện Bình Giang". */
export function sayRole({ role, unit }: { role: Role; unit: string | null }): string {
  return unit === null ? ROLE_NAMES[role] : `${ROLE_NAMES[role]}, ${unit}`;
}

/** To the person whose roles have ended. */
export function sayRolesEnded(roles: readonly { role: Role; unit: string | null }[], reason: string): RichText {
  return join([
    say`Vai trò của anh/chị trên bot đã kết thúc: ${b(roles.map(sayRole).join('; '))}.`,
    say`Lý do: ${reason}`,
    say`Nếu có nhầm lẫn, xin liên hệ cơ quan điều phối. Báo cáo đã nộp vẫn được giữ cho đơn vị.`,
  ]);
}

/** To the coordinators, when the last administrator withdrew. */
export function sayNoAdminLeft(): RichText {
  return say`⚠️ ${b('Bot không còn quản trị viên nào')}: người cuối cùng vừa rút lại đồng ý. Việc điều phối vẫn làm được. Xin báo người vận hành máy chủ cấp quản trị viên mới: ${code('npm run invite -- --role admin')}`;
}

/** One role somebody holds, and the apps through which they can be written to. */
export interface HeldRole {
  person: number;
  name: string;
  role: Role;
  unit: string | null;
  apps: readonly { title: string; works: boolean }[];
}

/** The list of `npm run people`: one role a line, columns divided by tabs, the person's number first. */
export function sayPeople(held: readonly HeldRole[]): string {
  if (held.length === 0) return 'Chưa có ai tham gia.';
  return held
    .map(({ person, name, role, unit, apps }) => {
      const reached = apps.map(({ title, works }) => (works ? title : `${title}: không gửi tới được`)).join(', ');
      return `${person}\t${name}\t${ROLE_NAMES[role]}\t${unit ?? '-'}\t${reached || 'chưa có kênh'}`;
    })
    .join('\n');
}

/** An invitation that still lets somebody in. */
export interface OpenInvitation {
  id: number;
  role: Role;
  unit: string | null;
  usesLeft: number;
  expiresAt: Instant;
  /** Name of who gave it out; null = the operator. */
  by: string | null;
}

export function sayOpenInvitations(open: readonly OpenInvitation[], zone: string): string {
  if (open.length === 0) return 'Không có mã mời nào đang mở.';
  return open
    .map(
      ({ id, role, unit, usesLeft, expiresAt, by }) =>
        `${id}\t${sayRole({ role, unit })}\tcòn ${usesLeft} lượt\thết hạn ${sayMoment(expiresAt, zone)}\tngười cấp: ${by ?? 'người vận hành'}`,
    )
    .join('\n');
}
