import { deadlineOf } from '../../src/domain/deadline.ts';
import { type PlannedMilestone, planMilestones } from '../../src/domain/milestone-plan.ts';
import { periodsBetween } from '../../src/domain/period.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { oracleRows } from '../support/oracle-table.ts';

/** One round as the committed table has it. */
export interface OwedRound {
  opensAt: number;
  cutOffAt: number;
  ladder: readonly PlannedMilestone[];
}

/** The rounds of the committed table (2025-2027), which was made without the product; `test/fixtures/oracle/README.md`. */
export function readOwedRounds(): ReadonlyMap<string, OwedRound> {
  const moments = Map.groupBy(oracleRows('moments'), ({ obligation, period }) => `${obligation} ${period}`);
  return new Map(
    oracleRows('periods').map(({ obligation, period, opens, cut_off: cutOff }) => {
      const key = `${obligation} ${period}`;
      const cutOffAt = read(cutOff);
      const ladder = (moments.get(key) ?? []).map(({ milestone = '', at }) => {
        const dueAt = read(at);
        return { key: milestone, dueAt, usefulUntil: dueAt < cutOffAt ? cutOffAt : null };
      });
      return [key, { opensAt: read(opens), cutOffAt, ladder }];
    }),
  );
}

/** The ladder of a round that lies after the table's last year: the product's own, for want of another judge. */
export function ladderBeyond(plan: Plan, obligation: string, period: string): readonly PlannedMilestone[] {
  const year = period.slice(0, 4);
  const owed = plan.obligations.find((one) => one.code === obligation);
  const found = owed && periodsBetween(owed, `${year}-01-01`, `${year}-12-31`).find((one) => one.key === period);
  if (owed === undefined || found === undefined) throw new Error(`no such round: ${obligation} ${period}`);
  return planMilestones(plan.policy, deadlineOf(owed, found, plan.calendar), plan.calendar);
}

function read(local = ''): number {
  const instant = Date.parse(`${local}:00+07:00`);
  if (Number.isNaN(instant)) throw new Error(`the table has no moment in "${local}"`);
  return instant;
}
