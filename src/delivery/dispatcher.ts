import type { Clock } from '../clock.ts';
import type { Day, Instant } from '../domain/calendar.ts';
import type { Log } from '../log.ts';
import type { OutboxRow } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { type Composed, createJudging } from './judge.ts';
import type { BusyLane, Lane } from './lane.ts';
import { createOtherApp } from './other-app.ts';
import { createOutcomeQueue } from './outcome-queue.ts';
import { createPump } from './pump.ts';
import { createSettling } from './settle.ts';
import { createTakeUp } from './take-up.ts';
import { createTransmit } from './transmit.ts';

export interface DispatcherOptions {
  store: Store;
  lanes: readonly Lane[];
  clock: Clock;
  random: () => number;
  log: Log;
  /** Judges a row again and renders it, inside the claiming transaction. */
  compose(row: OutboxRow, now: Instant): Composed;
  /** The day a proactive message counts for, and how many a person may get on it. */
  capOf(now: Instant): { day: Day; perPerson: number };
}

/** Sends on their way at once, per bot: one that hangs must not hold up the others. */
const AT_ONCE = 24;
/** What waits for longer at a start was put off by a process whose clock was ahead. */
const LONGEST_WAIT_MS = 3600_000;
/** How long a stop waits for outcomes that cannot be written; what is left is taken up as `unknown` at the next start. */
const STOP_GRACE_MS = 35_000;

/**
 * Sends what the outbox holds, each chat in order, each bot at its pace.
 *
 * A row is marked `sending` in a committed transaction before the platform hears of it, because a process that dies in
 * mid-send must find out that it was: what it left `sending` is repeated or given up as `unknown`, by the row's policy.
 */
export function createDispatcher(options: DispatcherOptions) {
  const { store, clock, log } = options;
  const lanes: readonly BusyLane[] = options.lanes.map((lane) => ({ ...lane, inFlight: 0, tookAt: 0 }));
  const otherApp = createOtherApp(store, lanes, clock);
  const monthOf = (now: Instant): string => options.capOf(now).day.slice(0, 7);
  const settling = createSettling({ store, clock, random: options.random, log, otherApp, monthOf });
  const judging = createJudging({ ...options, otherApp, monthOf });
  const outcomes = createOutcomeQueue({
    store,
    clock,
    log,
    onWritten() {
      pump.wake();
      releaseIdle();
    },
  });
  const takeUp = createTakeUp({ store, clock, judging, capOf: options.capOf });
  const transmit = createTransmit({ clock, log, outcomes, settling, onAccepted: () => sent++ });
  const pump = createPump({ clock, log, look: pumpAll, onLooked: releaseIdle });
  const idleWaiters: (() => void)[] = [];
  let sent = 0;

  /** Starts what may go now; returns ms until there may be more. Most wake-ups find nothing to say: one look for all bots tells. */
  function pumpAll(): number {
    const earliest = store.outbox.earliest();
    if (earliest === null) return Number.POSITIVE_INFINITY;
    const wait = earliest - clock.wire();
    return wait > 0 ? wait : Math.min(...lanes.map(pumpLane), untilNextRow(options));
  }

  /** Starts what this bot may send now; returns ms until it may send more (Infinity: nothing waits for pace). */
  function pumpLane(lane: BusyLane): number {
    if (lane.inFlight >= AT_ONCE) return Number.POSITIVE_INFINITY;
    const wire = clock.wire();
    const busy = lane.pace.untilFree(wire);
    if (busy > 0) return busy;
    const rows = store.outbox.ready(lane.channel.name, lane.channel.bot, wire, AT_ONCE - lane.inFlight);
    if (rows.length === 0) return Number.POSITIVE_INFINITY;
    const { taken, wait } = store.transact(() => takeUp(lane, rows, wire));
    for (const one of taken) void transmit(lane, one);
    if (wait === Number.POSITIVE_INFINITY) pump.wake();
    return wait;
  }

  /** Claims the answer a chat waits for in the caller's transaction, which saves one of its own; what it returns sends it after the commit. */
  function claimFor(chat: number): () => void {
    const wire = clock.wire();
    const row = pump.isRunning() ? store.outbox.answerReadyIn(chat, wire) : null;
    const lane = lanes.find((one) => one.channel.name === row?.channel && one.channel.bot === row.bot);
    if (row === null || lane === undefined || lane.inFlight >= AT_ONCE) return () => {};
    const { taken } = takeUp(lane, [row], wire);
    return () => {
      for (const one of taken) void transmit(lane, one);
    };
  }

  function isIdle(): boolean {
    return !isSending(lanes) && outcomes.isEmpty() && lanes.every((lane) => hasNothingToSend(lane, options));
  }

  function releaseIdle(): void {
    if (idleWaiters.length === 0 || (pump.isRunning() && !isIdle())) return;
    for (const release of idleWaiters.splice(0)) release();
  }

  return {
    /** Takes up what a dead process left, then sends. */
    start(): void {
      store.transact(() => {
        store.outbox.releaseBeyond(clock.wire(), LONGEST_WAIT_MS);
        for (const row of store.outbox.inFlight()) settling.settleUnknown(row, row.sentParts);
      });
      pump.start();
    },
    wake: pump.wake,
    claimFor,
    /** Resolves when nothing can be sent right now and nothing is on its way. Rows waiting for another try do not count. */
    whenIdle: (): Promise<void> =>
      new Promise((resolve) => {
        idleWaiters.push(resolve);
        pump.wake();
      }),
    /** How many messages the platforms took since the start. */
    sentCount: (): number => sent,
    /** Sends no more; resolves when what is on its way has its outcome written. */
    async stop(): Promise<void> {
      pump.stop();
      const giveUpAt = clock.wire() + STOP_GRACE_MS;
      while (clock.wire() < giveUpAt && (isSending(lanes) || !outcomes.isEmpty()))
        await new Promise<void>((resolve) => clock.after(10, resolve));
      for (const release of idleWaiters.splice(0)) release();
    },
  };
}

function untilNextRow({ store, clock }: DispatcherOptions): number {
  const at = store.outbox.nextWire(clock.wire());
  return at === null ? Number.POSITIVE_INFINITY : Math.max(0, at - clock.wire());
}

function isSending(lanes: readonly BusyLane[]): boolean {
  return lanes.some((lane) => lane.inFlight > 0);
}

function hasNothingToSend({ channel, pace }: Lane, { store, clock }: DispatcherOptions): boolean {
  const wire = clock.wire();
  return pace.isPaused(wire) || store.outbox.ready(channel.name, channel.bot, wire, 1).length === 0;
}
