import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { createCoverage, type LogEnd, type Sight } from './coverage.ts';
import { configFor, litestreamFolder, ownGeneration, type ReplicaSettings, writeSettings } from './litestream.ts';
import { createStandstill } from './standstill.ts';

const LOOK_MS = 2000;
/** When somebody waits for the replica. */
const QUICK_LOOK_MS = 250;
const FIRST_RESTART_MS = 1000;
const LONGEST_RESTART_MS = 60_000;
/** Only there uploads are cut off half-way, and the second in which one was is given up as a whole (fetch-copy.ts). */
const SFTP_SETTLE_MS = 1100;
const STUCK_MS = 60_000;
/** After that long a process that does not end on its own is made to. */
const LAST_SYNC_MS = 15_000;

export interface ReplicatorParts {
  program: string;
  database: string;
  replica: ReplicaSettings;
  clock: Pick<Clock, 'wire' | 'after'>;
  log: Log;
  /** How often litestream empties the log of changes, as it writes times (`10s`); its own minute unless given. */
  checkpointEvery?: string;
  /** How long it may stand still before it is started anew; a minute unless given. */
  stuckMs?: number;
}

/** The copy that always goes along. */
export interface Replicator {
  start(): Promise<void>;
  /** For how long the copy has not been seen whole, in ms. */
  lagMs(): number;
  /** The machine's clock up to which everything that was committed is surely at the replica; -Infinity: nothing is known yet. */
  coveredAt(): number;
  /** Lets the last changes go out, then ends. The database is closed before it. */
  stop(): Promise<void>;
}

/**
 * Runs litestream beside the bot, starts it again when it ends or stands still, and looks whether the copy has everything.
 */
export function createReplicator({
  program,
  database,
  replica,
  clock,
  log,
  checkpointEvery,
  stuckMs = STUCK_MS,
}: ReplicatorParts): Replicator {
  let child: ChildProcess | null = null;
  let stopping = false;
  let pause = FIRST_RESTART_MS;
  let wholeAt = clock.wire();
  let settings: ReturnType<typeof writeSettings> | null = null;
  let port = 0;
  const standstill = createStandstill(clock.wire, stuckMs);
  /** How many of its looks at the database failed. */
  let failed = 0;
  const coverage = createCoverage(replica.url.startsWith('sftp:') ? SFTP_SETTLE_MS : 0);
  const lookMs = replica.holdsReceipts ? QUICK_LOOK_MS : LOOK_MS;
  const waits = new Set<() => void>();

  function later(ms: number, work: () => void): void {
    const cancel = clock.after(ms, () => {
      waits.delete(cancel);
      work();
    });
    waits.add(cancel);
  }

  function launch(): void {
    if (stopping || settings === null) return;
    const begun = clock.wire();
    const running = spawn(program, ['replicate', '-config', settings.file], { stdio: ['ignore', 'pipe', 'pipe'] });
    child = running;
    for (const stream of [running.stdout, running.stderr]) {
      stream.on('data', (text: Buffer) => {
        for (const line of String(text).trim().split('\n')) {
          if (/level=(?:ERROR|WARN)/.test(line))
            log.warn({ litestream: line.slice(0, 500) }, 'replica: litestream complains');
          else log.debug({ litestream: line.slice(0, 500) }, 'replica');
        }
      });
    }
    let isOver = false;
    const ended = (why: string): void => {
      if (isOver) return;
      isOver = true;
      child = null;
      if (stopping) return;
      pause = clock.wire() - begun > LONGEST_RESTART_MS ? FIRST_RESTART_MS : Math.min(pause * 2, LONGEST_RESTART_MS);
      log.error({ why, again: pause }, 'replica: litestream ended, starting it again');
      later(pause, launch);
    };
    running.once('error', (error) => ended(error.message));
    running.once('exit', (code, signal) => ended(signal ?? `exit ${code}`));
  }

  async function look(): Promise<void> {
    if (stopping) return;
    try {
      const before = clock.wire();
      // The log first: what is written to it meanwhile is seen at the next look.
      const log = newestLog(resolve(database));
      const figures = figuresIn(await read(port));
      coverage.saw({ wire: before, log, ...figures });
      const isWhole = child !== null && figures.errors <= failed && hasEverything(figures, log);
      if (isWhole) wholeAt = clock.wire();
      standstill.saw(figures.replica, isWhole);
      failed = figures.errors;
    } catch (error) {
      log.debug({ err: error }, 'replica: litestream does not say how far it is');
    }
    const stoodStillMs = child === null ? null : standstill.over();
    if (child !== null && stoodStillMs !== null) {
      log.warn({ stoodStillMs }, 'replica: litestream does not get on, starting it anew');
      void end(child, clock);
    }
    if (!stopping) later(lookMs, () => void look());
  }

  /** A process that ends at once must not leave a litestream that goes on beside the next one's. */
  const dropChild = (): void => void child?.kill('SIGKILL');

  return {
    async start() {
      port = await freePort();
      settings = writeSettings(configFor(database, replica, `127.0.0.1:${port}`, checkpointEvery));
      wholeAt = clock.wire();
      process.once('exit', dropChild);
      launch();
      later(lookMs, () => void look());
    },
    coveredAt: coverage.coveredAt,
    lagMs: () => Math.max(0, clock.wire() - wholeAt),
    async stop() {
      stopping = true;
      for (const cancel of waits) cancel();
      if (child !== null) await end(child, clock);
      process.off('exit', dropChild);
      settings?.remove();
    },
  };
}

/** It is given time to let the last changes go out. */
function end(running: ChildProcess, clock: Pick<Clock, 'after'>): Promise<void> {
  return new Promise((settle) => {
    const kill = clock.after(LAST_SYNC_MS, () => running.kill('SIGKILL'));
    running.once('exit', () => {
      kill();
      settle();
    });
    running.kill('SIGINT');
  });
}

/** Litestream's own log: the number of its newest file, and how long that is; null: it has none yet. */
function newestLog(database: string): LogEnd | null {
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
function hasEverything({ replica }: Pick<Sight, 'replica'>, log: LogEnd | null): boolean {
  return log !== null && replica !== null && replica.index === log.index && replica.offset >= log.size;
}

/** What litestream says of its work so far. */
function figuresIn(metrics: string): Pick<Sight, 'syncs' | 'errors' | 'replica'> {
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

function read(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, path: '/metrics', timeout: LOOK_MS }, (response) => {
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

/** A port that was free a moment ago; should another process take it, litestream ends and is started again. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
