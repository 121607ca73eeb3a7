/**
 * The two times the bot lives by, both in milliseconds since 1970, and the way to wait.
 *
 * `now` is the time the bot believes in: deadlines, tasks, quiet hours. In rehearsal it is moved by hand.
 * `wire` is the time the platforms live in: pace, `retry_after`, back-off. It begins as the machine's clock and only goes
 * forward: a clock that is put right by hours must not make a message wait, or a bot be silent, for hours.
 */
export interface Clock {
  now(): number;
  /** Whether bot time is made up, as in rehearsal: the platforms' own times are no moments of it. Absent: it is the world's. */
  readonly isPretended?: boolean;
  wire(): number;
  /** Runs it once after that many ms of wire time (0: as soon as what is running has ended); returns what cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** The machine's clock, for real service. */
export const systemClock: Clock = { now: () => Date.now(), wire: elapsed, after: afterOnMachine };

function elapsed(): number {
  return Math.round(performance.timeOrigin + performance.now());
}

/** A clock that is moved by hand. `speed` is bot seconds per real second; 0 = it stands until it is moved. */
export interface RehearsalClock extends Clock {
  /** Sets the bot's time; it goes on from there. */
  moveTo(instant: number): void;
  readonly speed: number;
}

export function createRehearsalClock(start: number, speed: number): RehearsalClock {
  let base = start;
  let since = Date.now();
  return {
    speed,
    isPretended: true,
    now: () => Math.floor(base + (Date.now() - since) * speed),
    wire: elapsed,
    after: afterOnMachine,
    moveTo(instant) {
      base = instant;
      since = Date.now();
    },
  };
}

function afterOnMachine(ms: number, run: () => void): () => void {
  if (ms <= 0) {
    const immediate = setImmediate(run);
    return () => clearImmediate(immediate);
  }
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
