import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';

/** However seldom it is woken, it looks again after so long. */
export const LONGEST_SLEEP_MS = 30_000;
const STORE_TROUBLE_MS = 1000;

export interface PumpOptions {
  clock: Clock;
  log: Log;
  /** Starts what may go now; returns ms until there may be more, 0: there may be just now. */
  look(): number;
  onLooked(): void;
}

/** Looks when it is woken, and again when there may be more: never twice at once, never too seldom. */
export function createPump({ clock, log, look, onLooked }: PumpOptions) {
  let running = false;
  let queued = false;
  let cancelTimer = (): void => {};

  function wake(): void {
    if (!running || queued) return;
    queued = true;
    clock.after(0, pump);
  }

  function pump(): void {
    queued = false;
    if (!running) return;
    cancelTimer();
    try {
      const wait = Math.min(look(), LONGEST_SLEEP_MS);
      if (wait === 0) wake();
      if (!queued) cancelTimer = clock.after(Math.max(wait, 5), wake);
      onLooked();
    } catch (error) {
      log.error({ err: error }, 'outbox not readable or writable, retrying');
      cancelTimer();
      cancelTimer = clock.after(STORE_TROUBLE_MS, wake);
    }
  }

  return {
    wake,
    isRunning: (): boolean => running,
    start(): void {
      running = true;
      wake();
    },
    stop(): void {
      running = false;
      cancelTimer();
    },
  };
}
