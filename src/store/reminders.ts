import type { ChannelName } from '../channels/channel.ts';
import type { SendFailure } from '../channels/send-error.ts';
import type { Role } from '../domain/access.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';
import type { OutboxState } from './outbox.ts';

export interface Reminder {
  id: number;
  task: number;
  milestone: string;
  person: number;
  scheduleVersion: number;
  role: Role;
  decidedAt: Instant;
  outbox: number;
}

export type NewReminder = Omit<Reminder, 'id'>;

/** One person was to be reminded: by which app, and what became of it. */
export interface Try {
  person: number;
  milestone: string;
  decidedAt: Instant;
  state: OutboxState;
  failure: SendFailure | null;
  settledAt: Instant | null;
  channel: ChannelName;
}

const COLUMNS = `r.id, r.task, r.milestone, r.person, r.schedule_version AS scheduleVersion, r.role,
  r.decided_at AS decidedAt, r.outbox`;

/** Decisions to remind one person of one milestone. */
export function createReminders(db: Db) {
  const insert = db.prepare<NewReminder>(
    `INSERT INTO reminder (task, milestone, person, schedule_version, role, decided_at, outbox)
     VALUES (@task, @milestone, @person, @scheduleVersion, @role, @decidedAt, @outbox)
     ON CONFLICT (task, milestone, person, schedule_version) DO NOTHING`,
  );
  const exists = db.prepare<[number, string, number, number], { n: number }>(
    'SELECT 1 AS n FROM reminder WHERE task = ? AND milestone = ? AND person = ? AND schedule_version = ?',
  );
  const ofOutbox = db.prepare<[number], Reminder>(`SELECT ${COLUMNS} FROM reminder r WHERE outbox = +? ORDER BY task`);
  const newer = db.prepare<[number, number, number], { n: number }>(
    `SELECT count(*) AS n FROM reminder r JOIN outbox o ON o.id = r.outbox
     WHERE r.task = ? AND r.person = ? AND r.id > ? AND o.state NOT IN ('capped', 'expired', 'cleared')`,
  );
  const urgent = db.prepare<[number, number], { n: number }>(
    `SELECT 1 AS n FROM reminder r JOIN outbox o ON o.id = r.outbox
     WHERE r.task = ? AND r.person = ? AND o.state = 'queued' AND o.repeat_if_unknown = 1 LIMIT 1`,
  );
  const told = db.prepare<[number, number], { n: number }>(
    `SELECT 1 AS n FROM reminder r JOIN outbox o ON o.id = r.outbox
     WHERE r.task = ? AND r.person = ? AND o.state IN ('accepted', 'unknown') LIMIT 1`,
  );
  const lastOf = db.prepare<[number], Reminder & { state: OutboxState; settledAt: Instant | null }>(
    `SELECT ${COLUMNS}, o.state, o.settled_at AS settledAt FROM reminder r JOIN outbox o ON o.id = r.outbox
     WHERE r.person = ? AND o.state IN ('accepted', 'unknown') ORDER BY r.id DESC LIMIT 20`,
  );
  const tries = db.prepare<[number, number], Try>(
    `SELECT r.person, r.milestone, r.decided_at AS decidedAt, o.state, o.failure, o.settled_at AS settledAt, c.channel
     FROM reminder r JOIN outbox o ON o.id = r.outbox JOIN chat c ON c.id = o.chat
     WHERE r.task = ? AND o.kind <> 'digest' ORDER BY r.id DESC LIMIT ?`,
  );
  const missed = db.prepare<[number, number], { n: number; missed: number }>(
    `SELECT count(*) AS n, count(*) FILTER (WHERE
       -- A chat that came back since (the person wrote again) counts as reached.
       (o.state IN ('failed', 'expired') AND NOT (c.state = 'active' AND c.state_at >= o.settled_at)) OR
       (o.state = 'queued' AND o.attempts > 0)) AS missed
     FROM reminder r JOIN outbox o ON o.id = r.outbox JOIN chat c ON c.id = o.chat
     WHERE r.task = ? AND o.kind <> 'digest' AND r.decided_at = (
       SELECT max(l.decided_at) FROM reminder l JOIN outbox k ON k.id = l.outbox
       WHERE l.task = ? AND k.kind <> 'digest')`,
  );
  return {
    /** Writes the decision; false when it was taken before. */
    add: (reminder: NewReminder): boolean => insert.run(reminder).changes === 1,
    exists: (task: number, milestone: string, person: number, version: number): boolean =>
      exists.get(task, milestone, person, version) !== undefined,
    ofOutbox: (outbox: number): Reminder[] => ofOutbox.all(outbox),
    /** Whether a later reminder of the same task goes to the same person. */
    hasNewer: (reminder: Reminder): boolean => (newer.get(reminder.task, reminder.person, reminder.id)?.n ?? 0) > 0,
    /** Whether a reminder that has to arrive still waits: whatever takes its place has to arrive as well. */
    isUrgentWaiting: (task: number, person: number): boolean => urgent.get(task, person) !== undefined,
    /** Whether any reminder of the task got to the person, or may have. */
    wasTold: (task: number, person: number): boolean => told.get(task, person) !== undefined,
    /** Reminders that reached the person, newest first. */
    lastOf: (person: number) => lastOf.all(person),
    /** What was tried to remind the unit's people of the task, the newest first. */
    triesOf: (task: number, limit: number): Try[] => tries.all(task, limit),
    /** Whether the task's latest reminder got to nobody: given up, or tried in vain so far. */
    lastMissed(task: number): boolean {
      const latest = missed.get(task, task);
      return latest !== undefined && latest.n > 0 && latest.n === latest.missed;
    },
  };
}
