import type { Day, Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

/** A stretch in which a bot heard nobody. */
export interface DeafInterval {
  id: number;
  channel: string;
  bot: string;
  /** down: the process was not running; dark: the platform could not be reached, or refused. */
  cause: 'down' | 'dark';
  from: Instant;
  /** Null: it still hears nobody. */
  to: Instant | null;
}

/** More time that coordinators were asked about. */
export interface DeafOffer {
  id: number;
  obligation: string;
  period: string;
  cutOffAt: Instant;
  evidence: string;
  /** Schedule version by task, when it was asked about. */
  seen: Readonly<Record<number, number>>;
  until: Day;
  offeredAt: Instant;
  doneAt: Instant | null;
}

type OfferRow = Omit<DeafOffer, 'seen'> & { seen: string };

const INTERVAL = 'id, channel, bot, cause, from_at AS "from", to_at AS "to"';
const OFFER = `id, obligation, period, cut_off_at AS cutOffAt, evidence, seen, until_on AS until, offered_at AS offeredAt,
  done_at AS doneAt`;

/** When the bot heard nobody, and what became of it. */
export function createDeafness(db: Db) {
  const insert = db.prepare<Omit<DeafInterval, 'id'>>(
    'INSERT INTO deaf_interval (channel, bot, cause, from_at, to_at) VALUES (@channel, @bot, @cause, @from, @to)',
  );
  const open = db.prepare<[], DeafInterval>(`SELECT ${INTERVAL} FROM deaf_interval WHERE to_at IS NULL ORDER BY id`);
  const since = db.prepare<[Instant], DeafInterval>(
    `SELECT ${INTERVAL} FROM deaf_interval WHERE to_at > ? UNION ALL
     SELECT ${INTERVAL} FROM deaf_interval WHERE to_at IS NULL ORDER BY id`,
  );
  const end = db.prepare<[Instant, number]>('UPDATE deaf_interval SET to_at = ? WHERE id = ? AND to_at IS NULL');
  const offer = db.prepare<Omit<OfferRow, 'id'>>(
    `INSERT INTO deaf_offer (obligation, period, cut_off_at, evidence, seen, until_on, offered_at, done_at)
     VALUES (@obligation, @period, @cutOffAt, @evidence, @seen, @until, @offeredAt, @doneAt)`,
  );
  const isOffered = db.prepare<[string, string, Instant]>(
    'SELECT 1 FROM deaf_offer WHERE obligation = ? AND period = ? AND cut_off_at = ?',
  );
  const findOffer = db.prepare<[number], OfferRow>(`SELECT ${OFFER} FROM deaf_offer WHERE id = ?`);
  const finish = db.prepare<[Instant, number]>('UPDATE deaf_offer SET done_at = ? WHERE id = ? AND done_at IS NULL');
  return {
    add(interval: Omit<DeafInterval, 'id'>): void {
      insert.run(interval);
    },
    /** Those that are not over. */
    open: (): DeafInterval[] => open.all(),
    /** Those that went on after that moment. */
    since: (instant: Instant): DeafInterval[] => since.all(instant),
    end(id: number, at: Instant): void {
      end.run(at, id);
    },
    /** Its number. */
    offer: (made: Omit<DeafOffer, 'id'>): number =>
      Number(offer.run({ ...made, seen: JSON.stringify(made.seen) }).lastInsertRowid),
    isOffered: (obligation: string, period: string, cutOffAt: Instant): boolean =>
      isOffered.get(obligation, period, cutOffAt) !== undefined,
    findOffer(id: number): DeafOffer | null {
      const row = findOffer.get(id);
      return row === undefined ? null : { ...row, seen: JSON.parse(row.seen) as DeafOffer['seen'] };
    },
    /** False when that was done before. */
    finish: (id: number, at: Instant): boolean => finish.run(at, id).changes === 1,
  };
}
