import type { SendFailure } from '../channels/send-error.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';
import type { OutboxState } from './outbox.ts';

/** A coordinator chased who was missing. */
export interface Nudge {
  id: number;
  obligation: string;
  period: string;
  by: number;
  at: Instant;
  words: string;
  /** 1: outside the sending hours too. */
  atOnce: number;
}

/** What became of it for one person. */
export interface NudgeOutcome {
  person: number;
  unit: string;
  state: OutboxState;
  failure: SendFailure | null;
}

/** Reminders that a coordinator sent. */
export function createNudges(db: Db) {
  const insert = db.prepare<Omit<Nudge, 'id'>>(
    'INSERT INTO nudge (obligation, period, by, at, words, at_once) VALUES (@obligation, @period, @by, @at, @words, @atOnce)',
  );
  const byId = db.prepare<[number], Nudge>(
    'SELECT id, obligation, period, by, at, words, at_once AS atOnce FROM nudge WHERE id = ?',
  );
  const newest = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM nudge');
  const newestOf = db.prepare<[string, string], Nudge>(
    `SELECT id, obligation, period, by, at, words, at_once AS atOnce FROM nudge
     WHERE obligation = ? AND period = ? ORDER BY id DESC LIMIT 1`,
  );
  const outcomes = db.prepare<{ obligation: string; period: string; key: string }, NudgeOutcome>(
    `SELECT r.person, t.unit, o.state, o.failure FROM task t JOIN reminder r ON r.task = t.id JOIN outbox o ON o.id = r.outbox
     WHERE t.obligation = @obligation AND t.period = @period AND r.milestone = @key ORDER BY t.unit, r.id`,
  );
  return {
    add: (nudge: Omit<Nudge, 'id'>): number => Number(insert.run(nudge).lastInsertRowid),
    find: (id: number): Nudge | null => byId.get(id) ?? null,
    newestId: (): number | null => newest.get()?.id ?? null,
    newestOf: (obligation: string, period: string): Nudge | null => newestOf.get(obligation, period) ?? null,
    /** Person by person, in the order of units. `key`: the milestone of its reminders. */
    outcomes: ({ obligation, period }: Nudge, key: string): NudgeOutcome[] => outcomes.all({ obligation, period, key }),
  };
}
