import type { Day, Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

interface OfRound {
  obligation: string;
  period: string;
}

/** That the compiled report of a round was handed on, as it was recorded. */
export interface CompiledReceipt extends OfRound {
  id: number;
  /** Number and symbol of the document. */
  document: string;
  sentOn: Day;
  receipt: string;
  recordedBy: number;
  recordedAt: Instant;
}

/** One person was reminded of it. */
export interface CompiledReminder extends OfRound {
  lastGoodDay: Day;
  milestone: string;
  person: number;
  decidedAt: Instant;
}

const RECEIPT = `id, obligation, period, document, sent_on AS sentOn, receipt, recorded_by AS recordedBy,
  recorded_at AS recordedAt`;

/** Reports compiled of rounds: that they were handed on, and who was reminded of them. */
export function createCompiledReports(db: Db) {
  const insert = db.prepare<Omit<CompiledReceipt, 'id'>>(
    `INSERT INTO compiled_receipt (obligation, period, document, sent_on, receipt, recorded_by, recorded_at)
     VALUES (@obligation, @period, @document, @sentOn, @receipt, @recordedBy, @recordedAt)`,
  );
  const standing = db.prepare<[string, string], CompiledReceipt>(
    `SELECT ${RECEIPT} FROM compiled_receipt WHERE obligation = ? AND period = ? AND taken_back_at IS NULL
     ORDER BY id DESC LIMIT 1`,
  );
  const takeBack = db.prepare<[Instant, number]>(
    'UPDATE compiled_receipt SET taken_back_at = ? WHERE id = ? AND taken_back_at IS NULL',
  );
  const taken = db.prepare<[string], { n: number }>('SELECT 1 AS n FROM compiled_receipt WHERE receipt = ?');
  const remind = db.prepare<CompiledReminder>(
    `INSERT INTO compiled_reminder (obligation, period, last_good_day, milestone, person, decided_at)
     VALUES (@obligation, @period, @lastGoodDay, @milestone, @person, @decidedAt) ON CONFLICT DO NOTHING`,
  );
  const decided = db.prepare<[string, string, Day, string], { at: Instant | null }>(
    `SELECT min(decided_at) AS at FROM compiled_reminder
     WHERE obligation = ? AND period = ? AND last_good_day = ? AND milestone = ?`,
  );
  const last = db.prepare<[number], CompiledReminder>(
    `SELECT obligation, period, last_good_day AS lastGoodDay, milestone, person, decided_at AS decidedAt
     FROM compiled_reminder WHERE person = ? ORDER BY decided_at DESC LIMIT 1`,
  );
  return {
    add: (receipt: Omit<CompiledReceipt, 'id'>): number => Number(insert.run(receipt).lastInsertRowid),
    /** What stands for the round; null: it was not handed on yet, as far as is known. */
    standing: ({ obligation, period }: OfRound): CompiledReceipt | null => standing.get(obligation, period) ?? null,
    /** False when it was taken back before. */
    takeBack: (id: number, now: Instant): boolean => takeBack.run(now, id).changes === 1,
    isReceiptTaken: (receipt: string): boolean => taken.get(receipt) !== undefined,
    remind: (reminder: CompiledReminder): void => void remind.run(reminder),
    /** When that milestone was first reminded of; null: nobody was. */
    remindedAt: ({ obligation, period, lastGoodDay, milestone }: Omit<CompiledReminder, 'person' | 'decidedAt'>) =>
      decided.get(obligation, period, lastGoodDay, milestone)?.at ?? null,
    lastReminderOf: (person: number): CompiledReminder | null => last.get(person) ?? null,
  };
}
