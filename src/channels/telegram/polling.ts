import type { Telegraf } from 'telegraf';
import type { Log } from '../../log.ts';
import type { HealthState } from '../health-state.ts';
import { waitUnless } from '../waiting.ts';
import { retryDelay } from './backoff.ts';
import { shared } from './bot-api.ts';
import type { RawUpdate } from './read-update.ts';
import type { Timing } from './timing.ts';

/** Stores updates, in Telegram's order. Resolves when all of them are stored; until then Telegram is not told that they arrived. */
export type Take = (updates: readonly RawUpdate[]) => Promise<void>;

/** The way updates come in. */
export interface Receiver {
  start(take: Take): void;
  /** Resolves when the updates in hand are stored, or given back to Telegram because they cannot be. */
  stop(): Promise<void>;
}

export interface ReceiverParts {
  bot: Telegraf;
  health: HealthState;
  timing: Timing;
  wire: () => number;
  random: () => number;
  /** Puts a failure into words for the operator, without secrets. */
  describe: (error: unknown) => string;
  log: Log;
}

/** The updates the bot reads; Telegram keeps the others to itself. */
export const ALLOWED_UPDATES = ['message', 'callback_query'] as const;

/** A poll that failed, under a name at which telegraf gives up instead of waiting on its own. */
class PollFailure extends Error {}

interface Session {
  stopping: AbortController;
  running: Promise<void>;
  /** The updates of one answer of Telegram's, which are stored together. */
  arrived: RawUpdate[];
  /** The end of the queue of answers to store. */
  queue: Promise<void>;
  unstored: number;
  /** Set for the first poll of a launch, which comes back at once and so shows soon whether polling works. */
  quick: boolean;
  take: Take;
}

/**
 * Long polling by telegraf with what it lacks: it is launched again after every failure, a silent connection is dropped, and an
 * update that could not be stored is not confirmed, not even by the last call telegraf makes when it stops.
 */
export function createPolling(parts: ReceiverParts): Receiver {
  const { bot, log } = parts;
  let session: Session | null = null;
  watchCalls(parts, () => session);
  // telegraf asks for more updates only when all handlers of a batch are done, so a handler does nothing but store.
  bot.use((ctx) => (session ? enqueue(session, ctx.update, parts) : undefined));
  bot.catch((error) => log.error({ reason: parts.describe(error) }, 'unexpected error in an update handler'));
  return {
    start(take) {
      if (session) return;
      const stopping = new AbortController();
      const begun: Session = {
        stopping,
        running: Promise.resolve(),
        arrived: [],
        queue: Promise.resolve(),
        unstored: 0,
        quick: true,
        take,
      };
      session = begun;
      begun.running = keepLaunched(begun, parts);
    },
    async stop() {
      const ending = session;
      if (!ending) return;
      ending.stopping.abort();
      await ending.running;
      if (session === ending) session = null;
    },
  };
}

async function keepLaunched(session: Session, parts: ReceiverParts): Promise<void> {
  const { bot, timing, wire } = parts;
  const stop = session.stopping.signal;
  let failures = 0;
  while (!stop.aborted) {
    const begunAt = wire();
    session.quick = true;
    try {
      await bot.launch({ dropPendingUpdates: false, allowedUpdates: [...ALLOWED_UPDATES] });
    } catch (thrown) {
      if (stop.aborted) return;
      const error = thrown instanceof PollFailure ? thrown.cause : thrown;
      failures = wire() - begunAt > timing.steadyMs ? 1 : failures + 1;
      const waitMs = retryDelay(error, failures, timing, parts.random);
      report(error, waitMs, parts);
      await waitUnless(stop, waitMs);
    }
  }
}

function report(error: unknown, waitMs: number, { health, log, describe }: ReceiverParts): void {
  const reason = describe(error);
  health.bad(reason);
  log.warn({ reason, waitMs: Math.round(waitMs) }, 'polling interrupted, retrying');
}

/** telegraf hands over the updates of one answer in one go, each for itself. */
function enqueue(session: Session, update: RawUpdate, parts: ReceiverParts): Promise<void> {
  session.unstored += 1;
  session.arrived.push(update);
  if (session.arrived.length === 1) session.queue = session.queue.then(() => store(session, parts));
  return session.queue;
}

/** Tries until the updates are stored or the channel stops. Never rejects. */
async function store(session: Session, parts: ReceiverParts): Promise<void> {
  const stop = session.stopping.signal;
  const updates = session.arrived.splice(0);
  for (let failures = 1; !stop.aborted || failures === 1; failures += 1) {
    try {
      await session.take(updates);
      session.unstored -= updates.length;
      return;
    } catch (error) {
      const waitMs = retryDelay(error, failures, parts.timing, parts.random);
      const reason = parts.describe(error);
      parts.health.bad(`updates cannot be stored: ${reason}`);
      parts.log.error(
        { updates: updates.map(({ update_id }) => update_id), reason, waitMs: Math.round(waitMs) },
        'storing updates failed, retrying',
      );
      await waitUnless(stop, waitMs);
    }
  }
}

/** Stands between telegraf's polling and the Bot API. */
function watchCalls(parts: ReceiverParts, current: () => Session | null): void {
  const { telegram } = parts.bot;
  const call: typeof telegram.callApi = telegram.callApi;
  telegram.callApi = (method, payload, options) => {
    const session = current();
    if (!session || !RECEIVING.has(method)) return call(method, payload, options);
    // telegraf's own signal is left out: it fires only after polling has ended.
    const stoppable = { signal: shared(session.stopping.signal) };
    if (method !== 'getUpdates') return call(method, payload, stoppable);
    if (!('timeout' in payload)) return farewell(session, () => call(method, payload));
    const seconds = session.quick ? 0 : Math.ceil(parts.timing.pollMs / 1000);
    return watchPoll(session, parts, () => call(method, { ...payload, timeout: seconds }, stoppable));
  };
}

/** The calls that a stop ends. */
const RECEIVING: ReadonlySet<string> = new Set(['getMe', 'deleteWebhook', 'getUpdates']);

/** telegraf's last call, which confirms the batch in hand: let through only when all of it is stored. */
async function farewell<T>(session: Session, call: () => Promise<T>): Promise<T> {
  if (!session.stopping.signal.aborted || session.unstored > 0) throw new PollFailure('nothing to confirm');
  return await call();
}

async function watchPoll<T>(session: Session, { health }: ReceiverParts, poll: () => Promise<T>): Promise<T> {
  const stop = session.stopping.signal;
  const stopped = () => new DOMException('stopped', 'AbortError');
  if (stop.aborted) throw stopped();
  try {
    const updates = await poll();
    session.quick = false;
    health.good();
    return updates;
  } catch (error) {
    if (stop.aborted) throw stopped();
    throw new PollFailure('a poll failed', { cause: error });
  }
}
