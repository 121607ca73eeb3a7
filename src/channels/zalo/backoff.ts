import type { Timing } from './platform-facts.ts';

/** How long to wait after that many failures in a row: doubling, with some jitter. */
export function retryDelay(failures: number, timing: Timing, random: () => number): number {
  const doubled = Math.min(timing.longestRetryMs, timing.firstRetryMs * 2 ** Math.min(failures - 1, 20));
  return Math.round(doubled * (0.75 + random() / 2));
}
