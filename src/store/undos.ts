import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

export interface StoredUndo {
  id: number;
  person: number;
  kind: string;
  /** JSON, by kind. */
  content: string;
  until: Instant;
  undoneAt: Instant | null;
}

const COLUMNS = 'id, person, kind, content, until, undone_at AS undoneAt';

/** What people did and may take back for a while. */
export function createUndos(db: Db) {
  const insert = db.prepare<[number, string, string, Instant]>(
    'INSERT INTO undo (person, kind, content, until) VALUES (?, ?, ?, ?)',
  );
  const find = db.prepare<[number], StoredUndo>(`SELECT ${COLUMNS} FROM undo WHERE id = ?`);
  const latest = db.prepare<[number, Instant], StoredUndo>(
    `SELECT ${COLUMNS} FROM undo WHERE person = ? AND until > ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1`,
  );
  const open = db.prepare<[number, Instant], StoredUndo>(
    `SELECT ${COLUMNS} FROM undo WHERE person = ? AND until > ? AND undone_at IS NULL ORDER BY id DESC LIMIT 50`,
  );
  const keep = db.prepare<[string, number]>('UPDATE undo SET content = ? WHERE id = ?');
  const settle = db.prepare<[Instant, number]>('UPDATE undo SET undone_at = ? WHERE id = ? AND undone_at IS NULL');
  const forget = db.prepare<[Instant]>('DELETE FROM undo WHERE until < ?');
  return {
    add: (person: number, kind: string, content: unknown, until: Instant): number =>
      Number(insert.run(person, kind, JSON.stringify(content), until).lastInsertRowid),
    find: (id: number): StoredUndo | null => find.get(id) ?? null,
    /** What the person did last and may still take back. */
    latestOf: (person: number, now: Instant): StoredUndo | null => latest.get(person, now) ?? null,
    /** All of it, the last first. */
    openOf: (person: number, now: Instant): StoredUndo[] => open.all(person, now),
    /** A part of it was taken back: the rest still may be. */
    keep(id: number, content: string): void {
      keep.run(content, id);
    },
    /** False when it was taken back before. */
    settle: (id: number, now: Instant): boolean => settle.run(now, id).changes === 1,
    forgetBefore: (instant: Instant): number => forget.run(instant).changes,
  };
}
