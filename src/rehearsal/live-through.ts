import { nextDueAfter } from '../actions/next-due.ts';
import type { RehearsalClock } from '../clock.ts';
import type { Instant } from '../domain/calendar.ts';
import { addDays, atTime, dayOf, startOfDay } from '../domain/calendar.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import type { Store } from '../store/store.ts';

/** Something that happens at a moment of the rehearsal: a unit hands in its report. */
export interface StagedEvent {
  at: Instant;
  run(): void;
}

export interface Stage {
  store: Store;
  clock: RehearsalClock;
  rules(): RuleBook;
  /** Runs every job once at the clock's present time. */
  tick(): Promise<void>;
  /** Resolves when everything due has been handed to the channels. */
  settle(): Promise<void>;
}

/** Moves the clock forward through every due moment in order, doing at each what the bot would have done. */
export async function liveThrough(stage: Stage, to: Instant, events: readonly StagedEvent[] = []): Promise<void> {
  const staged = events.toSorted((a, b) => a.at - b.at);
  for (;;) {
    const now = stage.clock.now();
    const next = Math.min(nextMoment(stage, now), staged[0]?.at ?? Number.POSITIVE_INFINITY);
    if (next > to) break;
    stage.clock.moveTo(Math.max(next, now));
    while (staged[0] !== undefined && staged[0].at <= next) staged.shift()?.run();
    await arrive(stage);
  }
  await sleepUntil(stage, to);
}

/** Jumps, as if the machine had slept until then. */
export async function sleepUntil(stage: Stage, to: Instant): Promise<void> {
  if (to > stage.clock.now()) stage.clock.moveTo(to);
  await arrive(stage);
}

async function arrive(stage: Stage): Promise<void> {
  await stage.tick();
  stage.store.outbox.releasePutOff();
  await stage.settle();
}

/** The next moment at which the bot might have something to do: a planned reminder, a new day, the opening of the sending hours. */
function nextMoment(stage: Stage, now: Instant): Instant {
  const rules = stage.rules();
  const { zone } = rules.calendar;
  const today = dayOf(now, zone);
  const opening = atTime(today, rules.policy.sendingHours.from, zone);
  const moments = [startOfDay(addDays(today, 1), zone), opening, nextDueAfter(stage.store, rules, now)];
  return Math.min(...moments.filter((moment): moment is Instant => moment !== null && moment > now));
}
