import { type ChildProcess, spawn } from 'node:child_process';
import { get } from 'node:http';
import { createServer } from 'node:net';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { configFor, type ReplicaSettings, writeSettings } from './litestream.ts';

const LOOK_MS = 2000;
const FIRST_RESTART_MS = 1000;
const LONGEST_RESTART_MS = 60_000;
/** After that long a process that does not end on its own is made to. */
const LAST_SYNC_MS = 15_000;

export interface ReplicatorParts {
  program: string;
  database: string;
  replica: ReplicaSettings;
  clock: Pick<Clock, 'wire' | 'after'>;
  log: Log;
}

/** The copy that always goes along. */
export interface Replicator {
  start(): Promise<void>;
  /** For how long the copy has not been seen whole, in ms. */
  lagMs(): number;
  /** Lets the last changes go out, then ends. The database is closed before it. */
  stop(): Promise<void>;
}

/**
 * Runs litestream beside the bot, starts it again when it ends, and looks whether the copy has everything: all of the log that
 * litestream has taken (`shadow`) is at the replica. It says so of itself on a port of this machine.
 */
export function createReplicator({ program, database, replica, clock, log }: ReplicatorParts): Replicator {
  let child: ChildProcess | null = null;
  let stopping = false;
  let pause = FIRST_RESTART_MS;
  let wholeAt = clock.wire();
  let settings: ReturnType<typeof writeSettings> | null = null;
  let port = 0;
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
      if (child !== null && hasEverything(await read(port))) wholeAt = clock.wire();
    } catch (error) {
      log.debug({ err: error }, 'replica: litestream does not say how far it is');
    }
    if (!stopping) later(LOOK_MS, () => void look());
  }

  return {
    async start() {
      port = await freePort();
      settings = writeSettings(configFor(database, replica, `127.0.0.1:${port}`));
      wholeAt = clock.wire();
      launch();
      later(LOOK_MS, () => void look());
    },
    lagMs: () => Math.max(0, clock.wire() - wholeAt),
    async stop() {
      stopping = true;
      for (const cancel of waits) cancel();
      const running = child;
      if (running !== null) {
        await new Promise<void>((resolve) => {
          const kill = clock.after(LAST_SYNC_MS, () => running.kill('SIGKILL'));
          running.once('exit', () => {
            kill();
            resolve();
          });
          running.kill('SIGINT');
        });
      }
      settings?.remove();
    },
  };
}

/** What litestream counts (0.3.13): the log it took over and how much of it is at the replica. */
function hasEverything(metrics: string): boolean {
  const value = (name: string): number | null => {
    const found = new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'mu').exec(metrics)?.[1];
    return found === undefined ? null : Number(found);
  };
  const [index, offset] = [value('litestream_replica_wal_index'), value('litestream_replica_wal_offset')];
  const [shadowIndex, shadowSize] = [value('litestream_shadow_wal_index'), value('litestream_shadow_wal_size')];
  if (index === null || offset === null || shadowIndex === null || shadowSize === null) return false;
  return index > shadowIndex || (index === shadowIndex && offset >= shadowSize);
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
