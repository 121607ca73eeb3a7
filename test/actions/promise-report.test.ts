import { expect, it } from 'vitest';
import { promiseReport } from '../../src/actions/promise-report.ts';
import { at, type Bench, createBench, type Member } from '../support/bot-bench.ts';

function say(bench: Bench, member: Member, until: string, unit = 'HBG') {
  const act = { person: member.person, at: bench.clock.now() };
  return promiseReport(bench.bot().desk, act, bench.task(unit, '2026-11').id, at(until));
}

const remindersTo = (bench: Bench, member: Member): string[] =>
  bench.texts(member).filter((text) => /^(⏰|🔴|⌛)/u.test(text));

it('holds the overdue ladder back until its time, then one message says both', async () => {
  const bench = createBench({ start: '2026-11-17 16:00' });
  const an = bench.join('liaison', 'HBG');
  const lan = bench.join('leader', 'HBG');
  await bench.tick();
  expect(say(bench, an, '2026-11-23 09:00').ok).toBe(true);
  await bench.liveTo('2026-11-23 08:59');
  expect(remindersTo(bench, an).filter((text) => text.startsWith('🔴'))).toEqual([]);
  expect(remindersTo(bench, lan)).toEqual([]);
  await bench.liveTo('2026-11-23 12:00');
  const after = remindersTo(bench, an).filter((text) => !text.startsWith('⏰'));
  expect(after).toHaveLength(1);
  expect(after[0]).toContain('hẹn gửi trước 9:00 hôm nay; bot chưa nhận được');
  expect(remindersTo(bench, lan)).toHaveLength(1);
  // The fifth day comes as ever.
  await bench.liveTo('2026-11-25 09:00');
  expect(remindersTo(bench, an).at(-1)).toContain('Quá hạn 5 ngày làm việc');
});

it('never holds the reminders of the last day back', async () => {
  const bench = createBench({ start: '2026-11-16 09:00' });
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  say(bench, an, '2026-11-19 09:00');
  await bench.liveTo('2026-11-17 16:00');
  expect(remindersTo(bench, an).filter((text) => text.includes('ngày làm việc cuối cùng'))).toHaveLength(2);
});

it('a report that came in time is followed by nothing', async () => {
  const bench = createBench({ start: '2026-11-17 10:00' });
  const an = bench.join('liaison', 'HBG');
  await bench.liveTo('2026-11-18 10:00');
  const before = bench.texts(an).length;
  say(bench, an, '2026-11-18 17:00');
  bench.submit(an, 'HBG', '2026-11');
  await bench.liveTo('2026-11-26 09:00');
  expect(bench.texts(an)).toHaveLength(before);
});

it('a machine that slept over the promised time says it when it wakes, once, and not at night', async () => {
  const bench = createBench({ start: '2026-11-17 16:00' });
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  say(bench, an, '2026-11-17 20:00');
  await bench.sleepTo('2026-11-17 23:00');
  expect(remindersTo(bench, an).filter((text) => text.startsWith('⌛'))).toEqual([]);
  await bench.sleepTo('2026-11-18 07:30');
  await bench.tick();
  expect(remindersTo(bench, an).filter((text) => text.startsWith('⌛'))).toHaveLength(1);
});

it('a later promise takes the place of the one before', async () => {
  const bench = createBench({ start: '2026-11-17 10:00' });
  const an = bench.join('liaison', 'HBG');
  const mai = bench.join('liaison', 'HBG');
  await bench.liveTo('2026-11-18 10:00');
  say(bench, an, '2026-11-18 14:00');
  say(bench, mai, '2026-11-18 16:00');
  await bench.liveTo('2026-11-18 15:00');
  expect(remindersTo(bench, an).filter((text) => text.startsWith('⌛'))).toEqual([]);
  await bench.liveTo('2026-11-18 17:00');
  // Who said it is told.
  expect(remindersTo(bench, mai).filter((text) => text.startsWith('⌛'))).toHaveLength(1);
  expect(remindersTo(bench, an).filter((text) => text.startsWith('⌛'))).toEqual([]);
});

it.each<[string, (bench: Bench) => Member, string]>([
  ['staff of the unit', (bench) => bench.join('staff', 'HBG'), 'no-such-task'],
  ['a liaison of another unit', (bench) => bench.join('liaison', 'HCG'), 'no-such-task'],
  ['a coordinator', (bench) => bench.join('coordinator'), 'no-such-task'],
])('%s promises nothing for a unit', (_who, join, problem) => {
  const bench = createBench({ start: '2026-11-17 16:00' });
  void bench.bot().jobs[0]?.run(bench.clock.now());
  expect(say(bench, join(bench), '2026-11-17 20:00')).toMatchObject({ ok: false, problem: { problem } });
});

it('refuses a moment that is over, one too far away, and a report that is in', async () => {
  const bench = createBench({ start: '2026-11-17 16:00' });
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  expect(say(bench, an, '2026-11-17 16:00')).toMatchObject({ problem: { problem: 'moment-over' } });
  expect(say(bench, an, '2026-12-17 16:00')).toMatchObject({ problem: { problem: 'promise-too-far' } });
  bench.submit(an, 'HBG', '2026-11');
  expect(say(bench, an, '2026-11-17 20:00')).toMatchObject({ problem: { problem: 'nothing-owed' } });
});

it("what somebody promised is nobody's word once they withdrew, and the other one's once two became one", async () => {
  const bench = createBench({ start: '2026-11-17 16:00' });
  const an = bench.join('liaison', 'HBG');
  const mai = bench.join('liaison', 'HCG');
  await bench.tick();
  say(bench, an, '2026-11-17 20:00');
  say(bench, mai, '2026-11-17 20:00', 'HCG');
  bench.store.erasure.begin(an.person, bench.clock.now());
  const lan = bench.join('leader', 'HCG');
  bench.store.merging.merge({ from: mai.person, into: lan.person, now: bench.clock.now() });
  const of = (unit: string) => bench.store.promises.latestOf(bench.task(unit, '2026-11').id)?.person;
  expect(of('HBG')).toBeNull();
  expect(of('HCG')).toBe(lan.person);
});
