import type { Instant } from '../domain/calendar.ts';
import type { ReportContent } from '../domain/report-form.ts';
import type { Timeliness } from '../domain/task.ts';
import type { Db } from './database.ts';

/** A genuine receipt that a restored database does not know. */
export interface ReceiptClaim {
  id: number;
  receipt: string;
  task: number;
  version: number;
  receivedAt: Instant;
  timeliness: Timeliness;
  /** Null: the figures were not in what was pasted. */
  report: ReportContent | null;
  claimedBy: number;
  claimedAt: Instant;
  takenBy: number | null;
  takenAt: Instant | null;
}

type Row = Omit<ReceiptClaim, 'report'> & { report: string | null };
type NewRow = Omit<Row, 'id' | 'takenBy' | 'takenAt'>;

const COLUMNS = `id, receipt, task, version, received_at AS receivedAt, timeliness, report, claimed_by AS claimedBy,
  claimed_at AS claimedAt, taken_by AS takenBy, taken_at AS takenAt`;

/** Receipts that wait for a coordinator to take them in, and those that were. */
export function createReceiptClaims(db: Db) {
  const insert = db.prepare<NewRow>(
    `INSERT INTO receipt_claim (receipt, task, version, received_at, timeliness, report, claimed_by, claimed_at)
     VALUES (@receipt, @task, @version, @receivedAt, @timeliness, @report, @claimedBy, @claimedAt)`,
  );
  const byId = db.prepare<[number], Row>(`SELECT ${COLUMNS} FROM receipt_claim WHERE id = ?`);
  const ofVersion = db.prepare<[number, number, Instant], Row>(
    `SELECT ${COLUMNS} FROM receipt_claim WHERE task = ? AND version = ? AND received_at = ? ORDER BY report IS NULL, id LIMIT 1`,
  );
  const open = db.prepare<[], Row>(`SELECT ${COLUMNS} FROM receipt_claim WHERE taken_at IS NULL ORDER BY id`);
  const waits = db.prepare<[number], { id: number }>(
    'SELECT id FROM receipt_claim WHERE task = ? AND taken_at IS NULL LIMIT 1',
  );
  const complete = db.prepare<[string, string, number]>(
    `UPDATE receipt_claim SET report = ?, receipt = ?, taken_by = NULL, taken_at = NULL WHERE id = ? AND report IS NULL`,
  );
  const again = db.prepare<[Instant, number]>('UPDATE receipt_claim SET claimed_at = ? WHERE id = ?');
  const take = db.prepare<[number, Instant, number]>(
    'UPDATE receipt_claim SET taken_by = ?, taken_at = ? WHERE id = ? AND taken_at IS NULL',
  );
  return {
    add(claim: Omit<ReceiptClaim, 'id' | 'takenBy' | 'takenAt'>): number {
      const report = claim.report === null ? null : JSON.stringify(claim.report);
      return Number(insert.run({ ...claim, report }).lastInsertRowid);
    },
    find: (id: number): ReceiptClaim | null => toClaim(byId.get(id)),
    /** Those nobody took in. */
    open: (): ReceiptClaim[] => open.all().flatMap((row) => toClaim(row) ?? []),
    /** Whether a genuine receipt of that task waits to be taken in. */
    waitsFor: (task: number): boolean => waits.get(task) !== undefined,
    /** By what the seal vouches for: the end of its code may not have been proven. */
    findOf: (task: number, version: number, receivedAt: Instant): ReceiptClaim | null =>
      toClaim(ofVersion.get(task, version, receivedAt)),
    /** The figures came after the code, which is whole with them; it waits again where it was taken in without. */
    complete(id: number, report: ReportContent, receipt: string): void {
      complete.run(JSON.stringify(report), receipt, id);
    },
    /** It was shown again. */
    again(id: number, at: Instant): void {
      again.run(at, id);
    },
    /** False: somebody took it in before. */
    take: (id: number, by: number, at: Instant): boolean => take.run(by, at, id).changes === 1,
  };
}

function toClaim(row: Row | undefined): ReceiptClaim | null {
  return row === undefined ? null : { ...row, report: row.report === null ? null : JSON.parse(row.report) };
}
