import type { Role } from '../domain/access.ts';
import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Unit } from '../domain/unit.ts';
import { ROLE_NAMES } from './join.ts';
import type { Outgoing } from './message.ts';
import { fitNames } from './name-groups.ts';
import { UNIT_KIND_NAMES } from './notice.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { LiveStandIn } from './stand-in.ts';
import { sayStandInOfUnit } from './stand-in.ts';
import { quote } from './submit.ts';
import { sayDay } from './when.ts';

type Reach = 'reachable' | 'nobody' | 'blocked';

const REACH_SIGNS: Readonly<Record<Reach, string>> = { reachable: '🟢', nobody: '⚪', blocked: '🔴' };

/** All units by kind, with whether somebody of theirs can be written to. */
export function sayUnits(units: readonly { unit: Unit; reach: Reach }[]): RichText {
  const kinds = [...new Set(units.map(({ unit }) => unit.kind))];
  const count = (reach: Reach): number => units.filter((one) => one.reach === reach).length;
  return join(
    [
      join([
        say`${b(`${units.length} đơn vị phải báo cáo`)}`,
        say`🟢 liên lạc được ${count('reachable')} · ⚪ chưa có đầu mối ${count('nobody')} · 🔴 không gửi tới được ${count('blocked')}`,
      ]),
      ...kinds.map((kind) =>
        join([
          say`${b(UNIT_KIND_NAMES[kind])}`,
          ...units
            .filter(({ unit }) => unit.kind === kind)
            .map(({ unit, reach }) => say`${REACH_SIGNS[reach]} ${unit.code} – ${unit.shortName}`),
        ]),
      ),
      say`Xem một đơn vị: /donvi và mã; vai trò cấp tỉnh: /donvi captinh. Mời cán bộ đầu mối: /moi và mã.`,
    ],
    '\n\n',
  );
}

const CHOICES = 8;

/** Several units fit what was typed; `command` is what goes on with one of them. */
export function sayWhichUnit(units: readonly Unit[], command: string): Outgoing {
  const more = units.length > CHOICES ? say` (${units.length} đơn vị; xin gõ rõ hơn nếu chưa thấy)` : '';
  return {
    text: say`Ý anh/chị là đơn vị nào?${more}`,
    choices: units.slice(0, CHOICES).map((unit) => [{ label: unit.shortName, value: `${command} ${unit.code}` }]),
    answer: 'pick',
  };
}

/** Below those that are shown, the others that were asked for. */
export function sayMoreUnits(units: readonly Unit[]): Outgoing {
  return {
    text: say`Còn ${units.length} đơn vị nữa: ${units.map(({ shortName }) => shortName).join(', ')}. Xem từng đơn vị: /donvi và mã.`,
    choices: units.slice(0, CHOICES).map((unit) => [{ label: `Xem ${unit.shortName}`, value: `/donvi ${unit.code}` }]),
    answer: 'pick',
  };
}

/** Where the roles are that stand for no unit. */
export const PROVINCE = 'cấp tỉnh';

/** Somebody with a role, as coordinators see them. */
export interface UnitPerson {
  name: string;
  role: Role;
  since: Instant;
  apps: readonly { app: string; works: boolean }[];
}

/** "🟢 Lê Dũng, lãnh đạo đơn vị (từ 10/11/2026; Telegram)". */
function sayUnitPerson({ name, role, since, apps }: UnitPerson, zone: string): RichText {
  const isReached = apps.some(({ works }) => works);
  const by = apps.map(({ app, works }) => (works ? app : `${app} không gửi tới được`)).join(', ');
  return say`${isReached ? '🟢' : '🔴'} ${name}, ${ROLE_NAMES[role]} (từ ${sayDay(dayOf(since, zone))}; ${by || 'chưa có ứng dụng nào'})`;
}

/** Who works for the whole province. */
export function sayProvincial(people: readonly UnitPerson[], zone: string): RichText {
  return join(
    [
      say`${b('Vai trò cấp tỉnh')}`,
      people.length === 0 ? say`Chưa có ai.` : join(people.map((one) => sayUnitPerson(one, zone))),
      say`Kết thúc một vai trò: /donvi ketthuc captinh. Gỡ một ứng dụng: /donvi ungdung captinh.`,
    ],
    '\n\n',
  );
}

/** One unit, its people, and who takes whose place now or soon. */
/** `former`: the units it was made of, by name. */
export function sayUnit(
  unit: Unit,
  { people, standIns, former }: { people: readonly UnitPerson[]; standIns: readonly LiveStandIn[]; former: string[] },
  zone: string,
): RichText {
  return join(
    [
      join([
        say`${b(unit.name)} (${unit.code})`,
        say`${UNIT_KIND_NAMES[unit.kind]}; ${sayWhere(unit.source)}`,
        former.length === 0 ? [] : say`Kế tục: ${former.join(', ')}. Báo cáo đã gửi: /lichsu ${unit.code}`,
      ]),
      people.length === 0
        ? say`Chưa có ai tham gia. Tạo mã mời: /moi ${unit.code}`
        : join([
            ...people.map((one) => sayUnitPerson(one, zone)),
            say`Kết thúc một vai trò: /donvi ketthuc ${unit.code}`,
          ]),
      standIns.length === 0
        ? []
        : join([say`👥 ${b('Thay thế đầu mối')}`, ...standIns.map((one) => say`• ${sayStandInOfUnit(one)}`)]),
      people.length > 0 && people.every((one) => one.role === 'staff')
        ? say`⚪ Chưa có đầu mối hay lãnh đạo, nên chưa ai nộp được báo cáo. Tạo mã mời: /moi ${unit.code}`
        : [],
    ],
    '\n\n',
  );
}

/** A unit that exists no more, asked about by its code or name. */
export function sayUnitEnded(
  { name, code, validTo }: Pick<Unit, 'name' | 'code'> & { validTo: string },
  successors: readonly string[],
): RichText {
  const next = successors.length === 0 ? '' : ` Đơn vị kế tục: ${successors.join(', ')}.`;
  return say`${b(name)} (${code}) đã kết thúc hoạt động, hết ${sayDay(validTo)}.${next}`;
}

/** Those of a name, and their units to be looked at. `left`: so many more have it. */
export function sayPersonFound(
  name: string,
  { found, left }: { found: readonly { who: string; unit: string | null }[]; left: number },
): Outgoing | RichText {
  if (found.length === 0)
    return say`Chưa có ai tên ${quote(name)} tham gia bot. Xem người của một đơn vị: /donvi và mã hoặc tên đơn vị.`;
  const units = [...new Set(found.flatMap(({ unit }) => (unit === null ? [] : [unit])))];
  return {
    text: join([
      ...found.map(({ who }) => say`• ${who}`),
      left === 0 ? [] : say`… và ${left} vai trò khác của người tên ${quote(name)}; xin gõ rõ họ tên hơn.`,
    ]),
    choices: units.map((unit) => [{ label: `Xem ${unit}`, value: `/donvi ${unit}` }]),
    answer: 'pick',
  };
}

/** Asked for, and none is kept: law 91/2025/QH15 lets the bot keep what it needs. */
export const NO_PHONES = say`Bot không lưu số điện thoại; cần gấp thì nhắn qua bot: /thongbao và mã đơn vị.`;

/** Which units have somebody with a role here, and which have none. */
export function sayWhoHas(
  role: 'leader' | 'staff',
  whose: string,
  { has, lacks }: { has: readonly string[]; lacks: readonly string[] },
): RichText {
  const what = ROLE_NAMES[role];
  const groups = [
    { title: `Chưa có ${what}`, names: lacks },
    { title: `Đã có ${what}`, names: has },
  ];
  return join(
    [
      say`${b(`Tham gia bot, ${whose}`)}: ${has.length}/${has.length + lacks.length} đơn vị đã có ${what}.`,
      fitNames(groups, ROOM).text,
      lacks.length === 0 ? [] : say`Mời: /moi ${role === 'leader' ? 'lãnh đạo' : 'chuyên viên'} và tên đơn vị.`,
    ],
    '\n\n',
  );
}

const ROOM = 1500;

/** A section of the plan by its number; anything else as it is written. */
function sayWhere(source: string): string {
  return /^[IVX\d]+(?:\.[\da-z]+)*$/u.test(source) ? `kế hoạch mục ${source}` : source;
}
