import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

export interface Milestone {
  task: number;
  scheduleVersion: number;
  key: string;
  dueAt: Instant;
  usefulUntil: Instant | null;
}

export type MilestoneOutcome = 'fired' | 'superseded' | 'expired' | 'cleared' | 'void' | 'unreached';

/** Planned moments to remind about a task. */
export function createMilestones(db: Db) {
  const insert = db.prepare<Milestone>(
    `INSERT INTO milestone (task, schedule_version, key, due_at, useful_until)
     VALUES (@task, @scheduleVersion, @key, @dueAt, @usefulUntil) ON CONFLICT DO NOTHING`,
  );
  // Grouped by task it would read every planned milestone at each tick; the first so many that are due are enough.
  const dueTasks = db.prepare<[Instant, number], { task: number }>(
    `SELECT task FROM milestone WHERE state = 'planned' AND due_at <= ? ORDER BY due_at, task LIMIT +?`,
  );
  const planned = db.prepare<[number], Milestone>(
    "SELECT task, schedule_version AS scheduleVersion, key, due_at AS dueAt, useful_until AS usefulUntil FROM milestone WHERE task = +? AND state = 'planned' ORDER BY due_at",
  );
  const settle = db.prepare<[MilestoneOutcome, Instant, number, number, string]>(
    'UPDATE milestone SET state = ?, settled_at = ? WHERE task = ? AND schedule_version = ? AND key = ?',
  );
  const putOff = db.prepare<[Instant, number, number, string]>(
    "UPDATE milestone SET due_at = ? WHERE task = ? AND schedule_version = ? AND key = ? AND state = 'planned'",
  );
  const clear = db.prepare<[MilestoneOutcome, Instant, number]>(
    "UPDATE milestone SET state = ?, settled_at = ? WHERE task = ? AND state = 'planned'",
  );
  const nextDue = db.prepare<[Instant], { at: Instant | null }>(
    "SELECT min(due_at) AS at FROM milestone WHERE state = 'planned' AND due_at > ?",
  );
  return {
    plan(milestone: Milestone): void {
      insert.run(milestone);
    },
    /** Tasks with a planned milestone that is due, the longest waiting first. */
    dueTasks: (now: Instant, limit: number): number[] => [...new Set(dueTasks.all(now, limit).map((row) => row.task))],
    plannedOf: (task: number): Milestone[] => planned.all(task),
    settle(milestone: Milestone, outcome: MilestoneOutcome, now: Instant): void {
      settle.run(outcome, now, milestone.task, milestone.scheduleVersion, milestone.key);
    },
    /** Due at that later moment instead. */
    putOff({ task, scheduleVersion, key }: Milestone, until: Instant): void {
      putOff.run(until, task, scheduleVersion, key);
    },
    /** Settles all that is still planned for a task. */
    settleAll(task: number, outcome: MilestoneOutcome, now: Instant): void {
      clear.run(outcome, now, task);
    },
    /** The next planned moment after `now`. */
    nextDueAfter: (now: Instant): Instant | null => nextDue.get(now)?.at ?? null,
  };
}
