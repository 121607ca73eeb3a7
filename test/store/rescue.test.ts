import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';

const NOW = Date.UTC(2026, 10, 17, 3);
const LARGE = 8_000_000;

/** A database whose pages are too many for the memory of its reader, all of them in the file, but for the last word in the log. */
function scene(): { path: string; store: Store; names(): string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'rescue-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'bot.sqlite');
  const first = openStore(path);
  first.facts.set('large', 'x'.repeat(LARGE));
  first.close();
  const store = openStore(path);
  onTestFinished(() => store.close());
  store.facts.set('says', 'last word');
  return { path, store, names: () => readdirSync(folder).sort() };
}

const saying = (path: string): unknown => {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare("SELECT value FROM fact WHERE name = 'says'").pluck().get();
  } finally {
    db.close();
  }
};

it('a log that was taken away: everything stands in its place again, and no other log beside it', async () => {
  const { path, store, names } = scene();
  expect(store.misplaced()).toBeNull();
  rmSync(`${path}-wal`);
  expect(store.misplaced()).toBe('log-gone');
  expect(() => store.transact(() => {})).toThrow('log-gone');
  writeFileSync(`${path}-wal`, 'of somebody else');
  expect(store.misplaced()).toBe('log-gone');
  expect(await store.rescue('log-gone', NOW)).toEqual({
    outcome: 'in-place',
    file: `${path}.before-2026-11-17T030000`,
  });
  expect(names()).toEqual([
    'bot.sqlite',
    'bot.sqlite.before-2026-11-17T030000',
    'bot.sqlite.before-2026-11-17T030000-wal',
  ]);
  expect(saying(path)).toBe('last word');
});

it('a log that is emptied is the same log', () => {
  const { store } = scene();
  expect(store.settleLog()).toBe(true);
  expect(store.misplaced()).toBeNull();
});

it('a file that was cut: what cannot be read whole any more is set aside, and the path leads to nothing', async () => {
  const { path, store, names } = scene();
  store.settleLog();
  truncateSync(path, 0);
  expect(store.misplaced()).toBe('file-cut');
  expect(await store.rescue('file-cut', NOW)).toMatchObject({ outcome: 'set-aside' });
  expect(existsSync(path)).toBe(false);
  expect(names().filter((name) => !name.includes('.damaged-'))).toEqual([]);
});

it('a file that was overwritten is noticed where it is met, and nothing is written any more', async () => {
  const { path, store } = scene();
  store.settleLog();
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(LARGE, 0x5a), 0, LARGE, 0);
  closeSync(file);
  expect(() => store.transact(() => store.facts.get('large'))).toThrow();
  expect(store.misplaced()).toBe('file-damaged');
  expect(() => store.transact(() => {})).toThrow('file-damaged');
  expect(await store.rescue('file-damaged', NOW)).toMatchObject({ outcome: 'set-aside' });
});
