import { TelegramError } from 'telegraf';
import { SendError, type SendFailure } from '../send-error.ts';

/** Telegram did not answer within the limit. */
export class Silence extends Error {
  override name = 'Silence';
}

/** What a failed Bot API call means. `detail` is for operators: it may still hold the token, never a message's text. */
export interface ApiFailure {
  kind: SendFailure;
  /** Telegram's own error code, or null where it did not get to say one. */
  code: number | null;
  detail: string;
  retryAfterMs: number | null;
}

export function readFailure(error: unknown): ApiFailure {
  if (error instanceof TelegramError) return readAnswer(error);
  if (error instanceof Silence) return { kind: 'unknown', code: null, detail: error.message, retryAfterMs: null };
  if (isFetchError(error))
    return { kind: kindOfFetchError(error), code: null, detail: error.message, retryAfterMs: null };
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { kind: 'unknown', code: null, detail, retryAfterMs: null };
}

/** A failure as the operator reads it. */
export function inWords({ kind, code, detail }: ApiFailure): string {
  if (kind === 'unauthorised') return `Telegram refuses the token (${code}): check TELEGRAM_BOT_TOKEN`;
  if (code === 409) return `another program receives with this token (${detail})`;
  return detail;
}

/** The one error a send may throw, without the token, the text or the raw error (which carries both). */
export function toSendError(error: unknown, redact: (text: string) => string, sentParts = 0): SendError {
  if (error instanceof SendError) return new SendError(error.kind, redact(error.message), { sentParts });
  const failure = readFailure(error);
  const { kind, retryAfterMs } = failure;
  return new SendError(kind, redact(inWords(failure)), {
    sentParts,
    ...(retryAfterMs === null ? {} : { retryAfterMs }),
  });
}

/** Whether Telegram took the bytes and will not show them as a photo (PHOTO_INVALID_DIMENSIONS, IMAGE_PROCESS_FAILED …). */
export function isOddPicture(error: unknown): boolean {
  return error instanceof TelegramError && error.code === 400 && /\b(PHOTO|IMAGE)_[A-Z]/.test(error.description);
}

/** Whether something that is not an answer of the Bot API came back, below status 500. */
export function isPage(error: unknown): boolean {
  return isFetchError(error) && error.type === 'invalid-json' && kindOfFetchError(error) === 'unavailable';
}

function readAnswer(error: TelegramError): ApiFailure {
  const code = error.code;
  // Telegram quotes the text after these words.
  const description = String(error.description).replace(/(can't parse entities).*/is, '$1');
  const retryAfter = error.parameters?.retry_after;
  return {
    kind: kindOfAnswer(code, description),
    code,
    detail: `${code} ${description}`,
    retryAfterMs: code === 429 && typeof retryAfter === 'number' ? retryAfter * 1000 : null,
  };
}

/** A chat that is not there, or not any more, in Telegram's words. */
const GONE =
  /chat not found|upgraded to a supergroup|PEER_ID_INVALID|user not found|group chat was (deleted|deactivated)/i;

function kindOfAnswer(code: number, description: string): SendFailure {
  if (code === 429) return 'throttled';
  // 404 is what Telegram says to a token that does not even look like one; the method names are ours and right.
  if (code === 401 || code === 404) return 'unauthorised';
  if (code === 403) return 'blocked';
  if (code >= 500) return 'unavailable';
  return GONE.test(description) ? 'gone' : 'refused';
}

/** node-fetch's error, known by its name: telegraf does not hand out the class. */
interface FetchError extends Error {
  type: string;
  code?: string;
}

function isFetchError(error: unknown): error is FetchError {
  return error instanceof Error && error.name === 'FetchError' && 'type' in error;
}

/** System errors that can only happen before a request is written. */
const NEVER_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EPROTO|CERT_\w+|ERR_TLS_\w+|ERR_SSL_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+)$/;

function kindOfFetchError(error: FetchError): SendFailure {
  // An answer that stops before it begins is no answer; anything else that is not JSON came from something in between.
  if (error.type === 'invalid-json') return /Unexpected end of JSON/i.test(error.message) ? 'unknown' : 'unavailable';
  if (error.type.endsWith('-redirect')) return 'unavailable';
  if (error.code !== undefined && NEVER_SENT.test(error.code)) return 'unavailable';
  const beforeConnected = /reason: (connect |getaddrinfo |.*before secure TLS connection)/.test(error.message);
  return beforeConnected ? 'unavailable' : 'unknown';
}
