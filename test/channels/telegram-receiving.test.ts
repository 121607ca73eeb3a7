import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FakeResponse } from '../support/fake-telegram.ts';
import { createInbox } from './channel-suite.ts';
import { CHAT, SECRETS, type Setting, setUp } from './telegram-builder.ts';

const fails = (error_code: number, description: string): FakeResponse => ({
  status: error_code,
  body: { ok: false, error_code, description },
});

const WAITING = { timeout: 120_000, interval: 5 };

describe('telegram polling', () => {
  let setting: Setting;
  beforeEach(async () => {
    setting = await setUp();
  });
  afterEach(async () => {
    for (const secret of SECRETS) expect(setting.logged()).not.toContain(secret);
    await setting.close();
  });

  const polls = () => setting.fake.calls.filter(({ method }) => method === 'getUpdates');
  const health = () => setting.channel.health();

  it.each<[string, string, FakeResponse]>([
    ['a line that breaks at getMe', 'getMe', 'reset'],
    ['a gateway that fails at deleteWebhook', 'deleteWebhook', { status: 502, body: 'Bad Gateway' }],
    ['HTML at getMe', 'getMe', 'html'],
    ['a line that breaks while polling', 'getUpdates', 'reset'],
    ['HTML while polling', 'getUpdates', 'html'],
    ['a poll that Telegram refuses', 'getUpdates', fails(400, 'Bad Request')],
    ['429 while polling', 'getUpdates', { retryAfter: 0.01 }],
    ['another poller', 'getUpdates', fails(409, 'Conflict: terminated by other getUpdates request')],
    ['a refused token', 'getUpdates', fails(401, 'Unauthorized')],
    ['a token refused at the start', 'getMe', fails(401, 'Unauthorized')],
  ])('survives %s', async (_, method, response) => {
    const inbox = createInbox();
    setting.fake.script(method, response, response, response);
    setting.channel.start(inbox.receive);
    setting.fake.say(CHAT, 'còn đó không?');
    await inbox.atLeast(1);
    await expect.poll(health, WAITING).toMatchObject({ ok: true, detail: '' });
  });

  it.each<[string, FakeResponse, string]>([
    ['a refused token', fails(401, 'Unauthorized'), 'check TELEGRAM_BOT_TOKEN'],
    ['a second poller', fails(409, 'Conflict: terminated by other getUpdates request'), 'another program'],
    ['a broken gateway', { status: 502, body: 'x' }, '502'],
  ])('names %s in its health', async (_, response, words) => {
    setting.fake.always('getUpdates', response);
    setting.channel.start(createInbox().receive);
    await expect.poll(() => health().detail, WAITING).toContain(words);
    expect(health().ok).toBe(false);
  });

  it('waits as long as Telegram asks when it asks at all', async () => {
    setting.fake.script('getUpdates', { retryAfter: 600 });
    setting.channel.start(createInbox().receive);
    await expect.poll(() => setting.logged(), WAITING).toContain('waitMs: 600000');
    await setting.channel.stop();
    expect(polls()).toHaveLength(1);
  });

  it('drops a line that went silent, and polls anew', async () => {
    const channel = setting.another({ timing: { pollGraceMs: 300, pollMs: 1_000 } });
    const inbox = createInbox();
    setting.fake.script('getUpdates', 'hang');
    channel.start(inbox.receive);
    setting.fake.say(CHAT, 'nghe không?');
    await inbox.atLeast(1);
    expect(setting.logged()).toContain('getUpdates: no answer within 300 ms');
  });

  it('makes only the first poll of a launch a short one', async () => {
    setting.channel.start(createInbox().receive);
    await setting.fake.until(() => polls().length >= 2);
    expect(polls().map(({ params }) => params.timeout)).toEqual([0, 2]);
    expect(polls()[0]?.params.allowed_updates).toEqual(['message', 'callback_query']);
  });

  it('does not drop what came while it was off', async () => {
    const inbox = createInbox();
    for (const text of ['một', 'hai', 'ba']) setting.fake.say(CHAT, text);
    setting.channel.start(inbox.receive);
    expect((await inbox.atLeast(3)).map((incoming) => incoming.text)).toEqual(['một', 'hai', 'ba']);
  });

  it('keeps the order when storing the first of a batch fails', async () => {
    const inbox = createInbox();
    inbox.failNext(1);
    for (const text of ['một', 'hai', 'ba']) setting.fake.say(CHAT, text);
    setting.channel.start(inbox.receive);
    expect((await inbox.atLeast(3)).map((incoming) => incoming.text)).toEqual(['một', 'hai', 'ba']);
  });

  it('says in its health that updates cannot be stored', async () => {
    const inbox = createInbox();
    inbox.failNext(1_000);
    setting.fake.say(CHAT, 'một');
    setting.channel.start(inbox.receive);
    await expect.poll(() => health().detail, WAITING).toContain('updates cannot be stored: Error: SQLITE_FULL');
    await setting.channel.stop();
    expect(inbox.failed()).toBeGreaterThan(0);
  });

  it('gives back to Telegram what it could not store before it stopped', async () => {
    const broken = createInbox();
    broken.failNext(1_000_000);
    for (const text of ['một', 'hai']) setting.fake.say(CHAT, text);
    setting.channel.start(broken.receive);
    await expect.poll(() => broken.failed(), WAITING).toBeGreaterThan(1);
    await setting.channel.stop();
    expect(setting.fake.pending()).toBe(2);
    const inbox = createInbox();
    setting.another().start(inbox.receive);
    expect((await inbox.atLeast(2)).map((incoming) => incoming.text)).toEqual(['một', 'hai']);
  });

  it('confirms on stopping what it stored', async () => {
    const inbox = createInbox();
    const gate = inbox.holdBack();
    setting.fake.say(CHAT, 'một');
    setting.channel.start(inbox.receive);
    await inbox.atLeast(1);
    const stopping = setting.channel.stop();
    gate.open();
    await stopping;
    expect(setting.fake.pending()).toBe(0);
  });

  it('starts again after it was stopped', async () => {
    const inbox = createInbox();
    setting.channel.start(inbox.receive);
    await expect.poll(() => health().ok, WAITING).toBe(true);
    await setting.channel.stop();
    setting.fake.say(CHAT, 'lại đây');
    setting.channel.start(inbox.receive);
    await inbox.atLeast(1);
  });

  it.each(['getMe', 'deleteWebhook', 'getUpdates'])('stops at once while %s hangs', async (method) => {
    const channel = setting.another({ timing: { callLimitMs: 900_000, pollGraceMs: 900_000, farewellMs: 20 } });
    setting.fake.always(method, 'hang');
    channel.start(createInbox().receive);
    await setting.fake.until(({ calls }) => calls.some((call) => call.method === method));
    await channel.stop();
    const seen = polls().length;
    await channel.send({ chat: String(CHAT) }, { text: ['vẫn gửi'] });
    expect(polls().length).toBe(seen);
  });

  it('puts an update aside that cannot be read, and goes on', async () => {
    const inbox = createInbox();
    setting.channel.start(inbox.receive);
    setting.fake.push({ message: { message_id: 1, from: { id: 5 }, text: 'không có chat' } });
    setting.fake.say(CHAT, 'tiếp');
    expect((await inbox.atLeast(1))[0]?.text).toBe('tiếp');
    expect(setting.logged()).toContain('not readable');
  });

  it('gives way to another poller and comes back', async () => {
    const [first, second] = [setting.channel, setting.another()];
    first.start(createInbox().receive);
    await expect.poll(() => first.health().ok, WAITING).toBe(true);
    second.start(createInbox().receive);
    await expect.poll(() => setting.logged(), WAITING).toContain('another program receives with this token');
    await second.stop();
    await expect.poll(() => first.health().ok, WAITING).toBe(true);
  });

  it('knows its invitation link once it knows its name', async () => {
    expect(setting.channel.inviteLink('MA-123')).toBeNull();
    setting.channel.start(createInbox().receive);
    await expect
      .poll(() => setting.channel.inviteLink('MA-123'), WAITING)
      .toBe('https://t.me/bao_cao_bot?start=MA-123');
  });

  it('counts its health from when it turned', async () => {
    let now = 1_000;
    const channel = setting.another({ wire: () => now });
    expect(channel.health()).toEqual({ ok: false, since: 1_000, detail: 'starting' });
    now = 2_000;
    channel.start(createInbox().receive);
    await expect.poll(() => channel.health(), WAITING).toEqual({ ok: true, since: 2_000, detail: '' });
    now = 3_000;
    setting.fake.say(CHAT, 'một');
    await expect.poll(() => setting.fake.pending(), WAITING).toBe(0);
    expect(channel.health().since).toBe(2_000);
  });
});

describe('telegram buttons', () => {
  let setting: Setting;
  beforeEach(async () => {
    setting = await setUp();
  });
  afterEach(async () => await setting.close());

  async function pressed(value: string) {
    const inbox = createInbox();
    const { channel, fake } = setting;
    await channel.send({ chat: String(CHAT) }, { text: ['Chọn'], choices: [[{ label: 'x', value }]] });
    channel.start(inbox.receive);
    return { inbox, message: fake.sent[0]!, press: () => fake.press(CHAT, fake.sent[0]!.message_id, value) };
  }

  it('answers a press and retires the buttons of a dialog', async () => {
    const { inbox, message, press } = await pressed('d:7:co');
    press();
    expect((await inbox.atLeast(1))[0]).toMatchObject({ text: 'd:7:co', picked: true });
    await setting.fake.until(({ answered }) => answered.length === 1 && message.reply_markup === null);
  });

  it('leaves the buttons of commands as they are', async () => {
    const { inbox, message, press } = await pressed('/nop 12');
    press();
    await inbox.atLeast(1);
    await expect.poll(() => setting.fake.pending(), WAITING).toBe(0);
    expect(message.reply_markup).not.toBeNull();
    expect(setting.fake.calls.map(({ method }) => method)).not.toContain('editMessageReplyMarkup');
  });

  it('does not mind that a press is too old to be answered', async () => {
    const { inbox, press } = await pressed('/nop 12');
    setting.fake.always('answerCallbackQuery', fails(400, 'Bad Request: query is too old'));
    press();
    await inbox.atLeast(1);
    await expect.poll(() => setting.logged(), WAITING).toContain('query is too old');
    setting.fake.say(CHAT, 'vẫn nghe');
    await inbox.atLeast(2);
  });

  it('answers a press while it is being stored, and leaves the buttons until it is', async () => {
    const { inbox, message, press } = await pressed('d:1');
    const gate = inbox.holdBack();
    press();
    await setting.fake.until(({ answered }) => answered.length === 1);
    expect(message.reply_markup).not.toBeNull();
    gate.open();
    await setting.fake.until(() => message.reply_markup === null);
  });

  it('takes a press on a message whose buttons are gone', async () => {
    const { inbox, message } = await pressed('d:1');
    setting.fake.press(CHAT, message.message_id, 'd:cũ', { stale: true });
    expect((await inbox.atLeast(1))[0]?.text).toBe('d:cũ');
  });
});
