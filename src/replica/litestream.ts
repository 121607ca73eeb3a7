import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { recipientOf } from '../age-key.ts';
import type { Config } from '../config.ts';

/** Where the copy goes, and how. Passwords for S3 are litestream's own: LITESTREAM_ACCESS_KEY_ID, LITESTREAM_SECRET_ACCESS_KEY. */
export type ReplicaSettings = NonNullable<Config['replica']>;

/** The replica cannot be used; wording says why to the operator. */
export class ReplicaError extends Error {
  readonly fault: 'no-litestream' | 'no-copy' | 'failed';
  readonly detail: string;

  constructor(fault: ReplicaError['fault'], detail = '') {
    super(`replica: ${fault} ${detail}`.trim());
    this.name = 'ReplicaError';
    this.fault = fault;
    this.detail = detail;
  }
}

/** The program: the one that npm brought for this system, else one that is installed. Throws ReplicaError `no-litestream`. */
export function findLitestream(path: string): string {
  const brought = `@flydotio/litestream-${process.platform}-${process.arch}/litestream`;
  try {
    return createRequire(import.meta.url).resolve(brought);
  } catch {
    const installed = path
      .split(delimiter)
      .map((folder) => join(folder, 'litestream'))
      .find((file) => existsSync(file));
    if (installed === undefined) throw new ReplicaError('no-litestream');
    return installed;
  }
}

/** Litestream's settings for one database (litestream.io/reference/config, release 0.3.13). JSON is YAML. */
export function configFor(
  database: string,
  replica: ReplicaSettings,
  metricsAt: string | null,
  checkpointEvery?: string,
): string {
  const { syncSeconds, retentionHours, s3Endpoint, keyFile, ageKey, holdsReceipts } = replica;
  return JSON.stringify({
    ...(metricsAt === null ? {} : { addr: metricsAt }),
    dbs: [
      {
        path: resolve(database),
        // Somebody waits for each of them.
        ...(holdsReceipts ? { 'monitor-interval': '250ms' } : {}),
        ...(checkpointEvery === undefined
          ? {}
          : { 'checkpoint-interval': checkpointEvery, 'min-checkpoint-page-count': 1 }),
        replicas: [
          {
            url: placeOf(replica),
            'sync-interval': `${syncSeconds}s`,
            'snapshot-interval': '24h',
            retention: `${retentionHours}h`,
            'retention-check-interval': '1h',
            ...(s3Endpoint === null ? {} : { endpoint: s3Endpoint, 'force-path-style': true }),
            ...(keyFile === null ? {} : { 'key-path': resolve(keyFile) }),
            ...(ageKey === null ? {} : { age: { identities: [ageKey], recipients: [recipientOf(ageKey)] } }),
          },
        ],
      },
    ],
  });
}

/**
 * Each key has a folder of its own: litestream would go on in the generation that is there, and what is half in the clear or half under
 * another key cannot be restored.
 */
function placeOf({ url, ageKey }: ReplicaSettings): string {
  if (ageKey === null) return url;
  return `${url.replace(/\/+$/u, '')}/${recipientOf(ageKey).slice(0, FINGERPRINT)}`;
}

/** Enough of `age1…` to tell keys apart. */
const FINGERPRINT = 14;

/** A settings file of litestream that nobody else can read; `remove` takes it away. */
export function writeSettings(text: string): { file: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'bot-replica-'));
  const file = join(folder, 'litestream.yml');
  writeFileSync(file, text, { mode: 0o600 });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface ReplicaOf {
  program: string;
  database: string;
  replica: ReplicaSettings;
}

/** A replica that does not answer must not keep the bot from starting. */
const ASK_MS = 20_000;

/**
 * The generations the replica holds, by name: litestream begins one whenever it cannot go on with the last. The database has to be
 * there. Throws ReplicaError `failed`, also when the replica does not answer within 20 seconds.
 */
export async function listGenerations({ program, database, replica }: ReplicaOf): Promise<string[]> {
  const settings = writeSettings(configFor(database, replica, null));
  try {
    const words = ['generations', '-config', settings.file, resolve(database)];
    const { code, said } = await runToEnd(program, words, ASK_MS);
    if (code !== 0) throw new ReplicaError('failed', lastLine(said));
    return [...said.matchAll(/^\S+ +([0-9a-f]{16}) /gmu)].map(([, name = '']) => name);
  } finally {
    settings.remove();
  }
}

/** The generation that goes along with this database here; null: none does yet. */
export function ownGeneration(database: string): string | null {
  try {
    return readFileSync(join(litestreamFolder(database), 'generation'), 'utf8').trim();
  } catch {
    return null;
  }
}

/** Where litestream keeps its own beside the database. */
export function litestreamFolder(database: string): string {
  return join(dirname(resolve(database)), `.${basename(database)}-litestream`);
}

/** What of the replica is fetched: the newest state, of everything or of one generation, or as it was at a moment. */
export interface Wanted {
  generation: string | null;
  /** Only what was uploaded up to then. */
  upTo: Date | null;
}

/** Has litestream restore into a file of its own. Throws ReplicaError `no-copy` where there is none, `failed` with what litestream said. */
export async function restoreInto(
  { program, database, replica }: ReplicaOf,
  to: string,
  { generation, upTo }: Wanted,
): Promise<void> {
  const settings = writeSettings(configFor(database, replica, null));
  try {
    const { code, said } = await runToEnd(program, [
      'restore',
      ...['-config', settings.file, '-o', to],
      // At an earlier moment there may be nothing, which is no news about the replica.
      ...(upTo === null ? ['-if-replica-exists'] : ['-timestamp', upTo.toISOString()]),
      ...(generation === null ? [] : ['-generation', generation]),
      resolve(database),
    ]);
    if (code !== 0) throw new ReplicaError('failed', lastLine(said));
    if (!existsSync(to)) throw new ReplicaError('no-copy', replica.url);
  } finally {
    settings.remove();
  }
}

/** A file of the replica; litestream tells the second it was uploaded in. */
export interface UploadedFile {
  generation: string;
  at: Date;
}

/** Every snapshot and piece of the log that the replica holds. The database need not be there. Throws ReplicaError `failed`. */
export async function listFiles({ program, database, replica }: ReplicaOf): Promise<UploadedFile[]> {
  const settings = writeSettings(configFor(database, replica, null));
  try {
    const files: UploadedFile[] = [];
    for (const list of ['snapshots', 'wal']) {
      const { code, said } = await runToEnd(program, [list, '-config', settings.file, resolve(database)], ASK_MS);
      if (code !== 0) throw new ReplicaError('failed', lastLine(said));
      for (const [, generation = '', at = ''] of said.matchAll(/^\S+ +([0-9a-f]{16}) .* (\S+Z)$/gmu))
        files.push({ generation, at: new Date(at) });
    }
    return files;
  } finally {
    settings.remove();
  }
}

/** Takes a fetched copy away, with what litestream and SQLite left beside it. */
export function dropCopy(copy: string): void {
  const begun = `${basename(copy)}.tmp`;
  const folder = dirname(resolve(copy));
  const left = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(begun)) : [];
  for (const name of left) rmSync(join(folder, name), { force: true });
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${copy}${ending}`, { force: true });
}

/** Some 10,000 lines of a list. */
const MOST_SAID = 1_000_000;

/** Runs litestream once; `said` is the end of what it said. */
export function runToEnd(
  program: string,
  words: readonly string[],
  limitMs?: number,
): Promise<{ code: number; said: string }> {
  return new Promise((settle, reject) => {
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], timeout: limitMs, killSignal: 'SIGKILL' });
    let said = '';
    // A long list is cut at its beginning, where its oldest lines are.
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => (said = `${said}${text}`.slice(-MOST_SAID)));
    child.once('error', reject);
    child.once('close', (code) => settle({ code: code ?? 1, said }));
  });
}

/** The line that says why it failed. */
export function lastLine(said: string): string {
  return said.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
}
