import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import {
  type BackupContents,
  BackupError,
  checkBackup,
  LOST_FROM,
  newestIn,
  RESTORED_AT,
  RESTORED_SEEN,
  RESTORED_UP_TO,
  TERM,
} from './backup.ts';
import { StoreError, storeFaultOf } from './database.ts';
import { putInPlace, syncFile, syncFolder } from './durable.ts';
import { createFacts } from './facts.ts';
import { closeToOthers } from './file-mode.ts';
import { lockForOneBot } from './one-bot.ts';
import { realPathOf } from './place.ts';

export interface RestoreOrder {
  from: string;
  to: string;
  /** Part of the name under which the old file is kept. */
  stamp: string;
  now: number;
  /** The highest term that is known elsewhere: in the replica. */
  term?: number;
  /** The plan this bot runs on; null: it cannot be read. */
  plan: { code: string; units: readonly string[] } | null;
}

export interface Restored {
  /** Where the old file went; null when there was none. */
  kept: string | null;
  upTo: number | null;
  /** Units that stand in the copy or in the plan, not in both. */
  differing: readonly string[];
}

/**
 * Puts a checked copy in the database's place; the one that was there is kept beside it. Whenever it dies, the path leads to
 * the old file or to the new one. Throws BackupError before anything is touched, and StoreError `in-use` while a bot or a
 * command works on the database.
 */
export function restoreBackup({ from, to: asked, stamp, now, plan, term = 0 }: RestoreOrder): Restored {
  const contents = checkBackup(from);
  const differing = plan === null ? [] : comparePlans(contents, plan, from);
  const unlock = lockForOneBot(asked);
  const to = realPathOf(asked);
  const fresh = `${to}.restoring`;
  try {
    copyFrom(from, fresh);
    markRestored(fresh, { now, upTo: contents.upTo, term: Math.max(term, termOf(to)) });
    checkBackup(fresh);
    const kept = existsSync(to) ? `${to}.before-${stamp}` : null;
    if (kept !== null) keep(to, kept);
    // Never the new file beside the old one's log: SQLite would write that into it.
    for (const log of [`${to}-wal`, `${to}-shm`]) rmSync(log, { force: true });
    syncFolder(dirname(to));
    putInPlace(fresh, to);
    return { kept, upTo: contents.upTo, differing };
  } finally {
    // Where it came to nothing: a whole copy of everybody's words, which nothing would ever erase.
    dropFresh(fresh);
    unlock();
  }
}

/** Somebody else's plan, or one that knows none of these units, is refused; that a plan has changed since is only told. */
function comparePlans(copy: BackupContents, here: { code: string; units: readonly string[] }, path: string): string[] {
  if (copy.plan !== null && copy.plan !== here.code)
    throw new BackupError('other-plan', path, { copy: copy.plan, here: here.code });
  const [inCopy, inPlan] = [new Set(copy.units), new Set(here.units)];
  const [onlyCopy, onlyPlan] = [
    copy.units.filter((one) => !inPlan.has(one)),
    here.units.filter((one) => !inCopy.has(one)),
  ];
  if (inCopy.size > 0 && onlyCopy.length === inCopy.size) throw new BackupError('other-units', path);
  return [...new Set([...onlyCopy, ...onlyPlan])];
}

function copyFrom(from: string, fresh: string): void {
  mkdirSync(dirname(fresh), { recursive: true });
  dropFresh(fresh);
  copyFileSync(from, fresh);
  closeToOthers(fresh);
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${fresh}-wal`);
}

function dropFresh(fresh: string): void {
  for (const file of [fresh, `${fresh}-wal`, `${fresh}-shm`, `${fresh}-journal`]) rmSync(file, { force: true });
}

/** The term of the file that is there; 0 where there is none, or it cannot be read any more. */
function termOf(path: string): number {
  try {
    return newestIn(path).term;
  } catch {
    return 0;
  }
}

interface Restoring {
  now: number;
  upTo: number | null;
  /** The highest one that is known elsewhere. */
  term: number;
}

function markRestored(path: string, { now, upTo, term }: Restoring): void {
  const db = new Database(path);
  try {
    db.pragma('journal_mode = DELETE');
    const { get, set } = createFacts(db);
    const fact = (name: string): string => get(name) ?? '';
    const isUnseen = fact(RESTORED_AT) !== '' && fact(RESTORED_AT) !== fact(RESTORED_SEEN);
    const known = upTo === null ? '' : String(upTo);
    const before = Number(fact(LOST_FROM));
    const isEarlier = isUnseen && (upTo === null || before < upTo);
    set(LOST_FROM, isEarlier ? fact(LOST_FROM) : known);
    set(RESTORED_AT, String(now));
    set(RESTORED_UP_TO, known);
    set(TERM, String(Math.max(Number(fact(TERM)), term) + 1));
  } finally {
    db.close();
  }
}

/** Gives the old file a second name, so that the path never leads to nothing. A damaged one is copied, with its log beside it. */
function keep(path: string, kept: string): void {
  if (!foldLog(path)) {
    copyFileSync(path, kept);
    syncFile(kept);
    if (!existsSync(`${path}-wal`)) return;
    copyFileSync(`${path}-wal`, `${kept}-wal`);
    syncFile(`${kept}-wal`);
    return;
  }
  try {
    linkSync(path, kept);
  } catch {
    // A disk without second names.
    copyFileSync(path, `${kept}.partial`);
    syncFile(`${kept}.partial`);
    renameSync(`${kept}.partial`, kept);
  }
}

/** Writes what stands in the log into the file, and ends the log. False: it is too damaged; often that is what a restore is for. */
function foldLog(path: string): boolean {
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { timeout: 2000 });
    return db.pragma('journal_mode = DELETE', { simple: true }) === 'delete';
  } catch (error) {
    if (storeFaultOf(error) === 'in-use') throw new StoreError('in-use', path, error);
    return false;
  } finally {
    db?.close();
  }
}
