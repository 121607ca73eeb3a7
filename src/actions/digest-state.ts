import { createHash } from 'node:crypto';
import type { Instant } from '../domain/calendar.ts';
import { addDays, dayOf, isWorkingDay, weekday } from '../domain/calendar.ts';
import { compiledLastDays, isCompiledDue } from './compiled-report.ts';
import type { Desk } from './desk.ts';
import type { ChasedRound } from './digest-sections.ts';
import { digestTopics, lastDays } from './digest-sections.ts';
import { lostStretch } from './lost-stretch.ts';

/** What a digest would say at that moment of these rounds and of all else, as a short hash. */
export function digestState(desk: Desk, rounds: readonly ChasedRound[], now: Instant): string {
  return createHash('sha256')
    .update(JSON.stringify(digestTopics(desk, rounds, now)))
    .digest('hex')
    .slice(0, 16);
}

/**
 * Whether a digest comes even where nothing is new: on the first working day of a week and on last days, and as long as nobody has looked
 * at what a restored database may be missing; and whenever a reminder of the compiled report goes with it.
 */
export function comesAnyway(desk: Desk, now: Instant): boolean {
  if (lostStretch(desk)?.isSeen === false) return true;
  const { calendar } = desk.rules();
  const today = dayOf(now, desk.zone);
  const before = Array.from({ length: weekday(today) - 1 }, (_, back) => addDays(today, -1 - back));
  if (isCompiledDue(desk, now) || compiledLastDays(desk, now).includes(today)) return true;
  return lastDays(desk, now).includes(today) || !before.some((day) => isWorkingDay(calendar, day));
}

const factOf = (person: number): string => `digest_seen:${person}`;

/** Remembers what a person's digest said, when it is handed to the platform; `outbox` is its row, `rounds` are those chased now. */
export function noteDigest(
  desk: Desk,
  { person, outbox, rounds }: { person: number; outbox: number; rounds: readonly ChasedRound[] },
  now: Instant,
): void {
  desk.store.facts.set(factOf(person), `${outbox} ${digestState(desk, rounds, now)}`);
}

/** Whether the last digest that got to the person said just this. One that failed said nothing. */
export function hasSeen(desk: Desk, person: number, state: string): boolean {
  const [outbox = '', said] = (desk.store.facts.get(factOf(person)) ?? '').split(' ');
  return said === state && desk.store.outbox.outcome(Number(outbox))?.state === 'accepted';
}
