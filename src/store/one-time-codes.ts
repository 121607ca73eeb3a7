import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

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
  const addLink = db.prepare<[string, number, Instant]>(
    'INSERT INTO link_code (code_hash, person, expires_at) VALUES (?, ?, ?)',
  );
  const findLink = db.prepare<[string], { person: number; expiresAt: Instant }>(
    'SELECT person, expires_at AS expiresAt FROM link_code WHERE code_hash = ?',
  );
  const takeLink = db.prepare<[string], { person: number; expiresAt: Instant }>(
    'DELETE FROM link_code WHERE code_hash = ? RETURNING person, expires_at AS expiresAt',
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
    addLink(hash: string, person: number, expiresAt: Instant): void {
      addLink.run(hash, person, expiresAt);
    },
    /** Whose link code that is; null when there is none such or its time is over. */
    findLink(hash: string, now: Instant): number | null {
      const row = findLink.get(hash);
      return row === undefined || row.expiresAt <= now ? null : row.person;
    },
    /** Uses a link code up; null when there is none such or its time is over. */
    takeLink(hash: string, now: Instant): number | null {
      const row = takeLink.get(hash);
      return row === undefined || row.expiresAt <= now ? null : row.person;
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
