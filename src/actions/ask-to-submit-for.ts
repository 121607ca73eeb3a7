import { enqueueProactive, PRIORITY } from '../delivery/enqueue.ts';
import { unitsAllowing } from '../domain/access.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import { isOutstanding } from '../domain/task.ts';
import { sayPleaseSubmitFor } from '../wording/filed.ts';
import type { Act, Desk } from './desk.ts';
import { coordinatorsOf } from './fire-reminders.ts';
import type { TaskView } from './task-view.ts';
import { viewTask } from './task-view.ts';

/** Asks the coordinators to key in a report that went to them as an official document; once a day a task. */
export function askToSubmitFor(desk: Desk, act: Act, taskId: number): Result<{ view: TaskView; isNew: boolean }> {
  const { store } = desk;
  return store.transact(() => {
    const task = store.tasks.find(taskId);
    const own = unitsAllowing(store.people.memberships(act.person), 'submit');
    if (task === null || !own.includes(task.unit) || !isOutstanding(task.state)) return no({ problem: 'no-such-task' });
    const view = viewTask(desk, task);
    const fact = `filed_elsewhere:${task.id}`;
    const today = dayOf(act.at, desk.zone);
    if (store.facts.get(fact) === today) return ok({ view, isNew: false });
    store.facts.set(fact, today);
    const text = sayPleaseSubmitFor(view, store.people.find(act.person)?.name ?? '');
    for (const { person } of coordinatorsOf(desk)) {
      const alert = {
        person,
        kind: 'alert',
        priority: PRIORITY.reminder,
        repeatIfUnknown: true,
        expiresAt: null,
      } as const;
      enqueueProactive(store, { ...alert, content: { text } }, act.at);
    }
    store.audit.add(act.at, act.person, 'ask-submit-for', `task:${task.id}`);
    return ok({ view, isNew: true });
  });
}
