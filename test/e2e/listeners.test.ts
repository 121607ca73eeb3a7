import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type BotProcess, makeFolder, startBot } from '../support/bot-process.ts';

const folder = makeFolder();
afterAll(() => folder.remove());
let bot: BotProcess;
afterEach(() => bot.kill());

const publicSideOf = (one: BotProcess): string =>
  /Phía công khai.*: (http:\S+\/)/u.exec(one.stdout())?.[1] ?? 'not printed';

describe('with PUBLIC_URL', () => {
  it('the side a proxy reaches has no room, no clock, no figures, and says ok or not', async () => {
    bot = await startBot({ DATABASE_PATH: ':memory:', REHEARSAL_SPEED: '0', PUBLIC_URL: 'https://bot.example.vn' });
    const open = publicSideOf(bot);
    const ask = (path: string, init: RequestInit = {}) => fetch(new URL(path, open), init);
    // As a plain reverse proxy asks: from this machine, by its name here, without a mark.
    for (const path of ['/metrics', '/rehearsal/events', '/rehearsal/people'])
      expect((await ask(path)).status, path).toBe(404);
    const move = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"to":"2027-01-01T08:00"}' };
    expect((await ask('/rehearsal/clock', move)).status).toBe(404);
    expect(await (await ask('/healthz')).json()).toEqual({ status: 'ok' });
    expect(await (await ask('/')).text()).toContain('bot nhắc hạn, nhận và tổng hợp báo cáo định kỳ');
    // What is public is there.
    expect((await ask('/upload/none', { headers: { accept: 'text/html' } })).headers.get('content-type')).toContain(
      'html',
    );

    expect(Object.keys((await bot.healthz()).body)).toEqual(['status', 'now', 'channels']);
    expect((await fetch(new URL('/metrics', bot.url))).status).toBe(200);
    expect(await (await fetch(bot.url)).text()).not.toContain('bot nhắc hạn, nhận và tổng hợp báo cáo định kỳ');
  });

  it('METRICS_OPEN=yes opens the figures there, as asked for', async () => {
    const env = { DATABASE_PATH: ':memory:', PUBLIC_URL: 'https://bot.example.vn', METRICS_OPEN: 'yes' };
    bot = await startBot(env);
    expect((await fetch(new URL('/metrics', publicSideOf(bot)))).status).toBe(200);
  });
});

it('without PUBLIC_URL there is one port, and whoever comes through a proxy is told ok or not', async () => {
  bot = await startBot({ DATABASE_PATH: ':memory:', REHEARSAL_SPEED: '0' });
  expect(bot.stdout()).not.toContain('Phía công khai');
  const far = { headers: { 'x-forwarded-for': '203.0.113.7' } };
  expect(await (await fetch(new URL('/healthz', bot.url), far)).json()).toEqual({ status: 'ok' });
  expect((await fetch(new URL('/metrics', bot.url), far)).status).toBe(403);
});

it('a .env that others can read is warned of; one that they cannot is not', async () => {
  const env = join(folder.path, '.env');
  writeFileSync(env, 'REHEARSAL_SPEED=0\n');
  for (const [mode, warned] of [
    [0o644, true],
    [0o640, true],
    [0o600, false],
  ] as const) {
    chmodSync(env, mode);
    bot = await startBot({ DATABASE_PATH: ':memory:' }, folder.path);
    expect(bot.stdout().includes('chmod 600 .env'), mode.toString(8)).toBe(warned);
    await bot.kill();
  }
});
