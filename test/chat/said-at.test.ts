import { describe, expect, it } from 'vitest';
import type { Incoming } from '../../src/channels/channel.ts';
import { at, createBench } from '../support/bot-bench.ts';

const LINE = '/nop t11 hoi_nghi=3 ket_qua=Tốt';
const EVENING = at('2026-11-17 23:50');
const MORNING = at('2026-11-17 08:23');
const CUT_OFF = at('2026-11-18 00:00');

/** A liaison at 23:45 before the cut-off; the bot has been hearing since the beginning of time. */
async function scene() {
  const bench = createBench({ start: '2026-11-02 08:00' });
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  await bench.clock.sleepTo(at('2026-11-17 23:45'));
  const { id } = bench.task('HBG', '2026-11');

  /** An update of An's comes at that moment, and is answered. */
  async function comes(when: number, update: Partial<Incoming>): Promise<string> {
    await bench.clock.sleepTo(when);
    await an.channel.deliver(an.chat, update);
    await bench.clock.advance(3000);
    return bench.texts(an).at(-1) ?? '';
  }
  async function presses(when: number, label: string): Promise<string> {
    await bench.clock.sleepTo(when);
    await bench.press(an, label);
    await bench.clock.advance(3000);
    return bench.texts(an).at(-1) ?? '';
  }
  return {
    bench,
    an,
    id,
    comes,
    presses,
    /** The platform has brought nothing until then. */
    hearsAgainAt(since: number): void {
      an.channel.health = () => ({ ok: true, since, detail: '' });
    },
    stamp: () => bench.task('HBG', '2026-11').timeliness,
    audit() {
      const entries = bench.store.audit.entries();
      const entry = entries.find(({ action, subject }) => action === 'submit' && subject === `task:${id}`);
      return entry === undefined ? null : { at: entry.at, detail: JSON.parse(entry.detail) as object };
    },
  };
}

describe('a text that confirms', () => {
  it('counts from when it was said, and the audit has both moments', async () => {
    const { comes, stamp, audit } = await scene();
    await comes(at('2026-11-18 00:10'), { text: LINE, sentAt: EVENING });
    const receipt = await comes(at('2026-11-18 00:11'), { text: 'gửi', sentAt: EVENING + 60_000 });
    expect(receipt).toContain('nhận lúc 23:51:00 ngày 17/11/2026');
    expect(receipt).toContain('Ghi nhận: đúng hạn');
    expect(stamp()).toBe('on_time');
    expect(audit()).toMatchObject({ at: at('2026-11-18 00:11') });
    expect(audit()?.detail).toMatchObject({ receivedAt: at('2026-11-18 00:11'), countedAt: EVENING + 60_000 });
  });

  it.each([
    ['the last millisecond before the cut-off', CUT_OFF - 1, 'on_time'],
    ['the cut-off itself', CUT_OFF, 'late'],
    ['a moment to come', at('2026-11-19 08:00'), 'late'],
    ['a moment so long ago that no platform had kept it', at('2026-11-16 20:00'), 'late'],
    ['1970', 1000, 'late'],
    ['nothing', null, 'late'],
  ] as const)('stamped with %s', async (_, sentAt, timeliness) => {
    const { comes, stamp } = await scene();
    await comes(EVENING, { text: LINE });
    await comes(at('2026-11-18 00:10'), sentAt === null ? { text: 'gửi' } : { text: 'gửi', sentAt });
    expect(stamp()).toBe(timeliness);
  });

  it('is late though its preview was in time: it says itself when it was said', async () => {
    const { comes, stamp } = await scene();
    await comes(EVENING, { text: LINE, sentAt: EVENING });
    await comes(CUT_OFF + 60_000, { text: 'gửi', sentAt: CUT_OFF + 59_000 });
    expect(stamp()).toBe('late');
  });

  it.each([
    ['at once', at('2026-11-18 00:00') + 51_000, 'on_time'],
    ['within what the preview was kept back', at('2026-11-18 00:07'), 'on_time'],
    ['later than that', at('2026-11-18 00:09'), 'late'],
  ] as const)('that follows a preview which the bot itself was late to show, %s', async (_, when, timeliness) => {
    const { comes, stamp } = await scene();
    // Said at 23:52:56; the bot was down until 00:00:40.
    expect(await comes(CUT_OFF + 40_000, { text: LINE, sentAt: CUT_OFF - 424_000 })).not.toContain('muộn');
    const receipt = await comes(when, { text: 'gửi', sentAt: when });
    expect(stamp()).toBe(timeliness);
    expect(receipt.includes('nhận lúc 23:52:56 ngày 17/11/2026')).toBe(timeliness === 'on_time');
  });

  it('that comes hours after a preview which was shown at once is late, however little the cut-off was missed by', async () => {
    const { comes, stamp } = await scene();
    await comes(MORNING + 900, { text: LINE, sentAt: MORNING });
    await comes(CUT_OFF + 300, { text: 'gửi', sentAt: CUT_OFF });
    expect(stamp()).toBe('late');
  });

  it('of the future does not make in time what was received in time either: our receipt counts, and nothing is written of it', async () => {
    const { comes, audit } = await scene();
    await comes(EVENING, { text: LINE });
    expect(await comes(EVENING + 60_000, { text: 'gửi', sentAt: at('2027-11-17 23:50') })).toContain(
      'nhận lúc 23:51:00',
    );
    expect(audit()?.detail).not.toHaveProperty('countedAt');
  });
});

describe('a pressed button', () => {
  it('counts from the text before it, where the bot heard nothing in between', async () => {
    const { comes, presses, hearsAgainAt, stamp, audit } = await scene();
    await comes(EVENING, { text: LINE, sentAt: EVENING });
    hearsAgainAt(at('2026-11-18 00:40'));
    const receipt = await presses(at('2026-11-18 00:40'), 'Gửi báo cáo');
    expect(receipt).toContain('nhận lúc 23:50:00 ngày 17/11/2026');
    expect(receipt).toContain('Ghi nhận: đúng hạn');
    expect(stamp()).toBe('on_time');
    expect(audit()?.detail).toMatchObject({ receivedAt: at('2026-11-18 00:40'), countedAt: EVENING });
  });

  it('counts from a text that itself came late because of us, whose preview says nothing of late', async () => {
    const { comes, presses, hearsAgainAt, stamp } = await scene();
    hearsAgainAt(at('2026-11-18 00:40'));
    expect(await comes(at('2026-11-18 00:40'), { text: LINE, sentAt: EVENING })).not.toContain('muộn');
    await presses(at('2026-11-18 00:45'), 'Gửi báo cáo');
    expect(stamp()).toBe('on_time');
  });

  it.each([
    ['so soon that the preview was only read', CUT_OFF + 4 * 60_000, 'on_time'],
    ['when it had long been read', CUT_OFF + 6 * 60_000, 'late'],
    ['in the morning', at('2026-11-18 09:00'), 'late'],
  ] as const)('comes after the cut-off, %s, while the bot heard everything', async (_, when, timeliness) => {
    const { comes, presses, stamp } = await scene();
    await comes(EVENING, { text: LINE, sentAt: EVENING });
    const receipt = await presses(when, 'Gửi báo cáo');
    expect(stamp()).toBe(timeliness);
    expect(receipt.includes('23:50:00 ngày 17/11')).toBe(timeliness === 'on_time');
  });

  it('that only shows the preview again is no moment of its own', async () => {
    const { comes, presses, hearsAgainAt, stamp, audit, id } = await scene();
    await comes(EVENING, { text: LINE, sentAt: EVENING });
    await comes(EVENING + 5 * 60_000, { text: `/nop ${id}`, picked: true });
    hearsAgainAt(at('2026-11-18 00:40'));
    await presses(at('2026-11-18 00:40'), 'Gửi báo cáo');
    expect(stamp()).toBe('on_time');
    expect(audit()?.detail).toMatchObject({ countedAt: EVENING });
  });

  it('counts from when it came where that is in time', async () => {
    const { comes, presses, hearsAgainAt } = await scene();
    await comes(EVENING, { text: LINE, sentAt: EVENING });
    hearsAgainAt(at('2026-11-17 23:55'));
    expect(await presses(at('2026-11-17 23:58'), 'Gửi báo cáo')).toContain('nhận lúc 23:58:00 ngày 17/11/2026');
  });

  it('in the morning does not count from the evening because the bot was started anew at night', async () => {
    const { comes, presses, hearsAgainAt, stamp } = await scene();
    await comes(EVENING, { text: LINE, sentAt: EVENING });
    hearsAgainAt(at('2026-11-18 03:00'));
    await presses(at('2026-11-18 09:00'), 'Gửi báo cáo');
    expect(stamp()).toBe('late');
  });

  it('counts from no text that is older than a platform keeps a press', async () => {
    const { comes, presses, hearsAgainAt, stamp } = await scene();
    await comes(EVENING, { text: LINE, sentAt: EVENING });
    hearsAgainAt(EVENING + 25 * 3600_000);
    await presses(EVENING + 25 * 3600_000, 'Gửi báo cáo');
    expect(stamp()).toBe('late');
  });

  it('counts from the last text that changed something, not from the first', async () => {
    const { comes, presses, stamp } = await scene();
    await comes(EVENING, { text: LINE, sentAt: EVENING });
    await comes(CUT_OFF + 60_000, { text: 'hoi_nghi=4', sentAt: CUT_OFF + 60_000 });
    await presses(CUT_OFF + 120_000, 'Gửi báo cáo');
    expect(stamp()).toBe('late');
  });

  it('counts from the text before it through a question about nothing in the report', async () => {
    const { comes, presses, stamp } = await scene();
    await comes(EVENING, { text: LINE, sentAt: EVENING });
    await comes(CUT_OFF + 60_000, { text: 'hoi_nghi=3', sentAt: CUT_OFF + 60_000 });
    await presses(CUT_OFF + 120_000, 'Gửi báo cáo');
    expect(stamp()).toBe('on_time');
  });

  it('has no time at all where nothing was typed: what was begun by a button counts from when that came', async () => {
    const { comes, presses, hearsAgainAt, bench, an, stamp } = await scene();
    await comes(EVENING, { text: '/nhiemvu', sentAt: EVENING });
    hearsAgainAt(CUT_OFF + 60_000);
    const begin = an.channel.sent.at(-1)?.choices.find((one) => one.value.startsWith('/nop '))?.label ?? '';
    await presses(CUT_OFF + 60_000, begin);
    await presses(CUT_OFF + 120_000, 'Không phát sinh');
    await presses(CUT_OFF + 180_000, 'Gửi báo cáo');
    expect(bench.task('HBG', '2026-11').state).toBe('submitted');
    expect(stamp()).toBe('late');
  });

  it('says when by itself no more than a forged one', async () => {
    const { comes, bench, an, stamp } = await scene();
    await comes(CUT_OFF + 3600_000, { text: LINE, sentAt: CUT_OFF + 3600_000 });
    const value = an.channel.sent.at(-1)?.choices.find(({ label }) => label === 'Gửi báo cáo')?.value ?? '';
    await comes(CUT_OFF + 3601_000, { text: value, picked: true, sentAt: EVENING });
    expect(bench.task('HBG', '2026-11').state).toBe('submitted');
    expect(stamp()).toBe('late');
  });
});

describe('a correction', () => {
  it('whenever it was said, never changes whether the report was in time', async () => {
    const { comes, stamp } = await scene();
    await comes(CUT_OFF + 60_000, { text: LINE, sentAt: CUT_OFF + 60_000 });
    await comes(CUT_OFF + 120_000, { text: 'gửi', sentAt: CUT_OFF + 120_000 });
    await comes(CUT_OFF + 180_000, { text: '/nop t11 hoi_nghi=5', sentAt: EVENING });
    const receipt = await comes(CUT_OFF + 240_000, { text: 'gửi', sentAt: EVENING });
    expect(receipt).toContain('Bản thứ 2');
    expect(stamp()).toBe('late');
  });
});
