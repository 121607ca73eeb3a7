import { createAgent } from '../agent.ts';
import { type CallFailure, readAnswer } from '../outcomes.ts';
import { post } from '../post.ts';
import { createRedact } from '../redact.ts';
import { UNAUTHORISED } from './platform-facts.ts';

/** A call that brought no result, with words for the operator that hold no token. */
export interface ApiFailure extends CallFailure {
  detail: string;
}

export type Answer = { ok: true; result: unknown } | { ok: false; failure: ApiFailure };

export interface CallLimits {
  limitMs: number;
  /** Ends the call early. */
  stop?: AbortSignal;
}

/** Calls methods of the Bot Platform. Never throws. */
export interface Api {
  call(method: string, body: object, limits: CallLimits): Promise<Answer>;
}

export interface ApiOptions {
  token: string;
  apiUrl: string;
  proxyUrl: string | null;
  /** Sent along when a webhook is set, so it may come back in an answer. */
  webhookSecret: string | null;
  connectLimitMs: number;
}

export function createApi({ token, apiUrl, proxyUrl, webhookSecret, connectLimitMs }: ApiOptions): Api {
  const root = `${apiUrl.replace(/\/+$/, '')}/bot${token}`;
  const redact = createRedact(token, webhookSecret);
  // A fresh connection for every call: on one that is kept open, a request may be written to a connection the other side had
  // just closed, and nobody could tell whether a message went out. Zalo's few messages can pay for that.
  // The short default for trying a host's second address cuts off slow mobile networks.
  const agent = createAgent(root, proxyUrl, { keepAlive: false, autoSelectFamilyAttemptTimeout: 3_000 });
  return {
    async call(method, body, limits) {
      const url = new URL(`${root}/${method}`);
      const request = { url, body: JSON.stringify(body), contentType: 'application/json', agent, connectLimitMs };
      const answer = readAnswer(await post({ ...request, ...limits }));
      if (answer.ok) return answer;
      return { ok: false, failure: { ...answer.failure, detail: `${method}: ${describe(answer.failure, redact)}` } };
    },
  };
}

function describe({ cause, code, said }: CallFailure, redact: (text: string) => string): string {
  if (cause === 'unreachable') return `no connection (${said})`;
  if (cause === 'silence') return `the connection broke (${said})`;
  // Only the beginning, and never the token: what a stranger writes here ends up in logs.
  return cause === 'answer' ? `${code} ${redact(said).slice(0, 200)}`.trimEnd() : said;
}

/** Whether the token was refused, by the platform or by whatever answers in its place. */
export function isUnauthorised({ cause, code }: CallFailure): boolean {
  return code === UNAUTHORISED && (cause === 'answer' || cause === 'page');
}

/** A failure as the operator reads it. */
export function inWords(failure: ApiFailure): string {
  if (isUnauthorised(failure)) return `Zalo refuses the token (${failure.code}): check ZALO_BOT_TOKENS`;
  return failure.detail;
}
