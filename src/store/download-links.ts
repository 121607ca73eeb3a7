import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

export interface DownloadLink {
  kind: 'page' | 'picture';
  file: number;
  name: string;
  mediaType: string;
  outbox: number;
  chat: number;
  attempt: number;
  expiresAt: Instant;
}

/** A link as it is found: with whom its message was for, and whom the chat leads to now. */
export interface FoundLink extends DownloadLink {
  size: number;
  takenAt: Instant | null;
  person: number | null;
  chatPerson: number | null;
}

/** Addresses at which stored files are fetched. Known by the hash of their token only. */
export function createDownloadLinks(db: Db) {
  const dropUntried = db.prepare<[number, number, number]>(
    'DELETE FROM download_link WHERE outbox = ? AND chat = ? AND attempt = ?',
  );
  const insert = db.prepare<DownloadLink & { hash: string }>(
    `INSERT INTO download_link (token_hash, kind, file, name, media_type, outbox, chat, attempt, expires_at)
     VALUES (@hash, @kind, @file, @name, @mediaType, @outbox, @chat, @attempt, @expiresAt)`,
  );
  const find = db.prepare<[string], FoundLink>(
    `SELECT d.kind, d.file, d.name, d.media_type AS mediaType, d.outbox, d.chat, d.attempt, d.expires_at AS expiresAt,
       d.taken_at AS takenAt, f.size, o.person, c.person AS chatPerson
     FROM download_link d JOIN stored_file f ON f.id = d.file JOIN outbox o ON o.id = d.outbox JOIN chat c ON c.id = d.chat
     WHERE d.token_hash = ?`,
  );
  const take = db.prepare<[Instant, string]>(
    'UPDATE download_link SET taken_at = ? WHERE token_hash = ? AND taken_at IS NULL',
  );
  const forget = db.prepare<[Instant]>('DELETE FROM download_link WHERE expires_at < ?');
  return {
    /** Makes an address for this try of a message; one made for the same try before was never sent, and ends. */
    add(hash: string, link: DownloadLink): void {
      dropUntried.run(link.outbox, link.chat, link.attempt);
      insert.run({ ...link, hash });
    },
    find: (hash: string): FoundLink | null => find.get(hash) ?? null,
    take(hash: string, now: Instant): void {
      take.run(now, hash);
    },
    forgetBefore: (instant: Instant): number => forget.run(instant).changes,
  };
}
