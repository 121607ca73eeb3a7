import type { Instant } from '../domain/calendar.ts';
import { standingOf } from '../domain/task.ts';
import { inUnitOrder } from '../domain/unit-order.ts';
import type { Desk } from './desk.ts';
import { isOpenAfterRestore } from './lost-stretch.ts';
import { unitOfTask } from './task-view.ts';

/** How often a unit was late or sent nothing, in the rounds that are over. */
export interface LateHabit {
  code: string;
  shortName: string;
  late: string[];
  missing: string[];
}

export interface LateHabits {
  /** Keys of the rounds looked at, the oldest first. */
  periods: string[];
  /** Those that were late or missing at all, the most often first. */
  units: LateHabit[];
}

const ROUNDS_LOOKED_AT = 12;

/** Who was late in the last rounds of a report, whose deadline is over. */
export function lateHabits(desk: Desk, obligation: string, now: Instant): LateHabits {
  const rounds = desk.store.tasks
    .roundsOf(obligation)
    .filter(({ cutOffAt }) => cutOffAt <= now)
    .sort((a, b) => a.cutOffAt - b.cutOffAt)
    .slice(-ROUNDS_LOOKED_AT);
  const habits = new Map<string, LateHabit & { unit: ReturnType<typeof unitOfTask> }>();
  for (const { period } of rounds)
    for (const task of desk.store.tasks.ofRound(obligation, period)) {
      const standing = standingOf(task);
      if (isOpenAfterRestore(task, now)) continue;
      if (standing !== 'late' && (standing !== 'missing' || now < task.cutOffAt)) continue;
      const unit = unitOfTask(desk, task);
      const known = habits.get(unit.code) ?? {
        unit,
        code: unit.code,
        shortName: unit.shortName,
        late: [],
        missing: [],
      };
      known[standing].push(period);
      habits.set(unit.code, known);
    }
  const ordered = inUnitOrder([...habits.values()], ({ unit }) => unit);
  const often = ({ late, missing }: LateHabit): number => late.length + missing.length;
  return {
    periods: rounds.map(({ period }) => period),
    units: ordered
      .toSorted((a, b) => often(b) - often(a))
      .map(({ code, shortName, late, missing }) => ({ code, shortName, late, missing })),
  };
}
