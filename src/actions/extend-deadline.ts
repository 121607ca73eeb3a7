import { PRIORITY } from '../delivery/enqueue.ts';
import type { Day, Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { extendDeadline, timelinessOf } from '../domain/deadline.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import { nextSendingMoment } from '../domain/sending-hours.ts';
import type { Timeliness } from '../domain/task.ts';
import { isOutstanding } from '../domain/task.ts';
import type { Task } from '../store/tasks.ts';
import { sayExtendedToUnit, sayExtensionUndone, sayExtensionUndoneToUnit } from '../wording/extension.ts';
import type { TasksChanged, TasksOrder } from './decide-tasks.ts';
import { asSeen, decide, viewsOf } from './decide-tasks.ts';
import type { Act, Desk } from './desk.ts';
import { nameOf } from './desk.ts';
import { planAnew } from './plan-anew.ts';
import type { TaskView } from './task-view.ts';
import { viewTask } from './task-view.ts';
import { tellUnits } from './tell-units.ts';
import { defineUndo, ROW_BY_TASK } from './undo.ts';

export interface ExtensionOrder extends TasksOrder {
  /** The new last day on which a report is on time. */
  until: Day;
}

/** What an extension to that day would mean for a task. */
export type ExtensionEffect =
  /** It is still owed: the deadline moves, and the reminders with it. */
  | 'later'
  /** It was late, and is on time by the new day. */
  | 'on-time-now'
  /** Nothing changes: it was on time, or has a deadline as late, or stays late, or is waived, or the day is over. */
  | 'none';

/**
 * Timeliness is judged against an extension, so one that is granted after a late submission makes it on time; none makes an
 * on-time one late, since a deadline only moves on.
 */
export function effectOfExtension(task: Task, until: Day, today: Day, zone: string): ExtensionEffect {
  if (until <= task.lastGoodDay || task.state === 'waived') return 'none';
  if (task.timeliness === 'on_time') return isOutstanding(task.state) && until >= today ? 'later' : 'none';
  if (task.firstValidAt === null) return until >= today ? 'later' : 'none';
  const isOnTimeNow = timelinessOf(task.firstValidAt, extendDeadline(task, until, zone)) === 'on_time';
  return isOnTimeNow ? 'on-time-now' : 'none';
}

/** Moves the deadline of tasks to a later day. The legal one stays visible beside it. */
export function extendDeadlines(desk: Desk, act: Act, order: ExtensionOrder): Result<TasksChanged> {
  return decide(desk, act, { needs: 'extend', reason: order.reason }, (reason) => {
    const { zone } = desk;
    const today = dayOf(act.at, zone);
    const concerned = asSeen(desk, order).filter(
      (task) => effectOfExtension(task, order.until, today, zone) !== 'none',
    );
    if (concerned.length === 0) return no({ problem: 'nothing-to-change' });
    const undone = concerned.map((task) => extendTask(desk, act, task, { until: order.until, reason }));
    const changed = viewsOf(desk, concerned);
    const former = concerned.map((task) => viewTask(desk, task));
    const by = nameOf(desk, act.person);
    const told = tellUnits(desk, act, changed, (own) => sayExtendedToUnit(withFormer(own, former), reason, by));
    return ok({ changed, told, undo: undoExtension.offer(desk, act, undone) });
  });
}

function withFormer(own: readonly TaskView[], former: readonly TaskView[]) {
  return own.map((view) => ({ view, former: former.find(({ task }) => task.id === view.task.id) ?? view }));
}

interface Extended extends Pick<Task, 'id' | 'namedDay' | 'lastGoodDay' | 'cutOffAt' | 'extended' | 'timeliness'> {
  extension: number;
}

function extendTask(desk: Desk, act: Act, task: Task, { until, reason }: { until: Day; reason: string }): Extended {
  const { store, zone } = desk;
  const { id, namedDay, lastGoodDay, cutOffAt, extended, timeliness } = task;
  const deadline = extendDeadline(task, until, zone);
  store.taskDecisions.setDeadline(id, { ...deadline, extended: 1 });
  const extension = store.extensions.add({
    task: id,
    lastGoodDay: until,
    reason,
    grantedBy: act.person,
    grantedAt: act.at,
  });
  settleUnder(desk, act, task, deadline.cutOffAt);
  const to = timelinessUnder(task, deadline.cutOffAt);
  store.audit.add(act.at, act.person, 'extend', `task:${id}`, { from: lastGoodDay, to: until, timeliness: to, reason });
  return { id, namedDay, lastGoodDay, cutOffAt, extended, timeliness, extension };
}

/** What follows from another cut-off: timeliness where something was received, reminders where something is still owed. */
function settleUnder(desk: Desk, act: Act, task: Task, cutOffAt: number): void {
  const timeliness = timelinessUnder(task, cutOffAt);
  if (timeliness !== null) desk.store.taskDecisions.judge(task.id, timeliness);
  // The version is raised even where nothing is owed: whoever saw the deadline before has to look again.
  planAnew(desk, task.id, act.at);
}

function timelinessUnder({ firstValidAt }: Task, cutOffAt: number): Timeliness | null {
  return firstValidAt === null ? null : timelinessOf(firstValidAt, { cutOffAt });
}

/** When whatever waits for the sending hours arrives. */
function opensAt(desk: Desk, now: Instant): Instant {
  const { policy, calendar } = desk.rules();
  return nextSendingMoment(policy, calendar, now);
}

/** Whether the deadline that is in force again would be over when the sending hours begin: who owes the report has to know now. */
function cannotWait(desk: Desk, { task, deadline }: TaskView, now: Instant): boolean {
  return task.firstValidAt === null && now < deadline.cutOffAt && deadline.cutOffAt <= opensAt(desk, now);
}

export const undoExtension = defineUndo<readonly Extended[]>({
  kind: 'extend',
  needs: 'extend',
  ...ROW_BY_TASK,
  undo(desk, act, extended) {
    const { store } = desk;
    const standing = extended.filter(({ id, extension }) => store.extensions.current(id)?.id === extension);
    if (standing.length === 0) return no({ problem: 'built-on' });
    for (const { id, extension, timeliness: _, ...before } of standing) {
      const task = store.tasks.find(id);
      if (task === null) throw new Error(`task ${id} is not there`);
      store.extensions.takeBack(extension, act.at);
      store.taskDecisions.setDeadline(id, before);
      settleUnder(desk, act, task, before.cutOffAt);
      const detail = { from: task.lastGoodDay, to: before.lastGoodDay };
      store.audit.add(act.at, act.person, 'undo-extend', `task:${id}`, detail);
    }
    const views = viewsOf(desk, standing);
    const by = nameOf(desk, act.person);
    // Each message is about deadlines that are of one kind, for what cannot wait for the morning disturbs.
    const [urgent, calm] = [true, false].map((isUrgent) =>
      views.filter((view) => cannotWait(desk, view, act.at) === isUrgent),
    );
    tellUnits(desk, act, urgent ?? [], (own) => sayExtensionUndoneToUnit(own, by, act.at), PRIORITY.answer);
    tellUnits(desk, act, calm ?? [], (own) => sayExtensionUndoneToUnit(own, by, opensAt(desk, act.at)));
    return ok(sayExtensionUndone(views, extended.length - standing.length));
  },
});
