import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/actions/apply-plan.ts';
import { extendDeadlines } from '../../src/actions/extend-deadline.ts';
import { openTasks } from '../../src/actions/open-tasks.ts';
import { ruleBookOf } from '../../src/plan/plan.ts';
import { at, createBench, FROZEN_PLAN } from '../support/bot-bench.ts';
import { monthlyBefore, newUnit, planWith } from './plans.ts';

const OWING = 35;

describe('opening', () => {
  it('opens one task for every unit that owes, with its deadline and its ladder of reminders', () => {
    const bench = createBench({ start: '2026-11-01 00:00' });
    const counts = openTasks(bench.bot().desk, bench.clock.now());
    expect(counts).toEqual({ rounds: 1, opened: OWING, rescheduled: 0, ended: 0 });
    const [task] = bench.store.tasks.outstandingOf('HBG');
    expect(task).toMatchObject({ period: '2026-11', lastGoodDay: '2026-11-17', cutOffAt: at('2026-11-18 00:00') });
    expect(bench.store.milestones.plannedOf(task?.id ?? 0).map((one) => one.key)).toEqual([
      'L-5',
      'L-2',
      'L',
      'L-15h',
      'T+1',
      'T+3',
      'T+5',
    ]);
  });

  it('is idempotent, also for another process', async () => {
    const bench = createBench({ start: '2026-11-01 00:00' });
    openTasks(bench.bot().desk, bench.clock.now());
    expect(openTasks(bench.bot().desk, bench.clock.now())).toEqual({ rounds: 0, opened: 0, rescheduled: 0, ended: 0 });
    await bench.crashAndRestart();
    await bench.tick();
    expect(bench.store.tasks.ofRound('thang', '2026-11').length).toBe(OWING);
  });

  it('opens on the first day of the last month, not a moment before', async () => {
    const bench = createBench({ start: '2026-11-30 23:59' });
    await bench.tick();
    expect(bench.store.tasks.ofRound('thang', '2026-12')).toEqual([]);
    await bench.liveTo('2026-12-01 00:00');
    expect(bench.store.tasks.ofRound('thang', '2026-12').length).toBe(OWING);
    expect(bench.store.tasks.ofRound('nam', '2026').length).toBe(OWING);
  });

  it('leaves alone what had ended when the bot took over', async () => {
    const bench = createBench({ start: '2026-11-18 00:00' });
    await bench.tick();
    expect(bench.store.tasks.rounds(10)).toEqual([]);
  });

  it('makes up for two months of sleep: every round is there, and each person gets one message', async () => {
    const bench = createBench({ start: '2026-09-01 08:00' });
    const an = bench.join('liaison', 'HBG');
    await bench.sleepTo('2026-11-03 09:00');
    expect(bench.store.tasks.outstandingOf('HBG').map((task) => task.period)).toEqual([
      '2026-09',
      '2026-10',
      '2026-11',
    ]);
    const texts = bench.texts(an);
    expect(texts.length).toBe(1);
    expect(texts[0]).toContain('Báo cáo tháng 9/2026');
    expect(texts[0]).toContain('Báo cáo tháng 10/2026');
    await bench.tick();
    expect(bench.texts(an).length).toBe(1);
  });

  it('lets the larger report take the place of the monthly one where the plan says so', async () => {
    const plan = planWith({
      obligation: (one) => (one.frequency === 'yearly' ? { ...one, replacesMonthly: true } : one),
    });
    const bench = createBench({ start: '2026-12-01 08:00', plan });
    await bench.tick();
    expect(bench.store.tasks.outstandingOf('HBG').map((task) => task.period)).toEqual(['2026']);
  });
});

describe('a plan that changes in the middle of a round', () => {
  async function opened() {
    const bench = createBench({ start: '2026-11-02 08:00' });
    await bench.tick();
    return bench;
  }

  it('gives a new unit its task, and nobody a second one', async () => {
    const bench = await opened();
    applyPlan(bench.store, planWith({ units: (units) => [...units, newUnit('HMOI')] }), bench.clock.now());
    await bench.tick();
    expect(bench.store.tasks.outstandingOf('HMOI').map((task) => task.period)).toEqual(['2026-11']);
    expect(bench.store.tasks.ofRound('thang', '2026-11').length).toBe(OWING + 1);
  });

  it('gives no task to a unit that came after the cut-off', async () => {
    const bench = await opened();
    await bench.liveTo('2026-11-20 08:00');
    applyPlan(bench.store, planWith({ units: (units) => [...units, newUnit('HMOI')] }), bench.clock.now());
    await bench.tick();
    expect(bench.store.tasks.outstandingOf('HMOI')).toEqual([]);
  });

  it('moves the deadline of what is owed; the old reminders are void, the new ones planned', async () => {
    const bench = await opened();
    const before = bench.task('HBG', '2026-11');
    applyPlan(bench.store, planWith({ obligation: monthlyBefore(25) }), bench.clock.now());
    await bench.tick();
    const after = bench.store.tasks.find(before.id);
    expect(after).toMatchObject({ lastGoodDay: '2026-11-24', scheduleVersion: 2 });
    const planned = bench.store.milestones.plannedOf(before.id);
    expect(planned.every((one) => one.scheduleVersion === 2)).toBe(true);
    expect(planned.length).toBe(7);
    expect(bench.store.audit.about([`task:${before.id}`], 5)).toMatchObject([
      {
        person: null,
        action: 'reschedule',
        detail: JSON.stringify({ from: '2026-11-17', to: '2026-11-24', reason: 'plan' }),
      },
    ]);
  });

  it('gives who had more time the new reminders too, for the deadline they were given', async () => {
    const bench = await opened();
    const { desk } = bench.bot();
    const { id } = bench.task('HBG', '2026-11');
    const person = bench.join('coordinator', null).person ?? 0;
    extendDeadlines(
      desk,
      { person, at: bench.clock.now() },
      { tasks: [id], until: '2026-11-25', reason: 'mưa lũ', seen: { [id]: 1 } },
    );
    const { milestones } = ruleBookOf(FROZEN_PLAN).policy;
    const renamed = milestones.map((one) => (one.key === 'L' ? { ...one, key: 'L-9h', at: '09:00' } : one));
    applyPlan(bench.store, planWith({ policy: { milestones: renamed } }), bench.clock.now());
    await bench.tick();
    expect(bench.store.tasks.find(id)).toMatchObject({ lastGoodDay: '2026-11-25', extended: 1 });
    const planned = bench.store.milestones.plannedOf(id).map(({ key, dueAt }) => [key, dueAt]);
    expect(planned).toContainEqual(['L-9h', at('2026-11-25 09:00')]);
    expect(planned.map(([key]) => key)).not.toContain('L');
  });

  it('does not move the deadline of what is in', async () => {
    const bench = await opened();
    const an = bench.join('liaison', 'HBG');
    bench.submit(an, 'HBG', '2026-11');
    applyPlan(bench.store, planWith({ obligation: monthlyBefore(25) }), bench.clock.now());
    await bench.tick();
    expect(bench.store.tasks.find(bench.task('HBG', '2026-11').id)).toMatchObject({
      lastGoodDay: '2026-11-17',
      scheduleVersion: 1,
    });
  });

  it('reminds nobody again of what was said under the old plan when only names change', async () => {
    const bench = await opened();
    const an = bench.join('liaison', 'HBG');
    await bench.liveTo('2026-11-10 09:00');
    expect(bench.texts(an).length).toBe(1);
    const renamed = planWith({
      units: (units) => units.map((unit) => (unit.code === 'HBG' ? { ...unit, shortName: 'Bình Giang' } : unit)),
    });
    applyPlan(bench.store, renamed, bench.clock.now());
    await bench.tick();
    expect(bench.texts(an).length).toBe(1);
    expect(bench.store.tasks.find(bench.task('HBG', '2026-11').id)?.scheduleVersion).toBe(1);
  });

  it('frees a unit that no longer exists at the cut-off, and keeps what it sent before', async () => {
    const bench = await opened();
    const an = bench.join('liaison', 'HBG');
    bench.submit(an, 'HBG', '2026-11');
    const without = planWith({ units: (units) => units.filter((unit) => !['HBG', 'HCG'].includes(unit.code)) });
    applyPlan(bench.store, without, bench.clock.now());
    await bench.tick();
    expect(bench.task('HCG', '2026-11').state).toBe('waived');
    expect(bench.task('HBG', '2026-11')).toMatchObject({ state: 'submitted', timeliness: 'on_time' });
    expect(bench.store.milestones.plannedOf(bench.task('HCG', '2026-11').id)).toEqual([]);
  });

  it('writes who stops owing by the plan, and who owes again, into the audit: from, to, why', async () => {
    const bench = await opened();
    const { id } = bench.task('HBG', '2026-11');
    applyPlan(
      bench.store,
      planWith({ units: (units) => units.filter(({ code }) => code !== 'HBG') }),
      bench.clock.now(),
    );
    await bench.tick();
    applyPlan(bench.store, planWith({}), bench.clock.now());
    await bench.tick();
    const lines = bench.store.audit
      .about([`task:${id}`], 5)
      .map(({ person, action, detail }) => [person, action, JSON.parse(detail)]);
    expect(lines).toEqual([
      [null, 'open-again', { from: 'waived', to: 'open', reason: 'plan' }],
      [null, 'waive', { from: 'open', to: 'waived', reason: 'not-owed' }],
    ]);
  });

  it('lets a unit that came back owe again', async () => {
    const bench = await opened();
    applyPlan(
      bench.store,
      planWith({ units: (units) => units.filter((unit) => unit.code !== 'HCG') }),
      bench.clock.now(),
    );
    await bench.tick();
    applyPlan(bench.store, planWith({}), bench.clock.now());
    await bench.tick();
    expect(bench.task('HCG', '2026-11').state).toBe('open');
    expect(bench.store.milestones.plannedOf(bench.task('HCG', '2026-11').id).length).toBe(7);
  });

  it('ends the monthly task when the plan now says that the larger report replaces it', async () => {
    const bench = createBench({ start: '2026-12-01 08:00' });
    await bench.tick();
    const plan = planWith({
      obligation: (one) => (one.frequency === 'yearly' ? { ...one, replacesMonthly: true } : one),
    });
    applyPlan(bench.store, plan, bench.clock.now());
    await bench.tick();
    expect(bench.store.tasks.outstandingOf('HBG').map((task) => task.period)).toEqual(['2026']);
  });

  it('still reads what was opened for an obligation that left the plan', async () => {
    const bench = createBench({ start: '2026-12-01 08:00' });
    const an = bench.join('liaison', 'HBG');
    await bench.tick();
    const plan = planWith({});
    const rest = { ...plan, obligations: plan.obligations.filter((one) => one.code !== 'nam') };
    applyPlan(bench.store, rest, bench.clock.now());
    await bench.tick();
    await bench.type(an, '/nhiemvu');
    expect(bench.texts(an).at(-1)).toContain('Báo cáo tháng 12/2026');
  });
});
