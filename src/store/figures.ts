import type { Db } from './database.ts';
import type { Submission } from './submissions.ts';

interface Row extends Omit<Submission, 'report'> {
  nothingToReport: number;
  content: string;
}

/** A sum as the database itself adds it up, in tenths because 0.1 + 0.2 is not 0.3 in binary. */
export interface SqlSum {
  key: string;
  tenths: number;
  given: number;
}

/** What units reported in a round, read in one go, for the compiled report. Writes nothing. */
export function createFigures(db: Db) {
  const ofRound = db.prepare<[string, string], Row>(
    `SELECT s.id, s.task, s.version, s.person, s.via, s.received_at AS receivedAt, s.receipt,
       s.nothing_to_report AS nothingToReport, s.content
     FROM task t JOIN submission s ON s.task = t.id WHERE t.obligation = ? AND t.period = ? ORDER BY s.task, s.version`,
  );
  const sums = db.prepare<[string, string], SqlSum>(
    `SELECT v.key, sum(CAST(round(v.value * 10) AS INTEGER)) AS tenths, count(*) AS given
     FROM task t
     JOIN submission s ON s.task = t.id AND s.version = (SELECT max(o.version) FROM submission o WHERE o.task = t.id)
     JOIN json_each(s.content) v
     WHERE t.obligation = ? AND t.period = ? AND t.state IN ('submitted', 'accepted') AND v.type IN ('integer', 'real')
     GROUP BY v.key ORDER BY v.key`,
  );
  return {
    /** Every version of every task of the round, by task and version. */
    ofRound: (obligation: string, period: string): Submission[] =>
      ofRound.all(obligation, period).map(({ nothingToReport, content, ...row }) => ({
        ...row,
        report: { nothingToReport: nothingToReport === 1, values: JSON.parse(content) },
      })),
    /** The sum of each figure over the newest versions that count, as SQL adds it up: the check on every total that leaves. */
    sums: (obligation: string, period: string): SqlSum[] => sums.all(obligation, period),
  };
}
