import type { Instant } from './calendar.ts';

/** A bot that heard nobody for less is everyday: messages come a little later. */
export const DEAF_MS = 10 * 60_000;
/** The hours before a cut-off in which people report: a bot that is deaf then makes them late. */
const LAST_HOURS_MS = 6 * 3600_000;
/** What platforms held meanwhile is here by then. */
const SETTLED_MS = 10 * 60_000;
/** A bot that is still deaf so long after the cut-off is not waited for any more. */
const NOT_WAITED_MS = 12 * 3600_000;
/** Cut-offs longer ago are history. */
export const LOOKED_BACK_MS = 3 * 24 * 3600_000;

/** A stretch of deafness; `to` null: it goes on. */
export interface Stretch {
  from: Instant;
  to: Instant | null;
}

/** Whether it took long enough of the last hours before the cut-off. */
export function touchesCutOff({ from, to }: Stretch, cutOffAt: Instant, now: Instant): boolean {
  const begin = Math.max(from, cutOffAt - LAST_HOURS_MS);
  const end = Math.min(to ?? now, cutOffAt);
  return end - begin >= DEAF_MS;
}

/** Whether it can be told by now who could not report: the stretches are over, and what was held is here. */
export function isSettled(stretches: readonly Stretch[], cutOffAt: Instant, now: Instant): boolean {
  if (now < cutOffAt + SETTLED_MS) return false;
  if (now >= cutOffAt + NOT_WAITED_MS) return true;
  return stretches.every(({ to }) => to !== null && now >= to + SETTLED_MS);
}
