import type { Role } from '../domain/access.ts';
import type { PlanDocument } from '../domain/obligation.ts';
import { ROLE_NAMES } from './join.ts';
import type { Outgoing } from './message.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';

type Behind = Pick<PlanDocument, 'recipient' | 'contact'>;

/** Who is behind this, in one line: below help, below refusals, and where the bot does not understand twice. */
export function sayContact(behind: Behind): RichText {
  return say`Cần người giải đáp: ${sayWho(behind)}.`;
}

function sayWho({ recipient, contact }: Behind): string {
  if (contact === null) return recipient;
  const { office, name, phone } = contact;
  return [name, office, phone === null ? null : `điện thoại ${phone}`].filter((part) => part !== null).join(', ');
}

/** "Cho gặp người": who it is and how to reach them. */
export function sayWhomToMeet(behind: Behind): RichText {
  return say`${b('Người phụ trách')}: ${sayWho(behind)}.`;
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
    choices: [[{ label: WITHDRAW, value: '/toi rut' }]],
    answer: 'pick',
  };
}

const WITHDRAW = 'Thôi dùng bot';
