import { copyFileSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { applyPlan } from '../../src/actions/apply-plan.ts';
import type { Random } from '../../src/actions/desk.ts';
import { type Bot, createBot } from '../../src/assembly/bot.ts';
import type { Clock } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { isSound, type Left, layDown } from '../power/synced-state.ts';
import { type Eye, type LiveRow, openEye } from './eye.ts';
import type { Journal } from './journal.ts';
import type { PlatformBot } from './platform-bot.ts';
import type { Timeline } from './timeline.ts';

/** One life of the process: from a start to a death. What it left waiting is never heard of again. */
export interface Life {
  number: number;
  isAlive(): boolean;
  clock: Clock;
  /** What a platform sends the process comes in so many ms. Not by the bot's clock, where 30 s mean that nothing is waited for. */
  reaches(ms: number, run: () => void): void;
}

export interface MachineParts {
  path: string;
  plan: Plan;
  timeline: Timeline;
  journal: Journal;
  /** The bot's own chance. */
  random: Random;
  platforms: readonly PlatformBot[];
  /** Whether the process dies at this side of this commit. Null: it lives on. */
  diesAt(moment: 'before' | 'after'): boolean;
  /** How long it takes until somebody, or something, starts it again, in ms. */
  restartsIn(): number;
  /** What the disk has of the database when the power is lost with the process; null: the process alone dies, and all that was written is there. */
  losesPower: ((how: string) => Left | null) | null;
  /** What a power loss took: called before anything starts again. */
  afterPowerLoss(): void;
  /** Breaks the bot in one place, to see whether that is noticed. */
  mutate(store: Store): Store;
}

/** The process is gone: nothing that runs in it may go on. */
class Death extends Error {}

/** An error of the simulated disk, as SQLite words it. */
class DiskFull extends Error {
  readonly code = 'SQLITE_FULL';
}

const BEAT_MS = 20_000;
const DAY_MS = 24 * 3600_000;
const ZONE_MS = 7 * 3600_000;
const OPENING_MS = 7 * 3600_000;
const BETWEEN_MS = 1800_000;
/** The dispatcher looks at an empty outbox every 30 s; a lost wake-up would show just as well at this distance. */
const IDLE_LOOK_MS = 30_000;
const LONGEST_IDLE_MS = 3600_000;

/** The machine the bot runs on: its clock, its disk, its power, and the process itself. */
export function createMachine(parts: MachineParts) {
  const { path, timeline, journal, platforms } = parts;
  let eye: Eye | null = null;
  let life: (Life & { bot: Bot; store: Store }) | null = null;
  const boots: number[] = [];
  let skewMs = 0;
  let believedMs = 0;
  let asleepUntil = 0;
  let sleptMs = 0;
  let isDiskFull = false;
  let isOff = false;
  let wellFrom: number | null = null;
  let livedAheadTo = 0;
  /** Stretches (true time) in which all was well with it, those that are over. */
  const wellSpans: { from: number; until: number }[] = [];
  /** What it showed (bot time) while its clock was wrong. */
  const wrong: { from: number; until: number }[] = [];
  /** Since a start that found answers owed on these platforms, all of them fair at that moment. */
  let recovering: { from: number; on: ReadonlySet<PlatformBot> } | null = null;
  let cancelBeat = (): void => {};
  /** When the next beat comes, by the bot's clock. */
  let beatsAt = 0;

  /** Remembers since when nothing has been wrong with the machine. */
  function look(): void {
    const isWell = life !== null && !isDiskFull && skewMs === 0 && believedMs === 0 && asleepUntil <= timeline.now();
    if (!isWell && wellFrom !== null) wellSpans.push({ from: wellFrom, until: timeline.now() });
    if (!isWell) wellFrom = null;
    else wellFrom ??= timeline.now();
    beatSoon();
  }

  /** The real heart beats every 20 s; the one here leaves beats out by a clock and a disk that have just changed. */
  function beatSoon(): void {
    if (life === null) return;
    beatIn(parts.random.number() * BEAT_MS);
  }

  function beatIn(ms: number): void {
    if (life === null) return;
    cancelBeat();
    beatsAt = life.clock.now() + ms;
    cancelBeat = plan(ms, life.isAlive, tick);
  }

  /** A schedule made anew between two beats may have something due before the next of those that are not left out. */
  function beatForWhatIsNew(): void {
    if (life === null || eye === null) return;
    const now = life.clock.now();
    // The next beat comes as soon as one for anything new would.
    if (beatsAt <= now + BEAT_MS) return;
    const next = eye.nextDue(now);
    if (next !== null && next + BEAT_MS < beatsAt) beatIn(nextBeatIn(life.clock.now()));
  }

  /** Lets something of the process happen: not when it is dead by then, later when the machine sleeps. */
  function plan(ms: number, isAlive: () => boolean, run: () => void): () => void {
    let isCancelled = false;
    const attempt = (): void => {
      if (isCancelled || !isAlive()) return;
      if (timeline.now() < asleepUntil) return void timeline.at(asleepUntil, attempt, true);
      guard(run, isAlive);
    };
    const cancel = timeline.at(timeline.now() + Math.max(0, ms), attempt, true);
    return () => {
      isCancelled = true;
      cancel();
    };
  }

  function guard(run: () => void, isAlive: () => boolean): void {
    try {
      run();
    } catch (error) {
      if (!(error instanceof Death) && isAlive()) throw error;
    }
  }

  /** Wire time begins as the machine's clock and then counts what has passed while it was awake. */
  function createClock(isAlive: () => boolean): Clock {
    const begun = skewMs + sleptMs;
    const wire = (): number => timeline.now() + begun - sleptMs;
    return {
      wire,
      now: () => timeline.now() + skewMs + believedMs,
      after(ms, run) {
        return plan(ms === IDLE_LOOK_MS ? idleFor(wire()) : ms, isAlive, run);
      },
    };
  }

  /** Until when the dispatcher has nothing to look for. */
  function idleFor(wire: number): number {
    const next = eye?.nextWire() ?? null;
    return next === null ? LONGEST_IDLE_MS : Math.min(LONGEST_IDLE_MS, Math.max(IDLE_LOOK_MS, next - wire));
  }

  function boot(): void {
    if (life !== null || isOff) return;
    const number = boots.push(timeline.now());
    let hasDied = false;
    const isAlive = (): boolean => !hasDied && life?.number === number;
    const clock = createClock(isAlive);
    const onCommit = (moment: 'before' | 'after'): void => {
      if (hasDied) throw new Death();
      if (parts.diesAt(moment)) {
        hasDied = true;
        journal.count(`death ${moment} a commit`);
        die(`${moment} a commit`);
        throw new Death();
      }
      if (moment === 'before' && isDiskFull) {
        journal.count('commit on a full disk');
        throw new DiskFull('database or disk is full');
      }
      if (moment === 'after') beatForWhatIsNew();
    };
    const store = openStore(path, { onCommit });
    const mutated = parts.mutate(store);
    eye ??= openEye(path);
    const log = createLog(isAlive);
    const reaches: Life['reaches'] = (ms, run) => void plan(ms, isAlive, run);
    const newborn: Life = { number, isAlive, clock, reaches };
    const begin = (): void => {
      applyPlanOnce(store, clock.now());
      const channels = platforms.map((platform) => platform.open(newborn));
      const bot = createBot({
        store: mutated,
        channels,
        clock,
        random: parts.random,
        log,
        zone: 'Asia/Ho_Chi_Minh',
        publicUrl: null,
        receiptKey: 'the key of every simulated bot, long enough',
      });
      life = { ...newborn, bot, store };
      look();
      try {
        bot.start();
      } catch (error) {
        if (error instanceof DiskFull) return die('because it cannot start on a full disk');
        throw error;
      }
      tick();
    };
    journal.note(`the bot starts (life ${number})`);
    // A start that dies half-way leaves a half-made life behind: it must be buried like any other.
    life = { ...newborn, bot: null as unknown as Bot, store };
    // What was already said again once is left at that.
    const isOwed = (row: LiveRow): boolean => row.kind === 'answer' && (row.state === 'queued' || row.repeated === 0);
    const owed = [...eye.waiting(), ...eye.live().filter(isOwed)];
    const on = platforms.filter(
      ({ name, bot, weather }) =>
        weather.moodAt(timeline.now()) === 'fair' && owed.some((one) => one.channel === name && one.bot === bot),
    );
    recovering = on.length > 0 && boots.length > 1 ? { from: timeline.now(), on: new Set(on) } : null;
    guard(begin, isAlive);
  }

  function applyPlanOnce(store: Store, now: number): void {
    if (store.ruleBooks.newestId() === null) applyPlan(store, parts.plan, now);
  }

  function die(how: string): void {
    if (life === null) return;
    let left = parts.losesPower?.(how) ?? null;
    if (left !== null && !isSound(left, basename(path))) {
      journal.breach('I14 the database is sound', 'a power loss leaves no sound database');
      left = null;
    }
    journal.note(`the process dies ${how}${left === null ? '' : ', with what was not synced'}`);
    life.store.close();
    life = null;
    if (left !== null) {
      eye?.close();
      eye = null;
      layDown(dirname(path), left, (name) => name.startsWith(basename(path)));
      journal.count('machine: lost what was not synced');
      parts.afterPowerLoss();
    }
    cancelBeat();
    for (const platform of platforms) platform.hangUp();
    look();
    if (!isOff) timeline.at(timeline.now() + parts.restartsIn(), boot, true);
  }

  /** The scheduler's beat: every job once, in order. */
  function tick(): void {
    if (life === null) return;
    const { bot, clock, isAlive } = life;
    void runJobs(bot, clock, isAlive);
    beatIn(nextBeatIn(clock.now()));
  }

  /** Beats in which nothing could be due are left out: most of the four thousand a day. */
  function nextBeatIn(now: number): number {
    if (isDiskFull) return 3 * BEAT_MS;
    const day = Math.floor((now + ZONE_MS) / DAY_MS) * DAY_MS - ZONE_MS;
    const moments = [day + OPENING_MS, day + DAY_MS, eye?.nextDue(now) ?? Number.POSITIVE_INFINITY, now + BETWEEN_MS];
    const next = Math.min(...moments.filter((moment) => moment > now));
    return Math.ceil(next / BEAT_MS) * BEAT_MS - now + (next % BEAT_MS === 0 ? parts.random.number() * BEAT_MS : 0);
  }

  async function runJobs(bot: Bot, clock: Clock, isAlive: () => boolean): Promise<void> {
    for (const job of bot.jobs) {
      if (!isAlive()) return;
      try {
        await job.run(clock.now());
      } catch (error) {
        if (!isAlive()) return;
        unexpected(`job ${job.name}`, error);
      }
    }
    if (isAlive()) bot.dispatcher.wake();
  }

  /** Errors of the bot are only in order when the world caused them. */
  function createLog(isAlive: () => boolean): Log {
    const quiet = (): void => {};
    return {
      debug: quiet,
      info: quiet,
      warn: quiet,
      error(fields, message) {
        if (isAlive()) unexpected(message, 'err' in fields ? fields.err : undefined);
      },
    };
  }

  function unexpected(where: string, error: unknown): void {
    if (error instanceof Death || error instanceof DiskFull) return;
    const told =
      error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' | ') : String(error);
    journal.breach('I13 no error of our own', `${where}: ${told}`);
  }

  return {
    boot,
    die,
    tick,
    eye(): Eye {
      eye ??= openEye(path);
      return eye;
    },
    bot: (): Bot | null => life?.bot ?? null,
    clock: (): Clock => life?.clock ?? createClock(() => false),
    /** Bot time, alive or not. */
    now: (): number => timeline.now() + skewMs + believedMs,
    isAwake: (): boolean => life !== null && timeline.now() >= asleepUntil,
    /** Since when all has been well with it; null while it is not. */
    wellSince: (): number | null => wellFrom,
    /** Stretches of true time in which all was well with it, the one that lasts included. */
    wellSpans: () => (wellFrom === null ? wellSpans : [...wellSpans, { from: wellFrom, until: timeline.now() }]),
    /** Whether its clock can have shown that moment while it was wrong. */
    showedWrongly: (at: number): boolean => wrong.some(({ from, until }) => at >= from && at <= until),
    /** Whether it was started in that stretch of true time. */
    bootedIn: (from: number, until: number): boolean => boots.some((at) => at >= from && at <= until),
    /** The furthest moment a clock that was ahead has shown: what was due before it may have been decided then. */
    livedAheadTo: (): number => livedAheadTo,
    /** A platform takes a message: perhaps the first answer after a start that found some owed. */
    hasSpoken(on: PlatformBot): void {
      if (recovering?.on.has(on) !== true) return;
      const fairSince = on.weather.fairSince(timeline.now());
      if (fairSince !== null && fairSince <= recovering.from)
        journal.measure('recovery', timeline.now() - recovering.from);
      recovering = null;
    },
    /** What was said may never have arrived, and by policy is not said again: there is nothing to measure. */
    isLeftInDoubt(on: PlatformBot): void {
      if (recovering?.on.has(on) === true) recovering = null;
    },
    powerOff(ms: number): void {
      isOff = true;
      die('with the power');
      timeline.at(
        timeline.now() + ms,
        () => {
          isOff = false;
          boot();
        },
        true,
      );
    },
    sleep(ms: number): void {
      const until = Math.max(asleepUntil, timeline.now() + Math.round(ms));
      sleptMs += until - Math.max(asleepUntil, timeline.now());
      asleepUntil = until;
      look();
      timeline.at(asleepUntil, look);
    },
    /** The machine's clock is wrong by that much for a while: `machine` = bot and wire time, `bot` = bot time alone. */
    jump(by: number, ms: number, which: 'machine' | 'bot'): void {
      if (skewMs !== 0 || believedMs !== 0) return;
      if (which === 'machine') skewMs = Math.round(by);
      else believedMs = Math.round(by);
      const shown = timeline.now() + Math.round(by);
      wrong.push({ from: shown, until: shown + ms });
      look();
      timeline.at(timeline.now() + ms, () => {
        if (by > 0) livedAheadTo = Math.max(livedAheadTo, timeline.now() + skewMs + believedMs);
        skewMs = 0;
        believedMs = 0;
        look();
      });
    },
    fillDisk(ms: number): void {
      isDiskFull = true;
      look();
      timeline.at(timeline.now() + ms, () => {
        isDiskFull = false;
        look();
      });
    },
    /** `npm run plan:apply`: a process of its own, whatever the bot does meanwhile. */
    applyPlan(plan: Plan): void {
      const store = openStore(path);
      applyPlan(store, plan, timeline.now());
      store.close();
    },
    /** Puts a copy in the database's place and starts again from it. */
    restore(from: string): void {
      isOff = true;
      die('for a restore');
      eye?.close();
      eye = null;
      for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
      copyFileSync(from, path);
      layDown(dirname(path), new Map(), () => false);
      isOff = false;
      boot();
    },
    close(): void {
      isOff = true;
      die('at the end');
      eye?.close();
      eye = null;
    },
  };
}

export type Machine = ReturnType<typeof createMachine>;
