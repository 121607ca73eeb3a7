import type { Day, Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

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
  const takeBack = db.prepare<[Instant, number]>(
    'UPDATE extension SET taken_back_at = ? WHERE id = ? AND taken_back_at IS NULL',
  );
  return {
    add: (extension: Omit<Extension, 'id'>): number => Number(insert.run(extension).lastInsertRowid),
    /** The one in force; null where the task has the deadline of the plan. */
    current: (task: number): Extension | null => current.get(task) ?? null,
    /** False when it was taken back before. */
    takeBack: (id: number, now: Instant): boolean => takeBack.run(now, id).changes === 1,
  };
}
