import type { Instant } from '../domain/calendar.ts';
import type { FileSum } from '../domain/file-quota.ts';
import type { Db } from './database.ts';

export interface NewAttachment {
  inbound: number | null;
  chat: number;
  name: string;
  mediaType: string;
  /** The stored bytes. */
  file: number;
  receivedAt: Instant;
}

export interface AttachmentInfo {
  id: number;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  /** The stored bytes. */
  file: number;
}

const SUM = 'SELECT count(*) AS files, ifnull(sum(size), 0) AS bytes FROM stored_file';
const INFO = 'a.id, a.name, a.media_type AS mediaType, a.file, f.size, f.sha256';
const WITH_FILE = 'attachment a JOIN stored_file f ON f.id = a.file';

/** Files units sent. Loose ones (no submission) wait for the report they belong to. */
export function createAttachments(db: Db) {
  const insert = db.prepare<NewAttachment>(
    `INSERT INTO attachment (inbound, chat, name, media_type, file, received_at)
     VALUES (@inbound, @chat, @name, @mediaType, @file, @receivedAt)`,
  );
  const ofInbound = db.prepare<[number], AttachmentInfo>(
    `SELECT ${INFO} FROM ${WITH_FILE} WHERE a.inbound = +? ORDER BY a.id`,
  );
  const find = db.prepare<[number], AttachmentInfo>(`SELECT ${INFO} FROM ${WITH_FILE} WHERE a.id = ?`);
  const loose = db.prepare<[number, number], AttachmentInfo>(
    `SELECT ${INFO} FROM ${WITH_FILE} WHERE a.id = ? AND a.chat = ? AND a.submission IS NULL`,
  );
  const attach = db.prepare<[number, number]>(
    'UPDATE attachment SET submission = ? WHERE id = ? AND submission IS NULL',
  );
  const ofTask = db.prepare<[number], AttachmentInfo & { version: number }>(
    `SELECT ${INFO}, s.version FROM submission s JOIN attachment a ON a.submission = s.id JOIN stored_file f ON f.id = a.file
     WHERE s.task = ? ORDER BY s.version, a.id`,
  );
  const dropLoose = db.prepare<[Instant]>('DELETE FROM attachment WHERE submission IS NULL AND received_at < ?');
  const withReport = db.prepare<{ task: number; person: number; inHand: string; since: Instant }, FileSum>(
    `${SUM} WHERE id IN (
       SELECT a.file FROM submission s JOIN attachment a ON a.submission = s.id WHERE s.task = @task AND s.person = @person
       UNION SELECT a.file FROM chat c JOIN attachment a ON a.chat = c.id
       WHERE c.person = @person AND a.submission IS NULL
         AND (a.received_at >= @since OR a.id IN (SELECT value FROM json_each(@inHand))))`,
  );
  const since = db.prepare<[number, Instant], FileSum>(
    `${SUM} WHERE id IN (
       SELECT a.file FROM chat c JOIN attachment a ON a.chat = c.id WHERE c.person = ? AND a.received_at >= ?)`,
  );
  const sum = (row: FileSum | undefined): FileSum => row ?? { files: 0, bytes: 0 };
  return {
    /** A person's files with a report, in all its versions, those in hand for it, and loose ones since then, which may be on their way to it. */
    withReport: (task: number, person: number, inHand: readonly number[], since: Instant): FileSum =>
      sum(withReport.get({ task, person, inHand: JSON.stringify(inHand), since })),
    /** All of a person's files since then. */
    since: (person: number, instant: Instant): FileSum => sum(since.get(person, instant)),
    add: (attachment: NewAttachment): number => Number(insert.run(attachment).lastInsertRowid),
    ofInbound: (inbound: number): AttachmentInfo[] => ofInbound.all(inbound),
    find: (id: number): AttachmentInfo | null => find.get(id) ?? null,
    /** One that was sent into that chat and belongs to no report. */
    looseIn: (chat: number, id: number): AttachmentInfo | null => loose.get(id, chat) ?? null,
    attach(id: number, submission: number): void {
      attach.run(submission, id);
    },
    /** The files of a report: of all its versions, since a correction takes nothing back. `version`: which one each came with. */
    ofTask: (task: number): (AttachmentInfo & { version: number })[] => ofTask.all(task),
    /** Forgets files whose report was never confirmed. */
    dropLooseBefore: (instant: Instant): number => dropLoose.run(instant).changes,
  };
}
