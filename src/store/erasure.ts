import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

interface Leaving {
  person: number;
  now: Instant;
}

/** A last answer that could not be sent within a day is not sent any more: the address goes all the same. */
const LAST_ANSWER_MS = 24 * 3600_000;

/** The person and everybody who was merged into them, however many times over. */
const SAME = `WITH RECURSIVE same (id) AS (
    SELECT @person UNION SELECT p.id FROM person p JOIN same s ON p.merged_into = s.id),
  own (id, channel, bot, address) AS (
    SELECT c.id, c.channel, c.bot, c.address FROM chat c WHERE c.person IN (SELECT id FROM same))`;

/** In the order in which they run: the last ones take away what the others go by. */
const FORGETTING = [
  `DELETE FROM unread WHERE EXISTS (
     SELECT 1 FROM own o WHERE o.channel = unread.channel AND o.bot = unread.bot AND instr(unread.body, o.address) > 0)`,
  `UPDATE outbox SET state = 'cleared', settled_at = @now, day = NULL, content = NULL, file = NULL
   WHERE state = 'queued' AND (person IN (SELECT id FROM same) OR chat IN (SELECT id FROM own))`,
  'DELETE FROM attachment WHERE submission IS NULL AND chat IN (SELECT id FROM own)',
  'DELETE FROM download_link WHERE chat IN (SELECT id FROM own)',
  'DELETE FROM chat_traffic WHERE chat IN (SELECT id FROM own)',
  'DELETE FROM upload_link WHERE chat IN (SELECT id FROM own)',
  'DELETE FROM print_job WHERE chat IN (SELECT id FROM own)',
  'DELETE FROM report_link WHERE person IN (SELECT id FROM same) OR chat IN (SELECT id FROM own)',
  'DELETE FROM board_link WHERE person IN (SELECT id FROM same) OR chat IN (SELECT id FROM own)',
  'DELETE FROM board_session WHERE person IN (SELECT id FROM same) OR chat IN (SELECT id FROM own)',
  'DELETE FROM data_request WHERE person IN (SELECT id FROM same)',
  // What stands in a report too belongs to the unit; what was typed for itself goes, and the number stays.
  `UPDATE ticket_line SET text = '' WHERE side = 'asker' AND ticket IN (
     SELECT id FROM ticket WHERE task IS NULL AND asker IN (SELECT id FROM same))`,
  `UPDATE ticket SET state = 'closed', changed_at = @now
   WHERE task IS NULL AND state <> 'closed' AND asker IN (SELECT id FROM same)`,
  // What somebody sent a colleague goes with them; so does what waits for them.
  "UPDATE assignment SET state = 'cleared', changed_at = @now, remind_at = NULL, answer = '' WHERE person IN (SELECT id FROM same)",
  'DELETE FROM notice_receipt WHERE person IN (SELECT id FROM same)',
  'UPDATE ticket SET owner = NULL WHERE owner IN (SELECT id FROM same)',
  `UPDATE stand_in SET state = 'ended', changed_at = @now WHERE state IN ('proposed', 'agreed', 'running')
     AND absent IN (SELECT id FROM same)`,
  'DELETE FROM own_hour WHERE person IN (SELECT id FROM same)',
  'DELETE FROM snooze WHERE person IN (SELECT id FROM same)',
  'DELETE FROM undo WHERE person IN (SELECT id FROM same)',
  "UPDATE question SET asker_name = '', code_hash = NULL WHERE person IN (SELECT id FROM same) OR asker IN (SELECT id FROM own)",
  'DELETE FROM meeting_guest WHERE person IN (SELECT id FROM same)',
  'DELETE FROM link_code WHERE person IN (SELECT id FROM same)',
  // The row stays, so that revisions go on counting and a choice of an old dialog never fits a later one.
  `UPDATE dialog SET kind = '', revision = revision + 1, content = 'null', updated_at = 0, aside_kind = NULL,
     aside_content = NULL, aside_at = NULL WHERE chat IN (SELECT id FROM own)`,
  'DELETE FROM kept_draft WHERE chat IN (SELECT id FROM own)',
  // What a coordinator wrote beside a reminder.
  "UPDATE nudge SET words = '' WHERE by IN (SELECT id FROM same)",
  // What somebody promised for their unit is nobody's word any more.
  'UPDATE promise SET person = NULL WHERE person IN (SELECT id FROM same)',
  'UPDATE membership SET until = @now WHERE until IS NULL AND person IN (SELECT id FROM same)',
  "UPDATE person SET withdrawn_at = @now, name = '', preferred_channel = NULL WHERE id IN (SELECT id FROM same)",
  'UPDATE chat SET person = NULL, menu = NULL, left_at = @now WHERE id IN (SELECT id FROM own)',
];

/** Forgets people: what is left of them are numbers, under which their units' reports and the audit stand. */
export function createErasure(db: Db) {
  const forgetting = FORGETTING.map((sql) => db.prepare<Leaving>(`${SAME} ${sql}`));
  const left = db.prepare<{ now: Instant; since: Instant }, { id: number }>(
    `SELECT c.id FROM chat c WHERE c.left_at <= @now AND c.person IS NULL AND (c.left_at < @since OR NOT (
       EXISTS (SELECT 1 FROM outbox o WHERE o.chat = c.id AND o.state IN ('queued', 'sending'))
       OR EXISTS (SELECT 1 FROM inbound i WHERE i.chat = c.id AND i.settled_at IS NULL)
       OR EXISTS (SELECT 1 FROM dialog d WHERE d.chat = c.id AND d.kind <> '')))`,
  );
  const hasLeft = db.prepare<[], { id: number }>('SELECT id FROM chat WHERE left_at IS NOT NULL LIMIT 1');
  const dropAnswers = db.prepare<[Instant, number]>(
    `UPDATE outbox SET state = 'expired', settled_at = ?, day = NULL, content = NULL, file = NULL
     WHERE chat = ? AND state = 'queued'`,
  );
  const rename = db.prepare<[number]>(
    "UPDATE chat SET address = 'left:' || id, left_at = NULL, menu = NULL, wrong_codes = 0, locked_until = NULL WHERE id = ?",
  );
  // Keys that an earlier release kept as they were name chat and sender.
  const renameKeys = db.prepare<[number]>(
    "UPDATE inbound SET key = 'left:' || id WHERE chat = ? AND settled_at > 0 AND key LIKE '[%'",
  );
  const dropDialog = db.prepare<[number]>('DELETE FROM dialog WHERE chat = ?');
  return {
    /** Forgets everything but numbers and what their units sent; their chats keep their address for one last answer. */
    begin(person: number, now: Instant): void {
      for (const step of forgetting) step.run({ person, now });
    },
    /** Chats of people who never joined and were not heard of since then are taken for left; how many. */
    leaveStrangers: (before: Instant, now: Instant): number =>
      db
        .prepare<{ before: Instant; now: Instant }>(
          `UPDATE chat SET left_at = @now WHERE person IS NULL AND unit IS NULL AND left_at IS NULL AND state_at < @before
             AND address NOT LIKE 'left:%' AND ifnull(locked_until, 0) < @now AND id NOT IN (SELECT chat FROM inbound)`,
        )
        .run({ before, now }).changes,
    /** People whose last role ended before that. */
    withoutRoleSince: (before: Instant): number[] =>
      db
        .prepare<[Instant], { person: number }>(
          `SELECT m.person FROM membership m JOIN person p ON p.id = m.person AND p.withdrawn_at IS NULL
           WHERE m.until IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM membership o WHERE o.person = m.person AND o.until IS NULL)
           GROUP BY m.person HAVING max(m.until) < ?`,
        )
        .all(before)
        .map(({ person }) => person),
    /** People who came in by a meeting's code before that, and whom nobody ever confirmed. */
    neverConfirmed: (before: Instant): number[] =>
      db
        .prepare<[Instant], { person: number }>(
          `SELECT g.person FROM meeting_guest g JOIN meeting m ON m.id = g.meeting AND m.opened_at < ?
           WHERE NOT EXISTS (SELECT 1 FROM membership s WHERE s.person = g.person)`,
        )
        .all(before)
        .map(({ person }) => person),
    /** Forgets what became of old messages, of the reminders they carried and of what was promised and called about; some thousand at a time. */
    forgetMessages(before: Instant): number {
      // Prepared where it is needed: nothing that runs for an update may go through the whole table.
      const old = `SELECT id FROM outbox WHERE queued_at < ? AND state NOT IN ('queued', 'sending') ORDER BY id LIMIT 5000`;
      for (const table of ['reminder', 'download_link', 'report_link'])
        db.prepare<[Instant]>(`DELETE FROM ${table} WHERE outbox IN (${old})`).run(before);
      db.prepare<[Instant]>('DELETE FROM contact WHERE at < ?').run(before);
      db.prepare<[Instant]>('DELETE FROM nudge WHERE at < ?').run(before);
      db.prepare<[Instant]>('DELETE FROM compiled_reminder WHERE decided_at < ?').run(before);
      db.prepare<[Instant]>('DELETE FROM snooze WHERE due_at < ?').run(before);
      db.prepare<[Instant]>(
        'DELETE FROM promise WHERE said_at < ? AND id NOT IN (SELECT promise FROM contact WHERE promise IS NOT NULL)',
      ).run(before);
      return db.prepare<[Instant]>(`DELETE FROM outbox WHERE id IN (${old})`).run(before).changes;
    },
    /** Whether a chat of somebody who left still has its address. */
    isUnfinished: (): boolean => hasLeft.get() !== undefined,
    /** Takes the address from the chats whose last answer has gone; how many. The same address is a new chat from then on. */
    finish(now: Instant): number {
      const chats = left.all({ now, since: now - LAST_ANSWER_MS });
      for (const { id } of chats) {
        dropAnswers.run(now, id);
        dropDialog.run(id);
        renameKeys.run(id);
        rename.run(id);
      }
      return chats.length;
    },
  };
}
