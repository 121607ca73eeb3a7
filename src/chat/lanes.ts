import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';

const TROUBLE_MS = 1000;

export interface LaneOptions<T> {
  clock: Clock;
  log: Log;
  /** What waits longest in this chat; null when nothing does. */
  next(chat: number): T | null;
  /** False when it could not even be settled: it is tried again after a pause. */
  actOn(waiting: T): Promise<boolean>;
  onHandled(chat: number): void;
}

/** Works through what waits: one thing at a time in a chat, chats beside each other. */
export function createLanes<T>({ clock, log, next, actOn, onHandled }: LaneOptions<T>) {
  const busy = new Map<number, Promise<void>>();
  let running = false;
  const settled = () => Promise.all([...busy.values()].map((lane) => lane.catch(() => {})));

  function work(chat: number): void {
    if (!running || busy.has(chat)) return;
    const lane = workThrough(chat);
    busy.set(chat, lane);
    lane.catch((error) => {
      log.error({ err: error, chat }, 'chat queue failed, retrying');
      clock.after(TROUBLE_MS, () => work(chat));
    });
  }

  async function workThrough(chat: number): Promise<void> {
    // Let the caller finish first: a platform is answered before its update is acted on.
    await pause(clock, 0);
    try {
      for (let waiting = next(chat); waiting !== null && running; waiting = next(chat)) {
        const isSettled = await actOn(waiting);
        if (!isSettled && running) await pause(clock, TROUBLE_MS);
        onHandled(chat);
      }
    } finally {
      // In the same breath as the last look: whatever comes after it begins anew.
      busy.delete(chat);
    }
  }

  return {
    work,
    start(): void {
      running = true;
    },
    isRunning: () => running,
    /** Resolves when nothing is waiting. */
    async whenIdle(): Promise<void> {
      while (busy.size > 0) await settled();
    },
    async stop(): Promise<void> {
      running = false;
      await settled();
    },
  };
}

export function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => clock.after(ms, resolve));
}
