import type { OutgoingFile } from '../channels/channel.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';
import { columnsOf, type FileColumns, fileIn } from './stored-files.ts';

export interface Notice {
  id: number;
  author: number;
  /** Whom it is for, as JSON. */
  audience: string;
  text: string;
  createdAt: Instant;
  file: OutgoingFile | null;
  /** When it is to go out; null: when it was written. */
  sendAt: Instant | null;
  /** Null: it waits, or was taken back before. */
  sentAt: Instant | null;
  wantsReceipt: boolean;
  stoppedAt: Instant | null;
  /** When its author was told how it ended. */
  summedUpAt: Instant | null;
}

export type NewNotice = Pick<Notice, 'author' | 'audience' | 'text' | 'createdAt' | 'file' | 'sendAt' | 'wantsReceipt'>;

interface Row extends Omit<Notice, 'file' | 'wantsReceipt'>, FileColumns {
  wantsReceipt: number;
}

const SELECT = `SELECT n.id, n.author, n.audience, n.text, n.created_at AS createdAt, n.send_at AS sendAt, n.sent_at AS sentAt,
    n.wants_receipt AS wantsReceipt, n.stopped_at AS stoppedAt, n.summed_up_at AS summedUpAt, n.file AS fileId,
    n.file_name AS fileName, n.media_type AS mediaType, f.size
  FROM notice n LEFT JOIN stored_file f ON f.id = n.file`;

/** Broadcasts of the coordinators. */
export function createNotices(db: Db) {
  const insert = db.prepare<Omit<Row, 'id' | 'size' | 'sentAt' | 'stoppedAt' | 'summedUpAt'>>(
    `INSERT INTO notice (author, audience, text, created_at, file, file_name, media_type, send_at, wants_receipt)
     VALUES (@author, @audience, @text, @createdAt, @fileId, @fileName, @mediaType, @sendAt, @wantsReceipt)`,
  );
  const newest = db.prepare<[number], Row>(`${SELECT} ORDER BY n.id DESC LIMIT +?`);
  const find = db.prepare<[number], Row>(`${SELECT} WHERE n.id = ?`);
  const since = db.prepare<[Instant], Row>(`${SELECT} WHERE n.created_at >= ? AND n.stopped_at IS NULL ORDER BY n.id`);
  const waiting = db.prepare<[Instant], Row>(
    `${SELECT} WHERE n.send_at <= ? AND n.sent_at IS NULL AND n.stopped_at IS NULL ORDER BY n.send_at`,
  );
  const next = db.prepare<[Instant], { at: Instant | null }>(
    'SELECT MIN(send_at) AS at FROM notice WHERE send_at > ? AND sent_at IS NULL AND stopped_at IS NULL',
  );
  const onTheWay = db.prepare<[], Row>(
    `${SELECT} WHERE n.sent_at IS NOT NULL AND n.summed_up_at IS NULL ORDER BY n.id`,
  );
  const markSent = db.prepare<[Instant, number]>(
    'UPDATE notice SET sent_at = ?, summed_up_at = NULL WHERE id = ? AND stopped_at IS NULL',
  );
  const stop = db.prepare<[Instant, number]>('UPDATE notice SET stopped_at = ? WHERE id = ? AND stopped_at IS NULL');
  const clearQueued = db.prepare<[Instant, number]>(
    `UPDATE outbox SET state = 'cleared', settled_at = ?, day = NULL, content = NULL, file = NULL
     WHERE notice = ? AND state = 'queued'`,
  );
  const sumUp = db.prepare<[Instant, number]>('UPDATE notice SET summed_up_at = ? WHERE id = ?');
  const receive = db.prepare<[number, number, Instant]>(
    'INSERT INTO notice_receipt (notice, person, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const receivers = db.prepare<[number], { person: number }>('SELECT person FROM notice_receipt WHERE notice = ?');
  return {
    add: ({ file, wantsReceipt, ...notice }: NewNotice): number =>
      Number(insert.run({ ...notice, ...columnsOf(file), wantsReceipt: wantsReceipt ? 1 : 0 }).lastInsertRowid),
    /** The newest first. */
    newest: (limit: number): Notice[] => newest.all(limit).map(toNotice),
    find(id: number): Notice | null {
      const row = find.get(id);
      return row === undefined ? null : toNotice(row);
    },
    /** Those written since then and not taken back. */
    since: (instant: Instant): Notice[] => since.all(instant).map(toNotice),
    /** Those whose time to go out has come. */
    due: (now: Instant): Notice[] => waiting.all(now).map(toNotice),
    /** When the next one after that moment is to go out. */
    nextAfter: (now: Instant): Instant | null => next.get(now)?.at ?? null,
    /** Those that went out, and whose authors were not told how it ended. */
    onTheWay: (): Notice[] => onTheWay.all().map(toNotice),
    markSent(id: number, now: Instant): void {
      markSent.run(now, id);
    },
    /** False when it was stopped before. */
    stop: (id: number, now: Instant): boolean => stop.run(now, id).changes === 1,
    /** Takes back what has not gone out of it; how many messages. */
    clearQueued: (id: number, now: Instant): number => clearQueued.run(now, id).changes,
    sumUp(id: number, now: Instant): void {
      sumUp.run(now, id);
    },
    /** Notes that the person has it; false when they had said so. */
    receive: (id: number, person: number, now: Instant): boolean => receive.run(id, person, now).changes === 1,
    /** Who said that they have it. */
    receivers: (id: number): number[] => receivers.all(id).map(({ person }) => person),
    /** Forgets those of which no message is left. */
    forgetBefore(instant: Instant): number {
      const old = `SELECT n.id FROM notice n WHERE n.created_at < ? AND (n.sent_at IS NOT NULL OR n.stopped_at IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.notice = n.id)`;
      db.prepare<[Instant]>(`DELETE FROM notice_receipt WHERE notice IN (${old})`).run(instant);
      return db.prepare<[Instant]>(`DELETE FROM notice WHERE id IN (${old})`).run(instant).changes;
    },
  };
}

function toNotice({ fileId, fileName, mediaType, size, wantsReceipt, ...row }: Row): Notice {
  return { ...row, file: fileIn({ fileId, fileName, mediaType, size }), wantsReceipt: wantsReceipt === 1 };
}
