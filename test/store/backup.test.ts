import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { BackupError, checkBackup, newestBackup, newestIn } from '../../src/store/backup.ts';
import { StoreError } from '../../src/store/database.ts';
import { lockForOneBot } from '../../src/store/one-bot.ts';
import { restoreBackup } from '../../src/store/restore.ts';
import { openStore } from '../../src/store/store.ts';

const COPIED_AT = 1_794_000_000_000;
const PLAN = { code: 'KH-1', units: ['HBG', 'HCG'] };

function restore(from: string, to: string, stamp: string): string | null {
  return restoreBackup({ from, to, stamp, now: COPIED_AT + 1000, plan: null }).kept;
}

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
  await store.backup(files.copy, COPIED_AT);
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
    return error instanceof StoreError || error instanceof BackupError ? error.fault : `no fault of ours: ${error}`;
  }
  return 'none';
}

/** Writes with foreign keys off, as a program that is not the bot would. */
function change(path: string, sql: string): void {
  const db = new Database(path);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
}

function makeForeign(path: string): void {
  rmSync(path);
  change(path, 'CREATE TABLE submission (id INTEGER PRIMARY KEY); PRAGMA user_version = 3');
}

it('copies while the bot goes on, and brings the copy back with the old file kept beside it', async () => {
  const { path, copy } = await copied();
  checkBackup(copy);
  const kept = restore(copy, path, '2026-11-10');
  expect(says(path)).toBe('before');
  expect(kept).toBe(`${path}.before-2026-11-10`);
  expect(says(kept ?? '')).toBe('after');
});

it('restores where there was no database, and can be done twice', async () => {
  const { dir, copy } = await copied();
  const fresh = join(dir, 'new', 'bot.sqlite');
  expect(restore(copy, fresh, 'a')).toBeNull();
  expect(restore(copy, fresh, 'b')).toBe(`${fresh}.before-b`);
  expect(says(fresh)).toBe('before');
});

it('leaves nothing half-made behind', async () => {
  const { dir, path, copy } = await copied();
  restore(copy, path, 'x');
  expect(readdirSync(dir).filter((file) => file.includes('restoring'))).toEqual([]);
});

it('refuses a damaged copy before anything is touched', async () => {
  const { path, copy } = await copied();
  const bytes = readFileSync(copy);
  bytes.fill(0x5a, 4096, 8192);
  writeFileSync(copy, bytes);
  expect(faultOf(() => restore(copy, path, 'x'))).toBe('damaged');
  expect(says(path)).toBe('after');
});

it.each([
  ['a text', 'foreign', (copy: string) => writeFileSync(copy, 'no database '.repeat(500))],
  ['an empty file', 'foreign', (copy: string) => writeFileSync(copy, '')],
  ['half a copy', 'damaged', (copy: string) => writeFileSync(copy, readFileSync(copy).subarray(0, 9000))],
  ['somebody else’s database with a table of the same name', 'foreign', makeForeign],
  ['a database with our mark taken off', 'foreign', (copy: string) => change(copy, 'PRAGMA application_id = 1')],
  ['a copy of a newer release', 'newer', (copy: string) => change(copy, 'PRAGMA user_version = 9999')],
  [
    'rows that lead nowhere',
    'torn',
    (copy: string) =>
      change(copy, "INSERT INTO membership (person, role, unit, since) VALUES (99, 'liaison', 'HBG', 1)"),
  ],
  ['a copy without a table', 'lacking', (copy: string) => change(copy, 'DROP TABLE reminder')],
  ['a copy without the table of reports', 'lacking', (copy: string) => change(copy, 'DROP TABLE submission')],
  ['a copy without an index', 'lacking', (copy: string) => change(copy, 'DROP INDEX task_by_round')],
  ['a copy without a column', 'lacking', (copy: string) => change(copy, 'ALTER TABLE task DROP COLUMN state_reason')],
])('refuses %s as %s', async (_, fault, damage) => {
  const { dir, path, copy } = await copied();
  damage(copy);
  const before = readdirSync(dir);
  expect(faultOf(() => restore(copy, path, 'x'))).toBe(fault);
  expect(readdirSync(dir)).toEqual(before);
  expect(says(path)).toBe('after');
});

it('says that a file is not there', async () => {
  const { dir, path } = await copied();
  expect(faultOf(() => restore(join(dir, 'nowhere'), path, 'x'))).toBe('missing');
});

it('is refused while a bot runs on the database', async () => {
  const { path, copy } = await copied();
  const unlock = lockForOneBot(path);
  expect(faultOf(() => restore(copy, path, 'x'))).toBe('in-use');
  unlock();
  expect(says(path)).toBe('after');
});

it('replaces a database that is damaged: that is what it is for', async () => {
  const { path, copy } = await copied();
  writeFileSync(path, 'the disk has eaten this '.repeat(400));
  const kept = restore(copy, path, 'x');
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
  const kept = restore(copy, path, 'x');
  expect(says(path)).toBe('before');
  expect(says(kept ?? '')).toBe('last words');
});

it('is refused while a command works on the database, lock or no lock', async () => {
  const { path, copy } = await copied();
  const store = openStore(path);
  expect(faultOf(() => restore(copy, path, 'x'))).toBe('in-use');
  store.close();
  expect(says(path)).toBe('after');
});

it('knows when it was restored and until which moment, and tells of units that the plan has otherwise', async () => {
  const { path, copy } = await copied();
  const plan = `INSERT INTO rule_book (applied_at, digest, format, content) VALUES (1, 'd', 4, '{"document":{"code":"KH-1"}}')`;
  change(copy, `${plan}; INSERT INTO unit (code) VALUES ('HBG'), ('OLD')`);
  const order = { from: copy, to: path, stamp: 'x', now: COPIED_AT + 1000 };
  expect(faultOf(() => restoreBackup({ ...order, plan: { ...PLAN, code: 'KH-2' } }))).toBe('other-plan');
  expect(faultOf(() => restoreBackup({ ...order, plan: { ...PLAN, units: ['XYZ'] } }))).toBe('other-units');
  expect(says(path)).toBe('after');
  expect(restoreBackup({ ...order, plan: PLAN })).toMatchObject({ upTo: COPIED_AT, differing: ['OLD', 'HCG'] });
  const store = openStore(path);
  const moments = ['restored_at', 'restored_up_to', 'backed_up_at'].map((name) => Number(store.facts.get(name)));
  expect(moments).toEqual([COPIED_AT + 1000, COPIED_AT, COPIED_AT]);
  store.close();
});

it('never puts the file it replaces over one that an earlier restore kept', async () => {
  const { path, copy } = await copied();
  const first = restore(copy, path, 'x') ?? '';
  expect(restore(copy, path, 'x')).not.toBe(first);
  expect(says(first)).toBe('after');
});

it('goes through a symbolic link: the link stays, the file behind it is replaced', async () => {
  const { dir, path, copy } = await copied();
  const link = join(dir, 'link.sqlite');
  symlinkSync(path, link);
  expect(restore(copy, link, 'x')).toBe(`${path}.before-x`);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(says(path)).toBe('before');
});

it('restored again before anybody has looked, it is still without what the first restore lost; after that without the last stretch alone', async () => {
  const { dir, path, copy } = await copied();
  const restoredAt = (now: number) => restoreBackup({ from: copy, to: path, stamp: String(now), now, plan: null });
  const again = join(dir, 'again.sqlite');
  const copyAgain = async (at: number, isSeen: boolean) => {
    const store = openStore(path);
    if (isSeen) store.facts.set('restored_seen', store.facts.get('restored_at') ?? '');
    await store.backup(again, at);
    store.close();
    restoreBackup({ from: again, to: path, stamp: `again-${at}`, now: at + 1000, plan: null });
    const restored = openStore(path);
    const lostFrom = Number(restored.facts.get('lost_from'));
    restored.close();
    return lostFrom;
  };
  restoredAt(COPIED_AT + 1000);
  expect(await copyAgain(COPIED_AT + 60_000, false)).toBe(COPIED_AT);
  expect(await copyAgain(COPIED_AT + 120_000, true)).toBe(COPIED_AT + 120_000);
});

it('every restore raises the term, above the copy’s, the old file’s and what is known elsewhere', async () => {
  const { path, copy } = await copied();
  const term = () => newestIn(path).term;
  expect(term()).toBe(0);
  restore(copy, path, 'a');
  expect(term()).toBe(1);
  // The copy knows of none.
  restore(copy, path, 'b');
  expect(term()).toBe(2);
  restoreBackup({ from: copy, to: path, stamp: 'c', now: COPIED_AT + 1000, plan: null, term: 7 });
  expect(term()).toBe(8);
  writeFileSync(path, 'torn to pieces');
  restore(copy, path, 'd');
  expect(term()).toBe(1);
});

it('the newest copy of a folder is known by its name; an empty folder, or none, has none', () => {
  const { dir } = scene();
  expect(newestBackup(dir)).toBeNull();
  expect(newestBackup(join(dir, 'not-there'))).toBeNull();
  for (const day of ['2026-11-09', '2026-11-10', '2026-10-31']) writeFileSync(join(dir, `bot-${day}.sqlite`), '');
  writeFileSync(join(dir, 'bot-2026-12-01.sqlite.part'), '');
  expect(newestBackup(dir)).toBe(join(dir, 'bot-2026-11-10.sqlite'));
});
