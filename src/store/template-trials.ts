import type { Outgoing } from '../channels/channel.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

export interface TemplateTrial {
  id: number;
  name: string;
  triedBy: number;
  triedAt: Instant;
  settledAt: Instant | null;
  /** The template that may be taken; null: it is not sound, or that is not known yet. */
  template: number | null;
  draft: number | null;
  picture: number | null;
  /** Why it cannot be taken, or what is to be known before it is. */
  problem: Outgoing['text'] | null;
}

interface Sound {
  template: number;
  draft: number;
  picture: number | null;
  /** What is to be known before it is taken. */
  note: Outgoing['text'] | null;
}

type Row = Omit<TemplateTrial, 'problem'> & { problem: string | null };

const COLUMNS =
  'id, name, tried_by AS triedBy, tried_at AS triedAt, settled_at AS settledAt, template, draft, picture, problem';

/** Word templates that were tried out at the board. */
export function createTemplateTrials(db: Db) {
  const insert = db.prepare<[number, string, number, Instant]>(
    'INSERT INTO template_trial (file, name, tried_by, tried_at) VALUES (?, ?, ?, ?)',
  );
  const find = db.prepare<[number], Row>(`SELECT ${COLUMNS} FROM template_trial WHERE id = ?`);
  const newest = db.prepare<[number], Row>(`SELECT ${COLUMNS} FROM template_trial ORDER BY id DESC LIMIT ?`);
  const sound = db.prepare<Omit<Sound, 'note'> & { id: number; note: string | null; now: Instant }>(
    `UPDATE template_trial SET template = @template, draft = @draft, picture = @picture, problem = @note, settled_at = @now
     WHERE id = @id`,
  );
  const unsound = db.prepare<[string, Instant, number]>(
    'UPDATE template_trial SET problem = ?, settled_at = ? WHERE id = ?',
  );
  const drop = db.prepare<[number]>('DELETE FROM template_trial WHERE id = ? AND settled_at IS NOT NULL');
  const forget = db.prepare<[Instant]>('DELETE FROM template_trial WHERE tried_at < ?');
  const state = db.prepare<[], { state: string }>(
    "SELECT count(*) || '-' || coalesce(max(settled_at), 0) AS state FROM template_trial",
  );
  return {
    add: (file: number, name: string, person: number, now: Instant): number =>
      Number(insert.run(file, name, person, now).lastInsertRowid),
    find: (id: number): TemplateTrial | null => toTrial(find.get(id)),
    newest: (limit: number): TemplateTrial[] => newest.all(limit).flatMap((row) => toTrial(row) ?? []),
    settleSound(id: number, { note, ...made }: Sound, now: Instant): void {
      sound.run({ id, ...made, note: note === null ? null : JSON.stringify(note), now });
    },
    settleUnsound: (id: number, why: Outgoing['text'], now: Instant): void =>
      void unsound.run(JSON.stringify(why), now, id),
    /** False where it is still being filled in, or is gone. */
    drop: (id: number): boolean => drop.run(id).changes === 1,
    forgetBefore: (instant: Instant): number => forget.run(instant).changes,
    /** Changes with every one that comes, is settled or goes. */
    state: (): string => state.get()?.state ?? '',
  };
}

function toTrial(row: Row | undefined): TemplateTrial | null {
  return row === undefined
    ? null
    : { ...row, problem: row.problem === null ? null : (JSON.parse(row.problem) as Outgoing['text']) };
}
