import { unitOfTask } from '../actions/task-view.ts';
import type { Permission } from '../domain/access.ts';
import { unitsAllowing } from '../domain/access.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Unit } from '../domain/unit.ts';
import { existsOn } from '../domain/unit.ts';
import type { Task } from '../store/tasks.ts';
import { nameUnits } from '../understanding/name-unit.ts';
import type { Turn } from './turn.ts';

/** The unit's name today; its code when it is not known. */
export function unitName(turn: Turn, code: string): string {
  return turn.desk.store.units.find(code, today(turn))?.name ?? code;
}

/** The unit a word names by its code, whatever the case; null when none does. */
export function findUnit(turn: Turn, word: string): Unit | null {
  const code = word.trim().toUpperCase();
  return unitsToday(turn).find((unit) => unit.code === code) ?? null;
}

/** The short name of a unit of today; its code where there is none. */
export function shortNameOf(turn: Turn, code: string): string {
  return unitsToday(turn).find((unit) => unit.code === code)?.shortName ?? code;
}

/** The units that these tasks are of, each once. */
export function namesOfTasks({ desk }: Turn, tasks: readonly number[]): string[] {
  const units = tasks.flatMap((id) => {
    const task = desk.store.tasks.find(id);
    return task === null ? [] : [unitOfTask(desk, task).shortName];
  });
  return [...new Set(units)];
}

/** What the units owe for which the person may do that, the most urgent first. */
export function owedTasks({ desk, memberships }: Turn, to: Permission): Task[] {
  return unitsAllowing(memberships, to)
    .flatMap((unit) => desk.store.tasks.outstandingOf(unit))
    .sort((a, b) => a.cutOffAt - b.cutOffAt || a.id - b.id);
}

/** The units a word means: the one with that code, else those in whose name all the words stand, whatever the marks. */
export function findUnits(turn: Turn, words: string): Unit[] {
  return nameUnits(words, unitsToday(turn));
}

/** A unit that has ended, by its code or name, as it last was; of several that fit none. Today's are looked for first (`findUnits`). */
export function findEndedUnit(turn: Turn, words: string): (Unit & { validTo: string }) | null {
  const day = today(turn);
  const existing = new Set(unitsToday(turn).map(({ code }) => code));
  const ended = turn.desk.units().flatMap((unit) => {
    const { code, validTo } = unit;
    return validTo !== null && validTo < day && !existing.has(code) ? [{ ...unit, validTo }] : [];
  });
  const [only, another] = nameUnits(words, ended);
  if (only === undefined || another !== undefined) return null;
  return ended.find((unit) => unit.code === only.code) ?? null;
}

/** The units that exist on the day the turn is about. */
export function unitsToday(turn: Turn): Unit[] {
  const day = today(turn);
  return turn.desk.units().filter((unit) => existsOn(unit, day));
}

export function today(turn: Turn): string {
  return dayOf(turn.now, turn.desk.zone);
}

/** Who reports for a unit. */
export function liaisonNames({ desk }: Turn, unit: string): string[] {
  return desk.store.people
    .ofUnit(unit)
    .filter(({ role }) => role === 'liaison')
    .map(({ name }) => name);
}
