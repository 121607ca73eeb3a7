import type { Day, Instant } from '../domain/calendar.ts';
import type { Timeliness } from '../domain/task.ts';
import type { Db } from './database.ts';

/** A deadline that was granted or taken back. */
interface NewDeadline {
  namedDay: Day;
  lastGoodDay: Day;
  cutOffAt: Instant;
  extended: number;
}

/** What coordinators decide about a task beside the state it is in. */
export function createTaskDecisions(db: Db) {
  const setDeadline = db.prepare<NewDeadline & { id: number }>(
    `UPDATE task SET named_day = @namedDay, last_good_day = @lastGoodDay, cut_off_at = @cutOffAt, extended = @extended
     WHERE id = @id`,
  );
  const object = db.prepare<[string | null, number]>('UPDATE task SET objected = ? WHERE id = ?');
  const judge = db.prepare<[Timeliness, number]>(
    'UPDATE task SET timeliness = ? WHERE id = ? AND timeliness IS NOT NULL',
  );
  const unstamp = db.prepare<[number]>('UPDATE task SET timeliness = NULL, first_valid_at = NULL WHERE id = ?');
  const raise = db.prepare<[number]>('UPDATE task SET schedule_version = schedule_version + 1 WHERE id = ?');
  return {
    /** Which fields of a returned report are to be corrected: a JSON list of keys, or null. */
    object(id: number, fields: string | null): void {
      object.run(fields, id);
    },
    setDeadline(id: number, deadline: NewDeadline): void {
      setDeadline.run({ ...deadline, id });
    },
    /** Judges what was received anew, by a deadline that moved; the time of the first valid submission stays. */
    judge(id: number, timeliness: Timeliness): void {
      judge.run(timeliness, id);
    },
    /** Nothing valid was received after all: the one version that stamped it was taken back. */
    unstamp(id: number): void {
      unstamp.run(id);
    },
    /** Another version of its reminders begins. */
    raiseSchedule(id: number): void {
      raise.run(id);
    },
  };
}
