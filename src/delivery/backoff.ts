import type { SendFailure } from '../channels/send-error.ts';

const FIRST_MS = 2000;
const LONGEST_MS = 10 * 60_000;
const SLOW_MS = 5 * 60_000;

/** How long to wait before try number `attempt` + 1, in ms: doubling, with a quarter of jitter, ten minutes at most. */
export function retryDelay(
  failure: SendFailure,
  attempt: number,
  retryAfterMs: number | null,
  random: () => number,
): number {
  if (retryAfterMs !== null) return retryAfterMs;
  const base = failure === 'unauthorised' ? SLOW_MS : Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 12));
  return Math.round(base * (1 + random() / 4));
}
