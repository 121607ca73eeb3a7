import type { Day } from '../domain/calendar.ts';
import type { Outgoing } from './message.ts';
import { b, join, say } from './rich-text.ts';
import { sayDay } from './when.ts';

const SHOWN = 8;

/** To coordinators: a unit has ended and people still have a role in it. */
export function sayEndedUnit(facts: {
  name: string;
  code: string;
  endedOn: Day;
  names: readonly string[];
  successors: readonly { code: string; shortName: string }[];
}): Outgoing {
  const { name, code, endedOn, names, successors } = facts;
  const more = names.length > SHOWN ? `, còn ${names.length - SHOWN} người` : '';
  return {
    text: join([
      say`${b(`${name} đã kết thúc hoạt động`)} (hết ${sayDay(endedOn)})`,
      say`Còn giữ vai trò ở đơn vị này: ${names.slice(0, SHOWN).join(', ')}${more}.`,
      successors.length === 0 ? [] : say`Đơn vị kế tục: ${successors.map((one) => one.shortName).join(', ')}.`,
      say`Ai tiếp tục làm báo cáo thì xin cấp mã mời ở đơn vị mới; ai thôi thì kết thúc vai trò.`,
    ]),
    choices: [
      ...successors.slice(0, 4).map((one) => [{ label: `Mã mời cho ${one.shortName}`, value: `/moi ${one.code}` }]),
      [{ label: `Kết thúc vai trò ở ${name}`, value: `/donvi ketthuc ${code}` }],
    ],
    answer: 'pick',
  };
}
