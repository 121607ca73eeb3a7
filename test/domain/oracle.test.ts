import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { startOfDay } from '../../src/domain/calendar.ts';
import { deadlineOf } from '../../src/domain/deadline.ts';
import { lastGoodWorkingDay, planMilestones } from '../../src/domain/milestone-plan.ts';
import { owes } from '../../src/domain/obligation.ts';
import { periodsBetween } from '../../src/domain/period.ts';
import { existsOn } from '../../src/domain/unit.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { asInOracle, type OracleFile, oracleRows } from '../support/oracle-table.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const HOW = 'python3 scripts/oracle/owed.py';

const read = readPlan('data/plan', ZONE);
if ('problems' in read) throw new Error('the real plan cannot be read');
const { plan } = read;
const rounds = plan.obligations.flatMap((obligation) =>
  periodsBetween(obligation, '2025-01-01', '2027-12-31').map((period) => ({
    obligation,
    period,
    deadline: deadlineOf(obligation, period, plan.calendar),
  })),
);

/** Sorted, so that a difference shows as the rows that only one side has. */
const lines = (file: OracleFile, ...columns: string[]): string[] =>
  oracleRows(file)
    .map((row) => columns.map((column) => row[column]).join(' '))
    .sort();

describe('what src/domain makes of the plan is the table that was made without it', () => {
  it('periods: window, opening, cut-off, last good day, L', () => {
    const made = rounds.map(({ obligation, period, deadline }) =>
      [
        obligation.code,
        period.key,
        period.window.from,
        period.window.to,
        asInOracle(startOfDay(period.opensOn, ZONE)),
        asInOracle(deadline.cutOffAt),
        deadline.lastGoodDay,
        lastGoodWorkingDay(deadline, plan.calendar),
      ].join(' '),
    );
    expect(made.sort()).toEqual(
      lines(
        'periods',
        'obligation',
        'period',
        'window_from',
        'window_to',
        'opens',
        'cut_off',
        'last_good_day',
        'last_working_day',
      ),
    );
    expect(made).toHaveLength(40);
  });

  it('milestones: the minute of each, and to whom', () => {
    const rules = new Map(plan.policy.milestones.map((rule) => [rule.key, rule]));
    const made = rounds.flatMap(({ obligation, period, deadline }) =>
      planMilestones(plan.policy, deadline, plan.calendar).map(({ key, dueAt }) => {
        const rule = rules.get(key);
        const to = [...(rule?.audience ?? []), ...(rule?.escalates ? ['coordinators'] : [])].join('+');
        return [obligation.code, period.key, key, asInOracle(dueAt), to].join(' ');
      }),
    );
    expect(made.sort()).toEqual(lines('moments', 'obligation', 'period', 'milestone', 'at', 'to'));
    expect(made).toHaveLength(280);
  });

  it('who owes what: every unit, obligation and period', () => {
    const made = rounds.flatMap(({ obligation, period, deadline }) =>
      plan.units
        .filter((unit) => !unit.compiles && owes(obligation, unit) && existsOn(unit, deadline.lastGoodDay))
        .map((unit) => `${unit.code} ${obligation.code} ${period.key}`),
    );
    const members = oracleRows('groups');
    const owed = oracleRows('owed').flatMap(({ group: owing, obligation, period }) =>
      members.flatMap(({ group, unit }) => (group === owing ? [`${unit} ${obligation} ${period}`] : [])),
    );
    expect(made.sort()).toEqual(owed.sort());
    expect(made).toHaveLength(35 * 40);
  });
});

describe('the committed table', () => {
  const hasPython = spawnSync('python3', ['--version']).status === 0;

  it.skipIf(!hasPython)(`is what ${HOW} makes, byte for byte (skipped where there is no python3)`, () => {
    const { status, stderr } = spawnSync('python3', ['scripts/oracle/owed.py', '--check'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
