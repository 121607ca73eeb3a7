import { expect, it } from 'vitest';
import { extendDeadlines } from '../../src/actions/extend-deadline.ts';
import type { NudgeOrder } from '../../src/actions/nudge.ts';
import { nudge, planNudge } from '../../src/actions/nudge.ts';
import { previewNudge } from '../../src/actions/nudge-preview.ts';
import { promiseReport } from '../../src/actions/promise-report.ts';
import { returnReport } from '../../src/actions/review-report.ts';
import { plain } from '../../src/wording/rich-text.ts';
import { at, type Bench, createBench, type Member } from '../support/bot-bench.ts';

const ORDER: NudgeOrder = {
  obligation: 'thang',
  period: '2026-11',
  units: null,
  except: [],
  everybody: false,
  words: '',
  atOnce: false,
};

const chasedIn = (bench: Bench, order: Partial<NudgeOrder> = {}): string[] =>
  planNudge(bench.bot().desk, { ...ORDER, ...order }, bench.clock.now()).chased.map(({ task }) => task.unit);

const press = (bench: Bench, { person }: Member, order: Partial<NudgeOrder> = {}) =>
  nudge(bench.bot().desk, { person, at: bench.clock.now() }, { ...ORDER, ...order });

const nudgesTo = (bench: Bench, member: Member): string[] =>
  bench.texts(member).filter((text) => text.startsWith('📣'));

async function setUp(start = '2026-11-16 09:30') {
  const bench = createBench({ start });
  const binh = bench.join('coordinator', null, { name: 'Bình' });
  const an = bench.join('liaison', 'HBG');
  const mai = bench.join('liaison', 'HCG');
  await bench.tick();
  return { bench, binh, an, mai };
}

it('who was chased today is left out, whoever did it; two who press at once chase once', async () => {
  const { bench, binh, an } = await setUp();
  const cuong = bench.join('coordinator');
  expect(press(bench, binh)?.people).toBe(2);
  expect(press(bench, cuong)).toBeNull();
  await bench.tick();
  expect(nudgesTo(bench, an)).toHaveLength(1);
  expect(chasedIn(bench)).toEqual([]);
  expect(chasedIn(bench, { everybody: true })).toEqual(['HBG', 'HCG']);
  await bench.liveTo('2026-11-17 09:30');
  expect(chasedIn(bench)).toEqual(['HBG', 'HCG']);
});

it('who was to be chased today and was not, because the message failed, can be chased again', async () => {
  const { bench, binh, an } = await setUp();
  an.channel.failNext(['refused'], an.chat);
  expect(press(bench, binh)?.people).toBe(2);
  await bench.tick();
  expect(nudgesTo(bench, an)).toEqual([]);
  expect(chasedIn(bench)).toEqual(['HBG']);
});

it('who promised a time is left out until then, unless everybody is meant', async () => {
  const { bench, an } = await setUp();
  const { desk } = bench.bot();
  promiseReport(
    desk,
    { person: an.person, at: bench.clock.now() },
    bench.task('HBG', '2026-11').id,
    at('2026-11-16 17:00'),
  );
  expect(chasedIn(bench)).toEqual(['HCG']);
  expect(chasedIn(bench, { everybody: true })).toEqual(['HBG', 'HCG']);
  await bench.liveTo('2026-11-16 17:01');
  expect(chasedIn(bench)).toEqual(['HBG', 'HCG']);
});

it('outside the hours it waits for the morning, or goes at once where that was chosen; what waited goes along', async () => {
  const { bench, binh, an, mai } = await setUp('2026-11-16 22:00');
  press(bench, binh, { units: ['HBG', 'HCG'] });
  await bench.liveTo('2026-11-16 22:05');
  expect(nudgesTo(bench, an)).toEqual([]);
  press(bench, binh, { units: ['HBG'], everybody: true, atOnce: true, words: 'Gửi trước 23h.' });
  await bench.liveTo('2026-11-16 22:10');
  expect(nudgesTo(bench, an)).toEqual([expect.stringContaining('Cán bộ điều phối Bình đôn đốc\n“Gửi trước 23h.”')]);
  expect(nudgesTo(bench, mai)).toEqual([]);
  await bench.liveTo('2026-11-17 07:00');
  expect(nudgesTo(bench, mai)).toHaveLength(1);
  expect(nudgesTo(bench, an)).toHaveLength(1);
});

it('who reported before it went out is not chased', async () => {
  const { bench, binh, an } = await setUp('2026-11-16 22:00');
  press(bench, binh);
  bench.submit(an, 'HBG', '2026-11');
  await bench.liveTo('2026-11-17 07:10');
  expect(nudgesTo(bench, an)).toEqual([]);
});

it('nobody but a coordinator can chase, whatever they send', async () => {
  const { bench, an, mai } = await setUp();
  const leader = bench.join('leader', 'HBG');
  for (const person of [an, leader, { ...an, person: 9999 }]) expect(press(bench, person)).toBeNull();
  await bench.tick();
  expect(nudgesTo(bench, mai)).toEqual([]);
});

it('names the units whose people have had their day: nobody vanishes from the count of who is missing', async () => {
  const { bench, binh } = await setUp();
  for (let count = 0; count < 4; count++) {
    press(bench, binh, { units: ['HBG'], everybody: true });
    await bench.tick();
    await bench.clock.advance(60_000);
  }
  const order = { ...ORDER, units: ['HBG', 'HCG'], everybody: true };
  const { desk } = bench.bot();
  const plan = planNudge(desk, order, bench.clock.now());
  expect(plan.full.map(({ unit }) => unit)).toEqual(['HBG']);
  expect(plan.chased.map(({ task }) => task.unit)).toEqual(['HCG']);
  const act = { person: binh.person, at: bench.clock.now() };
  expect(plain(previewNudge(desk, act, order)?.text ?? [])).toMatch(
    /2 đơn vị chưa nộp[\s\S]*Đã nhận đủ số tin của một ngày, phải gọi điện \(1\): Huyện Bình Giang/u,
  );
});

it('a report that went back is no missing one: counted apart, reminded of as what it is, and never called late', async () => {
  const { bench, binh, an } = await setUp();
  bench.submit(an, 'HBG', '2026-11');
  const { desk } = bench.bot();
  const task = bench.task('HBG', '2026-11').id;
  const order = { task, version: 1, state: 'submitted', reason: 'Chưa khớp', fields: ['nguoi_du'] } as const;
  returnReport(desk, { person: binh.person, at: bench.clock.now() }, order);
  const preview = previewNudge(
    desk,
    { person: binh.person, at: bench.clock.now() },
    { ...ORDER, units: ['HBG', 'HCG'] },
  );
  expect(plain(preview?.text ?? [])).toMatch(
    /1 đơn vị chưa nộp, 1 đơn vị chưa gửi bản sửa[\s\S]*Huyện Bình Giang \(chờ bản sửa\)/u,
  );
  await bench.liveTo('2026-11-18 09:00');
  const reminders = bench.texts(an).filter((text) => text.startsWith('↩️ Báo cáo đang chờ bản sửa'));
  expect(reminders.at(-1)).toMatch(
    /Đã nộp đúng hạn, đang chờ bản sửa, mục Lượt người dự[\s\S]*Lý do trả lại: Chưa khớp/u,
  );
  expect(bench.texts(an).join('\n')).not.toMatch(/nộp muộn|Báo cáo đã quá hạn/u);
});

it('who was given more time is left out until their own last day, unless named or everybody is meant', async () => {
  const { bench, binh, an } = await setUp('2026-11-17 14:00');
  const { id, scheduleVersion } = bench.task('HBG', '2026-11');
  const order = { tasks: [id], until: '2026-11-20', reason: 'Mưa lũ', seen: { [id]: scheduleVersion } };
  extendDeadlines(bench.bot().desk, { person: binh.person, at: bench.clock.now() }, order);
  expect(chasedIn(bench)).toEqual(['HCG']);
  expect(planNudge(bench.bot().desk, ORDER, bench.clock.now()).extended.map(({ unit }) => unit)).toEqual(['HBG']);
  expect(chasedIn(bench, { everybody: true })).toEqual(['HBG', 'HCG']);
  expect(chasedIn(bench, { units: ['HBG'] })).toEqual(['HBG']);
  // "Các huyện" names nobody one by one.
  expect(chasedIn(bench, { units: ['HBG', 'HCG'], named: [] })).toEqual(['HCG']);
  expect(chasedIn(bench, { units: ['HBG', 'HCG'], named: ['HBG'] })).toEqual(['HBG', 'HCG']);
  press(bench, binh, { units: ['HBG'] });
  await bench.tick();
  expect(nudgesTo(bench, an).at(-1)).toContain('được gia hạn đến hết thứ Sáu 20/11/2026');
  await bench.liveTo('2026-11-20 09:30');
  expect(chasedIn(bench)).toEqual(['HBG', 'HCG']);
});
