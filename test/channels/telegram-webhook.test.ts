import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FakeResponse } from '../support/fake-telegram.ts';
import { createInbox } from './channel-suite.ts';
import { CHAT, SECRET, SECRETS, type Setting, setUp } from './telegram-builder.ts';

const PUBLIC = 'https://bao-cao.example/webhooks/telegram';
const WAITING = { timeout: 120_000, interval: 5 };

describe('telegram webhook', () => {
  let setting: Setting;
  let server: ReturnType<typeof createServer>;
  let statuses: number[];
  beforeEach(async () => {
    statuses = [];
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const headers = request.headers as Record<string, string>;
      const answer = await setting.channel.webhook!({ headers, body: async () => body });
      statuses.push(answer.status);
      response.writeHead(answer.status).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const local = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    setting = await setUp({ mode: 'webhook', webhookUrl: PUBLIC }, { reroute: () => local });
  });
  afterEach(async () => {
    for (const secret of SECRETS) expect(setting.logged()).not.toContain(secret);
    await setting.close();
    await new Promise((resolve) => server.close(resolve));
  });

  const update = (text: string) =>
    JSON.stringify({
      update_id: 5,
      message: { message_id: 1, date: 1, chat: { id: CHAT, type: 'private' }, from: { id: CHAT }, text },
    });
  const call = (body: string, secret: string | undefined = SECRET) =>
    setting.channel.webhook!({ headers: { 'x-telegram-bot-api-secret-token': secret }, body: async () => body });

  it('is registered with its secret, and takes what Telegram brings', async () => {
    const inbox = createInbox();
    setting.channel.start(inbox.receive);
    setting.fake.say(CHAT, 'qua webhook');
    expect((await inbox.atLeast(1))[0]).toMatchObject({ text: 'qua webhook', chat: String(CHAT) });
    expect(setting.fake.webhook).toMatchObject({ url: PUBLIC, secret: SECRET });
    await expect.poll(() => setting.fake.pending(), WAITING).toBe(0);
    expect(setting.channel.health()).toMatchObject({ ok: true });
    expect(setting.fake.calls.map(({ method }) => method)).not.toContain('getUpdates');
  });

  it('has an update brought again until it is stored', async () => {
    const inbox = createInbox();
    inbox.failNext(2);
    setting.channel.start(inbox.receive);
    setting.fake.say(CHAT, 'quan trọng');
    await inbox.atLeast(1);
    await expect.poll(() => statuses, WAITING).toEqual([503, 503, 200]);
    await expect.poll(() => setting.channel.health().ok, WAITING).toBe(true);
  });

  it('answers only after the update is stored, and stops only then', async () => {
    const inbox = createInbox();
    const gate = inbox.holdBack();
    setting.channel.start(inbox.receive);
    setting.fake.say(CHAT, 'giữ giúp');
    await inbox.atLeast(1);
    const stopping = setting.channel.stop();
    expect([statuses, inbox.stored()]).toEqual([[], 0]);
    gate.open();
    await stopping;
    expect(inbox.stored()).toBe(1);
  });

  it.each([
    ['a wrong secret', update('x'), 'wrong-secret-42', 401],
    ['an empty secret', update('x'), '', 401],
    ['no JSON', '{"update_id":', SECRET, 400],
    ['nothing', '', SECRET, 400],
    ['something else', '{"hello":1}', SECRET, 400],
    ['a list', '[1]', SECRET, 400],
    ['null', 'null', SECRET, 400],
  ])('turns %s away without effect', async (_, body, secret, status) => {
    const inbox = createInbox();
    setting.channel.start(inbox.receive);
    expect((await call(body, secret)).status).toBe(status);
    expect(inbox.stored()).toBe(0);
  });

  it('turns a call without a secret away', async () => {
    setting.channel.start(createInbox().receive);
    expect((await setting.channel.webhook!({ headers: {}, body: async () => update('x') })).status).toBe(401);
  });

  it('asks Telegram to come again while it is stopped', async () => {
    expect((await call(update('x'))).status).toBe(503);
  });

  it('takes an update before it could register, as soon as it knows its own name', async () => {
    setting.fake.always('setWebhook', { status: 502, body: '' });
    const inbox = createInbox();
    setting.channel.start(inbox.receive);
    expect((await call(update('sớm'))).status).toBe(200);
    expect(inbox.stored()).toBe(1);
    expect(setting.channel.health().ok).toBe(false);
  });

  it('asks Telegram to come again while it does not know its own name', async () => {
    setting.fake.always('getMe', { status: 502, body: '' });
    setting.channel.start(createInbox().receive);
    expect((await call(update('x'))).status).toBe(503);
  });

  it.each<[string, FakeResponse]>([
    ['a broken gateway', { status: 502, body: '' }],
    ['a limit', { retryAfter: 0.01 }],
    ['a reset', 'reset'],
    ['a refused token', { status: 401, body: { ok: false, error_code: 401, description: 'Unauthorized' } }],
  ])('registers in spite of %s', async (_, response) => {
    setting.fake.script('setWebhook', response, response);
    setting.channel.start(createInbox().receive);
    await setting.fake.until(({ webhook }) => webhook.url === PUBLIC);
    await expect.poll(() => setting.channel.health().ok, WAITING).toBe(true);
  });

  it('sets a webhook again that somebody took away', async () => {
    setting.channel.start(createInbox().receive);
    await setting.fake.until(({ webhook }) => webhook.url === PUBLIC);
    await fetch(`${setting.fake.url}/bot${SECRETS[0]}/deleteWebhook`);
    await setting.fake.until(({ webhook }) => webhook.url === PUBLIC);
    expect(setting.logged()).toContain('webhook changed by somebody else');
  });

  it('leaves the webhook in place when it stops, so that Telegram keeps what comes', async () => {
    setting.channel.start(createInbox().receive);
    await setting.fake.until(({ webhook }) => webhook.url === PUBLIC);
    await setting.channel.stop();
    expect(setting.fake.webhook.url).toBe(PUBLIC);
  });

  it('needs an address and a secret', () => {
    expect(() => setting.another({ webhookUrl: null })).toThrow('webhook mode needs');
    expect(() => setting.another({ webhookSecret: null })).toThrow('webhook mode needs');
  });
});
