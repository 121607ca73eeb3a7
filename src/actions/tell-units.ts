import { placesFor } from '../delivery/budget.ts';
import { PRIORITY } from '../delivery/enqueue.ts';
import type { Day, Instant } from '../domain/calendar.ts';
import { addDays, atTime, dayOf } from '../domain/calendar.ts';
import { nextSendingMoment } from '../domain/sending-hours.ts';
import type { Outgoing } from '../wording/message.ts';
import type { RichText } from '../wording/rich-text.ts';
import type { Told } from '../wording/told.ts';
import type { Act, Desk } from './desk.ts';
import { audienceOf } from './fire-reminders.ts';
import type { TaskView } from './task-view.ts';
import { tellPerson } from './tell.ts';

/**
 * Tells those who report for the units of these tasks what was decided about them, each person once, in one message about
 * all that is theirs; how many hear of it, and when. In the transaction of the decision. With the priority of an answer it does not wait for the sending hours.
 */
export function tellUnits(
  desk: Desk,
  { at, person: decider }: Act,
  views: readonly TaskView[],
  words: (own: readonly TaskView[]) => Outgoing | RichText,
  priority: number = PRIORITY.reminder,
): Told {
  const told: Told = { people: 0, capped: 0, laterAt: null, zone: desk.zone };
  for (const [person, own] of peopleToTell(desk, decider, views)) {
    const said = words(own);
    const places = placesFor({ kind: 'alert', priority, person }, false, desk.rules().policy.dailyCap);
    const isFull = isDayFull(desk, person, dayOf(at, desk.zone), places);
    if (!tellPerson(desk, person, 'text' in said ? said : { text: said }, at, { priority })) continue;
    const hearsAt = hearsOfIt(desk, at, isFull, priority);
    told.people += 1;
    if (isFull) told.capped += 1;
    if (hearsAt > at) told.laterAt = Math.max(told.laterAt ?? 0, hearsAt);
  }
  return told;
}

/** Whether no more of the bot's own messages go to them on that day; `places`: how many they may have had. */
export function isDayFull(desk: Desk, person: number, day: Day, places: number): boolean {
  return desk.store.outbox.countOnDay(person, day, 0) >= places;
}

function hearsOfIt(desk: Desk, now: Instant, isFull: boolean, priority: number): Instant {
  const { policy, calendar } = desk.rules();
  if (isFull) return nextSendingMoment(policy, calendar, atTime(addDays(dayOf(now, desk.zone), 1), '00:00', desk.zone));
  return priority <= PRIORITY.answer ? now : nextSendingMoment(policy, calendar, now);
}

/** Who would be told of these tasks, with those of them that are theirs. */
export function peopleToTell(
  desk: Desk,
  decider: number | null,
  views: readonly TaskView[],
): ReadonlyMap<number, readonly TaskView[]> {
  const concerned = new Map<number, TaskView[]>();
  for (const view of views) {
    for (const { person } of audienceOf(desk, view.unit.code, ['liaison', 'leader'])) {
      if (person !== decider) concerned.set(person, [...(concerned.get(person) ?? []), view]);
    }
  }
  return concerned;
}
