import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { createCoverage } from './coverage.ts';
import { figuresIn, hasEverything, newestLog, readFigures } from './figures.ts';
import { configFor, dropOldSettings, litestreamFolder, type ReplicaSettings, writeSettings } from './litestream.ts';
import { createPlaceCheck, createPlaceWatch } from './place-check.ts';
import { createStandstill } from './standstill.ts';

const LOOK_MS = 2000;
/** When somebody waits for the replica. */
const QUICK_LOOK_MS = 250;
const FIRST_RESTART_MS = 1000;
const LONGEST_RESTART_MS = 60_000;
/** Only there uploads are cut off half-way, and the second in which one was is given up as a whole (fetch-copy.ts). */
const SFTP_SETTLE_MS = 1100;
const STUCK_MS = 60_000;
/** How often it is looked whether the replica still has what it was given: asking a far one costs. */
const CHECK_MS = { near: 60_000, far: 15 * 60_000 } as const;
/** After that long a process that does not end on its own is made to. */
const LAST_SYNC_MS = 15_000;

export interface ReplicatorParts {
  program: string;
  database: string;
  replica: ReplicaSettings;
  clock: Pick<Clock, 'now' | 'wire' | 'after'>;
  log: Log;
  /** How often litestream empties the log of changes, as it writes times (`10s`); its own minute unless given. */
  checkpointEvery?: string;
  /** How long it may stand still before it is started anew; a minute unless given. */
  stuckMs?: number;
  /** How often it is looked whether the replica still has what it was given; see CHECK_MS. */
  checkMs?: number;
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
export function createReplicator(parts: ReplicatorParts): Replicator {
  const { program, database, replica, clock, log, checkpointEvery, stuckMs = STUCK_MS } = parts;
  const { checkMs = replica.url.startsWith('file:') ? CHECK_MS.near : CHECK_MS.far } = parts;
  let child: ChildProcess | null = null;
  let stopping = false;
  let pause = FIRST_RESTART_MS;
  let wholeAt = clock.wire();
  let port = 0;
  const standstill = createStandstill(clock.wire, stuckMs);
  const placeCheck = createPlaceCheck({ program, database, replica });
  let isGivenUp = false;
  const place = createPlaceWatch({
    ...{ check: placeCheck, clock, log },
    async onGone(since) {
      if (child === null || stopping) return;
      log.error({}, 'replica: what was uploaded is not there any more, beginning another copy');
      wholeAt = Math.min(wholeAt, since);
      isGivenUp = true;
      await end(child, clock);
    },
  });
  /** How many of its looks at the database failed. */
  let failed = 0;
  const coverage = createCoverage(replica.url.startsWith('sftp:') ? SFTP_SETTLE_MS : 0);
  const lookMs = replica.holdsReceipts ? QUICK_LOOK_MS : LOOK_MS;
  const waits = createWaits(clock);

  function launch(): void {
    if (stopping) return;
    const begun = clock.wire();
    // Litestream begins a generation of its own, with everything in it, where it knows of none.
    if (isGivenUp) rmSync(join(litestreamFolder(database), 'generation'), { force: true });
    isGivenUp = false;
    const settings = configFor(database, replica, `127.0.0.1:${port}`, checkpointEvery);
    child = runLitestream(program, settings, {
      heard(line) {
        placeCheck.heard(line);
        const said = { litestream: line.slice(0, 500) };
        if (/level=(?:ERROR|WARN)/.test(line)) log.warn(said, 'replica: litestream complains');
        else log.debug(said, 'replica');
      },
      ended(why) {
        child = null;
        if (stopping) return;
        pause = clock.wire() - begun > LONGEST_RESTART_MS ? FIRST_RESTART_MS : Math.min(pause * 2, LONGEST_RESTART_MS);
        log.error({ why, again: pause }, 'replica: litestream ended, starting it again');
        waits.later(pause, launch);
      },
    });
  }

  async function look(): Promise<void> {
    if (stopping) return;
    try {
      const before = clock.wire();
      // The log first: what is written to it meanwhile is seen at the next look.
      const end = newestLog(resolve(database));
      const figures = figuresIn(await readFigures(port));
      coverage.saw({ wire: before, log: end, ...figures });
      const isWhole = child !== null && figures.errors <= failed && hasEverything(figures, end);
      const wasAwayMs = clock.wire() - wholeAt;
      if (isWhole && wasAwayMs > stuckMs) log.info({ afterMs: wasAwayMs }, 'replica: has everything again');
      if (isWhole) wholeAt = clock.wire();
      if (isWhole && (wasAwayMs > stuckMs || clock.wire() - place.askedAt() > checkMs)) void place.ask();
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
    if (!stopping) waits.later(lookMs, () => void look());
  }

  /** A process that ends at once must not leave a litestream that goes on beside the next one's. */
  const dropChild = (): void => void child?.kill('SIGKILL');

  return {
    async start() {
      port = await freePort();
      dropOldSettings(clock.now());
      wholeAt = clock.wire();
      process.once('exit', dropChild);
      launch();
      waits.later(lookMs, () => void look());
    },
    coveredAt: coverage.coveredAt,
    lagMs: () => Math.max(0, clock.wire() - wholeAt),
    async stop() {
      stopping = true;
      waits.cancel();
      if (child !== null) await end(child, clock);
      process.off('exit', dropChild);
    },
  };
}

/** What is to be done later, until all of it is called off. */
function createWaits(clock: Pick<Clock, 'after'>) {
  const waiting = new Set<() => void>();
  return {
    later(ms: number, work: () => void): void {
      const cancel = clock.after(ms, () => {
        waiting.delete(cancel);
        work();
      });
      waiting.add(cancel);
    },
    cancel(): void {
      for (const cancel of waiting) cancel();
    },
  };
}

/** Runs litestream until it ends, once: `heard` gets each line that it says. */
function runLitestream(
  program: string,
  config: string,
  on: { heard(line: string): void; ended(why: string): void },
): ChildProcess {
  // They hold the key, and a process that is killed leaves what it has: they are gone once litestream has spoken.
  const settings = writeSettings(config);
  const running = spawn(program, ['replicate', '-config', settings.file], { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [running.stdout, running.stderr]) {
    stream.once('data', settings.remove);
    stream.on('data', (text: Buffer) => {
      for (const line of String(text).trim().split('\n')) on.heard(line);
    });
  }
  let isOver = false;
  const ended = (why: string): void => {
    if (isOver) return;
    isOver = true;
    settings.remove();
    on.ended(why);
  };
  running.once('error', (error) => ended(error.message));
  running.once('exit', (code, signal) => ended(signal ?? `exit ${code}`));
  return running;
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
