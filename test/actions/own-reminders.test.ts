import { expect, it } from 'vitest';
import { chooseHour } from '../../src/actions/own-hour.ts';
import { promiseReport } from '../../src/actions/promise-report.ts';
import { snooze } from '../../src/actions/snooze.ts';
import { at, type Bench, createBench, type Member } from '../support/bot-bench.ts';

const remindersTo = (bench: Bench, member: Member): string[] =>
  bench.texts(member).filter((text) => /^(⏰|🔴|⌛)/u.test(text));

function hour(bench: Bench, { person }: Member, time: string | null) {
  return chooseHour(bench.bot().desk, { person, at: bench.clock.now() }, time);
}

function again(bench: Bench, { person }: Member, moment: string, unit = 'HBG') {
  const order = { tasks: [bench.task(unit, '2026-11').id], at: at(moment) };
  return snooze(bench.bot().desk, { person, at: bench.clock.now() }, order);
}

it('an own hour moves the ordinary reminders of its person alone, earlier or later, each once', async () => {
  const bench = createBench({ start: '2026-11-09 09:00' });
  const early = bench.join('liaison', 'HBG');
  const late = bench.join('liaison', 'HBG');
  const usual = bench.join('liaison', 'HBG');
  expect(hour(bench, early, '07:15').ok).toBe(true);
  expect(hour(bench, late, '16:00').ok).toBe(true);
  await bench.liveTo('2026-11-10 07:20');
  const counts = () => [early, usual, late].map((member) => remindersTo(bench, member).length);
  expect(counts()).toEqual([1, 0, 0]);
  await bench.liveTo('2026-11-10 15:59');
  expect(counts()).toEqual([1, 1, 0]);
  await bench.liveTo('2026-11-10 20:00');
  expect(counts()).toEqual([1, 1, 1]);
});

it('reminders of the last day, and what shares a message with them, come when the plan says', async () => {
  const bench = createBench({ start: '2026-11-16 09:00' });
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  const before = remindersTo(bench, an).length;
  hour(bench, an, '20:00');
  await bench.liveTo('2026-11-17 08:35');
  expect(remindersTo(bench, an)).toHaveLength(before + 1);
  await bench.liveTo('2026-11-17 15:05');
  expect(remindersTo(bench, an)).toHaveLength(before + 2);
});

it('a bot that slept over the own hour reminds when it wakes', async () => {
  const bench = createBench({ start: '2026-11-09 09:00' });
  const an = bench.join('liaison', 'HBG');
  hour(bench, an, '14:00');
  await bench.liveTo('2026-11-10 09:00');
  await bench.sleepTo('2026-11-11 09:00');
  await bench.tick();
  expect(remindersTo(bench, an)).toHaveLength(1);
});

it('an early hour breaks no promise', async () => {
  const bench = createBench({ start: '2026-11-09 16:00' });
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  hour(bench, an, '07:15');
  const act = { person: an.person, at: bench.clock.now() };
  promiseReport(bench.bot().desk, act, bench.task('HBG', '2026-11').id, at('2026-11-11 17:00'));
  await bench.liveTo('2026-11-11 16:00');
  expect(remindersTo(bench, an)).toEqual([]);
});

it('an hour outside the sending hours is refused', () => {
  const bench = createBench({ start: '2026-11-09 09:00' });
  const an = bench.join('liaison', 'HBG');
  for (const time of ['06:59', '20:31', '23:00'])
    expect(hour(bench, an, time)).toMatchObject({ ok: false, problem: { problem: 'hour-outside' } });
});

it('reminds again at the asked moment, the last wish counts, and nothing once the report is in', async () => {
  const bench = createBench({ start: '2026-11-11 09:00' });
  const an = bench.join('liaison', 'HBG');
  const mai = bench.join('liaison', 'HCG');
  await bench.tick();
  const before = remindersTo(bench, an).length;
  again(bench, an, '2026-11-11 11:00');
  again(bench, an, '2026-11-11 14:00');
  again(bench, mai, '2026-11-11 14:00', 'HCG');
  bench.submit(mai, 'HCG', '2026-11');
  const beforeMai = remindersTo(bench, mai).length;
  await bench.liveTo('2026-11-11 13:59');
  expect(remindersTo(bench, an)).toHaveLength(before);
  await bench.liveTo('2026-11-11 15:00');
  expect(remindersTo(bench, an)).toHaveLength(before + 1);
  expect(remindersTo(bench, mai)).toHaveLength(beforeMai);
});

it('refuses a fourth moment, the past, another unit, and who is no member', async () => {
  const bench = createBench({ start: '2026-11-11 09:00' });
  const an = bench.join('liaison', 'HBG');
  const stranger = bench.join('coordinator', null);
  const units = ['HCG', 'HNG', 'HTK'];
  for (const unit of units) bench.store.people.join(an.person, 'liaison', unit, bench.clock.now());
  await bench.tick();
  expect(again(bench, an, '2026-11-11 08:00')).toMatchObject({ problem: { problem: 'moment-over' } });
  expect(again(bench, an, '2026-12-11 08:00')).toMatchObject({ problem: { problem: 'snooze-too-far' } });
  expect(again(bench, stranger, '2026-11-11 14:00')).toMatchObject({ problem: { problem: 'no-such-task' } });
  expect(again(bench, an, '2026-11-11 14:00').ok).toBe(true);
  expect(again(bench, an, '2026-11-11 15:00', 'HCG').ok).toBe(true);
  expect(again(bench, an, '2026-11-11 16:00', 'HNG').ok).toBe(true);
  expect(again(bench, an, '2026-11-11 17:00', 'HTK')).toMatchObject({ problem: { problem: 'too-many-snoozes' } });
  expect(again(bench, an, '2026-11-11 16:00', 'HTK').ok).toBe(true);
  expect(bench.store.audit.check().broken).toBeNull();
});

it('a wish for the night comes when the hours begin', async () => {
  const bench = createBench({ start: '2026-11-13 15:00' });
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  expect(again(bench, an, '2026-11-14 10:00')).toMatchObject({ value: { at: at('2026-11-16 07:00') } });
});
