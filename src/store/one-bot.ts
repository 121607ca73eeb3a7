import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { asStoreError, type Db, StoreError } from './database.ts';
import { createFacts } from './facts.ts';
import { dropSecondNames, identityOf, realPathOf } from './place.ts';

/**
 * Holds the right to be the one bot on this database until the returned function is called or the process dies.
 * An open exclusive transaction on a file beside the real file, whatever links led to it: the system lets go of it by itself
 * when a process is killed. Somebody can remove that file, so the database itself names its bot too (`claimForProcess`).
 */
export function lockForOneBot(path: string): () => void {
  if (path === ':memory:') return () => {};
  let lock: Db | null = null;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const real = realPathOf(path);
    lock = new Database(`${real}.lock`, { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    dropSecondNames(real);
  } catch (error) {
    lock?.close();
    throw asStoreError(error, path);
  }
  const held = lock;
  return () => held.close();
}

const CLAIM = 'running_bot';

/**
 * Writes into the database which process is its bot; throws StoreError `in-use` while the one that is written there lives.
 * A process is known by its number, its start and the machine's: after `kill -9`, or in a copy of the file, nobody is in the
 * way, and no other process is mistaken for it. Where the system does not tell (no /proc), the lock stands alone.
 */
export function claimForProcess(db: Db, path: string): () => void {
  const file = path === ':memory:' ? null : identityOf(path);
  const mark = markOf(process.pid);
  if (file === null || mark === null) return () => {};
  const claim = JSON.stringify({ pid: process.pid, mark, file });
  const facts = createFacts(db);
  db.transaction(() => {
    const held = facts.get(CLAIM);
    if (held !== null && lives(held, file)) throw new StoreError('in-use', path);
    facts.set(CLAIM, claim);
  }).immediate();
  return () => void db.prepare('DELETE FROM fact WHERE name = ? AND value = ?').run(CLAIM, claim);
}

function lives(claim: string, file: string): boolean {
  const held = JSON.parse(claim) as { pid: number; mark: string; file: string };
  return held.file === file && markOf(held.pid) === held.mark;
}

/** What tells a living process from every other one that had or will have its number; null when there is none to be seen. */
function markOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name in brackets may hold anything; after it come the state and, twenty fields on, the start.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const [state, started] = [fields[0], fields[19]];
    return started === undefined || state === 'Z' || state === 'X' ? null : `${boot} ${started}`;
  } catch {
    return null;
  }
}
