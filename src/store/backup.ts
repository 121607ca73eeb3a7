import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { lockForOneBot, StoreError } from './database.ts';

/** Makes a fresh copy one single file, without a log beside it: that is what gets carried off to another disk. */
export function sealCopy(path: string): void {
  const db = new Database(path);
  try {
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}

/** Reads a copy from end to end. Throws StoreError `not-a-database` when it is not a sound database of this bot. */
export function checkBackup(path: string): void {
  if (!existsSync(path)) throw new StoreError('cannot-open', path);
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { readonly: true });
    const verdict = db.pragma('integrity_check', { simple: true });
    const isOurs = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'submission'").get() !== undefined;
    if (verdict !== 'ok' || !isOurs) throw new StoreError('not-a-database', path);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError('not-a-database', path, error);
  } finally {
    db?.close();
  }
}

/**
 * Puts a checked copy in the database's place; the one that was there is kept beside it.
 * Refused with `in-use` while a bot runs on it. Returns where the old one went, or null when there was none.
 */
export function restoreBackup(from: string, to: string, stamp: string): string | null {
  checkBackup(from);
  const unlock = lockForOneBot(to);
  try {
    const fresh = `${to}.restoring`;
    copyFileSync(from, fresh);
    checkBackup(fresh);
    const kept = existsSync(to) ? `${to}.before-${stamp}` : null;
    if (kept !== null) {
      // What is still in the log belongs to the old file: put it there before it is set aside.
      settleLog(to);
      renameSync(to, kept);
      if (existsSync(`${to}-wal`)) renameSync(`${to}-wal`, `${kept}-wal`);
    }
    rmSync(`${to}-wal`, { force: true });
    rmSync(`${to}-shm`, { force: true });
    renameSync(fresh, to);
    return kept;
  } finally {
    unlock();
  }
}

/** A damaged file keeps its log beside it: it is often damage that a restore is for. */
function settleLog(path: string): void {
  let db: Database.Database | null = null;
  try {
    db = new Database(path);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // Set aside as it is.
  } finally {
    db?.close();
  }
}
