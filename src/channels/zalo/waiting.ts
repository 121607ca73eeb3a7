import { setTimeout as sleep } from 'node:timers/promises';
import type { Timing } from './platform-facts.ts';

/** Waits, or returns early when `stop` says that waiting is over. */
export async function waitUnless(stop: AbortSignal, ms: number): Promise<void> {
  await sleep(ms, undefined, { signal: stop }).catch(() => undefined);
}

/** How long to wait after that many failures in a row: doubling, with some jitter. */
export function retryDelay(failures: number, timing: Timing, random: () => number): number {
  const doubled = Math.min(timing.longestRetryMs, timing.firstRetryMs * 2 ** Math.min(failures - 1, 20));
  return Math.round(doubled * (0.75 + random() / 2));
}
