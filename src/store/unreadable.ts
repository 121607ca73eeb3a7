import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

export interface UnreadableRow {
  id: number;
  body: string;
  receivedAt: Instant;
}

/** Of each bot; older ones give way. With the limit of one, what strangers can fill the disk with. */
const MOST = 1000;
/** Characters. The longest message of a platform has 4,096, each up to six characters of JSON. */
const LONGEST = 32_000;
/** Of a longer one: enough to see its shape, not to read it again. */
const GLIMPSE = 1000;

/** Updates the bot could not read, as they came: a platform that hands each over once will not say them again. */
export function createUnreadable(db: Db) {
  const insert = db.prepare<[string, string, string, Instant]>(
    'INSERT INTO unread (channel, bot, body, received_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const of = db.prepare<[string, string], UnreadableRow>(
    'SELECT id, body, received_at AS receivedAt FROM unread WHERE channel = ? AND bot = ? ORDER BY id',
  );
  const dropOldest = db.prepare<{ channel: string; bot: string }>(
    `DELETE FROM unread WHERE id IN (
       SELECT id FROM unread WHERE channel = @channel AND bot = @bot ORDER BY id DESC LIMIT -1 OFFSET ${MOST})`,
  );
  const remove = db.prepare<[number]>('DELETE FROM unread WHERE id = ?');
  const forget = db.prepare<[Instant]>('DELETE FROM unread WHERE received_at < ?');
  return {
    /** The same words again are kept once: a platform that repeats nonsense fills no disk. */
    add(channel: string, bot: string, body: string, receivedAt: Instant): void {
      insert.run(channel, bot, body.length > LONGEST ? body.slice(0, GLIMPSE) : body, receivedAt);
      dropOldest.run({ channel, bot });
    },
    of: (channel: string, bot: string): UnreadableRow[] => of.all(channel, bot),
    remove(id: number): void {
      remove.run(id);
    },
    forgetBefore: (instant: Instant): number => forget.run(instant).changes,
  };
}
