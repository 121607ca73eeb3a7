import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { openStore } from '../../src/store/store.ts';
import { createTransact, TRANSACTIONS, type TransactionKind } from '../../src/store/transact.ts';

/** A store on disk whose disk can be looked at as a power cut would leave it: as it was at the last commit that waited for it. */
function scene() {
  const dir = mkdtempSync(join(tmpdir(), 'transact-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const path = join(dir, 'bot.sqlite');
  const synced = join(dir, 'synced.sqlite');
  const seen: string[] = [];
  const copy = (): void => {
    for (const end of ['', '-wal']) if (existsSync(path + end)) copyFileSync(path + end, synced + end);
  };
  const store = openStore(path, {
    onCommit(moment, kind) {
      seen.push(`${moment} ${kind}`);
      if (moment === 'after' && TRANSACTIONS[kind] === 'FULL') copy();
    },
  });
  onTestFinished(() => store.close());
  copy();
  return {
    store,
    seen,
    afterPowerCut(name: string): string | null {
      const left = openStore(synced);
      const value = left.facts.get(name);
      left.close();
      return value;
    },
  };
}

const KINDS = Object.keys(TRANSACTIONS) as TransactionKind[];

describe('a commit and the disk', () => {
  function connection() {
    const db = openDatabase(':memory:');
    onTestFinished(() => void db.close());
    const waits = () => db.pragma('synchronous', { simple: true });
    return { waits, ...createTransact(db, { path: ':memory:', misplaced: () => null }) };
  }

  it.each(KINDS)('of a %s waits for it as the table says, and whatever comes next does by itself', (kind) => {
    const { transact, waits } = connection();
    expect(transact(waits, kind)).toBe({ NORMAL: 1, FULL: 2 }[TRANSACTIONS[kind]]);
    expect(waits()).toBe(2);
  });

  it('waits again after work that threw', () => {
    const { transact, waits } = connection();
    const fails = (): never => {
      throw new Error('no');
    };
    expect(() => transact(fails, 'redelivered')).toThrow('no');
    expect(waits()).toBe(2);
    expect(transact(waits)).toBe(2);
  });

  it('holds no deed within what a power cut may undo', () => {
    const { store } = scene();
    const outer = (): void => store.transact(() => store.facts.set('a', '1'));
    expect(() => store.transact(outer, 'unrepeated')).toThrow('within what a power cut may undo');
    store.transact(outer);
    expect(store.facts.get('a')).toBe('1');
  });

  it('is undone by a power cut until the next deed, which takes it along', () => {
    const { store, afterPowerCut } = scene();
    store.transact(() => store.facts.set('update', 'kept'), 'redelivered');
    expect(store.facts.get('update')).toBe('kept');
    expect(afterPowerCut('update')).toBeNull();
    store.transact(() => store.facts.set('effect', 'done'));
    expect(afterPowerCut('update')).toBe('kept');
  });
});

describe('who waits for the disk', () => {
  /** Whether it has come by now. */
  async function isOver(waiting: Promise<void>): Promise<boolean> {
    return await Promise.race([
      waiting.then(() => true),
      new Promise<boolean>((resolve) => setImmediate(resolve, false)),
    ]);
  }

  it('waits for the next deed, even one that changes nothing', async () => {
    const { store, afterPowerCut } = scene();
    store.transact(() => store.facts.set('update', 'kept'), 'redelivered');
    const waiting = store.whenSynced();
    expect(await isOver(waiting)).toBe(false);
    store.transact(() => store.facts.set('other', '1'), 'unrepeated');
    expect(await isOver(waiting)).toBe(false);
    store.transact(() => {});
    expect(await isOver(waiting)).toBe(true);
    // Nothing but what was touched for it could have had the disk wait.
    expect(store.facts.get('synced')).toBe('1');
    expect(afterPowerCut('update')).toBe('kept');
  });

  it('has it taken by itself, once, and not where nothing is waited for', async () => {
    const { store, seen, afterPowerCut } = scene();
    store.sync();
    await store.whenSynced();
    store.transact(() => store.facts.set('update', 'kept'), 'redelivered');
    store.sync();
    expect(seen).toEqual(['before redelivered', 'after redelivered']);
    const waiting = store.whenSynced();
    store.sync();
    store.sync();
    await waiting;
    expect(seen.slice(2)).toEqual(['before deed', 'after deed']);
    expect(afterPowerCut('update')).toBe('kept');
  });

  it('is not told when the deed fails', async () => {
    const { store } = scene();
    store.transact(() => store.facts.set('update', 'kept'), 'redelivered');
    const waiting = store.whenSynced();
    const fails = (): never => {
      throw new Error('disk full');
    };
    expect(() => store.transact(fails)).toThrow('disk full');
    expect(await isOver(waiting)).toBe(false);
    store.sync();
    expect(await isOver(waiting)).toBe(true);
  });
});

it('what is written apart goes alone', () => {
  const { store } = scene();
  store.transact(() => {
    store.facts.set('before', '1');
    const bad = (): never => {
      store.facts.set('bad', '1');
      throw new Error('bad');
    };
    expect(() => store.apart(bad)).toThrow('bad');
    store.facts.set('after', '1');
  });
  expect(['before', 'bad', 'after'].map((name) => store.facts.get(name))).toEqual(['1', null, '1']);
});
