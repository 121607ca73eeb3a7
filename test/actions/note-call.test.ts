import { expect, it } from 'vitest';
import { callList } from '../../src/actions/call-list.ts';
import { noteCall } from '../../src/actions/note-call.ts';
import { roundStatus } from '../../src/actions/round-status.ts';
import { at, type Bench, createBench, type Member } from '../support/bot-bench.ts';

function toCall(bench: Bench): string[] {
  const { desk } = bench.bot();
  const status = roundStatus(desk, 'thang', '2026-11', bench.clock.now());
  const joined = status === null ? [] : callList(desk, status, bench.clock.now());
  return joined.filter(({ stance }) => stance !== 'nobody').map(({ task }) => task.unit);
}

function note(bench: Bench, { person }: Member, outcome: 'reached' | 'no-answer', until: string | null, unit = 'HBG') {
  const act = { person, at: bench.clock.now() };
  const call = { task: bench.task(unit, '2026-11').id, outcome, until: until === null ? null : at(until) };
  return noteCall(bench.bot().desk, act, call);
}

async function setUp() {
  const bench = createBench({ start: '2026-11-10 08:00' });
  const binh = bench.join('coordinator');
  const an = bench.join('liaison', 'HBG');
  const mai = bench.join('liaison', 'HCG');
  await bench.liveTo('2026-11-17 09:00');
  return { bench, binh, an, mai };
}

it('who was spoken to is off the list until the promise is over; who did not answer stays', async () => {
  const { bench, binh } = await setUp();
  expect(toCall(bench)).toEqual(['HBG', 'HCG']);
  expect(note(bench, binh, 'reached', '2026-11-17 14:00').ok).toBe(true);
  expect(note(bench, binh, 'no-answer', null, 'HCG').ok).toBe(true);
  expect(toCall(bench)).toEqual(['HCG']);
  await bench.liveTo('2026-11-17 14:01');
  expect(toCall(bench)).toEqual(['HBG', 'HCG']);
});

it('what was promised on the phone is followed by one line to the unit, as one made in chat', async () => {
  const { bench, binh, an } = await setUp();
  note(bench, binh, 'reached', '2026-11-17 14:00');
  await bench.liveTo('2026-11-17 14:05');
  expect(bench.texts(an).filter((text) => text.startsWith('⌛'))).toHaveLength(1);
});

it('a promise that is over or too far is refused, and nothing of the call is kept', async () => {
  const { bench, binh } = await setUp();
  expect(note(bench, binh, 'reached', '2026-11-17 08:00')).toMatchObject({ problem: { problem: 'moment-over' } });
  expect(note(bench, binh, 'reached', '2027-01-17 08:00')).toMatchObject({ problem: { problem: 'promise-too-far' } });
  expect(bench.store.contacts.latestOf(bench.task('HBG', '2026-11').id)).toBeNull();
});

it('nobody but a coordinator ticks off a call, and nobody one about a report that is in', async () => {
  const { bench, binh, an, mai } = await setUp();
  const leader = bench.join('leader', 'HBG');
  for (const person of [an, leader, { ...an, person: 9999 }])
    expect(note(bench, person, 'reached', null)).toMatchObject({ problem: { problem: 'not-allowed' } });
  bench.submit(mai, 'HCG', '2026-11');
  expect(note(bench, binh, 'reached', null, 'HCG')).toMatchObject({ problem: { problem: 'nothing-owed' } });
});
