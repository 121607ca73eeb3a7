import { describe, expect, it } from 'vitest';
import { TELEGRAM } from '../../src/channels/telegram/card.ts';
import { StoreError } from '../../src/store/database.ts';
import { say } from '../../src/wording/rich-text.ts';
import { createMemoryChannel } from '../support/memory-channel.ts';
import { createDeliveryBench } from './bench.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe('order', () => {
  it('brings a chat its messages one after the other, in the order they were written', async () => {
    const bench = createDeliveryBench();
    const chat = bench.chat('an');
    for (const text of ['một', 'hai', 'ba']) bench.put(chat, text);
    await bench.start();
    expect(bench.channel.textsTo('an')).toEqual(['một', 'hai', 'ba']);
  });

  it('has one message of a chat on its way at a time, while other chats go on', async () => {
    const bench = createDeliveryBench();
    const [an, mai] = [bench.chat('an'), bench.chat('mai')];
    bench.put(an, 'một');
    bench.put(an, 'hai');
    bench.put(mai, 'chào');
    const release = bench.channel.hang();
    await bench.start();
    expect(bench.channel.tried.map((one) => one.text)).toEqual(['một', 'chào']);
    release();
    await bench.clock.advance(SECOND);
    expect(bench.channel.textsTo('an')).toEqual(['một', 'hai']);
  });

  it('keeps the order when the first one has to be tried again', async () => {
    const bench = createDeliveryBench();
    const chat = bench.chat('an');
    bench.put(chat, 'một');
    bench.put(chat, 'hai');
    bench.channel.failNext(['unavailable', 'unavailable']);
    await bench.start();
    expect(bench.channel.sent).toEqual([]);
    await bench.clock.advance(MINUTE);
    expect(bench.channel.textsTo('an')).toEqual(['một', 'hai']);
  });

  it('lets answers go before reminders, and last-day reminders before early ones and notices', async () => {
    const bench = createDeliveryBench({
      pace: { ...TELEGRAM.pace(null), bot: { perSecond: 1, burst: 1 } },
    });
    bench.put(bench.chat('a'), 'thông báo', { kind: 'notice', priority: 30 });
    bench.put(bench.chat('b'), 'nhắc sớm', { kind: 'reminder', priority: 20 });
    bench.put(bench.chat('c'), 'nhắc ngày cuối', { kind: 'reminder', priority: 10 });
    bench.put(bench.chat('d'), 'trả lời');
    await bench.start();
    await bench.clock.advance(10 * SECOND);
    expect(bench.channel.sent.map((one) => one.text)).toEqual(['trả lời', 'nhắc ngày cuối', 'nhắc sớm', 'thông báo']);
  });

  it('is not held up by a message that waits untried for its hour', async () => {
    const bench = createDeliveryBench({
      compose: (row) => (row.kind === 'reminder' ? { holdMs: HOUR } : { send: { text: say`trả lời` } }),
    });
    const chat = bench.chat('an');
    bench.put(chat, 'nhắc', { kind: 'reminder', priority: 20 });
    bench.put(chat, 'trả lời');
    await bench.start();
    expect(bench.channel.textsTo('an')).toEqual(['trả lời']);
  });

  it('lets an answer pass a reminder that failed and is now kept back until Monday', async () => {
    let isWeekend = false;
    const bench = createDeliveryBench({
      compose: (row) => {
        if (row.kind === 'reminder' && isWeekend) return { holdMs: 60 * HOUR };
        return { send: { text: row.kind === 'reminder' ? say`nhắc` : say`trả lời` } };
      },
    });
    const chat = bench.chat('an');
    bench.put(chat, 'nhắc', { kind: 'reminder', priority: 20 });
    bench.channel.failNext(['unavailable']);
    await bench.start();
    isWeekend = true;
    await bench.clock.advance(MINUTE);
    bench.put(chat, 'trả lời');
    await bench.clock.advance(MINUTE);
    expect(bench.channel.textsTo('an')).toEqual(['trả lời']);
    isWeekend = false;
    await bench.clock.advance(61 * HOUR);
    expect(bench.channel.textsTo('an')).toEqual(['trả lời', 'nhắc']);
  });

  it('answers whoever types before it brings them what they were sent with everybody else', async () => {
    const bench = createDeliveryBench();
    const chat = bench.chat('an');
    bench.put(chat, 'thông báo', { kind: 'notice', priority: 30 });
    bench.put(chat, 'trả lời');
    const release = bench.channel.hang();
    await bench.start();
    expect(bench.channel.tried.map((one) => one.text)).toEqual(['trả lời']);
    release();
    await bench.clock.advance(SECOND);
    expect(bench.channel.textsTo('an')).toEqual(['trả lời', 'thông báo']);
  });
});

describe('retries', () => {
  it('waits as long as the platform asks, to the millisecond', async () => {
    const bench = createDeliveryBench();
    const id = bench.put(bench.chat('an'), 'chào');
    bench.channel.failNext([['throttled', { retryAfterMs: 17_000 }]]);
    await bench.start();
    await bench.clock.advance(16_999);
    expect(bench.channel.tried.length).toBe(1);
    await bench.clock.advance(1);
    expect(bench.state(id)).toBe('accepted');
    expect(bench.channel.sent.length).toBe(1);
  });

  it('lets the whole bot pause when one chat is told to slow down', async () => {
    const bench = createDeliveryBench();
    bench.put(bench.chat('an'), 'chào');
    bench.channel.failNext([['throttled', { retryAfterMs: 5000 }]]);
    await bench.start();
    const other = bench.put(bench.chat('mai'), 'chào');
    await bench.wake();
    expect(bench.state(other)).toBe('queued');
    await bench.clock.advance(5000);
    expect(bench.state(other)).toBe('accepted');
  });

  it('waits for hours when the platform asks for hours, over a restart and for everybody', async () => {
    const bench = createDeliveryBench();
    bench.put(bench.chat('an'), 'chào');
    bench.channel.failNext([['throttled', { retryAfterMs: 2 * HOUR }]]);
    await bench.start();
    bench.put(bench.chat('mai'), 'chào');
    await bench.clock.advance(HOUR);
    expect(bench.channel.tried.length).toBe(1);
    bench.channel.failAlways('unavailable', 'mai');
    await bench.restart();
    expect(bench.channel.textsTo('an')).toEqual([]);
    await bench.clock.advance(HOUR);
    expect(bench.channel.textsTo('an')).toEqual(['chào']);
  });

  it('does not wait for hours because the clock of a process before was ahead', async () => {
    const bench = createDeliveryBench();
    const chat = bench.chat('an');
    bench.put(chat, 'trả lời', { notBefore: bench.clock.wire() + 8 * HOUR });
    bench.put(bench.chat('mai'), 'sau', { notBefore: bench.clock.wire() + 30 * MINUTE });
    await bench.start();
    expect(bench.channel.sent.map((one) => one.text)).toEqual(['trả lời']);
    await bench.clock.advance(30 * MINUTE);
    expect(bench.channel.sent.map((one) => one.text)).toEqual(['trả lời', 'sau']);
  });

  it('goes on for hours with longer and longer pauses while a platform is down', async () => {
    const bench = createDeliveryBench();
    const id = bench.put(bench.chat('an'), 'chào', { expiresAt: bench.clock.now() + 24 * HOUR });
    bench.channel.failAlways('unavailable', 'an');
    await bench.start();
    await bench.clock.advance(6 * HOUR);
    expect(bench.state(id)).toBe('queued');
    expect(bench.channel.tried.length).toBeLessThan(60);
    bench.channel.heal('an');
    await bench.clock.advance(15 * MINUTE);
    expect(bench.state(id)).toBe('accepted');
  });

  it('gives a message up when it is of no use any more', async () => {
    const bench = createDeliveryBench();
    const id = bench.put(bench.chat('an'), 'chào', { expiresAt: bench.clock.now() + HOUR });
    bench.channel.failAlways('unavailable', 'an');
    await bench.start();
    await bench.clock.advance(2 * HOUR);
    expect(bench.state(id)).toBe('expired');
    const tries = bench.channel.tried.length;
    bench.channel.heal('an');
    await bench.clock.advance(HOUR);
    expect(bench.channel.tried.length).toBe(tries);
  });

  it('starts after the parts of a long text that arrived', async () => {
    const bench = createDeliveryBench();
    bench.put(bench.chat('an'), 'dài');
    bench.channel.failNext([['unavailable', { sentParts: 2 }]]);
    await bench.start();
    await bench.clock.advance(MINUTE);
    expect(bench.channel.sent.map((one) => one.skipParts)).toEqual([2]);
  });

  it('gives up at once what the platform refuses, and takes a channel that breaks its promise for a refusal', async () => {
    const bench = createDeliveryBench();
    const refused = bench.put(bench.chat('an'), 'một');
    const broken = bench.put(bench.chat('mai'), 'hai');
    bench.channel.failNext(['refused'], 'an');
    bench.channel.failNext([new TypeError('a bug in a channel')], 'mai');
    await bench.start();
    await bench.clock.advance(HOUR);
    expect([bench.failure(refused), bench.failure(broken)]).toEqual(['refused', 'refused']);
    expect(bench.channel.tried.length).toBe(2);
  });
});

describe('a chat that does not work', () => {
  function twoApps() {
    const telegram = createMemoryChannel({ name: 'telegram' });
    const zalo = createMemoryChannel({ name: 'zalo' });
    const bench = createDeliveryBench({ channels: [telegram, zalo] });
    const an = bench.chat('an');
    const person = an.person ?? 0;
    bench.chat('an-zalo', { person, on: zalo });
    return { telegram, zalo, bench, an };
  }

  it('sends a reminder on to the other app when the person blocked the bot', async () => {
    const { telegram, zalo, bench, an } = twoApps();
    telegram.failAlways('blocked', 'an');
    const id = bench.put(an, 'nhắc', { kind: 'reminder', priority: 20 });
    await bench.start();
    expect(zalo.textsTo('an-zalo')).toEqual(['nhắc']);
    expect(bench.state(id)).toBe('accepted');
    expect(bench.store.chats.find(an.id)?.state).toBe('blocked');
  });

  it('waits for the other app when that one is dark just now', async () => {
    const { telegram, zalo, bench, an } = twoApps();
    telegram.failAlways('blocked', 'an');
    zalo.health = () => ({ ok: false, since: 0, detail: 'dark' });
    zalo.failAlways('unavailable', 'an-zalo');
    const id = bench.put(an, 'nhắc', { kind: 'reminder', priority: 20 });
    await bench.start();
    await bench.clock.advance(MINUTE);
    expect(bench.state(id)).toBe('queued');
    zalo.heal('an-zalo');
    await bench.clock.advance(HOUR);
    expect(zalo.textsTo('an-zalo')).toEqual(['nhắc']);
  });

  it('goes on to the other app once when this one stays dark, and not back and forth', async () => {
    const { telegram, zalo, bench, an } = twoApps();
    telegram.failAlways('unavailable', 'an');
    const id = bench.put(an, 'nhắc', { kind: 'reminder', priority: 20 });
    await bench.start();
    await bench.clock.advance(HOUR);
    expect(bench.state(id)).toBe('accepted');
    expect(zalo.textsTo('an-zalo')).toEqual(['nhắc']);
  });

  it('does not try the blocked chat again for the next one', async () => {
    const { telegram, zalo, bench, an } = twoApps();
    telegram.failAlways('blocked', 'an');
    bench.put(an, 'một', { kind: 'reminder', priority: 20 });
    bench.put(an, 'hai', { kind: 'reminder', priority: 20 });
    await bench.start();
    await bench.clock.advance(SECOND);
    expect(telegram.tried.length).toBe(1);
    expect(zalo.textsTo('an-zalo').toSorted()).toEqual(['hai', 'một']);
  });

  it.each(['blocked', 'gone'] as const)('says "not reached" when there is no other app (%s)', async (failure) => {
    const bench = createDeliveryBench();
    bench.channel.failAlways(failure, 'an');
    const id = bench.put(bench.chat('an'), 'nhắc', { kind: 'reminder', priority: 20 });
    await bench.start();
    expect([bench.state(id), bench.failure(id)]).toEqual(['failed', failure]);
  });

  it('keeps an answer in the app where the question was asked', async () => {
    const { telegram, zalo, bench, an } = twoApps();
    telegram.failAlways('blocked', 'an');
    const id = bench.put(an, 'trả lời');
    await bench.start();
    expect(zalo.sent).toEqual([]);
    expect(bench.state(id)).toBe('failed');
  });
});

describe('an unknown outcome', () => {
  it('is repeated once where silence would be worse, and says so', async () => {
    const bench = createDeliveryBench();
    const id = bench.put(bench.chat('an'), 'biên nhận');
    bench.channel.failNext(['unknown', 'unknown']);
    await bench.start();
    await bench.clock.advance(HOUR);
    expect(bench.channel.tried.map((one) => one.text)).toEqual([
      'biên nhận',
      '(Gửi lại, phòng khi tin trước chưa đến)\nbiên nhận',
    ]);
    expect(bench.state(id)).toBe('unknown');
  });

  it('is left at that for an early reminder', async () => {
    const bench = createDeliveryBench();
    const id = bench.put(bench.chat('an'), 'nhắc', { kind: 'reminder', repeatIfUnknown: false });
    bench.channel.failNext(['unknown']);
    await bench.start();
    await bench.clock.advance(HOUR);
    expect(bench.channel.tried.length).toBe(1);
    expect(bench.state(id)).toBe('unknown');
  });

  it('is what a process that died in mid-send leaves: repeated or given up by the same policy', async () => {
    const bench = createDeliveryBench();
    const answer = bench.put(bench.chat('an'), 'biên nhận');
    const early = bench.put(bench.chat('mai'), 'nhắc', { kind: 'reminder', repeatIfUnknown: false });
    bench.channel.hang();
    await bench.start();
    expect([bench.state(answer), bench.state(early)]).toEqual(['sending', 'sending']);
    // The old process never hears what became of its sends.
    const before = bench.channel.tried.length;
    await bench.restart();
    expect(bench.state(early)).toBe('unknown');
    await bench.clock.advance(MINUTE);
    const repeated = bench.channel.tried.slice(before);
    expect(repeated.map((one) => one.text)).toEqual(['(Gửi lại, phòng khi tin trước chưa đến)\nbiên nhận']);
  });

  it('never sends a row twice after a clean stop', async () => {
    const bench = createDeliveryBench();
    bench.put(bench.chat('an'), 'chào');
    await bench.start();
    const stopped = bench.dispatcher().stop();
    await bench.clock.advance(SECOND);
    await stopped;
    await bench.restart();
    await bench.clock.advance(HOUR);
    expect(bench.channel.tried.length).toBe(1);
  });
});

describe('the daily cap', () => {
  const reminder = { kind: 'reminder', priority: 20, repeatIfUnknown: false } as const;

  it('holds for what the bot says of its own accord, and never for answers', async () => {
    const bench = createDeliveryBench({ cap: 2 });
    const chat = bench.chat('an');
    const ids = ['một', 'hai', 'ba'].map((text) => bench.put(chat, text, reminder));
    const answer = bench.put(chat, 'trả lời');
    await bench.start();
    await bench.clock.advance(SECOND);
    expect(ids.map(bench.state)).toEqual(['accepted', 'accepted', 'capped']);
    expect(bench.state(answer)).toBe('accepted');
  });

  it('keeps the last place of a day for a reminder: what is only good to know waits', async () => {
    const bench = createDeliveryBench({ cap: 2 });
    const chat = bench.chat('an');
    const goodToKnow = { kind: 'alert', priority: 30, repeatIfUnknown: false } as const;
    const ids = ['duyệt một', 'duyệt hai'].map((text) => bench.put(chat, text, goodToKnow));
    await bench.start();
    await bench.clock.advance(SECOND);
    const last = bench.put(chat, 'hôm nay là hạn', reminder);
    await bench.clock.advance(MINUTE);
    expect([...ids, last].map(bench.state)).toEqual(['accepted', 'queued', 'accepted']);
  });

  it('counts a message that may have arrived, and a message that is being tried again', async () => {
    const bench = createDeliveryBench({ cap: 2 });
    const chat = bench.chat('an');
    bench.channel.failNext(['unknown', 'unavailable']);
    const unknown = bench.put(chat, 'một', reminder);
    const retried = bench.put(chat, 'hai', reminder);
    const third = bench.put(chat, 'ba', reminder);
    await bench.start();
    await bench.clock.advance(HOUR);
    expect([unknown, retried, third].map(bench.state)).toEqual(['unknown', 'accepted', 'capped']);
  });

  it('holds over all the apps of a person', async () => {
    const telegram = createMemoryChannel({ name: 'telegram' });
    const zalo = createMemoryChannel({ name: 'zalo' });
    const bench = createDeliveryBench({ cap: 1, channels: [telegram, zalo] });
    const an = bench.chat('an');
    const second = bench.chat('an-zalo', { person: an.person ?? 0, on: zalo });
    bench.put(an, 'một', reminder);
    bench.put(second, 'hai', reminder);
    await bench.start();
    await bench.clock.advance(SECOND);
    expect(telegram.sent.length + zalo.sent.length).toBe(1);
  });

  it('does not count what never went out, and begins anew the next day', async () => {
    const bench = createDeliveryBench({ cap: 1 });
    const chat = bench.chat('an');
    bench.channel.failNext(['refused']);
    const refused = bench.put(chat, 'một', reminder);
    const second = bench.put(chat, 'hai', reminder);
    await bench.start();
    await bench.clock.advance(SECOND);
    expect([refused, second].map(bench.state)).toEqual(['failed', 'accepted']);
    await bench.clock.advance(24 * HOUR);
    const tomorrow = bench.put(chat, 'ba', reminder);
    await bench.wake();
    expect(bench.state(tomorrow)).toBe('accepted');
  });

  it('is not exceeded by messages that are ready at the same moment', async () => {
    const bench = createDeliveryBench({ cap: 1 });
    const an = bench.chat('an');
    const second = bench.chat('an-2', { person: an.person ?? 0 });
    const release = bench.channel.hang();
    bench.put(an, 'một', reminder);
    bench.put(second, 'hai', reminder);
    await bench.start();
    release();
    await bench.clock.advance(SECOND);
    expect(bench.channel.tried.length).toBe(1);
  });
});

describe('trouble', () => {
  it('lets the other bots go on while one hangs', async () => {
    const telegram = createMemoryChannel({ name: 'telegram' });
    const zalo = createMemoryChannel({ name: 'zalo' });
    const bench = createDeliveryBench({ channels: [telegram, zalo] });
    for (let index = 0; index < 40; index++) bench.put(bench.chat(`t${index}`), 'chào');
    for (let index = 0; index < 40; index++) bench.put(bench.chat(`z${index}`, { on: zalo }), 'chào');
    const release = telegram.hang();
    await bench.start();
    expect(zalo.sent.length).toBe(40);
    expect(telegram.tried.length).toBeLessThan(40);
    release();
    await bench.clock.advance(SECOND);
    expect(telegram.sent.length).toBe(40);
  });

  it('keeps the outcome of a send that the database would not take, and sends nothing twice', async () => {
    const bench = createDeliveryBench();
    const id = bench.put(bench.chat('an'), 'chào');
    const release = bench.channel.hang();
    await bench.start();
    const { transact } = bench.store;
    bench.store.transact = () => {
      throw new StoreError('disk-full', 'test');
    };
    release();
    await bench.clock.advance(5 * SECOND);
    expect(bench.state(id)).toBe('sending');
    bench.store.transact = transact;
    await bench.clock.advance(5 * SECOND);
    expect(bench.state(id)).toBe('accepted');
    expect(bench.channel.tried.length).toBe(1);
    expect(bench.errors).toContain('send outcomes not writable, retrying');
  });

  it('goes on by itself when the database can be read again', async () => {
    const bench = createDeliveryBench();
    const id = bench.put(bench.chat('an'), 'chào');
    const { ready } = bench.store.outbox;
    bench.store.outbox.ready = () => {
      throw new StoreError('disk-full', 'test');
    };
    await bench.start();
    expect(bench.state(id)).toBe('queued');
    bench.store.outbox.ready = ready;
    await bench.clock.advance(2 * SECOND);
    expect(bench.state(id)).toBe('accepted');
  });

  it('writes each outcome once and goes on, where nothing can be read while somebody waits for it to be idle', async () => {
    const bench = createDeliveryBench();
    const id = bench.put(bench.chat('an'), 'chào');
    const release = bench.channel.hang();
    await bench.start();
    const idle = bench.dispatcher().whenIdle();
    await bench.clock.settle();
    const { ready } = bench.store.outbox;
    bench.store.outbox.ready = () => {
      throw new StoreError('disk-full', 'test');
    };
    release();
    await bench.clock.advance(5 * SECOND);
    bench.store.outbox.ready = ready;
    await bench.clock.advance(5 * SECOND);
    await idle;
    expect(bench.state(id)).toBe('accepted');
    expect(bench.store.spending.inMonth('telegram', '1', '2026-11')).toBe(1);
  });

  it('puts aside one message that cannot be composed instead of stopping for it', async () => {
    const bench = createDeliveryBench({
      compose(row) {
        if (row.kind === 'reminder') throw new TypeError('a bug in a sentence');
        return { send: { text: say`chào` } };
      },
    });
    const broken = bench.put(bench.chat('an'), 'nhắc', { kind: 'reminder' });
    const other = bench.put(bench.chat('mai'), 'chào');
    await bench.start();
    expect([bench.state(broken), bench.state(other)]).toEqual(['failed', 'accepted']);
    expect(bench.errors).toContain('composing a message failed');
  });

  it('finishes what is on its way when it is stopped, and begins nothing new', async () => {
    const bench = createDeliveryBench();
    const chat = bench.chat('an');
    const first = bench.put(chat, 'một');
    const second = bench.put(chat, 'hai');
    const release = bench.channel.hang();
    await bench.start();
    let isStopped = false;
    void bench
      .dispatcher()
      .stop()
      .then(() => {
        isStopped = true;
      });
    await bench.clock.advance(SECOND);
    expect(isStopped).toBe(false);
    release();
    await bench.clock.advance(SECOND);
    expect(isStopped).toBe(true);
    expect([bench.state(first), bench.state(second)]).toEqual(['accepted', 'queued']);
  });
});

it('settles a message by what it turns out to be at the moment it would be sent', async () => {
  const bench = createDeliveryBench({
    compose: (row) => ({ settle: row.kind === 'reminder' ? 'cleared' : 'superseded' }),
  });
  const chat = bench.chat('an');
  const ids = [bench.put(chat, 'một', { kind: 'reminder' }), bench.put(chat, 'hai', { kind: 'nudge' })];
  await bench.start();
  expect(ids.map(bench.state)).toEqual(['cleared', 'superseded']);
  expect(bench.channel.tried).toEqual([]);
});

describe('the choices a chat has on its screen', () => {
  const choices = (label: string) => [[{ label, value: `/${label}` }]];
  const scene = async (failures: Parameters<ReturnType<typeof createMemoryChannel>['failNext']>[0]) => {
    const bench = createDeliveryBench();
    const chat = bench.chat('an');
    const stored = () => bench.store.chats.find(chat.id);
    bench.put(chat, '', { kind: 'reminder', content: { text: say`nhắc`, choices: choices('nop') } });
    await bench.start();
    expect(stored()).toMatchObject({ choices: expect.stringContaining('nop'), choicesAt: bench.clock.now() });
    bench.channel.failNext(failures);
    bench.put(chat, '', { content: { text: say`trả lời`, choices: choices('tonghop') } });
    await bench.wake();
    return { bench, chat, stored };
  };

  it('are those of the message taken last', async () => {
    const { bench, chat, stored } = await scene([]);
    expect(stored()?.choices).toContain('tonghop');
    // "1" under a notice is no answer to what was asked before it.
    bench.put(chat, 'thông báo', { kind: 'notice', priority: 30 });
    await bench.wake();
    expect(stored()?.choices).toBeNull();
  });

  it('stay while a message with others fails', async () => {
    const { bench, stored } = await scene(['unavailable']);
    expect(stored()?.choices).toContain('nop');
    await bench.clock.advance(MINUTE);
    expect(stored()).toMatchObject({ choices: expect.stringContaining('tonghop'), choicesAt: expect.any(Number) });
  });

  it('are not known while nobody knows what arrived', async () => {
    const { bench, stored } = await scene(['unknown']);
    expect(stored()?.choices).toBeNull();
    await bench.clock.advance(MINUTE);
    expect(stored()?.choices).toContain('tonghop');
  });
});

it('says when nothing is left to be sent', async () => {
  const bench = createDeliveryBench();
  const chat = bench.chat('an');
  bench.put(chat, 'một');
  bench.put(chat, 'hai');
  await bench.start();
  const idle = bench.dispatcher().whenIdle();
  await bench.clock.settle();
  await idle;
  expect(bench.dispatcher().sentCount()).toBe(2);
});
