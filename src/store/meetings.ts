import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

export interface Meeting {
  id: number;
  /** Null once it is over. */
  code: string | null;
  openedAt: Instant;
  expiresAt: Instant;
}

export interface Guest {
  meeting: number;
  person: number;
  name: string;
  /** Coordinators name them by it. */
  number: number;
  unit: string | null;
  chosenAt: Instant | null;
  confirmedAt: Instant | null;
}

const MEETING = 'SELECT id, code, opened_at AS openedAt, expires_at AS expiresAt FROM meeting';
const GUEST = `SELECT g.meeting, g.person, p.name, g.number, g.unit, g.chosen_at AS chosenAt, g.confirmed_at AS confirmedAt
  FROM meeting_guest g JOIN person p ON p.id = g.person`;

/** Meetings at which people join together, and who came in by their codes. */
export function createMeetings(db: Db) {
  const insert = db.prepare<[string, Instant, number | null, Instant]>(
    'INSERT INTO meeting (code, opened_at, opened_by, expires_at) VALUES (?, ?, ?, ?)',
  );
  const byCode = db.prepare<[string, Instant], Meeting>(`${MEETING} WHERE code = ? AND expires_at > ?`);
  const newest = db.prepare<[Instant], Meeting>(
    `${MEETING} WHERE code IS NOT NULL AND expires_at > ? ORDER BY id DESC LIMIT 1`,
  );
  const close = db.prepare<[Instant, number]>(
    'UPDATE meeting SET code = NULL, expires_at = ? WHERE id = ? AND code IS NOT NULL',
  );
  const forgetCodes = db.prepare<[Instant]>(
    'UPDATE meeting SET code = NULL WHERE code IS NOT NULL AND expires_at <= ?',
  );
  const enter = db.prepare<[number, number]>(
    `INSERT INTO meeting_guest (meeting, person, number)
     VALUES (?, ?, (SELECT coalesce(max(number), 0) + 1 FROM meeting_guest WHERE confirmed_at IS NULL))`,
  );
  const find = db.prepare<[number, number], Guest>(`${GUEST} WHERE g.meeting = ? AND g.person = ?`);
  const unconfirmed = db.prepare<[number], Guest>(
    `${GUEST} WHERE g.person = ? AND g.confirmed_at IS NULL ORDER BY g.meeting DESC LIMIT 1`,
  );
  const waiting = db.prepare<[], Guest>(`${GUEST} WHERE g.confirmed_at IS NULL ORDER BY g.number`);
  const choose = db.prepare<[string, Instant, number, number]>(
    'UPDATE meeting_guest SET unit = ?, chosen_at = ? WHERE meeting = ? AND person = ? AND confirmed_at IS NULL',
  );
  const confirm = db.prepare<[Instant, number, number]>(
    'UPDATE meeting_guest SET confirmed_at = ? WHERE meeting = ? AND person = ? AND confirmed_at IS NULL',
  );
  const strike = db.prepare<[number, number]>(
    'DELETE FROM meeting_guest WHERE meeting = ? AND person = ? AND confirmed_at IS NULL',
  );
  return {
    open(code: string, now: Instant, by: number | null, expiresAt: Instant): number {
      return Number(insert.run(code, now, by, expiresAt).lastInsertRowid);
    },
    /** The meeting that code opens now. */
    findByCode: (code: string, now: Instant): Meeting | null => byCode.get(code, now) ?? null,
    /** The one that was opened last and whose code still works. */
    current: (now: Instant): Meeting | null => newest.get(now) ?? null,
    /** Its code works no more; false when it did not before. */
    close: (id: number, now: Instant): boolean => close.run(now, id).changes === 1,
    /** Codes whose time is over are of no use to anybody. */
    forgetCodes: (now: Instant): number => forgetCodes.run(now).changes,
    findGuest: (meeting: number, person: number): Guest | null => find.get(meeting, person) ?? null,
    /** Where the person waits to be confirmed. */
    waitingFor: (person: number): Guest | null => unconfirmed.get(person) ?? null,
    /** Everybody of every meeting who is not confirmed, whether they have chosen a unit or not. */
    unconfirmed: (): Guest[] => waiting.all(),
    /** Lets a person in, with the next number among those who wait. */
    enter(meeting: number, person: number): void {
      enter.run(meeting, person);
    },
    /** Chooses or changes the unit; false once it is confirmed. */
    choose: (meeting: number, person: number, unit: string, now: Instant): boolean =>
      choose.run(unit, now, meeting, person).changes === 1,
    /** False when somebody was faster. */
    confirm: (meeting: number, person: number, now: Instant): boolean =>
      confirm.run(now, meeting, person).changes === 1,
    /** Strikes out who is not confirmed; false when there is nobody such. */
    strike: (meeting: number, person: number): boolean => strike.run(meeting, person).changes === 1,
  };
}
