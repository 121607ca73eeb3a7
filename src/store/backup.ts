import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { APPLICATION_ID, lackingIn, newestSchema } from './database.ts';
import { putInPlace } from './durable.ts';
import { createFacts } from './facts.ts';

/** What is wrong with a copy; `missing`: no file there, `foreign`: not this bot's, `newer`: of a newer release, `torn`: rows that lead nowhere, `lacking`: without a table, an index or a trigger. */
export type BackupFault =
  | 'missing'
  | 'foreign'
  | 'newer'
  | 'damaged'
  | 'torn'
  | 'lacking'
  | 'other-plan'
  | 'other-units';

/** The copy is not to be used; wording says why to the operator. */
export class BackupError extends Error {
  readonly fault: BackupFault;
  readonly path: string;
  /** For `other-plan`: the copy's plan and the one that is in use here. */
  readonly plans: { copy: string; here: string } | null;
  /** For `lacking`: what is not there. */
  readonly lacking: readonly string[];

  constructor(fault: BackupFault, path: string, plans: BackupError['plans'] = null, lacking: readonly string[] = []) {
    super(`backup ${path}: ${fault}`);
    this.name = 'BackupError';
    this.fault = fault;
    this.path = path;
    this.plans = plans;
    this.lacking = lacking;
  }
}

/** What a sound copy is of. */
export interface BackupContents {
  /** Null: no plan was ever applied. */
  plan: string | null;
  units: readonly string[];
  /** Until when it knows everything, in ms since 1970; null when nothing tells. */
  upTo: number | null;
}

/** When the copy was made stands in it, and in the database it was made of. */
export const BACKED_UP_AT = 'backed_up_at';

/** In a restored database: when it was restored, and until which moment it knew everything. */
export const RESTORED_AT = 'restored_at';
export const RESTORED_UP_TO = 'restored_up_to';
/** From when on it may be without something that nobody has looked for yet: an earlier restore's moment, where nobody had. */
export const LOST_FROM = 'lost_from';
/** The restore (its RESTORED_AT) after which a coordinator has looked what is missing. */
export const RESTORED_SEEN = 'restored_seen';

/** How often this database and those before it were restored: of two bots the one with the lower number is out of date. */
export const TERM = 'term';

/** In ms since 1970; null: it never was, or nothing tells. */
export interface CopyMoments {
  backedUpAt: number | null;
  restoredAt: number | null;
  restoredUpTo: number | null;
}

export function copyMoments({ get }: { get(name: string): string | null }): CopyMoments {
  const moment = (name: string): number | null => Number(get(name) ?? '') || null;
  return { backedUpAt: moment(BACKED_UP_AT), restoredAt: moment(RESTORED_AT), restoredUpTo: moment(RESTORED_UP_TO) };
}

/** Copies an open database as it is at the moment `at`; the copy has its name only once it was checked and is on the disk. */
export async function makeBackup(db: Database.Database, to: string, at: number): Promise<void> {
  const partial = `${to}.partial`;
  mkdirSync(dirname(to), { recursive: true });
  for (const file of [partial, `${partial}-journal`]) rmSync(file, { force: true });
  await db.backup(partial);
  sealCopy(partial, at);
  checkBackup(partial);
  putInPlace(partial, to);
}

/** What a copy knows: the last thing that happened in it, in ms since 1970, how many reports and people, and its term. */
export function newestIn(path: string): { upTo: number | null; receipts: number; people: number; term: number } {
  const db = new Database(path, { readonly: true });
  try {
    const upTo = db
      .prepare<[], { at: number | null }>(
        `SELECT max(at) AS at FROM (SELECT max(at) AS at FROM audit UNION ALL SELECT max(received_at) FROM inbound
         UNION ALL SELECT max(received_at) FROM submission)`,
      )
      .get();
    const receipts = db.prepare<[], { count: number }>('SELECT count(*) AS count FROM submission').get();
    const people = db.prepare<[], { count: number }>('SELECT count(*) AS count FROM person').get();
    const term = Number(createFacts(db).get(TERM) ?? 0);
    return { upTo: upTo?.at ?? null, receipts: receipts?.count ?? 0, people: people?.count ?? 0, term };
  } finally {
    db.close();
  }
}

/** Makes a fresh copy of the moment `at` one single file, without a log beside it: that is what gets carried off to another disk. */
export function sealCopy(path: string, at: number): void {
  const db = new Database(path);
  try {
    db.pragma('journal_mode = DELETE');
    createFacts(db).set(BACKED_UP_AT, String(at));
  } finally {
    db.close();
  }
}

/** Reads a copy from end to end and says what it is of. Throws BackupError when it is not a sound database of this bot. */
export function checkBackup(path: string): BackupContents {
  if (!existsSync(path)) throw new BackupError('missing', path);
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { readonly: true });
    const schema = db.pragma('user_version', { simple: true }) as number;
    if (schema === 0 || db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
      throw new BackupError('foreign', path);
    if (schema > newestSchema()) throw new BackupError('newer', path);
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw new BackupError('damaged', path);
    const lacking = lackingIn(db, schema);
    if (lacking.length > 0) throw new BackupError('lacking', path, null, lacking);
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw new BackupError('torn', path);
    return contentsOf(db);
  } catch (error) {
    if (error instanceof BackupError) throw error;
    const isNone = error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB';
    throw new BackupError(isNone ? 'foreign' : 'damaged', path);
  } finally {
    db?.close();
  }
}

function contentsOf(db: Database.Database): BackupContents {
  const plan = db
    .prepare<[], { code: string }>(
      "SELECT content ->> '$.document.code' AS code FROM rule_book ORDER BY id DESC LIMIT 1",
    )
    .get();
  const units = db.prepare<[], { code: string }>('SELECT code FROM unit').all();
  // Copies of earlier releases do not say when they were made; the last thing that was done in them is near.
  const at = db
    .prepare<[string], { at: number | null }>(
      'SELECT coalesce((SELECT CAST(value AS INTEGER) FROM fact WHERE name = ?), (SELECT max(at) FROM audit)) AS at',
    )
    .get(BACKED_UP_AT);
  return { plan: plan?.code ?? null, units: units.map(({ code }) => code), upTo: at?.at ?? null };
}

/** The newest copy in the backup's folder by its name; null when there is none. */
export function newestBackup(directory: string): string | null {
  if (!existsSync(directory)) return null;
  const names = readdirSync(directory).flatMap((file) => /^(bot-\d{4}-\d{2}-\d{2}.*)\.sqlite$/u.exec(file)?.[1] ?? []);
  const newest = names.sort().at(-1);
  return newest === undefined ? null : join(directory, `${newest}.sqlite`);
}
