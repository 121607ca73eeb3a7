import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

/** Until when somebody said that a unit's report would come. */
export interface Promised {
  id: number;
  task: number;
  /** Who said it in chat; null: somebody on the phone. */
  person: number | null;
  /** The coordinator who noted what was said on the phone. */
  notedBy: number | null;
  saidAt: Instant;
  until: Instant;
}

export type NewPromise = Omit<Promised, 'id'>;

const COLUMNS = 'id, task, person, noted_by AS notedBy, said_at AS saidAt, until';

/** When reports were promised for; the newest of a task counts. */
export function createPromises(db: Db) {
  const insert = db.prepare<NewPromise>(
    'INSERT INTO promise (task, person, noted_by, said_at, until) VALUES (@task, @person, @notedBy, @saidAt, @until)',
  );
  const replace = db.prepare<[Instant, number, number]>(
    'UPDATE promise SET followed_at = ? WHERE task = ? AND id < ? AND followed_at IS NULL',
  );
  const latest = db.prepare<[number], Promised>(
    `SELECT ${COLUMNS} FROM promise WHERE task = +? ORDER BY id DESC LIMIT 1`,
  );
  const over = db.prepare<[Instant], Promised>(
    `SELECT ${COLUMNS} FROM promise WHERE followed_at IS NULL AND until <= ? ORDER BY until, id LIMIT 500`,
  );
  const next = db.prepare<[Instant], { at: Instant | null }>(
    'SELECT min(until) AS at FROM promise WHERE followed_at IS NULL AND until > ?',
  );
  const drop = db.prepare<[number]>('DELETE FROM promise WHERE id = ?');
  const revive = db.prepare<[number, Instant, Instant]>(
    'UPDATE promise SET followed_at = NULL WHERE task = ? AND followed_at = ? AND until > ?',
  );
  const follow = db.prepare<[Instant, number]>('UPDATE promise SET followed_at = ? WHERE id = ?');
  return {
    /** Notes a promise; an earlier one for the same task counts no more. Its id. */
    add(promise: NewPromise): number {
      const id = Number(insert.run(promise).lastInsertRowid);
      replace.run(promise.saidAt, promise.task, id);
      return id;
    },
    latestOf: (task: number): Promised | null => latest.get(task) ?? null,
    /** Those whose time is up and that nobody has followed up, the longest first. */
    over: (now: Instant): Promised[] => over.all(now),
    /** When the next one's time is up. */
    nextAfter: (now: Instant): Instant | null => next.get(now)?.at ?? null,
    /** It was noted by mistake: the one it took the place of counts again, unless its time is up. */
    drop({ id, task, saidAt }: Promised, now: Instant): void {
      drop.run(id);
      revive.run(task, saidAt, now);
    },
    /** It was dealt with. */
    follow(id: number, now: Instant): void {
      follow.run(now, id);
    },
  };
}
