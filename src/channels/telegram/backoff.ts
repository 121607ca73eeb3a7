import { readFailure } from './api-failure.ts';
import type { Timing } from './timing.ts';

/** How long to wait before try number `failures + 1`: doubling with some jitter, or what the failure itself asks for. */
export function retryDelay(error: unknown, failures: number, timing: Timing, random: () => number): number {
  const failure = readFailure(error);
  if (failure.kind === 'unauthorised') return timing.unauthorisedMs;
  if (failure.code === 409) return timing.conflictMs;
  const doubled = Math.min(timing.longestRetryMs, timing.firstRetryMs * 2 ** Math.max(0, failures - 1));
  return Math.max(failure.retryAfterMs ?? 0, doubled * (0.75 + random() / 2));
}
