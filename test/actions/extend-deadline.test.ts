import { describe, expect, it } from 'vitest';
import { endRoles } from '../../src/actions/end-access.ts';
import { extendDeadlines } from '../../src/actions/extend-deadline.ts';
import { pressUndo } from '../../src/actions/press-undo.ts';
import { at, createBench } from '../support/bot-bench.ts';

async function scene(start = '2026-11-16 15:00') {
  const bench = createBench({ start });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  const binh = bench.join('admin', null, { name: 'Bình' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  await bench.tick();
  const { desk } = bench.bot();
  const task = (unit = 'HBG') => bench.task(unit, '2026-11');
  const act = (person = tu.person) => ({ person, at: bench.clock.now() });
  const seenOf = (units: readonly string[]) =>
    Object.fromEntries(units.map((unit) => [task(unit).id, task(unit).scheduleVersion]));
  const extend = (
    until: string,
    { units = ['HBG'], person = tu.person, reason = 'Mưa lũ', seen = seenOf(units) }: Partial<Parameters> = {},
  ) => extendDeadlines(desk, act(person), { tasks: units.map((unit) => task(unit).id), until, reason, seen });
  const planned = () =>
    bench.store.milestones.plannedOf(task().id).map(({ key, dueAt, scheduleVersion }) => [key, dueAt, scheduleVersion]);
  return { bench, desk, tu, binh, an, task, act, extend, seenOf, planned };
}

interface Parameters {
  units: readonly string[];
  person: number;
  reason: string;
  seen: Record<number, number>;
}

describe('an extension', () => {
  it('moves what timeliness is judged by, leaves the legal day, and the reminders follow', async () => {
    const { bench, an, task, extend, planned } = await scene();
    expect(extend('2026-11-20')).toMatchObject({ ok: true, value: { told: { people: 1 } } });
    expect(task()).toMatchObject({
      legalDay: '2026-11-18',
      namedDay: '2026-11-21',
      lastGoodDay: '2026-11-20',
      cutOffAt: at('2026-11-21 00:00'),
      extended: 1,
      scheduleVersion: 2,
    });
    expect(planned().slice(0, 3)).toEqual([
      ['L-2', at('2026-11-18 08:30'), 2],
      ['L', at('2026-11-20 08:30'), 2],
      ['L-15h', at('2026-11-20 15:00'), 2],
    ]);
    await bench.liveTo('2026-11-20 23:59');
    bench.submit(an, 'HBG', '2026-11');
    expect(task()).toMatchObject({ timeliness: 'on_time' });
    expect(bench.texts(an).some((text) => text.includes('quá hạn'))).toBe(false);
  });

  it('granted after a late submission makes it on time; taken back, late again', async () => {
    const { bench, desk, an, task, act, extend } = await scene();
    await bench.liveTo('2026-11-18 00:00');
    bench.submit(an, 'HBG', '2026-11');
    expect(task()).toMatchObject({ timeliness: 'late' });
    // Granted even when its day is over: the report was there by then.
    await bench.liveTo('2026-11-20 09:00');
    expect(extend('2026-11-18')).toMatchObject({ ok: true });
    expect(task()).toMatchObject({ timeliness: 'on_time', firstValidAt: at('2026-11-18 00:00'), state: 'submitted' });
    expect(pressUndo(desk, act(), null)).toMatchObject({ ok: true });
    expect(task()).toMatchObject({ timeliness: 'late', lastGoodDay: '2026-11-17', extended: 0 });
    expect(bench.store.audit.check().broken).toBeNull();
  });

  it('never makes an on-time one late, nor a deadline earlier, and chases nobody who has submitted', async () => {
    const { bench, an, task, extend, planned } = await scene();
    bench.submit(an, 'HBG', '2026-11');
    expect(extend('2026-11-20')).toEqual({ ok: false, problem: { problem: 'nothing-to-change' } });
    expect(extend('2026-11-17', { units: ['HCG'] })).toEqual({ ok: false, problem: { problem: 'nothing-to-change' } });
    expect(extend('2026-11-16', { units: ['HCG'] })).toMatchObject({ ok: false });
    expect(task()).toMatchObject({ timeliness: 'on_time', extended: 0 });
    expect(planned()).toEqual([]);
  });

  it('of a day that is over is of no use to who still owes', async () => {
    const { bench, extend } = await scene();
    await bench.liveTo('2026-11-23 09:00');
    expect(extend('2026-11-20')).toEqual({ ok: false, problem: { problem: 'nothing-to-change' } });
  });

  it('two at once: one has effect, the other one does not', async () => {
    const { binh, task, extend, seenOf } = await scene();
    const seen = seenOf(['HBG']);
    expect(extend('2026-11-20', { seen })).toMatchObject({ ok: true });
    expect(extend('2026-11-25', { seen, person: binh.person })).toMatchObject({
      problem: { problem: 'nothing-to-change' },
    });
    expect(task()).toMatchObject({ lastGoodDay: '2026-11-20', scheduleVersion: 2 });
  });

  it('is taken back with the reminders, unless somebody extended it further since', async () => {
    const { desk, binh, task, act, extend, planned } = await scene();
    const before = planned().map(([key, dueAt]) => [key, dueAt]);
    const first = extend('2026-11-20');
    expect(pressUndo(desk, act(), null)).toMatchObject({ ok: true });
    expect(planned().map(([key, dueAt]) => [key, dueAt])).toEqual(before);
    expect(task()).toMatchObject({ lastGoodDay: '2026-11-17', extended: 0, scheduleVersion: 3 });
    const second = extend('2026-11-20');
    extend('2026-11-25', { person: binh.person });
    expect(first.ok && second.ok && pressUndo(desk, act(), second.value.undo.id)).toEqual({
      ok: false,
      problem: { problem: 'built-on' },
    });
    expect(task()).toMatchObject({ lastGoodDay: '2026-11-25' });
  });

  it('survives another run of the plan', async () => {
    const { bench, task, extend } = await scene();
    extend('2026-11-20');
    bench.store.facts.set('plan_revision', 'another');
    await bench.tick();
    expect(task()).toMatchObject({ lastGoodDay: '2026-11-20', extended: 1, scheduleVersion: 2 });
  });

  it('needs the right, which is gone with the role, and a reason', async () => {
    const { bench, desk, tu, binh, an, task, extend } = await scene();
    expect(extend('2026-11-20', { person: an.person })).toEqual({ ok: false, problem: { problem: 'not-allowed' } });
    expect(extend('2026-11-20', { reason: '  ' })).toEqual({ ok: false, problem: { problem: 'reason-needed' } });
    expect(extend('2026-11-20', { reason: 'x'.repeat(501) })).toMatchObject({ problem: { problem: 'text-too-long' } });
    endRoles(
      desk,
      { person: binh.person, at: bench.clock.now() },
      { person: tu.person, roles: null, reason: 'Chuyển' },
    );
    expect(extend('2026-11-20')).toEqual({ ok: false, problem: { problem: 'not-allowed' } });
    expect(task()).toMatchObject({ extended: 0 });
  });

  it('taken back in the last hours of the old deadline, its people are told at once, night or not', async () => {
    const { bench, desk, an, act, extend } = await scene('2026-11-17 22:30');
    extend('2026-11-20');
    await bench.liveTo('2026-11-17 22:40');
    expect(pressUndo(desk, act(), null)).toMatchObject({ ok: true });
    await bench.tick();
    expect(bench.texts(an).at(-1)).toContain(
      'Hạn trở lại: trước 18/11/2026 (chậm nhất hết thứ Ba 17/11). Nộp sau hạn này được ghi nhận là nộp muộn.',
    );
  });

  it('taken back when the old deadline is over, they are told so, and nothing comes as if it were not', async () => {
    const { bench, desk, an, act, extend, planned } = await scene();
    await bench.liveTo('2026-11-18 07:30');
    extend('2026-11-20');
    await bench.tick();
    const before = bench.texts(an).length;
    expect(pressUndo(desk, act(), null)).toMatchObject({ ok: true });
    await bench.tick();
    const [told, ...more] = bench.texts(an).slice(before);
    expect(told).toContain('Hạn này đã qua: xin nộp ngay, bot vẫn nhận và ghi nhận là nộp muộn.');
    expect(more).toEqual([]);
    expect(planned().map(([key]) => key)).toEqual(['T+1', 'T+3', 'T+5']);
    await bench.liveTo('2026-11-20 20:00');
    expect(bench.texts(an).slice(before + 1)).toEqual([
      expect.stringContaining('🔴 Báo cáo đã quá hạn'),
      expect.stringContaining('🔴 Báo cáo đã quá hạn'),
    ]);
  });

  it('who reported meanwhile and is late again reads so', async () => {
    const { bench, desk, an, act, extend } = await scene();
    await bench.liveTo('2026-11-18 09:00');
    extend('2026-11-20');
    bench.submit(an, 'HBG', '2026-11');
    expect(pressUndo(desk, act(), null)).toMatchObject({ ok: true });
    await bench.tick();
    expect(bench.texts(an).at(-1)).toContain('Báo cáo đã nộp lại được ghi nhận là nộp muộn.');
  });
});
