import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { runScript } from '../support/bot-process.ts';
import { buildShim, isSound, shimEnv, whatIsSynced } from './synced-state.ts';

const shim = buildShim();

describe.skipIf(shim === null)('what a power loss leaves', () => {
  let folder = '';
  let data = '';
  let env: Record<string, string> = {};

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'power-'));
    data = join(folder, 'data');
    mkdirSync(data);
    env = { ...shimEnv(shim ?? '', data, join(folder, 'shadow')), DATABASE_PATH: join(data, 'bot.sqlite') };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const left = () => whatIsSynced(join(folder, 'shadow'), data);
  const run = (script: string): void => {
    const code = `const fs = require('node:fs'); process.chdir(${JSON.stringify(data)});
      const sync = (path) => { const file = fs.openSync(path, 'r'); fs.fsyncSync(file); fs.closeSync(file); }; ${script}`;
    expect(spawnSync(process.execPath, ['-e', code], { env, encoding: 'utf8' }).stderr).toBe('');
  };

  it('is the bytes of a synced file under the names of a synced folder', () => {
    run(`fs.writeFileSync('a', 'one'); sync('a');`);
    expect(left().size).toBe(0);
    run(`sync('a'); sync('.'); fs.appendFileSync('a', ' two'); fs.writeFileSync('b', 'x'); fs.renameSync('a', 'c');`);
    expect([...left()].map(([name, bytes]) => [name, String(bytes)])).toEqual([['a', 'one']]);
    run(`sync('c'); sync('.')`);
    expect([...left()].map(([name, bytes]) => [name, String(bytes)])).toEqual([
      ['b', ''],
      ['c', 'one two'],
    ]);
  });

  it('is a finished backup, and a finished restore', async () => {
    openStore(join(data, 'bot.sqlite')).close();
    const backup = await runScript('backup', [join(data, 'copy.sqlite')], env);
    expect(backup.code, backup.stderr).toBe(0);
    expect(isSound(left(), 'copy.sqlite'), 'the copy').toBe(true);
    const restore = await runScript('restore', [join(data, 'copy.sqlite')], env);
    expect(restore.code, restore.stderr).toBe(0);
    expect(isSound(left(), 'bot.sqlite'), 'the database').toBe(true);
  });
});
