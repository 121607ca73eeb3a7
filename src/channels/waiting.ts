import { setTimeout as sleep } from 'node:timers/promises';

/** Waits, or returns early when `signal` says that waiting is over. */
export async function waitUnless(signal: AbortSignal, ms: number): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
