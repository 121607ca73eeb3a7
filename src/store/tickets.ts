import type { Instant } from '../domain/calendar.ts';
import type { TicketState } from '../domain/ticket.ts';
import type { Db } from './database.ts';

export interface Ticket {
  id: number;
  asker: number;
  unit: string | null;
  /** The report it stands in; null: typed for itself. */
  task: number | null;
  state: TicketState;
  owner: number | null;
  openedAt: Instant;
  changedAt: Instant;
  toldAt: Instant | null;
}

export interface TicketLine {
  id: number;
  person: number;
  /** Their name; empty once they withdrew. */
  name: string;
  side: 'asker' | 'desk';
  at: Instant;
  text: string;
}

export type NewTicket = Pick<Ticket, 'asker' | 'unit' | 'task'> & { now: Instant };
export type NewTicketLine = Pick<TicketLine, 'person' | 'side' | 'text' | 'at'> & { ticket: number };

const COLUMNS = `t.id, t.asker, t.unit, t.task, t.state, t.owner, t.opened_at AS openedAt, t.changed_at AS changedAt,
  t.told_at AS toldAt`;

/** Difficulties that were raised, and what was said about them. */
export function createTickets(db: Db) {
  const insert = db.prepare<NewTicket>(
    'INSERT INTO ticket (asker, unit, task, opened_at, changed_at) VALUES (@asker, @unit, @task, @now, @now)',
  );
  const insertLine = db.prepare<NewTicketLine>(
    'INSERT INTO ticket_line (ticket, person, side, at, text) VALUES (@ticket, @person, @side, @at, @text)',
  );
  const byId = db.prepare<[number], Ticket>(`SELECT ${COLUMNS} FROM ticket t WHERE t.id = ?`);
  const byTask = db.prepare<[number], Ticket>(`SELECT ${COLUMNS} FROM ticket t WHERE t.task = ?`);
  const lines = db.prepare<[number], TicketLine>(
    `SELECT l.id, l.person, p.name, l.side, l.at, l.text FROM ticket_line l JOIN person p ON p.id = l.person
     WHERE l.ticket = +? ORDER BY l.id`,
  );
  const move = db.prepare<[TicketState, Instant, number, TicketState]>(
    'UPDATE ticket SET state = ?, changed_at = ? WHERE id = ? AND state = ?',
  );
  const own = db.prepare<[number | null, number]>('UPDATE ticket SET owner = ? WHERE id = ?');
  const setTold = db.prepare<[Instant | null, number]>('UPDATE ticket SET told_at = ? WHERE id = ?');
  const open = db.prepare<[], Ticket>(`SELECT ${COLUMNS} FROM ticket t WHERE t.state = 'open' ORDER BY t.opened_at`);
  const openOf = db.prepare<[number], { n: number }>(
    "SELECT count(*) AS n FROM ticket WHERE asker = ? AND state = 'open'",
  );
  const ofAsker = db.prepare<[number, number], Ticket>(
    `SELECT ${COLUMNS} FROM ticket t WHERE t.asker = +? ORDER BY t.id DESC LIMIT +?`,
  );
  const ofUnit = db.prepare<[string, number], Ticket>(
    `SELECT ${COLUMNS} FROM ticket t WHERE t.unit = +? ORDER BY t.id DESC LIMIT +?`,
  );
  const inPeriod = db.prepare<{ obligation: string; period: string; from: Instant; to: Instant }, Ticket>(
    `SELECT ${COLUMNS} FROM task k JOIN ticket t ON t.task = k.id WHERE k.obligation = @obligation AND k.period = @period
     UNION ALL SELECT ${COLUMNS} FROM ticket t WHERE t.task IS NULL AND t.opened_at >= @from AND t.opened_at < @to
     ORDER BY id`,
  );
  return {
    add: (ticket: NewTicket): number => Number(insert.run(ticket).lastInsertRowid),
    say: (line: NewTicketLine): number => Number(insertLine.run(line).lastInsertRowid),
    find: (id: number): Ticket | null => byId.get(id) ?? null,
    /** The one that came out of that report. */
    ofTask: (task: number): Ticket | null => byTask.get(task) ?? null,
    lines: (ticket: number): TicketLine[] => lines.all(ticket),
    /** False when its state was another one already. */
    move: (id: number, from: TicketState, to: TicketState, now: Instant): boolean =>
      move.run(to, now, id, from).changes === 1,
    own(id: number, owner: number | null): void {
      own.run(owner, id);
    },
    /** Notes when the coordinators were told of it; null: they have to be told (again). */
    setTold(id: number, at: Instant | null): void {
      setTold.run(at, id);
    },
    /** Those that wait for an answer, the oldest first. */
    open: (): Ticket[] => open.all(),
    countOpenOf: (asker: number): number => openOf.get(asker)?.n ?? 0,
    /** The newest first. */
    ofAsker: (person: number, limit: number): Ticket[] => ofAsker.all(person, limit),
    /** The newest first, whoever of the unit raised them. */
    ofUnit: (unit: string, limit: number): Ticket[] => ofUnit.all(unit, limit),
    /** For the compiled report: what came out of the reports of that round, and what was typed from then until just before `to`. */
    inPeriod: (round: { obligation: string; period: string; from: Instant; to: Instant }): Ticket[] =>
      inPeriod.all(round),
    /** Forgets what waits for nobody and was not touched since then. */
    forgetBefore(instant: Instant): number {
      const old = "SELECT id FROM ticket WHERE state <> 'open' AND changed_at < ?";
      db.prepare<[Instant]>(`DELETE FROM ticket_line WHERE ticket IN (${old})`).run(instant);
      return db.prepare<[Instant]>(`DELETE FROM ticket WHERE id IN (${old})`).run(instant).changes;
    },
  };
}
