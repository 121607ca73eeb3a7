import { parseArgs } from 'node:util';
import { rememberedDoors } from '../src/actions/bots.ts';
import type { InvitationOrder } from '../src/actions/invite.ts';
import { invite } from '../src/actions/invite.ts';
import { ROLES } from '../src/domain/access.ts';
import { dayOf } from '../src/domain/calendar.ts';
import { sayInvitation } from '../src/wording/invite.ts';
import { sayProblem } from '../src/wording/problems.ts';
import { plain } from '../src/wording/rich-text.ts';
import { botNow, deskFor, run, UsageError, withStore } from './run.ts';

const USAGE = [
  'Cách dùng: npm run invite -- --role VAI_TRÒ [--unit MÃ] [--uses N] [--days N] [--json]',
  `VAI_TRÒ: ${ROLES.join(', ')}; leader, liaison và staff phải kèm --unit.`,
  'Ví dụ: npm run invite -- --role liaison --unit HBG',
].join('\n');

await run((config) =>
  withStore(config, (store) => {
    const { order, json } = readOrder();
    if (store.ruleBooks.newestId() === null) {
      throw new UsageError('Chưa có kế hoạch trong dữ liệu. Hãy chạy npm start (hoặc npm run plan:apply) trước.');
    }
    const desk = deskFor(config, store);
    const made = invite(desk, order, botNow(config, store));
    if (!made.ok) {
      if (made.problem.problem === 'role-needs-unit') throw new UsageError(USAGE);
      throw new UsageError(plain(sayProblem(made.problem, config.timeZone)));
    }
    const { code, role, unit, uses, expiresAt } = made.value;
    const doors = rememberedDoors(store, code);
    const link = doors.find((door) => door.channel === 'telegram')?.link ?? null;
    if (json) {
      const line = { code, role, unit, uses, expiresAt: new Date(expiresAt).toISOString(), telegramLink: link };
      console.log(JSON.stringify(line));
      return;
    }
    const name = unit === null ? null : (store.units.find(unit, dayOf(expiresAt, config.timeZone))?.name ?? unit);
    console.log(plain(sayInvitation({ ...made.value, unit: name, doors, zone: config.timeZone })));
  }),
);

function readOrder(): { order: InvitationOrder; json: boolean } {
  const values = readWords();
  const role = ROLES.find((one) => one === values.role);
  if (role === undefined) throw new UsageError(`--role: chưa có vai trò hợp lệ.\n${USAGE}`);
  const uses = wholeNumber('--uses', values.uses ?? '1', 1000);
  const days = wholeNumber('--days', values.days ?? '7', 365);
  return { order: { role, unit: values.unit ?? null, uses, days, by: null }, json: values.json === true };
}

function readWords(): { role?: string; unit?: string; uses?: string; days?: string; json?: boolean } {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ options: { role: text, unit: text, uses: text, days: text, json: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new UsageError(
      `${error instanceof Error ? `Tham số chưa đúng (${process.argv.slice(2).join(' ')}).` : ''}\n${USAGE}`,
    );
  }
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new UsageError(`${name}: phải là số nguyên từ 1 đến ${most}.\n${USAGE}`);
}
