import { describe, expect, it } from 'vitest';
import { endRoles } from '../../src/actions/end-access.ts';
import { pressUndo } from '../../src/actions/press-undo.ts';
import { returnReport } from '../../src/actions/review-report.ts';
import { oweAgain, waiveTasks } from '../../src/actions/waive-tasks.ts';
import { plain } from '../../src/wording/rich-text.ts';
import { withUndo } from '../../src/wording/undo.ts';
import { asSeen } from '../support/as-seen.ts';
import { at, createBench, ZONE } from '../support/bot-bench.ts';

const MINUTE = 60_000;

async function scene() {
  const bench = createBench({ start: '2026-11-10 09:00' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  const binh = bench.join('admin', null, { name: 'Bình' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  await bench.tick();
  const { desk } = bench.bot();
  const task = (unit = 'HBG') => bench.task(unit, '2026-11');
  const act = (person = tu.person) => ({ person, at: bench.clock.now() });
  const waive = (units: readonly string[] = ['HBG'], person = tu.person, reason = 'Đang sáp nhập.') =>
    waiveTasks(desk, act(person), { ...asSeen(desk, ...units.map(task)), reason });
  const undoOf = (done: ReturnType<typeof waive>): number => (done.ok ? done.value.undo.id : 0);
  const undo = (id: number | null, person = tu.person) => pressUndo(desk, act(person), id);
  return { bench, desk, tu, binh, an, task, act, waive, undoOf, undo };
}

describe('what was done can be taken back', () => {
  it('as long as its time runs, once, and by whoever did it', async () => {
    const { bench, binh, task, waive, undoOf, undo } = await scene();
    const id = undoOf(waive());
    expect(task()).toMatchObject({ state: 'waived', stateReason: 'Đang sáp nhập' });
    expect(undo(id, binh.person)).toEqual({ ok: false, problem: { problem: 'nothing-to-undo' } });
    await bench.clock.advance(29 * MINUTE);
    expect(undo(id)).toMatchObject({ ok: true });
    expect(task()).toMatchObject({ state: 'open', stateReason: null });
    expect(undo(id)).toEqual({ ok: false, problem: { problem: 'undone-before' } });
    expect(undo(null)).toEqual({ ok: false, problem: { problem: 'nothing-to-undo' } });
    expect(bench.store.audit.check().broken).toBeNull();
  });

  it('not after its time', async () => {
    const { bench, task, waive, undoOf, undo } = await scene();
    const id = undoOf(waive());
    await bench.clock.advance(30 * MINUTE);
    expect(undo(id)).toEqual({ ok: false, problem: { problem: 'too-late-to-undo' } });
    expect(task()).toMatchObject({ state: 'waived' });
  });

  it('not when somebody else decided since, even back to the same', async () => {
    const { desk, binh, task, act, waive, undoOf, undo } = await scene();
    const id = undoOf(waive());
    oweAgain(desk, act(binh.person), { ...asSeen(desk, task()), reason: 'Vẫn phải nộp' });
    waive(['HBG'], binh.person, 'Nghĩ lại');
    expect(undo(id)).toEqual({ ok: false, problem: { problem: 'built-on' } });
    expect(task()).toMatchObject({ state: 'waived', stateReason: 'Nghĩ lại' });
  });

  it('the part that nobody built on, and says how much was left', async () => {
    const { desk, binh, task, act, waive, undoOf, undo } = await scene();
    const id = undoOf(waive(['HBG', 'HCG']));
    oweAgain(desk, act(binh.person), { ...asSeen(desk, task('HCG')), reason: 'Vẫn phải nộp' });
    const undone = undo(id);
    expect(undone.ok && JSON.stringify(undone.value)).toContain('Còn 1 báo cáo giữ nguyên');
    expect([task().state, task('HCG').state]).toEqual(['open', 'open']);
  });

  it('not by somebody whose right was taken away meanwhile', async () => {
    const { bench, desk, tu, binh, task, waive, undoOf, undo } = await scene();
    const id = undoOf(waive());
    endRoles(
      desk,
      { person: binh.person, at: bench.clock.now() },
      { person: tu.person, roles: null, reason: 'Chuyển' },
    );
    expect(undo(id)).toEqual({ ok: false, problem: { problem: 'not-allowed' } });
    expect(task()).toMatchObject({ state: 'waived' });
  });

  it('through a forged button, by nobody', async () => {
    const { bench, an, task, waive, undoOf } = await scene();
    const id = undoOf(waive());
    await bench.type(an, `/hoantac ${id}`);
    await bench.type(an, 'hoàn tác');
    await bench.clock.advance(5000);
    expect(bench.texts(an).filter((text) => text.includes('Không có việc nào'))).toHaveLength(2);
    expect(task()).toMatchObject({ state: 'waived' });
  });
});

it('stands under an answer after whatever else may be chosen there', () => {
  const offer = { id: 7, until: at('2026-11-10 09:30'), zone: ZONE };
  const [more] = [{ label: 'Xem', value: '/tonghop' }];
  const under = withUndo({ text: ['Đã xong.'], choices: [[more]], answer: 'pick' }, offer);
  expect(plain(under.text)).toContain('trước 09:30');
  expect(under.choices?.map(([choice]) => choice?.value)).toEqual(['/tonghop', '/hoantac 7']);
  expect(withUndo(['Đã xong.'], offer).choices).toHaveLength(1);
});

describe('a waiver', () => {
  it('ends the reminders and tells the unit; taken back, those still to come are planned anew', async () => {
    const { bench, an, task, waive, undoOf, undo } = await scene();
    const { id: taskId } = task();
    const before = bench.store.milestones.plannedOf(taskId).filter(({ dueAt }) => dueAt > bench.clock.now());
    const id = undoOf(waive());
    await bench.tick();
    expect(bench.texts(an).at(-1)).toContain('Được miễn báo cáo');
    expect(bench.store.milestones.plannedOf(taskId)).toEqual([]);
    undo(id);
    await bench.tick();
    expect(bench.texts(an).at(-1)).toContain('Không còn được miễn');
    const after = bench.store.milestones.plannedOf(taskId);
    expect(after.map(({ key, dueAt }) => [key, dueAt])).toEqual(before.map(({ key, dueAt }) => [key, dueAt]));
    expect(after.every(({ scheduleVersion }) => scheduleVersion === 2)).toBe(true);
  });

  it('needs the right and a reason, and leaves alone what was handed in', async () => {
    const { bench, an, task, waive } = await scene();
    expect(waive(['HBG'], an.person)).toEqual({ ok: false, problem: { problem: 'not-allowed' } });
    expect(waive(['HBG'], undefined, ' . ')).toEqual({ ok: false, problem: { problem: 'reason-needed' } });
    bench.submit(an, 'HBG', '2026-11');
    expect(waive()).toEqual({ ok: false, problem: { problem: 'nothing-to-change' } });
    expect(task()).toMatchObject({ state: 'submitted' });
  });
});

it('of a single report is the same whether its task is named or not; of another task there is nothing', async () => {
  const { bench, desk, an, task, act } = await scene();
  bench.submit(an, 'HBG', '2026-11');
  const id = task().id;
  const returned = returnReport(desk, act(), {
    task: id,
    version: 1,
    state: 'submitted',
    reason: 'Sai số',
    fields: [],
  });
  const offer = returned.ok ? returned.value.undo.id : 0;
  expect(pressUndo(desk, act(), offer, task('HCG').id)).toEqual({ ok: false, problem: { problem: 'nothing-to-undo' } });
  expect(pressUndo(desk, act(), offer, id)).toMatchObject({ ok: true });
  expect(task().state).toBe('submitted');
});
