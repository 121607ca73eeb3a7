import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createDesk } from '../../src/actions/desk.ts';
import { noteDeafness } from '../../src/actions/note-deafness.ts';
import { acceptOffer, offerExtensions } from '../../src/actions/offer-extension.ts';
import { inOrder } from '../../src/assembly/own-jobs.ts';
import type { Health } from '../../src/channels/channel.ts';
import { fireRemindersJob } from '../../src/scheduler/jobs/fire-reminders.ts';
import { watchHearingJob } from '../../src/scheduler/jobs/watch-hearing.ts';
import { createSignOfLife } from '../../src/store/sign-of-life.ts';
import { at, createBench } from '../support/bot-bench.ts';
import { bothPlatforms } from '../support/transcript.ts';

const MINUTE = 60_000;

/** The bot with platforms whose health is set by hand. */
function hearing() {
  const bench = createBench({ start: '2026-11-10 09:00', channels: bothPlatforms });
  const health = new Map<string, Health>();
  const now = bench.clock.now;
  const set = (name: string, ok: boolean, since = now()) => health.set(name, { ok, since, detail: '' });
  for (const name of ['telegram', 'zalo']) set(name, true);
  const { desk } = bench.bot();
  const bots = desk.bots.map((bot) => ({ ...bot, health: () => health.get(bot.channel) as Health }));
  const watched = createDesk({ ...desk, bots });
  const look = (aliveAt: number | null = now() - 20_000) => noteDeafness(watched, { now: now(), wire: now(), aliveAt });
  const known = () =>
    bench.store.deafness.since(0).map(({ channel, cause, from, to }) => [channel, cause, from, to] as const);
  return { bench, set, look, known, watched, now };
}

describe('deafness', () => {
  it('of one platform is written down once it has lasted, and ends when it is heard again', async () => {
    const { bench, set, look, known, now } = hearing();
    const from = now();
    set('zalo', false);
    await bench.clock.advance(9 * MINUTE);
    expect(look()).toBe(0);
    await bench.clock.advance(2 * MINUTE);
    expect([look(), look()]).toEqual([1, 0]);
    expect(known()).toEqual([['zalo', 'dark', from, null]]);
    await bench.clock.advance(30 * MINUTE);
    set('zalo', true);
    await bench.clock.advance(MINUTE);
    expect([look(), look()]).toEqual([1, 0]);
    expect(known()).toEqual([['zalo', 'dark', from, now() - MINUTE]]);
  });

  it('of a process that was dead counts for every bot, from its last sign of life on', () => {
    const { look, known, now } = hearing();
    expect(look(now() - 9 * MINUTE)).toBe(0);
    expect(look(null)).toBe(0);
    expect(look(now() - 3 * 60 * MINUTE)).toBe(2);
    expect(known()).toEqual([
      ['telegram', 'down', now() - 3 * 60 * MINUTE, now()],
      ['zalo', 'down', now() - 3 * 60 * MINUTE, now()],
    ]);
  });

  it('of a bot that was taken out of the settings is over', () => {
    const { bench, look, known, now } = hearing();
    bench.store.deafness.add({ channel: 'zalo', bot: '7', cause: 'dark', from: 1, to: null });
    look();
    expect(known()).toEqual([['zalo', 'dark', 1, now()]]);
  });

  it('costs no transaction and no file where all is well', () => {
    const { bench, watched, now } = hearing();
    const transact = vi.spyOn(bench.store, 'transact');
    const job = watchHearingJob(watched, createSignOfLife(':memory:'), { wire: now });
    expect(job.run(now())).toEqual({ deaf: 0 });
    expect(job.run(now() + 20_000)).toEqual({ deaf: 0 });
    expect(transact.mock.calls).toEqual([]);
  });
});

describe('the sign of life', () => {
  function place() {
    const folder = mkdtempSync(join(tmpdir(), 'alive-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'bot.sqlite');
    return { path, file: `${path}.alive` };
  }

  it('is written once a minute at most, for its owner alone, and read by the next process', () => {
    const { path, file } = place();
    const first = createSignOfLife(path);
    expect(first.beat(1_000_000)).toBeNull();
    expect(first.beat(1_020_000)).toBe(1_000_000);
    expect(readFileSync(file, 'utf8')).toBe('1000000\n');
    expect(first.beat(1_061_000)).toBe(1_020_000);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(createSignOfLife(path).beat(9_000_000)).toBe(1_061_000);
  });

  it('that is empty, of the future or not to be written says nothing, and stops nobody', () => {
    const { path, file } = place();
    writeFileSync(file, '');
    expect(createSignOfLife(path).beat(5)).toBeNull();
    writeFileSync(file, '9000000');
    expect(createSignOfLife(path).beat(5)).toBeNull();
    const nowhere = createSignOfLife(join(path, '..', 'gone', 'bot.sqlite'));
    expect(nowhere.beat(5)).toBeNull();
    expect(existsSync(join(path, '..', 'gone'))).toBe(false);
  });
});

describe('more time for those who could not reach the bot', () => {
  const FROM = at('2026-11-17 21:40');
  const TO = at('2026-11-17 23:55');

  async function evening() {
    const bench = createBench({ start: '2026-11-17 16:00', channels: bothPlatforms });
    const tu = bench.join('coordinator', null, { channel: 'telegram' });
    const binh = bench.join('coordinator', null, { channel: 'telegram' });
    const an = bench.join('liaison', 'HBG', { channel: 'telegram' });
    const mai = bench.join('liaison', 'HCG', { channel: 'zalo' });
    await bench.tick();
    return { bench, tu, binh, an, mai };
  }

  const asked = (texts: readonly string[]) => texts.filter((text) => text.includes('không nhận được tin'));

  it('is not offered at the first beat after a death over the cut-off: that stretch is written down before', async () => {
    const { bench } = await evening();
    for (const { channel, bot } of bench.bot().desk.bots)
      bench.store.deafness.add({
        channel,
        bot,
        cause: 'down',
        from: at('2026-11-17 20:00'),
        to: at('2026-11-17 23:38'),
      });
    const now = at('2026-11-18 00:10');
    const health: Health = { ok: true, since: now, detail: '' };
    const desk = createDesk({
      ...bench.bot().desk,
      bots: bench.bot().desk.bots.map((one) => ({ ...one, health: () => health })),
    });
    const life = { beat: () => at('2026-11-17 23:39') };
    const jobs = inOrder([fireRemindersJob(desk)], [watchHearingJob(desk, life, { wire: () => now })]);
    for (const job of jobs) await job.run(now);
    expect(bench.store.deafness.isOffered('thang', '2026-11', at('2026-11-18 00:00'))).toBe(false);
  });

  it('is offered once, after what platforms held is here, and to nobody where nobody was kept', async () => {
    const { bench, tu, mai } = await evening();
    bench.deafen('zalo', FROM, TO);
    await bench.liveTo('2026-11-18 00:05');
    expect(offerExtensions(bench.bot().desk, bench.clock.now())).toBe(0);
    bench.submit(mai, 'HCG', '2026-11');
    await bench.liveTo('2026-11-18 12:00');
    // She was late by it, and is asked about; the others had Telegram or nobody.
    expect(asked(bench.texts(tu))).toHaveLength(1);
    expect(asked(bench.texts(tu))[0]).toMatch(/\(1\): Huyện Cẩm Giàng\./u);
    expect(asked(bench.texts(mai))).toEqual([]);
  });

  it('is not offered where all had reported or another app was open to them', async () => {
    const { bench, tu, mai } = await evening();
    const brother = bench.join('leader', 'HGL', { channel: 'telegram' });
    const sister = bench.join('liaison', 'HGL', { channel: 'zalo' });
    expect([brother.channel.name, sister.channel.name]).toEqual(['telegram', 'zalo']);
    bench.submit(mai, 'HCG', '2026-11');
    bench.deafen('zalo', FROM, TO);
    await bench.liveTo('2026-11-18 12:00');
    expect(asked(bench.texts(tu))).toEqual([]);
    expect(offerExtensions(bench.bot().desk, bench.clock.now())).toBe(0);
  });

  it('is given once, by whoever presses first, with the evidence as its reason, and never by a liaison', async () => {
    const { bench, tu, binh, mai } = await evening();
    bench.deafen('zalo', FROM, at('2026-11-17 23:40'));
    bench.deafen('zalo', at('2026-11-17 23:45'), at('2026-11-18 00:20'));
    await bench.liveTo('2026-11-18 08:00');
    const { desk } = bench.bot();
    const act = (person: number) => ({ person, at: bench.clock.now() });
    expect(acceptOffer(desk, act(mai.person), 1)).toMatchObject({ ok: false, problem: { problem: 'not-allowed' } });
    expect(acceptOffer(desk, act(tu.person), 99)).toMatchObject({ problem: { problem: 'nothing-to-change' } });
    expect(acceptOffer(desk, act(tu.person), 1)).toMatchObject({ ok: true, value: { told: { people: 1 } } });
    expect(acceptOffer(desk, act(binh.person), 1)).toEqual({ ok: false, doneAt: bench.clock.now() });
    const task = bench.task('HCG', '2026-11');
    expect(task).toMatchObject({ lastGoodDay: '2026-11-19', extended: 1 });
    expect(bench.task('HBG', '2026-11').extended).toBe(0);
    expect(bench.store.extensions.current(task.id)?.reason).toBe(
      'Bot không nhận được tin trên Zalo từ 21:40 ngày 17/11/2026 đến 00:20 ngày 18/11/2026',
    );
  });

  it('leaves alone whom somebody decided about meanwhile, and moves on when the offered day is over', async () => {
    const { bench, tu } = await evening();
    const lan = bench.join('liaison', 'HGL', { channel: 'zalo' });
    bench.deafen('zalo', FROM, TO);
    await bench.liveTo('2026-11-18 08:00');
    const { id, scheduleVersion } = bench.task('HGL', '2026-11');
    const { desk } = bench.bot();
    const { extendDeadlines } = await import('../../src/actions/extend-deadline.ts');
    const act = { person: tu.person, at: bench.clock.now() };
    const order = { tasks: [id], seen: { [id]: scheduleVersion }, until: '2026-11-30', reason: 'mưa lũ' };
    expect(extendDeadlines(desk, act, order).ok).toBe(true);
    await bench.liveTo('2026-11-20 08:00');
    expect(acceptOffer(desk, { ...act, at: bench.clock.now() }, 1)).toMatchObject({ ok: true });
    expect(bench.task('HGL', '2026-11').lastGoodDay).toBe('2026-11-30');
    expect(bench.task('HCG', '2026-11').lastGoodDay).toBe('2026-11-23');
    expect(lan.name).not.toBe('');
  });
});
