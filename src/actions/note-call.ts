import type { Instant } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import { isOutstanding } from '../domain/task.ts';
import type { ContactOutcome } from '../store/contacts.ts';
import type { Task } from '../store/tasks.ts';
import { sayCallUndone } from '../wording/call-list.ts';
import type { Act, Desk } from './desk.ts';
import { may } from './desk.ts';
import { notePromise } from './promise-report.ts';
import { viewTask } from './task-view.ts';
import { defineUndo } from './undo.ts';

export interface Call {
  task: number;
  outcome: ContactOutcome;
  /** When the report was promised for; null: it was not. */
  until: Instant | null;
}

/** Ticks off a telephone call about a report that is owed; a promise made on the phone counts like one made in chat. */
export function noteCall(desk: Desk, act: Act, { task, outcome, until }: Call): Result<Task> {
  const { store } = desk;
  if (!may(desk, act.person, 'chase')) return no({ problem: 'not-allowed' });
  const found = store.tasks.find(task);
  if (found === null) return no({ problem: 'no-such-task' });
  if (!isOutstanding(found.state)) return no({ problem: 'nothing-owed' });
  return store.transact(() => {
    if (until !== null) {
      const promised = notePromise(desk, { task: found, person: null, notedBy: act.person, at: act.at, until });
      if (!promised.ok) return promised;
    }
    const promise = until === null ? null : (store.promises.latestOf(task)?.id ?? null);
    const contact = store.contacts.add({ task, by: act.person, at: act.at, outcome, promise });
    // No button stands under it: "à nhầm" and "hoàn tác" find it.
    undoCall.offer(desk, act, { task, contact, promise });
    store.audit.add(act.at, act.person, 'call', `task:${task}`, { outcome, promise });
    return ok(found);
  });
}

export const undoCall = defineUndo<{ task: number; contact: number; promise: number | null }>({
  kind: 'call',
  needs: 'chase',
  tasks: ({ task }) => [task],
  undo(desk, act, { task, contact, promise }) {
    const { store } = desk;
    const found = store.tasks.find(task);
    const latest = store.promises.latestOf(task);
    if (found === null || (promise !== null && latest?.id !== promise)) return no({ problem: 'built-on' });
    store.contacts.drop(contact);
    if (promise !== null && latest !== null) store.promises.drop(latest, act.at);
    store.audit.add(act.at, act.person, 'undo-call', `task:${task}`, { promise });
    return ok(sayCallUndone(viewTask(desk, found), promise !== null));
  },
});
