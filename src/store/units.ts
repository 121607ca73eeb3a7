import type { Day } from '../domain/calendar.ts';
import type { Unit, UnitKind } from '../domain/unit.ts';
import type { Db } from './database.ts';

interface Row {
  unit: string;
  validFrom: string;
  validTo: string | null;
  name: string;
  shortName: string;
  kind: UnitKind;
  compiles: number;
  successors: string;
  source: string;
  assumption: string;
}

const COLUMNS = `unit, valid_from AS validFrom, valid_to AS validTo, name, short_name AS shortName, kind, compiles, successors,
  source, assumption`;

/** Units with their spans of validity. */
export function createUnits(db: Db) {
  const all = db.prepare<[], Row>(`SELECT ${COLUMNS} FROM unit_term ORDER BY unit, valid_from`);
  const onDay = db.prepare<{ code: string; day: Day }, Row>(
    `SELECT ${COLUMNS} FROM unit_term WHERE unit = +@code
     ORDER BY (valid_from <= @day AND (valid_to IS NULL OR valid_to >= @day)) DESC, valid_from DESC LIMIT 1`,
  );
  const owing = db.prepare<{ day: Day }, Row>(
    `SELECT ${COLUMNS} FROM unit_term WHERE compiles = 0 AND valid_from <= @day AND (valid_to IS NULL OR valid_to >= @day)
     ORDER BY unit`,
  );
  const compiling = db.prepare<{ day: Day }, Row>(
    `SELECT ${COLUMNS} FROM unit_term WHERE compiles = 1 AND valid_from <= @day AND (valid_to IS NULL OR valid_to >= @day)
     ORDER BY unit LIMIT 1`,
  );
  // With the plain column SQLite goes through all units in its order.
  const ended = db.prepare<[Day], { unit: string }>(
    'SELECT DISTINCT +unit AS unit FROM unit_term WHERE valid_to < ? ORDER BY +unit',
  );
  const register = db.prepare<[string]>('INSERT INTO unit (code) VALUES (?) ON CONFLICT DO NOTHING');
  const put = db.prepare<Row>(
    `INSERT INTO unit_term (unit, valid_from, valid_to, name, short_name, kind, compiles, successors, source, assumption)
     VALUES (@unit, @validFrom, @validTo, @name, @shortName, @kind, @compiles, @successors, @source, @assumption)
     ON CONFLICT (unit, valid_from) DO UPDATE SET valid_to = excluded.valid_to, name = excluded.name,
       short_name = excluded.short_name, kind = excluded.kind, compiles = excluded.compiles,
       successors = excluded.successors, source = excluded.source, assumption = excluded.assumption`,
  );
  return {
    all: (): Unit[] => all.all().map(toUnit),
    /** The unit as it stands on that day; its latest span when it does not exist then; null for an unknown code. */
    find(code: string, day: Day): Unit | null {
      const row = onDay.get({ code, day });
      return row === undefined ? null : toUnit(row);
    },
    /** Units that exist on that day and do not compile. */
    owingOn: (day: Day): Unit[] => owing.all({ day }).map(toUnit),
    /** The codes of those of which a span ended before that day; a later one may carry it on. */
    endedBefore: (day: Day): string[] => ended.all(day).map(({ unit }) => unit),
    /** The body that coordinates and compiles. */
    compiler(day: Day): Unit | null {
      const row = compiling.get({ day });
      return row === undefined ? null : toUnit(row);
    },
    put(unit: Unit): void {
      register.run(unit.code);
      put.run({
        unit: unit.code,
        validFrom: unit.validFrom,
        validTo: unit.validTo,
        name: unit.name,
        shortName: unit.shortName,
        kind: unit.kind,
        compiles: unit.compiles ? 1 : 0,
        successors: JSON.stringify(unit.successors),
        source: unit.source,
        assumption: unit.assumption,
      });
    },
  };
}

function toUnit(row: Row): Unit {
  return {
    code: row.unit,
    name: row.name,
    shortName: row.shortName,
    kind: row.kind,
    validFrom: row.validFrom,
    validTo: row.validTo,
    compiles: row.compiles === 1,
    successors: JSON.parse(row.successors),
    source: row.source,
    assumption: row.assumption,
  };
}
