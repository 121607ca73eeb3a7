import type { Instant } from './calendar.ts';

/**
 * How long a platform holds what somebody said until the bot comes for it. Telegram: 24 hours ("updates are kept no longer than
 * 24 hours", Bot API, getUpdates). Zalo names no limit; the same is taken for it.
 */
export const HELD_MS = 24 * 3600_000;

/** How long reading a preview may take. It is the bot that asks for it, so nobody is late because of it. */
export const READING_MS = 15 * 60_000;

/**
 * The moment a report counts from: when it was said, where that is known and plausible, else when it was received.
 *
 * Never later than our receipt: a stamp of the future is a wrong clock or a forgery. Never earlier than a platform can have
 * held it: a stamp older than `boundMs` says nothing. `saidAt` is the platform's own time of a text, or, of a pressed
 * button, which carries none, the moment that counts for the text behind the preview that was confirmed; null: not known.
 *
 * Source: the rules of the reporting round ("timeliness goes by when the person said it: the platform's own time of the
 * text where it has one, within a plausible bound, else our receipt").
 */
export function countedMoment(saidAt: Instant | null, receivedAt: Instant, boundMs: number = HELD_MS): Instant {
  const isPlausible = saidAt !== null && saidAt <= receivedAt && receivedAt - saidAt <= boundMs;
  return isPlausible ? saidAt : receivedAt;
}
