import type { Channel } from '../channels/channel.ts';
import type { Pace } from './pace.ts';

/** One bot as the dispatcher sends through it. */
export interface Lane {
  channel: Channel;
  pace: Pace;
}

export interface BusyLane extends Lane {
  inFlight: number;
  /** Wire time of the last message the platform took. */
  tookAt: number;
}
