import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { closeToOthers } from './file-mode.ts';
import { namesOf } from './place.ts';

export type Db = Database.Database;
export type Statement<Parameters extends unknown[]> = Database.Statement<Parameters>;

/** WAL databases could be damaged by a checkpoint race before this release (fixed in 3.51.3). */
const OLDEST_SQLITE = [3, 51, 3] as const;
/** Marks a database file as this bot's: "BC57" in ASCII. */
export const APPLICATION_ID = 0x42433537;
const MIGRATIONS = join(import.meta.dirname, 'migrations');

export const STORE_FAULTS = [
  'in-use',
  'read-only',
  'disk-full',
  'not-a-database',
  'newer-schema',
  'old-sqlite',
  'cannot-open',
  'many-names',
  'file-gone',
  'file-replaced',
  'file-cut',
  'file-damaged',
  'log-gone',
] as const;
export type StoreFault = (typeof STORE_FAULTS)[number];

/** The database cannot be used; `fault` says why, wording says it to the operator. */
export class StoreError extends Error {
  readonly fault: StoreFault;
  readonly path: string;

  constructor(fault: StoreFault, path: string, cause?: unknown) {
    super(`database ${path}: ${fault}`, { cause });
    this.name = 'StoreError';
    this.fault = fault;
    this.path = path;
  }
}

/**
 * Opens (or creates) the database file with every durability setting on, and brings its schema up to date.
 *
 * Statements that run for every update write `column = +?` where they also sort or limit: SQLite plans a statement
 * anew at every run when a bare parameter meets ORDER BY or LIMIT, which costs more than most of them take.
 *
 * `image`: what a database in memory begins with (`serialize`). The tests open thousands, and the migrations take longer than most
 * of them.
 */
export function openDatabase(path: string, image?: Buffer): Db {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    // Earlier releases made these files readable to everybody on the machine.
    if (path !== ':memory:') for (const file of [path, `${path}-wal`, `${path}-shm`]) closeToOthers(file);
    if (path !== ':memory:' && namesOf(path) > 1) throw new StoreError('many-names', path);
    const db = new Database(image ?? path);
    requireSqlite(db, path);
    db.pragma('busy_timeout = 5000');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    // What is erased is overwritten, not only let go of.
    db.pragma('secure_delete = ON');
    const isNew = db.pragma('user_version', { simple: true }) === 0;
    migrate(db, path);
    requireWritable(db);
    overwriteOld(db, isNew);
    return db;
  } catch (error) {
    throw asStoreError(error, path);
  }
}

/** The kind of trouble a thrown error stands for, or null when it is not the database's. */
export function storeFaultOf(error: unknown): StoreFault | null {
  if (error instanceof StoreError) return error.fault;
  const code = sqliteCode(error);
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') return 'disk-full';
  if (code.startsWith('SQLITE_IOERR')) return 'disk-full';
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return 'read-only';
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) return 'not-a-database';
  if (code.startsWith('SQLITE_CANTOPEN')) return 'cannot-open';
  if (code.startsWith('SQLITE_BUSY')) return 'in-use';
  return null;
}

/** The schema as SQL text, for the committed dump that a test compares. */
export function dumpSchema(db: Db): string {
  const rows = db
    .prepare<[], { sql: string }>(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name",
    )
    .all();
  return `${rows.map((row) => `${row.sql};`).join('\n\n')}\n`;
}

/** The schema this release writes, as `user_version` counts. */
export function newestSchema(): number {
  return migrations().length;
}

/**
 * What of the schema is not in a database of that version: names of tables, indices and triggers, and columns as `table.column`. What
 * there is besides is nobody's harm: litestream keeps tables of its own.
 */
export function lackingIn(db: Db, version: number): string[] {
  const fresh = new Database(':memory:');
  try {
    for (const file of migrations().slice(0, version)) fresh.exec(readFileSync(join(MIGRATIONS, file), 'utf8'));
    const there = new Set(partsOf(db));
    return partsOf(fresh).filter((part) => !there.has(part));
  } finally {
    fresh.close();
  }
}

function partsOf(db: Db): string[] {
  const rows = db
    .prepare<[], { part: string }>(
      `SELECT name AS part FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'
       UNION ALL SELECT s.name || '.' || c.name FROM sqlite_schema s, pragma_table_info(s.name) c
       WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite_%'`,
    )
    .all();
  return rows.map(({ part }) => part);
}

function migrations(): string[] {
  return readdirSync(MIGRATIONS)
    .filter((file) => file.endsWith('.sql'))
    .sort();
}

function migrate(db: Db, path: string): void {
  const files = migrations();
  const done = db.pragma('user_version', { simple: true }) as number;
  const isForeign = done > 0 && db.pragma('application_id', { simple: true }) !== APPLICATION_ID;
  const hasForeignTables = isForeign || (done === 0 && tableCount(db) > 0);
  if (hasForeignTables) throw new StoreError('not-a-database', path);
  if (done > files.length) throw new StoreError('newer-schema', path);
  if (done === files.length) return;
  // All of them or none: an update that is cut short leaves the database of the release before.
  db.transaction(() => {
    for (const file of files.slice(done)) db.exec(readFileSync(join(MIGRATIONS, file), 'utf8'));
    db.pragma(`user_version = ${files.length}`);
    db.pragma(`application_id = ${APPLICATION_ID}`);
  }).immediate();
}

/**
 * Earlier releases let go of what they erased without overwriting it: such a file is written anew, once. Where somebody else
 * uses it or the disk has no room for a second copy, the next start tries again.
 */
function overwriteOld(db: Db, isNew: boolean): void {
  if (db.prepare("SELECT 1 FROM fact WHERE name = 'overwritten'").get() !== undefined) return;
  try {
    if (!isNew) {
      db.exec('VACUUM');
      db.pragma('wal_checkpoint(TRUNCATE)');
    }
    db.prepare("INSERT OR IGNORE INTO fact (name, value) VALUES ('overwritten', '1')").run();
  } catch (error) {
    if (!['in-use', 'disk-full'].includes(storeFaultOf(error) ?? '')) throw error;
  }
}

function tableCount(db: Db): number {
  return db.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_schema').get()?.n ?? 0;
}

function requireSqlite(db: Db, path: string): void {
  const version = db.prepare<[], { v: string }>('SELECT sqlite_version() AS v').get()?.v ?? '0';
  if (isOlderThan(version, OLDEST_SQLITE)) throw new StoreError('old-sqlite', path, new Error(version));
}

/** Whether a dotted version comes before the wanted one. */
export function isOlderThan(version: string, wanted: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, want] of wanted.entries()) {
    const have = parts[index] ?? 0;
    if (have !== want) return have < want;
  }
  return false;
}

function requireWritable(db: Db): void {
  db.transaction(() => {
    db.prepare(
      "INSERT INTO fact (name, value) VALUES ('opened', '1') ON CONFLICT (name) DO UPDATE SET value = value + 1",
    ).run();
  }).immediate();
}

/** Any trouble on the way to a database as a StoreError. */
export function asStoreError(error: unknown, path: string): StoreError {
  if (error instanceof StoreError) return error;
  if (existsSync(path) && sqliteCode(error).startsWith('SQLITE_BUSY')) return new StoreError('in-use', path, error);
  return new StoreError(storeFaultOf(error) ?? 'cannot-open', path, error);
}

function sqliteCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
