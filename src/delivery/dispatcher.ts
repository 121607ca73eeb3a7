import type { Clock } from '../clock.ts';
import type { Day, Instant } from '../domain/calendar.ts';
import type { Log } from '../log.ts';
import type { OutboxRow } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { type Composed, createJudging } from './judge.ts';
import { AT_ONCE, type BusyLane, type Lane } from './lane.ts';
import { createLook } from './look.ts';
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
  const lanes: readonly BusyLane[] = options.lanes.map((lane) => ({ ...lane, inFlight: 0, tookAt: 0, lookAt: 0 }));
  const otherApp = createOtherApp(store, lanes, clock);
  const monthOf = (now: Instant): string => options.capOf(now).day.slice(0, 7);
  const settling = createSettling({ store, clock, random: options.random, log, otherApp, monthOf });
  const judging = createJudging({ ...options, otherApp, monthOf });
  const outcomes = createOutcomeQueue({
    store,
    clock,
    log,
    onWritten(sentBy) {
      for (const lane of sentBy) lane.lookAt = 0;
      pump.wake();
    },
  });
  const takeUp = createTakeUp({ store, clock, judging, capOf: options.capOf });
  const transmit = createTransmit({ clock, log, outcomes, settling, onAccepted: () => sent++ });
  const looking = createLook({ store, clock, lanes, takeUp, transmit });
  const pump = createPump({ clock, log, look: looking.look, onLooked: releaseIdle });
  const idleWaiters: (() => void)[] = [];
  let sent = 0;

  function wake(): void {
    looking.all();
    pump.wake();
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
    /** Something was put into the outbox, whoever it is for. */
    wake,
    claimFor,
    /** Resolves when nothing can be sent right now and nothing is on its way. Rows waiting for another try do not count. */
    whenIdle: (): Promise<void> =>
      new Promise((resolve) => {
        idleWaiters.push(resolve);
        wake();
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

function isSending(lanes: readonly BusyLane[]): boolean {
  return lanes.some((lane) => lane.inFlight > 0);
}

function hasNothingToSend({ channel, pace }: Lane, { store, clock }: DispatcherOptions): boolean {
  const wire = clock.wire();
  return pace.isPaused(wire) || store.outbox.ready(channel.name, channel.bot, wire, 1).length === 0;
}
