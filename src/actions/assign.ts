import type { Day, Instant } from '../domain/calendar.ts';
import { atTime, dayOf } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import { mayDisturb } from '../domain/sending-hours.ts';
import { isOutstanding } from '../domain/task.ts';
import type { Assignment } from '../store/assignments.ts';
import {
  sayHandedOut,
  sayInnerDateCame,
  sayPartArrived,
  sayPartNotNeeded,
  sayTakenBack,
} from '../wording/assignment.ts';
import type { Act, Desk } from './desk.ts';
import { unitsFor } from './desk.ts';
import { audienceOf } from './fire-reminders.ts';
import { viewTask } from './task-view.ts';
import { tellPerson } from './tell.ts';

/** Longest words for what is wanted, and longest answer, in characters. */
export const ASSIGNMENT_LIMITS = { part: 200, answer: 1500 } as const;

/** The reminder on the inner date; the later one where it was handed out on that day. */
const REMINDED_AT = ['08:30', '15:00'] as const;

export interface AssignmentOrder {
  task: number;
  person: number;
  /** Empty: the whole report. */
  part: string;
  /** The last day on which it is in time. */
  dueOn: Day;
}

/** Hands a report of the own unit, or a part of it, to a colleague of that unit, and tells them. */
export function assignWork(desk: Desk, { person, at }: Act, order: AssignmentOrder): Result<Assignment> {
  const { store, zone } = desk;
  const task = store.tasks.find(order.task);
  const own = unitsFor(desk, person, 'submit');
  if (task === null || !own.includes(task.unit)) return no({ problem: 'no-such-task' });
  if (!isOutstanding(task.state)) return no({ problem: 'nothing-owed' });
  if (order.person === person || !isOfUnit(desk, order.person, task.unit)) return no({ problem: 'no-such-colleague' });
  const part = order.part.trim();
  if (part.length > ASSIGNMENT_LIMITS.part) return no({ problem: 'text-too-long', limit: ASSIGNMENT_LIMITS.part });
  if (order.dueOn < dayOf(at, zone)) return no({ problem: 'due-day-over' });
  if (at < task.cutOffAt && order.dueOn > task.lastGoodDay)
    return no({ problem: 'inner-date-late', last: task.lastGoodDay });
  const remindAt = REMINDED_AT.map((time) => atTime(order.dueOn, time, zone)).find((moment) => moment > at) ?? null;
  return store.transact(() => {
    const { dueOn } = order;
    const id = store.assignments.add({
      task: task.id,
      person: order.person,
      givenBy: person,
      part,
      dueOn,
      remindAt,
      now: at,
    });
    const made = id === null ? null : store.assignments.find(id);
    if (made === null) return no({ problem: 'assigned-before' });
    store.audit.add(at, person, 'assign', `task:${task.id}`, { assignment: made.id, to: order.person, dueOn });
    tellPerson(desk, order.person, sayHandedOut(made, viewTask(desk, task)), at);
    return ok(made);
  });
}

/** Takes it back, answered or not; whoever had it is told. */
export function takeBackWork(desk: Desk, { person, at }: Act, id: number): Result<Assignment> {
  const { store } = desk;
  const found = store.assignments.find(id);
  const own = unitsFor(desk, person, 'submit');
  if (found === null || !own.includes(found.unit)) return no({ problem: 'no-such-assignment' });
  return store.transact(() => {
    if (!store.assignments.settle(id, 'taken_back', at)) return no({ problem: 'assignment-over' });
    store.audit.add(at, person, 'take-back', `task:${found.task}`, { assignment: id });
    if (found.person !== person) tellPerson(desk, found.person, sayTakenBack(found, viewOf(desk, found)), at);
    return ok(found);
  });
}

/** What the colleague sends back waits as a draft; sent again before the report goes, it takes the place of the first, files add up. */
export function answerWork(
  desk: Desk,
  { person, at }: Act,
  id: number,
  sent: { text: string; files: readonly number[] },
): Result<Assignment> {
  const { store } = desk;
  const found = store.assignments.find(id);
  if (found === null || found.person !== person || !isOfUnit(desk, person, found.unit))
    return no({ problem: 'no-such-assignment' });
  const text = sent.text.trim();
  if (text === '' && sent.files.length === 0) return no({ problem: 'words-needed' });
  if (text.length > ASSIGNMENT_LIMITS.answer) return no({ problem: 'text-too-long', limit: ASSIGNMENT_LIMITS.answer });
  if (!isWanted(desk, found)) return no({ problem: 'assignment-over' });
  return store.transact(() => {
    const files = [...new Set([...found.files, ...sent.files])];
    if (!store.assignments.answer(id, text === '' ? found.answer : text, files, at))
      return no({ problem: 'assignment-over' });
    store.audit.add(at, person, 'answer-assignment', `task:${found.task}`, { assignment: id, files: files.length });
    const answered = store.assignments.find(id) ?? found;
    for (const receiver of receiversOf(desk, found))
      tellPerson(desk, receiver, sayPartArrived(answered, viewOf(desk, found)), at);
    return ok(answered);
  });
}

/** The report came in: what colleagues still had of it is not needed any more, and they are told. */
export function clearWork(desk: Desk, task: number, { person, at }: Act): void {
  for (const found of desk.store.assignments.ofTask(task)) {
    if (!desk.store.assignments.settle(found.id, 'cleared', at)) continue;
    if (found.state === 'open' && found.person !== person)
      tellPerson(desk, found.person, sayPartNotNeeded(found, viewOf(desk, found)), at);
  }
}

/** One reminder on the inner date, judged anew at that moment. How many were reminded. */
export function remindAssigned(desk: Desk, now: Instant): number {
  const { store } = desk;
  const rules = desk.rules();
  if (!mayDisturb(rules.policy, rules.calendar, now)) return 0;
  const due = store.assignments.due(now);
  if (due.length === 0) return 0;
  return store.transact(() => {
    let told = 0;
    for (const found of due) {
      store.assignments.noteReminded(found.id);
      if (!isWanted(desk, found) || !isOfUnit(desk, found.person, found.unit)) {
        store.assignments.settle(found.id, 'cleared', now);
        continue;
      }
      tellPerson(desk, found.person, sayInnerDateCame(found, viewOf(desk, found), dayOf(now, desk.zone)), now);
      told += 1;
    }
    return told;
  });
}

/** What waits for this person, in units that are theirs still and for reports that are still owed. */
export function workOf(desk: Desk, person: number): Assignment[] {
  return desk.store.assignments
    .ofPerson(person)
    .filter((found) => isWanted(desk, found) && isOfUnit(desk, person, found.unit));
}

function isWanted({ store }: Desk, { task, state }: Assignment): boolean {
  const owed = store.tasks.find(task);
  return (state === 'open' || state === 'answered') && owed !== null && isOutstanding(owed.state);
}

function isOfUnit({ store }: Desk, person: number, unit: string): boolean {
  return store.people.ofUnit(unit).some((member) => member.person === person);
}

/** Who handed it out, while they report for the unit; else those who do. */
function receiversOf(desk: Desk, { givenBy, unit, person }: Assignment): number[] {
  const reports = desk.store.people.ofUnit(unit).some((one) => one.person === givenBy && one.role !== 'staff');
  if (reports) return [givenBy];
  return audienceOf(desk, unit, ['liaison'])
    .map((member) => member.person)
    .filter((one) => one !== person);
}

function viewOf(desk: Desk, { task }: Assignment) {
  const found = desk.store.tasks.find(task);
  if (found === null) throw new Error(`an assignment belongs to task ${task}, which is not there`);
  return viewTask(desk, found);
}
