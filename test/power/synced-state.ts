import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const SOURCE = join(import.meta.dirname, 'synced.c');
const BLOCK = 4096;

/** The library that keeps what was synced (`synced.c`), built once; null where there is no C compiler, or the system is no Linux. */
export function buildShim(): string | null {
  if (process.platform !== 'linux') return null;
  const name = createHash('sha256').update(readFileSync(SOURCE)).digest('hex').slice(0, 16);
  const built = join(tmpdir(), `synced-${name}.so`);
  if (existsSync(built)) return built;
  const fresh = `${built}.${process.pid}`;
  try {
    execFileSync('cc', ['-O2', '-shared', '-fPIC', '-o', fresh, SOURCE, '-ldl', '-lpthread'], { stdio: 'pipe' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  renameSync(fresh, built);
  return built;
}

/** What a process has to be started with, so that what it syncs below `root` is kept in `shadow`. */
export function shimEnv(shim: string, root: string, shadow: string) {
  return { LD_PRELOAD: shim, SYNCED_ROOT: root, SYNCED_SHADOW: shadow };
}

/** Files by name. */
export type Left = ReadonlyMap<string, Buffer>;

/**
 * What a power loss at this moment would leave in a folder: what was synced. With `chance`, each block of four KiB that was written and not
 * synced is there all the same where chance says so: a disk writes in any order.
 */
export function whatIsSynced(shadow: string, folder: string, chance: (() => boolean) | null = null): Left {
  const tree = join(shadow, 'tree', folder);
  const left = new Map<string, Buffer>();
  if (!existsSync(tree)) return left;
  for (const { name } of readdirSync(tree, { withFileTypes: true }).filter((entry) => entry.isFile())) {
    const synced = readFileSync(join(tree, name));
    const path = join(folder, name);
    left.set(name, chance === null || !existsSync(path) ? synced : mix(synced, readFileSync(path), chance));
  }
  return left;
}

/** Whether there is a sound database among what is left. */
export function isSound(left: Left, database: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'after-power-loss-'));
  let db: Database.Database | null = null;
  try {
    for (const [name, bytes] of left) if (name.startsWith(database)) writeFileSync(join(folder, name), bytes);
    db = new Database(join(folder, database), { fileMustExist: true });
    const tables = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_schema').get();
    return db.pragma('integrity_check', { simple: true }) === 'ok' && (tables?.n ?? 0) > 0;
  } catch {
    return false;
  } finally {
    db?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function mix(synced: Buffer, written: Buffer, chance: () => boolean): Buffer {
  const size = Math.max(synced.length, written.length);
  const mixed = Buffer.alloc(size);
  let end = synced.length;
  synced.copy(mixed);
  for (let at = 0; at < written.length; at += BLOCK) {
    const block = written.subarray(at, at + BLOCK);
    if (block.equals(synced.subarray(at, at + BLOCK)) || !chance()) continue;
    block.copy(mixed, at);
    end = Math.max(end, at + block.length);
  }
  return mixed.subarray(0, end);
}

/** Leaves in a folder only that, as it is after the power came back: on the disk. */
export function layDown(folder: string, left: Left, isMeant: (name: string) => boolean = () => true): void {
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()))
    if (isMeant(name)) rmSync(join(folder, name));
  for (const [name, bytes] of left) if (isMeant(name)) writeFileSync(join(folder, name), bytes);
  for (const path of [...[...left.keys()].filter(isMeant).map((name) => join(folder, name)), folder]) sync(path);
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
