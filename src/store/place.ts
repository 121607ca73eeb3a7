import type { BigIntStats } from 'node:fs';
import { lstatSync, readdirSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** The path with every symbolic link followed, also when no file is there yet. Throws what the system says of a path that cannot be. */
export function realPathOf(path: string): string {
  const link = lstatSync(path, { throwIfNoEntry: false });
  if (link === undefined) {
    const folder = dirname(resolve(path));
    return folder === resolve(path) ? folder : join(realPathOf(folder), basename(path));
  }
  // A link that leads to nothing yet: SQLite would make the file there.
  if (link.isSymbolicLink() && statSync(path, { throwIfNoEntry: false }) === undefined) {
    return realPathOf(resolve(realPathOf(dirname(path)), readlinkSync(path)));
  }
  return realpathSync(path);
}

/** Which file a path leads to, as "device:inode"; null when there is none. */
export function identityOf(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev}:${found.ino}`;
}

/** Whether somebody's data may be there: a file that is not empty. */
export function hasDatabase(path: string): boolean {
  return path === ':memory:' || (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** How many names the file has; each name would get a log of changes of its own, which damages the database. */
export function namesOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? found.nlink : 0;
}

/** A restore that died may have left the old file's second name `….before-…` on the file in use. Only for who holds the lock. */
export function dropSecondNames(path: string): void {
  if (namesOf(path) < 2) return;
  const same = identityOf(path);
  for (const name of readdirSync(dirname(path))) {
    const other = join(dirname(path), name);
    if (name.startsWith(`${basename(path)}.before-`) && identityOf(other) === same) rmSync(other);
  }
}

export type Misplaced = 'file-gone' | 'file-replaced' | 'file-cut' | 'log-gone';

/**
 * Call it while the file is open; the answer tells at any later time whether the path still leads to it, and beside it to the log of
 * changes that is open: what is written into a log that lost its name is gone with the process. Some microseconds.
 */
export function watchPlace(path: string): () => Misplaced | null {
  if (path === ':memory:') return () => null;
  const opened = statSync(path, { bigint: true });
  let longest = opened.size;
  // Beside the real file, whatever link led to it. SQLite keeps one log as long as anybody has the database open.
  const logPath = `${realPathOf(path)}-wal`;
  let log = lookAt(logPath);
  return () => {
    const found = lookAt(path);
    if (found === 'unknown') return null;
    if (found === undefined) return 'file-gone';
    if (!isSame(found, opened)) return 'file-replaced';
    // It only grows; VACUUM runs in `openDatabase` alone.
    if (found.size < longest) return 'file-cut';
    longest = found.size;
    const logNow = lookAt(logPath);
    if (logNow === 'unknown') return null;
    if (log === undefined || log === 'unknown') log = logNow;
    return log === undefined || isSame(logNow, log) ? null : 'log-gone';
  };
}

function isSame(one: BigIntStats | undefined, other: BigIntStats): boolean {
  return one !== undefined && one.ino === other.ino && one.dev === other.dev;
}

/** Trouble on the way there (rights, a network disk) says nothing about the file. */
function lookAt(path: string) {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return 'unknown' as const;
  }
}
