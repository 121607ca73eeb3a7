import { type CallFailure, outcomeOf } from '../outcomes.ts';
import { SendError, type SendFailure } from '../send-error.ts';

/** A call of the Bot API that brought no result. Its message holds neither token nor text; `failure.said` may. */
export class CallError extends Error {
  override name = 'CallError';
  readonly method: string;
  readonly failure: CallFailure;

  constructor(method: string, failure: CallFailure) {
    super(`${method}: ${failure.cause} ${failure.code}`);
    this.method = method;
    this.failure = failure;
  }
}

/** What a failed Bot API call means. `detail` is for operators: it may still hold the token, never a message's text. */
export interface ApiFailure {
  kind: SendFailure;
  /** Telegram's own error code, or null where it did not get to say one. */
  code: number | null;
  detail: string;
  retryAfterMs: number | null;
  mayHaveGone: boolean;
}

export function readFailure(error: unknown): ApiFailure {
  if (!(error instanceof CallError)) {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { kind: 'unknown', code: null, detail, retryAfterMs: null, mayHaveGone: true };
  }
  const { method, failure } = error;
  const outcome = outcomeOf(failure, meaningOf);
  if (failure.cause !== 'answer')
    return { ...outcome, code: null, detail: `${method}: ${failure.said}`, retryAfterMs: null };
  // Telegram quotes the text after these words.
  const description = failure.said.replace(/(can't parse entities).*/is, '$1');
  const { code, retryAfterMs } = failure;
  return { ...outcome, code, detail: `${code} ${description}`, retryAfterMs };
}

/** A failure as the operator reads it. */
export function inWords({ kind, code, detail }: ApiFailure): string {
  if (kind === 'unauthorised') return `Telegram refuses the token (${code ?? detail}): check TELEGRAM_BOT_TOKEN`;
  if (code === 409) return `another program receives with this token (${detail})`;
  return detail;
}

/** The one error a send may throw, without the token, the text or the raw error (which carries both). */
export function toSendError(error: unknown, redact: (text: string) => string, sentParts = 0): SendError {
  if (error instanceof SendError)
    return new SendError(error.kind, redact(error.message), { sentParts, mayHaveGone: error.mayHaveGone });
  const failure = readFailure(error);
  const { kind, retryAfterMs, mayHaveGone } = failure;
  return new SendError(kind, redact(inWords(failure)), {
    sentParts,
    mayHaveGone,
    ...(retryAfterMs === null ? {} : { retryAfterMs }),
  });
}

/** Whether Telegram took the bytes and will not show them as a photo (PHOTO_INVALID_DIMENSIONS, IMAGE_PROCESS_FAILED …). */
export function isOddPicture(error: unknown): boolean {
  if (!(error instanceof CallError)) return false;
  const { cause, code, said } = error.failure;
  return cause === 'answer' && code === 400 && /\b(PHOTO|IMAGE)_[A-Z]/.test(said);
}

/** Whether something in between found the request too large. */
export function isTooLargeForProxy(error: unknown): boolean {
  return error instanceof CallError && error.failure.cause === 'page' && error.failure.code === 413;
}

/** A chat that is not there, or not any more, in Telegram's words. */
const GONE =
  /chat not found|upgraded to a supergroup|PEER_ID_INVALID|user not found|group chat was (deleted|deactivated)/i;

function meaningOf({ code, said }: CallFailure): SendFailure {
  // What Telegram says to a token that does not even look like one; the method names are ours and right.
  if (code === 404) return 'unauthorised';
  if (code === 403) return 'blocked';
  return GONE.test(said) ? 'gone' : 'refused';
}
