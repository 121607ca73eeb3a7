import type { SendFailure } from '../channels/send-error.ts';

const FIRST_MS = 2000;
const LONGEST_MS = 10 * 60_000;
const SLOW_MS = 5 * 60_000;
/** A token that is good again is noticed within half a minute, jitter included. */
const UNAUTHORISED_MS = 20_000;
/** After a 429 that does not say how long: Zalo's never do, and in the end it may be the month's allowance (platforms, part A). */
const THROTTLED_MS = [5_000, 30_000, SLOW_MS] as const;

/** How long to wait before try number `attempt` + 1, in ms: doubling, with a quarter of jitter, ten minutes at most. */
export function retryDelay(
  failure: SendFailure,
  attempt: number,
  retryAfterMs: number | null,
  random: () => number,
): number {
  if (retryAfterMs !== null) return retryAfterMs;
  const growing = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 12));
  const throttled = THROTTLED_MS[Math.min(attempt, THROTTLED_MS.length) - 1] ?? SLOW_MS;
  const base = failure === 'unauthorised' ? UNAUTHORISED_MS : failure === 'throttled' ? throttled : growing;
  return Math.round(base * (1 + random() / 4));
}
