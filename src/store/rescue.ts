import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { BackupError, makeBackup } from './backup.ts';
import type { Db, StoreFault } from './database.ts';
import { putInPlace, syncFolder } from './durable.ts';
import { realPathOf } from './place.ts';

/**
 * What became of a database that was taken away from under a running bot. `beside`: everything stands in `file`. `in-place`: everything
 * stands in the database's own path again, and what was there in `file`. `set-aside`: it could not be read whole any more and lies in
 * `file`; the path leads to nothing.
 */
export interface Rescue {
  outcome: 'beside' | 'in-place' | 'set-aside';
  file: string;
}

/**
 * Copies what the open file, its log and the memory still know. Where the path leads elsewhere, somebody may have meant it, and the
 * copy stays beside it. Where only the log is gone or the file was damaged, the next start would go on from an older state without a
 * word: there the copy takes the path at once. Dying half-way leaves the old file or the new one. The process has to end after it.
 * Throws where there is no room for a copy: ending then would take the last trace of the data along.
 */
export async function rescueFrom(db: Db, asked: string, fault: StoreFault, at: number): Promise<Rescue> {
  const stamp = new Date(at).toISOString().slice(0, 19).replaceAll(':', '');
  const isElsewhere = fault === 'file-gone' || fault === 'file-replaced';
  const path = isElsewhere ? asked : realPathOf(asked);
  const rescued = freeName(`${path}.rescued-${stamp}`);
  try {
    await makeBackup(db, rescued, at);
  } catch (error) {
    const isDamaged = error instanceof BackupError || fault === 'file-cut' || fault === 'file-damaged';
    if (isElsewhere || !isDamaged || isFull(error)) throw error;
    rmSync(`${rescued}.partial`, { force: true });
    return { outcome: 'set-aside', file: setAside(path, freeName(`${path}.damaged-${stamp}`)) };
  }
  if (isElsewhere) return { outcome: 'beside', file: rescued };
  const kept = freeName(`${path}.before-${stamp}`);
  // Never the new file beside a log that is not its own: SQLite would write that into it.
  moveLog(path, kept);
  linkSync(path, kept);
  putInPlace(rescued, path);
  return { outcome: 'in-place', file: kept };
}

function setAside(path: string, to: string): string {
  moveLog(path, to);
  renameSync(path, to);
  syncFolder(dirname(path));
  return to;
}

function moveLog(path: string, to: string): void {
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${to}-wal`);
  rmSync(`${path}-shm`, { force: true });
}

function isFull(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && /^(?:ENOSPC|SQLITE_FULL|SQLITE_IOERR_WRITE)/u.test(String(error.code))
  );
}

function freeName(path: string): string {
  let name = path;
  for (let again = 2; existsSync(name); again += 1) name = `${path}-${again}`;
  return name;
}
