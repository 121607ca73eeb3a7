/**
 * Why a send failed: a closed set. Channels decide the kind (by the table in `outcomes.ts`), the dispatcher acts on it,
 * coordinators read it.
 *
 * | kind | retried | whose | what happened |
 * | --- | --- | --- | --- |
 * | throttled | yes, after `retryAfterMs` | theirs | 429 |
 * | quota | no, until the month turns | ours | the bot's monthly allowance is used up |
 * | unavailable | yes | theirs | no connection, or "not now" |
 * | unknown | by policy, marked | theirs | the request was written, and no well-formed answer came: perhaps sent |
 * | blocked | no | theirs | the person blocked the bot |
 * | gone | no | theirs | the chat does not exist any more |
 * | refused | no | ours | the platform does not take this message |
 * | unauthorised | yes, slowly | ours | the token is wrong or was reset |
 */
export const SEND_FAILURES = [
  'throttled',
  'quota',
  'unavailable',
  'unknown',
  'blocked',
  'gone',
  'refused',
  'unauthorised',
] as const;
export type SendFailure = (typeof SEND_FAILURES)[number];

export interface SendErrorOptions {
  /** How long the platform asked us to wait, in milliseconds. */
  retryAfterMs?: number;
  /** Pieces of a split text that were accepted before the failure: a retry starts after them. */
  sentParts?: number;
  /** Something in between may have said so after the message went out: said again, it is marked. */
  mayHaveGone?: boolean;
  cause?: unknown;
}

/** The only error `Channel.send` and `Channel.download` throw. Its message never carries a token or a message text. */
export class SendError extends Error {
  readonly kind: SendFailure;
  readonly retryAfterMs: number | null;
  readonly sentParts: number;
  readonly mayHaveGone: boolean;

  constructor(kind: SendFailure, message: string, options: SendErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'SendError';
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.sentParts = options.sentParts ?? 0;
    this.mayHaveGone = options.mayHaveGone ?? false;
  }
}
