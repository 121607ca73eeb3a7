import type { Instant } from './calendar.ts';

export const STANCES = ['promised', 'lapsed', 'half-typed', 'silent', 'not-reminded', 'unreached', 'nobody'] as const;
/**
 * How a unit stands whose report is missing; each stands in one way. promised = it said until when, and that is not over;
 * lapsed = it is over; half-typed = somebody is in the middle of it; silent = a reminder arrived and nothing came;
 * not-reminded = nothing was due to be said yet; unreached = its people have joined and no message gets to them; nobody = no
 * liaison or leader has joined.
 */
export type Stance = (typeof STANCES)[number];

export interface StanceFacts {
  /** Until when its report was promised, the newest promise; null = none was made. */
  promisedUntil: Instant | null;
  isHalfTyped: boolean;
  reach: 'reachable' | 'nobody' | 'blocked';
  /** Whether any reminder of this report got to somebody. */
  isReminded: boolean;
}

/** The first that fits: what people said weighs more than what was sent to them. */
export function stanceOf({ promisedUntil, isHalfTyped, reach, isReminded }: StanceFacts, now: Instant): Stance {
  if (promisedUntil !== null && now < promisedUntil) return 'promised';
  if (isHalfTyped) return 'half-typed';
  if (reach === 'nobody') return 'nobody';
  if (reach === 'blocked') return 'unreached';
  if (promisedUntil !== null) return 'lapsed';
  return isReminded ? 'silent' : 'not-reminded';
}
