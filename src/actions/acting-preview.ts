import type { Day } from '../domain/calendar.ts';
import { dayOf, isWorkingDay } from '../domain/calendar.ts';
import { inUnitOrder } from '../domain/unit-order.ts';
import type { Task } from '../store/tasks.ts';
import type { Acting } from '../wording/acting-dialog.ts';
import { sayActingPreview, sayNothingChanges, sayNotLater } from '../wording/acting-dialog.ts';
import { sayProblem } from '../wording/problems.ts';
import type { RichText } from '../wording/rich-text.ts';
import { effectOn } from './acting-effect.ts';
import type { Act, Desk } from './desk.ts';
import { nameOf } from './desk.ts';
import { reachOf } from './round-status.ts';
import { unitOfTask, viewTask } from './task-view.ts';
import { peopleToTell } from './tell-units.ts';

/** A decision about units of one round, before it is made. */
export interface ActingPlan {
  act: Acting;
  /** Every task of the round. */
  round: readonly Task[];
  /** Numbers of those it is about. */
  tasks: readonly number[];
  /** The new last day; null where none is needed. */
  until: Day | null;
  reason: string;
}

export type ActingPreview =
  /** `seen`: the schedule version of each task that would change, as it is shown. */
  | { text: RichText; changing: number; seen: Record<string, number> }
  /** `isDay`: another day would change something. */
  | { nothing: RichText; isDay: boolean };

/** What would change for whom; where nothing would, why. Nothing is written. */
export function previewActing(desk: Desk, { person, at }: Act, plan: ActingPlan): ActingPreview {
  const { act, until, reason } = plan;
  const tasks = inUnitOrder(
    plan.round.filter(({ id }) => plan.tasks.includes(id)),
    (task) => unitOfTask(desk, task),
  );
  const { changing, onTimeNow, unchanged } = effectOn(desk, { act, until, now: at }, tasks);
  const named = (of: typeof unchanged) =>
    Object.fromEntries(
      Object.entries(of).map(([why, list]) => [why, list.map((task) => viewTask(desk, task).unit.shortName)]),
    );
  if (changing.length === 0) {
    if (until === null || !tasks.some((task) => isInTheWay(task, until, dayOf(at, desk.zone))))
      return {
        nothing: sayNothingChanges(act, named(unchanged)),
        isDay: false,
      };
    const isOver = tasks.every(({ lastGoodDay }) => until > lastGoodDay);
    const why = isOver ? sayProblem({ problem: 'due-day-over' }, desk.zone) : sayNotLater(latestOf(tasks));
    return { nothing: why, isDay: true };
  }
  const views = changing.map((task) => viewTask(desk, task));
  const general = viewTask(desk, generalOf(plan.round));
  const text = sayActingPreview({
    act,
    round: general,
    names: views.filter(({ task }) => !onTimeNow.includes(task)).map(({ unit }) => unit.shortName),
    onTimeNow: onTimeNow.map((task) => viewTask(desk, task).unit.shortName),
    unchanged: named(unchanged),
    until,
    isDayOff: until !== null && !isWorkingDay(desk.rules().calendar, until),
    // Those whose deadline was moved before: the general one is not theirs.
    former: views
      .filter((view) => view.deadline.lastGoodDay !== general.deadline.lastGoodDay)
      .map((view) => ({ name: view.unit.shortName, lastGoodDay: view.deadline.lastGoodDay })),
    reason,
    people: peopleToTell(desk, person, views).size,
    alone: views.filter(({ unit }) => reachOf(desk, unit.code) === 'nobody').length,
  });
  const seen = Object.fromEntries(changing.map(({ id, scheduleVersion }) => [String(id), scheduleVersion]));
  return { text, changing: changing.length, seen };
}

/** A task with the deadline that is everybody's. */
export function generalOf(round: readonly Task[]): Task {
  const general = round.find(({ extended }) => extended === 0) ?? round[0];
  if (general === undefined) throw new Error('a round without tasks');
  return general;
}

/** Whether it is the day that keeps an owed task as it is. */
function isInTheWay(task: Task, until: Day, today: Day): boolean {
  return task.state !== 'waived' && task.timeliness !== 'on_time' && (until <= task.lastGoodDay || until < today);
}

function latestOf(tasks: readonly Task[]): Day {
  return tasks.map(({ lastGoodDay }) => lastGoodDay).reduce((a, b) => (a > b ? a : b));
}

/** Who decided about one of these tasks since it was shown; null when nobody did. */
export function decidedSince(
  desk: Desk,
  seen: Readonly<Record<string, number>>,
): { name: string; unit: string; at: number } | null {
  for (const id of Object.keys(seen).map(Number)) {
    const task = desk.store.tasks.find(id);
    const grant = task === null ? null : desk.store.extensions.current(id);
    if (task === null || task.scheduleVersion === seen[String(id)]) continue;
    const by = task.stateBy ?? grant?.grantedBy ?? null;
    const at = task.stateAt ?? grant?.grantedAt ?? null;
    if (by !== null && at !== null) return { name: nameOf(desk, by), unit: viewTask(desk, task).unit.shortName, at };
  }
  return null;
}
