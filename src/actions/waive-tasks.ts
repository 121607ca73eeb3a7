import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { Task } from '../store/tasks.ts';
import { sayOwedAgain, sayUnwaived, sayWaived } from '../wording/acting.ts';
import type { TasksChanged, TasksOrder } from './decide-tasks.ts';
import { asSeen, decide, isAsDecided, viewsOf } from './decide-tasks.ts';
import type { Act, Desk } from './desk.ts';
import { nameOf } from './desk.ts';
import { planAnew } from './plan-anew.ts';
import { tellUnits } from './tell-units.ts';
import { defineUndo, ROW_BY_TASK } from './undo.ts';

/** Waives tasks: their units need not report, and are told why. Those that are not owed any more by then are left alone. */
export function waiveTasks(desk: Desk, act: Act, order: TasksOrder): Result<TasksChanged> {
  const { store } = desk;
  return decide(desk, act, { needs: 'waive', reason: order.reason }, (reason) => {
    const waived = asSeen(desk, order).flatMap((before) => {
      const { id } = before;
      if (!store.tasks.move(id, 'waive', reason, act)) return [];
      store.milestones.settleAll(id, 'void', act.at);
      store.audit.add(act.at, act.person, 'waive', `task:${id}`, { from: before.state, to: 'waived', reason });
      return [before];
    });
    if (waived.length === 0) return no({ problem: 'nothing-to-change' });
    const changed = viewsOf(desk, waived);
    const told = tellUnits(desk, act, changed, (views) => sayWaived(views, reason, nameOf(desk, act.person)));
    const undo = undoWaive.offer(
      desk,
      act,
      waived.map(({ id, state, stateReason, objected }) => ({ id, at: act.at, state, stateReason, objected })),
    );
    return ok({ changed, told, undo });
  });
}

/** Takes waivers back: the reports are owed again, with their deadlines and the reminders still to come. */
export function oweAgain(desk: Desk, act: Act, order: TasksOrder): Result<TasksChanged> {
  const { store } = desk;
  return decide(desk, act, { needs: 'waive', reason: order.reason }, (reason) => {
    const owed = asSeen(desk, order).flatMap((before) => {
      const { id } = before;
      // What was handed in before the waiver waits to be corrected, and says why.
      const isOpen = before.timeliness === null;
      if (!store.tasks.move(id, isOpen ? 'owe-again' : 'await-correction', reason, act)) return [];
      planAnew(desk, id, act.at);
      const to = isOpen ? 'open' : 'returned';
      store.audit.add(act.at, act.person, 'owe-again', `task:${id}`, { from: 'waived', to, reason });
      return [before];
    });
    if (owed.length === 0) return no({ problem: 'nothing-to-change' });
    const changed = viewsOf(desk, owed);
    const told = tellUnits(desk, act, changed, (views) => sayOwedAgain(views, reason, nameOf(desk, act.person)));
    const undo = undoOweAgain.offer(
      desk,
      act,
      owed.map(({ id, stateReason }) => ({ id, at: act.at, stateReason })),
    );
    return ok({ changed, told, undo });
  });
}

interface WaivedBefore {
  id: number;
  /** When it was waived: somebody who decided since then built on it. */
  at: number;
  state: Task['state'];
  stateReason: string | null;
  objected: string | null;
}

export const undoWaive = defineUndo<readonly WaivedBefore[]>({
  kind: 'waive',
  needs: 'waive',
  ...ROW_BY_TASK,
  undo(desk, act, waived) {
    const { store } = desk;
    const standing = waived.filter(({ id, at }) => isAsDecided(store.tasks.find(id), 'waived', act, at));
    if (standing.length === 0) return no({ problem: 'built-on' });
    for (const { id, state, stateReason, objected } of standing) {
      store.tasks.move(id, state === 'returned' ? 'await-correction' : 'owe-again', stateReason, act);
      store.taskDecisions.object(id, objected);
      planAnew(desk, id, act.at);
      store.audit.add(act.at, act.person, 'undo-waive', `task:${id}`, { from: 'waived', to: state });
    }
    const views = viewsOf(desk, standing);
    tellUnits(desk, act, views, (own) => sayOwedAgain(own, '', nameOf(desk, act.person)));
    return ok(sayUnwaived(views, waived.length - standing.length));
  },
});

export const undoOweAgain = defineUndo<readonly Pick<WaivedBefore, 'id' | 'at' | 'stateReason'>[]>({
  kind: 'owe-again',
  needs: 'waive',
  ...ROW_BY_TASK,
  undo(desk, act, owed) {
    const { store } = desk;
    const standing = owed.filter(({ id, at }) => {
      const task = store.tasks.find(id);
      return isAsDecided(task, task?.timeliness === null ? 'open' : 'returned', act, at);
    });
    if (standing.length === 0) return no({ problem: 'built-on' });
    for (const { id, stateReason } of standing) {
      const from = store.tasks.find(id)?.state;
      store.tasks.move(id, 'waive', stateReason, act);
      store.milestones.settleAll(id, 'void', act.at);
      store.audit.add(act.at, act.person, 'undo-owe-again', `task:${id}`, { from, to: 'waived', reason: stateReason });
    }
    const views = viewsOf(desk, standing);
    tellUnits(desk, act, views, (own) => sayWaived(own, own[0]?.task.stateReason ?? '', nameOf(desk, act.person)));
    return ok(sayWaived(views, views[0]?.task.stateReason ?? '', null));
  },
});
