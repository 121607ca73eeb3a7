import type { Instant } from '../domain/calendar.ts';
import type { OneOff } from '../domain/one-off.ts';
import type { UnitKind } from '../domain/unit.ts';
import type { Db } from './database.ts';

interface Row extends Omit<OneOff, 'addressees' | 'units'> {
  addressees: string;
  units: string | null;
}

export type NewOneOff = Omit<OneOff, 'id' | 'withdrawnAt'> & { askedAt: Instant; askedBy: number };

const COLUMNS = `id, title, form, addressees, units, asked_on AS askedOn, due_on AS dueOn, word,
  withdrawn_at AS withdrawnAt`;

/** Reports that were asked for once. */
export function createOneOffs(db: Db) {
  const insert = db.prepare<Omit<NewOneOff, 'addressees' | 'units'> & { addressees: string; units: string | null }>(
    `INSERT INTO one_off (title, form, addressees, units, asked_on, due_on, word, asked_at, asked_by)
     VALUES (@title, @form, @addressees, @units, @askedOn, @dueOn, @word, @askedAt, @askedBy)`,
  );
  const all = db.prepare<[], Row>(`SELECT ${COLUMNS} FROM one_off ORDER BY id`);
  const withdraw = db.prepare<[Instant, string, number]>(
    'UPDATE one_off SET withdrawn_at = ?, reason = ? WHERE id = ? AND withdrawn_at IS NULL',
  );
  return {
    add({ addressees, units, ...order }: NewOneOff): number {
      const lists = { addressees: JSON.stringify(addressees), units: units === null ? null : JSON.stringify(units) };
      return Number(insert.run({ ...order, ...lists }).lastInsertRowid);
    },
    all: (): OneOff[] => all.all().map(toOneOff),
    /** False when it was withdrawn before. */
    withdraw: (id: number, reason: string, now: Instant): boolean => withdraw.run(now, reason, id).changes === 1,
  };
}

function toOneOff({ addressees, units, ...row }: Row): OneOff {
  return {
    ...row,
    addressees: JSON.parse(addressees) as UnitKind[],
    units: units === null ? null : (JSON.parse(units) as string[]),
  };
}
