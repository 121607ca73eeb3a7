import { requestOf } from '../actions/ask-extension.ts';
import { nameOf } from '../actions/desk.ts';
import { viewTask } from '../actions/task-view.ts';
import { isOutstanding } from '../domain/task.ts';
import type { RoundRow, Task } from '../store/tasks.ts';
import type { Decided, ReportFacts } from '../wording/about-order.ts';
import type { Turn } from './turn.ts';

const TRIES_LOOKED_AT = 20;

/** How the unit's report of each of these rounds stands: received, decided, extended, promised, reminded of. */
export function factsOf(turn: Turn, unit: string, rounds: readonly RoundRow[]): ReportFacts[] {
  return rounds
    .flatMap(({ obligation, period }) => turn.desk.store.tasks.ofRound(obligation, period))
    .filter((task) => task.unit === unit)
    .map((task) => reportFacts(turn, task));
}

export function reportFacts({ desk }: Turn, task: Task): ReportFacts {
  const grant = desk.store.extensions.current(task.id);
  const tries = desk.store.reminders.triesOf(task.id, TRIES_LOOKED_AT);
  const reached = tries.flatMap(({ state, settledAt }) =>
    state === 'accepted' && settledAt !== null ? [settledAt] : [],
  );
  return {
    view: viewTask(desk, task),
    receivedAt: isOutstanding(task.state) ? null : (desk.store.submissions.latestOf(task.id)?.receivedAt ?? null),
    decided: decidedOf(desk, task),
    granted: grant === null ? null : { by: nameOf(desk, grant.grantedBy), at: grant.grantedAt, reason: grant.reason },
    asked: requestOf(desk, task),
    promisedUntil: isOutstanding(task.state) ? (desk.store.promises.latestOf(task.id)?.until ?? null) : null,
    people: isOutstanding(task.state) ? reportersOf(desk, task.unit) : [],
    remindedAt: reached.length === 0 ? null : Math.max(...reached),
  };
}

function reportersOf(desk: Turn['desk'], unit: string): string[] {
  return desk.store.people.ofUnit(unit).flatMap(({ role, name }) => (role === 'staff' ? [] : [name]));
}

function decidedOf(desk: Turn['desk'], { stateBy, stateAt, stateReason }: Task): Decided | null {
  return stateBy === null || stateAt === null
    ? null
    : { by: nameOf(desk, stateBy), at: stateAt, reason: stateReason ?? '' };
}
