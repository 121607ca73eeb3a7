import type { Db } from './database.ts';

/** A sum as the database itself adds it up, in tenths because 0.1 + 0.2 is not 0.3 in binary. */
export interface SqlSum {
  key: string;
  tenths: number;
  given: number;
}

/** The figures of a round as SQL adds them up: the check on every total that leaves. */
export function createFigures(db: Db) {
  const sums = db.prepare<[string, string], SqlSum>(
    `SELECT v.key, sum(CAST(round(v.value * 10) AS INTEGER)) AS tenths, count(*) AS given
     FROM task t
     JOIN submission s ON s.task = t.id AND s.version = (SELECT max(o.version) FROM submission o WHERE o.task = t.id)
     JOIN json_each(s.content) v
     WHERE t.obligation = ? AND t.period = ? AND t.state IN ('submitted', 'accepted') AND v.type IN ('integer', 'real')
     GROUP BY v.key ORDER BY v.key`,
  );
  return {
    /** The sum of each figure over the newest versions that count. */
    sums: (obligation: string, period: string): SqlSum[] => sums.all(obligation, period),
  };
}
