import { expect, it } from 'vitest';
import { roundDetail } from '../../src/actions/round-detail.ts';
import { roundStatus } from '../../src/actions/round-status.ts';
import { STANCES } from '../../src/domain/stance.ts';
import type { Unit } from '../../src/domain/unit.ts';
import { createPlan, ruleBookOf } from '../../src/plan/plan.ts';
import { plain } from '../../src/wording/rich-text.ts';
import { sayRound } from '../../src/wording/round.ts';
import { at, type Bench, createBench, FROZEN_PLAN, ZONE } from '../support/bot-bench.ts';

function lookAt(bench: Bench, period = '2026-11') {
  const { desk } = bench.bot();
  const now = bench.clock.now();
  const status = roundStatus(desk, 'thang', period, now);
  if (status === null) throw new Error('no such round');
  return { status, detail: roundDetail(desk, status, now), now };
}

it('puts every missing unit into one group, whatever happened to it', async () => {
  const bench = createBench({ start: '2026-11-10 08:00' });
  const [an, mai, ha] = ['HBG', 'HCG', 'HGL'].map((unit) => bench.join('liaison', unit));
  const tu = bench.join('liaison', 'STC');
  if (an === undefined || mai === undefined || ha === undefined) throw new Error('nobody');
  ha.channel.failAlways('blocked', ha.chat);
  await bench.liveTo('2026-11-12 09:00');
  await bench.type(an, '/nop t11 hoi_nghi=3');
  const task = bench.task('STC', '2026-11').id;
  const said = { task, person: tu.person, notedBy: null, saidAt: bench.clock.now() };
  bench.store.promises.add({ ...said, until: at('2026-11-12 17:00') });

  const before = lookAt(bench);
  const stances = Object.fromEntries(before.detail.missing.map(({ unit, stance }) => [unit.code, stance]));
  expect(stances).toMatchObject({ HBG: 'half-typed', HCG: 'silent', HGL: 'unreached', STC: 'promised', SYT: 'nobody' });
  expect(before.detail.missing).toHaveLength(before.status.totals.missing);

  bench.store.tasks.move(bench.task('SYT', '2026-11').id, 'waive', 'sáp nhập');
  bench.submit(mai, 'HCG', '2026-11', { nothingToReport: true, values: {} });
  bench.submit(an, 'HBG', '2026-11', { nothingToReport: false, values: { hoi_nghi: 0, ket_qua: 'x' } });
  bench.store.tasks.move(bench.task('HBG', '2026-11').id, 'return', 'thiếu số');
  await bench.liveTo('2026-11-12 18:00');
  const after = lookAt(bench);
  expect(after.status.totals).toEqual({ total: 35, onTime: 2, late: 0, unsettled: 0, missing: 32, waived: 1 });
  expect(after.detail.substances).toEqual({ figures: 0, zeros: 1, words: 0, 'to-come': 0, nothing: 1 });
  expect(after.detail.returned.map(({ code }) => code)).toEqual(['HBG']);
  expect(after.detail.missing.find(({ unit }) => unit.code === 'STC')?.stance).toBe('lapsed');
  const text = plain(sayRound(after.status, after.detail, { ...LOOK, now: after.now }).text);
  expect(text).toContain('Cộng: 34 đơn vị (ngoài ra miễn 1)');
  expect(text).toContain('Báo cáo đã nhận: 1 toàn số 0, 1 không phát sinh.');
  expect(text).toContain('⌛ Quá giờ đã hẹn (1): Sở Tài chính (17:00 hôm nay).');
  expect(text).toContain('↩️ Đã trả lại, chờ bản sửa (1): Huyện Bình Giang.');
  expect(text).toContain('Được miễn (1): Sở Y tế.');
});

it('compares with the last round of the same report at the same distance from its deadline', async () => {
  const bench = createBench({ start: '2026-10-05 08:00' });
  const an = bench.join('liaison', 'HBG');
  const mai = bench.join('liaison', 'HCG');
  await bench.liveTo('2026-10-14 08:00');
  expect(lookAt(bench, '2026-10').detail.trend).toBeNull();
  bench.submit(an, 'HBG', '2026-10');
  await bench.liveTo('2026-10-17 20:00');
  bench.submit(mai, 'HCG', '2026-10');
  await bench.liveTo('2026-11-14 08:00');
  expect(lookAt(bench).detail.trend).toEqual({ period: '2026-10', received: 1, owing: 35 });
  await bench.liveTo('2026-11-18 08:00');
  expect(lookAt(bench).detail.trend).toEqual({ period: '2026-10', received: 2, owing: 35 });
});

const LOOK = {
  calendar: FROZEN_PLAN.calendar,
  others: [],
  inFull: false,
  compiled: null,
};

it('150 units fit into one message of Zalo, and all of them are shown when they are asked for', () => {
  const communes = Array.from({ length: 150 }, (_, index): Unit => {
    const some = FROZEN_PLAN.units.find(({ code }) => code === 'HBG');
    if (some === undefined) throw new Error('no unit');
    const name = `Ủy ban nhân dân xã Tân Hưng ${index + 1}`;
    return { ...some, code: `X${index + 1}`, name, shortName: `Xã Tân Hưng ${index + 1}`, kind: 'commune' };
  });
  const compiler = FROZEN_PLAN.units.filter(({ compiles }) => compiles);
  const plan = createPlan(ruleBookOf(FROZEN_PLAN), [...compiler, ...communes], ZONE);
  const bench = createBench({ start: '2026-11-12 08:00', plan });
  const { desk } = bench.bot();
  for (const job of bench.bot().jobs.slice(0, 1)) void job.run(bench.clock.now());
  const { status, detail, now } = lookAt(bench);
  // One of every stance, and many of most of them.
  const missing = detail.missing.map((one, index) => {
    const stance = STANCES[index % STANCES.length] ?? 'silent';
    return { ...one, stance, promisedUntil: at('2026-11-13 17:00') };
  });
  const others = [status.example, status.example, status.example];
  const short = sayRound(status, { ...detail, missing }, { ...LOOK, now, others });
  const choices = (short.choices ?? []).flat();
  const onScreen = plain(short.text).length + choices.reduce((sum, { label }) => sum + label.length + 4, 0) + 40;
  expect(onScreen).toBeLessThanOrEqual(2000);
  for (const title of ['Đã hẹn giờ gửi (19)', 'Quá giờ đã hẹn (19)', 'Chưa có đầu mối tham gia bot (18)'])
    expect(plain(short.text)).toContain(title);
  expect(plain(short.text)).toMatch(/và còn \d+\./u);
  expect(choices.map(({ value }) => value)).toContain('/tonghop thang 2026-11 tat ca');
  const full = plain(sayRound(status, { ...detail, missing }, { ...LOOK, now, inFull: true }).text);
  for (const { unit } of detail.missing) expect(full).toContain(unit.shortName);
  expect(desk.store.tasks.rounds(5)).toHaveLength(1);
});

it('a unit is overdue from its own cut-off on, and no longer once its report is in', async () => {
  const bench = createBench({ start: '2026-11-10 08:00' });
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  const overdueIn = (): string[] =>
    lookAt(bench)
      .status.units.filter(({ overdue }) => overdue)
      .map(({ unit }) => unit.code);
  await bench.liveTo('2026-11-17 23:59');
  expect(overdueIn()).toEqual([]);
  await bench.liveTo('2026-11-18 00:00');
  expect(overdueIn()).toContain('HBG');
  bench.submit(an, 'HBG', '2026-11');
  expect(overdueIn()).not.toContain('HBG');
  expect(overdueIn()).toContain('HCG');
});
