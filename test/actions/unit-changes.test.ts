import { expect, it } from 'vitest';
import { applyPlan } from '../../src/actions/apply-plan.ts';
import { askAboutEnded } from '../../src/actions/ask-about-ended.ts';
import { openTasks } from '../../src/actions/open-tasks.ts';
import { acceptReports, returnReport } from '../../src/actions/review-report.ts';
import { atTime } from '../../src/domain/calendar.ts';
import { predecessorsOf } from '../../src/domain/unit.ts';
import { createBench, type Member, ZONE } from '../support/bot-bench.ts';
import { newUnit, planWith } from './plans.ts';

const MERGED = ['HBG', 'HCG', 'HGL'];

/** On 1/7/2025 parts of three districts became one unit; other parts of theirs went on in another one. */
const AFTER = planWith({
  units: (units) => [
    ...units.map((unit) =>
      MERGED.includes(unit.code)
        ? {
            ...unit,
            validTo: '2025-06-30',
            successors: ['MOI', 'KHAC'].map((code) => ({ code, share: 'part' as const })),
          }
        : unit,
    ),
    newUnit('MOI', '2025-07-01'),
    newUnit('KHAC', '2025-07-01'),
  ],
});

it('applied in the middle of July, the change of 1/7/2025 moves what is owed to the successors and counts nothing twice', () => {
  const bench = createBench({ start: '2025-06-05 08:00' });
  const { desk } = bench.bot();
  const { store } = bench;
  openTasks(desk, bench.clock.now());
  const july = atTime('2025-07-05', '09:00', ZONE);
  openTasks(desk, july);
  const owed = (period: string) =>
    store.tasks.ofRound('thang', period).flatMap(({ unit, state }) => (state === 'waived' ? [] : unit));
  const [before, juneBefore] = [owed('2025-07'), owed('2025-06')];
  expect(before).toEqual(expect.arrayContaining(MERGED));

  applyPlan(store, AFTER, july);
  openTasks(bench.bot().desk, july);
  const after = owed('2025-07');
  // July was due of the successors alone, June still of those that existed at its cut-off.
  expect(after.filter((unit) => MERGED.includes(unit))).toEqual([]);
  expect(after).toEqual(expect.arrayContaining(['MOI', 'KHAC']));
  expect(after).toHaveLength(before.length - 3 + 2);
  expect(owed('2025-06')).toEqual(juneBefore);
  expect(store.tasks.ofRound('thang', '2025-07').filter(({ unit }) => MERGED.includes(unit))).toMatchObject(
    MERGED.map(() => ({ state: 'waived', stateReason: 'not-owed' })),
  );

  // Applied again nothing moves.
  applyPlan(store, AFTER, july);
  expect(openTasks(bench.bot().desk, july)).toMatchObject({ opened: 0, ended: 0 });
});

it('what a unit sent before it ended can be accepted, but not sent back to a unit that is gone', () => {
  const bench = createBench({ start: '2025-07-01 08:00' });
  const { desk } = bench.bot();
  const { store } = bench;
  const an = bench.join('liaison', 'HBG');
  const tu = bench.join('coordinator');
  openTasks(desk, bench.clock.now());
  bench.submit(an, 'HBG', '2025-07');
  applyPlan(store, AFTER, bench.clock.now());
  openTasks(bench.bot().desk, bench.clock.now());
  const act = { person: tu.person, at: bench.clock.now() };
  const sent = store.tasks.ofRound('thang', '2025-07').find(({ unit }) => unit === 'HBG');
  const seen = { task: sent?.id ?? 0, version: 1 };
  const returned = returnReport(bench.bot().desk, act, {
    ...seen,
    state: 'submitted',
    reason: 'thiếu số liệu',
    fields: [],
  });
  expect(returned).toMatchObject({ ok: false, problem: { problem: 'unit-ended' } });
  expect(store.tasks.find(seen.task)?.state).toBe('submitted');
  expect(acceptReports(bench.bot().desk, act, [seen])).toMatchObject({ ok: true });
});

it('a unit that ended is found by its code and by what it became, also where its report still waits', async () => {
  const bench = createBench({ start: '2025-07-01 08:00' });
  const an = bench.join('liaison', 'HBG');
  const tu = bench.join('coordinator');
  openTasks(bench.bot().desk, bench.clock.now());
  bench.submit(an, 'HBG', '2025-07');
  applyPlan(bench.store, AFTER, bench.clock.now());
  openTasks(bench.bot().desk, bench.clock.now());
  const said = async (text: string): Promise<string> => {
    const before = bench.texts(tu).length;
    await bench.type(tu, text);
    await bench.clock.advance(10_000);
    return bench.texts(tu).slice(before).join('\n');
  };
  expect(await said('/donvi HBG')).toMatch(/HBG\) đã kết thúc hoạt động, hết .*Đơn vị kế tục: .*\(MOI\), .*\(KHAC\)/u);
  expect(await said('/donvi MOI')).toMatch(/Kế tục: .*\(HBG\).*\/lichsu MOI/u);
  const opened = await said('/duyet HBG t7');
  expect(opened).toContain('háng 7/2025');
  expect(opened).toContain('huyện Bình Giang');
  expect(opened).not.toContain('Chưa rõ đơn vị');
});

it('what a unit was made of is found through several changes, and a circle ends', () => {
  const units = [
    { ...newUnit('A'), successors: [{ code: 'B', share: 'part' as const }] },
    { ...newUnit('B'), successors: [{ code: 'C', share: 'whole' as const }] },
    { ...newUnit('C'), successors: [{ code: 'A', share: 'part' as const }] },
    newUnit('D'),
  ];
  expect(predecessorsOf(units, 'C')).toEqual(['B', 'A']);
  expect(predecessorsOf(units, 'D')).toEqual([]);
});

it('members of the successor read what the units it was made of sent; those of another unit do not', async () => {
  const bench = createBench({ start: '2025-07-05 09:00' });
  const { store } = bench;
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  const other = bench.join('liaison', 'HTM', { name: 'Khác' });
  applyPlan(store, AFTER, bench.clock.now());
  const moi = bench.join('liaison', 'MOI', { name: 'Mới' });
  const id = store.tasks.open({
    unit: 'HBG',
    obligation: 'thang',
    period: '2025-06',
    openedAt: 0,
    word: 'before',
    legalDay: '2025-06-18',
    namedDay: '2025-06-18',
    lastGoodDay: '2025-06-17',
    cutOffAt: atTime('2025-06-18', '00:00', ZONE),
  });
  store.submissions.add({
    task: id ?? 0,
    version: 1,
    person: an.person,
    via: 'line',
    receivedAt: 1,
    receipt: 'HBG-2025-06-1-AAAA',
    report: { nothingToReport: true, values: {} },
  });
  const said = async (who: Member) => {
    await bench.type(who, '/lichsu');
    await bench.tick();
    return bench.texts(who).join('\n');
  };
  expect(await said(moi)).toContain('HBG-2025-06-1-AAAA');
  expect(await said(other)).not.toContain('HBG-2025-06-1-AAAA');
});

it('coordinators are asked once about the people of a unit that ended, and can end their roles there', async () => {
  const bench = createBench({ start: '2025-07-05 09:00' });
  bench.join('liaison', 'HBG', { name: 'An' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  applyPlan(bench.store, AFTER, bench.clock.now());
  const { desk } = bench.bot();
  expect(askAboutEnded(desk, bench.clock.now())).toBe(1);
  expect(askAboutEnded(desk, bench.clock.now())).toBe(0);
  await bench.type(tu, '/donvi ketthuc HBG');
  await bench.tick();
  expect(bench.texts(tu).join('\n')).toContain('Kết thúc vai trò của ai?');
});
