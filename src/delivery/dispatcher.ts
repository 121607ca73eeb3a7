import type { Channel, Outgoing, Receipt } from '../channels/channel.ts';
import { SendError } from '../channels/send-error.ts';
import type { Clock } from '../clock.ts';
import type { Day, Instant } from '../domain/calendar.ts';
import type { Log } from '../log.ts';
import { storeFaultOf } from '../store/database.ts';
import type { OutboxRow } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { markRepeated } from '../wording/delivery.ts';
import { retryDelay } from './backoff.ts';
import { mayGoOut } from './budget.ts';
import type { Pace } from './pace.ts';

/** What a row turns out to be at the moment it would be sent. */
export type Composed =
  | { send: Outgoing }
  | { settle: 'cleared' | 'superseded' | 'expired' }
  /** Not now: look again after that many ms of wire time. */
  | { holdMs: number };

export interface Lane {
  channel: Channel;
  pace: Pace;
}

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

interface BusyLane extends Lane {
  inFlight: number;
  /** Wire time of the last message the platform took. */
  tookAt: number;
}

interface Claimed {
  row: OutboxRow;
  takenAt: number;
  message: Outgoing;
}

/** Sends on their way at once, per bot: one that hangs must not hold up the others. */
const AT_ONCE = 24;
/** A bot that failed this often in a row for one message counts as dark for it. */
const DARK_AFTER_TRIES = 3;
/** A bot that is unwell for so long, and has sent nothing since, is dark: a start takes less. */
const DARK_AFTER_MS = 2000;
/** How often a message that waits for a dark bot is looked at. */
const DARK_LOOK_MS = 5000;
const LONGEST_SLEEP_MS = 30_000;
const STORE_TROUBLE_MS = 1000;
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
  const outcomes: (() => void)[] = [];
  const idleWaiters: (() => void)[] = [];
  let sent = 0;
  let running = false;
  let pumpQueued = false;
  let cancelTimer = (): void => {};
  let flushQueued = false;

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
      const wait = Math.min(...lanes.map(pumpLane), untilNextRow(), LONGEST_SLEEP_MS);
      if (!pumpQueued) cancelTimer = clock.after(Math.max(wait, 5), wake);
    } catch (error) {
      log.error({ err: error }, 'outbox cannot be read or written; trying again');
      cancelTimer = clock.after(STORE_TROUBLE_MS, wake);
    }
    releaseIdle();
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
    let wait = Number.POSITIVE_INFINITY;
    for (const row of rows) {
      // Nothing is judged before its turn: what waits for its turn is judged then.
      const spent = lane.pace.untilFree(wire);
      if (spent > 0) return { taken, wait: Math.min(wait, spent) };
      const composed = judge(lane, row);
      if (composed === null) continue;
      const pause = lane.pace.take(row.chat, row.chat_kind === 'group', wire);
      if (pause > 0) wait = Math.min(wait, pause);
      else taken.push({ row, takenAt: wire, message: claim(row, composed) });
    }
    return { taken, wait };
  }

  /** Claims the answer a chat waits for in the caller's transaction, which saves one of its own; what it returns sends it after the commit. */
  function claimFor(chat: number): () => void {
    const wire = clock.wire();
    const row = running ? store.outbox.readyIn(chat, wire) : null;
    const lane = lanes.find((one) => one.channel.name === row?.channel && one.channel.bot === row.bot);
    if (row === null || lane === undefined || lane.inFlight >= AT_ONCE) return () => {};
    const { taken } = takeUp(lane, [row], wire);
    return () => {
      for (const one of taken) void deliver(lane, one);
    };
  }

  /** The message as it should go out now, or null when the row was settled or put off instead. */
  function judge(lane: BusyLane, row: OutboxRow): Outgoing | null {
    const now = clock.now();
    if (row.expires_at !== null && row.expires_at <= now) return drop(row, 'expired');
    if (row.chat_state !== 'active') return reroute(row, row.chat_state);
    if (!isAffordable(lane, row, now)) return reroute(row, 'quota');
    if (isDark(lane) && leaveDark(row)) return null;
    const composed = composeOr(row, now);
    if (composed === null) return null;
    if ('settle' in composed) return drop(row, composed.settle);
    if ('holdMs' in composed) {
      store.outbox.putOff(row.id, clock.wire() + composed.holdMs);
      return null;
    }
    if (row.kind !== 'answer' && row.person !== null) {
      const cap = options.capOf(now);
      if (store.outbox.countOnDay(row.person, cap.day, row.id) >= cap.perPerson) return drop(row, 'capped');
    }
    return composed.send;
  }

  /** One row that cannot be rendered is a bug, and no reason to keep everybody else waiting. */
  function composeOr(row: OutboxRow, now: Instant): Composed | null {
    try {
      return options.compose(row, now);
    } catch (error) {
      if (storeFaultOf(error) !== null) throw error;
      log.error({ err: error, outbox: row.id }, 'a message could not be composed');
      store.outbox.settleUnsent(row.id, 'failed', 'refused', now);
      return null;
    }
  }

  function claim(row: OutboxRow, message: Outgoing): Outgoing {
    store.outbox.claim(row.id, row.kind === 'answer' ? null : options.capOf(clock.now()).day);
    // In the order they are read: "2" means the second choice of the message seen last.
    if (message.choices !== undefined)
      store.chats.setMenu(row.chat, message.answer === 'free' ? null : message.choices);
    return row.repeated === 1 ? { ...message, text: markRepeated(message.text) } : message;
  }

  function drop(row: OutboxRow, state: 'cleared' | 'superseded' | 'expired' | 'capped'): null {
    store.outbox.settleUnsent(row.id, state, null, clock.now());
    return null;
  }

  function isAffordable(lane: Lane, row: OutboxRow, now: Instant): boolean {
    const allowance = lane.channel.capabilities.monthlyMessages;
    if (allowance === null) return true;
    const spent = store.spending.inMonth(row.channel, row.bot, options.capOf(now).day.slice(0, 7));
    return mayGoOut(row.kind, row.priority, spent, allowance);
  }

  /** This chat will not do: on to the person's next one, else it was not reached. */
  function reroute(row: OutboxRow, failure: 'blocked' | 'gone' | 'quota' | 'refused'): null {
    const wasTried = (failure === 'quota' || failure === 'refused') && row.moved === 1;
    // A blocked chat never comes back: rather wait for a bot that is dark just now than give up.
    const next = wasTried ? null : (nextChat(row) ?? (failure === 'quota' ? null : nextChat(row, true)));
    if (next === null) store.outbox.settleUnsent(row.id, 'failed', failure, clock.now());
    else store.outbox.moveTo(row.id, next, false);
    return null;
  }

  /** Another chat of the same person, on another bot that is well; answers stay where the question was asked. */
  function nextChat(row: OutboxRow, evenIfDark = false): number | null {
    if (row.person === null || row.kind === 'answer') return null;
    const next = store.chats.ofPerson(row.person).find((chat) => {
      const lane = lanes.find((one) => one.channel.name === chat.channel && one.channel.bot === chat.bot);
      const isOther = chat.channel !== row.channel || chat.bot !== row.bot;
      return chat.state === 'active' && isOther && lane !== undefined && (evenIfDark || lane.channel.health().ok);
    });
    return next?.id ?? null;
  }

  function isDark({ channel, tookAt }: BusyLane): boolean {
    const { ok, since } = channel.health();
    return !ok && tookAt < since && clock.wire() - since >= DARK_AFTER_MS;
  }

  /**
   * What the bot says of its own accord goes to the person's other app instead. Without one it is tried all the same, but
   * what perhaps arrived is repeated only when the bot is well again. False: try it.
   */
  function leaveDark(row: OutboxRow): boolean {
    if (row.kind === 'answer') return false;
    const next = row.moved === 0 ? nextChat(row) : null;
    if (next !== null) store.outbox.moveTo(row.id, next, row.repeated === 1);
    else if (row.repeated === 1) store.outbox.putOff(row.id, clock.wire() + DARK_LOOK_MS);
    return next !== null || row.repeated === 1;
  }

  /** A bot that stays dark is not waited for while the person has another app: it goes there, once. */
  function moveOnFromDark(lane: Lane, row: OutboxRow, perhaps: boolean): boolean {
    const isDark = !lane.channel.health().ok || row.attempts + 1 >= DARK_AFTER_TRIES;
    const next = isDark && row.moved === 0 ? nextChat(row) : null;
    if (next !== null) store.outbox.moveTo(row.id, next, perhaps);
    return next !== null;
  }

  async function deliver(lane: BusyLane, { row, takenAt, message }: Claimed): Promise<void> {
    lane.inFlight += 1;
    try {
      const receipt = await lane.channel.send({ chat: row.address }, message, row.sent_parts);
      sent += 1;
      lane.tookAt = clock.wire();
      conclude(() => settleAccepted(row, receipt));
    } catch (error) {
      const failure =
        error instanceof SendError ? error : new SendError('refused', 'the channel failed', { cause: error });
      if (!(error instanceof SendError))
        log.error({ err: error, outbox: row.id }, 'a channel threw something else than SendError');
      conclude(() => settleFailure(lane, row, failure));
    } finally {
      lane.inFlight -= 1;
      lane.pace.heard(takenAt, clock.wire());
    }
  }

  function settleAccepted(row: OutboxRow, receipt: Receipt): void {
    const now = clock.now();
    store.outbox.settleSent(row.id, 'accepted', now, receipt.count, receipt.messageIds);
    spend(row, receipt.count);
  }

  function spend(row: OutboxRow, messages: number): void {
    store.spending.add(row.channel, row.bot, options.capOf(clock.now()).day.slice(0, 7), messages);
  }

  function settleFailure(lane: Lane, row: OutboxRow, failure: SendError): void {
    const { kind } = failure;
    spend(row, failure.sentParts - row.sent_parts);
    log.warn({ outbox: row.id, kind, attempt: row.attempts + 1, detail: failure.message }, 'a send failed');
    if (kind === 'blocked' || kind === 'gone') {
      store.chats.setState(row.chat, kind, clock.now());
      reroute(row, kind);
    } else if (kind === 'quota' || kind === 'refused') {
      reroute(row, kind);
    } else if (kind === 'unknown') {
      settleUnknown(row, failure.sentParts);
    } else if (!moveOnFromDark(lane, row, row.repeated === 1)) {
      const delay = retryDelay(kind, row.attempts + 1, failure.retryAfterMs, options.random);
      if (kind === 'throttled') lane.pace.throttled(clock.wire(), clock.wire() + Math.min(delay, LONGEST_SLEEP_MS));
      store.outbox.retry(row.id, clock.wire() + delay, kind, failure.sentParts, false);
    }
  }

  /** Perhaps it arrived. Said again once where silence would be worse, and marked; else left at that. */
  function settleUnknown(row: OutboxRow, sentParts: number): void {
    // It may have cost one of the month's messages.
    spend(row, 1);
    if (row.repeat_if_unknown === 1 && row.repeated === 0) {
      const delay = retryDelay('unknown', row.attempts + 1, null, options.random);
      store.outbox.retry(row.id, clock.wire() + delay, 'unknown', sentParts, true);
    } else if (row.repeat_if_unknown === 1 && row.moved === 0 && nextChat(row) !== null) {
      store.outbox.moveTo(row.id, nextChat(row) ?? row.chat, true);
    } else {
      store.outbox.settleSent(row.id, 'unknown', clock.now(), 1, []);
    }
  }

  /** Outcomes that come in together are written together; one that cannot be written is kept and tried again. */
  function conclude(outcome: () => void): void {
    outcomes.push(outcome);
    if (flushQueued) return;
    flushQueued = true;
    clock.after(0, flush);
  }

  function flush(): void {
    const batch = outcomes.splice(0);
    try {
      store.transact(() => {
        for (const outcome of batch) outcome();
      });
      flushQueued = outcomes.length > 0;
      if (flushQueued) clock.after(0, flush);
      wake();
      releaseIdle();
    } catch (error) {
      log.error({ err: error, outcomes: batch.length }, 'send outcomes cannot be written; trying again');
      outcomes.unshift(...batch);
      clock.after(STORE_TROUBLE_MS, flush);
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
    if (isSending() || outcomes.length > 0 || flushQueued) return false;
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
        for (const row of store.outbox.inFlight()) settleUnknown(row, row.sent_parts);
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
      while (clock.wire() < giveUpAt && (isSending() || outcomes.length > 0 || flushQueued))
        await new Promise<void>((resolve) => clock.after(10, resolve));
      for (const release of idleWaiters.splice(0)) release();
    },
  };
}

export type Dispatcher = ReturnType<typeof createDispatcher>;
