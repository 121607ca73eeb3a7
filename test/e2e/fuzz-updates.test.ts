import { request } from 'node:http';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import type { BotProcess } from '../support/bot-process.ts';
import { makeFolder, rehearsalOver, startBot, TOKEN } from '../support/bot-process.ts';
import { type FakeTelegram, startFakeTelegram } from '../support/fake-telegram.ts';
import { type FakeZalo, startFakeZalo } from '../support/fake-zalo.ts';
import { rehearsalOverZalo, ZALO_TOKENS } from '../support/zalo-person.ts';

const SECRET = 'Xa9_k2-Lm41';
const JUNK = [null, true, 0, -1, 1.5, 1e300, '', 'x', [], [[]], {}, { id: {} }, 'undefined', '\u0000', '\ud800'];

/** Bodies that are no update of either platform, whatever they look like. */
const NO_UPDATES: readonly string[] = [
  '',
  ' ',
  'null',
  'true',
  '42',
  '"update"',
  '[]',
  '[[[]]]',
  '{}',
  '{"ok":true}',
  '{"ok":true,"result":null}',
  '{"ok":true,"result":[]}',
  '{"result":{"result":{}}}',
  '{"update_id":"1","message":{}}',
  '{"update_id":1e999}',
  '{"message":{"text":"x"}}',
  '{"event_name":"message.text.received"}',
  '{"event_name":"message.text.received","message":null}',
  '{"event_name":"message.text.received","message":{"chat":{"id":"a"},"text":"x"}}',
  '{"event_name":"__proto__","message":{"chat":{"id":"a"},"from":{"id":"a"}}}',
  '{"__proto__":{"update_id":1}}',
  '{"update_id":',
  `${'['.repeat(50_000)}`,
  '<html><body>Bad Gateway</body></html>',
  'update_id=1&message=x',
  '\u0000\u0001\u0002',
];

const TELEGRAM_TEXT = {
  message: {
    message_id: 7,
    date: 1_762_000_000,
    chat: { id: 900, type: 'private', first_name: 'An' },
    from: { id: 900, is_bot: false, first_name: 'An' },
    text: '/batdau ABCD234567',
    entities: [{ type: 'bot_command', offset: 0, length: 7 }],
  },
};
const TELEGRAM_PRESS = {
  callback_query: {
    id: '77',
    from: { id: 900, is_bot: false, first_name: 'An' },
    data: '/nhiemvu',
    message: { message_id: 8, date: 1_762_000_000, chat: { id: 900, type: 'private' }, text: 'x' },
  },
};
const ZALO_TEXT = {
  event_name: 'message.text.received',
  message: {
    from: { id: '900', is_bot: false, display_name: 'An' },
    chat: { id: '900', chat_type: 'PRIVATE' },
    message_id: 'm7',
    date: 1_762_000_000_000,
    text: '/batdau ABCD234567',
  },
};

/** Telegram updates that say nothing the bot could act on: the parts without which there is no message, broken one by one. */
const TELEGRAM_BROKEN: readonly object[] = [
  ...[undefined, null, {}, [], true, 'x', 1.5].flatMap((junk) => [
    broken(TELEGRAM_TEXT, 'message.chat.id', junk),
    broken(TELEGRAM_TEXT, 'message.from.id', junk),
    broken(TELEGRAM_TEXT, 'message.chat', junk),
    broken(TELEGRAM_TEXT, 'message.from', junk),
    broken(TELEGRAM_PRESS, 'callback_query.message.chat', junk),
    broken(TELEGRAM_PRESS, 'callback_query.from', junk),
    broken(TELEGRAM_PRESS, 'callback_query.message', junk),
  ]),
  ...[undefined, null, {}, [], 7].flatMap((junk) => [
    broken(TELEGRAM_TEXT, 'message.text', junk),
    broken(TELEGRAM_PRESS, 'callback_query.data', junk),
  ]),
  broken(TELEGRAM_TEXT, 'message', 'x'),
  broken(TELEGRAM_PRESS, 'callback_query', 'x'),
  { edited_message: TELEGRAM_TEXT.message },
  { channel_post: { ...TELEGRAM_TEXT.message, chat: { id: -100, type: 'channel' } } },
  { message: { ...TELEGRAM_TEXT.message, from: { id: 5, is_bot: true, first_name: 'Bot' } } },
  {},
];

const ZALO_BROKEN: readonly object[] = [
  ...[undefined, null, {}, [], true, '', 1.5].flatMap((junk) => [
    broken(ZALO_TEXT, 'message.chat.id', junk),
    broken(ZALO_TEXT, 'message.from.id', junk),
    broken(ZALO_TEXT, 'message.chat', junk),
    broken(ZALO_TEXT, 'message.from', junk),
    broken(ZALO_TEXT, 'message', junk),
  ]),
  { ...ZALO_TEXT, event_name: 'message.reaction.received' },
  { ...ZALO_TEXT, event_name: 'constructor' },
  broken(ZALO_TEXT, 'message.from.is_bot', true),
];

/** The same object with one part of it replaced (or, `undefined`, taken away). */
function broken(whole: object, path: string, value: unknown): object {
  const copy = structuredClone(whole) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((place, key) => place[key] as Record<string, unknown>, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

/** Any part of a good update replaced by anything. */
function mutations(whole: object, count: number, seed: number): object[] {
  const paths = pathsOf(whole);
  const one = fc.tuple(fc.constantFrom(...paths), fc.oneof(fc.constantFrom(undefined, ...JUNK), fc.jsonValue()));
  return fc.sample(one, { numRuns: count, seed }).map(([path, value]) => broken(whole, path, value));
}

function pathsOf(whole: object, before = ''): string[] {
  return Object.entries(whole).flatMap(([key, value]) => {
    const path = `${before}${key}`;
    const isInner = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isInner ? [path, ...pathsOf(value, `${path}.`)] : [path];
  });
}

interface Stage {
  bot: BotProcess;
  telegram: FakeTelegram;
  zalo: FakeZalo;
  database: string;
  close(): Promise<void>;
}

async function openStage(more: Readonly<Record<string, string>>): Promise<Stage> {
  const folder = makeFolder();
  let address = '';
  const reroute = (url: string): string => url.replace('https://bot.example.vn/', address);
  const telegram = await startFakeTelegram({ token: TOKEN, reroute });
  const zalo = await startFakeZalo({ tokens: ZALO_TOKENS, reroute });
  const env = { ...rehearsalOver(telegram.url, folder.path), ...rehearsalOverZalo(zalo.url, folder.path), ...more };
  const bot = await startBot(env);
  address = bot.url;
  return {
    bot,
    telegram,
    zalo,
    database: join(folder.path, 'bot.sqlite'),
    async close() {
      await bot.kill();
      await Promise.all([telegram.close(), zalo.close()]);
      folder.remove();
    },
  };
}

/** What a body might have changed: people, chats, updates kept, things said. */
function effects({ database, telegram, zalo }: Stage): object {
  const store = openStore(database);
  try {
    const rows = (['telegram', 'zalo'] as const).map((channel) => store.chats.onChannel(channel).length);
    return { rows, updates: store.counts.updates(), messages: store.counts.messages(), sent: saidBy(telegram, zalo) };
  } finally {
    store.close();
  }
}

function saidBy(telegram: FakeTelegram, zalo: FakeZalo): number {
  return telegram.sent.length + zalo.sent.length;
}

/** All the rejections of one bot in /metrics. */
async function rejected({ bot }: Stage, channel: string): Promise<number> {
  const text = await (await fetch(`${bot.url}metrics`)).text();
  const lines = text.split('\n').filter((line) => line.startsWith(`bot_rejected_updates{channel="${channel}",bot="1"`));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

/** Troubles in the log: everything at `error` and above. */
function errorsOf(bot: BotProcess): string[] {
  const lines = bot.stderr().split('\n').filter(Boolean);
  return lines.filter((line) => (JSON.parse(line) as { level: number }).level >= 50);
}

/** The bot still answers on both platforms: nothing was stuck behind what it was given. */
async function expectAlive({ telegram, zalo, bot }: Stage): Promise<void> {
  const chat = 4000 + saidBy(telegram, zalo);
  telegram.say(chat, '/trogiup', { name: 'An' });
  zalo.say('1', String(chat), '/trogiup', { name: 'An' });
  await telegram.until(() => telegram.sent.some((message) => message.chat_id === chat), 30_000);
  await zalo.until(() => zalo.sent.some((message) => message.chat === String(chat)), 30_000);
  expect((await bot.healthz()).status).toBe(200);
}

function expectNoApology({ telegram, zalo }: Stage): void {
  for (const { text } of [...telegram.sent, ...zalo.sent]) expect(text).not.toContain('bot gặp lỗi');
}

describe('bodies by webhook', () => {
  let stage: Stage;
  beforeAll(async () => {
    const webhooks = { TELEGRAM_MODE: 'webhook', ZALO_MODE: 'webhook', WEBHOOK_SECRET: SECRET };
    stage = await openStage({ ...webhooks, PUBLIC_URL: 'https://bot.example.vn' });
    await stage.telegram.until(() => stage.telegram.webhook.url !== '', 30_000);
    await stage.zalo.until(() => stage.zalo.webhook('1') !== null && stage.zalo.webhook('2') !== null, 30_000);
  });
  afterAll(() => stage.close());

  const HOOKS = [
    { channel: 'telegram', path: 'webhooks/telegram', header: 'x-telegram-bot-api-secret-token' },
    { channel: 'zalo', path: 'webhooks/zalo/1', header: 'x-bot-api-secret-token' },
  ] as const;

  async function post(path: string, body: string, headers: Record<string, string>): Promise<number> {
    const answer = await fetch(`${stage.bot.url}${path}`, { method: 'POST', body, headers });
    await answer.arrayBuffer();
    return answer.status;
  }

  /** On a line of its own, which may be closed while the body is still on its way: 0. */
  function postTooMuch(url: string, headers: Record<string, string>): Promise<number> {
    return new Promise((resolve) => {
      const call = request(url, { method: 'POST', headers, agent: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      call.on('error', () => resolve(0));
      call.end(' '.repeat(1_100_000));
    });
  }

  it.each(HOOKS)('$channel: a good update without the right secret has no effect and is counted', async (hook) => {
    const good = JSON.stringify(hook.channel === 'telegram' ? { update_id: 1, ...TELEGRAM_TEXT } : ZALO_TEXT);
    const before = effects(stage);
    const counted = await rejected(stage, hook.channel);
    const secrets = ['', 'wrong-secret', SECRET.toLowerCase(), `${SECRET}x`, SECRET.slice(1), 'x'.repeat(5000)];
    const headers = [{}, ...secrets.map((secret) => ({ [hook.header]: secret }))];
    for (const given of headers) expect([401, 403]).toContain(await post(hook.path, good, given));
    expect(effects(stage)).toEqual(before);
    expect(await rejected(stage, hook.channel)).toBe(counted + headers.length);
  });

  it.each(HOOKS)('$channel: what is no update has no effect and is counted', async (hook) => {
    const wrong = hook.channel === 'telegram' ? TELEGRAM_BROKEN : ZALO_BROKEN;
    const bodies = [...NO_UPDATES, ...wrong.map((one, index) => JSON.stringify({ update_id: 5000 + index, ...one }))];
    const before = effects(stage);
    const counted = await rejected(stage, hook.channel);
    for (const body of bodies) {
      expect(await post(hook.path, body, { [hook.header]: SECRET }), body.slice(0, 200)).toBeLessThan(500);
      expect(effects(stage), body.slice(0, 200)).toEqual(before);
    }
    expect([413, 0]).toContain(await postTooMuch(`${stage.bot.url}${hook.path}`, { [hook.header]: SECRET }));
    await vi.waitFor(async () => expect(await rejected(stage, hook.channel)).toBe(counted + bodies.length + 1));
  });

  it('any part of a good update replaced by anything: no crash, no apology, and the bot goes on', async () => {
    const telegram = [...mutations(TELEGRAM_TEXT, 150, 57), ...mutations(TELEGRAM_PRESS, 100, 58)];
    for (const [index, one] of telegram.entries()) {
      const body = JSON.stringify({ update_id: 9000 + index, ...one });
      expect(await post(HOOKS[0].path, body, { [HOOKS[0].header]: SECRET }), body).toBeLessThan(500);
    }
    for (const one of mutations(ZALO_TEXT, 150, 59)) {
      const body = JSON.stringify(one);
      expect(await post(HOOKS[1].path, body, { [HOOKS[1].header]: SECRET }), body).toBeLessThan(500);
    }
    await expectAlive(stage);
    expectNoApology(stage);
    expect(errorsOf(stage.bot)).toEqual([]);
  });

  it('other methods and paths are refused without a word about the inside', async () => {
    for (const path of ['webhooks/telegram', 'webhooks/zalo/1']) {
      expect((await fetch(`${stage.bot.url}${path}`)).status).toBe(404);
    }
    for (const path of ['webhooks/zalo/0', 'webhooks/zalo/3', 'webhooks/zalo/1/x', 'webhooks/viber']) {
      expect(await post(path, JSON.stringify(ZALO_TEXT), { [HOOKS[1].header]: SECRET })).toBe(404);
    }
  });
});

describe('bodies by polling', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({});
    await expectAlive(stage);
  });
  afterAll(() => stage.close());

  it('what is no update has no effect, is counted, and holds nothing up', async () => {
    const before = effects(stage);
    const counts = { telegram: await rejected(stage, 'telegram'), zalo: await rejected(stage, 'zalo') };
    const broken = TELEGRAM_BROKEN.filter((one) => 'message' in one || 'callback_query' in one);
    for (const update of broken) stage.telegram.push(update);
    for (const update of ZALO_BROKEN) stage.zalo.push('1', update);
    await stage.telegram.until(() => stage.telegram.pending() === 0, 20_000);
    await stage.zalo.until(() => stage.zalo.askedAgain('1'), 20_000);
    expect(effects(stage)).toEqual(before);
    expect(await rejected(stage, 'telegram')).toBe(counts.telegram + broken.length);
    expect(await rejected(stage, 'zalo')).toBe(counts.zalo + ZALO_BROKEN.length);
  });

  it('any part of a good update replaced by anything: no crash, no apology, and the bot goes on', async () => {
    for (const one of [...mutations(TELEGRAM_TEXT, 100, 60), ...mutations(TELEGRAM_PRESS, 100, 61)]) {
      stage.telegram.push(one);
    }
    for (const one of mutations(ZALO_TEXT, 100, 62)) stage.zalo.push('1', one);
    await expectAlive(stage);
    expectNoApology(stage);
    expect(errorsOf(stage.bot)).toEqual([]);
  });

  it('answers to polls that are no answers are waited out', async () => {
    stage.zalo.script('getUpdates', { status: 200, body: 'null' }, { status: 200, body: '{"ok":true,"result":"x"}' });
    stage.telegram.script('getUpdates', { status: 200, body: { ok: true, result: null } });
    // Ends the polls that are open, so that the next ones are answered as scripted.
    stage.zalo.always('sendChatAction', null);
    stage.telegram.always('getUpdates', null);
    await expectAlive(stage);
  });
});
