import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SendError } from '../../src/channels/send-error.ts';
import { TELEGRAM } from '../../src/channels/telegram/card.ts';
import { ZALO } from '../../src/channels/zalo/card.ts';
import { type ForwardProxy, startForwardProxy } from '../support/forward-proxy.ts';
import { fileOf } from '../support/sample-files.ts';
import { createInbox } from './channel-suite.ts';
import { setUp as setUpTelegram, CHAT as TELEGRAM_CHAT } from './telegram-builder.ts';
import { setUp as setUpZalo, CHAT as ZALO_CHAT } from './zalo-builder.ts';

/** Names that only the proxy can find. */
const TELEGRAM_ROOT = 'http://telegram.invalid:80';
const ZALO_ROOT = 'http://zalo.invalid:80';

type Both = { telegram: Awaited<ReturnType<typeof setUpTelegram>>; zalo: Awaited<ReturnType<typeof setUpZalo>> };

describe('a proxy to the platforms', () => {
  let proxy: ForwardProxy;
  let both: Both;
  beforeEach(async () => {
    both = { telegram: await setUpTelegram(), zalo: await setUpZalo() };
    proxy = await startForwardProxy({
      'telegram.invalid:80': both.telegram.fake.url,
      'zalo.invalid:80': both.zalo.fake.url,
    });
  });
  afterEach(async () => {
    await both.telegram.close();
    await both.zalo.close();
    await proxy.close();
  });

  const telegram = () => both.telegram.another({ apiRoot: TELEGRAM_ROOT, proxyUrl: proxy.url });
  const zalo = () => both.zalo.another({ apiUrl: ZALO_ROOT, proxyUrl: proxy.url });
  const failureOf = (sending: Promise<unknown>) =>
    sending.then(
      () => expect.fail('it went'),
      (error: unknown) => error as SendError,
    );

  it('carries what is sent, received and fetched on Telegram', async () => {
    const inbox = createInbox();
    const channel = telegram();
    channel.start(inbox.receive);
    const bytes = fileOf('a.png').bytes ?? Buffer.alloc(0);
    both.telegram.fake.sendFile(TELEGRAM_CHAT, { name: 'a.png', bytes, mediaType: 'image/png' });
    const [incoming] = await inbox.atLeast(1);
    expect(await channel.download(incoming!.files[0]!, 1_000_000)).toEqual(bytes);
    await channel.send({ chat: String(TELEGRAM_CHAT) }, { text: ['qua proxy'] });
    expect(both.telegram.fake.sent.map(({ text }) => text)).toEqual(['qua proxy']);
    expect(new Set(proxy.asked)).toEqual(new Set(['telegram.invalid:80']));
  });

  it('carries what is sent and received on Zalo', async () => {
    const inbox = createInbox();
    const channel = zalo();
    channel.start(inbox.receive);
    both.zalo.fake.say('1', ZALO_CHAT, 'Xin chào');
    await inbox.atLeast(1);
    await channel.send({ chat: ZALO_CHAT }, { text: ['qua proxy'] });
    expect(both.zalo.fake.sent.map(({ text }) => text)).toEqual(['qua proxy']);
    expect(new Set(proxy.asked)).toEqual(new Set(['zalo.invalid:80']));
  });

  it.each([403, 407, 429, 502, 504])('that answers %i has passed nothing on', async (status) => {
    proxy.refuse(status);
    const errors = [
      await failureOf(telegram().send({ chat: String(TELEGRAM_CHAT) }, { text: ['a'] })),
      await failureOf(zalo().send({ chat: ZALO_CHAT }, { text: ['a'] })),
    ];
    expect(errors.map(({ kind }) => kind)).toEqual(['unavailable', 'unavailable']);
    for (const error of errors) expect(error.message).toContain(`the proxy answered ${status}`);
    proxy.refuse(null);
    await telegram().send({ chat: String(TELEGRAM_CHAT) }, { text: ['a'] });
    expect([both.telegram.fake.sent.length, both.zalo.fake.sent.length]).toEqual([1, 0]);
  });

  it('that is not there, or breaks off, has passed nothing on', async () => {
    const { url } = proxy;
    await proxy.close();
    const errors = [
      await failureOf(telegram().send({ chat: String(TELEGRAM_CHAT) }, { text: ['a'] })),
      await failureOf(zalo().send({ chat: ZALO_CHAT }, { text: ['a'] })),
    ];
    expect(errors.map(({ kind }) => kind)).toEqual(['unavailable', 'unavailable']);
    for (const error of errors) expect(inspect(error, { depth: 10 })).not.toContain(new URL(url).password);
    proxy = await startForwardProxy({});
  });

  it('leaves its password in no log', () => {
    const settings = { TELEGRAM_BOT_TOKEN: '1:a', TELEGRAM_API_ROOT: null, TELEGRAM_MODE: null };
    const read = TELEGRAM.read({ ...settings, TELEGRAM_PROXY_URL: 'http://a:m%E1%BA%ADt@10.0.0.5:3128' });
    expect(TELEGRAM.secrets(read!)).toEqual(['1:a', 'm%E1%BA%ADt', 'mật']);
    const none = Object.fromEntries(Object.keys(ZALO.settings).map((name) => [name, null]));
    const zaloRead = ZALO.read({ ...none, ZALO_BOT_TOKENS: '1:a', ZALO_PROXY_URL: 'http://10.0.0.5:3128' } as never);
    expect(ZALO.secrets(zaloRead!)).toEqual(['1:a']);
  });
});
