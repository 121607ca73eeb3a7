import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/actions/apply-plan.ts';
import type { OneOffOrder } from '../../src/actions/ask-one-off.ts';
import { askOneOff, openOneOffs, withdrawOneOff } from '../../src/actions/ask-one-off.ts';
import { currentRounds, openRounds, roundsNamed, standingRounds } from '../../src/actions/round-status.ts';
import { createBench, FROZEN_PLAN } from '../support/bot-bench.ts';
import { WIDE_PLAN } from '../support/wide-plan.ts';

const ORDER: OneOffOrder = {
  title: 'Báo cáo đột xuất về an toàn thông tin',
  form: 'tu_do',
  addressees: ['district'],
  units: null,
  dueOn: '2026-11-20',
  word: 'by',
};

async function scene() {
  const bench = createBench({ start: '2026-11-10 09:00' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  await bench.tick();
  const ask = (order: Partial<OneOffOrder> = {}, person = tu.person) =>
    askOneOff(bench.bot().desk, { person, at: bench.clock.now() }, { ...ORDER, ...order });
  const report = { nothingToReport: false, values: { noi_dung: 'Đã rà soát.' } };
  return { bench, tu, an, ask, report };
}

describe('a report asked for once', () => {
  it('opens its tasks and tells its people at once, whatever part of the ladder has passed', async () => {
    const { bench, an, ask } = await scene();
    expect(ask({ dueOn: '2026-11-11' })).toMatchObject({ ok: true, value: { code: 'dx_1', units: 12, people: 1 } });
    await bench.tick();
    await bench.clock.advance(60_000);
    expect(bench.texts(an).filter((text) => text.includes('an toàn thông tin'))).toHaveLength(1);
  });

  it('is reminded of, late after its day, and never late for the day itself', async () => {
    const { bench, an, ask, report } = await scene();
    ask();
    await bench.liveTo('2026-11-20 23:59');
    bench.submit(an, 'HBG', '2026-11-20', report);
    expect(bench.task('HBG', '2026-11-20')).toMatchObject({ timeliness: 'on_time' });
    const other = bench.join('liaison', 'HCG', { name: 'Mai' });
    await bench.liveTo('2026-11-21 00:00');
    bench.submit(other, 'HCG', '2026-11-20', report);
    expect(bench.task('HCG', '2026-11-20')).toMatchObject({ timeliness: 'late' });
    // When it was asked for, five and two working days before, and twice on the last day.
    expect(bench.texts(an).filter((text) => text.includes('an toàn thông tin'))).toHaveLength(5);
  });

  it('survives another plan and a restart', async () => {
    const { bench, an, ask } = await scene();
    ask();
    applyPlan(bench.store, WIDE_PLAN, bench.clock.now());
    await bench.tick();
    applyPlan(bench.store, FROZEN_PLAN, bench.clock.now());
    await bench.crashAndRestart();
    await bench.tick();
    expect(bench.task('HBG', '2026-11-20')).toMatchObject({ state: 'open' });
    await bench.type(an, '/nhiemvu');
    expect(bench.texts(an).at(-1)).toContain('an toàn thông tin');
  });

  it('owed by the units that were named, and by no other', async () => {
    const { bench, ask } = await scene();
    expect(ask({ units: ['HBG', 'HCG'] })).toMatchObject({ value: { units: 2 } });
    const owing = bench.store.tasks.ofRound('dx_1', '2026-11-20').map((task) => task.unit);
    expect(owing).toEqual(['HBG', 'HCG']);
  });

  it.each([
    ['before', '2026-11-10', false],
    ['before', '2026-11-11', true],
    ['by', '2026-11-10', true],
    ['by', '2026-11-09', false],
  ] as const)('due %s %s: %s', async (word, dueOn, isTaken) => {
    const { ask } = await scene();
    expect(ask({ word, dueOn }).ok).toBe(isTaken);
  });

  it('is not for liaisons to ask, nor to take back', async () => {
    const { bench, an, ask } = await scene();
    expect(ask({}, an.person)).toEqual({ ok: false, problem: { problem: 'not-allowed' } });
    ask();
    const act = { person: an.person, at: bench.clock.now() };
    expect(withdrawOneOff(bench.bot().desk, act, 1, 'x')).toEqual({ ok: false, problem: { problem: 'not-allowed' } });
  });

  it('taken back: nobody owes it or is reminded, what was handed in stays, and the code is not used again', async () => {
    const { bench, tu, an, ask, report } = await scene();
    ask();
    bench.submit(an, 'HBG', '2026-11-20', report);
    const act = { person: tu.person, at: bench.clock.now() };
    const { desk } = bench.bot();
    const current = () => openRounds(desk, bench.clock.now()).map(({ obligation }) => obligation);
    expect(current()).toContain('dx_1');
    expect(withdrawOneOff(desk, act, 1, '  ')).toEqual({ ok: false, problem: { problem: 'reason-needed' } });
    expect(withdrawOneOff(desk, act, 1, 'Đã đủ số liệu')).toMatchObject({ ok: true });
    expect(withdrawOneOff(desk, act, 1, 'nữa')).toMatchObject({ problem: { problem: 'no-such-one-off' } });
    expect(openOneOffs(desk, bench.clock.now())).toEqual([]);
    // A stranger's questions went on to be answered by it.
    expect(current()).not.toContain('dx_1');
    expect(bench.task('HCG', '2026-11-20')).toMatchObject({ state: 'waived' });
    expect(bench.task('HBG', '2026-11-20')).toMatchObject({ state: 'submitted' });
    await bench.type(an, '/lichsu');
    expect(bench.texts(an).at(-1)).toContain('an toàn thông tin');
    expect(ask()).toMatchObject({ value: { code: 'dx_2' } });
    expect(bench.store.audit.check().broken).toBeNull();
  });

  it('is nobody’s round once it was taken back, but where it is named itself', async () => {
    const { bench, tu, ask } = await scene();
    ask();
    const { desk } = bench.bot();
    const now = bench.clock.now();
    const codes = (rounds: readonly { obligation: string }[]) => rounds.map(({ obligation }) => obligation);
    expect(codes(standingRounds(desk, 1))).toEqual(['dx_1']);
    withdrawOneOff(desk, { person: tu.person, at: now }, 1, 'Nhầm.');
    expect(codes(standingRounds(desk, 1))).toEqual(['thang']);
    expect(codes(currentRounds(desk, now))).not.toContain('dx_1');
    expect(roundsNamed(desk, { obligations: null, period: '2026-11-20' })).toEqual([]);
    expect(codes(roundsNamed(desk, { obligations: ['dx_1'], period: null }))).toEqual(['dx_1']);
    expect(codes(roundsNamed(desk, { obligations: ['dx_1', 'thang'], period: null }))).toEqual(['thang']);
    // Which rounds there are is said without it, and none is offered beside another.
    for (const text of ['/tonghop tháng 8/2031', '/tonghop tháng 11', '/giahan tháng 8/2031']) {
      await bench.type(tu, text);
      await bench.clock.advance(20_000);
      expect(bench.texts(tu).at(-1)).not.toMatch(/20\/11|an toàn thông tin/u);
    }
  });
});
