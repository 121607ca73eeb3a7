import type { Obligation } from '../../src/domain/obligation.ts';
import type { ReminderPolicy } from '../../src/domain/reminder-policy.ts';
import type { Unit } from '../../src/domain/unit.ts';
import { createPlan, type Plan, ruleBookOf } from '../../src/plan/plan.ts';
import { FROZEN_PLAN, ZONE } from '../support/bot-bench.ts';

export interface Changes {
  units?: (units: readonly Unit[]) => readonly Unit[];
  obligation?: (obligation: Obligation) => Obligation;
  policy?: Partial<ReminderPolicy>;
}

/** The frozen plan with something changed. */
export function planWith({ units, obligation, policy }: Changes): Plan {
  const rules = ruleBookOf(FROZEN_PLAN);
  const content = {
    ...rules,
    obligations: rules.obligations.map((one) => obligation?.(one) ?? one),
    policy: { ...rules.policy, ...policy },
  };
  return createPlan(content, units?.(FROZEN_PLAN.units) ?? FROZEN_PLAN.units, ZONE);
}

export function newUnit(code: string, validFrom = '2025-03-01', validTo: string | null = null): Unit {
  return {
    code,
    name: `Đơn vị ${code}`,
    shortName: code,
    kind: 'district',
    validFrom,
    validTo,
    compiles: false,
    successors: [],
    source: 'IV.5',
    assumption: '',
  };
}

/** Another day of the month before which a monthly report is due. */
export function monthlyBefore(day: number): (obligation: Obligation) => Obligation {
  return (obligation) =>
    obligation.frequency === 'monthly' ? { ...obligation, cutOff: { ...obligation.cutOff, day } } : obligation;
}
