import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { makeFolder, rehearsalOver, runBot, runScript, startBot, TOKEN } from '../support/bot-process.ts';
import { startFakeTelegram } from '../support/fake-telegram.ts';
import { joinByShell } from '../support/telegram-person.ts';

const folder = makeFolder();
afterAll(() => folder.remove());
const LINE = 'hội nghị=3; người dự=250; kết quả=Đã tổ chức 3 hội nghị';

function receiptsIn(path: string): number {
  const database = new Database(path, { readonly: true });
  try {
    return database.prepare('SELECT count(*) FROM submission').pluck().get() as number;
  } finally {
    database.close();
  }
}

/** Where the litestream that belongs to this database runs. */
function litestreamOf(bot: { pid: number }): number[] {
  const found = execFileSync('sh', ['-c', `pgrep -P ${bot.pid} -f litestream || true`]).toString();
  return found.split('\n').filter(Boolean).map(Number);
}

describe('a replica', () => {
  it('has every receipt when the machine burns down, and the next start goes on from it', async () => {
    const fake = await startFakeTelegram({ token: TOKEN });
    const data = join(folder.path, 'burns');
    mkdirSync(data);
    const env = rehearsalOver(fake.url, data, {
      REHEARSAL_START: '2026-11-10T09:00',
      DATABASE_PATH: join(data, 'bot.sqlite'),
      REPLICA_URL: pathToFileURL(join(folder.path, 'copy')).href,
    });
    const files = () =>
      readdirSync(data).filter((name) => name.startsWith('bot.sqlite') || name.startsWith('.bot.sqlite'));
    try {
      const bot = await startBot(env);
      const people = await Promise.all(
        ['HBG', 'HCG', 'HGL'].map((unit) => joinByShell({ fake, env }, 'liaison', unit)),
      );
      for (const person of people) {
        await person.say(LINE);
        await person.press('Gửi báo cáo');
      }
      await vi.waitFor(
        async () => {
          const { stdout } = await runScript('drill', ['--json'], env);
          expect(JSON.parse(stdout)).toMatchObject({ integrity: 'ok', receipts: 3, tookMs: expect.any(Number) });
        },
        { timeout: 120_000, interval: 500 },
      );
      const [litestream] = litestreamOf(bot);
      expect(litestream).toBeTypeOf('number');
      await bot.kill();
      process.kill(litestream ?? 0, 'SIGKILL');
      for (const file of files()) rmSync(join(data, file), { recursive: true });

      // A new machine is no beginning: it would be written over the copy.
      expect(await runBot(env, [], ['--new'])).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^CHƯA LÀM GÌ: bản sao liên tục ở file:\S+ đã có dữ liệu đến .* \(3 báo cáo\)/u),
      });
      expect(files()).toEqual([]);

      const next = await startBot(env);
      expect(receiptsIn(join(data, 'bot.sqlite'))).toBe(3);
      const health = (await next.healthz()).body as {
        restored?: { upTo: string | null };
        replica?: { lagSeconds: number };
      };
      expect(health.restored?.upTo).toMatch(/^2026-11-10T09:0/);
      expect(health.replica).toMatchObject({ lagSeconds: expect.any(Number) });
      expect((await people[0]?.say('/lichsu'))?.text).toContain('tháng 11/2026');

      // Ended on its own, it is started again; at a stop it goes too.
      const [again] = litestreamOf(next);
      process.kill(again ?? 0, 'SIGKILL');
      await vi.waitFor(() => expect(litestreamOf(next).filter((pid) => pid !== again)).toHaveLength(1), 20_000);
      const [last] = litestreamOf(next);
      expect((await next.stop()).code).toBe(0);
      expect(() => process.kill(last ?? 0, 0)).toThrow();

      // By hand, over what is there: the old file is kept.
      const recovered = await runScript('recover', [], env);
      expect(recovered).toMatchObject({ code: 0 });
      expect(recovered.stdout).toMatch(/Đã khôi phục file:.*\n.*dữ liệu đến .*\n.*Dữ liệu cũ được giữ ở /u);
      expect(receiptsIn(join(data, 'bot.sqlite'))).toBe(3);

      // Over what is newer than the copy: only when that is meant.
      const newer = new Database(join(data, 'bot.sqlite'));
      newer.exec('UPDATE submission SET received_at = received_at + 3600000');
      newer.close();
      expect(await runScript('recover', [], env)).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/^CHƯA LÀM GÌ: dữ liệu ở máy này MỚI HƠN .*npm run recover -- --yes\n$/u),
      });
      expect(await runScript('recover', ['--yes'], env)).toMatchObject({ code: 0 });
    } finally {
      await fake.close();
    }
  });

  it('tells a bot that comes back with its older disk that it is out of date, and that bot says nothing', async () => {
    const fake = await startFakeTelegram({ token: TOKEN });
    const machine = (name: string) => {
      const data = join(folder.path, name);
      mkdirSync(data);
      return rehearsalOver(fake.url, data, {
        REHEARSAL_START: '2026-11-10T09:00',
        DATABASE_PATH: join(data, 'bot.sqlite'),
        REPLICA_URL: pathToFileURL(join(folder.path, 'shared')).href,
      });
    };
    const [here, there] = [machine('here'), machine('there')];
    const isCopied = () =>
      vi.waitFor(async () => expect((await runScript('drill', ['--json'], there)).code).toBe(0), {
        timeout: 30_000,
        interval: 500,
      });
    try {
      // It comes back as long as nobody has gone on elsewhere, after a kill as well.
      const bot = await startBot(here);
      await isCopied();
      const [litestream] = litestreamOf(bot);
      await bot.kill();
      process.kill(litestream ?? 0, 'SIGKILL');
      expect((await (await startBot(here)).stop()).code).toBe(0);

      // The other machine goes on, long enough for its copy to begin.
      const copies = (): number => readdirSync(join(folder.path, 'shared', 'generations')).length;
      const before = copies();
      const other = await startBot(there);
      await vi.waitFor(() => expect(copies()).toBe(before + 1), 30_000);
      expect((await other.stop()).code).toBe(0);
      const calls = fake.calls.length;
      expect(await runBot(here)).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^Dữ liệu ở máy này đã cũ: .*ở đây: 0, .*: 1\).*npm run recover\n$/u),
      });
      expect(fake.calls.length).toBe(calls);
      expect((await (await startBot(there)).stop()).code).toBe(0);

      // An old copy on the machine that was left behind would outbid the one that went on: only when that is meant.
      const old = join(folder.path, 'old.sqlite');
      expect(await runScript('backup', [old], here)).toMatchObject({ code: 0 });
      const drilled = async () => (await runScript('drill', ['--json'], there)).stdout;
      const went = await startBot(there);
      const seen = JSON.parse(await drilled()).upTo;
      await went.moveClock('2026-11-10T09:10');
      expect(await runScript('invite', ['--role', 'admin'], there)).toMatchObject({ code: 0 });
      await vi.waitFor(async () => expect(JSON.parse(await drilled()).upTo).not.toBe(seen), 30_000);
      expect((await went.stop()).code).toBe(0);
      expect(await runScript('restore', [old], here)).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/^CHƯA LÀM GÌ: bản sao liên tục ở file:\S+ .*npm run recover\..* --yes\n$/u),
      });

      // And back again.
      expect(await runScript('recover', [], here)).toMatchObject({ code: 0 });
      const known = copies();
      const again = await startBot(here);
      await vi.waitFor(() => expect(copies()).toBe(known + 1), 30_000);
      expect((await again.stop()).code).toBe(0);
      expect(await runBot(there)).toMatchObject({ code: 1, stderr: expect.stringMatching(/ở đây: 1, .*: 2\)/u) });
    } finally {
      await fake.close();
    }
  });

  it('that is set wrong, or has nothing in it, is said in one sentence', async () => {
    const data = join(folder.path, 'wrong');
    mkdirSync(data);
    const env = {
      TELEGRAM_BOT_TOKEN: TOKEN,
      DATABASE_PATH: join(data, 'bot.sqlite'),
      BACKUP_DIR: join(data, 'backup'),
    };
    const wrong = await runBot({ ...env, REPLICA_URL: 'ftp://x/y' });
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringMatching(/REPLICA_URL: phải là file:\/\//u) });
    const empty = { ...env, REPLICA_URL: pathToFileURL(join(data, 'none')).href };
    expect(await runBot(empty)).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Không có dữ liệu ở /u) });
    expect(await runScript('recover', [], empty)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Không có bản sao nào ở file:/u),
    });
    expect(await runScript('drill', [], env)).toMatchObject({ code: 1, stderr: expect.stringMatching(/REPLICA_URL/u) });
    expect(existsSync(env.DATABASE_PATH)).toBe(false);
  });
});
