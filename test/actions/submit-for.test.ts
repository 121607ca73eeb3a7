import { describe, expect, it } from 'vitest';
import { endRoles } from '../../src/actions/end-access.ts';
import { pressUndo } from '../../src/actions/press-undo.ts';
import { acceptReports } from '../../src/actions/review-report.ts';
import { submitFor } from '../../src/actions/submit-for.ts';
import { waiveTasks } from '../../src/actions/waive-tasks.ts';
import { asSeen } from '../support/as-seen.ts';
import { at, createBench } from '../support/bot-bench.ts';

async function scene() {
  const bench = createBench({ start: '2026-11-16 09:00' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  const binh = bench.join('admin', null, { name: 'Bình' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  await bench.tick();
  await bench.liveTo('2026-11-18 09:00');
  const { desk } = bench.bot();
  const task = () => bench.task('HBG', '2026-11');
  const act = (person = tu.person) => ({ person, at: bench.clock.now() });
  const report = { nothingToReport: false, values: { hoi_nghi: 3, ket_qua: 'Đã họp' } };
  const key = (order: Partial<Parameters<typeof submitFor>[2]> = {}, person = tu.person) =>
    submitFor(desk, act(person), {
      task: task().id,
      document: '125/BC-UBND ngày 16/11/2026',
      receivedAt: at('2026-11-17 15:30'),
      report,
      attachments: [],
      over: 0,
      ...order,
    });
  return { bench, desk, tu, binh, an, task, act, key };
}

describe('a report that came on paper', () => {
  it('is on time by when it was received, stops the reminders, and the unit gets the receipt', async () => {
    const { bench, an, task, key } = await scene();
    expect(key()).toMatchObject({ ok: true, value: { timeliness: 'on_time', told: { people: 1 } } });
    expect(task()).toMatchObject({ state: 'submitted', timeliness: 'on_time', firstValidAt: at('2026-11-17 15:30') });
    expect(bench.store.milestones.plannedOf(task().id)).toEqual([]);
    expect(bench.store.submissions.latestOf(task().id)).toMatchObject({
      via: 'paper',
      report: { values: { hoi_nghi: 3, van_ban: '125/BC-UBND ngày 16/11/2026' } },
    });
    await bench.tick();
    expect(bench.texts(an).some((text) => text.includes('125/BC-UBND'))).toBe(true);
  });

  it('may come without figures; what is keyed in later leaves timeliness', async () => {
    const { task, key } = await scene();
    expect(key({ report: null })).toMatchObject({ ok: true, value: { version: 1 } });
    expect(key({ over: 1, receivedAt: at('2026-11-18 08:00') })).toMatchObject({ ok: true, value: { version: 2 } });
    expect(task().timeliness).toBe('on_time');
  });

  it('of two coordinators at once is recorded once', async () => {
    const { bench, binh, task, key } = await scene();
    key();
    expect(key({}, binh.person)).toEqual({ ok: false, problem: { problem: 'nothing-to-change' } });
    expect(bench.store.submissions.ofTask(task().id)).toHaveLength(1);
  });

  it('came neither tomorrow nor before its period, and holds what a report must', async () => {
    const { key } = await scene();
    for (const receivedAt of [at('2026-11-18 09:01'), at('2026-10-14 23:00')])
      expect(key({ receivedAt })).toEqual({ ok: false, problem: { problem: 'received-when' } });
    const report = { nothingToReport: false, values: { hoi_nghi: -3 } };
    expect(key({ report })).toMatchObject({ problem: { problem: 'faulty-report' } });
  });

  it('is keyed in by who may, for who owes it', async () => {
    const { desk, tu, binh, an, task, act, key } = await scene();
    expect(key({}, an.person)).toEqual({ ok: false, problem: { problem: 'not-allowed' } });
    waiveTasks(desk, act(binh.person), { ...asSeen(desk, task()), reason: 'sáp nhập' });
    expect(key()).toMatchObject({ problem: { problem: 'task-closed' } });
    endRoles(desk, act(binh.person), { person: tu.person, roles: null, reason: 'Chuyển' });
    expect(key()).toEqual({ ok: false, problem: { problem: 'not-allowed' } });
  });
});

describe('taking a keyed-in report back', () => {
  it('leaves the task as it was, with the reminders to come; the unit is told and the audit has its line', async () => {
    const { bench, desk, an, task, act, key } = await scene();
    const before = task();
    const planned = bench.store.milestones.plannedOf(before.id).map((one) => one.key);
    key();
    expect(pressUndo(desk, act(), null).ok).toBe(true);
    const { scheduleVersion: _, ...same } = before;
    expect(task()).toMatchObject(same);
    expect(bench.store.submissions.latestOf(before.id)).toBeNull();
    expect(bench.store.milestones.plannedOf(before.id).map((one) => one.key)).toEqual(planned);
    await bench.tick();
    expect(bench.texts(an).at(-1)).toContain('vẫn phải nộp');
    expect(bench.store.audit.check().broken).toBeNull();
    expect(pressUndo(desk, act(), null)).toEqual({ ok: false, problem: { problem: 'nothing-to-undo' } });
    // Keyed in again, it is the first version again.
    expect(key()).toMatchObject({ ok: true, value: { version: 1, timeliness: 'on_time' } });
  });

  it('of a unit that had sent one itself leaves that one in force', async () => {
    const { bench, desk, an, task, act, key } = await scene();
    bench.submit(an, 'HBG', '2026-11');
    const before = task();
    expect(key({ over: 1 }).ok).toBe(true);
    expect(pressUndo(desk, act(), null).ok).toBe(true);
    expect(task()).toMatchObject({
      state: 'submitted',
      timeliness: before.timeliness,
      firstValidAt: before.firstValidAt,
    });
    expect(bench.store.submissions.latestOf(before.id)?.version).toBe(1);
  });

  it('is too late once the unit sent another version or somebody accepted it', async () => {
    const newer = await scene();
    newer.key();
    newer.bench.submit(newer.an, 'HBG', '2026-11');
    expect(pressUndo(newer.desk, newer.act(), null)).toEqual({ ok: false, problem: { problem: 'built-on' } });
    const accepted = await scene();
    accepted.key();
    acceptReports(accepted.desk, accepted.act(accepted.binh.person), [{ task: accepted.task().id, version: 1 }]);
    expect(pressUndo(accepted.desk, accepted.act(), null)).toEqual({ ok: false, problem: { problem: 'built-on' } });
  });

  it('is for whoever keyed it in, and not for a liaison', async () => {
    const { desk, an, binh, act, key } = await scene();
    const done = key();
    const id = done.ok ? done.value.undo.id : 0;
    for (const other of [an, binh])
      expect(pressUndo(desk, act(other.person), id)).toEqual({ ok: false, problem: { problem: 'nothing-to-undo' } });
  });
});
