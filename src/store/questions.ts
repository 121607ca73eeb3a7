import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

export type QuestionKind = 'link' | 'second-liaison';

export interface Question {
  id: number;
  kind: QuestionKind;
  /** Whom it is about: the owner of the code, the newcomer, the substitute. */
  person: number;
  unit: string | null;
  codeHash: string | null;
  /** The chat in which alone it is answered; null: wherever whoever may answer it is. */
  askedIn: number | null;
  /** The chat that asks to be linked, and whose it was then. */
  asker: number | null;
  askerPerson: number | null;
  /** The name the app shows of it; empty once it is decided. */
  askerName: string;
  askedAt: Instant;
  expiresAt: Instant;
  decidedAt: Instant | null;
  decidedBy: number | null;
  answer: string | null;
}

export type NewQuestion = Pick<Question, 'kind' | 'person' | 'askedAt' | 'expiresAt'> &
  Partial<Pick<Question, 'unit' | 'codeHash' | 'askedIn' | 'asker' | 'askerPerson' | 'askerName'>>;

const COLUMNS = `id, kind, person, unit, code_hash AS codeHash, asked_in AS askedIn, asker, asker_person AS askerPerson,
  asker_name AS askerName, asked_at AS askedAt, expires_at AS expiresAt, decided_at AS decidedAt,
  decided_by AS decidedBy, answer`;

/** Questions that are decided once, by whoever answers first. */
export function createQuestions(db: Db) {
  const insert = db.prepare<Required<NewQuestion>>(
    `INSERT INTO question (kind, person, unit, code_hash, asked_in, asker, asker_person, asker_name, asked_at, expires_at)
     VALUES (@kind, @person, @unit, @codeHash, @askedIn, @asker, @askerPerson, @askerName, @askedAt, @expiresAt)`,
  );
  const byId = db.prepare<[number], Question>(`SELECT ${COLUMNS} FROM question WHERE id = ?`);
  const open = db.prepare<[QuestionKind, Instant], Question>(
    `SELECT ${COLUMNS} FROM question WHERE kind = ? AND decided_at IS NULL AND expires_at > ? ORDER BY id`,
  );
  const decide = db.prepare<[Instant, number | null, string, number]>(
    "UPDATE question SET decided_at = ?, decided_by = ?, answer = ?, asker_name = '' WHERE id = ? AND decided_at IS NULL",
  );
  const hideNames = db.prepare<[Instant]>(
    "UPDATE question SET asker_name = '' WHERE expires_at < ? AND asker_name <> ''",
  );
  const forget = db.prepare<[Instant]>('DELETE FROM question WHERE expires_at < ?');
  return {
    add(question: NewQuestion): number {
      const none = { unit: null, codeHash: null, askedIn: null, asker: null, askerPerson: null, askerName: '' };
      return Number(insert.run({ ...none, ...question }).lastInsertRowid);
    },
    find: (id: number): Question | null => byId.get(id) ?? null,
    /** Those of that kind nobody has decided and whose time is not over, the oldest first. */
    open: (kind: QuestionKind, now: Instant): Question[] => open.all(kind, now),
    /** Decides it; false when somebody was faster. */
    decide: (id: number, answer: string, by: number | null, now: Instant): boolean =>
      decide.run(now, by, answer, id).changes === 1,
    /** Names go with the time of the question; the question itself, a number by then, later. */
    forgetBefore: (instant: Instant, now: Instant): number => hideNames.run(now).changes + forget.run(instant).changes,
  };
}
