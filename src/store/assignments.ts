import type { Day, Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

export type AssignmentState = 'open' | 'answered' | 'taken_back' | 'cleared';

/** A report or a part of it in the hands of a colleague. */
export interface Assignment {
  id: number;
  task: number;
  unit: string;
  person: number;
  /** Their names; empty once they withdrew. */
  name: string;
  givenBy: number;
  giver: string;
  /** What is wanted, in the giver's words; empty: the whole report. */
  part: string;
  dueOn: Day;
  remindAt: Instant | null;
  state: AssignmentState;
  changedAt: Instant;
  answer: string;
  /** Ids of attachments. */
  files: readonly number[];
}

export type NewAssignment = Pick<Assignment, 'task' | 'person' | 'givenBy' | 'part' | 'dueOn' | 'remindAt'> & {
  now: Instant;
};

type Row = Omit<Assignment, 'files'> & { files: string };

const SELECT = `SELECT a.id, a.task, t.unit, a.person, p.name, a.given_by AS givenBy, g.name AS giver, a.part,
    a.due_on AS dueOn, a.remind_at AS remindAt, a.state, a.changed_at AS changedAt, a.answer, a.files
  FROM assignment a JOIN task t ON t.id = a.task JOIN person p ON p.id = a.person JOIN person g ON g.id = a.given_by`;

/** What was handed to colleagues, and what they sent back. */
export function createAssignments(db: Db) {
  const insert = db.prepare<NewAssignment>(
    `INSERT INTO assignment (task, person, given_by, part, due_on, remind_at, given_at, changed_at)
     VALUES (@task, @person, @givenBy, @part, @dueOn, @remindAt, @now, @now) ON CONFLICT DO NOTHING`,
  );
  const find = db.prepare<[number], Row>(`${SELECT} WHERE a.id = ?`);
  const ofTask = db.prepare<[number], Row>(
    `${SELECT} WHERE a.task = +? AND a.state IN ('open', 'answered') ORDER BY a.id`,
  );
  const ofPerson = db.prepare<[number], Row>(
    `${SELECT} WHERE a.person = +? AND a.state = 'open' ORDER BY a.due_on, a.id`,
  );
  const due = db.prepare<[Instant], Row>(`${SELECT} WHERE a.remind_at <= ? ORDER BY a.id LIMIT 500`);
  const next = db.prepare<[Instant], { at: Instant | null }>(
    'SELECT min(remind_at) AS at FROM assignment WHERE remind_at > ?',
  );
  const reminded = db.prepare<[number]>('UPDATE assignment SET remind_at = NULL WHERE id = ?');
  const settle = db.prepare<[AssignmentState, Instant, number]>(
    `UPDATE assignment SET state = ?, changed_at = ?, remind_at = NULL WHERE id = ? AND state IN ('open', 'answered')`,
  );
  const answer = db.prepare<[string, string, Instant, number]>(
    `UPDATE assignment SET state = 'answered', answer = ?, files = ?, changed_at = ?, remind_at = NULL
     WHERE id = ? AND state IN ('open', 'answered')`,
  );
  const forget = db.prepare<[Instant]>('DELETE FROM assignment WHERE given_at < ?');
  return {
    /** Its id; null when exactly this waits for that person already. */
    add(assignment: NewAssignment): number | null {
      const result = insert.run(assignment);
      return result.changes === 1 ? Number(result.lastInsertRowid) : null;
    },
    find(id: number): Assignment | null {
      const row = find.get(id);
      return row === undefined ? null : toAssignment(row);
    },
    /** Those of one task that wait or were answered. */
    ofTask: (task: number): Assignment[] => ofTask.all(task).map(toAssignment),
    /** What waits for that person, the nearest date first. */
    ofPerson: (person: number): Assignment[] => ofPerson.all(person).map(toAssignment),
    due: (now: Instant): Assignment[] => due.all(now).map(toAssignment),
    nextAfter: (now: Instant): Instant | null => next.get(now)?.at ?? null,
    noteReminded(id: number): void {
      reminded.run(id);
    },
    /** False when it was over already. */
    settle: (id: number, state: 'taken_back' | 'cleared', now: Instant): boolean =>
      settle.run(state, now, id).changes === 1,
    /** What was sent back, in place of what was before; false when it was over. */
    answer: (id: number, text: string, files: readonly number[], now: Instant): boolean =>
      answer.run(text, JSON.stringify(files), now, id).changes === 1,
    forgetBefore: (instant: Instant): number => forget.run(instant).changes,
  };
}

function toAssignment({ files, ...row }: Row): Assignment {
  return { ...row, files: JSON.parse(files) };
}
