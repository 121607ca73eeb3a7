import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

export interface Notice {
  id: number;
  author: number;
  audience: string;
  text: string;
  createdAt: Instant;
}

/** Broadcasts of the coordinators. */
export function createNotices(db: Db) {
  const insert = db.prepare<[number, string, string, Instant]>(
    'INSERT INTO notice (author, audience, text, created_at) VALUES (?, ?, ?, ?)',
  );
  const latest = db.prepare<[], Notice>(
    'SELECT id, author, audience, text, created_at AS createdAt FROM notice ORDER BY id DESC LIMIT 1',
  );
  const find = db.prepare<[number], Notice>(
    'SELECT id, author, audience, text, created_at AS createdAt FROM notice WHERE id = ?',
  );
  return {
    add: (author: number, audience: string, text: string, now: Instant): number =>
      Number(insert.run(author, audience, text, now).lastInsertRowid),
    latest: (): Notice | null => latest.get() ?? null,
    find: (id: number): Notice | null => find.get(id) ?? null,
  };
}
