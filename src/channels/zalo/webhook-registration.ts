import { z } from 'zod';
import { waitUnless } from '../waiting.ts';
import { retryDelay } from './backoff.ts';
import { PROBE_REFUSED } from './platform-facts.ts';
import type { WebhookOptions } from './receiver.ts';
import { foreignWebhook, isRefusal, lookAtWebhook, type Obstacle, obstacleOf } from './webhook-owner.ts';

/** How our webhook stands with the platform. */
export interface Registration {
  /** Wire time at which this run last set it. */
  changedAt: number | null;
  /** What the platform's check of the address found, until a real call comes through. */
  unverified: string | null;
  /** Calls come with another secret than ours. */
  secretDoubted: boolean;
}

/** Looks after the webhook until the stop: sets it where none is, and says so where somebody else's is. */
export async function keepRegistered(
  registration: Registration,
  stop: AbortSignal,
  parts: WebhookOptions,
): Promise<void> {
  let failures = 0;
  while (!stop.aborted) {
    const obstacle = await register(registration, stop, parts);
    if (stop.aborted) return;
    failures = obstacle ? failures + 1 : 0;
    if (!obstacle) parts.health.good();
    else {
      parts.health.bad(obstacle.reason);
      parts.log.warn({ bot: parts.bot, reason: obstacle.reason }, 'webhook not in order, checking again later');
    }
    const retry = obstacle?.waitMs === 'retry' ? retryDelay(failures, parts.timing, parts.random) : null;
    const planned = typeof obstacle?.waitMs === 'number' ? obstacle.waitMs : parts.timing.webhookCheckMs;
    await waitUnless(stop, retry ?? planned);
  }
}

/** Sets the webhook only where it has to be: the platform counts these calls by the day. */
async function register(
  registration: Registration,
  stop: AbortSignal,
  parts: WebhookOptions,
): Promise<Obstacle | null> {
  const state = await lookAtWebhook(parts, stop);
  if ('obstacle' in state) return state.obstacle;
  const ours = state.url === parts.webhookUrl;
  // Our secret changes with a start only, so one doubt a run is enough: anybody can call with a wrong one.
  if (ours && (!registration.secretDoubted || registration.changedAt !== null)) return unverified(registration, parts);
  if (!ours && state.url !== '' && !parts.takeOverWebhook) return foreignWebhook(state.url, parts);
  const { changedAt } = registration;
  if (changedAt !== null && parts.wire() - changedAt < parts.timing.webhookChangeMs) {
    return lostAgain(parts);
  }
  return await setWebhook(registration, stop, parts);
}

async function setWebhook(
  registration: Registration,
  stop: AbortSignal,
  parts: WebhookOptions,
): Promise<Obstacle | null> {
  const body = { url: parts.webhookUrl, secret_token: parts.secret };
  const answer = await parts.api.call('setWebhook', body, { limitMs: parts.timing.callLimitMs, stop });
  if (!answer.ok) {
    const obstacle = obstacleOf(answer.failure, parts);
    // A refusal does not mend itself, and trying again uses up what the day allows.
    return isRefusal(answer.failure) ? { ...obstacle, waitMs: parts.timing.webhookChangeMs } : obstacle;
  }
  registration.changedAt = parts.wire();
  registration.secretDoubted = false;
  registration.unverified = faultIn(answer.result);
  parts.log.info({ bot: parts.bot }, 'webhook set');
  return unverified(registration, parts);
}

function unverified({ unverified: outcome }: Registration, { timing }: WebhookOptions): Obstacle | null {
  if (outcome === null) return null;
  return { reason: `Zalo could not reach the webhook address (${outcome})`, waitMs: timing.webhookCheckMs };
}

function lostAgain({ timing }: WebhookOptions): Obstacle {
  return {
    reason: 'the webhook was taken away soon after it was set: does another program use this token?',
    waitMs: timing.webhookCheckMs,
  };
}

const checked = z.object({ verification: z.object({ ok: z.boolean(), outcome: z.string().max(60) }) });

/** The check's finding, where there was one and it is not our own refusal of a probe without the secret. The address is saved all the same. */
function faultIn(result: unknown): string | null {
  const parsed = checked.safeParse(result);
  if (!parsed.success) return null;
  const { ok, outcome } = parsed.data.verification;
  return ok || outcome === PROBE_REFUSED ? null : outcome.replace(/[^\w.]/g, '');
}
