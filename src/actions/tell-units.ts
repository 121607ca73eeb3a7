import { enqueueProactive, PRIORITY } from '../delivery/enqueue.ts';
import type { Outgoing } from '../wording/message.ts';
import type { RichText } from '../wording/rich-text.ts';
import type { Act, Desk } from './desk.ts';
import { audienceOf } from './fire-reminders.ts';
import type { TaskView } from './task-view.ts';

/**
 * Tells those who report for the units of these tasks what was decided about them, each person once, in one message about
 * all that is theirs; how many. In the transaction of the decision. With the priority of an answer it does not wait for the sending hours.
 */
export function tellUnits(
  desk: Desk,
  { at, person: decider }: Act,
  views: readonly TaskView[],
  words: (own: readonly TaskView[]) => Outgoing | RichText,
  priority: number = PRIORITY.reminder,
): number {
  let told = 0;
  for (const [person, own] of peopleToTell(desk, decider, views)) {
    const said = words(own);
    const content = 'text' in said ? said : { text: said };
    const alert = { person, kind: 'alert', priority, content, repeatIfUnknown: true } as const;
    if (enqueueProactive(desk.store, { ...alert, expiresAt: null }, at) !== null) told += 1;
  }
  return told;
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
