/**
 * What is believed about the Zalo Bot Platform, in one place, so that it is easily put right when the real service turns
 * out otherwise. Each fact says how sure it is: documented, measured (by a public project), seen in public code, unsure.
 */

/** Longest text of sendMessage. Documented: 2000. Unsure: UTF-16 units or code points; units are the stricter reading. */
export const TEXT_LIMIT = 2000;

/** Where a text is cut once it has to be. Ours: some room for whatever the platform adds. */
export const COMFORTABLE_TEXT = 1900;

/** Largest picture of sendPhoto. Ours, for want of a documented one: a phone's picture fits. */
export const PICTURE_LIMIT = 10 * 1024 * 1024;

/** Where the platform answers. Documented. */
export const API_HOST = 'bot-api.zaloplatforms.com';

/** The older address. Seen in public code until 2026-08; unsure whether it still answers (one project met only 404). */
export const LEGACY_HOST = 'bot-api.zapps.me';

/** Header of a webhook call that carries the secret. Documented. */
export const SECRET_HEADER = 'x-bot-api-secret-token';

/** `error_code` of an idle getUpdates: nothing came, which is no failure. Documented, measured. */
export const IDLE = 408;

/** `error_code` of getWebhookInfo where none is set. Measured; the documentation suggests `url: ""`, taken as well. */
export const NO_WEBHOOK = 404;

/** `error_code` of getUpdates while a webhook is set. Seen in public code. */
export const WEBHOOK_IS_SET = 400;

/** `error_code` of a wrong or reset token, with HTTP 200 (measured) or 401. */
export const UNAUTHORISED = 401;

/** `error_code` the official table calls "Internal server error"; others read it as forbidden. Unsure. */
export const FORBIDDEN = 403;

/**
 * 403 on sends, whose meaning is unsure: taken for an outage first. A chat that was refused so many times over so long
 * without one success is taken as one that does not want the bot any more ("a few retries, then stop").
 */
export const FORBIDDEN_PATIENCE = { tries: 4, ms: 30 * 60_000 };

/** `error_code` of a send to a chat that is not there. Documented. What the other codes mean stands in `channels/outcomes.ts`. */
export const NOT_FOUND = 404;

/** `verification.outcome` of setWebhook that is our own doing: Zalo's probe carries no secret, so it is answered 403. Seen in public code. */
export const PROBE_REFUSED = 'webhook.http.403';

/** How long the channel waits for what, in milliseconds of the machine. */
export interface Timing {
  /** How long the platform holds an idle poll. Documented: 30 s; others were seen to use 1 to 50 s. */
  pollMs: number;
  /** A poll without an answer for so long is a dead connection. Must exceed `pollMs`; seen in public code: 5 to 10 s more. */
  pollLimitMs: number;
  /** The longest any other call may take. Ours. */
  callLimitMs: number;
  /** The longest sendPhoto may take: the platform fetches the picture first. Seen in public code: 150 s. */
  pictureLimitMs: number;
  /** The longest a connection may take to stand: what hangs here was surely not sent. Ours. */
  connectLimitMs: number;
  /** The longest the download of a picture may take. Ours. */
  downloadLimitMs: number;
  /** Waits after failures: doubling from the first to the longest. */
  firstRetryMs: number;
  longestRetryMs: number;
  /** After a refused token nothing helps but the operator; once it is good again the bot hears within half a minute. */
  unauthorisedMs: number;
  /** How often a webhook, ours or in our way, is looked at. */
  webhookCheckMs: number;
  /** setWebhook and deleteWebhook have a daily limit of unknown size (seen in public code): at most once in this time. */
  webhookChangeMs: number;
  /** A webhook call is answered within this. Unsure: one SDK says that Zalo waits 5 s. */
  answerWithinMs: number;
  /** A poller not heard of for so long is deaf, whatever the reason. Ours. */
  deafAfterMs: number;
}

export const TIMING: Timing = {
  pollMs: 30_000,
  pollLimitMs: 40_000,
  callLimitMs: 30_000,
  pictureLimitMs: 150_000,
  connectLimitMs: 10_000,
  downloadLimitMs: 60_000,
  firstRetryMs: 1_000,
  longestRetryMs: 30_000,
  unauthorisedMs: 20_000,
  webhookCheckMs: 300_000,
  webhookChangeMs: 3_600_000,
  answerWithinMs: 4_000,
  deafAfterMs: 120_000,
};

/** People a free bot may serve, and messages it may send in a calendar month (`documented`: pricing page, quoted 2026-08 to 2026-10). */
export const PEOPLE_LIMIT = 50;
export const MONTHLY_MESSAGES = 3000;

/**
 * Where pictures of messages lie: these names and all below them. `photo-stal-*.zdn.vn` was seen in public code, the others
 * are names of the same company; unsure whether these are all. Pictures from elsewhere are refused, and the log says from where.
 */
export const PICTURE_HOSTS = ['zdn.vn', 'zadn.vn', 'zalo.me', 'zaloapp.com', 'zaloplatforms.com', 'zapps.me'];
