import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

export interface ReportLink {
  person: number;
  chat: number;
  task: number;
  expiresAt: Instant;
}

/** A link as it is found: with whom its chat leads to now. */
export interface FoundReportLink extends ReportLink {
  usedAt: Instant | null;
  chatPerson: number | null;
}

/** Which try of which message carries a link. */
export interface Carrier {
  outbox: number;
  attempt: number;
}

/** Addresses at which one person fills in one report. Known by the hash of their token only. */
export function createReportLinks(db: Db) {
  const dropUntried = db.prepare<[number, number, number, number]>(
    'DELETE FROM report_link WHERE outbox = ? AND chat = ? AND attempt = ? AND task = ?',
  );
  const insert = db.prepare<ReportLink & { hash: string; outbox: number | null; attempt: number | null }>(
    `INSERT INTO report_link (token_hash, person, chat, task, expires_at, outbox, attempt)
     VALUES (@hash, @person, @chat, @task, @expiresAt, @outbox, @attempt)`,
  );
  const find = db.prepare<[string], FoundReportLink>(
    `SELECT r.person, r.chat, r.task, r.expires_at AS expiresAt, r.used_at AS usedAt, c.person AS chatPerson
     FROM report_link r JOIN chat c ON c.id = r.chat WHERE r.token_hash = ?`,
  );
  const useAll = db.prepare<[Instant, number, number]>(
    'UPDATE report_link SET used_at = ? WHERE person = ? AND task = ? AND used_at IS NULL',
  );
  const forget = db.prepare<[Instant]>('DELETE FROM report_link WHERE expires_at < ?');
  return {
    /** Makes an address; one made for the same try of the same message before was never sent, and ends. */
    add(hash: string, link: ReportLink, carrier: Carrier | null): void {
      if (carrier !== null) dropUntried.run(carrier.outbox, link.chat, carrier.attempt, link.task);
      insert.run({ ...link, hash, outbox: carrier?.outbox ?? null, attempt: carrier?.attempt ?? null });
    },
    find: (hash: string): FoundReportLink | null => find.get(hash) ?? null,
    /** The person handed in that report: their pages for it are used up. */
    useAll(person: number, task: number, now: Instant): void {
      useAll.run(now, person, task);
    },
    forgetBefore: (instant: Instant): number => forget.run(instant).changes,
  };
}
