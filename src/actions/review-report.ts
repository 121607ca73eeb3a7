import { PRIORITY } from '../delivery/enqueue.ts';
import { deadlineOf } from '../domain/deadline.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { Task } from '../store/tasks.ts';
import {
  sayAcceptanceUndone,
  sayAcceptedToUnit,
  sayReturnedToUnit,
  sayReturnUndone,
  sayReviewAgainToUnit,
} from '../wording/review-told.ts';
import type { Told } from '../wording/told.ts';
import type { UndoOffer } from '../wording/undo.ts';
import { decide, isAsDecided, viewsOf } from './decide-tasks.ts';
import type { Act, Desk } from './desk.ts';
import { may, nameOf } from './desk.ts';
import { planAnew } from './plan-anew.ts';
import type { TaskView } from './task-view.ts';
import { viewTask } from './task-view.ts';
import { tellUnits } from './tell-units.ts';
import { defineUndo, ROW_BY_TASK } from './undo.ts';

/** A report as it was looked at: another version that came since was not. */
export interface SeenVersion {
  task: number;
  version: number;
}

export interface Accepted {
  accepted: readonly TaskView[];
  told: Told;
  undo: UndoOffer;
}

/** Accepts reports in the versions that were seen. Those that changed since, or were decided by somebody else, are left alone. */
export function acceptReports(desk: Desk, act: Act, seen: readonly SeenVersion[]): Result<Accepted> {
  const { store } = desk;
  if (!may(desk, act.person, 'review')) return no({ problem: 'not-allowed' });
  return store.transact(() => {
    const accepted = seen.filter(({ task, version }) => {
      if (!isStill(desk, { task, version }) || !store.tasks.move(task, 'accept', null, act)) return false;
      store.audit.add(act.at, act.person, 'accept', `task:${task}`, { from: 'submitted', to: 'accepted', version });
      return true;
    });
    if (accepted.length === 0) return no({ problem: 'nothing-to-change' });
    const views = viewsOf(
      desk,
      accepted.map(({ task }) => ({ id: task })),
    );
    const words = (own: readonly TaskView[]) => sayAcceptedToUnit(own, nameOf(desk, act.person));
    const told = tellUnits(desk, act, views, words, PRIORITY.notice);
    const undo = undoAccept.offer(
      desk,
      act,
      accepted.map(({ task }) => ({ id: task, at: act.at })),
    );
    return ok({ accepted: views, told, undo });
  });
}

export interface ReturnOrder extends SeenVersion {
  /** How it stood when it was looked at: what another coordinator decided since is not undone by it. */
  state: 'submitted' | 'accepted';
  reason: string;
  /** Keys of the fields to be corrected; none = the report as a whole. */
  fields: readonly string[];
}

export interface Returned {
  view: TaskView;
  told: Told;
  undo: UndoOffer;
}

/** Sends a report back, or opens an accepted one again: why, and in which fields. Its timeliness stays. */
export function returnReport(desk: Desk, act: Act, order: ReturnOrder): Result<Returned> {
  const { store } = desk;
  return decide(desk, act, { needs: 'review', reason: order.reason }, (reason) => {
    const before = store.tasks.find(order.task);
    if (before === null || before.state !== order.state || !isStill(desk, order))
      return no({ problem: 'nothing-to-change' });
    const owed = viewTask(desk, before);
    if (!isOwed(desk, owed)) return no({ problem: 'unit-ended', unit: owed.unit.shortName });
    const action = before.state === 'accepted' ? 'reopen' : 'return';
    if (!store.tasks.move(before.id, action, reason, act)) return no({ problem: 'nothing-to-change' });
    const known = owed.form.fields.map(({ key }) => key);
    const fields = order.fields.filter((key) => known.includes(key));
    store.taskDecisions.object(before.id, fields.length === 0 ? null : JSON.stringify(fields));
    planAnew(desk, before.id, act.at);
    const { version } = order;
    const detail = { from: before.state, to: 'returned', version, fields, reason };
    store.audit.add(act.at, act.person, action, `task:${before.id}`, detail);
    const view = viewTask(desk, store.tasks.find(before.id) ?? before);
    const values = store.submissions.latestOf(before.id)?.report.values ?? {};
    const by = nameOf(desk, act.person);
    const told = tellUnits(desk, act, [view], () => sayReturnedToUnit({ view, reason, by, fields, values }));
    const undo = undoReturn.offer(desk, act, { id: before.id, at: act.at, state: before.state });
    return ok({ view, told, undo });
  });
}

/** Whether the unit exists at the round's deadline: of one that ended before it nothing is asked any more, whatever it sent. */
function isOwed(desk: Desk, { unit, obligation, period }: TaskView): boolean {
  const { lastGoodDay } = deadlineOf(obligation, period, desk.rules().calendar);
  return desk.store.units.owingOn(lastGoodDay).some(({ code }) => code === unit.code);
}

/** Whether the version that was seen is the newest one. */
function isStill({ store }: Desk, { task, version }: SeenVersion): boolean {
  return store.submissions.latestOf(task)?.version === version;
}

interface Decided {
  id: number;
  at: number;
}

export const undoAccept = defineUndo<readonly Decided[]>({
  kind: 'accept',
  needs: 'review',
  ...ROW_BY_TASK,
  undo(desk, act, accepted) {
    const { store } = desk;
    const standing = accepted.filter(({ id, at }) => isAsDecided(store.tasks.find(id), 'accepted', act, at));
    if (standing.length === 0) return no({ problem: 'built-on' });
    for (const { id } of standing) {
      store.tasks.move(id, 'await-review', null);
      store.audit.add(act.at, act.person, 'undo-accept', `task:${id}`, { from: 'accepted', to: 'submitted' });
    }
    const views = viewsOf(desk, standing);
    tellUnits(desk, act, views, (own) => sayReviewAgainToUnit(own, nameOf(desk, act.person)));
    return ok(sayAcceptanceUndone(views, accepted.length - standing.length));
  },
});

export const undoReturn = defineUndo<Decided & { state: Task['state'] }>({
  kind: 'return',
  needs: 'review',
  tasks: ({ id }) => [id],
  undo(desk, act, { id, at, state }) {
    const { store } = desk;
    if (!isAsDecided(store.tasks.find(id), 'returned', act, at)) return no({ problem: 'built-on' });
    store.tasks.move(id, 'await-review', null);
    if (state === 'accepted') store.tasks.move(id, 'accept', null, act);
    store.milestones.settleAll(id, 'cleared', act.at);
    store.audit.add(act.at, act.person, 'undo-return', `task:${id}`, { from: 'returned', to: state });
    const [view, ...none] = viewsOf(desk, [{ id }]);
    if (view === undefined || none.length > 0) throw new Error(`task ${id} is not there`);
    tellUnits(desk, act, [view], () => sayReturnUndone(view));
    return ok(sayReturnUndone(view));
  },
});
