import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

export interface Template {
  id: number;
  file: number;
  name: string;
  takenAt: Instant | null;
  takenBy: number | null;
  endedAt: Instant | null;
}

const COLUMNS = 'id, file, name, taken_at AS takenAt, taken_by AS takenBy, ended_at AS endedAt';

/** Word templates of the compiled report, as coordinators sent them. */
export function createTemplates(db: Db) {
  const insert = db.prepare<[number, string, number, Instant]>(
    'INSERT INTO template (file, name, offered_by, offered_at) VALUES (?, ?, ?, ?)',
  );
  const find = db.prepare<[number], Template>(`SELECT ${COLUMNS} FROM template WHERE id = ?`);
  const inForce = db.prepare<[], Template>(
    `SELECT ${COLUMNS} FROM template WHERE taken_at IS NOT NULL AND ended_at IS NULL ORDER BY taken_at DESC, id DESC LIMIT 2`,
  );
  const taken = db.prepare<[number], Template>(
    `SELECT ${COLUMNS} FROM template WHERE taken_at IS NOT NULL ORDER BY taken_at DESC, id DESC LIMIT ?`,
  );
  const take = db.prepare<[Instant, number, number]>(
    'UPDATE template SET taken_at = ?, taken_by = ? WHERE id = ? AND taken_at IS NULL',
  );
  const end = db.prepare<[Instant, number, number]>(
    'UPDATE template SET ended_at = ?, ended_by = ? WHERE id = ? AND taken_at IS NOT NULL AND ended_at IS NULL',
  );
  const forget = db.prepare<[Instant]>('DELETE FROM template WHERE taken_at IS NULL AND offered_at < ?');
  return {
    offer: (file: number, name: string, person: number, now: Instant): number =>
      Number(insert.run(file, name, person, now).lastInsertRowid),
    find: (id: number): Template | null => find.get(id) ?? null,
    /** The one in force and the one that would be after it was taken back; null where that is the plan's. */
    inForce(): { current: Template | null; before: Template | null } {
      const [current = null, before = null] = inForce.all();
      return { current, before };
    },
    /** Those that were put in force at some time, the latest first. */
    taken: (limit: number): Template[] => taken.all(limit),
    /** False when it was taken before. */
    take: (id: number, person: number, now: Instant): boolean => take.run(now, person, id).changes === 1,
    /** Takes it back; false when somebody was quicker. */
    end: (id: number, person: number, now: Instant): boolean => end.run(now, person, id).changes === 1,
    /** Forgets those that were only tried out. */
    forgetBefore: (instant: Instant): number => forget.run(instant).changes,
  };
}
