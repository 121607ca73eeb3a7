import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { legalLastDay } from '../domain/deadline.ts';
import { isNotOwed } from '../domain/task.ts';
import type { Unit } from '../domain/unit.ts';
import { existsOn, successorsOf } from '../domain/unit.ts';
import type { Task } from '../store/tasks.ts';
import { sayEndedUnit, sayOwnUnitEnded, sayTakenOver } from '../wording/ended-unit.ts';
import type { Desk } from './desk.ts';
import { audienceOf } from './fire-reminders.ts';
import { isPassedOn } from './pass-on.ts';
import type { TaskView } from './task-view.ts';
import { viewTask } from './task-view.ts';
import { tellCoordinators, tellPerson } from './tell.ts';

/** What a unit that has ended leaves behind. */
interface Left {
  unit: Unit & { validTo: string };
  /** The units that carry on, where they exist today. */
  successors: readonly Unit[];
  /** Rounds that its successors owe and it had not reported for. */
  dropped: readonly TaskView[];
  /** Reports for such rounds that it had sent: they count until a successor reports. */
  passedOn: readonly TaskView[];
  /** What was due while it existed, and is owed still. */
  owed: readonly TaskView[];
}

/** More reports than can be under way when a unit ends. */
const LOOKED_AT = 24;

/**
 * Tells, once for each unit that has ended: its people what they need not send any more, those who carry on what was passed on to them, and
 * the coordinators, who are asked what becomes of its people.
 */
export function askAboutEnded(desk: Desk, now: Instant): number {
  const { store } = desk;
  const today = dayOf(now, desk.zone);
  return store.transact(() => {
    let asked = 0;
    // By what ended, never by all there are: this runs at every start, and a start must not read every unit and person.
    for (const code of store.units.endedBefore(today)) {
      const unit = store.units.find(code, today);
      if (unit === null || !isOver(unit, today)) continue;
      const fact = `asked_about_ended:${unit.code}`;
      if (store.facts.get(fact) === unit.validTo) continue;
      const left = leftBy(desk, unit, today);
      const own = store.people.ofUnit(code);
      if (own.length === 0 && left.passedOn.length === 0) continue;
      store.facts.set(fact, unit.validTo);
      tellOwn(desk, left, now);
      tellSuccessors(desk, left, now);
      tellCoordinators(desk, sayEndedUnit({ ...left, names: [...new Set(own.map(({ name }) => name))] }), now);
      asked += 1;
    }
    return asked;
  });
}

function isOver(unit: Unit, today: string): unit is Left['unit'] {
  return unit.validTo !== null && unit.validTo < today && !existsOn(unit, today);
}

function leftBy(desk: Desk, unit: Left['unit'], today: string): Left {
  const tasks = desk.store.tasks.ofUnit(unit.code, LOOKED_AT);
  const later = tasks.filter((task) => unit.validTo < planDay(task));
  const views = (some: readonly Task[]): TaskView[] => some.map((task) => viewTask(desk, task));
  const carryOn = successorsOf(desk.units(), unit.code).flatMap((code) => desk.store.units.find(code, today) ?? []);
  return {
    unit,
    successors: carryOn.filter((one) => existsOn(one, today)),
    dropped: views(later.filter((task) => isNotOwed(task) && task.timeliness === null)),
    passedOn: views(later.filter(({ id, state }) => state !== 'waived' && isPassedOn(desk, id))),
    owed: views(desk.store.tasks.outstandingOf(unit.code)),
  };
}

/** The last good day of the plan itself. */
function planDay(task: Task): string {
  return task.extended === 1 ? legalLastDay(task) : task.lastGoodDay;
}

function tellOwn(desk: Desk, left: Left, now: Instant): void {
  for (const { person } of audienceOf(desk, left.unit.code, ['liaison', 'leader']))
    tellPerson(desk, person, { text: sayOwnUnitEnded(left) }, now);
}

/** Those who carry on and have people already: whoever joins later reads it beside the form. */
function tellSuccessors(desk: Desk, { unit, successors, passedOn }: Left, now: Instant): void {
  for (const { code, shortName } of successors) {
    const own = passedOn.flatMap(({ task }) => desk.store.tasks.findByKey(code, task.obligation, task.period) ?? []);
    if (own.length === 0) continue;
    const views = own.map((task) => viewTask(desk, task));
    for (const { person } of audienceOf(desk, code, ['liaison', 'leader']))
      tellPerson(desk, person, { text: sayTakenOver({ former: unit, name: shortName, views }) }, now);
  }
}
