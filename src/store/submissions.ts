import type { Instant } from '../domain/calendar.ts';
import type { ReportContent } from '../domain/report-form.ts';
import type { Db } from './database.ts';

export interface Submission {
  id: number;
  task: number;
  version: number;
  person: number;
  via: string;
  receivedAt: Instant;
  receipt: string;
  report: ReportContent;
}

interface Row extends Omit<Submission, 'report'> {
  nothingToReport: number;
  content: string;
}

export type NewSubmission = Omit<Submission, 'id'>;

const COLUMNS = `s.id, s.task, s.version, s.person, s.via, s.received_at AS receivedAt, s.receipt,
  s.nothing_to_report AS nothingToReport, s.content`;

/** What units sent, version by version. */
export function createSubmissions(db: Db) {
  const insert = db.prepare<[number, number, number, string, Instant, number, string, string]>(
    `INSERT INTO submission (task, version, person, via, received_at, nothing_to_report, content, receipt)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const latest = db.prepare<[number], Row>(
    `SELECT ${COLUMNS} FROM submission s WHERE task = ? ORDER BY version DESC LIMIT 1`,
  );
  const ofTask = db.prepare<[number], Row>(`SELECT ${COLUMNS} FROM submission s WHERE task = ? ORDER BY version`);
  const ofPerson = db.prepare<[number], Row>(
    `WITH RECURSIVE same (id) AS (SELECT +? UNION SELECT p.id FROM person p JOIN same s ON p.merged_into = s.id)
     SELECT ${COLUMNS} FROM submission s WHERE person IN (SELECT id FROM same) ORDER BY id`,
  );
  const ofRound = db.prepare<[string, string], Row>(
    `SELECT ${COLUMNS} FROM task t JOIN submission s ON s.task = t.id WHERE t.obligation = ? AND t.period = ?
     ORDER BY s.task, s.version`,
  );
  const loosen = db.prepare<[number]>('UPDATE attachment SET submission = NULL WHERE submission = ?');
  const drop = db.prepare<[number]>('DELETE FROM submission WHERE id = ?');
  const fillIn = db.prepare<[string, number, string, number]>(
    `UPDATE submission SET receipt = ?, nothing_to_report = ?, content = ? WHERE id = ? AND via = 'receipt' AND content = '{}'`,
  );
  const byReceipt = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM submission s WHERE receipt = ?`);
  return {
    add(submission: NewSubmission): number {
      const { task, version, person, via, receivedAt, receipt, report } = submission;
      const flag = report.nothingToReport ? 1 : 0;
      const result = insert.run(task, version, person, via, receivedAt, flag, JSON.stringify(report.values), receipt);
      return Number(result.lastInsertRowid);
    },
    /** The version in force, or null when nothing was received. */
    latestOf(task: number): Submission | null {
      const row = latest.get(task);
      return row === undefined ? null : toSubmission(row);
    },
    ofTask: (task: number): Submission[] => ofTask.all(task).map(toSubmission),
    /** Every version of every task of the round, by task and version. */
    ofRound: (obligation: string, period: string): Submission[] => ofRound.all(obligation, period).map(toSubmission),
    /** What the person sent, and whoever was merged into them. */
    ofPerson: (person: number): Submission[] => ofPerson.all(person).map(toSubmission),
    /**
     * Takes a version out again: what a coordinator keyed in by mistake, and nothing else. Its files are as if they had come with no
     * report; the audit keeps its receipt.
     */
    takeBack(id: number): void {
      loosen.run(id);
      drop.run(id);
    },
    /** A version that was taken in by the code of its receipt alone: the whole receipt brings the figures that it always had. */
    fillIn(id: number, receipt: string, report: ReportContent): void {
      fillIn.run(receipt, report.nothingToReport ? 1 : 0, JSON.stringify(report.values), id);
    },
    findByReceipt(receipt: string): Submission | null {
      const row = byReceipt.get(receipt);
      return row === undefined ? null : toSubmission(row);
    },
  };
}

function toSubmission({ nothingToReport, content, ...row }: Row): Submission {
  return { ...row, report: { nothingToReport: nothingToReport === 1, values: JSON.parse(content) } };
}
