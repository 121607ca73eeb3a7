import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../src/channels/channel.ts';
import { TIMING } from '../../src/channels/zalo/platform-facts.ts';
import type { ZaloOptions } from '../../src/channels/zalo/zalo-channel.ts';
import type { FakeZaloOptions, ZaloMood } from '../support/fake-zalo.ts';
import { createInbox } from './channel-suite.ts';
import { CHAT, callsOf, HOOK, SECOND_TOKEN, SECRET, SECRETS, type Setting, setUp } from './zalo-builder.ts';

const WAITING = { timeout: 120_000, interval: 5 };
const ELSEWHERE = 'https://production.example.vn/hook?secret=geheim';

let setting: Setting;
let door: { url: string; close(): Promise<void> } | null = null;
afterEach(async () => {
  await setting.close();
  await door?.close();
  door = null;
});

const healthIs = (channel: Channel, expected: object) =>
  expect.poll(() => channel.health(), WAITING).toMatchObject(expected);

describe('zalo polling', () => {
  async function start(options: Partial<ZaloOptions> = {}, fakeOptions: Partial<FakeZaloOptions> = {}) {
    setting = await setUp(options, fakeOptions);
    const inbox = createInbox();
    const begin = () => setting.channel.start(inbox.receive);
    return { ...setting, inbox, begin };
  }

  it('never takes idleness for a failure', async () => {
    const { fake, channel, begin, logged } = await start({}, { idleMs: 1 });
    begin();
    await fake.until(() => callsOf(fake, 'getUpdates') >= 12);
    expect(channel.health()).toMatchObject({ ok: true, detail: '' });
    expect(logged()).toBe('');
  });

  it('takes it easy when the platform does not hold polls open', async () => {
    const { fake, begin } = await start({ timing: { firstRetryMs: 60_000 } }, { idleMs: 1 });
    begin();
    await fake.until(() => callsOf(fake, 'getUpdates') >= 5);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(callsOf(fake, 'getUpdates')).toBe(5);
  });

  it('hands in everything that is said, in order, each once', async () => {
    const { fake, inbox, begin } = await start();
    fake.say('1', CHAT, 'trước khi chạy');
    begin();
    fake.say('1', CHAT, 'kiểu cũ', { shape: 'old', name: 'An' });
    fake.sendSticker('1', CHAT);
    fake.sendVoice('1', CHAT);
    fake.sendUnsupported('1', CHAT);
    fake.say('1', 'zgr-1', 'nộp 12', { group: true, from: 'u7', name: 'Bình' });
    fake.push('1', [{ event_name: 'message.new.kind', message: { chat: { id: 'a' }, from: { id: 'a' } } }]);
    fake.say('1', CHAT, 'cuối');
    const got = await inbox.atLeast(7);
    expect(got.map((one) => [one.chat, one.text, one.unsupported, one.addressed])).toEqual([
      [CHAT, 'trước khi chạy', false, true],
      [CHAT, 'kiểu cũ', false, true],
      [CHAT, '', true, true],
      [CHAT, '', true, true],
      [CHAT, '', true, true],
      ['zgr-1', 'nộp 12', false, true],
      [CHAT, 'cuối', false, true],
    ]);
    expect(got[1]!.senderName).toBe('An');
    expect(got[5]).toMatchObject({ chatKind: 'group', sender: 'u7' });
    expect(setting.channel.rejected()).toEqual({ 'unknown event': 1 });
    // Kept as it came: the platform does not say it again, and a later version may understand it.
    expect(inbox.unreadable()).toEqual([expect.stringContaining('message.')]);
    expect(setting.channel.reread?.(inbox.unreadable()[0] ?? '')).toBeNull();
    const typed = { message: { chat: { id: CHAT }, from: { id: 'u1' }, text: 'có' } };
    expect(setting.channel.reread?.(JSON.stringify(typed))).toMatchObject({ chat: CHAT, text: 'có' });
  });

  it('takes a list of updates as well', async () => {
    const { fake, inbox, begin } = await start();
    const one = (text: string) => ({ message: { message_id: text, chat: { id: CHAT }, from: { id: CHAT }, text } });
    fake.push('1', [one('một'), one('hai')]);
    begin();
    expect((await inbox.atLeast(2)).map(({ text }) => text)).toEqual(['một', 'hai']);
  });

  it('keeps several bots apart', async () => {
    const { fake, inbox, begin, another } = await start();
    const second = another({ token: SECOND_TOKEN, bot: '2' });
    const secondInbox = createInbox();
    begin();
    second.start(secondInbox.receive);
    fake.say('2', 'u2', 'cho bot hai');
    fake.say('1', CHAT, 'cho bot một');
    expect((await inbox.atLeast(1)).map(({ text }) => text)).toEqual(['cho bot một']);
    expect((await secondInbox.atLeast(1)).map(({ text }) => text)).toEqual(['cho bot hai']);
  });

  it.each<[string, ZaloMood]>([
    ['HTTP 200', { code: 401, description: 'Unauthorized' }],
    ['HTTP 401', { code: 401, description: 'Unauthorized', http: 401 }],
  ])('says that the token is refused with %s, and asks again only slowly', async (_, mood) => {
    const { fake, channel, begin } = await start({ timing: { unauthorisedMs: 60_000 } });
    fake.always('*', mood);
    begin();
    await healthIs(channel, { ok: false, detail: expect.stringContaining('check ZALO_BOT_TOKENS') });
    expect(fake.calls).toHaveLength(1);
    await channel.stop();
  });

  it('is well again once the token is taken', async () => {
    const { fake, channel, inbox, begin } = await start();
    fake.script('getUpdates', { code: 401 }, { code: 401, http: 401 });
    begin();
    fake.say('1', CHAT, 'a');
    await inbox.atLeast(1);
    await healthIs(channel, { ok: true });
  });

  it('waits longer after each failure, up to a limit, and starts anew after a good poll', async () => {
    const { fake, inbox, begin, logged } = await start();
    const ill: ZaloMood[] = ['html', 'reset', { code: 500 }, { code: 429 }, { status: 200, body: '' }];
    fake.script('getUpdates', ...ill, { delayMs: 0 }, 'html');
    begin();
    await fake.until(() => callsOf(fake, 'getUpdates') >= 6);
    fake.say('1', CHAT, 'a');
    await inbox.atLeast(1);
    await fake.until(() => callsOf(fake, 'getUpdates') >= 8);
    const waits = [...logged().matchAll(/waitMs: (\d+)/g)].map((match) => Number(match[1]));
    expect(waits).toEqual([5, 10, 20, 40, 40, 5]);
  });

  it('drops a line that has gone silent', async () => {
    const { fake, inbox, begin } = await start({ timing: { pollLimitMs: 250 } });
    fake.script('getUpdates', 'hang', 'hang');
    begin();
    await fake.until(() => callsOf(fake, 'getUpdates') >= 3);
    fake.say('1', CHAT, 'vẫn nghe');
    await inbox.atLeast(1);
  });

  it('leaves a webhook alone that is not ours, says so, and polls once it is gone', async () => {
    const { fake, channel, inbox, begin, logged } = await start();
    fake.setWebhookBySomebody('1', ELSEWHERE);
    begin();
    await healthIs(channel, { ok: false, detail: expect.stringContaining('production.example.vn') });
    await fake.until(() => callsOf(fake, 'getWebhookInfo') >= 3);
    expect(callsOf(fake, 'deleteWebhook') + callsOf(fake, 'getUpdates')).toBe(0);
    expect(`${channel.health().detail} ${logged()}`).not.toContain('geheim');
    fake.setWebhookBySomebody('1', null);
    fake.say('1', CHAT, 'a');
    await inbox.atLeast(1);
    expect(channel.health().ok).toBe(true);
  });

  it('notices a webhook that is set while it polls', async () => {
    const { fake, channel, begin } = await start();
    begin();
    await fake.until(() => fake.polling('1') === 1);
    fake.setWebhookBySomebody('1', ELSEWHERE);
    await healthIs(channel, { ok: false, detail: expect.stringContaining('not ours') });
    expect(fake.webhook('1')?.url).toBe(ELSEWHERE);
  });

  it('takes a webhook over when told to, once, and does not fight over it', async () => {
    const { fake, channel, begin, passMs } = await start({ takeOverWebhook: true });
    fake.setWebhookBySomebody('1', ELSEWHERE);
    begin();
    await fake.until(() => fake.polling('1') === 1);
    fake.setWebhookBySomebody('1', ELSEWHERE);
    await healthIs(channel, { ok: false, detail: expect.stringContaining('not ours') });
    expect(callsOf(fake, 'deleteWebhook')).toBe(1);
    passMs(TIMING.webhookChangeMs);
    await fake.until(() => fake.polling('1') === 1);
    expect(callsOf(fake, 'deleteWebhook')).toBe(2);
  });

  it('takes its own webhook away', async () => {
    const { fake, begin } = await start({ webhookUrl: HOOK });
    fake.setWebhookBySomebody('1', HOOK);
    begin();
    await fake.until(() => fake.polling('1') === 1);
    expect(fake.webhook('1')).toBeNull();
  });

  it('polls even if the platform will not say whether a webhook is set, or who the bot is', async () => {
    const { fake, begin } = await start();
    fake.always('getWebhookInfo', { code: 400 });
    fake.always('getMe', { code: 400 });
    begin();
    await fake.until(() => fake.polling('1') === 1);
  });

  it('keeps an update in hand while the disk is full, and says so', async () => {
    const { fake, channel, inbox, begin, logged } = await start();
    inbox.failNext(6);
    begin();
    fake.say('1', CHAT, 'nội dung riêng');
    fake.say('1', CHAT, 'tin sau');
    await healthIs(channel, { ok: false, detail: 'updates cannot be stored' });
    expect((await inbox.atLeast(2)).map(({ text }) => text)).toEqual(['nội dung riêng', 'tin sau']);
    expect(inbox.failed()).toBe(6);
    await healthIs(channel, { ok: true });
    expect(logged()).not.toContain('nội dung riêng');
  });

  it('tries once more to store when it is stopped, then gives up and says what it gave up', async () => {
    const { fake, channel, inbox, begin, logged } = await start({
      timing: { firstRetryMs: 60_000, longestRetryMs: 60_000 },
    });
    inbox.failNext(1_000);
    begin();
    fake.say('1', CHAT, 'nội dung riêng', { messageId: 'mess-1' });
    await expect.poll(() => inbox.failed(), WAITING).toBe(1);
    await channel.stop();
    expect(inbox.failed()).toBe(2);
    expect(logged()).toMatch(/update lost.*mess-1/s);
    expect(logged()).not.toContain('nội dung riêng');
  });

  it('is deaf when nothing was heard for too long', async () => {
    const { fake, channel, inbox, begin, passMs } = await start();
    const gate = inbox.holdBack();
    begin();
    fake.say('1', CHAT, 'a');
    await inbox.atLeast(1);
    await healthIs(channel, { ok: true });
    passMs(TIMING.deafAfterMs + 1_000);
    expect(channel.health()).toMatchObject({ ok: false, detail: expect.stringContaining('deaf') });
    gate.open();
    await healthIs(channel, { ok: true });
  });

  it('stops at once in an open poll, and can be started again', async () => {
    const { fake, channel, inbox, begin } = await start();
    begin();
    await fake.until(() => fake.polling('1') === 1);
    await channel.stop();
    await fake.until(() => fake.polling('1') === 0);
    fake.say('1', CHAT, 'trong lúc nghỉ');
    begin();
    await inbox.atLeast(1);
  });
});

describe('zalo webhook', () => {
  /** A bot in webhook mode, with a real door for the platform to knock on. */
  async function start(options: Partial<ZaloOptions> = {}, fakeOptions: Partial<FakeZaloOptions> = {}) {
    let channel: Channel | null = null;
    const opened = await openDoor(() => channel);
    door = opened;
    const webhook = { mode: 'webhook', webhookUrl: HOOK } as const;
    setting = await setUp({ ...webhook, ...options }, { reroute: () => opened.url, ...fakeOptions });
    channel = setting.channel;
    const inbox = createInbox();
    const begin = () => setting.channel.start(inbox.receive);
    const call = (body: string, secret: string | undefined = SECRET) =>
      setting.channel.webhook!({ headers: { 'X-Bot-Api-Secret-Token': secret }, body: async () => body });
    return { ...setting, inbox, begin, call };
  }

  const registered = () => setting.fake.until((fake) => fake.webhook('1')?.url === HOOK);
  const update = (text: string) =>
    JSON.stringify({
      event_name: 'message.text.received',
      message: { message_id: text, text, chat: { id: CHAT, chat_type: 'PRIVATE' }, from: { id: CHAT } },
    });

  it('is set where none is, once, and not again after a restart', async () => {
    const { fake, channel, begin, another } = await start();
    begin();
    await registered();
    expect(fake.webhook('1')).toMatchObject({ url: HOOK, secret: SECRET });
    // Zalo's check came without the secret and was refused, as it should be.
    await healthIs(channel, { ok: true });
    expect(fake.webhookCalls).toMatchObject([{ status: 403 }]);
    await channel.stop();
    another().start(createInbox().receive);
    await fake.until(() => callsOf(fake, 'getWebhookInfo') >= 4);
    expect(callsOf(fake, 'setWebhook')).toBe(1);
  });

  it('takes flat and wrapped bodies, and answers when they are stored', async () => {
    const { fake, inbox, begin } = await start();
    begin();
    await registered();
    const gate = inbox.holdBack();
    fake.say('1', CHAT, 'phẳng');
    fake.say('1', CHAT, 'bọc', { shape: 'wrapped' });
    await inbox.atLeast(1);
    expect(fake.webhookCalls).toHaveLength(1);
    gate.open();
    expect((await inbox.atLeast(2)).map(({ text }) => text)).toEqual(['phẳng', 'bọc']);
    await fake.until(() => fake.webhookCalls.filter(({ status }) => status === 200).length === 2);
  });

  it.each<[string, Record<string, string | undefined>]>([
    ['none', {}],
    ['an empty one', { 'x-bot-api-secret-token': '' }],
    ['a wrong one', { 'x-bot-api-secret-token': `${SECRET}x` }],
    ['one under another name', { authorization: SECRET }],
  ])('refuses calls whose secret is %s, without any effect', async (_, headers) => {
    const { channel, inbox, begin } = await start();
    begin();
    await registered();
    const before = channel.health().ok;
    for (const body of ['', '{}', update('a'), 'x'.repeat(10_000)]) {
      expect(await setting.channel.webhook!({ headers, body: async () => body })).toMatchObject({ status: 403 });
    }
    expect(setting.channel.rejected().refused).toBeGreaterThanOrEqual(4);
    expect(inbox.stored()).toBe(0);
    expect(channel.health().ok).toBe(before);
  });

  it('counts them all and logs few: whoever calls without the secret fills no disk', async () => {
    const { channel, begin } = await start();
    begin();
    await registered();
    const lines = () => setting.logged().split('wrong secret').length - 1;
    const before = channel.rejected().refused ?? 0;
    for (let call = 0; call < 1000; call += 1) await channel.webhook!({ headers: {}, body: async () => '' });
    expect(channel.rejected().refused).toBe(before + 1000);
    expect(lines()).toBeLessThanOrEqual(4);
  });

  it.each(['', ' ', '{', 'null', '[]', '{}', '"x"', '{"ok":true}', '{"event_name":"message.new","message":{}}'])(
    'answers %j with the right secret, and does nothing but count',
    async (body) => {
      const { inbox, begin, call } = await start();
      begin();
      expect(await call(body)).toMatchObject({ status: 200 });
      expect(inbox.stored()).toBe(0);
      expect(Object.values(setting.channel.rejected())).toEqual([1]);
    },
  );

  it('survives any body', async () => {
    const { inbox, begin, call } = await start();
    begin();
    let calls = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.json({ maxDepth: 6 })), async (body) => {
        calls += 1;
        expect(await call(body)).toMatchObject({ status: 200 });
      }),
      { numRuns: 500 },
    );
    expect(inbox.stored()).toBe(0);
    const counted = Object.values(setting.channel.rejected()).reduce<number>((sum, count) => sum + count, 0);
    expect(counted).toBeGreaterThanOrEqual(calls);
  });

  it('keeps an update that cannot be stored in time, since it may not be brought again', async () => {
    const { inbox, begin, call } = await start({ timing: { answerWithinMs: 15, firstRetryMs: 40 } });
    begin();
    inbox.failNext(1);
    expect(await call(update('quan trọng'))).toMatchObject({ status: 503 });
    expect((await inbox.atLeast(1))[0]!.text).toBe('quan trọng');
  });

  it('stops only when the call in hand is stored, and takes none before or after', async () => {
    const { channel, inbox, begin, call } = await start();
    expect(await call(update('sớm'))).toMatchObject({ status: 503 });
    begin();
    const gate = inbox.holdBack();
    const answer = call(update('a'));
    await inbox.atLeast(1);
    const stopping = channel.stop();
    expect(inbox.stored()).toBe(0);
    gate.open();
    await stopping;
    expect(inbox.stored()).toBe(1);
    expect(await answer).toMatchObject({ status: 200 });
    expect(await call(update('muộn'))).toMatchObject({ status: 503 });
  });

  it('leaves a webhook alone that is not ours, and says so', async () => {
    const { fake, channel, begin } = await start();
    fake.setWebhookBySomebody('1', ELSEWHERE);
    begin();
    await healthIs(channel, { ok: false, detail: expect.stringContaining('production.example.vn') });
    await fake.until(() => callsOf(fake, 'getWebhookInfo') >= 3);
    expect(fake.webhook('1')?.url).toBe(ELSEWHERE);
    expect(callsOf(fake, 'setWebhook')).toBe(0);
  });

  it('takes a webhook over when told to', async () => {
    const { fake, begin } = await start({ takeOverWebhook: true });
    fake.setWebhookBySomebody('1', ELSEWHERE);
    begin();
    await registered();
  });

  it('is set again when it was taken away, but does not use up the day doing so', async () => {
    const { fake, channel, begin, passMs } = await start();
    begin();
    await registered();
    fake.setWebhookBySomebody('1', null);
    await healthIs(channel, { ok: false, detail: expect.stringContaining('taken away') });
    passMs(TIMING.webhookChangeMs);
    await registered();
    await healthIs(channel, { ok: true });
    expect(callsOf(fake, 'setWebhook')).toBe(2);
  });

  it('is set again with the new secret when calls come with the old one, once', async () => {
    const { fake, inbox, begin, channel, passMs } = await start();
    fake.setWebhookBySomebody('1', HOOK, 'the-secret-before');
    begin();
    await fake.until(() => callsOf(fake, 'getWebhookInfo') >= 1);
    fake.say('1', CHAT, 'mất');
    await fake.until(() => fake.webhook('1')?.secret === SECRET);
    fake.say('1', CHAT, 'đến');
    expect((await inbox.atLeast(1))[0]!.text).toBe('đến');

    // Whoever calls with any secret must not use up what the day allows.
    const had = callsOf(fake, 'setWebhook');
    for (let hour = 0; hour < 3; hour += 1) {
      await channel.webhook!({
        headers: { 'X-Bot-Api-Secret-Token': 'guessed-by-a-stranger' },
        body: async () => '{}',
      });
      const looked = callsOf(fake, 'getWebhookInfo');
      passMs(TIMING.webhookChangeMs);
      await fake.until(() => callsOf(fake, 'getWebhookInfo') > looked);
    }
    expect(callsOf(fake, 'setWebhook')).toBe(had);
  });

  it('says that Zalo cannot reach it, until a call comes through', async () => {
    const { channel, begin, call } = await start({}, { reroute: () => 'http://127.0.0.1:1/' });
    begin();
    await healthIs(channel, { ok: false, detail: expect.stringContaining('webhook.err.conn') });
    await call(update('a'));
    await healthIs(channel, { ok: true });
  });

  it('does not insist when Zalo refuses to set it', async () => {
    const { fake, channel, begin } = await start({}, { webhookChangesPerDay: 0 });
    begin();
    await healthIs(channel, { ok: false, detail: expect.stringContaining('429') });
    expect(callsOf(fake, 'setWebhook')).toBe(1);
    await channel.stop();
  });

  it('leaves no secret in what it logs', async () => {
    const { fake, begin, call, logged, channel } = await start();
    fake.script('setWebhook', { code: 400, description: `secret ${SECRET} is odd` });
    begin();
    await healthIs(channel, { ok: false, detail: expect.stringContaining('is odd') });
    await call(update('nội dung riêng'), 'another');
    const shown = `${logged()} ${channel.health().detail}`;
    for (const secret of [...SECRETS, 'nội dung riêng']) expect(shown).not.toContain(secret);
  });

  it('needs an address and a secret', async () => {
    await start();
    expect(() => setting.another({ webhookUrl: null })).toThrow('address and a secret');
    expect(setting.another({ mode: 'polling' }).webhook).toBeUndefined();
  });
});

/** The web part's route in small: hands a call to the channel. */
async function openDoor(channel: () => Channel | null) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const answer = await channel()?.webhook?.({ headers, body: async () => Buffer.concat(chunks).toString() });
    response.writeHead(answer?.status ?? 404).end(answer?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
