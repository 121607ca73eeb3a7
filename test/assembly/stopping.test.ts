import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { startApp } from '../../src/assembly/app.ts';
import { PLATFORMS } from '../../src/assembly/platforms.ts';
import { readConfig } from '../../src/config.ts';
import { systemRandom } from '../../src/random.ts';
import { lockForOneBot } from '../../src/store/one-bot.ts';

it('a database that takes nothing more keeps no part of the bot from being stopped', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stopping-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'bot.sqlite');
  const errors: string[] = [];
  const log = {
    debug() {},
    info() {},
    warn() {},
    error: (_fields: object, message: string) => void errors.push(message),
  };
  const config = readConfig(
    { REHEARSAL_START: '2026-11-06T08:00', REHEARSAL_SPEED: '0', DATABASE_PATH: path, PORT: '0' },
    PLATFORMS,
  );
  const app = await startApp(config, { log, random: systemRandom, cards: PLATFORMS, isNew: false, onLost: () => {} });
  const other = new Database(path);
  other.exec('BEGIN IMMEDIATE');
  await app.stop();
  expect(errors).toContain('stopping a part failed');
  other.close();
  // The next start finds nobody in its way.
  lockForOneBot(path)();
  await expect(fetch(app.url)).rejects.toThrow();
});
