import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isOlderThan, openDatabase, StoreError, storeFaultOf } from '../../src/store/database.ts';
import { lockForOneBot } from '../../src/store/one-bot.ts';
import { openStore } from '../../src/store/store.ts';

function directory(): string {
  const dir = mkdtempSync(join(tmpdir(), 'store-'));
  onTestFinished(() => {
    chmodSync(dir, 0o700);
    rmSync(dir, { recursive: true });
  });
  return dir;
}

function faultOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof StoreError ? error.fault : `no StoreError: ${error}`;
  }
  return 'none';
}

describe('opening', () => {
  it('makes the folder and the file, with every durability setting on', () => {
    const db = openDatabase(join(directory(), 'deep', 'bot.sqlite'));
    const read = (name: string): unknown => db.pragma(name, { simple: true });
    expect([read('journal_mode'), read('synchronous'), read('foreign_keys')]).toEqual(['wal', 2, 1]);
    db.close();
  });

  it('migrates once: opening again changes nothing', () => {
    const path = join(directory(), 'bot.sqlite');
    const first = openStore(path);
    first.facts.set('adopted_at', '1');
    first.close();
    const second = openStore(path);
    expect(second.facts.get('adopted_at')).toBe('1');
    second.close();
  });

  it('refuses a database of a newer version, and leaves it as it is', () => {
    const path = join(directory(), 'bot.sqlite');
    const db = openDatabase(path);
    db.pragma('user_version = 9999');
    db.close();
    expect(faultOf(() => openDatabase(path))).toBe('newer-schema');
  });

  it("refuses somebody else's database and what is none at all", () => {
    const dir = directory();
    const foreign = openDatabase(join(dir, 'foreign.sqlite'));
    foreign.pragma('user_version = 0');
    foreign.close();
    writeFileSync(join(dir, 'text.sqlite'), 'this is no database, but long enough to be read as one '.repeat(40));
    expect(faultOf(() => openDatabase(join(dir, 'foreign.sqlite')))).toBe('not-a-database');
    expect(faultOf(() => openDatabase(join(dir, 'text.sqlite')))).toBe('not-a-database');
    expect(readFileSync(join(dir, 'text.sqlite'), 'utf8')).toMatch(/^this is no database/u);
  });

  it('says that a path cannot be opened', () => {
    const dir = directory();
    writeFileSync(join(dir, 'file'), '');
    expect(faultOf(() => openDatabase(join(dir, 'file', 'bot.sqlite')))).not.toBe('none');
    expect(faultOf(() => openDatabase(dir))).toBe('cannot-open');
  });
});

describe('the one bot', () => {
  it('keeps a second one out, and lets the next one in when the first has gone', () => {
    const path = join(directory(), 'bot.sqlite');
    const unlock = lockForOneBot(path);
    expect(faultOf(() => lockForOneBot(path))).toBe('in-use');
    unlock();
    lockForOneBot(path)();
  });

  it('does not keep out the scripts that work beside it', () => {
    const path = join(directory(), 'bot.sqlite');
    const unlock = lockForOneBot(path);
    const bot = openStore(path);
    const script = openStore(path);
    script.facts.set('from_script', 'yes');
    expect(bot.facts.get('from_script')).toBe('yes');
    script.close();
    bot.close();
    unlock();
  });
});

it.each([
  ['3.51.2', true],
  ['3.51.3', false],
  ['3.51.10', false],
  ['3.50.9', true],
  ['3.52', false],
  ['4.0.0', false],
])('SQLite %s is too old: %s', (version, isOld) => {
  expect(isOlderThan(version, [3, 51, 3])).toBe(isOld);
});

it.each([
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR_WRITE', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['SQLITE_READONLY_DBMOVED', 'read-only'],
  ['EACCES', 'read-only'],
  ['SQLITE_CORRUPT_VTAB', 'not-a-database'],
  ['SQLITE_BUSY', 'in-use'],
  ['SQLITE_CONSTRAINT_UNIQUE', null],
  ['TypeError', null],
])('%s is the trouble %s', (code, fault) => {
  expect(storeFaultOf(Object.assign(new Error('x'), { code }))).toBe(fault);
});

describe('a transaction', () => {
  it('is written whole or not at all, nested ones with it', () => {
    const store = openStore(':memory:');
    onTestFinished(() => store.close());
    const work = () =>
      store.transact(() => {
        store.facts.set('one', '1');
        store.transact(() => store.facts.set('two', '2'));
        throw new Error('the power went');
      });
    expect(work).toThrow('the power went');
    expect([store.facts.get('one'), store.facts.get('two')]).toEqual([null, null]);
    store.transact(() => store.facts.set('one', '1'));
    expect(store.facts.get('one')).toBe('1');
  });

  it('holds foreign keys', () => {
    const store = openStore(':memory:');
    onTestFinished(() => store.close());
    expect(() => store.people.join(999, 'liaison', null, 0)).toThrow(/FOREIGN KEY/u);
  });
});

describe('one file, one noun', () => {
  it('stores the same update of a platform once', () => {
    const store = openStore(':memory:');
    onTestFinished(() => store.close());
    const chat = store.chats.meet('telegram', '1', 'an', 'private', 0);
    const incoming = {
      key: 'u1',
      chat: 'an',
      chatKind: 'private',
      sender: 'an',
      senderName: 'An',
      text: 'chào',
      picked: false,
      files: [],
      unsupported: false,
      addressed: true,
    } as const;
    expect(store.inbound.add('telegram', '1', chat.id, incoming, 1)).toBe(true);
    expect(store.inbound.add('telegram', '1', chat.id, incoming, 2)).toBe(false);
    expect(store.inbound.add('telegram', '2', chat.id, incoming, 3)).toBe(true);
    store.inbound.settle(store.inbound.next(chat.id)?.id ?? 0, 'done', 4);
    expect(store.inbound.add('telegram', '1', chat.id, incoming, 5)).toBe(false);
    expect(store.inbound.next(chat.id)?.receivedAt).toBe(3);
  });

  it('keeps no text of what was acted on or sent', () => {
    const path = join(directory(), 'bot.sqlite');
    const store = openStore(path);
    const chat = store.chats.meet('telegram', '1', 'an', 'private', 0);
    const secret = 'CHUYENRIENG';
    store.inbound.add(
      'telegram',
      '1',
      chat.id,
      {
        key: 'u1',
        chat: 'an',
        chatKind: 'private',
        sender: 'an',
        senderName: secret,
        text: secret,
        picked: false,
        files: [],
        unsupported: false,
        addressed: true,
      },
      1,
    );
    store.inbound.settle(store.inbound.next(chat.id)?.id ?? 0, 'done', 2);
    const row = store.outbox.add({
      chat: chat.id,
      person: null,
      kind: 'answer',
      priority: 0,
      content: { text: [secret] },
      notice: null,
      repeatIfUnknown: false,
      queuedAt: 0,
      expiresAt: null,
      notBefore: 0,
    });
    store.outbox.settleSent(row, 'accepted', 3, 1, ['m1']);
    store.close();
    const db = openDatabase(path);
    const kept = [db.prepare('SELECT * FROM inbound').all(), db.prepare('SELECT * FROM outbox').all()];
    db.close();
    expect(JSON.stringify(kept)).not.toContain(secret);
  });
});
