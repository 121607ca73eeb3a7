import type { Outgoing } from '../channels/channel.ts';
import { SendError } from '../channels/send-error.ts';
import type { Clock } from '../clock.ts';
import type { Day, Instant } from '../domain/calendar.ts';
import type { Log } from '../log.ts';
import type { OutboxRow } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { markRepeated } from '../wording/delivery.ts';
import { type Composed, createJudging } from './judge.ts';
import type { BusyLane, Lane } from './lane.ts';
import { createOtherApp } from './other-app.ts';
import { createOutcomeQueue } from './outcome-queue.ts';
import { createSettling } from './settle.ts';

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

interface Claimed {
  row: OutboxRow;
  /** Wire time and bot time of the claim. */
  takenAt: number;
  claimedAt: Instant;
  message: Outgoing;
}

/** Sends on their way at once, per bot: one that hangs must not hold up the others. */
const AT_ONCE = 24;
const LONGEST_SLEEP_MS = 30_000;
const STORE_TROUBLE_MS = 1000;
/** What waits for longer at a start was put off by a process whose clock was ahead. */
const LONGEST_WAIT_MS = 3600_000;
/** Nobody reads and answers a message faster than a platform takes so long to accept it. */
const QUICK_MS = 1500;
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
      wake();
      releaseIdle();
    },
  });
  const idleWaiters: (() => void)[] = [];
  let sent = 0;
  let running = false;
  let pumpQueued = false;
  let cancelTimer = (): void => {};

  function wake(): void {
    if (!running || pumpQueued) return;
    pumpQueued = true;
    clock.after(0, pump);
  }

  function pump(): void {
    pumpQueued = false;
    if (!running) return;
    cancelTimer();
    try {
      const wait = Math.min(pumpAll(), LONGEST_SLEEP_MS);
      if (!pumpQueued) cancelTimer = clock.after(Math.max(wait, 5), wake);
    } catch (error) {
      log.error({ err: error }, 'outbox not readable or writable, retrying');
      cancelTimer = clock.after(STORE_TROUBLE_MS, wake);
    }
    releaseIdle();
  }

  /** Starts what may go now; returns ms until there may be more. Most wake-ups find nothing to say: one look for all bots tells. */
  function pumpAll(): number {
    const earliest = store.outbox.earliest();
    if (earliest === null) return Number.POSITIVE_INFINITY;
    const wait = earliest - clock.wire();
    return wait > 0 ? wait : Math.min(...lanes.map(pumpLane), untilNextRow());
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
    for (const one of taken) void deliver(lane, one);
    if (wait === Number.POSITIVE_INFINITY) wake();
    return wait;
  }

  /** Claims of these rows what may go now; `wait`: ms until more of them may (Infinity: none waits for pace). */
  function takeUp(lane: BusyLane, rows: readonly OutboxRow[], wire: number): { taken: Claimed[]; wait: number } {
    const taken: Claimed[] = [];
    const busyChats = new Set<number>();
    let wait = Number.POSITIVE_INFINITY;
    for (const row of rows) {
      if (busyChats.has(row.chat)) continue;
      // Nothing is judged before its turn: what waits for its turn is judged then.
      const spent = lane.pace.untilFree(wire);
      if (spent > 0) return { taken, wait: Math.min(wait, spent) };
      const composed = judging.judge(lane, row);
      if (composed === null) continue;
      const pause = lane.pace.take(row.chat, row.chatKind === 'group', wire);
      if (pause > 0) wait = Math.min(wait, pause);
      else taken.push({ row, takenAt: wire, claimedAt: clock.now(), message: claim(row, composed) });
      busyChats.add(row.chat);
    }
    return { taken, wait };
  }

  /** Claims the answer a chat waits for in the caller's transaction, which saves one of its own; what it returns sends it after the commit. */
  function claimFor(chat: number): () => void {
    const wire = clock.wire();
    const row = running ? store.outbox.answerReadyIn(chat, wire) : null;
    const lane = lanes.find((one) => one.channel.name === row?.channel && one.channel.bot === row.bot);
    if (row === null || lane === undefined || lane.inFlight >= AT_ONCE) return () => {};
    const { taken } = takeUp(lane, [row], wire);
    return () => {
      for (const one of taken) void deliver(lane, one);
    };
  }

  function claim(row: OutboxRow, message: Outgoing): Outgoing {
    store.outbox.claim(row.id, row.kind === 'answer' ? null : options.capOf(clock.now()).day);
    return row.repeated === 1 ? { ...message, text: markRepeated(message.text) } : message;
  }

  async function deliver(lane: BusyLane, { row, takenAt, claimedAt, message }: Claimed): Promise<void> {
    lane.inFlight += 1;
    try {
      const receipt = await lane.channel.send({ chat: row.address }, message, row.sentParts);
      sent += 1;
      lane.tookAt = clock.wire();
      // Seen from the start, unless the platform kept it to itself for a while.
      const seenFrom = lane.tookAt - takenAt <= QUICK_MS ? claimedAt : clock.now();
      outcomes.conclude(() => settling.settleAccepted(row, receipt, message, seenFrom));
    } catch (error) {
      const failure =
        error instanceof SendError ? error : new SendError('refused', 'the channel failed', { cause: error });
      if (!(error instanceof SendError))
        log.error({ err: error, outbox: row.id }, 'unexpected error thrown by a channel');
      outcomes.conclude(() => settling.settleFailure(lane, row, failure));
    } finally {
      lane.inFlight -= 1;
      lane.pace.heard(takenAt, clock.wire());
    }
  }

  function untilNextRow(): number {
    const at = store.outbox.nextWire(clock.wire());
    return at === null ? Number.POSITIVE_INFINITY : Math.max(0, at - clock.wire());
  }

  function isSending(): boolean {
    return lanes.some((lane) => lane.inFlight > 0);
  }

  function isIdle(): boolean {
    if (isSending() || !outcomes.isEmpty()) return false;
    const wire = clock.wire();
    return lanes.every(
      ({ channel, pace }) => pace.isPaused(wire) || store.outbox.ready(channel.name, channel.bot, wire, 1).length === 0,
    );
  }

  function releaseIdle(): void {
    if (idleWaiters.length === 0 || (running && !isIdle())) return;
    for (const release of idleWaiters.splice(0)) release();
  }

  return {
    /** Takes up what a dead process left, then sends. */
    start(): void {
      store.transact(() => {
        store.outbox.releaseBeyond(clock.wire(), LONGEST_WAIT_MS);
        for (const row of store.outbox.inFlight()) settling.settleUnknown(row, row.sentParts);
      });
      running = true;
      wake();
    },
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
      running = false;
      cancelTimer();
      const giveUpAt = clock.wire() + STOP_GRACE_MS;
      while (clock.wire() < giveUpAt && (isSending() || !outcomes.isEmpty()))
        await new Promise<void>((resolve) => clock.after(10, resolve));
      for (const release of idleWaiters.splice(0)) release();
    },
  };
}
