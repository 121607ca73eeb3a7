import axios from 'axios';
import { z } from 'zod';
import { createRedact } from '../redact.ts';
import { createConnection } from './connection.ts';
import { UNAUTHORISED } from './platform-facts.ts';

/**
 * Why a call brought no result.
 *
 * | cause | what happened |
 * | --- | --- |
 * | answer | the platform said no; `code` is its `error_code` |
 * | page | something that is not the platform's envelope; `code` is the HTTP status |
 * | unreachable | no connection stood: nothing was sent |
 * | silence | a connection stood and no whole answer came: anything may have happened |
 * | stopped | the caller gave up |
 */
export interface ApiFailure {
  cause: 'answer' | 'page' | 'unreachable' | 'silence' | 'stopped';
  /** 0 where there is none. */
  code: number;
  /** For operators; without the token. */
  detail: string;
}

export type Answer = { ok: true; result: unknown } | { ok: false; failure: ApiFailure };

export interface CallLimits {
  limitMs: number;
  /** Ends the call early. */
  stop?: AbortSignal;
}

/** Calls methods of the Bot Platform. Never throws: the raw error of a call holds the token in its address. */
export interface Api {
  call(method: string, body: object, limits: CallLimits): Promise<Answer>;
}

export interface ApiOptions {
  token: string;
  apiUrl: string;
  /** Sent along when a webhook is set, so it may come back in an answer. */
  webhookSecret: string | null;
  connectLimitMs: number;
}

/** Largest answer that is read. */
const ANSWER_LIMIT = 8 * 1024 * 1024;

export function createApi({ token, apiUrl, webhookSecret, connectLimitMs }: ApiOptions): Api {
  const root = `${apiUrl.replace(/\/+$/, '')}/bot${token}`;
  const redact = createRedact(token, webhookSecret);
  return {
    async call(method, body, { limitMs, stop }) {
      const connection = createConnection(connectLimitMs);
      const limit = new AbortController();
      const end = () => limit.abort();
      const timer = setTimeout(end, limitMs);
      stop?.addEventListener('abort', end);
      try {
        if (stop?.aborted) end();
        const { httpAgent, httpsAgent } = connection;
        const agents = { httpAgent, httpsAgent, signal: limit.signal };
        const { status, data } = await axios.post<string>(`${root}/${method}`, body, { ...HOUSE_RULES, ...agents });
        return judge(method, status, data, redact);
      } catch (error) {
        if (stop?.aborted) return failed('stopped', 0, `${method}: stopped`);
        const why = limit.signal.aborted ? `no answer within ${limitMs} ms` : errorCode(error);
        if (connection.stood()) return failed('silence', 0, `${method}: the connection broke (${why})`);
        return failed('unreachable', 0, `${method}: no connection (${why})`);
      } finally {
        clearTimeout(timer);
        stop?.removeEventListener('abort', end);
      }
    },
  };
}

const HOUSE_RULES = {
  // The status is no signal on this platform: a junk token gets 200, an idle poll 408. The body decides.
  validateStatus: () => true,
  responseType: 'text',
  transformResponse: (body: string) => body,
  // A redirect would carry the token elsewhere; the environment's proxy is not one of our settings.
  maxRedirects: 0,
  proxy: false,
  maxContentLength: ANSWER_LIMIT,
} as const;

const envelope = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().catch(''),
  error_code: z.coerce.number().int().optional().catch(undefined),
  // Spelt so by one method's page.
  errorCode: z.coerce.number().int().optional().catch(undefined),
});

function judge(method: string, status: number, body: string, redact: (text: string) => string): Answer {
  // An answer that stops before it begins is none.
  if (body.trim() === '' && status < 300) return failed('silence', status, `${method}: HTTP ${status} without a word`);
  const parsed = envelope.safeParse(parseJson(body));
  if (!parsed.success) return failed('page', status, `${method}: HTTP ${status} with something that is not an answer`);
  const { ok, result, description, error_code, errorCode } = parsed.data;
  if (ok) return { ok, result };
  const code = (error_code ?? errorCode) || (status >= 400 ? status : 0);
  // Only the beginning, and never the token: what a stranger writes here ends up in logs.
  return failed('answer', code, `${method}: ${code} ${redact(description).slice(0, 200)}`.trimEnd());
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function failed(cause: ApiFailure['cause'], code: number, detail: string): Answer {
  return { ok: false, failure: { cause, code, detail } };
}

/** Only the system's word for it: messages of network errors hold addresses, and the address holds the token. */
function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'no further word';
}

/** Whether the token was refused, by the platform or by whatever answers in its place. */
export function isUnauthorised({ cause, code }: ApiFailure): boolean {
  return code === UNAUTHORISED && (cause === 'answer' || cause === 'page');
}

/** A failure as the operator reads it. */
export function inWords(failure: ApiFailure): string {
  if (isUnauthorised(failure)) return `Zalo refuses the token (${failure.code}): check ZALO_BOT_TOKENS`;
  return failure.detail;
}
