import { createServer } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { SendError, type SendFailure } from '../../src/channels/send-error.ts';
import { FORBIDDEN_PATIENCE } from '../../src/channels/zalo/platform-facts.ts';
import type { ZaloMood } from '../support/fake-zalo.ts';
import { startPictureHost } from '../support/picture-host.ts';
import { fileOf } from '../support/sample-files.ts';
import { type ChannelHarness, createInbox, describeChannel, type FailureCase } from './channel-suite.ts';
import { CHAT, callsOf, SECOND_TOKEN, SECRETS, type Setting, setUp, TOKEN } from './zalo-builder.ts';

const FAILURES: readonly (FailureCase & { mood: ZaloMood })[] = [
  { name: '429 in the body only', kind: 'throttled', mood: { code: 429, description: 'Quota exceeded' } },
  { name: '429 in the status too', kind: 'throttled', mood: { code: 429, http: 429 } },
  { name: '429 of something in between', kind: 'throttled', mood: { status: 429, body: '<html>Too many</html>' } },
  { name: 'a refused token with HTTP 200', kind: 'unauthorised', mood: { code: 401, description: 'Unauthorized' } },
  { name: 'a refused token with HTTP 401', kind: 'unauthorised', mood: { code: 401, http: 401 } },
  { name: '403, at first', kind: 'unavailable', mood: { code: 403, description: 'Internal server error' } },
  { name: '403 of something in between', kind: 'unknown', mood: { status: 403, body: '<html>blocked</html>' } },
  { name: 'no such chat', kind: 'gone', kindOfFile: 'refused', mood: { code: 404, description: 'Not Found' } },
  { name: '404 of something in between', kind: 'unknown', mood: { status: 404, body: '<html>Not Found</html>' } },
  { name: 'a bad message', kind: 'refused', mood: { code: 400, description: 'Bad Request' } },
  {
    name: 'an error that quotes the text',
    kind: 'refused',
    mood: { code: 400, description: 'Bad text "Chuyện riêng"' },
  },
  { name: 'an error that quotes the token', kind: 'refused', mood: { code: 400, description: `no /bot${TOKEN}/x` } },
  { name: 'a code under another name', kind: 'refused', mood: { status: 200, body: { ok: false, errorCode: 426 } } },
  { name: 'a code as text', kind: 'throttled', mood: { status: 200, body: { ok: false, error_code: '429' } } },
  { name: 'no without a code', kind: 'unknown', mood: { status: 200, body: { ok: false } } },
  { name: '500 in the body', kind: 'unavailable', mood: { code: 500 } },
  { name: '503 with HTML', kind: 'unknown', mood: { status: 503, body: '<html>Bad Gateway</html>' } },
  { name: 'HTML', kind: 'unknown', mood: 'html' },
  { name: 'HTML with HTTP 200', kind: 'unknown', mood: { status: 200, body: '<html>Wi-Fi login</html>' } },
  { name: 'JSON that is no envelope', kind: 'unknown', mood: { status: 200, body: { message: 'hello' } } },
  { name: '408', kind: 'unknown', mood: { code: 408, http: 408 } },
  { name: 'an empty answer', kind: 'unknown', mood: { status: 200, body: '' } },
  { name: 'silence', kind: 'unknown', mood: 'hang' },
  { name: 'a reset', kind: 'unknown', mood: 'reset' },
  { name: 'silence after sending', kind: 'unknown', mood: { afterAccept: 'hang' } },
  { name: 'a reset after sending', kind: 'unknown', mood: { afterAccept: 'reset' } },
];

async function makeHarness(): Promise<ChannelHarness> {
  const host = await startPictureHost();
  const { fake, channel, close } = await setUp(
    { timing: { callLimitMs: 700, pictureLimitMs: 900 } },
    { reroute: host.reroute },
  );
  return {
    channel,
    address: { chat: CHAT },
    secrets: SECRETS,
    deliverText: (text) => void fake.say('1', CHAT, text),
    deliverDuplicate: () => fake.again('1'),
    // There is no acknowledgement. The nearest to one: the bot asks for the next update.
    acknowledged: () => fake.askedAgain('1'),
    sentTexts: () => fake.sent.map((message) => message.text),
    textLimit: 2000,
    sentFiles: () =>
      fake.sent.flatMap(({ picture, text }) =>
        picture === null ? [] : [{ name: null, caption: text, bytes: picture.bytes, isPicture: true }],
      ),
    host: host.put,
    failNext(name, after = 0) {
      const good = Array.from({ length: after }, (): ZaloMood => ({ delayMs: 0 }));
      const { mood } = FAILURES.find((failure) => failure.name === name)!;
      for (const method of ['sendMessage', 'sendPhoto']) fake.script(method, ...good, mood);
    },
    breakReceiving: () => fake.always('getUpdates', { code: 500 }),
    mendReceiving: () => fake.always('getUpdates', null),
    async close() {
      await close();
      await host.close();
    },
  };
}

describeChannel('zalo', FAILURES, makeHarness);

let setting: Setting;
beforeEach(async () => {
  setting = await setUp();
});
afterEach(async () => await setting.close());

async function failureOf(sending: Promise<unknown>): Promise<SendError> {
  const error = await sending.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(SendError);
  const shown = inspect(error, { depth: 10, showHidden: true });
  for (const secret of SECRETS) expect(shown).not.toContain(secret);
  return error as SendError;
}

describe('zalo sends', () => {
  it('writes a plain text and gives the platform its own id back', async () => {
    const { fake, channel } = setting;
    const receipt = await channel.send({ chat: CHAT }, { text: ['Chào'] });
    expect(receipt).toEqual({ messageIds: [fake.sent[0]!.messageId], count: 1 });
    expect(fake.calls).toEqual([expect.objectContaining({ params: { chat_id: CHAT, text: 'Chào' } })]);
  });

  it('cannot write to a chat that never wrote to this bot', async () => {
    const { fake, channel, another } = setting;
    const second = another({ token: SECOND_TOKEN, bot: '2' });
    expect((await failureOf(second.send({ chat: CHAT }, { text: ['a'] }))).kind).toBe('refused');
    fake.know('2', CHAT);
    await second.send({ chat: CHAT }, { text: ['a'] });
    await channel.send({ chat: CHAT }, { text: ['b'] });
    expect(fake.sent.map(({ bot }) => bot)).toEqual(['2', '1']);
  });

  it('takes a yes without the message for no yes', async () => {
    setting.fake.script('sendMessage', { status: 200, body: { ok: true, error_code: 0 } });
    expect((await failureOf(setting.channel.send({ chat: CHAT }, { text: ['a'] }))).kind).toBe('unknown');
  });

  it('takes 403 for an outage until it has lasted, and a success in between for its end', async () => {
    const { fake, channel, passMs } = setting;
    const kinds: SendFailure[] = [];
    const send = async () => kinds.push((await failureOf(channel.send({ chat: CHAT }, { text: ['a'] }))).kind);
    fake.script('sendMessage', { code: 403 }, { delayMs: 0 }, ...Array<ZaloMood>(5).fill({ code: 403 }));
    await send();
    await channel.send({ chat: CHAT }, { text: ['b'] });
    for (let tries = 0; tries < FORBIDDEN_PATIENCE.tries; tries += 1) await send();
    passMs(FORBIDDEN_PATIENCE.ms);
    await send();
    expect(kinds).toEqual([...Array(5).fill('unavailable'), 'blocked']);
  });

  it('says that the token is refused', async () => {
    setting.fake.script('sendMessage', { code: 401 });
    await failureOf(setting.channel.send({ chat: CHAT }, { text: ['a'] }));
    expect(setting.channel.health()).toMatchObject({ ok: false, detail: expect.stringContaining('ZALO_BOT_TOKENS') });
  });

  it.each<[string, () => Promise<string>]>([
    ['nobody listens', async () => `http://127.0.0.1:${await unusedPort()}`],
    ['there is no such host', async () => 'http://zalo.invalid'],
    ['the other side speaks no TLS', async () => setting.fake.url.replace('http:', 'https:')],
  ])('knows that nothing was sent when %s', async (_, apiUrl) => {
    const channel = setting.another({ apiUrl: await apiUrl() });
    expect((await failureOf(channel.send({ chat: CHAT }, { text: ['a'] }))).kind).toBe('unavailable');
  });

  it('follows no redirect, which would carry the token elsewhere', async () => {
    let visited = 0;
    const server = createServer((_, response) => {
      visited += 1;
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const error = await failureOf(setting.another({ apiUrl }).send({ chat: CHAT }, { text: ['a'] }));
    await new Promise((resolve) => server.close(resolve));
    expect(visited).toBe(1);
    expect(error.kind).toBe('unavailable');
  });

  it('works below a path, and with a slash at the end', async () => {
    const below = await setUp({}, { prefix: '/zalo' });
    const slashed = below.another({ apiUrl: `${below.fake.url}/` });
    for (const channel of [below.channel, slashed]) await channel.send({ chat: CHAT }, { text: ['a'] });
    expect(below.fake.sent).toHaveLength(2);
    await below.close();
  });

  it('is refused when the month is used up, by the platform', async () => {
    const poor = await setUp({}, { monthlyQuota: 1 });
    await poor.channel.send({ chat: CHAT }, { text: ['a'] });
    const error = await failureOf(poor.channel.send({ chat: CHAT }, { text: ['b'] }));
    expect([error.kind, error.retryAfterMs]).toEqual(['throttled', null]);
    await poor.close();
  });

  it('leaves no token in what it logs', async () => {
    const { fake, channel, logged } = setting;
    fake.script('getMe', 'reset', { code: 400, description: `bot${TOKEN}` });
    fake.script('getWebhookInfo', 'html', { code: 418, description: `/bot${encodeURIComponent(TOKEN)}/` });
    fake.script('getUpdates', { code: 500, description: TOKEN }, 'reset');
    channel.start(createInbox().receive);
    await fake.until(() => callsOf(fake, 'getUpdates') >= 3);
    expect(logged()).toContain('polling interrupted, retrying');
    for (const secret of SECRETS) expect(logged()).not.toContain(secret);
  });
});

describe('a picture to zalo', () => {
  const picture = (address: string | null, mediaType = 'image/png') => ({
    id: 1,
    name: 'ma-moi-qr.png',
    mediaType,
    size: 70,
    read: () => expect.fail('the bytes are not asked for'),
    address,
  });

  async function withHost() {
    const host = await startPictureHost();
    const made = await setUp({}, { reroute: host.reroute });
    onTestFinished(async () => {
      await made.close();
      await host.close();
    });
    return { host, ...made };
  }

  it('is fetched by the platform several times, before the answer and after it', async () => {
    const { host, fake, channel } = await withHost();
    const file = picture(host.put(fileOf('a.png').bytes ?? Buffer.alloc(0)));
    await channel.send({ chat: CHAT }, { text: ['Mã QR'], file });
    expect(host.fetched).toHaveLength(2);
    await fake.until(() => host.fetched.length === 4);
    expect(fake.sent[0]).toMatchObject({ text: 'Mã QR', picture: { url: file.address } });
  });

  it.each([
    ['whose address answers nothing', 'https://bot.example.vn/download/het-han'],
    ['at an address of the own network', 'http://127.0.0.1:1/a.png'],
  ])('%s is refused', async (_, address) => {
    const { fake, channel } = await withHost();
    const error = await failureOf(channel.send({ chat: CHAT }, { text: [], file: picture(address) }));
    expect(error.kind).toBe('refused');
    expect(fake.sent).toEqual([]);
  });

  it.each([
    ['without an address', picture(null)],
    ['that is a document', picture('https://bot.example.vn/download/a', 'application/pdf')],
  ])('%s is not tried', async (_, file) => {
    const { fake, channel } = await withHost();
    expect((await failureOf(channel.send({ chat: CHAT }, { text: ['x'], file }))).kind).toBe('refused');
    expect(callsOf(fake, 'sendPhoto')).toBe(0);
  });
});

describe('a picture from zalo', () => {
  const photo = (ref: string) => ({ ref, name: 'photo.jpg', size: null });

  it('is fetched with a plain call, as it came', async () => {
    const { fake, channel } = setting;
    const inbox = createInbox();
    channel.start(inbox.receive);
    fake.sendPhoto('1', CHAT, { bytes: Buffer.from('bức ảnh'), caption: 'đây', field: 'photo' });
    const [incoming] = await inbox.atLeast(1);
    expect(incoming).toMatchObject({ text: 'đây', unsupported: false });
    expect(await channel.download(incoming!.files[0]!, 100)).toEqual(Buffer.from('bức ảnh'));
  });

  it.each<[string, string, SendFailure]>([
    ['too large', '/large', 'refused'],
    ['gone', '/gone', 'gone'],
    ['not to be had now', '/ill', 'unavailable'],
    ['going round in circles', '/circle', 'unavailable'],
    ['breaking off', '/half', 'unavailable'],
    ['never coming', '/never', 'unavailable'],
    ['leading to another protocol', '/odd', 'gone'],
  ])('is refused: %s', async (_, path, kind) => {
    const host = await startPictures();
    const channel = setting.another({ timing: { downloadLimitMs: path === '/never' ? 50 : 5_000 } });
    expect((await failureOf(channel.download(photo(`${host.url}${path}`), 10_000))).kind).toBe(kind);
    await host.close();
  });

  it('is fetched through a redirect', async () => {
    const host = await startPictures();
    const bytes = await setting.channel.download(photo(`${host.url}/moved`), 10_000);
    expect(bytes.toString()).toBe('here');
    await host.close();
  });

  it.each([
    'http://127.0.0.1:1/x',
    'http://localhost:1/x',
    'http://[::1]:1/x',
    'http://[::ffff:10.0.0.1]/x',
    'http://192.168.1.1/x',
    'http://169.254.169.254/latest',
    'http://2130706433/x',
    'ftp://a.vn/x',
    'nonsense',
  ])('is not fetched from %s in real service', async (ref) => {
    const real = setting.another({ apiUrl: 'https://bot-api.zaloplatforms.com' });
    const error = await failureOf(real.download(photo(ref), 10_000));
    expect([error.kind, error.message]).toEqual(['gone', expect.stringContaining('the picture was not fetched')]);
  });
});

async function unusedPort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A picture host with all its troubles. */
async function startPictures() {
  const server = createServer((request, response) => {
    const moved = (location: string) => response.writeHead(302, { location }).end();
    if (request.url === '/large') response.end(Buffer.alloc(20_000));
    else if (request.url === '/gone') response.writeHead(404).end();
    else if (request.url === '/ill') response.writeHead(503).end();
    else if (request.url === '/circle') moved('/circle');
    else if (request.url === '/moved') moved('/here');
    else if (request.url === '/here') response.end('here');
    else if (request.url === '/odd') moved('file:///etc/passwd');
    else if (request.url === '/half') {
      response.writeHead(200, { 'content-length': 100 });
      response.write('half', () => response.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
