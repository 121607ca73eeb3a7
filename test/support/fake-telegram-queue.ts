import type { ServerResponse } from 'node:http';
import type { Params } from './fake-http.ts';
import { ApiError, listOf } from './fake-telegram-http.ts';

export type Update = { update_id: number } & Record<string, unknown>;

/** What Telegram keeps for a bot until it is taken: by polling with an offset, or by a webhook's 200. */
export interface UpdateQueue {
  push(update: object): number;
  /** Delivers an update that was delivered before. */
  again(updateId: number): void;
  pending(): number;
  readonly webhook: { url: string; secret: string | null };
  getUpdates(params: Params, response: ServerResponse): unknown;
  setWebhook(params: Params): true;
  deleteWebhook(params: Params): true;
  /** Has the open poll come back empty. */
  endPoll(): void;
  close(): void;
}

export interface QueueOptions {
  /** Where a webhook's address is in truth. */
  reroute: (url: string) => string;
  redeliverMs: number;
  changed: () => void;
}

interface Waiting {
  /** Delivered once more, so not to be dropped as confirmed before that. */
  repeated: boolean;
  update: Update;
}

interface Poll {
  look(): void;
  end(result: Update[] | ApiError): void;
}

const ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
const TWO_POLLS = 'terminated by other getUpdates request; make sure that only one bot instance is running';

export function createUpdateQueue({ reroute, redeliverMs, changed }: QueueOptions): UpdateQueue {
  const webhook = { url: '', secret: null as string | null, allowed: [] as unknown[] };
  const delivered = new Map<number, Update>();
  let queue: Waiting[] = [];
  let poll: Poll | null = null;
  let nextId = 100_001;
  let bringing = false;
  let closed = false;

  function added(): void {
    poll?.look();
    void bring();
    changed();
  }

  function take(allowed: readonly unknown[], limit: number): Update[] {
    const batch = queue.filter(({ update }) => isAllowed(update, allowed)).slice(0, limit);
    for (const waiting of batch) {
      waiting.repeated = false;
      delivered.set(waiting.update.update_id, waiting.update);
    }
    return batch.map(({ update }) => update);
  }

  /** Brings updates to the webhook, one after the other, each until it is taken. */
  async function bring(): Promise<void> {
    if (bringing) return;
    bringing = true;
    while (!closed && webhook.url !== '') {
      const waiting = queue.find(({ update }) => isAllowed(update, webhook.allowed));
      if (!waiting) break;
      delivered.set(waiting.update.update_id, waiting.update);
      if (await bringOne(waiting.update)) queue = queue.filter((candidate) => candidate !== waiting);
      else await new Promise((resolve) => setTimeout(resolve, redeliverMs));
      changed();
    }
    bringing = false;
  }

  async function bringOne(update: Update): Promise<boolean> {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (webhook.secret !== null) headers['X-Telegram-Bot-Api-Secret-Token'] = webhook.secret;
    const call = { method: 'POST', headers, body: JSON.stringify(update) };
    const answer = await fetch(reroute(webhook.url), call).catch(() => null);
    await answer?.arrayBuffer().catch(() => null);
    return answer?.ok ?? false;
  }

  return {
    webhook,
    push(update) {
      const whole = { update_id: nextId, ...update };
      nextId = whole.update_id + 1;
      queue.push({ repeated: false, update: whole });
      added();
      return whole.update_id;
    },
    again(updateId) {
      const update = delivered.get(updateId);
      if (!update) throw new Error(`update ${updateId} was never delivered`);
      queue = [{ repeated: true, update }, ...queue.filter((waiting) => waiting.update !== update)];
      added();
    },
    pending: () => queue.length,
    getUpdates(params, response) {
      if (webhook.url !== '') throw new ApiError(409, `Conflict: ${ACTIVE}`);
      poll?.end(new ApiError(409, `Conflict: ${TWO_POLLS}`));
      const offset = Number(params.offset ?? 0);
      const limit = Math.min(100, Math.max(1, Number(params.limit ?? 100)));
      const timeoutMs = Number(params.timeout ?? 0) * 1000;
      const allowed = listOf(params.allowed_updates);
      queue = queue.filter(({ repeated, update }) => repeated || update.update_id >= offset);
      const batch = take(allowed, limit);
      if (batch.length > 0 || timeoutMs === 0) return batch;
      return new Promise((resolve, reject) => {
        const begun: Poll = {
          look() {
            const found = take(allowed, limit);
            if (found.length > 0) begun.end(found);
          },
          end(result) {
            if (poll === begun) poll = null;
            clearTimeout(timer);
            if (result instanceof ApiError) reject(result);
            else resolve(result);
          },
        };
        const timer = setTimeout(() => begun.end([]), timeoutMs);
        poll = begun;
        response.on('close', () => begun.end([]));
      });
    },
    setWebhook(params) {
      const url = String(params.url ?? '');
      const secret = params.secret_token === undefined ? null : String(params.secret_token);
      if (url !== '' && !/^https:\/\/|^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url)) {
        throw new ApiError(400, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook');
      }
      if (secret !== null && !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
        throw new ApiError(400, 'Bad Request: secret token contains unallowed characters');
      }
      Object.assign(webhook, { url, secret, allowed: listOf(params.allowed_updates) });
      if (params.drop_pending_updates === true) queue = [];
      if (url !== '') poll?.end(new ApiError(409, 'Conflict: terminated by setWebhook request'));
      void bring();
      return true;
    },
    deleteWebhook(params) {
      Object.assign(webhook, { url: '', secret: null });
      if (params.drop_pending_updates === true) queue = [];
      return true;
    },
    endPoll: () => poll?.end([]),
    close() {
      closed = true;
    },
  };
}

function isAllowed(update: Update, allowed: readonly unknown[]): boolean {
  return allowed.length === 0 || allowed.some((kind) => String(kind) in update);
}
