import { PRIORITY } from '../delivery/enqueue.ts';
import type { Outgoing } from '../wording/message.ts';
import type { RichText } from '../wording/rich-text.ts';
import type { Act, Desk } from './desk.ts';
import { audienceOf } from './fire-reminders.ts';
import type { TaskView } from './task-view.ts';
import { tellPerson } from './tell.ts';

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
  return [...peopleToTell(desk, decider, views)].filter(([person, own]) => {
    const said = words(own);
    return tellPerson(desk, person, 'text' in said ? said : { text: said }, at, { priority });
  }).length;
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
