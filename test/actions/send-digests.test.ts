import { expect, it } from 'vitest';
import { extendDeadlines } from '../../src/actions/extend-deadline.ts';
import { recordCompiled } from '../../src/actions/record-compiled.ts';
import { type Bench, createBench, type Member } from '../support/bot-bench.ts';
import { isDigest } from '../support/digest.ts';

/** The compiled report of November is with the province. */
function handOn(bench: Bench, { person }: Member, sentOn = '2026-11-16'): void {
  const sent = { obligation: 'thang', period: '2026-11', document: '215/BC-SKHCN', sentOn, over: 0 };
  const done = recordCompiled(bench.bot().desk, { person, at: bench.clock.now() }, sent);
  if (!done.ok) throw new Error(done.problem.problem);
}

const digestsTo = (bench: Bench, member: Member): string[] => bench.texts(member).filter(isDigest);

/** The days a round is chased on: a Saturday, a Sunday and Culture Day, the 24th, are days off. */
const WORKING_DAYS = '10 11 12 13 16 17 18 19 20 23 25 26 27'.split(' ');

/** One unit more that does not owe. */
function waiveOne(bench: Bench): void {
  const owed = bench.store.tasks
    .ofRound('thang', '2026-11')
    .find(({ state, unit }) => state === 'open' && unit !== 'HBG');
  if (owed !== undefined) bench.store.tasks.move(owed.id, 'waive', 'thôi báo cáo');
}

it('comes every working day on which something is new, from the first reminder on, and stops with the round', async () => {
  const bench = createBench({ start: '2026-11-06 08:00' });
  const binh = bench.join('coordinator');
  bench.join('liaison', 'HBG');
  await bench.liveTo('2026-11-10 08:29');
  expect(digestsTo(bench, binh)).toEqual([]);
  for (const day of WORKING_DAYS) {
    await bench.liveTo(`2026-11-${day} 08:00`);
    waiveOne(bench);
    if (day === '17') break;
  }
  expect(digestsTo(bench, binh)).toHaveLength(5);
  await bench.liveTo('2026-11-17 20:00');
  const [morning, evening] = digestsTo(bench, binh).slice(-2);
  expect(morning).toMatch(/^📋 Tình hình thứ Ba 17\/11\/2026/u);
  // In the last hours the names are what one acts on.
  expect(evening).toMatch(/^🌆 Cuối ngày thứ Ba 17\/11\/2026[\s\S]*Đã nhắc, chưa gửi \(1\): Huyện Bình Giang\./u);
  expect(evening).toMatch(/Mã kiểm nhật ký: [0-9a-f]{12}$/mu);
  // Their own report is theirs to hand on, and another matter.
  handOn(bench, binh);
  for (const day of WORKING_DAYS.filter((one) => one > '17')) {
    await bench.liveTo(`2026-11-${day} 08:00`);
    waiveOne(bench);
  }
  await bench.liveTo('2026-12-04 20:00');
  const days = digestsTo(bench, binh).map((text) => /(\d\d)\/11\/2026/u.exec(text)?.[1]);
  expect(days).toEqual([...WORKING_DAYS, '17'].sort());
});

it('where nothing is new it comes at the beginning of a week, on the last day, and when something is over', async () => {
  const bench = createBench({ start: '2026-11-06 08:00' });
  const binh = bench.join('coordinator');
  bench.join('liaison', 'HBG');
  await bench.tick();
  handOn(bench, binh, '2026-11-06');
  await bench.liveTo('2026-12-04 20:00');
  const days = digestsTo(bench, binh).map((text) => /(\d\d)\/11\/2026/u.exec(text)?.[1]);
  // The first one; the first reminder; Mondays; the last day, morning and evening; overdue since the 18th; the end of the ladder.
  expect(days).toEqual(['10', '11', '16', '17', '17', '18', '23', '25']);
  expect(days.length).toBeLessThan(WORKING_DAYS.length + 1);
});

it('a digest that did not get there has told nothing, and one person is not told by what another one read', async () => {
  const bench = createBench({ start: '2026-11-06 08:00' });
  const binh = bench.join('coordinator');
  bench.join('liaison', 'HBG');
  await bench.tick();
  handOn(bench, binh, '2026-11-06');
  await bench.liveTo('2026-11-11 08:00');
  binh.channel.failAlways('blocked', binh.chat);
  await bench.liveTo('2026-11-12 07:00');
  binh.channel.heal(binh.chat);
  await bench.type(binh, 'chào');
  const cuong = bench.join('coordinator');
  await bench.liveTo('2026-11-12 20:00');
  expect(digestsTo(bench, cuong)).toHaveLength(1);
  expect(digestsTo(bench, binh).at(-1)).toContain('12/11/2026');
  await bench.liveTo('2026-11-13 20:00');
  expect(digestsTo(bench, cuong)).toHaveLength(1);
});

it('comes for the compiled report alone where that is to be reminded of, and then not again', async () => {
  const bench = createBench({ start: '2026-11-06 08:00' });
  const binh = bench.join('coordinator');
  bench.join('liaison', 'HBG');
  await bench.liveTo('2026-11-13 20:00');
  // The 12th had nothing new; on the 13th the first milestone of the compiled report is due.
  const days = digestsTo(bench, binh).map((text) => /(\d\d)\/11\/2026/u.exec(text)?.[1]);
  expect(days).toEqual(['10', '11', '13']);
  expect(digestsTo(bench, binh).at(-1)).toContain('Báo cáo tổng hợp tháng 11/2026');
});

it('says nothing where there is nothing to say, and nothing to liaisons, leaders and staff', async () => {
  const bench = createBench({ start: '2026-11-16 08:00' });
  const binh = bench.join('coordinator');
  const others = (['liaison', 'leader', 'staff'] as const).map((role) => bench.join(role, 'HBG'));
  await bench.tick();
  handOn(bench, binh);
  const { store } = bench;
  for (const task of store.tasks.ofRound('thang', '2026-11')) store.tasks.move(task.id, 'waive', 'thôi báo cáo');
  await bench.liveTo('2026-11-19 20:00');
  expect(bench.texts(binh).filter((text) => text.includes('tháng 11/2026'))).toEqual([]);
  for (const other of others) expect(digestsTo(bench, other)).toEqual([]);
});

it('a machine that slept over the hour says it when it wakes, once; one that wakes at night, in the morning', async () => {
  const bench = createBench({ start: '2026-11-10 08:00' });
  const binh = bench.join('coordinator');
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  await bench.sleepTo('2026-11-10 14:00');
  await bench.tick();
  await bench.tick();
  expect(digestsTo(bench, binh)).toHaveLength(1);
  await bench.sleepTo('2026-11-12 23:00');
  await bench.tick();
  expect(digestsTo(bench, binh)).toHaveLength(1);
  await bench.sleepTo('2026-11-13 07:30');
  await bench.tick();
  expect(digestsTo(bench, binh)).toHaveLength(1);
  await bench.type(an, '/vuongmac Máy hỏng, chưa nhập được số liệu');
  await bench.liveTo('2026-11-13 09:00');
  expect(digestsTo(bench, binh)).toHaveLength(2);
});

it('counts what waits at the desk beside the round', async () => {
  const bench = createBench({ start: '2026-11-16 08:00' });
  const binh = bench.join('coordinator');
  const an = bench.join('liaison', 'HBG');
  await bench.type(an, '/vuongmac Máy hỏng, chưa nhập được số liệu');
  await bench.type(an, '/toi yeu cau xin xóa số điện thoại cũ');
  await bench.liveTo('2026-11-17 09:00');
  const [, last] = digestsTo(bench, binh);
  expect(last).toContain('Vướng mắc chờ trả lời: 1, lâu nhất 1 ngày làm việc. Gõ /vuongmac.');
  expect(last).toContain('Yêu cầu về dữ liệu cá nhân chờ trả lời: 1, hạn gần nhất thứ Tư 18/11/2026.');
});

it('what came in while it waited for a platform that was down is counted', async () => {
  const bench = createBench({ start: '2026-11-10 08:00' });
  const binh = bench.join('coordinator');
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  binh.channel.failAlways('blocked', binh.chat);
  await bench.liveTo('2026-11-10 09:00');
  binh.channel.heal(binh.chat);
  bench.submit(an, 'HBG', '2026-11');
  await bench.type(binh, 'chào');
  await bench.liveTo('2026-11-11 09:00');
  expect(digestsTo(bench, binh)).toHaveLength(1);
  expect(digestsTo(bench, binh)[0]).toContain('đã nộp 1/35');
});

it('a unit with more time is not missing before its own day: not by name on the last evening, but on the last day of its own', async () => {
  const bench = createBench({ start: '2026-11-16 15:00' });
  const binh = bench.join('coordinator');
  bench.join('liaison', 'HBG');
  const mai = bench.join('liaison', 'HCG');
  await bench.tick();
  const { desk } = bench.bot();
  for (const { id, unit } of bench.store.tasks.ofRound('thang', '2026-11'))
    if (unit !== 'HBG' && unit !== 'HCG') bench.store.tasks.move(id, 'waive', 'thôi báo cáo');
  const { id } = bench.task('HBG', '2026-11');
  const act = { person: binh.person, at: bench.clock.now() };
  expect(extendDeadlines(desk, act, { tasks: [id], until: '2026-12-02', reason: 'Mưa lũ', seen: { [id]: 1 } }).ok).toBe(
    true,
  );
  await bench.liveTo('2026-11-17 20:00');
  const lastEvening = digestsTo(bench, binh).at(-1) ?? '';
  expect(lastEvening).toContain('đã nộp 0/2, còn thiếu 1 (ngoài ra 1 đơn vị được gia hạn, chưa đến hạn).');
  expect(lastEvening).toContain('Huyện Cẩm Giàng');
  expect(lastEvening).not.toContain('Bình Giang');
  bench.submit(mai, 'HCG', '2026-11');
  handOn(bench, binh);
  const before = digestsTo(bench, binh).filter((text) => text.includes('tháng 11/2026')).length;
  // Weeks after the round's own deadline: by its own it is the last day.
  await bench.liveTo('2026-12-01 20:00');
  expect(digestsTo(bench, binh).filter((text) => text.includes('tháng 11/2026'))).toHaveLength(before);
  await bench.liveTo('2026-12-02 20:00');
  const [morning, evening] = digestsTo(bench, binh).slice(-2);
  expect(morning).toContain('còn thiếu 1.');
  expect(morning).toContain('Đến hạn riêng: Huyện Bình Giang (hết 02/12).');
  expect(evening).toMatch(/^🌆 Cuối ngày thứ Tư 02\/12\/2026[\s\S]*Huyện Bình Giang \(hạn riêng hết 02\/12\)/u);
  // Over by its own deadline, and chased by it: the ladder's end names its own date.
  await bench.liveTo('2026-12-09 09:00');
  const last = digestsTo(bench, binh).at(-1);
  expect(last).toContain('Đơn vị quá hạn lâu ngày');
  expect(last).toContain('được gia hạn đến hết thứ Tư 02/12/2026');
});
