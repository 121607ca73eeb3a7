import type { Membership, Role } from '../domain/access.ts';
import type { Db } from './database.ts';

export interface Person {
  id: number;
  name: string;
  createdAt: number;
  consentVersion: string;
  consentAt: number;
  withdrawnAt: number | null;
  preferredChannel: string | null;
  /** Who this person turned out to be. */
  mergedInto: number | null;
  /** When they were last told that the words they agreed to have changed. */
  consentShownAt: number | null;
}

export interface MemberRow {
  person: number;
  name: string;
  role: Role;
  unit: string | null;
  /** Since when they hold it. */
  since: number;
}

/** People who agreed to be known, and the roles they hold. */
export function createPeople(db: Db) {
  const byId = db.prepare<
    [number],
    Person
  >(`SELECT id, name, created_at AS createdAt, consent_version AS consentVersion, consent_at AS consentAt,
       withdrawn_at AS withdrawnAt, preferred_channel AS preferredChannel, merged_into AS mergedInto,
       consent_shown_at AS consentShownAt
     FROM person WHERE id = ?`);
  const insert = db.prepare<[string, number, string, number]>(
    'INSERT INTO person (name, created_at, consent_version, consent_at) VALUES (?, ?, ?, ?)',
  );
  const rename = db.prepare<[string, number]>('UPDATE person SET name = ? WHERE id = ?');
  const prefer = db.prepare<[string, number]>('UPDATE person SET preferred_channel = ? WHERE id = ?');
  const join = db.prepare<[number, Role, string | null, number]>(
    'INSERT INTO membership (person, role, unit, since) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const leave = db.prepare<[number, number, Role, string]>(
    "UPDATE membership SET until = ? WHERE person = ? AND role = ? AND ifnull(unit, '') = ? AND until IS NULL",
  );
  const agree = db.prepare<[string, number, number]>(
    'UPDATE person SET consent_version = ?, consent_at = ?, consent_shown_at = NULL WHERE id = ?',
  );
  const shown = db.prepare<[number, number]>('UPDATE person SET consent_shown_at = ? WHERE id = ?');
  const history = db.prepare<[number], Membership & { since: number; until: number | null }>(
    'SELECT role, unit, since, until FROM membership WHERE person = +? ORDER BY id',
  );
  const memberships = db.prepare<[number], Membership>(
    'SELECT role, unit FROM membership WHERE person = +? AND until IS NULL ORDER BY id',
  );
  const ofUnit = db.prepare<[string], MemberRow>(
    `SELECT m.person, p.name, m.role, m.unit, m.since FROM membership m JOIN person p ON p.id = m.person
     WHERE m.unit = +? AND m.until IS NULL ORDER BY m.role, p.name`,
  );
  const provincial = db.prepare<[], MemberRow>(
    `SELECT m.person, p.name, m.role, m.unit, m.since FROM membership m JOIN person p ON p.id = m.person
     WHERE m.unit IS NULL AND m.until IS NULL ORDER BY m.role, p.name`,
  );
  const members = db.prepare<[], MemberRow>(
    `SELECT m.person, p.name, m.role, m.unit, m.since FROM membership m JOIN person p ON p.id = m.person
     WHERE m.until IS NULL ORDER BY m.unit, m.role, p.name`,
  );
  return {
    find: (id: number): Person | null => byId.get(id) ?? null,
    add(name: string, now: number, consentVersion: string): number {
      return Number(insert.run(name, now, consentVersion, now).lastInsertRowid);
    },
    rename(id: number, name: string): void {
      rename.run(name, id);
    },
    /** The app to write to first. */
    prefer(id: number, channel: string): void {
      prefer.run(channel, id);
    },
    /** Ends one role; false when the person does not hold it. */
    leave: (person: number, role: Role, unit: string | null, now: number): boolean =>
      leave.run(now, person, role, unit ?? '').changes === 1,
    /** Gives a role; holding it already changes nothing. */
    join(person: number, role: Role, unit: string | null, now: number): void {
      join.run(person, role, unit, now);
    },
    /** Agrees to that version of the words. */
    agree(id: number, version: string, now: number): void {
      agree.run(version, now, id);
    },
    /** They were told that the words have changed. */
    noteConsentShown(id: number, now: number): void {
      shown.run(now, id);
    },
    /** Every role they hold or held. */
    history: (person: number) => history.all(person),
    memberships: (person: number): Membership[] => memberships.all(person),
    ofUnit: (unit: string): MemberRow[] => ofUnit.all(unit),
    provincial: (): MemberRow[] => provincial.all(),
    members: (): MemberRow[] => members.all(),
  };
}
