import type { Receive } from '../channel.ts';
import { waitUnless } from '../waiting.ts';
import type { ApiFailure } from './api.ts';
import { retryDelay } from './backoff.ts';
import { keep } from './keep.ts';
import { IDLE, WEBHOOK_IS_SET } from './platform-facts.ts';
import { updatesIn } from './read-update.ts';
import type { Receiver, ReceiverParts } from './receiver.ts';
import { foreignWebhook, lookAtWebhook, type Obstacle, obstacleOf } from './webhook-owner.ts';

/** One failed poll is everyday on this platform; so many in a row are a state the operator should see. */
const FAILURES_TO_BE_BAD = 3;

/** So many idle answers that came at once, and the platform is not holding polls open: ask less often. */
const HASTY_ANSWERS = 5;

interface Run {
  stop: AbortSignal;
  receive: Receive;
  /** Nobody else's webhook is in the way. */
  clear: boolean;
  failures: number;
  hasty: number;
  /** Wire time of the last sign that the loop works. */
  heardAt: number;
  webhookDeletedAt: number | null;
}

/**
 * Long polling. An update is gone from the platform once it was handed over, so the next one is asked for only when the
 * last is stored.
 */
export function createPoller(parts: ReceiverParts): Receiver & { deafSince(): number | null } {
  let stopping: AbortController | null = null;
  let running: Promise<void> = Promise.resolve();
  let run: Run | null = null;
  return {
    start(receive) {
      if (stopping) return;
      stopping = new AbortController();
      const begun = begin(stopping.signal, receive, parts);
      run = begun;
      running = keepPolling(begun, parts);
    },
    async stop() {
      stopping?.abort();
      await running;
      stopping = null;
      run = null;
    },
    /** Since when nothing was heard, when that is too long ago; failures that are being retried are not deafness. */
    deafSince() {
      if (!run || parts.wire() - run.heardAt <= parts.timing.deafAfterMs) return null;
      return run.heardAt;
    },
  };
}

function begin(stop: AbortSignal, receive: Receive, { wire }: ReceiverParts): Run {
  return { stop, receive, clear: false, failures: 0, hasty: 0, heardAt: wire(), webhookDeletedAt: null };
}

async function keepPolling(run: Run, parts: ReceiverParts): Promise<void> {
  while (!run.stop.aborted) {
    const obstacle = await step(run, parts).catch((error: unknown): Obstacle => {
      // A bug of ours must not leave the bot deaf.
      parts.log.error({ bot: parts.bot, err: error }, 'unexpected error while polling');
      return { reason: 'unexpected error while polling', waitMs: 'retry' };
    });
    run.heardAt = parts.wire();
    if (obstacle && !run.stop.aborted) await waitOut(obstacle, run, parts);
  }
}

function step(run: Run, parts: ReceiverParts): Promise<Obstacle | null> {
  return run.clear ? poll(run, parts) : clearTheWay(run, parts);
}

async function waitOut({ reason, waitMs }: Obstacle, run: Run, parts: ReceiverParts): Promise<void> {
  run.failures += 1;
  const pauseMs = waitMs === 'retry' ? retryDelay(run.failures, parts.timing, parts.random) : waitMs;
  if (waitMs !== 'retry' || run.failures >= FAILURES_TO_BE_BAD || !parts.health.read().ok) parts.health.bad(reason);
  parts.log.warn({ bot: parts.bot, reason, waitMs: pauseMs }, 'polling interrupted, retrying');
  await waitUnless(run.stop, pauseMs);
  run.heardAt = parts.wire();
}

/** Polls only where no webhook is set, for the two exclude each other. */
async function clearTheWay(run: Run, parts: ReceiverParts): Promise<Obstacle | null> {
  const state = await lookAtWebhook(parts, run.stop);
  // Polling is safe to try where the platform will not say: with a webhook set it is refused.
  if ('obstacle' in state && !state.refused) return state.obstacle;
  if ('url' in state && state.url !== '') {
    const obstacle = await takeAway(state.url, run, parts);
    if (obstacle) return obstacle;
  }
  run.clear = true;
  run.failures = 0;
  parts.health.good();
  return null;
}

/** Deletes a webhook that is our own, or that we were told to take over; any other is left where it is. */
async function takeAway(url: string, run: Run, parts: ReceiverParts): Promise<Obstacle | null> {
  const { timing, api, log, bot, wire } = parts;
  if (url !== parts.webhookUrl && !parts.takeOverWebhook) return foreignWebhook(url, parts);
  const deletedAt = run.webhookDeletedAt;
  // Somebody sets it again each time: two installations with one token must not fight over it all day.
  if (deletedAt !== null && wire() - deletedAt < timing.webhookChangeMs) return foreignWebhook(url, parts);
  const answer = await api.call('deleteWebhook', {}, { limitMs: timing.callLimitMs, stop: run.stop });
  if (!answer.ok) return obstacleOf(answer.failure, parts);
  run.webhookDeletedAt = wire();
  log.warn({ bot }, 'webhook deleted: polling instead');
  return null;
}

async function poll(run: Run, parts: ReceiverParts): Promise<Obstacle | null> {
  const { timing, api, wire } = parts;
  const begunAt = wire();
  // After trouble a short one: it comes back soon, and shows that the platform is well again.
  const heldMs = parts.health.read().ok ? timing.pollMs : 1_000;
  const seconds = Math.max(1, Math.round(heldMs / 1000));
  const answer = await api.call('getUpdates', { timeout: seconds }, { limitMs: timing.pollLimitMs, stop: run.stop });
  if (!answer.ok && answer.failure.code !== IDLE) return failedPoll(answer.failure, run, parts);
  run.failures = 0;
  parts.health.good();
  const updates = answer.ok ? updatesIn(answer.result) : [];
  for (const update of updates) await take(update, run, parts);
  run.hasty = updates.length === 0 && wire() - begunAt < timing.firstRetryMs ? run.hasty + 1 : 0;
  if (run.hasty >= HASTY_ANSWERS) await waitUnless(run.stop, timing.firstRetryMs);
  return null;
}

function failedPoll(failure: ApiFailure, run: Run, parts: ReceiverParts): Obstacle | null {
  if (failure.cause === 'stopped') return null;
  // Somebody set a webhook meanwhile; whose it is decides what to do.
  if (failure.cause === 'answer' && failure.code === WEBHOOK_IS_SET) run.clear = false;
  return obstacleOf(failure, parts);
}

async function take(update: unknown, run: Run, parts: ReceiverParts): Promise<void> {
  if (await keep(update, run.receive, run.stop, parts)) parts.health.good();
}
