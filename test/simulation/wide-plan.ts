import type { Unit } from '../../src/domain/unit.ts';
import { createPlan, type Plan, ruleBookOf } from '../../src/plan/plan.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { FROZEN_PLAN_DIR } from '../support/frozen-plan.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

/** The frozen plan's rules for that many reporting units: its compiler, and communes made up for the purpose. */
export function planWith(units: number): Plan {
  const read = readPlan(FROZEN_PLAN_DIR, ZONE);
  if ('problems' in read) throw new Error('the frozen plan cannot be read');
  const compiler = read.plan.units.find((unit) => unit.compiles);
  if (compiler === undefined) throw new Error('the plan has no compiler');
  const made = Array.from({ length: units }, (_, index): Unit => {
    const number = String(index + 1).padStart(3, '0');
    return {
      code: `XA${number}`,
      name: `Ủy ban nhân dân xã số ${number}`,
      shortName: `Xã ${number}`,
      kind: 'commune',
      validFrom: '2025-03-01',
      validTo: null,
      compiles: false,
      successors: [],
      source: 'IV.5',
      assumption: 'mô phỏng',
    };
  });
  return createPlan(ruleBookOf(read.plan), [compiler, ...made], ZONE);
}
