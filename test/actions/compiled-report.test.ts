import { expect, it } from 'vitest';
import { unsentCompiled, viewCompiled } from '../../src/actions/compiled-report.ts';
import { pressUndo } from '../../src/actions/press-undo.ts';
import { recordCompiled } from '../../src/actions/record-compiled.ts';
import { roundStatus } from '../../src/actions/round-status.ts';
import { type Bench, createBench, type Member } from '../support/bot-bench.ts';

const ROUND = { obligation: 'thang', period: '2026-11' } as const;
const SENT = { ...ROUND, document: '215/BC-SKHCN', sentOn: '2026-11-19', over: 0 } as const;

/** A round in which nobody owes anything, so that whatever coordinators read is about their own report. */
async function office(): Promise<{ bench: Bench; binh: Member }> {
  const bench = createBench({ start: '2026-11-10 08:00' });
  const binh = bench.join('coordinator');
  await bench.tick();
  for (const { id } of bench.store.tasks.ofRound('thang', '2026-11')) bench.store.tasks.move(id, 'waive', 'thôi');
  return { bench, binh };
}

/** The first lines of what came about the compiled report. */
function remindersTo(bench: Bench, member: Member): string[] {
  return bench
    .texts(member)
    .filter((text) => text.includes('Báo cáo tổng hợp tháng 11/2026 gửi UBND tỉnh'))
    .map((text) => text.split('\n')[0] ?? '');
}

const record = (bench: Bench, { person }: Member, sent: Parameters<typeof recordCompiled>[2] = SENT) =>
  recordCompiled(bench.bot().desk, { person, at: bench.clock.now() }, sent);

it('is reminded by working days of its own deadline, also to coordinators who have nothing else to read, and ends with the ladder', async () => {
  const { bench, binh } = await office();
  const an = bench.join('liaison', 'HBG');
  await bench.liveTo('2026-12-05 20:00');
  expect(remindersTo(bench, binh)).toEqual([
    '📋 Tình hình thứ Sáu 13/11/2026',
    '📋 Tình hình thứ Tư 18/11/2026',
    '📋 Tình hình thứ Sáu 20/11/2026',
    '🌆 Cuối ngày thứ Sáu 20/11/2026',
    '📋 Tình hình thứ Hai 23/11/2026',
    // Culture Day, the 24th, is a day off.
    '📋 Tình hình thứ Năm 26/11/2026',
    '📋 Tình hình thứ Hai 30/11/2026',
  ]);
  expect(remindersTo(bench, an)).toEqual([]);
});

it('is caught up with after days of sleep, once, with the latest milestone', async () => {
  const { bench, binh } = await office();
  await bench.sleepTo('2026-11-19 10:00');
  await bench.tick();
  await bench.tick();
  expect(remindersTo(bench, binh)).toEqual(['📋 Tình hình thứ Năm 19/11/2026']);
  const { desk } = bench.bot();
  const last = bench.store.compiledReports.lastReminderOf(binh.person);
  expect(last).toMatchObject({ ...ROUND, milestone: 'L-2', lastGoodDay: '2026-11-20' });
  // What has no sense any more is not said: months later.
  await bench.sleepTo('2027-02-03 10:00');
  await bench.tick();
  expect(unsentCompiled(desk, bench.clock.now()).map(({ period }) => period.key)).not.toContain('2026-11');
});

it('stops once it is recorded as handed on, and goes on when that is taken back', async () => {
  const { bench, binh } = await office();
  await bench.liveTo('2026-11-19 10:00');
  expect(remindersTo(bench, binh)).toHaveLength(2);
  const done = record(bench, binh);
  if (!done.ok) throw new Error(done.problem.problem);
  expect(done.value.view.sent).toMatchObject({ document: '215/BC-SKHCN', sentOn: '2026-11-19' });
  expect(done.value.view.sent?.receipt).toMatch(/^SKHCN-2026-11-[A-Z2-9]{4}$/u);
  await bench.liveTo('2026-11-20 08:45');
  expect(remindersTo(bench, binh)).toHaveLength(2);
  // Half an hour later it cannot be undone; another record takes its place.
  const { desk } = bench.bot();
  const act = { person: binh.person, at: bench.clock.now() };
  expect(pressUndo(desk, act, done.value.undo.id).ok).toBe(false);
  const again = record(bench, binh, { ...SENT, document: '216/BC-SKHCN', over: done.value.view.sent?.id ?? 0 });
  if (!again.ok) throw new Error(again.problem.problem);
  expect(pressUndo(desk, act, again.value.undo.id).ok).toBe(true);
  expect(viewCompiled(desk, ROUND)?.sent?.document).toBe('215/BC-SKHCN');
  expect(bench.store.audit.check().broken).toBeNull();
});

it('of two who record it at once one does, and the other reads that it was done', async () => {
  const { bench, binh } = await office();
  const mai = bench.join('coordinator', null, { name: 'Phạm Thị Mai' });
  await bench.liveTo('2026-11-19 10:00');
  expect(record(bench, mai).ok).toBe(true);
  const second = record(bench, binh);
  expect(second).toMatchObject({ ok: false, problem: { problem: 'decided-already', by: 'Phạm Thị Mai' } });
});

it('takes no day that is to come or before the period, and nothing from who does not compile', async () => {
  const { bench, binh } = await office();
  const an = bench.join('liaison', 'HBG');
  for (const sentOn of ['2026-11-11', '2026-10-14'])
    expect(record(bench, binh, { ...SENT, sentOn })).toMatchObject({ problem: { problem: 'sent-day-odd' } });
  expect(record(bench, an, { ...SENT, sentOn: '2026-11-10' })).toMatchObject({ problem: { problem: 'not-allowed' } });
});

it('changes nothing of what units owe, nor how they stand', async () => {
  const bench = createBench({ start: '2026-11-10 08:00' });
  const binh = bench.join('coordinator');
  await bench.tick();
  const now = bench.clock.now();
  const { desk } = bench.bot();
  const before = JSON.stringify(roundStatus(desk, 'thang', '2026-11', now));
  expect(record(bench, binh, { ...SENT, sentOn: '2026-11-10' }).ok).toBe(true);
  expect(JSON.stringify(roundStatus(desk, 'thang', '2026-11', now))).toBe(before);
  expect(bench.store.tasks.ofRound('thang', '2026-11').map(({ unit }) => unit)).not.toContain('SKHCN');
});
