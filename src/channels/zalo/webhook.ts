import { setTimeout as sleep } from 'node:timers/promises';
import type { Receive, WebhookRequest, WebhookResponse } from '../channel.ts';
import { headerOf, isSameSecret } from '../webhook-secret.ts';
import { keep } from './keep.ts';
import { SECRET_HEADER } from './platform-facts.ts';
import { updatesIn } from './read-update.ts';
import type { Receiver, WebhookOptions } from './receiver.ts';
import { keepRegistered, type Registration } from './webhook-registration.ts';

export interface Webhook extends Receiver {
  handle(request: WebhookRequest): Promise<WebhookResponse>;
}

interface Run {
  stopping: AbortController;
  registering: Promise<void>;
  registration: Registration;
  inHand: Set<Promise<unknown>>;
  receive: Receive;
}

/** Updates waiting to be stored while the database is in trouble: beyond this the platform is left to bring them again. */
const MOST_IN_HAND = 500;

/** Webhook delivery: a call is answered with 200 after its update is stored, and nobody without the secret has any effect. */
export function createWebhook(options: WebhookOptions): Webhook {
  let run: Run | null = null;
  return {
    start(receive) {
      if (run) return;
      const stopping = new AbortController();
      const registration: Registration = { changedAt: null, unverified: null, secretDoubted: false };
      const registering = keepRegistered(registration, stopping.signal, options);
      run = { stopping, registering, registration, inHand: new Set(), receive };
    },
    async stop() {
      const ending = run;
      if (!ending) return;
      run = null;
      ending.stopping.abort();
      await Promise.allSettled([ending.registering, ...ending.inHand]);
    },
    async handle(request) {
      const given = headerOf(request, SECRET_HEADER);
      if (!isSameSecret(given, options.secret)) {
        options.refuse();
        // A call with another secret may be Zalo with one that was set before WEBHOOK_SECRET was changed.
        if (run && given) run.registration.secretDoubted = true;
        return { status: 403, body: 'wrong secret' };
      }
      if (!run || run.inHand.size >= MOST_IN_HAND) return { status: 503, body: 'not now' };
      const current = run;
      return await accept(parse(await request.body()), current, options);
    },
  };
}

/** Stores what a call brought. What cannot be stored in time is kept at it, for the platform may not bring it again. */
async function accept(delivered: unknown, run: Run, parts: WebhookOptions): Promise<WebhookResponse> {
  // A call with the secret came through: whatever the platform's own check said, the address works.
  run.registration.unverified = null;
  const storing = storeAll(delivered, run, parts);
  run.inHand.add(storing);
  const settled = storing.finally(() => run.inHand.delete(storing));
  const deadline = new AbortController();
  const late = sleep(parts.timing.answerWithinMs, false, { signal: deadline.signal }).catch(() => false);
  const stored = await Promise.race([settled, late]).finally(() => deadline.abort());
  return stored ? { status: 200, body: '' } : { status: 503, body: 'not stored' };
}

async function storeAll(delivered: unknown, run: Run, parts: WebhookOptions): Promise<boolean> {
  const updates = updatesIn(delivered);
  if (updates.length === 0) parts.ignore('not an update');
  let stored = true;
  for (const update of updates) stored = (await keep(update, run.receive, run.stopping.signal, parts)) && stored;
  if (stored && updates.length > 0) parts.health.good();
  return stored;
}

/** Null for what is not JSON: the platform's probes are empty. */
function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
