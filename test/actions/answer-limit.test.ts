import { describe, expect, it } from 'vitest';
import { mayGoOut } from '../../src/delivery/budget.ts';
import { dayOf } from '../../src/domain/calendar.ts';
import type { Bench, Member } from '../support/bot-bench.ts';
import { createBench, ZONE } from '../support/bot-bench.ts';
import { createMemoryChannel } from '../support/memory-channel.ts';

const ALLOWANCE = 3000;
const ENOUGH = 'nên bot xin tạm nghỉ trả lời đến';

async function scene(start = '2026-11-10 08:05') {
  const bench = createBench({
    start,
    channels: (wire) => [
      createMemoryChannel({ wire, name: 'zalo', capabilities: { buttons: false, monthlyMessages: ALLOWANCE } }),
    ],
  });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  await bench.tick();
  return { bench, an };
}

/** What the person got for typing this so often, a second apart. */
async function typeOften(bench: Bench, who: Member, text: string, times: number): Promise<string[]> {
  const before = bench.texts(who).length;
  for (let at = 0; at < times; at++) {
    await bench.type(who, text);
    await bench.clock.advance(1000);
  }
  await bench.clock.advance(10_000);
  return bench.texts(who).slice(before);
}

/** As if the chat had written, and been answered, so often before. */
function busy(bench: Bench, { person }: Member, times: number): void {
  const chat = bench.store.chats.ofPerson(person)[0]?.id ?? 0;
  const now = bench.clock.now();
  for (let at = 0; at < times; at++) bench.store.traffic.wrote(chat, Math.floor(now / 3600_000), dayOf(now, ZONE));
  bench.store.traffic.answered(chat, times);
}

function spend(bench: Bench, share: number): void {
  const spent = bench.store.spending.inMonth('zalo', '1', '2026-11');
  bench.store.spending.add('zalo', '1', '2026-11', ALLOWANCE * share - spent);
}

describe('a member who writes and writes', () => {
  it('is answered generously, told once, and then meets silence until the hour is over', async () => {
    const { bench, an } = await scene();
    busy(bench, an, 75);
    const said = await typeOften(bench, an, '/nhiemvu', 10);
    expect(said).toHaveLength(6);
    expect(said.filter((text) => text.includes(ENOUGH))).toEqual([
      'Anh/chị và bot đã trao đổi rất nhiều trong giờ này, nên bot xin tạm nghỉ trả lời đến 09:00 ngày 10/11/2026. Việc nộp báo cáo vẫn làm được bình thường; nhắc hạn vẫn đến.',
    ]);
    await bench.sleepTo('2026-11-10 09:00');
    expect((await typeOften(bench, an, '/nhiemvu', 1)).at(-1)).toContain('Còn 1 báo cáo');
  });

  it('has a limit for the day too, and nobody else has it', async () => {
    const { bench, an } = await scene();
    busy(bench, an, 245);
    await bench.sleepTo('2026-11-10 09:00');
    const said = await typeOften(bench, an, '/nhiemvu', 10);
    expect(said).toHaveLength(6);
    expect(said.at(-1)).toContain('rất nhiều hôm nay, nên bot xin tạm nghỉ trả lời đến 00:00 ngày 11/11/2026');
    const mai = bench.join('liaison', 'HCG');
    expect((await typeOften(bench, mai, '/nhiemvu', 1)).at(-1)).toContain('Còn 1 báo cáo');
  });

  it('does not talk the reserve away in a burst that is written faster than it is answered', async () => {
    const { bench, an } = await scene();
    spend(bench, 0.949);
    an.channel.failAlways('unavailable', an.chat);
    for (let at = 0; at < 20; at++) await bench.type(an, '/nhiemvu');
    // Three are left below the reserve, and the word that it is enough.
    expect(bench.store.spending.ahead('zalo', '1')).toBeLessThanOrEqual(4);
  });

  it('hands in a report all the same: begun before, begun now, question by question', async () => {
    const { bench, an } = await scene();
    await bench.type(an, '/nop t11 hoi_nghi=3 ket_qua=Tốt');
    busy(bench, an, 100);
    expect((await typeOften(bench, an, '/trogiup', 2)).join()).toContain(ENOUGH);
    expect((await typeOften(bench, an, 'gửi', 1)).at(-1)).toContain('Đã nhận báo cáo');
    expect((await typeOften(bench, an, '/nop 6 hoi_nghi=4', 1)).at(-1)).toContain('Xem lại trước khi gửi');
    expect((await typeOften(bench, an, '1', 1)).at(-1)).toContain('Đã nhận báo cáo');
    expect(bench.store.submissions.latestOf(bench.task('HBG', '2026-11').id)?.report.values.hoi_nghi).toBe(4);
    expect(await typeOften(bench, an, '/nhiemvu', 1)).toEqual([]);
  });

  it('cannot use the month up with reports either, and what is in hand is kept and can be sent', async () => {
    const { bench, an } = await scene();
    busy(bench, an, 235);
    const said = await typeOften(bench, an, '/nop t11 hoi_nghi=3 ket_qua=Tốt', 10);
    expect(said).toHaveLength(6);
    expect(said.at(-1)).toContain('Việc đang nhập dở vẫn được giữ nguyên');
    expect(await typeOften(bench, an, '/nop t11 hoi_nghi=5', 3)).toEqual([]);
    expect((await typeOften(bench, an, 'gửi', 1)).at(-1)).toContain('Đã nhận báo cáo');
    busy(bench, an, 20);
    expect((await typeOften(bench, an, 'gửi', 5)).join()).toContain(ENOUGH);
    expect(await typeOften(bench, an, 'gửi', 5)).toEqual([]);
  });
});

describe('the last part of a month', () => {
  const of = (kind: 'reminder' | 'notice' | 'digest' | 'nudge', priority: number) => (share: number) =>
    mayGoOut({ kind, priority, person: 1 }, ALLOWANCE * share, ALLOWANCE);

  it.each([
    ['a last-day reminder', of('reminder', 10), 0.99, 1],
    ['an early reminder', of('reminder', 20), 0.89, 0.9],
    ['a nudge on the last day', of('nudge', 10), 0.89, 0.9],
    ['a nudge', of('nudge', 20), 0.79, 0.8],
    ['a digest', of('digest', 20), 0.79, 0.8],
    ['a notice', of('notice', 30), 0.79, 0.8],
  ])('%s goes out, and later in the month not any more', (_, goesOut, still, noMore) => {
    expect([goesOut(still), goesOut(noMore)]).toEqual([true, false]);
  });

  it('is not used up by a burst: what waits to be sent counts, and the others get their last-day reminders', async () => {
    const { bench, an } = await scene('2026-11-17 08:00');
    const mai = bench.join('liaison', 'HCG');
    const hoa = bench.join('liaison', 'HGL');
    spend(bench, 0.94);
    // The platform takes its time, as it does: one message a second.
    const letGo = an.channel.hang();
    for (const who of [an, mai])
      for (let at = 0; at < 150; at++) await bench.type(who, at % 2 === 0 ? '/lich' : '/nop');
    letGo();
    await bench.clock.advance(600_000);
    await bench.liveTo('2026-11-17 08:31');
    expect(bench.store.spending.inMonth('zalo', '1', '2026-11')).toBeLessThan(ALLOWANCE);
    expect(bench.texts(hoa).at(-1)).toContain('Hôm nay là ngày làm việc cuối cùng');
  });

  it('is there for reports, their receipts and last-day reminders; who asks anything else is told once', async () => {
    const { bench, an } = await scene('2026-11-17 09:00');
    spend(bench, 0.95);
    const said = await typeOften(bench, an, '/nhiemvu', 5);
    expect(said).toEqual([expect.stringContaining('Từ nay đến hết tháng, bot chỉ nhận báo cáo và nhắc ngày cuối')]);
    await bench.liveTo('2026-11-17 15:01');
    expect(bench.texts(an).at(-1)).toContain('Hôm nay là ngày làm việc cuối cùng');
    await typeOften(bench, an, '/nop t11 hoi_nghi=3 ket_qua=Tốt', 1);
    expect((await typeOften(bench, an, 'gửi', 1)).at(-1)).toContain('Đã nhận báo cáo');
    await bench.liveTo('2026-12-01 08:00');
    expect((await typeOften(bench, an, '/nhiemvu', 1)).at(-1)).toContain('báo cáo');
  });
});

describe('a chat out of all proportion', () => {
  it('is told to the coordinators once a day, be it a member’s or a stranger’s', async () => {
    const { bench, an } = await scene();
    const binh = bench.join('coordinator', null, { name: 'Bình' });
    busy(bench, an, 299);
    await bench.tick();
    expect(bench.texts(binh)).toEqual([]);
    busy(bench, an, 20);
    for (let at = 0; at < 301; at++) await an.channel.type('lan', 'hi');
    await bench.clock.advance(1000);
    await bench.tick();
    expect(bench.texts(binh).at(-1)).toMatch(
      /nhiều bất thường hôm nay\n• An \(Zalo\): hơn 319 tin\n• người chưa tham gia \(Zalo\): hơn 301 tin/u,
    );
    busy(bench, an, 50);
    const mai = bench.join('liaison', 'HCG');
    busy(bench, mai, 400);
    await bench.tick();
    const told = () => bench.texts(binh).filter((text) => text.includes('bất thường'));
    expect(told()).toHaveLength(1);
    await bench.sleepTo('2026-11-10 14:30');
    expect(told()).toHaveLength(2);
    expect(told()[1]).not.toContain('An (');
    await bench.sleepTo('2026-11-11 08:00');
    busy(bench, an, 301);
    await bench.tick();
    expect(told()).toHaveLength(3);
  });

  it('leaves no count behind when the day is over, or its person leaves', async () => {
    const { bench, an } = await scene();
    busy(bench, an, 310);
    expect(bench.store.traffic.loud('2026-11-10')).toHaveLength(1);
    bench.store.erasure.begin(an.person, bench.clock.now());
    expect(bench.store.traffic.loud('2026-11-10')).toEqual([]);
  });
});
