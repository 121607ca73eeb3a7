import { expect, it } from 'vitest';
import { applyPlan } from '../../src/actions/apply-plan.ts';
import { compileRound } from '../../src/actions/compile-round.ts';
import { carriedOver, prefillOf } from '../../src/actions/prefill.ts';
import { returnReport } from '../../src/actions/review-report.ts';
import { viewTask } from '../../src/actions/task-view.ts';
import { waiveTasks } from '../../src/actions/waive-tasks.ts';
import { toPlain } from '../../src/channels/zalo/lay-out.ts';
import { sayPrefill } from '../../src/wording/prefill.ts';
import { asSeen } from '../support/as-seen.ts';
import { createBench } from '../support/bot-bench.ts';
import { newUnit, planWith } from './plans.ts';

it('form and compiled report add up the same months: what was sent back or waived is in neither', async () => {
  const bench = createBench({ start: '2026-08-10 08:00' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  const tú = bench.join('coordinator', null, { name: 'Tú' });
  await bench.liveTo('2026-12-03 08:00');
  const send = (period: string, hoi_nghi: number) =>
    bench.submit(an, 'HBG', period, { nothingToReport: false, values: { hoi_nghi, ket_qua: 'x' } });
  send('2026-09', 3);
  send('2026-10', 4);
  send('2026-11', 5);
  const { desk } = bench.bot();
  const act = { person: tú.person, at: bench.clock.now() };
  const wrong = { version: 1, state: 'submitted', reason: 'Sai số', fields: [] } as const;
  for (const period of ['2026-10', '2026-11'])
    expect(returnReport(desk, act, { task: bench.task('HBG', period).id, ...wrong }).ok).toBe(true);
  expect(waiveTasks(desk, act, { ...asSeen(desk, bench.task('HBG', '2026-11')), reason: 'Bão' }).ok).toBe(true);
  const task = bench.store.tasks.findByKey('HBG', 'nam', '2026');
  const prefill = task === null ? null : prefillOf(desk, viewTask(desk, task));
  expect(prefill?.report.values.hoi_nghi).toBe(3);
  expect(prefill?.counted).toEqual(['2026-09']);
  expect(prefill?.missing).toContain('2026-10');
  expect(prefill?.missing).not.toContain('2026-11');
  expect(compileRound(desk, 'nam', '2026', bench.clock.now())?.months?.totals.hoi_nghi?.value).toBe(3);
});

it('a figure is said to come from where it does: of the year from the months, whatever a former unit sent for the year', async () => {
  const bench = createBench({ start: '2025-12-02 09:00' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  await bench.tick();
  for (const period of ['2025-12', '2025'])
    bench.submit(an, 'HBG', period, { nothingToReport: false, values: { hoi_nghi: 3, ket_qua: 'Đã họp' } });
  const merged = planWith({
    units: (units) => [
      ...units.map((unit) =>
        unit.code === 'HBG'
          ? { ...unit, validTo: '2025-12-05', successors: [{ code: 'MOI', share: 'whole' as const }] }
          : unit,
      ),
      newUnit('MOI', '2025-12-06'),
    ],
  });
  await bench.liveTo('2025-12-08 09:00');
  applyPlan(bench.store, merged, bench.clock.now());
  await bench.tick();
  const { desk } = bench.bot();
  const sourceOf = (period: string) => {
    const view = viewTask(desk, bench.task('MOI', period));
    const carried = carriedOver(desk, view, { values: { hoi_nghi: 3 } });
    return [carried.from, carried.fields.map(({ key }) => key)];
  };
  expect(sourceOf('2025-12')).toEqual(['formers', ['hoi_nghi']]);
  expect(sourceOf('2025')).toEqual(['sums', ['hoi_nghi']]);
});

it('a month that only some of the former units reported is in the sums, and those that owe it are named', async () => {
  const bench = createBench({ start: '2025-11-10 09:00' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  await bench.liveTo('2025-12-02 09:00');
  bench.submit(an, 'HBG', '2025-11', { nothingToReport: false, values: { hoi_nghi: 3, ket_qua: 'Đã họp' } });
  const gone = { validTo: '2025-12-05', successors: [{ code: 'MOI', share: 'whole' as const }] };
  const merged = planWith({
    units: (units) => [
      ...units.map((unit) => (['HBG', 'HCG'].includes(unit.code) ? { ...unit, ...gone } : unit)),
      newUnit('MOI', '2025-12-06'),
    ],
  });
  await bench.liveTo('2025-12-08 09:00');
  applyPlan(bench.store, merged, bench.clock.now());
  await bench.tick();
  const prefill = prefillOf(bench.bot().desk, viewTask(bench.bot().desk, bench.task('MOI', '2025')));
  expect(prefill?.counted).toEqual(['2025-11']);
  expect(prefill?.missing).not.toContain('2025-11');
  expect(prefill?.partial.map(({ month, lacking }) => [month, lacking.map(({ code }) => code)])).toEqual([
    ['2025-11', ['HCG']],
  ]);
  expect(prefill === null ? '' : toPlain(sayPrefill(prefill))).toContain(' Tháng 11/2025 còn thiếu Huyện Cẩm Giàng.');
});
