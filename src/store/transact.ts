import { type Db, StoreError, type StoreFault } from './database.ts';

/**
 * The kinds of transactions, by what they wait for. In WAL every commit outlives the death of the process; FULL waits until the
 * disk has it, NORMAL leaves that to the next FULL one, so that a power cut before it undoes it.
 */
export const TRANSACTIONS = {
  /** What is not named below: what people are told, what a platform forgets, what would be said twice or never if it were undone. */
  deed: 'FULL',
  /** Updates that their platform brings again until it is told that they are stored: it is told after `whenSynced`. */
  redelivered: 'NORMAL',
  /** "It was taken", of a message that is not said again when in doubt: undone, the next start finds it in doubt and leaves it at that. */
  unrepeated: 'NORMAL',
} as const;
export type TransactionKind = keyof typeof TRANSACTIONS;

export interface TransactHooks {
  /** Called on both sides of every commit; the fault simulation kills the process here. */
  onCommit?: (moment: 'before' | 'after', kind: TransactionKind) => void;
}

export interface TransactOptions extends TransactHooks {
  path: string;
  /** Why nothing may be written any more; null: it may. */
  misplaced(): StoreFault | null;
  /** What went wrong in a transaction, before it is thrown on. */
  onFailure?(error: unknown): void;
}

/** The only way to write several things together, and the only place that decides what waits for the disk. */
export function createTransact(db: Db, { path, misplaced, onFailure, onCommit }: TransactOptions) {
  let current: TransactionKind | null = null;
  let isSynced = true;
  const waiting: (() => void)[] = [];
  // A commit that changes nothing writes nothing, and what writes nothing does not wait for the disk.
  const touch = db.prepare(
    "INSERT INTO fact (name, value) VALUES ('synced', '1') ON CONFLICT (name) DO UPDATE SET value = value + 1",
  );
  const run = db.transaction((work: () => unknown, kind: TransactionKind) => {
    const result = work();
    if (waiting.length > 0 && TRANSACTIONS[kind] === 'FULL') touch.run();
    onCommit?.('before', kind);
    return result;
  });
  const savepoint = db.transaction((work: () => unknown) => work());

  function commit<T>(work: () => T, kind: TransactionKind): T {
    if (TRANSACTIONS[kind] === 'FULL') return run.immediate(work, kind) as T;
    // Within a transaction it cannot be changed, and what is written outside of any waits for the disk.
    db.exec('PRAGMA synchronous = NORMAL');
    try {
      return run.immediate(work, kind) as T;
    } finally {
      db.exec('PRAGMA synchronous = FULL');
    }
  }

  function noteCommit(kind: TransactionKind): void {
    if (TRANSACTIONS[kind] === 'NORMAL') isSynced = false;
    else if (waiting.length > 0) isSynced = true;
    if (isSynced) for (const release of waiting.splice(0)) release();
  }

  /**
   * Runs it in one transaction that is written whole or not at all. Synchronous; a nested call joins the outer one. Throws
   * StoreError once the path no longer leads to the open file, or the file is damaged: what is written then, nobody would find.
   */
  function transact<T>(work: () => T, kind: TransactionKind = 'deed'): T {
    if (current !== null) {
      if (TRANSACTIONS[kind] === 'FULL' && TRANSACTIONS[current] !== 'FULL')
        throw new Error(`a ${kind} within what a power cut may undo (${current})`);
      return work();
    }
    const trouble = misplaced();
    if (trouble !== null) throw new StoreError(trouble, path);
    current = kind;
    let result: T;
    try {
      result = commit(work, kind);
    } catch (error) {
      onFailure?.(error);
      throw error;
    } finally {
      current = null;
    }
    noteCommit(kind);
    onCommit?.('after', kind);
    return result;
  }

  return {
    transact,
    /** Within a transaction: where it throws, what it wrote is undone, and nothing else of the transaction. */
    apart<T>(work: () => T): T {
      try {
        return savepoint(work) as T;
      } catch (error) {
        onFailure?.(error);
        throw error;
      }
    },
    /** Resolves when the disk has everything that was committed before: with the next deed, or with `sync`. */
    whenSynced: (): Promise<void> => (isSynced ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    /** Has the disk take now what somebody waits for. */
    sync(): void {
      if (waiting.length > 0) transact(() => {});
    },
  };
}
