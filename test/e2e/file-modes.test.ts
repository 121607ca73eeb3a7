import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeFolder, runScript, startBot } from '../support/bot-process.ts';

const folder = makeFolder();
afterAll(() => folder.remove());

/** Files and folders below `path` that others may read, write or enter. */
function openToOthers(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(
    (name) => (statSync(join(path, name)).mode & 0o077) !== 0,
  );
}

it('what the bot and its commands write is for their owner alone, whatever the umask they were started with', async () => {
  const before = process.umask(0o000);
  try {
    const env = { DATABASE_PATH: join(folder.path, 'bot.sqlite'), REHEARSAL_SPEED: '0' };
    const bot = await startBot(env);
    const backup = await runScript('backup', [join(folder.path, 'copies', 'one.sqlite')], env);
    expect(backup).toMatchObject({ code: 0 });
    expect(readdirSync(folder.path)).toContain('bot.sqlite-wal');
    expect(openToOthers(folder.path)).toEqual([]);
    await bot.stop();
  } finally {
    process.umask(before);
  }
});

it('a database that an earlier release left open to all is closed when it is opened', async () => {
  const env = { DATABASE_PATH: join(folder.path, 'older', 'bot.sqlite') };
  expect(await runScript('plan-apply', [], env)).toMatchObject({ code: 0 });
  chmodSync(env.DATABASE_PATH, 0o644);
  expect(await runScript('audit-check', [], env)).toMatchObject({ code: 0 });
  expect(statSync(env.DATABASE_PATH).mode & 0o777).toBe(0o600);
});
