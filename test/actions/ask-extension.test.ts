import { describe, expect, it } from 'vitest';
import { askExtension, refuseExtension } from '../../src/actions/ask-extension.ts';
import { endRoles } from '../../src/actions/end-access.ts';
import { createBench } from '../support/bot-bench.ts';
import { isDigest } from '../support/digest.ts';

async function scene() {
  const bench = createBench({ start: '2026-11-16 15:00' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  const binh = bench.join('admin', null, { name: 'Bình' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  const staff = bench.join('staff', 'HBG', { name: 'Lan' });
  await bench.tick();
  const { desk } = bench.bot();
  const task = bench.task('HBG', '2026-11');
  const ask = (person: number, until = '2026-11-20') =>
    askExtension(desk, { person, at: bench.clock.now() }, { task: task.id, until, reason: 'ốm' });
  const refuse = (person: number, reason = 'sắp họp') =>
    refuseExtension(desk, { person, at: bench.clock.now() }, { task: task.id, reason });
  return { bench, desk, tu, binh, an, staff, task, ask, refuse };
}

describe('a request for a later deadline', () => {
  it('leaves the deadline as it is, and tells the coordinators once a day', async () => {
    const { bench, tu, an, task, ask } = await scene();
    expect(ask(an.person)).toMatchObject({ ok: true, value: { isNew: true } });
    expect(ask(an.person)).toMatchObject({ ok: true, value: { isNew: false } });
    await bench.tick();
    expect(bench.texts(tu).filter((text) => text.includes('xin gia hạn'))).toHaveLength(1);
    expect(bench.task('HBG', '2026-11')).toMatchObject({ cutOffAt: task.cutOffAt, extended: 0 });
  });

  it('is refused once, with a reason, by who may extend', async () => {
    const { tu, binh, an, ask, refuse } = await scene();
    expect(refuse(tu.person)).toMatchObject({ problem: { problem: 'nothing-to-change' } });
    ask(an.person);
    expect(refuse(an.person)).toMatchObject({ problem: { problem: 'not-allowed' } });
    expect(refuse(tu.person, ' ')).toMatchObject({ problem: { problem: 'reason-needed' } });
    expect(refuse(tu.person)).toMatchObject({ ok: true });
    expect(refuse(binh.person)).toMatchObject({ problem: { problem: 'nothing-to-change' } });
  });

  it('comes from who reports for the unit, and from nobody who was removed', async () => {
    const { bench, desk, tu, an, staff, ask } = await scene();
    expect(ask(staff.person)).toMatchObject({ problem: { problem: 'no-such-task' } });
    expect(ask(an.person, '2026-11-17')).toMatchObject({ problem: { problem: 'due-day-over' } });
    endRoles(desk, { person: tu.person, at: bench.clock.now() }, { person: an.person, roles: null, reason: 'chuyển' });
    expect(ask(an.person)).toMatchObject({ problem: { problem: 'no-such-task' } });
  });

  it('stands in the digest until it is answered', async () => {
    const { bench, tu, an, ask, refuse } = await scene();
    ask(an.person);
    await bench.liveTo('2026-11-17 12:00');
    const digest = () => bench.texts(tu).filter(isDigest).at(-1) ?? '';
    expect(digest()).toContain('Huyện Bình Giang, Báo cáo tháng 11/2026: xin đến hết 20/11/2026');
    refuse(tu.person);
    await bench.liveTo('2026-11-17 20:00');
    expect(digest()).toContain('Cuối ngày');
    expect(digest()).not.toContain('gia hạn');
  });
});
