import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/actions/apply-plan.ts';
import { at, createBench, FROZEN_PLAN } from '../support/bot-bench.ts';
import { planWithMore, QUARTERLY, WIDE_PLAN } from '../support/wide-plan.ts';

describe('a quarterly report with a form of its own', () => {
  it('is data alone: opened, reminded of, submitted and counted', async () => {
    const bench = createBench({ start: '2026-11-30 08:00', plan: planWithMore([QUARTERLY]) });
    const an = bench.join('liaison', 'HBG', { name: 'An' });
    const tu = bench.join('coordinator', null, { name: 'Tú' });
    await bench.liveTo('2026-12-10 08:00');
    expect(bench.task('HBG', '2026-Q4')).toMatchObject({ state: 'open' });
    await bench.liveTo('2026-12-18 09:00');
    expect(bench.texts(an).join('\n')).toContain('Báo cáo chuyển đổi số quý IV/2026');
    await bench.type(an, '/nop quý 4 to_cds=12 noi_dung=Đã kiện toàn các tổ');
    await bench.press(an, 'Gửi báo cáo');
    expect(bench.texts(an).at(-1)).toContain('Báo cáo chuyển đổi số quý IV/2026');
    expect(bench.task('HBG', '2026-Q4')).toMatchObject({ state: 'submitted', timeliness: 'on_time' });
    await bench.type(tu, '/tonghop quý 4');
    expect(bench.texts(tu).at(-1)).toMatch(/chuyển đổi số quý IV\/2026[\s\S]*Đúng hạn: 1/u);
  });

  it('is owed in the quarters the plan names, and in no other', async () => {
    const bench = createBench({ start: '2026-03-01 08:00', plan: planWithMore([QUARTERLY]) });
    await bench.liveTo('2026-12-02 08:00');
    const periods = bench.store.tasks.rounds(40).filter((round) => round.obligation === 'quy');
    expect(periods.map((round) => round.period).toSorted()).toEqual(['2026-Q3', '2026-Q4']);
  });
});

describe('an obligation that leaves the plan', () => {
  it('lets plans be applied ever after, and what was handed in can still be read and told', async () => {
    const bench = createBench({ start: '2026-11-09 08:00', plan: WIDE_PLAN });
    const an = bench.join('liaison', 'HBG', { name: 'An' });
    await bench.tick();
    await bench.type(an, '/nop t11 to_cds=4 noi_dung=Xong');
    await bench.press(an, 'Chuyên đề chuyển đổi số tháng 11/2026 – Huyện Bình Giang');
    await bench.press(an, 'Gửi báo cáo');
    expect(bench.texts(an).at(-1)).toContain('Báo cáo chuyên đề chuyển đổi số tháng 11/2026');
    for (const [index, plan] of [FROZEN_PLAN, FROZEN_PLAN, planWithMore([QUARTERLY]), FROZEN_PLAN].entries()) {
      applyPlan(bench.store, plan, at(`2026-11-09 1${index}:00`));
      await bench.tick();
    }
    expect(
      bench
        .bot()
        .desk.rules()
        .obligations.map((one) => one.code),
    ).not.toContain('chuyen_de');
    await bench.clock.advance(3000);
    await bench.type(an, '/lichsu');
    expect(bench.texts(an).at(-1)).toContain('Báo cáo chuyên đề chuyển đổi số tháng 11/2026');
    await bench.clock.advance(3000);
    await bench.type(an, '/nhiemvu');
    expect(bench.texts(an).at(-1)).not.toContain('chuyên đề');
    expect(bench.logged.filter((line) => line.level === 'error')).toEqual([]);
  });

  it('is owed again when it comes back before its cut-off', async () => {
    const bench = createBench({ start: '2026-11-09 08:00', plan: WIDE_PLAN });
    const an = bench.join('liaison', 'HBG', { name: 'An' });
    await bench.tick();
    const task = bench.store.tasks.findByKey('HBG', 'chuyen_de', '2026-11');
    applyPlan(bench.store, FROZEN_PLAN, at('2026-11-09 10:00'));
    await bench.tick();
    expect(bench.store.tasks.find(task?.id ?? 0)).toMatchObject({ state: 'waived' });
    applyPlan(bench.store, WIDE_PLAN, at('2026-11-09 11:00'));
    await bench.tick();
    expect(bench.store.tasks.find(task?.id ?? 0)).toMatchObject({ state: 'open' });
    expect(bench.bot().desk.rules().former.obligations).toEqual([]);
    await bench.liveTo('2026-11-23 09:00');
    expect(bench.texts(an).join('\n')).toContain('Báo cáo chuyên đề chuyển đổi số tháng 11/2026');
  });

  it('opens nothing although its first period was still to come', async () => {
    const later = { ...QUARTERLY, code: 'sau_nay', frequency: 'monthly', parts: [], firstPeriod: '2026-12' } as const;
    const bench = createBench({ start: '2026-11-09 08:00', plan: planWithMore([later]) });
    applyPlan(bench.store, FROZEN_PLAN, at('2026-11-10 08:00'));
    await bench.liveTo('2026-12-05 08:00');
    expect(bench.store.tasks.rounds(20).map((round) => round.obligation)).not.toContain('sau_nay');
  });
});
