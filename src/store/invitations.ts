import type { Role } from '../domain/access.ts';
import type { Db } from './database.ts';

export interface Invitation {
  id: number;
  role: Role;
  unit: string | null;
  usesLeft: number;
  expiresAt: number;
  createdAt: number;
  /** Who gave it out; null = the operator, in the shell. */
  createdBy: number | null;
  revokedAt: number | null;
  /** Whose place as the unit's liaison is taken by whoever joins; null = nobody's. */
  replaces: number | null;
}

const COLUMNS = `id, role, unit, uses_left AS usesLeft, expires_at AS expiresAt, created_at AS createdAt,
  created_by AS createdBy, revoked_at AS revokedAt, replaces`;

/** Codes to join with, known here by their hash only. */
export function createInvitations(db: Db) {
  const insert = db.prepare<[string, Role, string | null, number, number, number, number | null]>(
    `INSERT INTO invitation (code_hash, role, unit, uses_left, expires_at, created_at, created_by)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const byHash = db.prepare<[string], Invitation>(`SELECT ${COLUMNS} FROM invitation WHERE code_hash = ?`);
  const byId = db.prepare<[number], Invitation>(`SELECT ${COLUMNS} FROM invitation WHERE id = ?`);
  const latest = db.prepare<[], Invitation>(`SELECT ${COLUMNS} FROM invitation ORDER BY id DESC LIMIT 1`);
  const use = db.prepare<[number]>('UPDATE invitation SET uses_left = uses_left - 1 WHERE id = ?');
  const open = db.prepare<[number], Invitation>(
    `SELECT ${COLUMNS} FROM invitation WHERE uses_left > 0 AND revoked_at IS NULL AND expires_at > ? ORDER BY id`,
  );
  const setReplaces = db.prepare<[number, number]>('UPDATE invitation SET replaces = ? WHERE id = ?');
  const revoke = db.prepare<[number, number]>(
    'UPDATE invitation SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL AND uses_left > 0',
  );
  return {
    add(
      hash: string,
      role: Role,
      unit: string | null,
      uses: number,
      expiresAt: number,
      now: number,
      by: number | null,
    ): void {
      insert.run(hash, role, unit, uses, expiresAt, now, by);
    },
    findByHash: (hash: string): Invitation | null => byHash.get(hash) ?? null,
    find: (id: number): Invitation | null => byId.get(id) ?? null,
    findLatest: (): Invitation | null => latest.get() ?? null,
    /** It hands somebody's place over. */
    replace(id: number, person: number): void {
      setReplaces.run(person, id);
    },
    use(id: number): void {
      use.run(id);
    },
    /** Those that still let somebody in, oldest first. */
    open: (now: number): Invitation[] => open.all(now),
    /** Takes one back; false when it was not open any more. */
    revoke: (id: number, now: number): boolean => revoke.run(now, id).changes === 1,
  };
}
