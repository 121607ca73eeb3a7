import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel } from '../../src/channels/channel.ts';
import { OUTCOMES, outcomeOf, readAnswer } from '../../src/channels/outcomes.ts';
import { SEND_FAILURES, SendError, type SendFailure } from '../../src/channels/send-error.ts';
import { markRepeated } from '../../src/wording/delivery.ts';
import { plain } from '../../src/wording/rich-text.ts';
import { createDeliveryBench } from '../delivery/bench.ts';
import { createMemoryChannel } from '../support/memory-channel.ts';
import { setUp as setUpTelegram, CHAT as TELEGRAM_CHAT } from './telegram-builder.ts';
import { setUp as setUpZalo, CHAT as ZALO_CHAT } from './zalo-builder.ts';

type Instead = 'hang' | 'reset' | 'cut' | { status: number; body: unknown };

/** One platform with what the rows need of it. */
interface Platform {
  name: string;
  chat: string;
  channel: Channel;
  /** A channel that is sent to an address at which nobody listens. */
  lost: Channel;
  /** The next message is taken, and then this comes instead of the true answer; or it is not even taken. */
  next(how: { afterAccept: Instead } | Exclude<Instead, 'cut'>): void;
  /** Everything is answered like this, until null. */
  always(how: Exclude<Instead, 'cut'> | null): void;
  /** The texts the platform took. */
  taken(): readonly string[];
  close(): Promise<void>;
}

const page = (status: number, body: unknown = `<html><body>${status}</body></html>`) => ({ status, body });
const no = (error_code: number, status = error_code) => page(status, { ok: false, error_code, description: 'no' });

/** What comes back, and what it counts as: on both platforms. */
const ROWS: readonly [what: string, instead: Instead | 'nobody there', kind: SendFailure][] = [
  ['no connection', 'nobody there', 'unavailable'],
  ['silence', 'hang', 'unknown'],
  ['a reset after the request was written', 'reset', 'unknown'],
  ['a body cut short', 'cut', 'unknown'],
  ['a yes without the message', page(200, { ok: true }), 'unknown'],
  ['a yes with an empty message', page(200, { ok: true, result: {} }), 'unknown'],
  ['a yes with a list', page(200, { ok: true, result: [] }), 'unknown'],
  ['a body that ends early and looks whole', page(200, '{"ok":true,"result":{"message_id":'), 'unknown'],
  ['an empty body', page(200, ''), 'unknown'],
  ['invalid JSON', page(200, '{"ok":tru}'), 'unknown'],
  ['a page with 200', page(200), 'unknown'],
  ['an array', page(200, []), 'unknown'],
  ['JSON of another shape', page(200, { message: 'hello' }), 'unknown'],
  ['null', page(200, 'null'), 'unknown'],
  ['a no without a code', page(200, { ok: false }), 'unknown'],
  ['a no without a code, with 500', page(500, { ok: false, description: 'Oops' }), 'unknown'],
  ['a no with a code that is none', page(200, { ok: false, error_code: 'x' }), 'unknown'],
  ['a no with a code of success', no(200), 'unknown'],
  ['a page with 403', page(403), 'unknown'],
  ['a page with 404', page(404), 'unknown'],
  ['a page with 408', page(408), 'unknown'],
  ['a page with 500', page(500), 'unknown'],
  ['a page with 502', page(502), 'unknown'],
  ['a page with 503', page(503), 'unknown'],
  ['a page with 504', page(504), 'unknown'],
  ['an empty 504', page(504, ''), 'unknown'],
  ['a redirect', page(302), 'unavailable'],
  ['a page with 401', page(401), 'unauthorised'],
  ['a page with 407', page(407), 'unavailable'],
  ['a page with 413', page(413), 'unavailable'],
  ['a page with 429', page(429), 'throttled'],
  ['400', no(400), 'refused'],
  ['400 with 200', no(400, 200), 'refused'],
  ['401', no(401), 'unauthorised'],
  ['401 with 200', no(401, 200), 'unauthorised'],
  ['408', no(408), 'unknown'],
  ['418', no(418), 'refused'],
  ['429', no(429), 'throttled'],
  ['429 with 200', no(429, 200), 'throttled'],
  ['499', no(499), 'refused'],
  ['500', no(500), 'unavailable'],
  ['501', no(501), 'unavailable'],
  ['502', no(502), 'unknown'],
  ['503', no(503), 'unavailable'],
  ['504', no(504), 'unknown'],
  ['504 with 200', no(504, 200), 'unknown'],
];

const platforms: Platform[] = [];

beforeAll(async () => {
  const refusing = net.createServer();
  await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
  const nowhere = `http://127.0.0.1:${(refusing.address() as AddressInfo).port}`;
  await new Promise((resolve) => refusing.close(resolve));
  const timing = { callLimitMs: 400 };
  const telegram = await setUpTelegram({ timing });
  const zalo = await setUpZalo({ timing });
  platforms.push(
    {
      name: 'telegram',
      chat: String(TELEGRAM_CHAT),
      channel: telegram.channel,
      lost: telegram.another({ apiRoot: nowhere }),
      next: (how) => telegram.fake.script('sendMessage', how),
      always(how) {
        for (const method of ['sendMessage', 'sendChatAction']) telegram.fake.always(method, how);
      },
      taken: () => telegram.fake.sent.map(({ text }) => text),
      close: telegram.close,
    },
    {
      name: 'zalo',
      chat: ZALO_CHAT,
      channel: zalo.channel,
      lost: zalo.another({ apiUrl: nowhere }),
      next: (how) => zalo.fake.script('sendMessage', how),
      always: (how) => zalo.fake.always('*', how),
      taken: () => zalo.fake.sent.map(({ text }) => text),
      close: zalo.close,
    },
  );
});
afterAll(async () => void (await Promise.all(platforms.map(({ close }) => close()))));

describe.each(['telegram', 'zalo'])('what comes back from %s instead of a yes', (name) => {
  const platform = () => platforms.find((one) => one.name === name)!;

  it.each(ROWS)('%s', async (_, instead, kind) => {
    const { channel, lost, chat, next } = platform();
    if (instead !== 'nobody there') next({ afterAccept: instead });
    const error = await (instead === 'nobody there' ? lost : channel)
      .send({ chat }, { text: ['a'] })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SendError);
    expect((error as SendError).kind).toBe(kind);
  });

  it.each<[string, Instead]>([
    ['a body cut short', 'cut'],
    ['invalid JSON', page(200, '{"ok":tru}')],
    ['a page with 504', page(504)],
    ['a page with 200', page(200)],
    ['a redirect', page(302)],
    ['a page with 413', page(413)],
    ['a page with 429', page(429)],
    ['500', no(500)],
    ['503', no(503)],
    ['a no without a code', page(200, { ok: false })],
    ['a yes without the message', page(200, { ok: true })],
    ['an array', page(200, [])],
    ['a reset', 'reset'],
  ])('%s: what was taken is said again once, with a mark, and what was not is not lost', async (_, instead) => {
    for (const wasTaken of [true, false]) {
      const { channel, chat, next, taken } = platform();
      const before = taken().length;
      const bench = createDeliveryBench({ channels: [createMemoryChannel({ name })], through: channel });
      if (wasTaken) next({ afterAccept: instead });
      else next(instead === 'cut' ? 'reset' : instead);
      const row = bench.put(bench.chat(chat), 'Bảng tổng hợp');
      await bench.start();
      await expect
        .poll(() => bench.clock.advance(5_000).then(() => bench.state(row)), { timeout: 5_000 })
        .toBe('accepted');
      const marked = plain(markRepeated(['Bảng tổng hợp']));
      expect(taken().slice(before)).toEqual(wasTaken ? ['Bảng tổng hợp', marked] : [marked]);
    }
  });

  it('a well-formed refusal: said again without a mark, until it goes', async () => {
    const { channel, chat, next, taken } = platform();
    const before = taken().length;
    const bench = createDeliveryBench({ channels: [createMemoryChannel({ name })], through: channel });
    next(no(429));
    next(no(429, 200));
    const row = bench.put(bench.chat(chat), 'Bảng tổng hợp');
    await bench.start();
    await expect
      .poll(() => bench.clock.advance(9_000).then(() => bench.state(row)), { timeout: 5_000 })
      .toBe('accepted');
    expect(taken().slice(before)).toEqual(['Bảng tổng hợp']);
  });

  it('a gateway that answers for five minutes in place of the platform loses nothing, and doubles nothing', async () => {
    const { channel, chat, always, taken } = platform();
    const before = taken().length;
    const bench = createDeliveryBench({ channels: [createMemoryChannel({ name })], through: channel });
    const row = bench.put(bench.chat(chat), 'Bảng tổng hợp');
    always(page(502));
    await bench.start();
    for (let seconds = 0; seconds < 300; seconds += 10) {
      await bench.clock.advance(10_000);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    expect(bench.state(row)).toBe('queued');
    always(null);
    await expect
      .poll(() => bench.clock.advance(60_000).then(() => bench.state(row)), { timeout: 5_000 })
      .toBe('accepted');
    expect(taken().slice(before)).toEqual([plain(markRepeated(['Bảng tổng hợp']))]);
  });

  it('what is taken each time and answered by a page each time is said twice and not more', async () => {
    const { channel, chat, next, taken } = platform();
    const before = taken().length;
    const bench = createDeliveryBench({ channels: [createMemoryChannel({ name })], through: channel });
    for (let tries = 0; tries < 2; tries += 1) next({ afterAccept: page(504) });
    const row = bench.put(bench.chat(chat), 'Bảng tổng hợp');
    await bench.start();
    await expect
      .poll(() => bench.clock.advance(60_000).then(() => bench.state(row)), { timeout: 5_000 })
      .toBe('unknown');
    expect(taken().slice(before)).toEqual(['Bảng tổng hợp', plain(markRepeated(['Bảng tổng hợp']))]);
  });

  it('takes a yes for a yes, whatever stands round it', async () => {
    const { channel, chat, next } = platform();
    for (const status of [200, 500]) {
      next({ afterAccept: page(status, '\uFEFF{"ok":true,"result":{"message_id":7}}') });
      expect((await channel.send({ chat }, { text: ['a'] })).count).toBe(1);
    }
  });
});

describe('the table of outcomes', () => {
  it('has no row that no case tries, and none that another one hides', () => {
    const meaning = () => 'refused' as const;
    for (const [index, row] of OUTCOMES.entries()) {
      const [from, to] = row.codes ?? [777, 777];
      for (const code of [from, to]) {
        const failure = { cause: row.cause, code, said: '', retryAfterMs: null };
        const becomes = row.becomes === 'as the platform means it' ? 'refused' : row.becomes;
        const first = OUTCOMES.findIndex(({ cause, codes = [0, 999] }) => {
          return cause === row.cause && codes[0] <= code && code <= codes[1];
        });
        expect(first).toBe(index);
        expect(outcomeOf(failure, meaning)).toEqual({ kind: becomes, mayHaveGone: row.mayHaveGone === true });
        expect(SEND_FAILURES).toContain(becomes);
      }
    }
  });

  it('never takes an unreadable answer for a yes', () => {
    const texts = ['', ' ', '[]', '1', '"ok"', 'true', '{}', '{"ok":1}', '{"ok":"true"}', '{"result":{}}', '<ok>'];
    for (const body of texts)
      expect(readAnswer({ how: 'answered', status: 200, body })).toMatchObject({
        ok: false,
        failure: { cause: 'page', code: 200 },
      });
  });
});
