import { readdirSync, statSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import type { LogEnd, Sight } from './coverage.ts';
import { litestreamFolder, ownGeneration } from './litestream.ts';

/** It runs on this machine. */
const LONGEST_MS = 2000;

/** Litestream's own log: the number of its newest file, and how long that is; null: it has none yet. */
export function newestLog(database: string): LogEnd | null {
  const generation = ownGeneration(database);
  if (generation === null) return null;
  try {
    const logs = join(litestreamFolder(database), 'generations', generation, 'wal');
    const newest = readdirSync(logs)
      .filter((name) => name.endsWith('.wal'))
      .sort()
      .at(-1);
    if (newest === undefined) return null;
    return { generation, index: Number.parseInt(newest, 16), size: statSync(join(logs, newest)).size };
  } catch {
    return null;
  }
}

/**
 * Whether all that litestream took over is at the replica. Its figure for the size of its own log stands still after a checkpoint
 * (0.3.13), so the log itself is looked at; only the replica's position is taken from the figures.
 */
export function hasEverything({ replica }: Pick<Sight, 'replica'>, log: LogEnd | null): boolean {
  return log !== null && replica !== null && replica.index === log.index && replica.offset >= log.size;
}

/** What litestream says of its work so far. */
export function figuresIn(metrics: string): Pick<Sight, 'syncs' | 'errors' | 'replica'> {
  const [syncs, errors] = [
    figureIn(metrics, 'litestream_sync_count'),
    figureIn(metrics, 'litestream_sync_error_count'),
  ];
  return { syncs: syncs ?? 0, errors: errors ?? 0, replica: positionIn(metrics) };
}

function positionIn(metrics: string): { index: number; offset: number } | null {
  const index = figureIn(metrics, 'litestream_replica_wal_index');
  const offset = figureIn(metrics, 'litestream_replica_wal_offset');
  return index === null || offset === null ? null : { index, offset };
}

function figureIn(metrics: string, name: string): number | null {
  const found = new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'mu').exec(metrics)?.[1];
  return found === undefined ? null : Number(found);
}

/** Litestream's figures as text. */
export function readFigures(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, path: '/metrics', timeout: LONGEST_MS }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => resolve(text));
      response.on('error', reject);
    });
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', reject);
  });
}
