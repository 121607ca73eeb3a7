import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

/** Who made a link code, and in which of their chats. */
export interface LinkCode {
  person: number;
  chat: number;
}

export interface UploadLink {
  chat: number;
  /** Null: made before links belonged to somebody. */
  person: number | null;
  task: number | null;
  expiresAt: Instant;
  usedAt: Instant | null;
}

/** Codes that work once: to add another app, or to open an upload page. Known by their hash only. */
export function createOneTimeCodes(db: Db) {
  const addLink = db.prepare<[string, number, number, Instant]>(
    'INSERT INTO link_code (code_hash, person, chat, expires_at) VALUES (?, ?, ?, ?)',
  );
  const findLink = db.prepare<[string], LinkCode & { expiresAt: Instant }>(
    'SELECT person, chat, expires_at AS expiresAt FROM link_code WHERE code_hash = ?',
  );
  const takeLink = db.prepare<[string], { expiresAt: Instant }>(
    'DELETE FROM link_code WHERE code_hash = ? RETURNING expires_at AS expiresAt',
  );
  const addUpload = db.prepare<[string, number, number, number, Instant]>(
    'INSERT INTO upload_link (token_hash, chat, person, task, expires_at) VALUES (?, ?, ?, ?, ?)',
  );
  const findUpload = db.prepare<[string], UploadLink>(
    'SELECT chat, person, task, expires_at AS expiresAt, used_at AS usedAt FROM upload_link WHERE token_hash = ?',
  );
  const useUpload = db.prepare<[Instant, string]>(
    'UPDATE upload_link SET used_at = ? WHERE token_hash = ? AND used_at IS NULL',
  );
  const forget = db.prepare<[Instant]>('DELETE FROM upload_link WHERE expires_at < ?');
  const forgetLinks = db.prepare<[Instant]>('DELETE FROM link_code WHERE expires_at < ?');
  return {
    addLink(hash: string, { person, chat }: LinkCode, expiresAt: Instant): void {
      addLink.run(hash, person, chat, expiresAt);
    },
    /** Whose link code that is, and where it was made; null when there is none such or its time is over. */
    findLink(hash: string, now: Instant): (LinkCode & { expiresAt: Instant }) | null {
      const row = findLink.get(hash);
      return row === undefined || row.expiresAt <= now ? null : row;
    },
    /** Uses a link code up; false when there is none such or its time is over. */
    takeLink(hash: string, now: Instant): boolean {
      const row = takeLink.get(hash);
      return row !== undefined && row.expiresAt > now;
    },
    addUpload(hash: string, owner: { chat: number; person: number; task: number }, expiresAt: Instant): void {
      addUpload.run(hash, owner.chat, owner.person, owner.task, expiresAt);
    },
    findUpload: (hash: string): UploadLink | null => findUpload.get(hash) ?? null,
    /** Uses an upload link up; false when somebody was faster. */
    useUpload: (hash: string, now: Instant): boolean => useUpload.run(now, hash).changes === 1,
    forgetBefore: (instant: Instant): number => forget.run(instant).changes + forgetLinks.run(instant).changes,
  };
}
