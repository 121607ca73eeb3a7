import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Ended, Env } from '../support/bot-process.ts';
import { makeFolder, rehearsalOver, runBot, runScript, startBot, TOKEN } from '../support/bot-process.ts';
import { startFakeTelegram } from '../support/fake-telegram.ts';
import { FROZEN_PLAN_DIR } from '../support/frozen-plan.ts';
import { joinByShell } from '../support/telegram-person.ts';

const DIE_AT = join(import.meta.dirname, '..', 'support', 'die-at.ts');

const folder = makeFolder();
afterAll(() => folder.remove());
let place = 0;

function fresh(): string {
  const path = join(folder.path, `case-${++place}`);
  mkdirSync(path);
  return path;
}

/** One sentence for the operator on standard error, exit 1, nothing of the inside. */
function expectRefusal({ code, stdout, stderr }: Ended, sentence: RegExp): void {
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(sentence);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
}

function read(path: string, sql: string): unknown {
  const database = new Database(path, { readonly: true });
  try {
    return database.prepare(sql).pluck().get();
  } finally {
    database.close();
  }
}

describe('no database', () => {
  it('is no new life where a token is set, unless the operator says so', async () => {
    const fake = await startFakeTelegram({ token: TOKEN });
    const data = fresh();
    const env = {
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: fake.url,
      DATABASE_PATH: join(data, 'bot.sqlite'),
      BACKUP_DIR: join(data, 'backup'),
    };
    try {
      expectRefusal(await runBot(env), /^Không có dữ liệu ở .*bot\.sqlite .*npm run restore.*npm start -- --new$/mu);
      for (const [script, ...words] of [['invite', '--role', 'admin'], ['plan-apply']] as const) {
        expectRefusal(await runScript(script, words, env), /^Không có dữ liệu ở .*npm start -- --new$/mu);
      }
      expect(readdirSync(data)).toEqual([]);
      expect(fake.sent).toEqual([]);
      // Nor does a file count that holds no plan: here a command that knew no token made it.
      expect(await runScript('people', ['list'], { DATABASE_PATH: env.DATABASE_PATH })).toMatchObject({ code: 0 });
      expectRefusal(await runBot(env), /^Không có dữ liệu ở /mu);
      expectRefusal(await runScript('plan-apply', [], env), /^Không có dữ liệu ở /mu);

      const first = await startBot(env, data, ['--new']);
      expect(await runScript('invite', ['--role', 'admin'], env)).toMatchObject({ code: 0 });
      expect(await runScript('backup', [join(env.BACKUP_DIR, 'bot-2099-01-01.sqlite')], env)).toMatchObject({
        code: 0,
      });
      await first.stop();
      expect((await (await startBot(env)).stop()).code).toBe(0);
      // The same flag on a database that is there changes nothing.
      const again = await startBot(env, data, ['--new']);
      await again.stop();
      expect(read(env.DATABASE_PATH, 'SELECT count(*) FROM invitation')).toBe(1);
      expect(again.stdout()).toMatch(/^Đã có dữ liệu ở .*, nên --new không có tác dụng/mu);

      for (const file of readdirSync(data).filter((name) => name.startsWith('bot.sqlite'))) rmSync(join(data, file));
      expectRefusal(await runBot(env), /npm run restore -- \S+\/backup\/bot-2099-01-01\.sqlite; /u);
      writeFileSync(env.DATABASE_PATH, '');
      expectRefusal(await runBot(env), /^Không có dữ liệu ở /u);
    } finally {
      await fake.close();
    }
  });
});

describe('the one bot', () => {
  it.each([
    [
      'a symbolic link to the file',
      (path: string, other: string) => symlinkSync(path, other),
      /^Một bot khác đang chạy/u,
    ],
    [
      'a hard link',
      (path: string, other: string) => linkSync(path, other),
      /^Tệp dữ liệu .* còn tên khác \(liên kết cứng\)/u,
    ],
    [
      'a removed lock file',
      (path: string, other: string) => {
        rmSync(`${path}.lock`);
        symlinkSync(path, other);
      },
      /^Một bot khác đang chạy/u,
    ],
  ])('is one through %s, and kill -9 leaves nothing in the way', async (_name, make, sentence) => {
    const data = fresh();
    const env = { DATABASE_PATH: join(data, 'bot.sqlite'), REHEARSAL_SPEED: '0' };
    const other = join(data, 'other.sqlite');
    const first = await startBot(env);
    try {
      make(env.DATABASE_PATH, other);
      expectRefusal(await runBot({ ...env, DATABASE_PATH: other }), sentence);
      expect((await first.healthz()).status).toBe(200);
    } finally {
      await first.kill();
    }
    rmSync(other);
    expect((await (await startBot(env)).stop()).code).toBe(0);
  });

  it('is one through a folder that is a link, and a copy of its file is another database', async () => {
    const data = fresh();
    const env = { DATABASE_PATH: join(data, 'bot.sqlite'), REHEARSAL_SPEED: '0' };
    symlinkSync(data, `${data}-link`);
    const first = await startBot(env);
    try {
      expectRefusal(await runBot({ ...env, DATABASE_PATH: join(`${data}-link`, 'bot.sqlite') }), /^Một bot khác/u);
      const copy = join(fresh(), 'copy.sqlite');
      expect(await runScript('backup', [copy], env)).toMatchObject({ code: 0 });
      expect((await (await startBot({ ...env, DATABASE_PATH: copy })).stop()).code).toBe(0);
    } finally {
      await first.kill();
    }
  });
});

describe('a database file that is taken away from a running bot', () => {
  it.each([
    ['deleted', 'file-gone', (path: string) => rmSync(path), /đã bị xoá hoặc chuyển đi/u],
    ['moved away', 'file-gone', (path: string) => renameSync(path, `${path}-elsewhere`), /đã bị xoá hoặc chuyển đi/u],
    [
      'replaced',
      'file-replaced',
      (path: string) => {
        cpSync(path, `${path}-copy`);
        renameSync(`${path}-copy`, path);
      },
      /đã bị thay bằng tệp khác/u,
    ],
    ['without its log', 'log-gone', (path: string) => rmSync(`${path}-wal`), /-wal .* đã bị xoá .* npm start$/u],
    [
      'with another log',
      'log-gone',
      (path: string) => {
        cpSync(`${path}-wal`, `${path}-copy`);
        renameSync(`${path}-copy`, `${path}-wal`);
      },
      /-wal .* bị thay .* npm start$/u,
    ],
  ])('%s: nothing more is taken, everything is rescued, the process ends', async (_name, fault, take, words) => {
    const fake = await startFakeTelegram({ token: TOKEN });
    const env = rehearsalOver(fake.url, fresh());
    const path = env.DATABASE_PATH ?? '';
    const bot = await startBot(env);
    try {
      const person = await joinByShell({ fake, env }, 'liaison', 'HBG');
      await person.say('/nop t11 hoi_nghi=1 nguoi_du=50 ket_qua=Một hội nghị');
      await person.press('Gửi báo cáo');
      take(path);
      fake.say(person.chat, '/lichsu', { name: 'An' });
      const ended = await bot.ended;
      expect({ code: ended.code, signal: ended.signal }).toEqual({ code: 1, signal: null });
      expect(fake.pending()).toBe(1);
      const sentence = ended.stderr.trimEnd().split('\n').at(-1) ?? '';
      expect(sentence).toMatch(words);
      expect(ended.stderr).toMatch(new RegExp(`"fault":"${fault}".*database file is not in its place`, 'u'));
      const rescued = /npm run restore -- (\S+)$/u.exec(sentence)?.[1];
      expect(read(rescued ?? path, 'SELECT count(*) FROM submission')).toBe(1);

      if (rescued !== undefined) expect(await runScript('restore', [rescued], env)).toMatchObject({ code: 0 });
      const next = await startBot(env);
      await vi.waitFor(
        () =>
          expect(
            person
              .unseen()
              .map(({ text }) => text)
              .join(),
          ).toMatch(/Bản thứ 1|t11|11\/2026/u),
        120_000,
      );
      expect((await next.stop()).code).toBe(0);
    } finally {
      await bot.kill();
      await fake.close();
    }
  });

  it('cut: it ends, the next start does not go on from what is left of it', async () => {
    const env = { DATABASE_PATH: join(fresh(), 'bot.sqlite'), REHEARSAL_SPEED: '0' };
    const bot = await startBot(env);
    const other = new Database(env.DATABASE_PATH);
    other.pragma('wal_checkpoint(PASSIVE)');
    other.close();
    truncateSync(env.DATABASE_PATH, 0);
    const { code, stderr } = await bot.ended;
    const sentence = stderr.trimEnd().split('\n').at(-1) ?? '';
    expect([code, sentence]).toEqual([1, expect.stringMatching(/đã bị cắt ngắn .* Muốn dùng tiếp: npm /u)]);
    if (existsSync(env.DATABASE_PATH)) expect(read(env.DATABASE_PATH, 'PRAGMA integrity_check')).toBe('ok');
  });

  it('is told by /healthz from the first look on', async () => {
    const env = { DATABASE_PATH: join(fresh(), 'bot.sqlite'), REHEARSAL_SPEED: '0' };
    const bot = await startBot(env);
    rmSync(env.DATABASE_PATH);
    const { status, body } = await bot.healthz();
    expect([status, body.why?.join()]).toEqual([503, 'database: file-gone']);
    expect((await bot.ended).code).toBe(1);
  });
});

describe('a restore', () => {
  /** A database that says `after`, and a copy of it that says `before`. */
  async function scene(): Promise<{ env: Env & { DATABASE_PATH: string }; path: string; copy: string }> {
    const data = fresh();
    const env = { DATABASE_PATH: join(data, 'bot.sqlite'), REHEARSAL_SPEED: '0' };
    const copy = join(data, 'copy.sqlite');
    expect(await runScript('plan-apply', [], env)).toMatchObject({ code: 0 });
    say(env.DATABASE_PATH, 'before');
    expect(await runScript('backup', [copy], env)).toMatchObject({ code: 0 });
    say(env.DATABASE_PATH, 'after');
    return { env, path: env.DATABASE_PATH, copy };
  }

  function say(path: string, value: string): void {
    const database = new Database(path);
    database.prepare("INSERT INTO fact VALUES ('says', ?) ON CONFLICT DO UPDATE SET value = excluded.value").run(value);
    database.close();
  }

  const saying = (path: string): unknown => read(path, "SELECT value FROM fact WHERE name = 'says'");

  it('that dies at any point leaves the old or the new, never none, and the next one goes through', async () => {
    const { env, path, copy } = await scene();
    const seen: unknown[] = [];
    for (let at = 1; ; at += 1) {
      say(path, 'after');
      const dying = { ...env, DIE_AT: String(at), NODE_OPTIONS: `--import=${DIE_AT}` };
      const { signal, code } = await runScript('restore', [copy], dying);
      const kept = readdirSync(join(path, '..')).filter((name) => /\.before-[\d-]+$/u.test(name));
      const found = saying(path);
      expect(['after', 'before']).toContain(found);
      if (found === 'before') expect(kept.map((name) => saying(join(path, '..', name)))).toContain('after');
      seen.push(found);
      if (signal === null) {
        expect([code, found]).toEqual([0, 'before']);
        break;
      }
      expect(signal).toBe('SIGKILL');
      for (const name of kept.filter(() => found === 'before')) rmSync(join(path, '..', name));
    }
    expect(seen.length).toBeGreaterThan(8);
    expect(new Set(seen)).toEqual(new Set(['after', 'before']));
    expect((await (await startBot(env)).stop()).code).toBe(0);
  });

  it('that died with both names on the old file does not keep the bot from starting', async () => {
    const { env, path } = await scene();
    linkSync(path, `${path}.before-2026-11-10-080000`);
    expect((await (await startBot(env)).stop()).code).toBe(0);
    expect(existsSync(`${path}.before-2026-11-10-080000`)).toBe(false);
    expect(saying(path)).toBe('after');
  });

  it.each([
    ['a foreign file', /không phải dữ liệu của bot này/u, 'DROP TABLE submission; PRAGMA application_id = 7'],
    ['a newer release', /phiên bản mới hơn/u, 'PRAGMA user_version = 9999'],
    ['torn rows', /khoá ngoại/u, "INSERT INTO membership (person, role, unit, since) VALUES (99, 'liaison', 'HBG', 1)"],
  ])('refuses %s in one sentence, before anything is touched', async (_name, words, sql) => {
    const { env, path, copy } = await scene();
    const database = new Database(copy);
    database.pragma('foreign_keys = OFF');
    database.exec(sql);
    database.close();
    const before = readdirSync(join(path, '..'));
    const ended = await runScript('restore', [copy], env);
    expectRefusal(ended, words);
    expect(ended.stderr).toMatch(/^Không dùng được bản sao lưu .*copy\.sqlite: .*Chưa có gì bị thay đổi\.$/mu);
    expect([readdirSync(join(path, '..')), saying(path)]).toEqual([before, 'after']);
  });

  it('over something newer only with --yes, in one sentence that says both moments', async () => {
    const { env, path, copy } = await scene();
    expect(await runScript('invite', ['--role', 'admin'], env)).toMatchObject({ code: 0 });
    const refused = await runScript('restore', [copy], env);
    expectRefusal(refused, /^CHƯA LÀM GÌ: dữ liệu ở máy này /u);
    expect(refused.stderr).toMatch(
      /\(ở đây đến .*, bản sẽ khôi phục đến .*\)\..* npm run restore -- \S+copy\.sqlite --yes$/mu,
    );
    expect(readdirSync(join(path, '..')).filter((name) => /before-|restoring/u.test(name))).toEqual([]);
    expect(saying(path)).toBe('after');
    expect(await runScript('restore', [copy, '--yes'], env)).toMatchObject({ code: 0, stderr: '' });
    expect(saying(path)).toBe('before');
    expectRefusal(await runScript('restore', [copy, 'more'], env), /^Cách dùng: npm run restore/u);
    expectRefusal(await runScript('restore', ['--yes'], env), /^Cách dùng: npm run restore/u);
  });

  it('refuses a copy of another plan, and tells of units that have changed since', async () => {
    const { env, path, copy } = await scene();
    const plan = join(path, '..', 'plan');
    cpSync(FROZEN_PLAN_DIR, plan, { recursive: true });
    const edit = (file: string, change: (text: string) => string): void =>
      writeFileSync(join(plan, file), change(readFileSync(join(plan, file), 'utf8')));
    const units = readFileSync(join(plan, 'units.csv'), 'utf8');
    edit('units.csv', (text) => text.replace(/^HBG,.*\n/mu, ''));
    const told = await runScript('restore', [copy], { ...env, PLAN_DIR: plan });
    expect(told).toMatchObject({ code: 0, stderr: '' });
    expect(told.stdout).toMatch(/khác kế hoạch ở PLAN_DIR \(HBG\)\. .*npm run plan:apply/u);
    expect(saying(path)).toBe('before');

    writeFileSync(join(plan, 'units.csv'), units);
    edit('plan.json', (text) => text.replace(/("code":\s*)"[^"]+"/u, '$1"khac57"'));
    expectRefusal(
      await runScript('restore', [copy], { ...env, PLAN_DIR: plan }),
      /thuộc kế hoạch .*, còn PLAN_DIR .* khac57/u,
    );
  });

  it('stands in /healthz and /metrics, as does the age of the last copy', async () => {
    const { env, copy } = await scene();
    expect(await runScript('restore', [copy], env)).toMatchObject({ code: 0 });
    const bot = await startBot(env);
    try {
      const { body } = await bot.healthz();
      expect(body.backup?.at).toMatch(/^20\d\d-/u);
      expect(body.restored).toEqual({ at: expect.stringMatching(/^20\d\d-/u), upTo: body.backup?.at });
      const metrics = await (await fetch(`${bot.url}metrics`)).text();
      expect(metrics).toMatch(/^bot_backup_age_seconds -?\d+$/mu);
      expect(metrics).toMatch(/^bot_restored_timestamp_seconds \d{10}$/mu);
      expect(metrics).toMatch(/^bot_restored_up_to_timestamp_seconds \d{10}$/mu);
    } finally {
      await bot.stop();
    }
  });
});
