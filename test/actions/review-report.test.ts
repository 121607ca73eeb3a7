import { describe, expect, it } from 'vitest';
import { endRoles } from '../../src/actions/end-access.ts';
import { pressUndo } from '../../src/actions/press-undo.ts';
import { acceptReports, returnReport } from '../../src/actions/review-report.ts';
import { enqueueProactive } from '../../src/delivery/enqueue.ts';
import { dayOf } from '../../src/domain/calendar.ts';
import { sayReturned } from '../../src/wording/review.ts';
import { plain } from '../../src/wording/rich-text.ts';
import { at, createBench, ZONE } from '../support/bot-bench.ts';

async function scene() {
  const bench = createBench({ start: '2026-11-16 09:00' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  const binh = bench.join('admin', null, { name: 'Bình' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  await bench.tick();
  bench.submit(an, 'HBG', '2026-11');
  const { desk } = bench.bot();
  const task = () => bench.task('HBG', '2026-11');
  const act = (person = tu.person) => ({ person, at: bench.clock.now() });
  const accept = (person = tu.person, version = 1) => acceptReports(desk, act(person), [{ task: task().id, version }]);
  const isAccepted = () => task().state === 'accepted';
  const giveBack = (person = tu.person, version = 1, reason = 'Chưa khớp', state = isAccepted()) => {
    const seen = { task: task().id, version, state: state ? 'accepted' : 'submitted' } as const;
    return returnReport(desk, act(person), { ...seen, reason, fields: ['hoi_nghi', 'no_such_field'] });
  };
  return { bench, desk, tu, binh, an, task, act, accept, giveBack };
}

const REFUSED = { ok: false, problem: { problem: 'not-allowed' } };
const OVERTAKEN = { ok: false, problem: { problem: 'nothing-to-change' } };

describe('a review', () => {
  it('of two coordinators at once has one effect, whichever way', async () => {
    const { binh, task, accept, giveBack } = await scene();
    expect(giveBack()).toMatchObject({ ok: true, value: { told: { people: 1 } } });
    expect(accept(binh.person)).toEqual(OVERTAKEN);
    expect(giveBack(binh.person)).toEqual(OVERTAKEN);
    expect(task()).toMatchObject({ state: 'returned', stateReason: 'Chưa khớp', objected: '["hoi_nghi"]' });
  });

  it('that was accepted while another coordinator looked at it is not opened again by theirs', async () => {
    const { binh, task, accept, giveBack } = await scene();
    expect(accept()).toMatchObject({ ok: true });
    expect(giveBack(binh.person, 1, 'Thiếu số', false)).toEqual(OVERTAKEN);
    expect(task().state).toBe('accepted');
    expect(giveBack(binh.person, 1, 'Thiếu số', true)).toMatchObject({ ok: true });
  });

  it('says when somebody hears of it only tomorrow, their day being full', async () => {
    const { bench, an, giveBack } = await scene();
    const today = dayOf(bench.clock.now(), ZONE);
    const alert = { person: an.person, kind: 'alert', priority: 20, content: { text: ['!'] } } as const;
    for (let count = 0; count < 6; count++)
      enqueueProactive(bench.store, { ...alert, repeatIfUnknown: false, expiresAt: null }, bench.clock.now());
    await bench.clock.advance(60_000);
    expect(bench.store.outbox.countOnDay(an.person, today, 0)).toBe(4);
    const done = giveBack();
    expect(done).toMatchObject({
      ok: true,
      value: { told: { people: 1, capped: 1, laterAt: at('2026-11-17 07:00') } },
    });
    expect(done.ok && plain(sayReturned(done.value.view, done.value.told))).toContain(
      '1 người đã nhận đủ số tin hôm nay nên đến 07:00 ngày 17/11/2026 mới nhận được, cần sớm hơn thì gọi điện',
    );
  });

  it('never decides about a version that was not seen', async () => {
    const { bench, an, task, accept, giveBack } = await scene();
    bench.submit(an, 'HBG', '2026-11');
    expect([accept(), giveBack()]).toEqual([OVERTAKEN, OVERTAKEN]);
    expect(task().state).toBe('submitted');
    expect(accept(undefined, 2)).toMatchObject({ ok: true });
  });

  it('leaves timeliness as it was, through a return, a late correction and a reopening', async () => {
    const { bench, an, task, accept, giveBack } = await scene();
    giveBack();
    await bench.liveTo('2026-11-19 09:00');
    bench.submit(an, 'HBG', '2026-11');
    expect(task()).toMatchObject({ state: 'submitted', timeliness: 'on_time', objected: null });
    accept(undefined, 2);
    expect(giveBack(undefined, 2)).toMatchObject({ ok: true });
    expect(task()).toMatchObject({ state: 'returned', timeliness: 'on_time' });
  });

  it('needs the right, which is gone with the role, and a reason for a return', async () => {
    const { desk, tu, binh, an, task, act, accept, giveBack } = await scene();
    expect([accept(an.person), giveBack(an.person)]).toEqual([REFUSED, REFUSED]);
    expect(giveBack(undefined, 1, ' ')).toMatchObject({ problem: { problem: 'reason-needed' } });
    endRoles(desk, act(binh.person), { person: tu.person, roles: null, reason: 'Chuyển' });
    expect([accept(), giveBack()]).toEqual([REFUSED, REFUSED]);
    expect(task().state).toBe('submitted');
  });

  it('is taken back by who did it, unless somebody went on from it', async () => {
    const { bench, desk, an, task, act, giveBack, accept } = await scene();
    giveBack();
    expect(pressUndo(desk, act(), null)).toMatchObject({ ok: true });
    expect(task()).toMatchObject({ state: 'submitted', objected: null });
    accept();
    giveBack();
    expect(pressUndo(desk, act(), null)).toMatchObject({ ok: true });
    expect(task().state).toBe('accepted');
    giveBack();
    bench.submit(an, 'HBG', '2026-11');
    expect(pressUndo(desk, act(), null)).toEqual({ ok: false, problem: { problem: 'built-on' } });
  });
});
