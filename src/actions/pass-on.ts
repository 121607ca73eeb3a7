import type { Instant } from '../domain/calendar.ts';
import { NOT_OWED } from '../domain/task.ts';
import { predecessorsOf } from '../domain/unit.ts';
import type { Task } from '../store/tasks.ts';
import type { Act, Desk } from './desk.ts';

/**
 * What a unit had sent when the plan came that ends it before the deadline. Its successors owe that round and do not know of it: the report
 * counts until one of them reports, and gives way then. So no figure is lost, and none counts twice.
 */
export function passOn({ store }: Desk, task: Task, successors: readonly string[], now: Instant): void {
  if (store.facts.get(factOf(task.id)) === successors.join(' ')) return;
  store.facts.set(factOf(task.id), successors.join(' '));
  store.audit.add(now, null, 'pass-on', `task:${task.id}`, { to: successors, reason: NOT_OWED });
}

/** The plan says after all that the unit owes the round itself. */
export function keepBack({ store }: Desk, task: Task): void {
  if (isPassedOn({ store }, task.id)) store.facts.set(factOf(task.id), '');
}

export function isPassedOn({ store }: Pick<Desk, 'store'>, task: number): boolean {
  return (store.facts.get(factOf(task)) ?? '') !== '';
}

/** The reports that count until this task's own comes. */
export function awaiting(desk: Desk, task: Pick<Task, 'unit' | 'obligation' | 'period'>): Task[] {
  return formerOf(desk, task).filter(({ state }) => state === 'submitted' || state === 'accepted');
}

/** The report of a successor has come, in the caller's transaction: what was passed on to it gives way. */
export function giveWay(desk: Desk, act: Act, task: Task): void {
  for (const { id, state } of awaiting(desk, task)) {
    if (!desk.store.tasks.move(id, 'give-way', NOT_OWED)) throw new Error(`task ${id} left ${state} in a transaction`);
    const detail = { from: state, to: 'waived', reason: NOT_OWED, successor: task.id };
    desk.store.audit.add(act.at, act.person, 'give-way', `task:${id}`, detail);
  }
}

/** The only version of a successor's report was taken back: what gave way to it counts again, unless another successor has reported. */
export function standAgain(desk: Desk, act: Act, task: Task): void {
  const { store } = desk;
  const hasReported = (unit: string): boolean => {
    const other = store.tasks.findByKey(unit, task.obligation, task.period);
    return other !== null && store.submissions.latestOf(other.id) !== null;
  };
  for (const former of formerOf(desk, task)) {
    const successors = (store.facts.get(factOf(former.id)) ?? '').split(' ');
    if (successors.some(hasReported) || former.stateReason !== NOT_OWED) continue;
    if (!store.tasks.move(former.id, 'stand-again', null)) continue;
    const detail = { from: 'waived', to: 'submitted', successor: task.id };
    store.audit.add(act.at, act.person, 'stand-again', `task:${former.id}`, detail);
  }
}

/** Tasks of the units that this task's unit came of, in the same round, that were passed on. */
function formerOf(desk: Desk, { unit, obligation, period }: Pick<Task, 'unit' | 'obligation' | 'period'>): Task[] {
  return predecessorsOf(desk.units(), unit)
    .map((code) => desk.store.tasks.findByKey(code, obligation, period))
    .filter((task) => task !== null)
    .filter(({ id }) => isPassedOn(desk, id));
}

function factOf(task: number): string {
  return `passed_on:${task}`;
}
