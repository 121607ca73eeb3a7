import type { Instant } from '../domain/calendar.ts';
import { NOT_OWED } from '../domain/task.ts';
import { predecessorsOf } from '../domain/unit.ts';
import type { Task } from '../store/tasks.ts';
import { sayPartLeft } from '../wording/ended-unit.ts';
import type { Act, Desk } from './desk.ts';
import { viewTask } from './task-view.ts';
import { tellCoordinators } from './tell.ts';
import { tellUnits } from './tell-units.ts';

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
  for (const former of awaiting(desk, task)) {
    const { id, state } = former;
    if (!desk.store.tasks.move(id, 'give-way', NOT_OWED)) throw new Error(`task ${id} left ${state} in a transaction`);
    const detail = { from: state, to: 'waived', reason: NOT_OWED, successor: task.id };
    desk.store.audit.add(act.at, act.person, 'give-way', `task:${id}`, detail);
    tellOfPart(desk, act, former, task);
  }
}

/**
 * A unit went to several, and one of them had reported before that: its report has nothing of the part it took over, and now that
 * the unit's own counts no more nothing has. No report can be parted, so those concerned are told.
 */
function tellOfPart(desk: Desk, act: Act, former: Task, by: Task): void {
  const { store } = desk;
  const others = successorsKnown(desk, former.id)
    .filter((unit) => unit !== by.unit)
    .flatMap((unit) => store.tasks.findByKey(unit, former.obligation, former.period) ?? [])
    .filter(({ id }) => store.submissions.latestOf(id) !== null)
    .map((task) => viewTask(desk, task));
  if (others.length === 0) return;
  const facts = { former: viewTask(desk, former), by: viewTask(desk, by).unit };
  tellUnits(desk, act, others, (own) => sayPartLeft({ ...facts, own }));
  tellCoordinators(desk, { text: sayPartLeft({ ...facts, own: others }) }, act.at);
}

/** The only version of a successor's report was taken back: what gave way to it counts again, unless another successor has reported. */
export function standAgain(desk: Desk, act: Act, task: Task): void {
  const { store } = desk;
  const hasReported = (unit: string): boolean => {
    const other = store.tasks.findByKey(unit, task.obligation, task.period);
    return other !== null && store.submissions.latestOf(other.id) !== null;
  };
  for (const former of formerOf(desk, task)) {
    if (successorsKnown(desk, former.id).some(hasReported) || former.stateReason !== NOT_OWED) continue;
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

/** The units to which the report was passed on. */
function successorsKnown({ store }: Desk, task: number): string[] {
  return (store.facts.get(factOf(task)) ?? '').split(' ').filter((unit) => unit !== '');
}

function factOf(task: number): string {
  return `passed_on:${task}`;
}
