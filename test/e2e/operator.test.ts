import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Ended, Env } from '../support/bot-process.ts';
import { makeFolder, rehearsalOver, runBot, startBot, TOKEN } from '../support/bot-process.ts';
import { startFakeTelegram } from '../support/fake-telegram.ts';
import { FROZEN_PLAN_DIR } from '../support/frozen-plan.ts';
import { joinByShell } from '../support/telegram-person.ts';

/** What a start that cannot be must look like: exit 1, all of it in one message for the operator, and no stack trace. */
function expectRefusal({ code, signal, stdout, stderr }: Ended, ...parts: (string | RegExp)[]): void {
  expect({ code, signal }).toEqual({ code: 1, signal: null });
  expect(stdout).toBe('');
  for (const part of parts) expect(stderr).toMatch(part);
  expect(stderr).not.toMatch(/^\s+at |node:internal|file:\/\//mu);
  expect(stderr).not.toMatch(/^\{/mu);
  expect(stderr.endsWith('\n')).toBe(true);
}

describe('a start that cannot be', () => {
  const folder = makeFolder();
  let place = 0;
  const fresh = (): string => {
    const path = join(folder.path, `case-${++place}`);
    mkdirSync(path);
    return path;
  };
  const rehearsal = (more: Env = {}): Env => ({ DATABASE_PATH: join(fresh(), 'bot.sqlite'), ...more });
  afterAll(() => folder.remove());

  it.concurrent('lists every wrong setting at once, with an example each', async () => {
    const wrong = {
      TELEGRAM_BOT_TOKEN: 'khong-phai-ma-bot',
      PORT: '99999',
      TIME_ZONE: 'Hai_Duong',
      REHEARSAL_SPEED: '-1',
      LOG_LEVEL: 'loud',
      TELEGRAM_MODE: 'webhook',
    };
    const env = rehearsal(wrong);
    const ended = await runBot(env);
    expectRefusal(ended, /^Cài đặt chưa đúng, bot chưa chạy:/u);
    for (const name of ['TELEGRAM_BOT_TOKEN', 'PORT', 'TIME_ZONE', 'REHEARSAL_SPEED', 'LOG_LEVEL']) {
      expect(ended.stderr).toMatch(new RegExp(`^- ${name}: .+ Ví dụ: .+$`, 'mu'));
    }
    expect(ended.stderr).not.toContain('khong-phai-ma-bot');
    expect(existsSync(env.DATABASE_PATH ?? '')).toBe(false);
  });

  it.concurrent.each([
    ['the default address', {}],
    ['the official address', { TELEGRAM_API_ROOT: 'https://api.telegram.org/' }],
    ['the official address, written out to the root of names', { TELEGRAM_API_ROOT: 'https://API.Telegram.org.' }],
    ['Zalo', { TELEGRAM_BOT_TOKEN: '', ZALO_BOT_TOKENS: '12345689:abc-xyz' }],
  ])('refuses a rehearsal with a token and %s', async (_name, more) => {
    const env = rehearsal({ TELEGRAM_BOT_TOKEN: TOKEN, REHEARSAL_START: '2026-11-06T08:00', ...more });
    const ended = await runBot(env);
    expectRefusal(ended, /REHEARSAL_START: .*không gửi tin diễn tập cho người thật/u);
    expect(ended.stderr).not.toContain(TOKEN);
    expect(existsSync(env.DATABASE_PATH ?? '')).toBe(false);
  });

  it.concurrent('names file, line and field of every mistake in the plan', async () => {
    const plan = join(fresh(), 'plan');
    cpSync(FROZEN_PLAN_DIR, plan, { recursive: true });
    const units = readFileSync(join(plan, 'units.csv'), 'utf8').trimEnd().split('\n');
    const line = units.findIndex((row) => row.startsWith('HBG,')) + 1;
    units[line - 1] = units[line - 1]?.replace(',district,', ',huyen,') ?? '';
    writeFileSync(join(plan, 'units.csv'), `${units.join('\n')}\n`);
    const reminders = readFileSync(join(plan, 'reminders.json'), 'utf8').replace('"dailyCap": 4', '"dailyCap": "four"');
    writeFileSync(join(plan, 'reminders.json'), reminders);
    const at = reminders.split('\n').findIndex((row) => row.includes('dailyCap')) + 1;
    const ended = await runBot(rehearsal({ PLAN_DIR: plan }));
    expectRefusal(ended, /^Kế hoạch .*chưa dùng được:/u);
    expect(ended.stderr).toMatch(new RegExp(`units\\.csv\\D*${line}\\D.*kind`, 'u'));
    expect(ended.stderr).toMatch(new RegExp(`reminders\\.json\\D*${at}\\D.*dailyCap`, 'u'));
  });

  it.concurrent('says where it looked when there is no plan', async () => {
    expectRefusal(
      await runBot(rehearsal({ PLAN_DIR: '/khong/co/ke-hoach' })),
      /^Kế hoạch .*chưa dùng được:/u,
      /\/khong\/co\/ke-hoach|plan\.json/u,
    );
  });

  it.concurrent('refuses a second bot on the same database, and the first goes on', async () => {
    const env = rehearsal();
    const first = await startBot(env);
    try {
      expectRefusal(await runBot(env), /Một bot khác đang chạy trên tệp dữ liệu .*case-\d+\/bot\.sqlite/u);
      expect((await first.healthz()).status).toBe(200);
    } finally {
      await first.kill();
    }
    // The lock dies with the process.
    const next = await startBot(env);
    expect((await next.stop()).code).toBe(0);
  });

  it.concurrent('names a port that is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const env = rehearsal({ PORT: String(port) });
    expectRefusal(await runBot(env), new RegExp(`^Cổng ${port} đang được chương trình khác dùng\\..*PORT=`, 'u'));
    taken.close();
    const next = await startBot(env);
    await next.stop();
  });

  it.concurrent('says that a database cannot be written', async () => {
    const place = fresh();
    const env = { DATABASE_PATH: join(place, 'bot.sqlite') };
    const files = [env.DATABASE_PATH, `${env.DATABASE_PATH}.lock`, place];
    await (await startBot(env)).stop();
    const bound = boundByModes();
    if (bound === null) return console.warn('BỎ QUA: là root và không có setpriv, nên không có tệp nào là chỉ đọc.');
    for (const file of files) chmodSync(file, 0o555);
    expectRefusal(await runBot(env, bound), /^Không ghi được vào tệp dữ liệu .*bot\.sqlite\. Hãy cấp quyền ghi/u);
    // Where not even a first file can be made.
    const none = { DATABASE_PATH: join(place, 'none.sqlite') };
    expectRefusal(await runBot(none, bound), /^Không (ghi|mở) được .*none\.sqlite.*quyền/u);
    for (const file of files) chmodSync(file, 0o755);
    expect((await (await startBot(env)).stop()).code).toBe(0);
  });

  it.concurrent.each([
    ['a folder', (path: string) => mkdirSync(path), /^Không mở được tệp /u],
    [
      'something else',
      (path: string) => writeFileSync(path, 'Kính gửi: Sở KH&CN. '.repeat(200)),
      /không phải dữ liệu của bot hoặc đã hỏng/u,
    ],
  ])('says so when the database is %s', async (_name, make, words) => {
    const env = rehearsal();
    make(env.DATABASE_PATH ?? '');
    expectRefusal(await runBot(env), words);
  });

  // A bot that started with rules it cannot read would apologise to everybody, and remind nobody.
  it.concurrent.each([
    ['of a newer release', 'UPDATE rule_book SET format = 99', /phiên bản mới hơn của chương trình ghi/u],
    [
      'damaged',
      'UPDATE rule_book SET content = replace(content, \'"obligations"\', \'"obligation"\')',
      /đã hỏng.*npm run restore/u,
    ],
  ])('refuses stored rules that are %s', async (_name, change, words) => {
    const env = rehearsal();
    await (await startBot(env)).stop();
    const database = new Database(env.DATABASE_PATH ?? '');
    expect(database.exec(change).prepare('SELECT count(*) FROM rule_book').pluck().get()).toBeGreaterThan(0);
    database.close();
    const ended = await runBot(env);
    expectRefusal(ended, /^Kế hoạch lưu trong dữ liệu/u, words);
    expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

/**
 * What runs a program as somebody for whom a file's mode counts. Root writes to read-only files by a right of its own, which
 * is taken away here; it stays root, because another user may not enter a private clone. Null: root, and no setpriv.
 */
function boundByModes(): string[] | null {
  if (process.getuid?.() !== 0) return [];
  const through = ['setpriv', '--bounding-set=-dac_override', '--inh-caps=-dac_override'];
  const [command = '', ...words] = through;
  return spawnSync(command, [...words, process.execPath, '--version']).status === 0 ? through : null;
}

describe('a disk that fills up while the bot runs', () => {
  const folder = makeFolder();
  const disk = join(folder.path, 'disk');
  let mounted = false;
  beforeAll(() => {
    mkdirSync(disk);
    mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk]).status === 0;
    if (!mounted) console.warn('BỎ QUA kiểm thử đĩa đầy: cần quyền root để gắn một đĩa nhỏ (mount -t tmpfs).');
  });
  afterAll(() => {
    if (mounted) spawnSync('umount', ['-l', disk]);
    folder.remove();
  });

  it('is unwell and says why; what a person says is kept by Telegram and answered once there is room', async (context) => {
    if (!mounted) return context.skip();
    const fake = await startFakeTelegram({ token: TOKEN });
    const env = rehearsalOver(fake.url, disk);
    const bot = await startBot(env);
    try {
      const person = await joinByShell({ fake, env }, 'liaison', 'HBG');
      await person.say('/nop t11 hoi_nghi=1 nguoi_du=50 ket_qua=Một hội nghị');
      fillUp(join(disk, 'filler'));
      const health = await vi.waitFor(
        async () => {
          const found = await bot.healthz();
          expect(found.status).toBe(503);
          return found;
        },
        { timeout: 120_000, interval: 5 },
      );
      expect(health.body).toMatchObject({ status: 'unwell' });
      expect(health.body.why?.join()).toContain('disk-full');
      const press = person.pressOnly('Gửi báo cáo');
      await vi.waitFor(() => expect(bot.warnings().join()).toMatch(/storing updates failed/u), 30_000);
      expect(fake.pending()).toBe(1);
      expect(person.unseen()).toEqual([]);

      rmSync(join(disk, 'filler'));
      const receipt = await person.next();
      expect(receipt.text).toMatch(/Đã nhận báo cáo[\s\S]*Bản thứ 1/u);
      // What /healthz found of the disk holds for some seconds: strangers who ask must not cost it anything.
      await vi.waitFor(async () => expect((await bot.healthz()).status).toBe(200), { timeout: 60_000, interval: 500 });
      await fake.until(() => fake.pending() === 0);
      fake.again(press.update_id);
      expect((await person.say('/lichsu')).text).not.toContain('Bản hiện hành');
      expect((await bot.stop()).code).toBe(0);
    } finally {
      await bot.kill();
      await fake.close();
    }
  });

  it('cannot start on a full disk, says so, and starts once there is room', async (context) => {
    if (!mounted) return context.skip();
    const env = { DATABASE_PATH: join(disk, 'other', 'bot.sqlite') };
    mkdirSync(join(disk, 'other'));
    fillUp(join(disk, 'filler'));
    expectRefusal(await runBot(env), /^Ổ đĩa đã đầy/u);
    rmSync(join(disk, 'filler'));
    expect((await (await startBot(env)).stop()).code).toBe(0);
  });
});

/** Writes until there is no room for another byte. */
function fillUp(path: string): void {
  for (const size of [1 << 20, 1 << 16, 1 << 12, 1]) {
    try {
      for (;;) appendFileSync(path, Buffer.alloc(size));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }
}
