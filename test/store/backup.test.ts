import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { checkBackup, restoreBackup } from '../../src/store/backup.ts';
import { lockForOneBot, StoreError } from '../../src/store/database.ts';
import { openStore } from '../../src/store/store.ts';

function scene() {
  const dir = mkdtempSync(join(tmpdir(), 'backup-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const path = join(dir, 'bot.sqlite');
  const copy = join(dir, 'copy.sqlite');
  return { dir, path, copy };
}

/** A database with one fact in it, and a copy of it. */
async function copied() {
  const files = scene();
  const store = openStore(files.path);
  store.facts.set('says', 'before');
  await store.backup(files.copy);
  store.facts.set('says', 'after');
  store.close();
  return files;
}

function says(path: string): string | null {
  const store = openStore(path);
  const value = store.facts.get('says');
  store.close();
  return value;
}

function faultOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof StoreError ? error.fault : `no StoreError: ${error}`;
  }
  return 'none';
}

it('copies while the bot goes on, and brings the copy back with the old file kept beside it', async () => {
  const { path, copy } = await copied();
  checkBackup(copy);
  const kept = restoreBackup(copy, path, '2026-11-10');
  expect(says(path)).toBe('before');
  expect(kept).toBe(`${path}.before-2026-11-10`);
  expect(says(kept ?? '')).toBe('after');
});

it('restores where there was no database, and can be done twice', async () => {
  const { dir, copy } = await copied();
  const fresh = join(dir, 'new', 'bot.sqlite');
  expect(restoreBackup(copy, fresh, 'a')).toBeNull();
  expect(restoreBackup(copy, fresh, 'b')).toBe(`${fresh}.before-b`);
  expect(says(fresh)).toBe('before');
});

it('leaves nothing half-made behind', async () => {
  const { dir, path, copy } = await copied();
  restoreBackup(copy, path, 'x');
  expect(readdirSync(dir).filter((file) => file.includes('restoring'))).toEqual([]);
});

it('refuses a damaged copy before anything is touched', async () => {
  const { path, copy } = await copied();
  const bytes = readFileSync(copy);
  bytes.fill(0x5a, 4096, 8192);
  writeFileSync(copy, bytes);
  expect(faultOf(() => restoreBackup(copy, path, 'x'))).toBe('not-a-database');
  expect(says(path)).toBe('after');
});

it.each([
  ['a text', (copy: string) => writeFileSync(copy, 'no database '.repeat(500))],
  ['an empty file', (copy: string) => writeFileSync(copy, '')],
  ['half a copy', (copy: string) => writeFileSync(copy, readFileSync(copy).subarray(0, 9000))],
])('refuses %s', async (_, damage) => {
  const { path, copy } = await copied();
  damage(copy);
  expect(faultOf(() => restoreBackup(copy, path, 'x'))).toBe('not-a-database');
  expect(says(path)).toBe('after');
});

it('says that a file is not there', async () => {
  const { dir, path } = await copied();
  expect(faultOf(() => restoreBackup(join(dir, 'nowhere'), path, 'x'))).toBe('cannot-open');
});

it('is refused while a bot runs on the database', async () => {
  const { path, copy } = await copied();
  const unlock = lockForOneBot(path);
  expect(faultOf(() => restoreBackup(copy, path, 'x'))).toBe('in-use');
  unlock();
  expect(says(path)).toBe('after');
});

it('replaces a database that is damaged: that is what it is for', async () => {
  const { path, copy } = await copied();
  writeFileSync(path, 'the disk has eaten this '.repeat(400));
  const kept = restoreBackup(copy, path, 'x');
  expect(says(path)).toBe('before');
  expect(existsSync(kept ?? '')).toBe(true);
  expect(readFileSync(kept ?? '', 'utf8')).toMatch(/^the disk has eaten/u);
});

it('takes along what the old file had only in its log', async () => {
  const { path, copy } = await copied();
  const store = openStore(path);
  store.facts.set('says', 'last words');
  const files = [path, `${path}-wal`].map((file) => readFileSync(file));
  store.close();
  // As a killed process leaves it: the file, and a log that was never folded in.
  [path, `${path}-wal`].forEach((file, index) => {
    writeFileSync(file, files[index] ?? '');
  });
  const kept = restoreBackup(copy, path, 'x');
  expect(says(path)).toBe('before');
  expect(says(kept ?? '')).toBe('last words');
});
