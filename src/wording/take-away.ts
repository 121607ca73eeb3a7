import type { Role } from '../domain/access.ts';
import { sayRole } from './access.ts';
import type { Choice, Outgoing } from './message.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import { sayMoment } from './when.ts';

/** Words of ending a role, dropping somebody's app, and taking an invitation back. */
export const TAKE_AWAY = {
  what: 'việc kết thúc vai trò hoặc gỡ ứng dụng chưa xong',
  reasons: ['Chuyển công tác', 'Nghỉ việc', 'Nhầm người'],
  askReason: say`Lý do là gì? Lý do được ghi vào nhật ký và báo cho người đó. Chọn, hoặc gõ lý do khác:`,
  yesRole: 'Kết thúc vai trò',
  yesApp: 'Gỡ ứng dụng',
  no: 'Giữ nguyên',
  kept: say`Đã giữ nguyên, chưa thay đổi gì.`,
  noRoles: say`Ở đây chưa có ai để kết thúc vai trò.`,
  noApps: say`Ở đây không ai dùng từ hai ứng dụng trở lên, nên không có gì để gỡ.`,
  whoseUnit: (sub: string): RichText => say`Của đơn vị nào? Gõ /donvi ${sub} và mã đơn vị, ví dụ: /donvi ${sub} HBG`,
} as const;

/** The role or the app in question, as it stands in a sentence. */
export function sayHeldRole(name: string, role: { role: Role; unit: string | null }): string {
  return `${name}, ${sayRole(role)}`;
}

export function sayHeldApp(name: string, app: string): string {
  return `${app} của ${name}`;
}

export function sayWhichToEnd(place: string, choices: readonly Choice[]): Outgoing {
  return {
    text: say`${b('Kết thúc vai trò của ai?')} (${place})`,
    choices: choices.map((choice) => [choice]),
    answer: 'pick',
  };
}

export function sayWhichToDrop(place: string, choices: readonly Choice[]): Outgoing {
  return {
    text: say`${b('Gỡ ứng dụng nào?')} (${place})`,
    choices: choices.map((choice) => [choice]),
    answer: 'pick',
  };
}

/** What ending means, before it is done. `alone`: nobody could report for the unit any more. */
export function sayAskEnd(facts: { what: string; reason: string; invitations: number; alone: boolean }): RichText {
  return join(
    [
      say`Kết thúc vai trò: ${b(facts.what)}. Lý do: ${facts.reason}`,
      join([
        say`Người này được báo lý do và không còn quyền đó; báo cáo đã nộp vẫn thuộc về đơn vị.`,
        facts.invitations === 0 ? [] : say`Thu hồi kèm ${facts.invitations} mã mời người này đã cấp.`,
        facts.alone ? say`⚠️ Đơn vị sẽ không còn ai nộp báo cáo được. Xin mời người khác: /moi và mã đơn vị.` : [],
      ]),
    ],
    '\n\n',
  );
}

export function sayAskDrop(facts: { what: string; reason: string }): RichText {
  return say`Gỡ ${b(facts.what)}? Lý do: ${facts.reason}\nNgười này được báo; các ứng dụng khác của họ vẫn dùng được.`;
}

export function sayEnded(what: string, revoked: number): RichText {
  return say`Đã kết thúc vai trò: ${what}.${revoked === 0 ? '' : ` Đã thu hồi ${revoked} mã mời.`} Mời người khác: /moi và mã đơn vị.`;
}

export function sayDropped(what: string): RichText {
  return say`Đã gỡ ${what}.`;
}

export interface InvitationListed {
  id: number;
  role: Role;
  unit: string | null;
  usesLeft: number;
  expiresAt: number;
  /** Null = the operator. */
  by: string | null;
}

const SHOWN = 12;

/** Open invitations in chat, each with the choice to take it back. */
export function sayInvitations(open: readonly InvitationListed[], zone: string): Outgoing {
  if (open.length === 0) return { text: say`Không có mã mời nào đang mở.` };
  const shown = open.slice(0, SHOWN);
  return {
    text: join([
      say`${b(`${open.length} mã mời đang mở`)}`,
      ...shown.map(
        ({ id, role, unit, usesLeft, expiresAt, by }) =>
          say`• Số ${String(id)}: ${sayRole({ role, unit })}; còn ${usesLeft} lượt, đến ${sayMoment(expiresAt, zone)}; người cấp: ${by ?? 'người vận hành'}`,
      ),
      open.length > SHOWN ? say`… còn ${open.length - SHOWN} mã.` : [],
      say`Thu hồi: gõ /moi thuhoi và số của mã.`,
    ]),
    choices: shown.map(({ id }) => [{ label: `Thu hồi số ${id}`, value: `/moi thuhoi ${id}` }]),
    answer: 'pick',
  };
}

export const REVOKE = {
  what: 'việc thu hồi mã mời chưa xong',
  ask: (id: number, role: string): RichText =>
    say`Thu hồi mã mời số ${String(id)} (${role})? Mã đó không dùng được nữa.`,
  yes: 'Thu hồi',
  no: 'Giữ lại',
  kept: say`Đã giữ lại, mã vẫn dùng được.`,
  done: (id: number, role: string): RichText => say`Đã thu hồi mã mời số ${String(id)} (${role}).`,
  which: say`Thu hồi mã nào? Gõ /moi danhsach để xem số của từng mã.`,
} as const;
