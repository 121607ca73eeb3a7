import { type TaskView, viewTask } from '../actions/task-view.ts';
import { type Upcoming, upcomingDeadlines } from '../actions/upcoming-deadlines.ts';
import { unitsAllowing } from '../domain/access.ts';
import type { Task } from '../store/tasks.ts';
import { draftInHand } from './dialogs/keep-draft.ts';
import { owedTasks, unitsToday } from './look-up.ts';
import type { Turn } from './turn.ts';

const LOOKED_AT = 60;

/** The report that is being typed, where it is clear which. */
export function inHand(turn: Turn): TaskView | null {
  const draft = draftInHand(turn);
  const task = draft === null || draft.stage === 'task' ? null : turn.desk.store.tasks.find(draft.task);
  return task === null ? null : viewTask(turn.desk, task);
}

export const ownUnits = ({ memberships }: Turn): string[] => unitsAllowing(memberships, 'view-tasks');

export function tasksOf(turn: Turn): Task[] {
  return ownUnits(turn).flatMap((unit) => turn.desk.store.tasks.ofUnit(unit, LOOKED_AT));
}

export function owed(turn: Turn): TaskView[] {
  return owedTasks(turn, 'view-tasks').map((task) => viewTask(turn.desk, task));
}

/** Reports of that period that the person's units will owe, and do not yet. */
export function aheadOf(turn: Turn, period: string): Upcoming[] {
  const units = unitsToday(turn).filter(({ code }) => ownUnits(turn).includes(code));
  return upcomingDeadlines(turn.desk, units, turn.now).filter((one) => one.period.key === period);
}
