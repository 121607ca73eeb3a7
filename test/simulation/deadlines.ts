import type { PlannedMilestone } from '../../src/domain/milestone-plan.ts';
import type { AuditLine, ExtensionRow, TaskRow } from './eye.ts';
import type { Machine } from './machine.ts';
import { readOwedRounds } from './owed-rounds.ts';
import { beginningOf, ladderTo, lastDayOf } from './own-ladder.ts';

const DAY = 24 * 3600_000;

/** Actions after which a task's reminders begin anew: what lay before them was decided under the schedule before. */
const SCHEDULES_ANEW = new Set(['extend', 'undo-extend', 'owe-again', 'undo-waive', 'return', 'reopen']);

export interface StandInStretch {
  absent: number;
  substitute: number;
  unit: string;
  from: number;
  until: number;
}

/** Until when each report is on time, and when its people are reminded: the committed table, and where coordinators moved something a rule of the simulation's own. */
export function createDeadlines(machine: Machine) {
  const rounds = readOwedRounds();
  const ladders = new Map<string, readonly PlannedMilestone[]>();
  let lastLine = 0;
  let anewAt = new Map<string, number>();
  let extensions = new Map<number, ExtensionRow[]>();
  let lastExtension = 0;
  /** Who stood in for whom, from when to when, by the number of it. */
  let standIns = new Map<number, StandInStretch>();

  function ladder(lastDay: string): readonly PlannedMilestone[] {
    const known = ladders.get(lastDay) ?? ladderTo(lastDay);
    ladders.set(lastDay, known);
    return known;
  }

  /** The deadline by the plan alone. */
  function plannedCutOff({ obligation, period }: TaskRow): number {
    return rounds.get(`${obligation} ${period}`)?.cutOffAt ?? beginningOf(lastDayOf(period)) + DAY;
  }

  /** The extension that was in force at that moment. */
  function extensionAt(task: number, instant: number): ExtensionRow | undefined {
    return (extensions.get(task) ?? []).findLast(
      ({ granted_at, taken_back_at }) => granted_at <= instant && (taken_back_at === null || taken_back_at > instant),
    );
  }

  return {
    rounds,
    /** Reads what was decided since the last look. */
    look(): void {
      const eye = machine.eye();
      for (const line of eye.auditFrom(lastLine)) note(line);
      // Few, and a row changes when it is taken back.
      if (eye.lastExtension() !== lastExtension || extensions.size > 0)
        extensions = Map.groupBy(eye.extensions(), ({ task }) => task);
      lastExtension = eye.lastExtension();
    },
    forget(): void {
      lastLine = 0;
      anewAt = new Map();
      standIns = new Map();
    },
    /** Whoever stood in for somebody, or was stood in for, at any moment of that stretch. */
    standInsIn: (from: number, until: number): StandInStretch[] =>
      [...standIns.values()].filter((one) => one.from <= until && one.until >= from),
    /** First moment that was late, as things stood then. */
    cutOffAt(task: TaskRow, instant: number): number {
      const extension = extensionAt(task.id, instant);
      return extension === undefined ? plannedCutOff(task) : beginningOf(extension.last_good_day) + DAY;
    },
    /** The extension in force now. */
    extensionOf: (task: TaskRow): ExtensionRow | undefined => extensionAt(task.id, Number.POSITIVE_INFINITY),
    /** The reminders of the deadline in force now. */
    ladderOf(task: TaskRow): readonly PlannedMilestone[] {
      const extension = extensionAt(task.id, Number.POSITIVE_INFINITY);
      return extension === undefined ? this.plannedLadderOf(task) : ladder(extension.last_good_day);
    },
    /** The reminders of the deadline by the plan alone. */
    plannedLadderOf: ({ obligation, period }: TaskRow): readonly PlannedMilestone[] =>
      rounds.get(`${obligation} ${period}`)?.ladder ?? ladder(lastDayOf(period)),
    /** Since when the schedule in force is; 0: from the beginning. */
    scheduledAt: (task: number): number => anewAt.get(`task:${task}`) ?? 0,
  };

  function note({ id, at, action, subject, detail }: AuditLine): void {
    lastLine = id;
    const number = Number(detail.id);
    if (action === 'begin-stand-in') {
      const people = { absent: Number(subject.slice('person:'.length)), substitute: Number(detail.substitute) };
      standIns.set(number, { ...people, unit: String(detail.unit), from: at, until: Number.POSITIVE_INFINITY });
    }
    const running = action === 'end-stand-in' ? standIns.get(number) : undefined;
    if (running !== undefined) running.until = at;
    if (SCHEDULES_ANEW.has(action)) anewAt.set(subject, at);
  }
}
