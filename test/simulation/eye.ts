import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';

/** A row on its way, as the platform's side of the world needs to know it. */
export interface SendingRow {
  id: number;
  chat: number;
  kind: 'answer' | 'reminder' | 'digest' | 'nudge' | 'notice' | 'alert';
  person: number | null;
  notice: number | null;
  repeated: number;
  day: string | null;
  attempts: number;
  priority: number;
  queued_at: number;
}

export interface TaskRow {
  id: number;
  unit: string;
  obligation: string;
  period: string;
  state: string;
  state_reason: string | null;
  cut_off_at: number;
  timeliness: string | null;
  first_valid_at: number | null;
}

export interface LiveRow extends SendingRow {
  state: 'queued' | 'sending';
  expires_at: number | null;
  not_before: number;
  channel: string;
  bot: string;
  address: string;
  chat_state: string;
}

/** An answer, and what became of it; settled: when that was (bot time). */
export interface AnswerRow {
  id: number;
  chat: number;
  person: number | null;
  state: string;
  failure: string | null;
  queued_at: number;
  expires_at: number;
  settled_at: number;
  channel: string;
  bot: string;
  address: string;
}

export interface SubmissionRow {
  id: number;
  task: number;
  version: number;
  person: number;
  via: string;
  received_at: number;
  receipt: string;
  nothing_to_report: number;
  content: string;
}

/** One line of the audit. */
export interface AuditLine {
  id: number;
  at: number;
  person: number | null;
  action: string;
  subject: string;
  detail: Readonly<Record<string, unknown>>;
}

export interface ExtensionRow {
  id: number;
  task: number;
  last_good_day: string;
  reason: string;
  granted_by: number;
  granted_at: number;
  taken_back_at: number | null;
}

/** An update's key as the database keeps it. */
export function keptKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

/** Looks at what is committed, with a connection of its own: the bot's word is not taken for anything. */
export function openEye(path: string) {
  const db = new Database(path);
  const tables = db
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all();
  const sendingIn = db.prepare<[string, string, string], SendingRow>(
    `SELECT o.id, o.chat, o.kind, o.person, o.notice, o.repeated, o.day, o.attempts, o.priority, o.queued_at FROM outbox o
     WHERE o.chat = (SELECT id FROM chat WHERE channel = ? AND bot = ? AND address = ?) AND o.state = 'sending'`,
  );
  const taskState = db.prepare<[number], { state: string }>('SELECT state FROM task WHERE id = ?');
  const task = db.prepare<[number], TaskRow>('SELECT * FROM task WHERE id = ?');
  const owed = db.prepare<[number], TaskRow>(
    "SELECT * FROM task WHERE state IN ('open', 'returned') OR (state = 'waived' AND cut_off_at > ?)",
  );
  const tasksOf = db.prepare<[string, string], TaskRow>('SELECT * FROM task WHERE unit = ? AND period = ?');
  const auditFrom = db.prepare<[number], Omit<AuditLine, 'detail'> & { detail: string }>(
    'SELECT id, at, person, action, subject, detail FROM audit WHERE id > ? ORDER BY id',
  );
  const auditAbout = db.prepare<[string], Omit<AuditLine, 'detail'> & { detail: string }>(
    'SELECT id, at, person, action, subject, detail FROM audit WHERE subject = ? ORDER BY id',
  );
  const extensions = db.prepare<[], ExtensionRow>('SELECT * FROM extension ORDER BY id');
  const memberships = db.prepare<[], { id: number; since: number; until: number | null }>(
    'SELECT id, since, until FROM membership',
  );
  const lastExtension = db.prepare<[], { n: number | null }>('SELECT max(id) AS n FROM extension');
  const moved = db.prepare<[string, number], { n: number }>(
    "SELECT 1 AS n FROM audit WHERE action IN ('extend', 'undo-extend') AND subject = ? AND at >= ?",
  );
  const allTasks = db.prepare<[], TaskRow & { said_at: number | null; opened_last_day: string }>(
    // "Before" a day is until the end of the day before; the plan has no other word.
    `SELECT t.*, date(t.legal_day, '-1 day') AS opened_last_day, (SELECT received_at FROM submission s WHERE s.task = t.id AND s.version = 1) AS said_at
     FROM task t ORDER BY t.id`,
  );
  const read = (line: Omit<AuditLine, 'detail'> & { detail: string }): AuditLine => ({
    ...line,
    detail: JSON.parse(line.detail),
  });
  const live = db.prepare<[], LiveRow>(
    `SELECT o.*, c.channel, c.bot, c.address, c.state AS chat_state FROM outbox o INDEXED BY outbox_live JOIN chat c ON c.id = o.chat
     WHERE o.state IN ('queued', 'sending') ORDER BY o.id`,
  );
  const nextWire = db.prepare<[], { at: number | null }>(
    "SELECT min(not_before) AS at FROM outbox WHERE state = 'queued'",
  );
  const nextDue = db.prepare<[number], { at: number | null }>(
    "SELECT min(due_at) AS at FROM milestone WHERE state = 'planned' AND due_at > ?",
  );
  const reminded = db.prepare<[number], { task: number; due_at: number | null }>(
    `SELECT r.task, m.due_at FROM reminder r
     LEFT JOIN milestone m ON m.task = r.task AND m.schedule_version = r.schedule_version AND m.key = r.milestone
     WHERE r.outbox = ?`,
  );
  const byReceipt = db.prepare<[string], SubmissionRow>('SELECT * FROM submission WHERE receipt = ?');
  const submissionsFrom = db.prepare<[number], SubmissionRow>('SELECT * FROM submission WHERE id > ? ORDER BY id');
  const submittedAt = db.prepare<[string, number], { at: number }>(
    "SELECT at FROM audit WHERE action = 'submit' AND subject = ? AND json_extract(detail, '$.version') = ?",
  );
  const promised = db.prepare<[number], { until: number }>(
    'SELECT until FROM promise WHERE task = ? ORDER BY id DESC LIMIT 1',
  );
  const keyedIn = db.prepare<[string, number], { document: string; received_at: number }>(
    `SELECT json_extract(detail, '$.document') AS document, json_extract(detail, '$.receivedAt') AS received_at
     FROM audit WHERE action = 'submit-for' AND subject = ? AND json_extract(detail, '$.version') = ? ORDER BY id DESC LIMIT 1`,
  );
  const personOf = db.prepare<[string, string, string], { id: number; person: number | null }>(
    'SELECT id, person FROM chat WHERE channel = ? AND bot = ? AND address = ?',
  );
  const waiting = db.prepare<[], { key: string; received_at: number; channel: string; bot: string }>(
    'SELECT key, received_at, channel, bot FROM inbound WHERE settled_at IS NULL',
  );
  const acted = db.prepare<[string, string, string], { at: number | null }>(
    'SELECT settled_at AS at FROM inbound WHERE channel = ? AND bot = ? AND key = ?',
  );
  const answersFrom = db.prepare<[number], { id: number; chat: number; channel: string; bot: string; address: string }>(
    `SELECT o.id, o.chat, c.channel, c.bot, c.address FROM outbox o JOIN chat c ON c.id = o.chat
     WHERE o.kind = 'answer' AND o.id > ? ORDER BY o.id`,
  );
  const versions = (where: string) =>
    db.prepare<string[], { unit: string; period: string; content: string }>(
      `SELECT t.unit, t.period, s.content FROM task t JOIN submission s ON s.task = t.id
       WHERE ${where} AND t.state IN ('submitted', 'accepted') ORDER BY t.id, s.version`,
    );
  const versionsIn = versions('t.obligation = ? AND t.period = ?');
  const versionsOf = versions('t.unit = ?');
  /** The newest of each report. */
  const newest = (rows: readonly { unit: string; period: string; content: string }[]) => [
    ...new Map(rows.map((row) => [`${row.unit} ${row.period}`, row])).values(),
  ];
  const answerRows = db.prepare<[number], AnswerRow>(
    `SELECT o.id, o.chat, o.person, o.state, o.failure, o.queued_at, o.expires_at, o.settled_at, c.channel, c.bot, c.address
     FROM outbox o JOIN chat c ON c.id = o.chat WHERE o.kind = 'answer' AND o.id > ? ORDER BY o.id`,
  );
  const unsent = db.prepare<[number], LiveRow & { failure: string | null; settled_at: number }>(
    `SELECT o.*, c.channel, c.bot, c.address FROM outbox o JOIN chat c ON c.id = o.chat
     WHERE o.state IN ('failed', 'expired') AND o.id > ? ORDER BY o.id`,
  );
  const files = db.prepare<[number, number], { name: string; sha256: string }>(
    `SELECT a.name, f.sha256 FROM submission s JOIN attachment a ON a.submission = s.id JOIN stored_file f ON f.id = a.file
     WHERE s.task = ? AND s.version <= ?`,
  );
  const rounds = db.prepare<
    [],
    {
      obligation: string;
      period: string;
      n: number;
      waived: number;
      on_time: number;
      late: number;
      halves: number;
    }
  >(
    `SELECT obligation, period, count(*) FILTER (WHERE state_reason IS NOT 'not-owed') AS n,
       count(*) FILTER (WHERE state = 'waived' AND state_reason IS NOT 'not-owed') AS waived,
       count(*) FILTER (WHERE timeliness = 'on_time' AND state <> 'waived') AS on_time,
       count(*) FILTER (WHERE timeliness = 'late' AND state <> 'waived') AS late,
       sum(state <> 'waived' AND (state <> 'open') <> EXISTS (SELECT 1 FROM submission s WHERE s.task = task.id)) AS halves
     FROM task GROUP BY obligation, period ORDER BY max(cut_off_at)`,
  );
  const lastRow = db.prepare<[], { n: number | null }>('SELECT max(id) AS n FROM outbox');
  const inDoubt = db.prepare<[number, number, number], { n: number }>(
    `SELECT 1 AS n FROM reminder r JOIN outbox o ON o.id = r.outbox
     WHERE r.task = ? AND r.person = ? AND r.decided_at >= ? AND o.state = 'unknown'`,
  );
  const inDoubtOn = db.prepare<[number, string], { id: number }>(
    "SELECT id FROM outbox WHERE person = ? AND day = ? AND state = 'unknown'",
  );
  const filesFrom = db.prepare<[number, number], { n: number }>(
    'SELECT count(DISTINCT file) AS n FROM attachment WHERE chat = ? AND received_at >= ?',
  );
  const state = db.prepare<[number], { state: string }>('SELECT state FROM outbox WHERE id = ?');
  return {
    /** Whether a reminder of that task, decided since then, perhaps arrived: the one that was due, or a later one in its place. */
    isInDoubt: (task: number, person: number, since: number): boolean => inDoubt.get(task, person, since) !== undefined,
    /** Messages of its own accord of that day that perhaps arrived. */
    inDoubtOn: (person: number, day: string): number[] => inDoubtOn.all(person, day).map(({ id }) => id),
    stateOf: (outbox: number): string | null => state.get(outbox)?.state ?? null,
    lastRow: (): number => lastRow.get()?.n ?? 0,
    sendingIn: (channel: string, bot: string, address: string): SendingRow[] => sendingIn.all(channel, bot, address),
    isOutstanding: (id: number): boolean => ['open', 'returned'].includes(taskState.get(id)?.state ?? ''),
    task: (id: number): TaskRow | null => task.get(id) ?? null,
    /** What is owed, and what was waived of rounds whose cut-off lies after that. */
    owed: (since: number): TaskRow[] => owed.all(since),
    /** Whether its deadline was moved after that. */
    wasMovedSince: (id: number, at: number): boolean => moved.get(`task:${id}`, at) !== undefined,
    /** Every task, with when its first version was said. */
    allTasks: () => allTasks.all(),
    auditFrom: (id: number): AuditLine[] => auditFrom.all(id).map(read),
    /** What the audit says about a unit's reports of that period. */
    auditAbout: (unit: string, period: string): AuditLine[] =>
      tasksOf.all(unit, period).flatMap(({ id }) => auditAbout.all(`task:${id}`).map(read)),
    extensions: (): ExtensionRow[] => extensions.all(),
    memberships: () => memberships.all(),
    lastExtension: (): number => lastExtension.get()?.n ?? 0,
    live: (): LiveRow[] => live.all(),
    /** The wire time of the next row that waits; null when the outbox is empty. */
    nextWire: (): number | null => nextWire.get()?.at ?? null,
    nextDue: (after: number): number | null => nextDue.get(after)?.at ?? null,
    /** The tasks a row reminds of, and when each was due (null: a nudge). */
    reminded: (outbox: number) => reminded.all(outbox),
    byReceipt: (receipt: string): SubmissionRow | null => byReceipt.get(receipt) ?? null,
    submissionsFrom: (id: number): SubmissionRow[] => submissionsFrom.all(id),
    /** When the update came that confirmed that version, as the audit says; null: it says nothing. */
    submittedAt: ({ task, version }: SubmissionRow): number | null =>
      submittedAt.get(`task:${task}`, version)?.at ?? null,
    /** Until when its unit last said it would send; 0: it said nothing. */
    promisedUntil: (id: number): number => promised.get(id)?.until ?? 0,
    /** The document of a paper report, and when it came, as the audit says. */
    keyedIn: ({ task, version }: SubmissionRow) => keyedIn.get(`task:${task}`, version) ?? null,
    chatOf: (channel: string, bot: string, address: string) => personOf.get(channel, bot, address) ?? null,
    waiting: () => waiting.all(),
    /** When an update was acted on (bot time); null: it was not, or never stored. */
    actedOn: (channel: string, bot: string, key: string): number | null =>
      acted.get(channel, bot, keptKey(key))?.at ?? null,
    answersFrom: (id: number) => answersFrom.all(id),
    /** The reports that count: of a round, of a unit. */
    countedIn: (obligation: string, period: string) => newest(versionsIn.all(obligation, period)),
    countedOf: (unit: string) => newest(versionsOf.all(unit)),
    /** The answers after that row, whatever became of them. */
    answerRows: (id: number) => answerRows.all(id),
    unsentFrom: (id: number) => unsent.all(id),
    /** The pictures of a report as it was in that version. */
    filesOf: ({ task, version }: SubmissionRow) => files.all(task, version),
    /** How many different files a chat has sent since then. */
    filesFrom: (chat: number, since: number): number => filesFrom.get(chat, since)?.n ?? 0,
    rounds: () => rounds.all(),
    integrity: (): string => String(db.pragma('integrity_check', { simple: true })),
    foreignKeys: (): number => (db.pragma('foreign_key_check') as unknown[]).length,
    /** All that stands there, but for when a waiting row is looked at next. */
    digest(): string {
      const sum = createHash('sha256');
      for (const { name } of tables) {
        const skipped = name === 'outbox' ? ', 0 AS not_before' : '';
        for (const row of db.prepare(`SELECT *${skipped} FROM "${name}"`).iterate()) sum.update(JSON.stringify(row));
      }
      return sum.digest('base64');
    },
    /** A consistent copy, made at once. */
    copyTo(to: string): void {
      db.prepare('VACUUM INTO ?').run(to);
    },
    close: (): void => void db.close(),
  };
}

export type Eye = ReturnType<typeof openEye>;
