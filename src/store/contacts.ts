import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

export const CONTACT_OUTCOMES = ['reached', 'no-answer'] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** A coordinator tried to reach a unit without the bot, about one report. */
export interface Contact {
  task: number;
  by: number;
  at: Instant;
  outcome: ContactOutcome;
  /** What was promised on the phone. */
  promise: number | null;
}

/** Telephone calls and the like, as coordinators tick them off. */
export function createContacts(db: Db) {
  const insert = db.prepare<Contact>(
    'INSERT INTO contact (task, by, at, outcome, promise) VALUES (@task, @by, @at, @outcome, @promise)',
  );
  const latest = db.prepare<[number], Contact>(
    'SELECT task, by, at, outcome, promise FROM contact WHERE task = +? ORDER BY id DESC LIMIT 1',
  );
  const drop = db.prepare<[number]>('DELETE FROM contact WHERE id = ?');
  return {
    /** Its id. */
    add: (contact: Contact): number => Number(insert.run(contact).lastInsertRowid),
    /** It was noted by mistake. */
    drop(id: number): void {
      drop.run(id);
    },
    latestOf: (task: number): Contact | null => latest.get(task) ?? null,
  };
}
