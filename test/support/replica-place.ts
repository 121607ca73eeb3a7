import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { findLitestream } from '../../src/replica/litestream.ts';

/** Where npm brought it or somebody installed it. */
export const hasLitestream = (() => {
  try {
    return findLitestream(process.env.PATH ?? '') !== '';
  } catch {
    return false;
  }
})();

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** A small database beside an empty place for its copy. */
export function place() {
  const folder = mkdtempSync(join(tmpdir(), 'replica-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const database = join(folder, 'a.sqlite');
  const db = new Database(database);
  db.pragma('journal_mode = WAL');
  db.exec('CREATE TABLE t (x TEXT)');
  const replica = {
    url: pathToFileURL(join(folder, 'copy')).href,
    ...{
      syncSeconds: 1,
      retentionHours: 1,
      s3Endpoint: null,
      keyFile: null,
      ageKey: null as string | null,
      holdsReceipts: false,
      programs: process.env.PATH ?? '',
    },
  };
  const parts = { program: findLitestream(replica.programs), database, replica, clock: systemClock, log: silent };
  const write = () => db.prepare('INSERT INTO t VALUES (?)').run('x'.repeat(2000));
  return { folder, db, write, parts };
}
