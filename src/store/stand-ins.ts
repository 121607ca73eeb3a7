import type { Day, Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

export type StandInState = 'proposed' | 'agreed' | 'running' | 'declined' | 'ended';

/** Who takes whose place as a unit's liaison, from the first to the last of these days. */
export interface StandIn {
  id: number;
  unit: string;
  absent: number;
  substitute: number;
  from: Day;
  until: Day;
  proposedBy: number;
  proposedAt: Instant;
  state: StandInState;
  granted: number;
}

/** The days for which an invitation lets somebody stand in. */
export type InvitedSubstitute = Pick<StandIn, 'absent' | 'from' | 'until'> & { invitation: number };

export type NewStandIn = Omit<StandIn, 'id' | 'proposedAt' | 'state' | 'granted'> & { at: Instant };

const COLUMNS =
  'id, unit, absent, substitute, from_on AS "from", until_on AS until, proposed_by AS proposedBy, proposed_at AS proposedAt, state, granted';
const LIVE = "state IN ('proposed', 'agreed', 'running')";

/** People who stand in for others. */
export function createStandIns(db: Db) {
  const insert = db.prepare<NewStandIn>(
    `INSERT INTO stand_in (unit, absent, substitute, from_on, until_on, proposed_by, proposed_at, changed_at)
     VALUES (@unit, @absent, @substitute, @from, @until, @proposedBy, @at, @at)`,
  );
  const byId = db.prepare<[number], StandIn>(`SELECT ${COLUMNS} FROM stand_in WHERE id = ?`);
  const live = db.prepare<[], StandIn>(`SELECT ${COLUMNS} FROM stand_in WHERE ${LIVE} ORDER BY from_on, id`);
  const ofUnit = db.prepare<[string], StandIn>(
    `SELECT ${COLUMNS} FROM stand_in WHERE unit = ? AND ${LIVE} ORDER BY from_on, id`,
  );
  const ofPerson = db.prepare<{ person: number }, StandIn>(
    `SELECT ${COLUMNS} FROM stand_in WHERE absent = @person OR substitute = @person ORDER BY id`,
  );
  const move = db.prepare<[StandInState, number, Instant, number]>(
    `UPDATE stand_in SET state = ?, granted = ?, changed_at = ? WHERE id = ? AND ${LIVE}`,
  );
  const insertInvited = db.prepare<InvitedSubstitute>(
    'INSERT INTO invited_substitute (invitation, absent, from_on, until_on) VALUES (@invitation, @absent, @from, @until)',
  );
  const invited = db.prepare<[number], InvitedSubstitute>(
    'SELECT invitation, absent, from_on AS "from", until_on AS until FROM invited_substitute WHERE invitation = ?',
  );
  const forget = db.prepare<[Instant]>(`DELETE FROM stand_in WHERE changed_at < ? AND NOT (${LIVE})`);
  return {
    add: (standIn: NewStandIn): number => Number(insert.run(standIn).lastInsertRowid),
    addInvited: (one: InvitedSubstitute): void => void insertInvited.run(one),
    /** What whoever joins by that invitation is to stand in for; null: for nobody. */
    invitedBy: (invitation: number): InvitedSubstitute | null => invited.get(invitation) ?? null,
    find: (id: number): StandIn | null => byId.get(id) ?? null,
    /** Those that wait for an answer, for their first day, or run. */
    live: (): StandIn[] => live.all(),
    liveOf: (unit: string): StandIn[] => ofUnit.all(unit),
    /** Those in which the person stood in, or somebody for them; the ones that are over too. */
    ofPerson: (person: number): StandIn[] => ofPerson.all({ person }),
    /** False when it is over already. */
    move: (id: number, state: StandInState, granted: number, now: Instant): boolean =>
      move.run(state, granted, now, id).changes === 1,
    forgetBefore: (instant: Instant): number => forget.run(instant).changes,
  };
}
