import { dayOf } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import { isOutstanding } from '../domain/task.ts';
import { sayPleaseSubmitFor } from '../wording/filed.ts';
import type { Act, Desk } from './desk.ts';
import { nameOf, unitsFor } from './desk.ts';
import type { TaskView } from './task-view.ts';
import { viewTask } from './task-view.ts';
import { tellCoordinators } from './tell.ts';

/** Asks the coordinators to key in a report that went to them as an official document; once a day a task. */
export function askToSubmitFor(desk: Desk, act: Act, taskId: number): Result<{ view: TaskView; isNew: boolean }> {
  const { store } = desk;
  return store.transact(() => {
    const task = store.tasks.find(taskId);
    const own = unitsFor(desk, act.person, 'submit');
    if (task === null || !own.includes(task.unit) || !isOutstanding(task.state)) return no({ problem: 'no-such-task' });
    const view = viewTask(desk, task);
    const fact = `filed_elsewhere:${task.id}`;
    const today = dayOf(act.at, desk.zone);
    if (store.facts.get(fact) === today) return ok({ view, isNew: false });
    store.facts.set(fact, today);
    const text = sayPleaseSubmitFor(view, nameOf(desk, act.person));
    tellCoordinators(desk, { text }, act.at);
    store.audit.add(act.at, act.person, 'ask-submit-for', `task:${task.id}`);
    return ok({ view, isNew: true });
  });
}
