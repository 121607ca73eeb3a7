import type { Desk } from '../../src/actions/desk.ts';
import type { Task } from '../../src/store/tasks.ts';

/** These tasks as a preview showed them now: their part of an order of `decide-tasks.ts`. */
export function asSeen({ store }: Desk, ...tasks: readonly Pick<Task, 'id'>[]) {
  const ids = tasks.map(({ id }) => id);
  return { tasks: ids, seen: Object.fromEntries(ids.map((id) => [id, store.tasks.find(id)?.scheduleVersion ?? -1])) };
}
