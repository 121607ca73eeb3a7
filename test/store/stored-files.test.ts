import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/store.ts';

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'src', 'store', 'migrations');

/** A database as it was before bytes had a table of their own. */
function databaseBefore(): { path: string; db: Database.Database } {
  const folder = mkdtempSync(join(tmpdir(), 'before-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'bot.sqlite');
  const db = new Database(path);
  db.pragma('foreign_keys = ON');
  const files = readdirSync(MIGRATIONS).sort();
  const until = files.findIndex((file) => file.endsWith('-stored-files.sql'));
  for (const file of files.slice(0, until)) db.exec(readFileSync(join(MIGRATIONS, file), 'utf8'));
  db.pragma(`user_version = ${until}`);
  db.pragma(`application_id = ${0x42433537}`);
  return { path, db };
}

it('attachments of an earlier release keep their ids, names and bytes, and equal bytes are kept once', () => {
  const { path, db } = databaseBefore();
  db.exec("INSERT INTO chat (id, channel, bot, address, kind, state_at) VALUES (1, 'zalo', '1', 'a', 'private', 0)");
  const insert = db.prepare(
    `INSERT INTO attachment (id, chat, name, media_type, size, sha256, received_at, bytes) VALUES (?, 1, ?, 'image/png', ?, ?, ?, ?)`,
  );
  const add = (id: number, name: string, sum: string, bytes: string) =>
    insert.run(id, name, bytes.length, sum, id * 1000, Buffer.from(bytes));
  add(3, 'a.png', 'sum-a', 'aaaa');
  add(7, 'b.png', 'sum-b', 'bbbbbb');
  add(9, 'lại a.png', 'sum-a', 'aaaa');
  db.close();

  const store = openStore(path);
  onTestFinished(() => store.close());
  const found = [3, 7, 9].map((id) => store.attachments.find(id));
  expect(found.map((one) => [one?.name, one?.size, one?.sha256])).toEqual([
    ['a.png', 4, 'sum-a'],
    ['b.png', 6, 'sum-b'],
    ['lại a.png', 4, 'sum-a'],
  ]);
  expect(found.map((one) => store.storedFiles.bytes(one?.file ?? 0)?.toString())).toEqual(['aaaa', 'bbbbbb', 'aaaa']);
  expect(found[2]?.file).toBe(found[0]?.file);
  expect(store.attachments.dropLooseBefore(8000)).toBe(2);
  expect(store.storedFiles.dropUnused()).toBe(1);
  expect(store.attachments.find(9)?.name).toBe('lại a.png');
});
