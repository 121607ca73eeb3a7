import type { PlannedMilestone } from '../../src/domain/milestone-plan.ts';
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

function read(local = ''): number {
  const instant = Date.parse(`${local}:00+07:00`);
  if (Number.isNaN(instant)) throw new Error(`the table has no moment in "${local}"`);
  return instant;
}
