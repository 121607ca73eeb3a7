import type { Channel } from '../channels/channel.ts';
import type { Pace } from './pace.ts';

/** Sends on their way at once, per bot: one that hangs must not hold up the others. */
export const AT_ONCE = 24;

/** One bot as the dispatcher sends through it. */
export interface Lane {
  channel: Channel;
  pace: Pace;
}

export interface BusyLane extends Lane {
  inFlight: number;
  /** Wire time of the last message the platform took. */
  tookAt: number;
  /** Wire time from which it is looked at again; 0: at the next look. */
  lookAt: number;
}
