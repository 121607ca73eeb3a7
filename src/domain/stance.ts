import type { Instant } from './calendar.ts';

export const STANCES = [
  'extended',
  'promised',
  'lapsed',
  'half-typed',
  'silent',
  'not-reminded',
  'unreached',
  'nobody',
] as const;
/**
 * How a unit stands whose report is missing; each stands in one way. extended = it was given more time than the others, and its own
 * last day has not come: nobody misses it yet; promised = it said until when, and that is not over;
 * lapsed = it is over, whether or not the bot reaches anybody there (it may have been promised on the phone); half-typed = somebody is in the middle of it; silent = a reminder arrived and nothing came;
 * not-reminded = nothing was due to be said yet; unreached = its people have joined and no message gets to them; nobody = no
 * liaison or leader has joined.
 */
export type Stance = (typeof STANCES)[number];

export interface StanceFacts {
  /** It has a later deadline than the round, and the last working day of it has not come. */
  hasMoreTime: boolean;
  /** Until when its report was promised, the newest promise; null = none was made. */
  promisedUntil: Instant | null;
  isHalfTyped: boolean;
  reach: 'reachable' | 'nobody' | 'blocked';
  /** Whether any reminder of this report got to somebody. */
  isReminded: boolean;
}

/** The first that fits: what was granted weighs most, and what people said more than what was sent to them. */
export function stanceOf(facts: StanceFacts, now: Instant): Stance {
  const { hasMoreTime, promisedUntil, isHalfTyped, reach, isReminded } = facts;
  if (hasMoreTime) return 'extended';
  if (promisedUntil !== null && now < promisedUntil) return 'promised';
  if (isHalfTyped) return 'half-typed';
  if (promisedUntil !== null) return 'lapsed';
  if (reach === 'nobody') return 'nobody';
  if (reach === 'blocked') return 'unreached';
  return isReminded ? 'silent' : 'not-reminded';
}
