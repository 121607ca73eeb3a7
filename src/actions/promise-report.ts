import type { Instant } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import { isOutstanding } from '../domain/task.ts';
import type { Task } from '../store/tasks.ts';
import type { Act, Desk } from './desk.ts';
import { unitsFor } from './desk.ts';

/** A promise is about these days: who needs longer asks for an extension. */
const DAYS_AHEAD = 10;

/** Notes until when somebody of the unit says that its report comes. Until then nobody is chased for it. */
export function promiseReport(desk: Desk, act: Act, task: number, until: Instant): Result<Task> {
  const { store } = desk;
  const found = store.tasks.find(task);
  const own = unitsFor(desk, act.person, 'submit');
  if (found === null || !own.includes(found.unit)) return no({ problem: 'no-such-task' });
  return notePromise(desk, { task: found, person: act.person, notedBy: null, at: act.at, until });
}

interface SaidPromise {
  task: Task;
  /** Who said it in chat; null: somebody on the phone. */
  person: number | null;
  notedBy: number | null;
  at: Instant;
  until: Instant;
}

/** The same, whoever said it: in chat, or to a coordinator on the phone. */
export function notePromise({ store }: Desk, { task, person, notedBy, at, until }: SaidPromise): Result<Task> {
  if (!isOutstanding(task.state)) return no({ problem: 'nothing-owed' });
  if (until <= at) return no({ problem: 'moment-over', said: until });
  if (until > at + DAYS_AHEAD * 24 * 3600_000) return no({ problem: 'promise-too-far', days: DAYS_AHEAD });
  return store.transact(() => {
    const promise = store.promises.add({ task: task.id, person, notedBy, saidAt: at, until });
    store.audit.add(at, person ?? notedBy, 'promise', `task:${task.id}`, { promise, until, byPhone: person === null });
    return ok(task);
  });
}
