import { startOfDay } from '../domain/calendar.ts';
import type { Deadline } from '../domain/deadline.ts';
import { legalLastDay } from '../domain/deadline.ts';
import type { Obligation } from '../domain/obligation.ts';
import type { Period } from '../domain/period.ts';
import { periodOf } from '../domain/period.ts';
import { formOf, obligationOf } from '../domain/rule-book.ts';
import type { Unit } from '../domain/unit.ts';
import type { Task } from '../store/tasks.ts';
import type { SpokenTask } from '../wording/spoken-task.ts';
import type { Desk } from './desk.ts';
import { nameOf } from './desk.ts';
import { mayBeLost } from './lost-stretch.ts';

/** A task with all that is needed to talk about it. */
export interface TaskView extends SpokenTask {
  task: Task;
}

/** Puts a task together with its unit, period and the deadline it is judged by. */
export function viewTask(desk: Desk, task: Task): TaskView {
  const rules = desk.rules();
  const obligation = obligationOf(rules, task.obligation);
  const period = openedPeriod(obligation, task.period);
  return {
    task,
    unit: unitOfTask(desk, task),
    obligation,
    period,
    form: formOf(rules, obligation),
    deadline: deadlineOfTask(task, desk.zone),
    extension: task.extended === 1 ? grantOf(desk, task) : null,
    mayBeLost: mayBeLost(desk, task, period),
  };
}

/** The period of that key, which was opened. A later version of the plan may have narrowed which are owed; what was opened stays readable. */
export function openedPeriod(obligation: Obligation, key: string): Period {
  const period = periodOf({ ...obligation, firstPeriod: key, lastPeriod: key, parts: [] }, key);
  if (period === null) throw new Error(`${obligation.code} has no period ${key}`);
  return period;
}

/** The unit as it stands on the last day of the plan's own deadline: by an extension's it may have been merged. */
export function unitOfTask(desk: Desk, task: Task): Unit {
  const unit = desk.store.units.find(task.unit, task.extended === 1 ? legalLastDay(task) : task.lastGoodDay);
  if (unit === null) throw new Error(`task ${task.id} points at an unknown unit`);
  return unit;
}

function grantOf(desk: Desk, { id }: Task): { reason: string; by: string } | null {
  const extension = desk.store.extensions.current(id);
  if (extension === null) return null;
  return { reason: extension.reason, by: nameOf(desk, extension.grantedBy) };
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
