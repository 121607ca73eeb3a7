import Database from 'better-sqlite3';
import { newestIn } from './backup.ts';
import { hasDatabase } from './place.ts';

/** What a database knows that a copy does not. Moments in ms since 1970; `there` null: nothing tells. */
export interface Ahead {
  here: number;
  there: number | null;
  /** Each went on by itself: the copy may be the younger one and still lack what happened here. */
  isBranched: boolean;
}

/**
 * What would be lost if the copy took the database's place; null where it holds all of it, there is no database, or it cannot be read
 * any more. Moments alone do not tell: two machines may have gone on from one state. The audit's entries are chained by hash, so whoever
 * knows the last one of another knows all before it.
 */
export function aheadOf(database: string, copy: string): Ahead | null {
  const here = readable(database);
  if (here === null || here.upTo === null) return null;
  const there = newestIn(copy).upTo;
  const isBranched = here.head !== null && !holds(copy, here.head);
  return isBranched || here.upTo > (there ?? 0) ? { here: here.upTo, there, isBranched } : null;
}

function readable(database: string): { upTo: number | null; head: string | null } | null {
  try {
    return hasDatabase(database) ? { upTo: newestIn(database).upTo, head: headOf(database) } : null;
  } catch {
    return null;
  }
}

function headOf(path: string): string | null {
  const db = new Database(path, { readonly: true });
  try {
    const last = db
      .prepare<[], { hash: string }>('SELECT hash FROM audit WHERE hash IS NOT NULL ORDER BY id DESC LIMIT 1')
      .get();
    return last?.hash ?? null;
  } finally {
    db.close();
  }
}

function holds(path: string, hash: string): boolean {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare<[string], { id: number }>('SELECT id FROM audit WHERE hash = ?').get(hash) !== undefined;
  } finally {
    db.close();
  }
}
