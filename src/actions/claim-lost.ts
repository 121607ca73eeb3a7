import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import { isOutstanding } from '../domain/task.ts';
import type { Task } from '../store/tasks.ts';
import { orderOfReceipt, type SpokenProof, sayClaim } from '../wording/restored.ts';
import type { Act, Desk } from './desk.ts';
import { nameOf, unitsFor } from './desk.ts';
import { isOpenedBefore, type LostStretch, lostStretch } from './lost-stretch.ts';
import type { TaskView } from './task-view.ts';
import { viewTask } from './task-view.ts';
import { tellCoordinators } from './tell.ts';

/** Later a report that is missing has other reasons. */
const CLAIMED_WITHIN_MS = 45 * 24 * 3600_000;

/** The stretch in which a report of that task may have been lost, whether somebody has looked or not; null: none. */
export function stretchFor(desk: Desk, view: TaskView, now: Instant): LostStretch | null {
  const { task, period } = view;
  const stretch = lostStretch(desk);
  if (stretch === null || now - stretch.to > CLAIMED_WITHIN_MS) return null;
  const isDoubtful = isOutstanding(task.state) || task.timeliness === 'late';
  return isDoubtful && isOpenedBefore(stretch, period, desk.zone) ? stretch : null;
}

/** The task a receipt is of that the database does not know; null: no unit of theirs, nothing was lost, or the receipt is known. */
export function taskOfReceipt(
  desk: Desk,
  act: Act,
  { receipt, unit, period }: { receipt: string; unit: string; period: string },
): Task | null {
  const { store } = desk;
  const own = unitsFor(desk, act.person, 'submit');
  if (!own.includes(unit) || store.submissions.findByReceipt(receipt) !== null) return null;
  const tasks = store.tasks.ofUnit(unit, 60).filter((task) => task.period === period);
  return tasks.find((task) => stretchFor(desk, viewTask(desk, task), act.at) !== null) ?? null;
}

/**
 * A unit says that it had handed in what a restored database does not know, perhaps with its receipt: the coordinators get it with
 * the order that takes it in. Once a day and receipt; `isNew` false: they have been told.
 */
export function claimHandedIn(
  desk: Desk,
  act: Act,
  taskId: number,
  proof: SpokenProof | null,
): Result<{ view: TaskView; isNew: boolean }> {
  const { store, zone } = desk;
  return store.transact(() => {
    const task = store.tasks.find(taskId);
    const own = unitsFor(desk, act.person, 'submit');
    if (task === null || !own.includes(task.unit)) return no({ problem: 'no-such-task' });
    const view = viewTask(desk, task);
    const stretch = stretchFor(desk, view, act.at);
    if (stretch === null) return no({ problem: 'no-such-task' });
    const fact = `claimed_lost:${task.id}`;
    const claim = `${dayOf(act.at, zone)} ${proof?.receipt ?? ''}`;
    if (store.facts.get(fact) === claim) return ok({ view, isNew: false });
    store.facts.set(fact, claim);
    const isInside = proof?.at != null && proof.at <= stretch.to && proof.at >= (stretch.from ?? 0) - MINUTE_MS;
    const order = orderOfReceipt(view, proof, zone);
    const text = sayClaim(view, nameOf(desk, act.person), proof, {
      isInside,
      stretch: { ...stretch, zone },
      order,
    });
    tellCoordinators(desk, { text }, act.at);
    store.audit.add(act.at, act.person, 'claim-lost', `task:${task.id}`, { receipt: proof?.receipt ?? null });
    return ok({ view, isNew: true });
  });
}

/** What is read from a receipt may be whole minutes. */
const MINUTE_MS = 60_000;
