import type { Day, Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';
import type { RoundRow } from './tasks.ts';

export interface Extension {
  id: number;
  task: number;
  lastGoodDay: Day;
  reason: string;
  grantedBy: number;
  grantedAt: Instant;
}

const COLUMNS = `id, task, last_good_day AS lastGoodDay, reason, granted_by AS grantedBy, granted_at AS grantedAt`;

/** Later deadlines that were granted, task by task. */
export function createExtensions(db: Db) {
  const insert = db.prepare<Omit<Extension, 'id'>>(
    `INSERT INTO extension (task, last_good_day, reason, granted_by, granted_at)
     VALUES (@task, @lastGoodDay, @reason, @grantedBy, @grantedAt)`,
  );
  const current = db.prepare<[number], Extension>(
    `SELECT ${COLUMNS} FROM extension WHERE task = ? AND taken_back_at IS NULL ORDER BY id DESC LIMIT 1`,
  );
  // From the extensions: they are few where tasks are many.
  const owedAfter = db.prepare<[Instant], RoundRow>(
    `SELECT t.obligation, t.period, min(t.cut_off_at) AS cutOffAt
     FROM extension e JOIN task t ON t.id = e.task
     WHERE e.taken_back_at IS NULL AND t.extended = 1 AND t.state IN ('open', 'returned') AND t.cut_off_at > ?
     GROUP BY t.obligation, t.period ORDER BY cutOffAt`,
  );
  const takeBack = db.prepare<[Instant, number]>(
    'UPDATE extension SET taken_back_at = ? WHERE id = ? AND taken_back_at IS NULL',
  );
  return {
    add: (extension: Omit<Extension, 'id'>): number => Number(insert.run(extension).lastInsertRowid),
    /** The one in force; null where the task has the deadline of the plan. */
    current: (task: number): Extension | null => current.get(task) ?? null,
    /** Rounds in which somebody owes a report by a later deadline than the plan's that ends after that moment; `cutOffAt` is the first of those. */
    roundsOwedAfter: (since: Instant): RoundRow[] => owedAfter.all(since),
    /** False when it was taken back before. */
    takeBack: (id: number, now: Instant): boolean => takeBack.run(now, id).changes === 1,
  };
}
