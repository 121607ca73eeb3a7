import type { Db } from './database.ts';

export interface StoredRuleBook {
  id: number;
  digest: string;
  /** See `src/plan/stored-rules.ts`. */
  format: number;
  content: string;
}

/** Versions of the rules (obligations, forms, policy, calendar) as JSON text; the newest is in force. */
export function createRuleBooks(db: Db) {
  const newest = db.prepare<[], StoredRuleBook>(
    'SELECT id, digest, format, content FROM rule_book ORDER BY id DESC LIMIT 1',
  );
  const newestId = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM rule_book');
  const insert = db.prepare<[number, string, number, string]>(
    'INSERT INTO rule_book (applied_at, digest, format, content) VALUES (?, ?, ?, ?)',
  );
  const version = db.prepare<[], { version: string }>(
    `SELECT (SELECT max(id) FROM rule_book) || '/' || ifnull(max(id), 0) || ':' || count(withdrawn_at) AS version FROM one_off`,
  );
  return {
    /** Another one after each plan that is applied, and each report that is asked for once or taken back; asked at every turn, so in one statement. */
    version: (): string | null => version.get()?.version ?? null,
    newest: (): StoredRuleBook | null => newest.get() ?? null,
    newestId: (): number | null => newestId.get()?.id ?? null,
    add(appliedAt: number, digest: string, format: number, content: string): void {
      insert.run(appliedAt, digest, format, content);
    },
  };
}
