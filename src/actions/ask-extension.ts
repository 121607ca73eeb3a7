import type { Day, Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import { isOutstanding } from '../domain/task.ts';
import type { Task } from '../store/tasks.ts';
import { sayExtensionRefused, sayPleaseExtend, sayTakenBack } from '../wording/ask-extension.ts';
import { decide } from './decide-tasks.ts';
import type { Act, Desk } from './desk.ts';
import { nameOf, unitsFor } from './desk.ts';
import { openRounds } from './round-status.ts';
import type { TaskView } from './task-view.ts';
import { viewTask } from './task-view.ts';
import { tellCoordinators } from './tell.ts';
import { tellUnits } from './tell-units.ts';

export interface ExtensionRequest {
  task: number;
  /** The day that is asked for. */
  until: Day;
  /** Told to the coordinators, and kept as long as they have not answered; null where none was given. */
  reason: string | null;
}

export interface RequestedExtension {
  view: TaskView;
  /** False: exactly this was asked for today already, and nobody was told again. */
  isNew: boolean;
}

/** Tells the coordinators that a unit asks for a later deadline. The deadline stays as it is until one of them decides. */
export function askExtension(desk: Desk, act: Act, request: ExtensionRequest): Result<RequestedExtension> {
  const { store, zone } = desk;
  return store.transact(() => {
    const task = store.tasks.find(request.task);
    const own = unitsFor(desk, act.person, 'submit');
    if (task === null || !own.includes(task.unit) || !isOutstanding(task.state)) return no({ problem: 'no-such-task' });
    const today = dayOf(act.at, zone);
    if (request.until < today || request.until <= task.lastGoodDay) return no({ problem: 'due-day-over' });
    const view = viewTask(desk, task);
    const asked = `${today} ${request.until} ${request.reason ?? ''}`.trimEnd();
    if (store.facts.get(factOf(task.id)) === asked) return ok({ view, isNew: false });
    store.facts.set(factOf(task.id), asked);
    store.facts.set(momentOf(task.id), String(act.at));
    const who = nameOf(desk, act.person);
    tellCoordinators(desk, sayPleaseExtend({ view, who, until: request.until, reason: request.reason }), act.at);
    store.audit.add(act.at, act.person, 'ask-extension', `task:${task.id}`, { until: request.until });
    return ok({ view, isNew: true });
  });
}

/** The unit takes its request back: the coordinators hear it, and nothing waits any more. False: none was waiting. */
export function withdrawExtension(desk: Desk, act: Act, id: number): Result<TaskView> {
  const { store } = desk;
  return store.transact(() => {
    const task = ownTask(desk, act, id);
    const asked = task === null ? null : requestOf(desk, task);
    if (task === null || asked === null) return no({ problem: 'nothing-to-change' });
    store.facts.set(factOf(task.id), ANSWERED);
    const view = viewTask(desk, task);
    tellCoordinators(desk, { text: sayTakenBack(view, nameOf(desk, act.person)) }, act.at);
    store.audit.add(act.at, act.person, 'withdraw-extension', `task:${task.id}`, { until: asked.until });
    return ok(view);
  });
}

function ownTask(desk: Desk, { person }: Act, id: number): Task | null {
  const task = desk.store.tasks.find(id);
  const own = unitsFor(desk, person, 'submit');
  return task !== null && own.includes(task.unit) ? task : null;
}

/** Says no to a request: once, whoever of the coordinators is first. The unit hears why. */
export function refuseExtension(desk: Desk, act: Act, order: { task: number; reason: string }): Result<TaskView> {
  const { store } = desk;
  return decide(desk, act, { needs: 'extend', reason: order.reason }, (reason) => {
    const task = store.tasks.find(order.task);
    const until = task === null ? null : (requestOf(desk, task)?.until ?? null);
    if (task === null || until === null) return no({ problem: 'nothing-to-change' });
    store.facts.set(factOf(task.id), ANSWERED);
    const view = viewTask(desk, task);
    tellUnits(desk, act, [view], () => sayExtensionRefused(view, reason, nameOf(desk, act.person)));
    store.audit.add(act.at, act.person, 'refuse-extension', `task:${task.id}`, { until, reason });
    return ok(view);
  });
}

/** Requests of rounds under way that nobody has answered, the nearest deadline first. */
export function openExtensionRequests(desk: Desk, now: Instant): ({ view: TaskView } & OpenRequest)[] {
  return openRounds(desk, now)
    .flatMap(({ obligation, period }) => desk.store.tasks.ofRound(obligation, period))
    .flatMap((task) => {
      const asked = requestOf(desk, task);
      return asked === null ? [] : [{ view: viewTask(desk, task), ...asked }];
    })
    .sort((a, b) => a.view.task.cutOffAt - b.view.task.cutOffAt);
}

/** What a unit asks for. */
export type OpenRequest = Pick<ExtensionRequest, 'until' | 'reason'>;

/** The unit's request for time, while that waits for an answer; a deadline that moved as far as was asked for is one too. */
export function requestOf({ store }: Desk, task: Task): OpenRequest | null {
  const asked = store.facts.get(factOf(task.id)) ?? ANSWERED;
  const [, until = '', ...reason] = asked.split(' ');
  if (!isOutstanding(task.state) || asked === ANSWERED || task.lastGoodDay >= until) return null;
  return { until, reason: reason.length === 0 ? null : reason.join(' ') };
}

/** When the newest request was made; 0 = never. */
export function requestedAt({ store }: Desk, task: Task): Instant {
  return Number(store.facts.get(momentOf(task.id)) ?? 0);
}

function momentOf(task: number): string {
  return `extension_asked_at:${task}`;
}

const ANSWERED = 'answered';

function factOf(task: number): string {
  return `extension_asked:${task}`;
}
