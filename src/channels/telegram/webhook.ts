import type { WebhookRequest, WebhookResponse } from '../channel.ts';
import { waitUnless } from '../waiting.ts';
import { headerOf, isSameSecret } from '../webhook-secret.ts';
import { retryDelay } from './backoff.ts';
import { shared } from './bot-api.ts';
import { ALLOWED_UPDATES, type Receiver, type ReceiverParts, type Take } from './polling.ts';
import type { RawUpdate } from './read-update.ts';

/** Header of a call that carries the secret (core.telegram.org/bots/api, setWebhook). */
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/** Updates that Telegram brings itself. */
export interface WebhookReceiver extends Receiver {
  handle(request: WebhookRequest): Promise<WebhookResponse>;
}

export interface WebhookAddress {
  url: string;
  secret: string;
}

interface Session {
  stopping: AbortController;
  running: Promise<void>;
  registered: boolean;
  inHand: Set<Promise<WebhookResponse>>;
  take: Take;
}

/**
 * Webhook delivery. A call is answered with 200 only after the update is stored; any other answer makes Telegram bring it
 * again. The registration is looked after: a webhook that somebody took away or moved is set again.
 */
export function createWebhook(address: WebhookAddress, parts: ReceiverParts): WebhookReceiver {
  let session: Session | null = null;
  return {
    start(take) {
      if (session) return;
      const stopping = new AbortController();
      const begun: Session = { stopping, running: Promise.resolve(), registered: false, inHand: new Set(), take };
      session = begun;
      begun.running = keepRegistered(begun, address, parts);
    },
    async stop() {
      const ending = session;
      if (!ending) return;
      session = null;
      ending.stopping.abort();
      await Promise.allSettled([ending.running, ...ending.inHand]);
    },
    async handle(request) {
      if (!isSameSecret(headerOf(request, SECRET_HEADER), address.secret)) return { status: 401, body: 'wrong secret' };
      const update = parseUpdate(await request.body());
      if (!update) return { status: 400, body: 'not an update' };
      if (!session) return { status: 503, body: 'stopped' };
      const { inHand } = session;
      const handling = accept(update, session, parts);
      inHand.add(handling);
      return await handling.finally(() => inHand.delete(handling));
    },
  };
}

async function keepRegistered(session: Session, address: WebhookAddress, parts: ReceiverParts): Promise<void> {
  const { timing, health, log, describe } = parts;
  const stop = session.stopping.signal;
  let failures = 0;
  while (!stop.aborted) {
    try {
      await register(session, address, parts);
      session.registered = true;
      failures = 0;
      health.good();
      await waitUnless(stop, timing.hookCheckMs);
    } catch (error) {
      failures += 1;
      const waitMs = retryDelay(error, failures, timing, parts.random);
      health.bad(describe(error));
      log.warn({ reason: describe(error), waitMs: Math.round(waitMs) }, 'webhook not confirmed, retrying');
      await waitUnless(stop, waitMs);
    }
  }
}

async function register(session: Session, { url, secret }: WebhookAddress, { bot, log }: ReceiverParts): Promise<void> {
  const { telegram } = bot;
  const stoppable = { signal: shared(session.stopping.signal) };
  bot.botInfo ??= await telegram.callApi('getMe', {}, stoppable);
  if (session.registered) {
    const info = await telegram.callApi('getWebhookInfo', {}, stoppable);
    if (info.url === url) return;
    log.warn({}, 'webhook changed by somebody else, setting it again');
  }
  const terms = { secret_token: secret, allowed_updates: ALLOWED_UPDATES, drop_pending_updates: false };
  await telegram.callApi('setWebhook', { url, ...terms }, stoppable);
}

async function accept(update: RawUpdate, session: Session, parts: ReceiverParts): Promise<WebhookResponse> {
  const { bot, health, log, describe } = parts;
  try {
    bot.botInfo ??= await bot.telegram.getMe();
    await session.take([update]);
    if (session.registered) health.good();
    return { status: 200, body: '' };
  } catch (error) {
    health.bad(`updates cannot be stored: ${describe(error)}`);
    log.error(
      { update: update.update_id, reason: describe(error) },
      'storing an update failed, Telegram will deliver it again',
    );
    return { status: 503, body: 'not stored' };
  }
}

function parseUpdate(body: string): RawUpdate | null {
  try {
    const update: unknown = JSON.parse(body);
    const known = typeof update === 'object' && update !== null && 'update_id' in update;
    return known && Number.isSafeInteger(update.update_id) ? (update as RawUpdate) : null;
  } catch {
    return null;
  }
}
