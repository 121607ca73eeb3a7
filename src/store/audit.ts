import { createHash } from 'node:crypto';
import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

/** One entry as it is hashed: every column but the hash itself. */
export interface AuditEntry {
  id: number;
  at: Instant;
  person: number | null;
  action: string;
  subject: string;
  detail: string;
}

interface AuditRow extends AuditEntry {
  hash: string | null;
}

/** What reading the whole chain showed. */
export interface AuditVerdict {
  entries: number;
  /** Hash of the newest sound entry: the same figure in a digest or an export shows that nothing after it was cut off. */
  head: string;
  /** The first entry that is not as it was written, or whose predecessor is gone. */
  broken: { id: number; at: Instant; action: string } | null;
}

/** Stands before the first entry. */
const BEGINNING = '0'.repeat(64);
/** The action of the entry that says what was forgotten. */
const FORGET = 'forget-audit';
const COLUMNS = 'id, at, person, action, subject, detail, hash';

/** Who did what, when: a chain in which every entry vouches for the one before it. Never message texts. */
export function createAudit(db: Db) {
  const newest = db.prepare<[], AuditRow>(`SELECT ${COLUMNS} FROM audit WHERE id = (SELECT max(id) FROM audit)`);
  const oldest = db.prepare<[], AuditRow>(`SELECT ${COLUMNS} FROM audit WHERE id = (SELECT min(id) FROM audit)`);
  const insert = db.prepare<Required<AuditRow>>(
    `INSERT INTO audit (id, at, person, action, subject, detail, hash)
     VALUES (@id, @at, @person, @action, @subject, @detail, @hash)`,
  );
  const since = db.prepare<[number | null, Instant, string, string], { n: number }>(
    'SELECT 1 AS n FROM audit WHERE person IS ? AND at > ? AND action = ? AND subject = ? LIMIT 1',
  );
  const setHash = db.prepare<[string, number]>('UPDATE audit SET hash = ? WHERE id = ?');

  /** Prepared where it is needed: nothing that runs for an update may go through the whole table. */
  const readAll = () => db.prepare<[], AuditRow>(`SELECT ${COLUMNS} FROM audit ORDER BY id`);

  function chainOldEntries(): void {
    let head = BEGINNING;
    for (const row of readAll().all()) {
      head = hashOf(head, row);
      setHash.run(head, row.id);
    }
  }

  // Entries are only ever added at the end, so the first one tells whether a release without the chain wrote them.
  if (oldest.get()?.hash === null) db.transaction(chainOldEntries).immediate();

  function add(
    at: Instant,
    person: number | null,
    action: string,
    subject: string,
    detail: Readonly<Record<string, unknown>> = {},
  ): void {
    const last = newest.get();
    const entry = { id: (last?.id ?? 0) + 1, at, person, action, subject, detail: JSON.stringify(detail) };
    insert.run({ ...entry, hash: hashOf(last?.hash ?? BEGINNING, entry) });
  }

  /** The hash on which the oldest entry that is left stands: entries before it were forgotten with a word about it. */
  function anchor(): string {
    const first = oldest.get()?.id ?? 1;
    const word = db
      .prepare<[string, string], { detail: string }>(
        'SELECT detail FROM audit WHERE action = ? AND subject = ? ORDER BY id DESC LIMIT 1',
      )
      .get(FORGET, `audit:${first - 1}`);
    return word === undefined ? BEGINNING : String((JSON.parse(word.detail) as { head?: unknown }).head);
  }

  return {
    add,
    /** Forgets the oldest entries. The chain goes on: an entry says up to which one, and the hash that one had. */
    forgetBefore(instant: Instant, now: Instant): number {
      if ((oldest.get()?.at ?? instant) >= instant) return 0;
      const last = db
        .prepare<[Instant], AuditRow>(
          `SELECT ${COLUMNS} FROM audit WHERE id < (SELECT min(id) FROM audit WHERE at >= ?) ORDER BY id DESC LIMIT 1`,
        )
        .get(instant);
      if (last === undefined) return 0;
      const forgotten = db.prepare<[number]>('DELETE FROM audit WHERE id <= ?').run(last.id).changes;
      add(now, null, FORGET, `audit:${last.id}`, { head: last.hash });
      return forgotten;
    },
    /** Whether that person (null: nobody who has joined) did that since then. */
    hasSince: (person: number | null, action: string, subject: string, at: Instant): boolean =>
      since.get(person, at, action, subject) !== undefined,
    /** What was done about these, the newest first: for a page that somebody opens, never for an update. */
    about: (subjects: readonly string[], limit: number): AuditEntry[] =>
      db
        .prepare<[string, number], AuditRow>(
          `SELECT ${COLUMNS} FROM audit WHERE subject IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT ?`,
        )
        .all(JSON.stringify(subjects), limit),
    /** Every entry, oldest first: for exports and tests, never for an update. */
    entries: (): AuditEntry[] => readAll().all(),
    /** Hash of the newest entry, 64 hexadecimal digits. */
    head: (): string => newest.get()?.hash ?? BEGINNING,
    /** Reads every entry and compares it with its hash. Entries cut off at the end show only in an older head. */
    check(): AuditVerdict {
      let head = anchor();
      let entries = 0;
      for (const row of readAll().iterate()) {
        const expected = hashOf(head, row);
        if (row.hash !== expected) return { entries, head, broken: { id: row.id, at: row.at, action: row.action } };
        head = expected;
        entries += 1;
      }
      return { entries, head, broken: null };
    },
  };
}

function hashOf(before: string, { id, at, person, action, subject, detail }: AuditEntry): string {
  return createHash('sha256')
    .update(JSON.stringify([before, id, at, person, action, subject, detail]))
    .digest('hex');
}
