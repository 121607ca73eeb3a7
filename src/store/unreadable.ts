import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

export interface UnreadableRow {
  id: number;
  body: string;
  receivedAt: Instant;
}

/** Updates the bot could not read, as they came: a platform that hands each over once will not say them again. */
export function createUnreadable(db: Db) {
  const insert = db.prepare<[string, string, string, Instant]>(
    'INSERT INTO unread (channel, bot, body, received_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const of = db.prepare<[string, string], UnreadableRow>(
    'SELECT id, body, received_at AS receivedAt FROM unread WHERE channel = ? AND bot = ? ORDER BY id',
  );
  const remove = db.prepare<[number]>('DELETE FROM unread WHERE id = ?');
  const forget = db.prepare<[Instant]>('DELETE FROM unread WHERE received_at < ?');
  return {
    /** The same words again are kept once: a platform that repeats nonsense fills no disk. */
    add(channel: string, bot: string, body: string, receivedAt: Instant): void {
      insert.run(channel, bot, body, receivedAt);
    },
    of: (channel: string, bot: string): UnreadableRow[] => of.all(channel, bot),
    remove(id: number): void {
      remove.run(id);
    },
    forgetBefore: (instant: Instant): number => forget.run(instant).changes,
  };
}
