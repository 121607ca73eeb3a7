import type { Permission } from '../domain/access.ts';
import type { Result } from '../domain/problem.ts';
import { no } from '../domain/problem.ts';
import { inUnitOrder } from '../domain/unit-order.ts';
import type { Task } from '../store/tasks.ts';
import type { Told } from '../wording/told.ts';
import type { UndoOffer } from '../wording/undo.ts';
import type { Act, Desk } from './desk.ts';
import { may } from './desk.ts';
import type { TaskView } from './task-view.ts';
import { viewTask } from './task-view.ts';

/** What a coordinator decides about several tasks, and why. */
export interface TasksOrder {
  tasks: readonly number[];
  /** The schedule version of each task when it was shown: whoever was quicker has raised it, and that task is left alone (`asSeen`). */
  seen: Readonly<Record<number, number>>;
  /** Goes into the audit and to the units. */
  reason: string;
}

export interface TasksChanged {
  changed: readonly TaskView[];
  /** How many people were told. */
  told: Told;
  undo: UndoOffer;
}

/** Longest reason, in characters. */
const REASON_LIMIT = 500;

/** The conditions every decision about tasks has, and its one transaction; `work` is given the reason without blanks and full stop around it. */
export function decide<Done>(
  desk: Desk,
  act: Act,
  { needs, reason: typed }: { needs: Permission; reason: string },
  work: (reason: string) => Result<Done>,
): Result<Done> {
  const reason = typed.trim().replace(/[.,;\s]+$/u, '');
  if (!may(desk, act.person, needs)) return no({ problem: 'not-allowed' });
  if (reason === '') return no({ problem: 'reason-needed' });
  if (reason.length > REASON_LIMIT) return no({ problem: 'text-too-long', limit: REASON_LIMIT });
  return desk.store.transact(() => work(reason));
}

/** The tasks of an order that stand as they were shown. */
export function asSeen({ store }: Desk, { tasks, seen }: Pick<TasksOrder, 'tasks' | 'seen'>): Task[] {
  return tasks
    .map((id) => store.tasks.find(id))
    .filter((task) => task !== null)
    .filter((task) => seen[task.id] === task.scheduleVersion);
}

/** Whether the task stands as that person left it then: whoever decided since built on it. */
export function isAsDecided(task: Task | null, state: Task['state'], { person }: Act, at: number): boolean {
  return task?.state === state && task.stateBy === person && task.stateAt === at;
}

/** The tasks as they stand now, in the order in which people look for units. */
export function viewsOf(desk: Desk, tasks: readonly { id: number }[]): TaskView[] {
  const views = tasks
    .map(({ id }) => desk.store.tasks.find(id))
    .filter((task) => task !== null)
    .map((task) => viewTask(desk, task));
  return inUnitOrder(views, ({ unit }) => unit);
}
