import { expect, it } from 'vitest';
import { type Bench, createBench, type Member } from '../support/bot-bench.ts';

const weeksOf = (bench: Bench, member: Member): string[] =>
  bench.texts(member).filter((text) => text.startsWith('📌 Tuần này'));

it('leaders read on the first working day of a week what is late or due in it, and nothing once it is in', async () => {
  const bench = createBench({ start: '2026-11-06 08:00' });
  const an = bench.join('liaison', 'HBG');
  const dung = bench.join('leader', 'HBG');
  const other = bench.join('leader', 'HCG');
  bench.join('liaison', 'HCG');
  const staff = bench.join('staff', 'HBG');
  const binh = bench.join('coordinator');
  // Monday the 9th: the 17th is next week.
  await bench.liveTo('2026-11-13 20:00');
  expect(weeksOf(bench, dung)).toEqual([]);
  bench.submit(bench.join('liaison', 'HCG'), 'HCG', '2026-11');
  await bench.liveTo('2026-11-16 08:29');
  expect(weeksOf(bench, dung)).toEqual([]);
  await bench.liveTo('2026-11-16 20:00');
  expect(weeksOf(bench, dung)).toEqual([
    '📌 Tuần này đơn vị còn phải nộp\n• Ủy ban nhân dân huyện Bình Giang: Báo cáo tháng 11/2026, hạn trước 18/11/2026 (chậm nhất hết thứ Ba 17/11). Còn 1 ngày làm việc.',
  ]);
  // Late: said again, once a week.
  await bench.liveTo('2026-11-27 20:00');
  expect(weeksOf(bench, dung)).toHaveLength(2);
  expect(weeksOf(bench, dung)[1]).toMatch(/Quá hạn \d+ ngày làm việc/u);
  bench.submit(an, 'HBG', '2026-11');
  await bench.liveTo('2026-12-04 20:00');
  expect(weeksOf(bench, dung)).toHaveLength(2);
  for (const nobody of [other, staff, an, binh]) expect(weeksOf(bench, nobody)).toEqual([]);
});

it('a machine that slept over the morning says it the next working day, of what is still owed', async () => {
  const bench = createBench({ start: '2026-11-16 08:00' });
  const an = bench.join('liaison', 'HBG');
  const [dung, other] = [bench.join('leader', 'HBG'), bench.join('leader', 'HCG')];
  await bench.tick();
  await bench.sleepTo('2026-11-16 23:00');
  await bench.tick();
  expect(weeksOf(bench, dung)).toEqual([]);
  bench.submit(an, 'HBG', '2026-11');
  await bench.liveTo('2026-11-17 09:00');
  expect(weeksOf(bench, dung)).toEqual([]);
  expect(weeksOf(bench, other)).toHaveLength(1);
});

it('what comes in while the line waits to be sent takes it back', async () => {
  const bench = createBench({ start: '2026-11-16 08:00' });
  const an = bench.join('liaison', 'HBG');
  const dung = bench.join('leader', 'HBG');
  await bench.liveTo('2026-11-16 08:29');
  // The leader is typing: the line waits for a pause.
  await bench.type(dung, '/nop');
  await bench.liveTo('2026-11-16 08:31');
  expect(bench.store.outbox.waitingFor(dung.person, 'digest')).not.toBeNull();
  bench.submit(an, 'HBG', '2026-11');
  await bench.liveTo('2026-11-20 20:00');
  expect(weeksOf(bench, dung)).toEqual([]);
});
