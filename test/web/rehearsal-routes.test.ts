import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rehearsalRoutes } from '../../src/web/routes/rehearsal.ts';
import type { WebServer } from '../../src/web/server.ts';
import { ListenError, startServer } from '../../src/web/server.ts';
import type { FakeRehearsal } from '../support/fake-rehearsal.ts';
import { createFakeRehearsal, readChat } from '../support/fake-rehearsal.ts';
import { readEvents } from '../support/read-events.ts';

const CHAT = 'lien-lac-stc';
const VIETNAMESE = /[ăâđêôơưáàảãạéèíìóòúùýấầẩẫậắằặếềểệốồổộớờởợứừửựịọụỹ]/i;

let rehearsal: FakeRehearsal;
let server: WebServer;
let logged: object[];

beforeEach(async () => {
  rehearsal = createFakeRehearsal();
  logged = [];
  server = await startServer({
    host: '127.0.0.1',
    port: 0,
    routes: rehearsalRoutes(rehearsal, { heartbeatMs: 40 }),
    log: { error: (fields) => logged.push(fields) },
  });
});
afterEach(() => server.close());

const at = (path: string) => new URL(path, server.url);
const postJson = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(at(path), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const errorOf = async (response: Response) => ((await response.json()) as { error: string }).error;

/** A request with headers that fetch would not let through, Host among them. */
function ask(path: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(at(path), { headers }, async (response) => {
      let body = '';
      for await (const chunk of response) body += chunk;
      resolve({ status: response.statusCode ?? 0, body });
    });
    asked.on('error', reject).end();
  });
}

describe('the page', () => {
  test('stands alone: nothing is asked of another host, no inline script, and a strict policy', async () => {
    const response = await fetch(server.url);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('<html lang="vi">');
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page).not.toMatch(/ style="/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('every style and script it names is served, and every module those import', async () => {
    const wanted = [...(await (await fetch(server.url)).text()).matchAll(/\/rehearsal\/assets\/[\w.-]+/g)].map(String);
    for (const path of wanted) {
      const response = await fetch(at(path));
      expect(response.status, path).toBe(200);
      const text = await response.text();
      expect(text).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
      const imported = [...text.matchAll(/from '\.\/([\w.-]+)'/g)].map((match) => `/rehearsal/assets/${match[1]}`);
      wanted.push(...imported.filter((other) => !wanted.includes(other)));
    }
    expect(wanted.length).toBeGreaterThan(15);
  });

  test.each(['tsconfig.json', '..%2Froom-page.ts', 'khong-co.js'])('no other file is served: %s', async (name) => {
    expect((await fetch(at(`/rehearsal/assets/${name}`))).status).toBe(404);
  });
});

describe('only this machine', () => {
  test.each([
    ['another name that points here', { Host: 'evil.example:8080' }],
    ['a name that only begins like ours', { Host: 'localhost.evil.example' }],
    ['an address of the network', { Host: '192.168.1.7:8080' }],
    ['a proxy on this machine', { Host: 'localhost', 'X-Forwarded-For': '203.0.113.9' }],
  ])('%s is refused in Vietnamese', async (_case, headers) => {
    const page = await ask('/', { ...headers, Accept: 'text/html' });
    expect(page.status).toBe(403);
    expect(page.body).toContain('Phòng diễn tập chỉ mở ngay trên máy chạy bot');
    expect((await ask('/rehearsal/state', headers)).status).toBe(403);
    expect((await ask('/rehearsal/events', headers)).status).toBe(403);
  });

  test.each(['localhost', 'localhost:8080', '127.0.0.1:8080', '[::1]:8080'])('%s is let in', async (host) => {
    expect((await ask('/rehearsal/state', { Host: host })).status).toBe(200);
  });

  test.each([
    ['another origin', { Origin: 'https://evil.example' }],
    ['another port of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['no origin to speak of', { Origin: 'null' }],
    ['a browser that says cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
  ])('a post from %s is refused', async (_case, headers) => {
    const response = await postJson('/rehearsal/clock', { to: '2026-11-16T08:30' }, headers);
    expect(response.status).toBe(403);
    expect(await errorOf(response)).toMatch(VIETNAMESE);
    expect(rehearsal.moved).toEqual([]);
  });

  test('a post from the page itself passes', async () => {
    const headers = { Origin: server.url.slice(0, -1), 'Sec-Fetch-Site': 'same-origin' };
    expect((await postJson('/rehearsal/clock', { to: '2026-11-16T08:30' }, headers)).status).toBe(200);
  });

  test('a content type that a plain form could send is refused', async () => {
    const response = await fetch(at('/rehearsal/clock'), { method: 'POST', body: '{"to":"2026-11-16T08:30"}' });
    expect(response.status).toBe(415);
    expect(await errorOf(response)).toContain('application/json');
  });
});

describe('the clock', () => {
  test('moves and says how many messages went out', async () => {
    const response = await postJson('/rehearsal/clock', { to: '2026-11-16T08:30' });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ now: '2026-11-16T08:30', sent: 28 });
    expect(rehearsal.moved).toEqual([{ to: '2026-11-16T08:30', sleep: false }]);
  });

  test('jumps when the machine is meant to have slept', async () => {
    await postJson('/rehearsal/clock', { to: '2026-11-16T08:30', sleep: true });
    expect(rehearsal.moved).toEqual([{ to: '2026-11-16T08:30', sleep: true }]);
  });

  test.each([
    ['nothing', '', 'JSON'],
    ['half a JSON', '{"to":', 'JSON'],
    ['a list', [], 'đối tượng'],
    ['no time', {}, '“to”'],
    ['an empty time', { to: '' }, '“to”'],
    ['a number', { to: 20261116 }, '20261116'],
    ['a day without an hour', { to: '2026-11-16' }, '2026-11-16'],
    ['a zone', { to: '2026-11-16T08:30Z' }, 'múi giờ'],
    ['a Vietnamese date', { to: '16/11/2026 08:30' }, '16/11/2026'],
    ['a day that does not exist', { to: '2026-11-31T08:30' }, 'không có trên lịch'],
    ['an hour that does not exist', { to: '2026-11-16T24:30' }, 'không có trên lịch'],
    ['a sleep that is not yes or no', { to: '2026-11-16T08:30', sleep: 'có' }, '“sleep”'],
    ['a time that is behind', { to: '2026-11-01T08:30' }, 'đã qua'],
  ])('%s is refused with a sentence that says how', async (_case, body, words) => {
    const response = await postJson('/rehearsal/clock', body);
    expect(response.status).toBe(400);
    const error = await errorOf(response);
    expect(error).toContain(words);
    expect(error).toMatch(VIETNAMESE);
    expect(rehearsal.moved).toEqual([]);
  });
});

describe('messages', () => {
  const path = `/rehearsal/chats/${CHAT}/messages`;

  test('a text and a pressed choice reach the bot as they are', async () => {
    expect((await postJson(path, { text: '/nhiemvu' })).status).toBe(202);
    expect((await postJson(path, { picked: { value: '/nop 12', label: 'Nộp báo cáo', line: 1 } })).status).toBe(202);
    expect(rehearsal.posted.map((one) => one.message)).toEqual([
      { text: '/nhiemvu' },
      { picked: { value: '/nop 12', label: 'Nộp báo cáo', line: 1 } },
    ]);
    expect(readChat(rehearsal, CHAT)).toContain('person: Nộp báo cáo');
  });

  test('the lines of a chat can be read from one on', async () => {
    await postJson(path, { text: '/nhiemvu' });
    const { lines } = (await (await fetch(at(`/rehearsal/chats/${CHAT}/lines?after=1`))).json()) as {
      lines: unknown[];
    };
    expect(lines).toHaveLength(2);
    expect((await fetch(at(`/rehearsal/chats/${CHAT}/lines?after=xin`))).status).toBe(400);
    expect((await fetch(at('/rehearsal/chats/khong-co/lines'))).status).toBe(404);
  });

  test.each([
    ['an unknown chat', '/rehearsal/chats/khong-co/messages', { text: 'xin chào' }, 404],
    ['no message', path, {}, 400],
    ['white space', path, { text: ' \n' }, 400],
    ['a text that is a number', path, { text: 12 }, 400],
    ['a text without end', path, { text: 'a'.repeat(20_001) }, 400],
    ['a choice without its line', path, { picked: { value: 'x', label: 'X' } }, 400],
    ['broken JSON', path, '{', 400],
  ])('%s is refused', async (_case, to, body, status) => {
    const response = await postJson(to, body);
    expect(response.status).toBe(status);
    expect(await errorOf(response)).toMatch(VIETNAMESE);
    expect(rehearsal.posted).toEqual([]);
  });

  test('a file comes in whole, with the words beside it', async () => {
    const bytes = new Uint8Array(300_000).map((_, index) => index % 251);
    const form = new FormData();
    form.append('file', new File([bytes], 'Báo cáo tháng 11.pdf'));
    form.append('text', 'Gửi kèm bản ký');
    expect((await fetch(at(path), { method: 'POST', body: form })).status).toBe(202);
    const [posted] = rehearsal.posted;
    expect(posted?.message.text).toBe('Gửi kèm bản ký');
    expect(posted?.message.file?.name).toBe('Báo cáo tháng 11.pdf');
    expect(Buffer.from(posted?.message.file?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
  });

  test.each([
    ['just over the limit', 20 * 1024 * 1024 + 1],
    ['far over the limit', 32 * 1024 * 1024],
  ])('a file %s is refused and names the limit', async (_case, size) => {
    const form = new FormData();
    form.append('file', new File([new Uint8Array(size)], 'to.pdf'));
    const response = await fetch(at(path), { method: 'POST', body: form });
    expect(response.status).toBe(413);
    expect(await errorOf(response)).toContain('20 MB');
    expect(rehearsal.posted).toEqual([]);
  });

  test('a form without a file is refused', async () => {
    const form = new FormData();
    form.append('text', 'không có tệp');
    const response = await fetch(at(path), { method: 'POST', body: form });
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toContain('“file”');
  });

  test('an outage is logged once and excused once, without the words of the fault', async () => {
    rehearsal.failNextPost();
    const response = await postJson(path, { text: '/nhiemvu' });
    expect(response.status).toBe(500);
    const error = await errorOf(response);
    expect(error).toMatch(VIETNAMESE);
    expect(error).not.toContain('outage');
    expect(logged).toHaveLength(1);
  });

  test('an unknown address answers in Vietnamese', async () => {
    const response = await fetch(at('/rehearsal/nothing'));
    expect(response.status).toBe(404);
    expect(await errorOf(response)).toBe('Không có trang này.');
  });
});

describe('the event stream', () => {
  test('begins with the state and everything said, then goes on live', async () => {
    const events = readEvents(at('/rehearsal/events?after=0'));
    const first = await events.take(39);
    expect(first.map((one) => one.event)).toEqual(['state', ...Array(37).fill('line'), 'ready']);
    expect(first[0]?.data).toMatchObject({
      now: '2026-11-12T08:30',
      personas: expect.arrayContaining([expect.objectContaining({ chat: CHAT })]),
    });
    rehearsal.say(CHAT, ['Xin chào']);
    const [line] = await events.take(1);
    expect(line).toMatchObject({ event: 'line', id: '38', data: { chat: CHAT, text: ['Xin chào'] } });
    events.close();
  });

  test('catches up from Last-Event-ID, in order over all chats, without repeating', async () => {
    rehearsal.say('dieu-phoi-1', ['một']);
    rehearsal.say(CHAT, ['hai']);
    rehearsal.say('dieu-phoi-1', ['ba']);
    const events = readEvents(at('/rehearsal/events'), { 'Last-Event-ID': '38' });
    const caughtUp = await events.take(4);
    expect(caughtUp.map((one) => one.id ?? one.event)).toEqual(['state', '39', '40', 'ready']);
    events.close();
  });

  test('a page that knows more than the server starts afresh', async () => {
    const events = readEvents(at('/rehearsal/events'), { 'Last-Event-ID': '900' });
    const all = await events.take(40);
    expect(all.map((one) => one.event)).toEqual(['state', 'reset', ...Array(37).fill('line'), 'ready']);
    events.close();
  });

  test('many changes of state at once are told once', async () => {
    const events = readEvents(at('/rehearsal/events?after=37'));
    await events.take(2);
    for (let time = 0; time < 20; time += 1) rehearsal.showTwoRounds();
    rehearsal.say(CHAT, ['xong']);
    expect((await events.take(2)).map((one) => one.event)).toEqual(['line', 'state']);
    rehearsal.say(CHAT, ['hết']);
    expect((await events.take(1)).map((one) => one.event)).toEqual(['line']);
    events.close();
  });

  test('a silent stream gives signs of life, and leaves nothing behind when it ends', async () => {
    const events = readEvents(at('/rehearsal/events?after=37'));
    await events.heartbeat();
    expect(rehearsal.listeners()).toBe(1);
    events.close();
    await expect.poll(() => rehearsal.listeners()).toBe(0);
  });

  test('closing the server ends streams at once', async () => {
    const events = readEvents(at('/rehearsal/events?after=37'));
    await events.take(2);
    const began = performance.now();
    await server.close();
    expect(performance.now() - began).toBeLessThan(1_000);
    await expect.poll(() => rehearsal.listeners()).toBe(0);
  });
});

test('a request in hand is answered before the server closes', async () => {
  rehearsal.delayMs = 200;
  const asked = postJson('/rehearsal/clock', { to: '2026-11-16T08:30' });
  await expect.poll(() => rehearsal.busy()).toBe(true);
  const began = performance.now();
  await server.close();
  expect((await asked).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(1_500);
});

test('a used port is a ListenError that names it', async () => {
  const port = Number(new URL(server.url).port);
  const second = startServer({ host: '127.0.0.1', port, routes: rehearsalRoutes(rehearsal), log: { error() {} } });
  await expect(second).rejects.toBeInstanceOf(ListenError);
  await expect(second).rejects.toMatchObject({ reason: 'in_use', host: '127.0.0.1', port });
});
