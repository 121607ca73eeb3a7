import type { Role } from '../domain/access.ts';
import type { PlanDocument } from '../domain/obligation.ts';
import { ROLE_NAMES } from './join.ts';
import type { Outgoing } from './message.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';

export type Behind = Pick<PlanDocument, 'recipient' | 'contact'>;

/** Who is behind this, in one line: below help, below refusals, and where the bot does not understand twice. */
export function sayContact(behind: Behind): RichText {
  return say`Cần hỏi thêm, xin liên hệ ${sayWho(behind)}.`;
}

function sayWho({ recipient, contact }: Behind): string {
  if (contact === null) return `${recipient} ${NO_PHONE}`;
  const { office, name, phone } = contact;
  return [name, office, phone === null ? null : `điện thoại ${phone}`]
    .filter((part) => part !== null)
    .join(', ')
    .concat(phone === null ? ` ${NO_PHONE}` : '');
}

const NO_PHONE = '(chưa có số điện thoại)';

/** "Cho gặp người": who it is, how to reach them, and how to leave word. */
export function sayWhomToMeet(behind: Behind, isMember: boolean, liaisons: readonly string[]): RichText {
  return join([
    liaisons.length === 0 ? [] : say`${b('Đầu mối của đơn vị')}: ${liaisons.join('; ')}.`,
    say`${b('Người phụ trách')}: ${sayWho(behind)}.`,
    isMember ? say`Muốn để lại câu hỏi, gõ ${code('/vuongmac nội dung')}; cán bộ điều phối trả lời ngay tại đây.` : [],
  ]);
}

/** The same of a coordinator, who is that office: where people of the units stand, and what units are told. */
export function sayWhoOfUnits(behind: Behind): RichText {
  return join([
    say`Người của một đơn vị: /donvi và tên đơn vị, ví dụ ${code('/donvi Kim Thành')}. Cán bộ cấp tỉnh: ${code('/donvi captinh')}. Bot không lưu số điện thoại của đầu mối.`,
    say`Đơn vị hỏi thì bot đang chỉ tới: ${sayWho(behind)}.`,
  ]);
}

const ROLES_SHOWN = 3;

/** "Nhầm người rồi": what the bot takes the person for, and the ways out. */
export function sayWrongPerson(roles: readonly { role: Role; unit: string | null }[], behind: Behind): Outgoing {
  if (roles.length === 0)
    return { text: say`Nếu tin này tới nhầm, xin bỏ qua: bot không lưu gì về anh/chị. ${sayContact(behind)}` };
  const held = roles
    .slice(0, ROLES_SHOWN)
    .map(({ role, unit }) => `${ROLE_NAMES[role]}${unit === null ? '' : ` của ${unit}`}`);
  return {
    text: join([
      say`Bot đang ghi anh/chị là ${held.join('; ')}. Nếu không còn phụ trách, xin báo cơ quan điều phối để đổi người; báo cáo đã nộp vẫn thuộc về đơn vị.`,
      sayContact(behind),
    ]),
    choices: [
      ...(roles.some(({ unit }) => unit !== null) ? [[{ label: TELL, value: '/vuongmac nhamnguoi' }]] : []),
      [{ label: WITHDRAW, value: '/toi rut' }],
    ],
    answer: 'pick',
  };
}

const TELL = 'Báo cơ quan điều phối';
const WITHDRAW = 'Thôi dùng bot';
