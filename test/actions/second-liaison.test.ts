import { expect, it } from 'vitest';
import { endRoles } from '../../src/actions/end-access.ts';
import { decideSecond, openSecondQuestions } from '../../src/actions/second-liaison.ts';
import { createBench } from '../support/bot-bench.ts';

/** A unit with a liaison, and a second one who has just joined. */
function scene() {
  const bench = createBench({ start: '2026-11-09 08:00' });
  const binh = bench.join('coordinator', null, { name: 'Bình' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  const hoa = bench.join('liaison', 'HBG', { name: 'Hoa' });
  const { desk } = bench.bot();
  const decide = (by: number, end: number | null, id = 1) =>
    decideSecond(desk, { person: by, at: bench.clock.now() }, id, end);
  const liaisons = () => bench.store.people.ofUnit('HBG').map(({ name }) => name);
  return { bench, desk, binh, tu, an, hoa, decide, liaisons };
}

it('asks every coordinator, and is decided once: the second one is told who decided', async () => {
  const { bench, binh, tu, an, decide, liaisons } = scene();
  await bench.tick();
  for (const one of [binh, tu]) expect(bench.texts(one).at(-1)).toMatch(/Hoa[\s\S]*đã có An/u);
  expect(decide(binh.person, null)).toMatchObject({ ok: true, value: { ended: null } });
  expect(decide(tu.person, an.person)).toMatchObject({
    ok: false,
    problem: { problem: 'decided-already', by: 'Bình', answer: 'giữ tất cả' },
  });
  expect(liaisons()).toEqual(['An', 'Hoa']);
});

it('ends the role of the earlier one, with word to them', async () => {
  const { bench, tu, an, decide, liaisons } = scene();
  expect(decide(tu.person, an.person)).toMatchObject({ ok: true, value: { ended: 'An' } });
  expect(liaisons()).toEqual(['Hoa']);
  await bench.tick();
  expect(bench.texts(an).at(-1)).toContain('đầu mối mới là Hoa');
});

it('is nobody’s to decide but a coordinator’s, and ends nobody who is not an earlier liaison', () => {
  const { an, hoa, binh, decide, liaisons } = scene();
  expect(decide(an.person, null)).toEqual({ ok: false, problem: { problem: 'not-allowed' } });
  expect(decide(hoa.person, an.person)).toEqual({ ok: false, problem: { problem: 'not-allowed' } });
  expect(decide(binh.person, hoa.person)).toEqual({ ok: false, problem: { problem: 'no-such-role' } });
  expect(decide(binh.person, binh.person)).toEqual({ ok: false, problem: { problem: 'no-such-role' } });
  expect(decide(binh.person, null, 99)).toEqual({ ok: false, problem: { problem: 'no-such-question' } });
  expect(liaisons()).toHaveLength(2);
});

it('is not asked any more once one of them has left, or after two weeks', async () => {
  const { bench, desk, an, binh, decide } = scene();
  expect(openSecondQuestions(desk, bench.clock.now())).toHaveLength(1);
  expect(openSecondQuestions(desk, bench.clock.now() + 14 * 24 * 3600_000)).toHaveLength(0);
  endRoles(desk, { person: null, at: bench.clock.now() }, { person: an.person, roles: null, reason: 'Nghỉ việc' });
  expect(openSecondQuestions(desk, bench.clock.now())).toHaveLength(0);
  expect(decide(binh.person, null)).toEqual({ ok: false, problem: { problem: 'question-over' } });
});

it('is not asked of the first liaison, of a leader, or of somebody who has the role already', () => {
  const { bench, desk, hoa } = scene();
  bench.join('liaison', 'HCG', { name: 'Sơn' });
  bench.join('leader', 'HBG', { name: 'Lan' });
  bench.join('liaison', 'HBG', { name: 'Hoa', chat: hoa.chat });
  expect(openSecondQuestions(desk, bench.clock.now())).toHaveLength(1);
});
