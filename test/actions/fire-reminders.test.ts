import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { audienceOf } from '../../src/actions/fire-reminders.ts';
import { openDatabase } from '../../src/store/database.ts';
import { at, createBench, type Member } from '../support/bot-bench.ts';

type Bench = ReturnType<typeof createBench>;

/** When each message arrived, and its first line. */
function arrivals(member: Member): string[] {
  return member.channel.sent
    .filter((one) => one.chat === member.chat)
    .map((one) => `${new Date(one.at + 7 * 3600_000).toISOString().slice(5, 16).replace('T', ' ')} ${sign(one.text)}`);
}

function sign(text: string): string {
  return text.split('\n')[0]?.slice(0, 2).trim() ?? '';
}

/** What became of each milestone, read from the file by a second connection. */
function states(bench: Bench, unit: string, period: string): Record<string, string> {
  const db = openDatabase(bench.store.path);
  const rows = db
    .prepare<[number], { key: string; state: string }>('SELECT key, state FROM milestone WHERE task = ?')
    .all(bench.task(unit, period).id);
  db.close();
  return Object.fromEntries(rows.map((one) => [one.key, one.state]));
}

function onDisk(start: string): Bench {
  const dir = mkdtempSync(join(tmpdir(), 'bench-'));
  const bench = createBench({ start, path: join(dir, 'bot.sqlite') });
  onTestFinished(() => rmSync(dir, { recursive: true }));
  return bench;
}

describe('the ladder', () => {
  it('reminds the liaison before and after, then the leader, then puts the unit on the list of the coordinators', async () => {
    const bench = createBench({ start: '2026-11-02 08:00' });
    const [an, dung, binh] = [bench.join('liaison', 'HBG'), bench.join('leader', 'HBG'), bench.join('coordinator')];
    await bench.liveTo('2026-11-30 08:00');
    expect(arrivals(an)).toEqual([
      '11-10 08:30 ⏰',
      '11-13 08:30 ⏰',
      '11-17 08:30 ⏰',
      '11-17 15:00 ⏰',
      '11-18 08:30 🔴',
      '11-20 08:30 🔴',
      '11-25 08:30 🔴',
    ]);
    // And each week a line of what is late or due in it.
    expect(arrivals(dung)).toEqual(['11-16 08:30 📌', '11-20 08:30 🔴', '11-23 08:30 📌', '11-25 08:30 🔴']);
    const named = bench.texts(binh).filter((text) => text.includes('quá hạn lâu ngày'));
    expect(named).toEqual([expect.stringContaining('Huyện Bình Giang')]);
    expect(arrivals(binh)).toContain('11-25 08:30 📋');
  });

  it('stops the moment the report is in', async () => {
    const bench = onDisk('2026-11-02 08:00');
    const an = bench.join('liaison', 'HBG');
    await bench.liveTo('2026-11-10 09:00');
    bench.submit(an, 'HBG', '2026-11');
    await bench.liveTo('2026-11-30 08:00');
    expect(arrivals(an)).toEqual(['11-10 08:30 ⏰']);
    expect(states(bench, 'HBG', '2026-11')).toMatchObject({ 'L-5': 'fired', 'L-2': 'cleared', 'T+5': 'cleared' });
  });

  it('makes one message of two units, and of two reports of one unit', async () => {
    const bench = createBench({ start: '2026-12-01 08:00' });
    const an = bench.join('liaison', 'HBG');
    bench.join('liaison', 'HCG', { chat: an.chat });
    await bench.liveTo('2026-12-10 09:00');
    const texts = bench.texts(an);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.every((text) => text.includes('Bình Giang') && text.includes('Cẩm Giàng'))).toBe(true);
    expect(new Set(arrivals(an)).size).toBe(texts.length);
  });

  it('turns to whoever may submit where a unit has no liaison, never to its staff', () => {
    const bench = createBench();
    const dung = bench.join('leader', 'HBG');
    bench.join('staff', 'HBG');
    bench.join('staff', 'HCG');
    const people = (unit: string): number[] =>
      audienceOf(bench.bot().desk, unit, ['liaison']).map((member) => member.person);
    expect(people('HBG')).toEqual([dung.person]);
    expect(people('HCG')).toEqual([]);
  });

  it('tells "nobody to reach" from "did not report"', async () => {
    const bench = onDisk('2026-11-02 08:00');
    await bench.liveTo('2026-11-10 09:00');
    expect(states(bench, 'HBG', '2026-11')['L-5']).toBe('unreached');
  });
});

describe('a bot that slept', () => {
  it('sends one fresh message per person after three days, not one for every milestone it missed', async () => {
    const bench = onDisk('2026-11-02 08:00');
    const an = bench.join('liaison', 'HBG');
    await bench.tick();
    await bench.sleepTo('2026-11-17 09:00');
    expect(bench.texts(an).length).toBe(1);
    expect(bench.texts(an)[0]).toContain('Hôm nay là ngày làm việc cuối cùng còn đúng hạn.');
    expect(states(bench, 'HBG', '2026-11')).toMatchObject({ 'L-5': 'superseded', 'L-2': 'superseded', L: 'fired' });
  });

  it('says nothing about days left once the deadline has passed', async () => {
    const bench = onDisk('2026-11-02 08:00');
    const an = bench.join('liaison', 'HBG');
    await bench.tick();
    await bench.sleepTo('2026-11-18 07:30');
    expect(bench.texts(an)).toEqual([]);
    await bench.sleepTo('2026-11-18 08:45');
    expect(arrivals(an)).toEqual(['11-18 08:45 🔴']);
    expect(states(bench, 'HBG', '2026-11')).toMatchObject({ 'L-5': 'expired', 'L-15h': 'expired', 'T+1': 'fired' });
  });

  it('fires nothing twice when it wakes twice', async () => {
    const bench = createBench({ start: '2026-11-02 08:00' });
    const an = bench.join('liaison', 'HBG');
    await bench.liveTo('2026-11-10 09:00');
    await bench.tick();
    await bench.crashAndRestart();
    await bench.tick();
    expect(bench.texts(an).length).toBe(1);
  });

  it('fires nothing twice when the clock goes back and forth', async () => {
    const bench = createBench({ start: '2026-11-02 08:00' });
    const an = bench.join('liaison', 'HBG');
    await bench.liveTo('2026-11-10 09:00');
    for (const job of bench.bot().jobs) await job.run(at('2026-11-09 09:00'));
    for (const job of bench.bot().jobs) await job.run(at('2026-11-10 08:30'));
    await bench.tick();
    expect(bench.texts(an).length).toBe(1);
  });
});

describe('quiet', () => {
  it('waits for the morning when it wakes at night, and for Monday on a Saturday', async () => {
    const bench = createBench({ start: '2026-11-02 08:00' });
    const an = bench.join('liaison', 'HBG');
    await bench.tick();
    await bench.sleepTo('2026-11-10 22:00');
    expect(bench.texts(an)).toEqual([]);
    await bench.liveTo('2026-11-11 08:00');
    expect(arrivals(an)).toEqual(['11-11 07:00 ⏰']);
    await bench.sleepTo('2026-11-14 10:00');
    await bench.liveTo('2026-11-16 09:00');
    expect(arrivals(an).slice(1)).toEqual(['11-16 07:00 ⏰']);
  });

  it('holds back what was decided in time and could only be sent at night', async () => {
    const bench = createBench({ start: '2026-11-02 08:00' });
    const an = bench.join('liaison', 'HBG');
    an.channel.failAlways('unavailable', an.chat);
    await bench.liveTo('2026-11-10 20:30');
    await bench.clock.advanceTo(at('2026-11-10 21:30'));
    an.channel.heal(an.chat);
    await bench.clock.advanceTo(at('2026-11-10 23:00'));
    expect(bench.texts(an)).toEqual([]);
    await bench.clock.advanceTo(at('2026-11-11 07:20'));
    expect(bench.texts(an).length).toBe(1);
  });

  it('reminds nobody in the middle of typing, and not at all when the report comes out of it', async () => {
    const bench = createBench({ start: '2026-11-10 08:20' });
    const an = bench.join('liaison', 'HBG');
    await bench.tick();
    await bench.type(an, '/nop t11 hoi_nghi=3');
    await bench.liveTo('2026-11-10 08:35');
    await bench.type(an, 'Đã tuyên truyền');
    await bench.clock.advance(5000);
    await bench.press(an, 'Gửi báo cáo');
    await bench.clock.advanceTo(at('2026-11-10 12:00'));
    expect(bench.texts(an).filter((text) => text.startsWith('⏰'))).toEqual([]);
  });
});

describe('judged again when it is sent', () => {
  /** A reminder that is decided on and cannot be sent yet. */
  async function waiting() {
    const bench = createBench({ start: '2026-11-02 08:00' });
    const an = bench.join('liaison', 'HBG');
    an.channel.failAlways('unavailable', an.chat);
    await bench.liveTo('2026-11-10 09:00');
    // Nothing else was said in this house: it is the first row.
    const outbox = 1;
    expect(bench.store.reminders.ofOutbox(outbox).map((one) => one.milestone)).toEqual(['L-5']);
    expect(bench.store.outbox.outcome(outbox)?.state).toBe('queued');
    return { bench, an, outbox };
  }

  it('is cleared when the report came in meanwhile', async () => {
    const { bench, an, outbox } = await waiting();
    bench.submit(an, 'HBG', '2026-11');
    an.channel.heal(an.chat);
    await bench.clock.advanceTo(at('2026-11-10 12:00'));
    expect(bench.texts(an)).toEqual([]);
    expect(bench.store.outbox.outcome(outbox)?.state).toBe('cleared');
  });

  it('is superseded when a later one is due as well, and the fresh one says what is true now', async () => {
    const { bench, an, outbox } = await waiting();
    await bench.liveTo('2026-11-13 10:00');
    an.channel.heal(an.chat);
    await bench.clock.advanceTo(at('2026-11-13 12:00'));
    expect(bench.store.outbox.outcome(outbox)?.state).toBe('superseded');
    expect(bench.texts(an).length).toBe(1);
    expect(bench.texts(an)[0]).toContain('Còn 2 ngày làm việc.');
  });

  it('is not sent to somebody who took their consent back', async () => {
    const { bench, an } = await waiting();
    await bench.type(an, '/toi rut');
    an.channel.heal(an.chat);
    await bench.type(an, 'có');
    await bench.clock.advanceTo(at('2026-11-11 12:00'));
    expect(bench.texts(an).filter((text) => text.includes('Nhắc hạn'))).toEqual([]);
  });
});

it('leads from the reminder to the reason for it', async () => {
  const bench = createBench({ start: '2026-11-02 08:00' });
  const an = bench.join('liaison', 'HBG');
  await bench.liveTo('2026-11-10 09:00');
  await bench.press(an, 'Vì sao tôi bị nhắc?');
  expect(bench.texts(an).at(-1)).toContain('Mục V.2 của Kế hoạch');
});
