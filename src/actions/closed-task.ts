import type { Problem } from '../domain/problem.ts';
import { isNotOwed } from '../domain/task.ts';
import { successorsOf } from '../domain/unit.ts';
import type { Task } from '../store/tasks.ts';
import type { Desk } from './desk.ts';
import { unitOfTask } from './task-view.ts';

/** Why no report is taken for a task in its state. */
export function closedTask(desk: Desk, task: Task): Problem {
  if (!isNotOwed(task)) return { problem: 'task-closed', state: task.state };
  const owing = desk.store.tasks.ofRound(task.obligation, task.period).filter((one) => !isNotOwed(one));
  const successors = successorsOf(desk.units(), task.unit)
    .flatMap((code) => owing.filter(({ unit }) => unit === code))
    .map((one) => unitOfTask(desk, one).shortName);
  return { problem: 'not-owed', unit: unitOfTask(desk, task).shortName, successors };
}
