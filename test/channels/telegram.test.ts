import net, { type AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileAtHand, Sendable } from '../../src/channels/channel.ts';
import { SendError } from '../../src/channels/send-error.ts';
import { b, code, say } from '../../src/wording/rich-text.ts';
import type { FakeResponse } from '../support/fake-telegram.ts';
import { type ChannelHarness, createInbox, describeChannel, type FailureCase } from './channel-suite.ts';
import { CHAT, SECRETS, type Setting, setUp, TOKEN } from './telegram-builder.ts';

const fails = (error_code: number, description: string): FakeResponse => ({
  status: error_code,
  body: { ok: false, error_code, description },
});

const FAILURES: readonly (FailureCase & { response: FakeResponse })[] = [
  { name: '429', kind: 'throttled', retryAfterMs: 7000, response: { retryAfter: 7 } },
  { name: '429 for most of a day', kind: 'throttled', retryAfterMs: 73_414_000, response: { retryAfter: 73_414 } },
  { name: 'a refused token', kind: 'unauthorised', response: fails(401, 'Unauthorized') },
  { name: 'blocked', kind: 'blocked', response: fails(403, 'Forbidden: bot was blocked by the user') },
  { name: 'deactivated', kind: 'blocked', response: fails(403, 'Forbidden: user is deactivated') },
  { name: 'no such chat', kind: 'gone', response: fails(400, 'Bad Request: chat not found') },
  {
    name: 'an upgraded group',
    kind: 'gone',
    response: fails(400, 'Bad Request: group chat was upgraded to a supergroup chat'),
  },
  { name: 'a bad message', kind: 'refused', response: fails(400, 'Bad Request: message is too long') },
  {
    name: 'an error that quotes the text',
    kind: 'refused',
    response: fails(400, `Bad Request: can't parse entities: Unsupported start tag "Chuyện riêng"`),
  },
  { name: 'too large', kind: 'refused', response: fails(413, 'Request Entity Too Large') },
  { name: '502', kind: 'unknown', response: { status: 502, body: '<html>Bad Gateway</html>' } },
  { name: '500', kind: 'unavailable', response: fails(500, 'Internal Server Error') },
  {
    name: '413 of a proxy',
    kind: 'unknown',
    response: { status: 413, body: '<html>Too Large</html>' },
    kindOfFile: 'refused',
  },
  { name: 'HTML', kind: 'unknown', response: 'html' },
  { name: 'an empty answer', kind: 'unknown', response: { status: 200, body: '' } },
  { name: 'silence', kind: 'unknown', response: 'hang' },
  { name: 'a reset', kind: 'unknown', response: 'reset' },
  { name: 'silence after sending', kind: 'unknown', response: { afterAccept: 'hang' } },
  { name: 'a reset after sending', kind: 'unknown', response: { afterAccept: 'reset' } },
];

async function makeHarness(): Promise<ChannelHarness> {
  const { fake, channel, close } = await setUp({ timing: { callLimitMs: 700 } });
  let last = 0;
  const sendFails = (response: FakeResponse, after: number) => {
    const before = Array.from({ length: after }, (): FakeResponse => ({ delayMs: 0 }));
    for (const method of ['sendMessage', 'sendPhoto', 'sendDocument']) fake.script(method, ...before, response);
  };
  return {
    channel,
    address: { chat: String(CHAT) },
    secrets: SECRETS,
    deliverText(text) {
      last = fake.say(CHAT, text).update_id;
    },
    deliverDuplicate: () => fake.again(last),
    pick: (value) => void fake.press(CHAT, fake.sent.at(-1)!.message_id, value),
    acknowledged: () => fake.pending() === 0,
    sentTexts: () => fake.sent.map((message) => message.text),
    textLimit: 4096,
    sentFiles: () =>
      fake.sent.flatMap(({ document, text, method }) =>
        document === null ? [] : [{ ...document, caption: text, isPicture: method === 'sendPhoto' }],
      ),
    failNext: (name, after = 0) => sendFails(FAILURES.find((one) => one.name === name)!.response, after),
    breakReceiving: () => fake.always('getUpdates', fails(500, 'Internal')),
    mendReceiving: () => fake.always('getUpdates', null),
    close,
  };
}

describeChannel('telegram', FAILURES, makeHarness);

describe('telegram sends', () => {
  let setting: Setting;
  beforeEach(async () => {
    setting = await setUp();
  });
  afterEach(async () => await setting.close());

  const send = (message: Sendable, skipParts?: number) =>
    setting.channel.send({ chat: String(CHAT) }, message, skipParts);
  const refusal = (message: Sendable) => send(message).catch((error: unknown) => error as SendError);
  function fileOf(name: string, content: string | Buffer = 'nội dung', mediaType = 'application/pdf'): FileAtHand {
    const bytes = Buffer.from(content);
    return { id: 1, name, mediaType, size: bytes.length, read: () => bytes, address: null };
  }

  it('lays out emphasis, words to copy and blocks to copy', async () => {
    const block = code('Thôn: A < B\nSố hộ: 12 & 3');
    await send({ text: say`Gõ ${code('/nop 12')} ${b('ngay')}\n${block}` });
    const [shown] = setting.fake.sent;
    const read = shown!.entities.map(({ type, offset, length }) => [type, shown!.text.slice(offset, offset + length)]);
    expect(read).toEqual([
      ['code', '/nop 12'],
      ['bold', 'ngay'],
      ['pre', 'Thôn: A < B\nSố hộ: 12 & 3'],
    ]);
  });

  it('shows no preview of links, and puts the choices under the last part', async () => {
    const choices = [
      [
        { label: 'Có', value: 'd:1' },
        { label: 'Không', value: 'd:0' },
      ],
      [],
      [{ label: 'Huỷ', value: '/huy' }],
    ];
    await send({ text: [`https://vi.example ${'chữ '.repeat(2000)}`], choices });
    expect(setting.fake.calls.at(-1)?.params.link_preview_options).toEqual({ is_disabled: true });
    expect(setting.fake.sent.map((message) => message.reply_markup !== null)).toEqual([false, true]);
    expect(setting.fake.sent.at(-1)?.reply_markup?.inline_keyboard).toEqual([
      [
        { text: 'Có', callback_data: 'd:1' },
        { text: 'Không', callback_data: 'd:0' },
      ],
      [{ text: 'Huỷ', callback_data: '/huy' }],
    ]);
  });

  it('takes a choice of 64 bytes and refuses one of 65 before anything is sent', async () => {
    const choice = (value: string): Sendable => ({ text: ['Chọn'], choices: [[{ label: 'x', value }]] });
    await send(choice('đ'.repeat(32)));
    expect(setting.fake.sent).toHaveLength(1);
    expect(await refusal(choice(`${'đ'.repeat(32)}x`))).toMatchObject({ name: 'SendError', kind: 'refused' });
    expect(setting.fake.sent).toHaveLength(1);
  });

  it('sends a file with its words as the caption and the choices under it', async () => {
    const file = fileOf('Tổng hợp tháng 11 "nháp".docx', 'ruột tệp');
    const choices = [[{ label: 'Duyệt', value: '/duyet' }]];
    const receipt = await send({ text: say`Bản ${b('nháp')}`, file, choices });
    expect(receipt).toEqual({ messageIds: [String(setting.fake.sent[0]?.message_id)], count: 1 });
    expect(setting.fake.sent[0]).toMatchObject({
      method: 'sendDocument',
      text: 'Bản nháp',
      document: { name: 'Tổng hợp tháng 11 _nháp_.docx', bytes: Buffer.from('ruột tệp') },
      reply_markup: { inline_keyboard: [[{ callback_data: '/duyet' }]] },
    });
  });

  it('sends long words first and the file after them, and goes on with the file alone', async () => {
    const message = { text: ['chữ '.repeat(300).trim()], file: fileOf('a.csv') };
    setting.fake.script('sendDocument', { retryAfter: 3 });
    expect(await refusal(message)).toMatchObject({ kind: 'throttled', retryAfterMs: 3000, sentParts: 1 });
    await send(message, 1);
    expect(setting.fake.sent.map(({ method, text }) => [method, text.length])).toEqual([
      ['sendMessage', 1199],
      ['sendDocument', 0],
    ]);
  });

  it('sends a file without words, and nothing at all when every piece went out before', async () => {
    const message = { text: [], file: fileOf('b.csv') };
    expect((await send(message)).count).toBe(1);
    expect(await send(message, 1)).toEqual({ messageIds: [], count: 0 });
  });

  it.each([
    ['a file whose bytes are gone', () => ({ ...fileOf('x'), read: () => expect.fail('gone') })],
    ['an empty file', () => fileOf('x', '')],
  ])('refuses %s', async (_, makeFile) => {
    expect(await refusal({ text: ['x'], file: makeFile() })).toMatchObject({ kind: 'refused', sentParts: 0 });
  });

  it.each([
    ['as wide as a ruler', () => png(4000, 100)],
    ['larger than ten thousand pixels', () => png(6000, 5000)],
    ['of more than 10 MB', () => Buffer.concat([png(500, 500), Buffer.alloc(11 * 1024 * 1024)])],
    ['that is none', () => Buffer.from('không phải ảnh')],
  ])('sends a picture %s as a document, once', async (_, makeBytes) => {
    const receipt = await send({ text: ['Ảnh'], file: fileOf('a.png', makeBytes(), 'image/png') });
    expect(receipt.count).toBe(1);
    expect(setting.fake.sent.map(({ method, text }) => [method, text])).toEqual([['sendDocument', 'Ảnh']]);
  });

  /** As much of a PNG as tells its size. */
  function png(width: number, height: number): Buffer {
    const head = Buffer.from('89504e470d0a1a0a0000000d494844520000000000000000', 'hex');
    head.writeUInt32BE(width, 16);
    head.writeUInt32BE(height, 20);
    return head;
  }

  it.each([
    ['blocked', 'blocked'],
    ['kicked', 'blocked'],
    ['deactivated', 'blocked'],
    ['gone', 'gone'],
    ['upgraded', 'gone'],
  ] as const)('tells a chat that is %s', async (how, kind) => {
    setting.fake.turnAway(CHAT, how);
    expect(await refusal({ text: ['x'] })).toMatchObject({ kind });
  });

  it('tells somebody who never wrote', async () => {
    const error = await setting.channel.send({ chat: '999' }, { text: ['x'] }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'blocked' });
  });

  it('counts the parts that went out before Telegram asked to slow down', async () => {
    const flooded = await setUp({}, { flood: { chatBurst: 2 }, now: () => 1_000_000 });
    const text = ['chữ '.repeat(3000).trim()];
    const error = await flooded.channel.send({ chat: String(CHAT) }, { text }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'throttled', retryAfterMs: 1000, sentParts: 2 });
    await flooded.close();
  });

  it.each([
    ['a port where nobody listens', 'http://127.0.0.1:1'],
    ['a name that does not exist', 'http://telegram.invalid'],
  ])('knows that nothing was sent to %s', async (_, apiRoot) => {
    const error = await setting
      .another({ apiRoot })
      .send({ chat: '1' }, { text: ['x'] })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'unavailable' });
    expect(inspect(error)).not.toContain(TOKEN);
  });

  it('knows that nothing was sent over a line that never stood', async () => {
    const open = new Set<net.Socket>();
    const mute = net.createServer((socket) => void open.add(socket)).listen(0, '127.0.0.1');
    await new Promise((resolve) => mute.once('listening', resolve));
    const apiRoot = `https://127.0.0.1:${(mute.address() as AddressInfo).port}`;
    const channel = setting.another({ apiRoot, timing: { connectLimitMs: 30 } });
    const error = await channel.send({ chat: '1' }, { text: ['x'] }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'unavailable' });
    for (const socket of open) socket.destroy();
    mute.close();
  });

  it('keeps the path of the address', async () => {
    const proxied = await setUp({}, { prefix: '/tele/gram' });
    await proxied.channel.send({ chat: String(CHAT) }, { text: ['qua proxy'] });
    expect(proxied.fake.sent).toHaveLength(1);
    await proxied.close();
  });

  it('shows a refused token in its health', async () => {
    setting.fake.script('sendMessage', fails(401, 'Unauthorized'));
    await refusal({ text: ['x'] });
    expect(setting.channel.health()).toMatchObject({
      ok: false,
      detail: expect.stringContaining('TELEGRAM_BOT_TOKEN'),
    });
  });

  it('sets the menu of one chat, and takes it away', async () => {
    const scope = JSON.stringify({ type: 'chat', chat_id: CHAT });
    await setting.channel.setMenu?.({ chat: String(CHAT) }, [{ command: 'nop', description: 'Nộp báo cáo' }]);
    expect(setting.fake.menus.get(scope)).toEqual([{ command: 'nop', description: 'Nộp báo cáo' }]);
    await setting.channel.setMenu?.({ chat: String(CHAT) }, []);
    expect(setting.fake.menus.has(scope)).toBe(false);
  });

  it('does not mind a menu that Telegram refuses', async () => {
    await setting.channel.setMenu?.({ chat: String(CHAT) }, [{ command: 'Nộp!', description: 'x' }]);
    expect(setting.logged()).toContain('BOT_COMMAND_INVALID');
  });
});

describe('telegram downloads', () => {
  let setting: Setting;
  beforeEach(async () => {
    setting = await setUp();
  });
  afterEach(async () => await setting.close());

  async function received(file: Parameters<Setting['fake']['sendFile']>[1]) {
    const inbox = createInbox();
    setting.channel.start(inbox.receive);
    setting.fake.sendFile(CHAT, file);
    const [incoming] = await inbox.atLeast(1);
    return incoming!;
  }
  const xlsx = { name: 'Báo cáo.xlsx', bytes: Buffer.from('các ô'), mediaType: 'application/x', caption: 'tháng 11' };

  it('hands in a document with its caption, and fetches it', async () => {
    const incoming = await received(xlsx);
    expect(incoming).toMatchObject({ text: 'tháng 11', files: [{ name: 'Báo cáo.xlsx', size: xlsx.bytes.length }] });
    expect(await setting.channel.download(incoming.files[0]!, 1000)).toEqual(xlsx.bytes);
  });

  it('hands in the largest size of a picture', async () => {
    const incoming = await received({ ...xlsx, asPhoto: true });
    expect(incoming.files).toMatchObject([{ ref: 'file-1', name: expect.stringMatching(/^photo-\d+\.jpg$/) }]);
    expect(await setting.channel.download(incoming.files[0]!, 1000)).toEqual(xlsx.bytes);
  });

  const failureOf = (size: number | null, maxBytes = 1000, ref = 'file-1') =>
    setting.channel.download({ ref, name: 'x', size }, maxBytes).then(
      () => null,
      (error: unknown) => error,
    );

  it('refuses what is too large, by what was said of it and by what comes', async () => {
    await received(xlsx);
    expect(await failureOf(2000)).toMatchObject({ kind: 'refused' });
    expect(await failureOf(null, 3)).toMatchObject({ kind: 'refused' });
    expect(await failureOf(21 * 1024 * 1024, Number.POSITIVE_INFINITY)).toMatchObject({ kind: 'refused' });
  });

  it('refuses what Telegram does not hand out', async () => {
    await received({ ...xlsx, claimedSize: 30 * 1024 * 1024 });
    expect(await failureOf(null)).toMatchObject({ kind: 'refused' });
    expect(await failureOf(null, 1000, 'none')).toMatchObject({ kind: 'refused' });
  });

  it.each([
    ['gone', { status: 404, body: 'gone' }],
    ['unauthorised', { status: 401, body: '' }],
    ['throttled', { status: 429, body: '' }],
    ['unavailable', { status: 502, body: '' }],
    ['unavailable', 'reset'],
    ['unavailable', { afterAccept: 'reset' }],
  ] as const)('is %s when the file is answered with %j', async (kind, response) => {
    await received(xlsx);
    setting.fake.script('download', response);
    const error = await failureOf(null);
    expect(error).toBeInstanceOf(SendError);
    expect(error).toMatchObject({ kind });
    for (const secret of SECRETS) expect(inspect(error, { depth: 10 })).not.toContain(secret);
  });

  it('is unavailable when the file never comes', async () => {
    await received(xlsx);
    const channel = setting.another({ timing: { callLimitMs: 100 } });
    setting.fake.script('download', 'hang');
    const file = { ref: 'file-1', name: 'x', size: null };
    await expect(channel.download(file, 1000)).rejects.toMatchObject({ kind: 'unavailable' });
    setting.fake.script('getFile', 'hang');
    await expect(channel.download(file, 1000)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
