import type { Clock } from '../clock.ts';
import type { WaitingUpdate } from '../store/inbound.ts';
import type { Store } from '../store/store.ts';
import type { Burst } from './burst.ts';
import { burstOf, mayBeFollowed } from './burst.ts';
import { pause } from './lanes.ts';

/** The rest of an album or of a text that was cut is waited for until nothing came for so long, and no longer than that. */
const QUIET_MS = 2500;
const GATHER_MS = 15_000;
const LOOK_MS = 100;
/** More than an app sends in one go. */
const MOST_JOINED = 50;

export interface GatherOptions {
  store: Store;
  clock: Clock;
  isRunning(): boolean;
}

/**
 * Waits for the rest of what was sent in one go, until nothing came for a moment or something else did. Where nothing can
 * follow it does not wait at all. Still open: it was stopped, and the rest is for the next start.
 */
export async function gather(
  { store, clock, isRunning }: GatherOptions,
  first: WaitingUpdate,
  cutsAt: number | null,
): Promise<Burst> {
  if (!mayBeFollowed(first.payload, cutsAt)) return { updates: [first], isOpen: false };
  const begunAt = clock.wire();
  let count = 0;
  let quietSince = begunAt;
  for (;;) {
    const burst = burstOf(store.inbound.waitingIn(first.chat, MOST_JOINED), cutsAt);
    if (burst === null) throw new Error(`update ${first.id} waits no longer`);
    if (burst.updates.length > count) quietSince = clock.wire();
    count = burst.updates.length;
    const isLate = clock.wire() - quietSince >= QUIET_MS || clock.wire() - begunAt >= GATHER_MS;
    if (isLate || count === MOST_JOINED) return { ...burst, isOpen: false };
    if (!burst.isOpen || !isRunning()) return burst;
    await pause(clock, LOOK_MS);
  }
}
