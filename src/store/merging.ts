import { LANE_OF_CHAT } from './chats.ts';
import type { Db } from './database.ts';

interface Pair {
  from: number;
  into: number;
  now: number;
}

/** Makes two people one. What they sent stays under the name it was sent by. */
export function createMerging(db: Db) {
  const moveChats = db.prepare<Pair>('UPDATE chat SET person = @into, linked_at = @now WHERE person = @from');
  const moveRoles = db.prepare<Pair>(
    `INSERT INTO membership (person, role, unit, since)
     SELECT @into, role, unit, @now FROM membership WHERE person = +@from AND until IS NULL ON CONFLICT DO NOTHING`,
  );
  // Who waits twice for one meeting waits once.
  const moveGuests = db.prepare<Pair>('UPDATE OR IGNORE meeting_guest SET person = @into WHERE person = @from');
  const dropGuests = db.prepare<Pair>('DELETE FROM meeting_guest WHERE person = @from');
  const endRoles = db.prepare<Pair>('UPDATE membership SET until = @now WHERE person = +@from AND until IS NULL');
  // What both were to be told, the one who stays is told once.
  const moveReminders = db.prepare<Pair>(
    `UPDATE OR IGNORE reminder SET person = @into
     WHERE outbox IN (SELECT id FROM outbox WHERE state = 'queued' AND person = +@from)`,
  );
  const moveMessages = db.prepare<Pair>(
    `UPDATE outbox SET person = @into WHERE state = 'queued' AND person = +@from AND CASE
       WHEN notice IS NOT NULL THEN NOT EXISTS (SELECT 1 FROM outbox o WHERE o.notice = outbox.notice AND o.person = @into)
       WHEN kind IN ('reminder', 'digest', 'nudge') THEN EXISTS (SELECT 1 FROM reminder r WHERE r.outbox = outbox.id AND r.person = @into)
       ELSE true END`,
  );
  const moveTickets = db.prepare<Pair>('UPDATE ticket SET asker = @into WHERE asker = @from');
  const moveHandOvers = db.prepare<Pair>('UPDATE invitation SET replaces = @into WHERE replaces = @from');
  const moveOwned = db.prepare<Pair>('UPDATE ticket SET owner = @into WHERE owner = @from');
  const movePrintJobs = db.prepare<Pair>('UPDATE print_job SET person = @into WHERE person = +@from');
  const moveUndos = db.prepare<Pair>('UPDATE undo SET person = @into WHERE person = @from AND until > @now');
  const movePromises = db.prepare<Pair>(
    'UPDATE promise SET person = @into WHERE person = +@from AND followed_at IS NULL',
  );
  const moveSnoozes = db.prepare<Pair>(
    'UPDATE OR IGNORE snooze SET person = @into WHERE person = @from AND done_at IS NULL',
  );
  const moveInvited = db.prepare<Pair>('UPDATE invited_substitute SET absent = @into WHERE absent = @from');
  const moveAbsent = db.prepare<Pair>('UPDATE stand_in SET absent = @into WHERE absent = @from');
  const moveSubstitute = db.prepare<Pair>('UPDATE stand_in SET substitute = @into WHERE substitute = @from');
  // Nobody stands in for themselves.
  const endOwnStandIns = db.prepare<Pair>(
    "UPDATE stand_in SET state = 'ended', changed_at = @now WHERE absent = @into AND substitute = @into AND state IN ('proposed', 'agreed', 'running')",
  );
  // The hour that was chosen by the one who stays holds.
  const moveHour = db.prepare<Pair>('UPDATE OR IGNORE own_hour SET person = @into WHERE person = @from');
  const dropHour = db.prepare<Pair>('DELETE FROM own_hour WHERE person = @from');
  const moveReportLinks = db.prepare<Pair>('UPDATE report_link SET person = @into WHERE person = +@from');
  const moveCompiled = db.prepare<Pair>('UPDATE OR IGNORE compiled_reminder SET person = @into WHERE person = @from');
  const dropCompiled = db.prepare<Pair>('DELETE FROM compiled_reminder WHERE person = @from');
  const moveBoardLinks = db.prepare<Pair>('UPDATE board_link SET person = @into WHERE person = +@from');
  const moveBoardSessions = db.prepare<Pair>('UPDATE board_session SET person = @into WHERE person = +@from');
  const moveWaiting = db.prepare<{ from: number; chat: number }>(
    `UPDATE outbox SET chat = @chat, lane = ${LANE_OF_CHAT} WHERE chat = @from AND state = 'queued' AND kind <> 'answer'`,
  );
  const moveAssignments = db.prepare<Pair>(
    "UPDATE OR IGNORE assignment SET person = @into WHERE person = @from AND state IN ('open', 'answered')",
  );
  const moveHandedOut = db.prepare<Pair>('UPDATE assignment SET given_by = @into WHERE given_by = @from');
  const moveReceipts = db.prepare<Pair>('UPDATE OR IGNORE notice_receipt SET person = @into WHERE person = @from');
  const close = db.prepare<Pair>('UPDATE person SET withdrawn_at = @now, merged_into = @into WHERE id = @from');
  return {
    /** What waits to be said of the bot's own accord in one chat is said in another one of the same person. */
    moveWaiting(from: number, to: number): void {
      moveWaiting.run({ from, chat: to });
    },
    /** The chats, roles and waiting messages of `from` become those of `into`; `from` is written to no more. */
    merge(pair: Pair): void {
      const steps = [
        moveChats,
        moveRoles,
        moveGuests,
        dropGuests,
        endRoles,
        moveReminders,
        moveMessages,
        moveTickets,
        moveOwned,
        moveHandOvers,
        movePrintJobs,
        moveUndos,
        movePromises,
        moveSnoozes,
        moveInvited,
        moveAbsent,
        moveSubstitute,
        endOwnStandIns,
        moveHour,
        dropHour,
        moveReportLinks,
        moveCompiled,
        dropCompiled,
        moveBoardLinks,
        moveBoardSessions,
        moveReceipts,
        moveAssignments,
        moveHandedOut,
        close,
      ];
      for (const step of steps) step.run(pair);
    },
  };
}
