// Loaded beforehand: a library that is still being read from the disk is nothing this clock waits for.
import 'file-type';
import type { Clock } from '../../src/clock.ts';

interface Waiting {
  at: number;
  order: number;
  run: () => void;
}

export interface HandClock extends Clock {
  /** Runs what is due now, and what that brings, until nothing is; promises get their turn in between. */
  settle(): Promise<void>;
  /** Moves on to that moment, running on the way whatever falls due, each at its own time. */
  advanceTo(instant: number): Promise<void>;
  advance(ms: number): Promise<void>;
  /** Moves on at once, as if the machine had slept: what fell due on the way runs late. */
  sleepTo(instant: number): Promise<void>;
  /** Drops every wait, as when a process dies. */
  forget(): void;
}

/** More rounds than any test needs: two parts that keep waking each other are a bug. */
const ENDLESS = 20_000;

/** A clock that stands still until a test moves it. Bot time and wire time are the same; waits are events in a queue. */
export function createHandClock(start: number): HandClock {
  const queue: Waiting[] = [];
  let now = start;
  let order = 0;

  function takeDue(until: number): Waiting | null {
    let next: Waiting | null = null;
    for (const one of queue) {
      if (one.at <= until && (next === null || one.at < next.at || (one.at === next.at && one.order < next.order)))
        next = one;
    }
    if (next !== null) queue.splice(queue.indexOf(next), 1);
    return next;
  }

  async function runUntil(until: number): Promise<void> {
    for (let round = 0; round < ENDLESS; round++) {
      await breathe();
      const next = takeDue(until);
      if (next === null) return;
      now = Math.max(now, next.at);
      next.run();
    }
    throw new Error('the bot never comes to rest');
  }

  const clock: HandClock = {
    now: () => now,
    wire: () => now,
    after(ms, run) {
      const waiting = { at: now + Math.max(0, ms), order: order++, run };
      queue.push(waiting);
      return () => {
        const at = queue.indexOf(waiting);
        if (at >= 0) queue.splice(at, 1);
      };
    },
    settle: () => runUntil(now),
    async advanceTo(instant) {
      await runUntil(instant);
      now = Math.max(now, instant);
      await runUntil(now);
    },
    advance: (ms) => clock.advanceTo(now + ms),
    async sleepTo(instant) {
      now = Math.max(now, instant);
      await runUntil(now);
    },
    forget() {
      queue.length = 0;
    },
  };
  return clock;
}

/** Lets promises and what they wait for go on. */
async function breathe(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}
