import type { Instant, TimeOfDay } from '../domain/calendar.ts';
import type { Db } from './database.ts';

/** One report of which somebody wants to be reminded again. */
export interface Snooze {
  id: number;
  person: number;
  task: number;
  dueAt: Instant;
}

const COLUMNS = 'id, person, task, due_at AS dueAt';

/** How people want to be reminded: at an hour of their own, and of one report once again. */
export function createOwnReminders(db: Db) {
  const hourOf = db.prepare<[number], { at: TimeOfDay }>('SELECT at FROM own_hour WHERE person = ?');
  const hours = db.prepare<[], { person: number; at: TimeOfDay }>('SELECT person, at FROM own_hour ORDER BY person');
  const setHour = db.prepare<[number, TimeOfDay]>(
    'INSERT INTO own_hour (person, at) VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET at = excluded.at',
  );
  const dropHour = db.prepare<[number]>('DELETE FROM own_hour WHERE person = ?');
  const replace = db.prepare<[Instant, number, number]>(
    'UPDATE snooze SET done_at = ? WHERE person = ? AND task = ? AND done_at IS NULL',
  );
  const insert = db.prepare<{ person: number; task: number; askedAt: Instant; dueAt: Instant }>(
    'INSERT INTO snooze (person, task, asked_at, due_at) VALUES (@person, @task, @askedAt, @dueAt)',
  );
  const open = db.prepare<[number], Snooze>(
    `SELECT ${COLUMNS} FROM snooze WHERE person = ? AND done_at IS NULL ORDER BY due_at, id`,
  );
  const due = db.prepare<[Instant], Snooze>(
    `SELECT ${COLUMNS} FROM snooze WHERE done_at IS NULL AND due_at <= ? ORDER BY due_at, id LIMIT 500`,
  );
  const next = db.prepare<[Instant], { at: Instant | null }>(
    'SELECT min(due_at) AS at FROM snooze WHERE done_at IS NULL AND due_at > ?',
  );
  const settle = db.prepare<[Instant, number]>('UPDATE snooze SET done_at = ? WHERE id = ?');
  return {
    /** Null: the plan's hour. */
    hourOf: (person: number): TimeOfDay | null => hourOf.get(person)?.at ?? null,
    /** Everybody with an hour of their own. */
    hours: () => hours.all(),
    setHour(person: number, at: TimeOfDay): void {
      setHour.run(person, at);
    },
    /** Back to the plan's hour; false when it was that. */
    dropHour: (person: number): boolean => dropHour.run(person).changes === 1,
    /** Reminds again at that moment; an earlier wish about the same report counts no more. */
    snooze(wish: { person: number; task: number; askedAt: Instant; dueAt: Instant }): number {
      replace.run(wish.askedAt, wish.person, wish.task);
      return Number(insert.run(wish).lastInsertRowid);
    },
    /** What the person still waits for, the soonest first. */
    openOf: (person: number): Snooze[] => open.all(person),
    /** Those whose moment has come, the longest waiting first. */
    due: (now: Instant): Snooze[] => due.all(now),
    nextAfter: (now: Instant): Instant | null => next.get(now)?.at ?? null,
    /** It was dealt with. */
    settle(id: number, now: Instant): void {
      settle.run(now, id);
    },
  };
}
