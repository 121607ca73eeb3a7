import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

/** Who did what, when. */
export function createAudit(db: Db) {
  const insert = db.prepare<[Instant, number | null, string, string, string]>(
    'INSERT INTO audit (at, person, action, subject, detail) VALUES (?, ?, ?, ?, ?)',
  );
  return {
    add(
      at: Instant,
      person: number | null,
      action: string,
      subject: string,
      detail: Readonly<Record<string, unknown>> = {},
    ): void {
      insert.run(at, person, action, subject, JSON.stringify(detail));
    },
  };
}
