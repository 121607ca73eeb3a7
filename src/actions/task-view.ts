import { startOfDay } from '../domain/calendar.ts';
import type { Deadline } from '../domain/deadline.ts';
import { periodOf } from '../domain/period.ts';
import { formOf, obligationOf } from '../domain/rule-book.ts';
import type { Task } from '../store/tasks.ts';
import type { SpokenTask } from '../wording/spoken-task.ts';
import type { Desk } from './desk.ts';

/** A task with all that is needed to talk about it. */
export interface TaskView extends SpokenTask {
  task: Task;
}

/** Puts a task together with its unit, period and the deadline it is judged by. */
export function viewTask(desk: Desk, task: Task): TaskView {
  const rules = desk.rules();
  const obligation = obligationOf(rules, task.obligation);
  // A later version of the plan may have narrowed which periods are owed; what was opened stays readable.
  const period = periodOf({ ...obligation, firstPeriod: task.period, lastPeriod: task.period, parts: [] }, task.period);
  const unit = desk.store.units.find(task.unit, task.lastGoodDay);
  if (period === null || unit === null) throw new Error(`task ${task.id} points at an unknown period or unit`);
  return { task, unit, obligation, period, form: formOf(rules, obligation), deadline: deadlineOfTask(task, desk.zone) };
}

function deadlineOfTask(task: Task, zone: string): Deadline {
  const legal = startOfDay(task.legalDay, zone) + (task.word === 'by' ? 24 * 3600_000 : 0);
  return {
    word: task.word,
    legalDay: task.legalDay,
    legalCutOffAt: legal,
    cutOffAt: task.cutOffAt,
    namedDay: task.namedDay,
    lastGoodDay: task.lastGoodDay,
    extended: task.extended === 1,
    shifted: task.extended === 0 && task.cutOffAt !== legal,
  };
}
