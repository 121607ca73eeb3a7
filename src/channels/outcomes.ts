import { z } from 'zod';
import type { Posted } from './post.ts';
import { SendError, type SendFailure } from './send-error.ts';

/**
 * Why a call of a platform brought no result.
 *
 * | cause | what happened |
 * | --- | --- |
 * | answer | the platform said no in its own form; `code` is its `error_code`, 0 where it gave none |
 * | page | anything else came back: HTML, half an answer, JSON of another shape; `code` is the HTTP status |
 * | unreachable | no connection stood: nothing was written |
 * | silence | a connection stood and no whole answer came: anything may have happened |
 * | stopped | the caller gave up |
 */
export interface CallFailure {
  cause: 'answer' | 'page' | 'unreachable' | 'silence' | 'stopped';
  /** 0 where there is none. */
  code: number;
  /** What the platform or the system said of it, as it came: it may quote the token or the text. */
  said: string;
  /** How long the platform asked us to wait. */
  retryAfterMs: number | null;
}

export type Answer = { ok: true; result: unknown } | { ok: false; failure: CallFailure };

/** What a platform means by a refusal of its own, a code from 400 to 499. */
export type Meaning = (failure: CallFailure) => SendFailure;

interface Row {
  cause: CallFailure['cause'];
  /** The codes it holds for, both included; all where left out. */
  codes?: readonly [from: number, to: number];
  becomes: SendFailure | 'as the platform means it';
  /** It is said again whatever it is, for it most likely did not go, and marked, since nobody knows. */
  mayHaveGone?: true;
}

/**
 * What a send that brought no result counts as, on both platforms; the first row that fits holds. Nothing written or a
 * well-formed refusal: it did not go, so it is said again unmarked, or refused for good. Anything else may be the trace of
 * a message that went out: said again only with a mark, and, where nothing speaks against its having gone (`unknown`), by policy.
 */
export const OUTCOMES: readonly Row[] = [
  { cause: 'unreachable', becomes: 'unavailable' },
  { cause: 'silence', becomes: 'unknown' },
  { cause: 'stopped', becomes: 'unknown' },
  // HTTP's own refusals, which should come before anything is passed on: somewhere else, no leave, a proxy's password, too large, too often.
  { cause: 'page', codes: [300, 399], becomes: 'unavailable', mayHaveGone: true },
  { cause: 'page', codes: [401, 401], becomes: 'unauthorised', mayHaveGone: true },
  { cause: 'page', codes: [407, 407], becomes: 'unavailable', mayHaveGone: true },
  { cause: 'page', codes: [413, 413], becomes: 'unavailable', mayHaveGone: true },
  { cause: 'page', codes: [429, 429], becomes: 'throttled', mayHaveGone: true },
  { cause: 'page', becomes: 'unknown' },
  { cause: 'answer', codes: [401, 401], becomes: 'unauthorised' },
  // A time-out says that somebody waited, not what became of it.
  { cause: 'answer', codes: [408, 408], becomes: 'unknown' },
  { cause: 'answer', codes: [429, 429], becomes: 'throttled' },
  { cause: 'answer', codes: [400, 499], becomes: 'as the platform means it' },
  // The platform's own trouble, which may have come after the message was taken.
  { cause: 'answer', codes: [500, 501], becomes: 'unavailable', mayHaveGone: true },
  { cause: 'answer', codes: [503, 503], becomes: 'unavailable', mayHaveGone: true },
  // A gateway's word (502, 504 …), or a no without a code.
  { cause: 'answer', becomes: 'unknown' },
];

/** What a failed send counts as, and whether the message may have gone all the same. */
export interface Outcome {
  kind: SendFailure;
  mayHaveGone: boolean;
}

export function outcomeOf(failure: CallFailure, meaning: Meaning): Outcome {
  const row = OUTCOMES.find(({ cause, codes: [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] }) => {
    return cause === failure.cause && from <= failure.code && failure.code <= to;
  });
  const becomes = row?.becomes ?? 'unknown';
  const kind = becomes === 'as the platform means it' ? meaning(failure) : becomes;
  return { kind, mayHaveGone: row?.mayHaveGone === true };
}

const sent = z.object({ message_id: z.union([z.string().min(1), z.number()]) });

/**
 * The id of the message that a send says it made, the piece after `sentParts`. Both platforms give one (core.telegram.org/bots/api#message; Zalo: sendMessage,
 * sendPhoto), so that a yes without it comes from something in between, and nobody knows what became of the message.
 */
export function idOfSent(result: unknown, sentParts: number): string {
  const read = sent.safeParse(result);
  if (!read.success) throw new SendError('unknown', 'a yes without the message that was sent', { sentParts });
  return String(read.data.message_id);
}

/** The form both platforms answer in (core.telegram.org/bots/api, "Making requests"; Zalo: call_api). */
const envelope = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().catch(''),
  error_code: z.coerce.number().int().optional().catch(undefined),
  // Spelt so by one page of Zalo's.
  errorCode: z.coerce.number().int().optional().catch(undefined),
  parameters: z.object({ retry_after: z.number().positive() }).optional().catch(undefined),
});

/** Reads what a call brought. The body decides and not the status: on Zalo a junk token gets 200, an idle poll 408. */
export function readAnswer(posted: Posted): Answer {
  if (posted.how !== 'answered') return failed({ cause: posted.how, code: 0, said: posted.why });
  const { status, body } = posted;
  const parsed = envelope.safeParse(parseJson(body));
  if (!parsed.success)
    return failed({ cause: 'page', code: status, said: `HTTP ${status} with something that is not an answer` });
  const { ok, result, description, error_code, errorCode, parameters } = parsed.data;
  if (ok) return { ok, result };
  const code = (error_code ?? errorCode) || (status >= 400 && status < 500 ? status : 0);
  const retryAfter = code === 429 ? parameters?.retry_after : undefined;
  return failed({ cause: 'answer', code, said: description }, retryAfter);
}

function failed(failure: Omit<CallFailure, 'retryAfterMs'>, retryAfter?: number): Answer {
  return { ok: false, failure: { ...failure, retryAfterMs: retryAfter === undefined ? null : retryAfter * 1000 } };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
