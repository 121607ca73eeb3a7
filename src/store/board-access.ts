import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

export type BoardLinkKind = 'enter' | 'view';

interface NewAccess {
  person: number;
  chat: number;
  expiresAt: Instant;
}

/** A link or a session as it is found: with whom its chat leads to now. */
export interface FoundAccess extends NewAccess {
  id: number;
  begunAt: Instant;
  endedAt: Instant | null;
  chatPerson: number | null;
}

/** Who may see the board: links that lead there, and browsers that are signed in. Known by the hash of their token only. */
export function createBoardAccess(db: Db) {
  const addLink = db.prepare<NewAccess & { hash: string; kind: BoardLinkKind; now: Instant }>(
    `INSERT INTO board_link (token_hash, kind, person, chat, made_at, expires_at)
     VALUES (@hash, @kind, @person, @chat, @now, @expiresAt)`,
  );
  const addSession = db.prepare<NewAccess & { hash: string; now: Instant }>(
    `INSERT INTO board_session (token_hash, person, chat, begun_at, expires_at)
     VALUES (@hash, @person, @chat, @now, @expiresAt)`,
  );
  const link = (where: string) => `SELECT a.id, a.person, a.chat, a.made_at AS begunAt, a.expires_at AS expiresAt,
      a.ended_at AS endedAt, c.person AS chatPerson
    FROM board_link a JOIN chat c ON c.id = a.chat WHERE a.kind = @kind AND ${where}`;
  const session = (where: string) => `SELECT a.id, a.person, a.chat, a.begun_at AS begunAt, a.expires_at AS expiresAt,
      a.ended_at AS endedAt, c.person AS chatPerson
    FROM board_session a JOIN chat c ON c.id = a.chat WHERE ${where}`;
  const findLink = db.prepare<{ kind: BoardLinkKind; hash: string }, FoundAccess>(link('a.token_hash = @hash'));
  const openLinks = db.prepare<{ kind: BoardLinkKind; now: Instant }, FoundAccess>(
    `${link('a.ended_at IS NULL AND a.expires_at > @now')} ORDER BY a.id`,
  );
  const findSession = db.prepare<[string], FoundAccess>(session('a.token_hash = ?'));
  const openSessions = db.prepare<{ person: number; now: Instant }, FoundAccess>(
    `${session('a.person = @person AND a.ended_at IS NULL AND a.expires_at > @now')} ORDER BY a.id`,
  );
  const endLink = db.prepare<[Instant, number]>('UPDATE board_link SET ended_at = ? WHERE id = ? AND ended_at IS NULL');
  const endEnterLinks = db.prepare<[Instant, number]>(
    "UPDATE board_link SET ended_at = ? WHERE person = ? AND kind = 'enter' AND ended_at IS NULL",
  );
  const endSession = db.prepare<[Instant, number]>(
    'UPDATE board_session SET ended_at = ? WHERE id = ? AND ended_at IS NULL',
  );
  return {
    addLink(hash: string, kind: BoardLinkKind, access: NewAccess, now: Instant): void {
      addLink.run({ ...access, hash, kind, now });
    },
    findLink: (hash: string, kind: BoardLinkKind): FoundAccess | null => findLink.get({ hash, kind }) ?? null,
    /** Those that still lead somewhere, the oldest first, whoever asked for them. */
    openLinks: (kind: BoardLinkKind, now: Instant): FoundAccess[] => openLinks.all({ kind, now }),
    /** False when it had ended before. */
    endLink: (id: number, now: Instant): boolean => endLink.run(now, id).changes === 1,
    /** Whatever was to let that person in and was not used. */
    endEnterLinks(person: number, now: Instant): void {
      endEnterLinks.run(now, person);
    },
    addSession(hash: string, access: NewAccess, now: Instant): void {
      addSession.run({ ...access, hash, now });
    },
    findSession: (hash: string): FoundAccess | null => findSession.get(hash) ?? null,
    /** That person's, the oldest first. */
    openSessions: (person: number, now: Instant): FoundAccess[] => openSessions.all({ person, now }),
    endSession: (id: number, now: Instant): boolean => endSession.run(now, id).changes === 1,
    /** Forgets what ended or ran out before then; how many. */
    forgetBefore(instant: Instant): number {
      return ['board_link', 'board_session']
        .map((table) => db.prepare<[Instant]>(`DELETE FROM ${table} WHERE expires_at < ?`).run(instant).changes)
        .reduce((sum, changes) => sum + changes, 0);
    },
  };
}
