import type { Unit } from '../../src/domain/unit.ts';
import { createPlan, type Plan, ruleBookOf } from '../../src/plan/plan.ts';
import type { Dice } from './seeded-random.ts';

const DAY = 24 * 3600_000;
const ZONE_MS = 7 * 3600_000;
const ZONE = 'Asia/Ho_Chi_Minh';
/** Rounds are lived through before it and after it. */
const SHORTEST_DAYS = 100;
const MARGIN_DAYS = 40;

/** Units become others on the first of a month, by a resolution; the operator applies the changed plan in the middle of a round. */
export interface Merger {
  plan: Plan;
  /** The first day of those that come of it. */
  on: string;
  /** When the operator applies it: ahead of that day, or when it is over already. */
  appliedAt: number;
  successors: readonly string[];
}

/** In some worlds: two units become one, or parts of three become two. */
export function planMerger(plan: Plan, dice: Dice, start: number, days: number): Merger | null {
  const owing = plan.units.filter(({ compiles }) => !compiles);
  if (!dice.chance(0.6) || owing.length < 4 || days < SHORTEST_DAYS) return null;
  const around = new Date(start + dice.between(MARGIN_DAYS, days - MARGIN_DAYS) * DAY + ZONE_MS);
  const on = `${around.toISOString().slice(0, 7)}-01`;
  const first = Date.parse(`${on}T00:00:00+07:00`);
  const [from = 0, until = 0] = dice.chance(0.5) ? [-22, -4] : [1, 6];
  const appliedAt = first + dice.between(from, until) * DAY + dice.between(7, 20) * 3600_000;
  if (appliedAt < start + DAY) return null;
  const isWhole = dice.chance(0.5);
  const at = dice.between(0, owing.length - 3);
  const ending = owing.slice(at, at + (isWhole ? 2 : 3)).map(({ code }) => code);
  const successors = isWhole ? ['XM1'] : ['XM1', 'XM2'];
  const share = isWhole ? ('whole' as const) : ('part' as const);
  const validTo = new Date(first + ZONE_MS - DAY).toISOString().slice(0, 10);
  const ended = (unit: Unit): Unit =>
    ending.includes(unit.code) ? { ...unit, validTo, successors: successors.map((code) => ({ code, share })) } : unit;
  const made = successors.map(
    (code, index): Unit => ({
      code,
      name: `Ủy ban nhân dân xã mới số ${index + 1}`,
      shortName: `Xã mới ${index + 1}`,
      kind: 'commune',
      validFrom: on,
      validTo: null,
      compiles: false,
      successors: [],
      source: 'Nghị quyết số 202/2025/QH15',
      assumption: 'mô phỏng',
    }),
  );
  return { plan: createPlan(ruleBookOf(plan), [...plan.units.map(ended), ...made], ZONE), on, appliedAt, successors };
}
