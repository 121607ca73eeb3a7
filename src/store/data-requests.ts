import type { Day, Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

export interface DataRequest {
  id: number;
  person: number;
  text: string;
  askedAt: Instant;
  /** The last day on which an answer is in time. */
  dueOn: Day;
}

/** What people ask about their own data. */
export function createDataRequests(db: Db) {
  const insert = db.prepare<[number, string, Instant, Day]>(
    'INSERT INTO data_request (person, text, asked_at, due_on) VALUES (?, ?, ?, ?)',
  );
  const open = db.prepare<[], DataRequest>(
    `SELECT id, person, text, asked_at AS askedAt, due_on AS dueOn FROM data_request WHERE answered_at IS NULL ORDER BY id`,
  );
  const answer = db.prepare<[Instant, number, number]>(
    'UPDATE data_request SET answered_at = ?, answered_by = ? WHERE id = ? AND answered_at IS NULL',
  );
  return {
    add: (person: number, text: string, now: Instant, dueOn: Day): number =>
      Number(insert.run(person, text, now, dueOn).lastInsertRowid),
    /** Those that nobody has answered, the oldest first. */
    open: (): DataRequest[] => open.all(),
    /** False when somebody was faster. */
    answer: (id: number, by: number, now: Instant): boolean => answer.run(now, by, id).changes === 1,
    forgetBefore: (instant: Instant): number =>
      db.prepare<[Instant]>('DELETE FROM data_request WHERE answered_at < ?').run(instant).changes,
  };
}
