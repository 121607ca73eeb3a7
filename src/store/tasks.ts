import type { Day, Instant } from '../domain/calendar.ts';
import type { CutOffWord } from '../domain/obligation.ts';
import type { TaskAction, TaskState, Timeliness } from '../domain/task.ts';
import { TASK_ACTIONS, TASK_MOVES } from '../domain/task.ts';
import { LOST_FROM, RESTORED_AT, RESTORED_SEEN } from './backup.ts';
import type { Db, Statement } from './database.ts';

export interface Task {
  id: number;
  unit: string;
  obligation: string;
  period: string;
  openedAt: Instant;
  word: CutOffWord;
  legalDay: Day;
  namedDay: Day;
  lastGoodDay: Day;
  cutOffAt: Instant;
  extended: number;
  scheduleVersion: number;
  state: TaskState;
  timeliness: Timeliness | null;
  firstValidAt: Instant | null;
  stateReason: string | null;
  /** Who moved it into its state, and when; null where the unit or the plan did. */
  stateBy: number | null;
  stateAt: Instant | null;
  /** Keys of the fields a returned report is to be corrected in, as a JSON list. */
  objected: string | null;
  /** 1: whether it was on time is open, see UNSETTLED; a report that was in time may have been lost with the old database. */
  unsettled: number;
}

/** Who moves a task, and when. */
interface Mover {
  person: number;
  at: Instant;
}

export type NewTask = Pick<
  Task,
  'unit' | 'obligation' | 'period' | 'openedAt' | 'word' | 'legalDay' | 'namedDay' | 'lastGoodDay' | 'cutOffAt'
>;

export type RoundRow = Pick<Task, 'obligation' | 'period' | 'cutOffAt'>;

/** What a picture of many rounds needs of a task. */
export type TaskStanding = Pick<
  Task,
  'unit' | 'state' | 'timeliness' | 'cutOffAt' | 'lastGoodDay' | 'extended' | 'stateReason' | 'unsettled'
>;

interface MoveRow {
  id: number;
  reason: string | null;
  by: number | null;
  at: Instant | null;
}

/** The moment of the last restore as long as no coordinator has looked what is missing; else null. */
const UNSEEN = `(SELECT CAST(r.value AS INTEGER) FROM fact r WHERE r.name = '${RESTORED_AT}'
  AND NOT EXISTS (SELECT 1 FROM fact s WHERE s.name = '${RESTORED_SEEN}' AND s.value = r.value))`;
const KNOWN_UNTIL = `coalesce((SELECT CAST(f.value AS INTEGER) FROM fact f WHERE f.name = '${LOST_FROM}'), 0)`;
const DAY_MS = 24 * 3600_000;

/**
 * Whether a report that was in time may be missing here: it came in the lost stretch of a restore and nobody has looked yet, or a genuine
 * receipt of one waits. A report counts from when it was said, up to a day before the bot heard of it; what was opened days after the
 * restore cannot have been lost. The sub-selects about facts stand by themselves: SQLite answers them once a statement.
 */
const UNSETTLED = `(timeliness IS NOT 'on_time' AND (
  (${UNSEEN} IS NOT NULL AND opened_at <= ${UNSEEN} + 3 * ${DAY_MS}
    AND (timeliness IS NULL OR (first_valid_at >= ${KNOWN_UNTIL} AND cut_off_at > ${KNOWN_UNTIL} - ${DAY_MS})))
  OR EXISTS (SELECT 1 FROM receipt_claim c WHERE c.task = task.id AND c.taken_at IS NULL AND c.timeliness = 'on_time')
))`;

const COLUMNS = `id, unit, obligation, period, opened_at AS openedAt, word, legal_day AS legalDay, named_day AS namedDay,
  last_good_day AS lastGoodDay, cut_off_at AS cutOffAt, extended, schedule_version AS scheduleVersion, state, timeliness,
  first_valid_at AS firstValidAt, state_reason AS stateReason, state_by AS stateBy, state_at AS stateAt, objected,
  ${UNSETTLED} AS unsettled`;

/** SQLite's word for no limit. */
const EVERY = -1;

/** Reporting tasks: one unit, one obligation, one period. */
export function createTasks(db: Db) {
  const insert = db.prepare<NewTask>(
    `INSERT INTO task (unit, obligation, period, opened_at, word, legal_day, named_day, last_good_day, cut_off_at)
     VALUES (@unit, @obligation, @period, @openedAt, @word, @legalDay, @namedDay, @lastGoodDay, @cutOffAt)
     ON CONFLICT (unit, obligation, period) DO NOTHING`,
  );
  const byId = db.prepare<[number], Task>(`SELECT ${COLUMNS} FROM task WHERE id = ?`);
  const byKey = db.prepare<[string, string, string], Task>(
    `SELECT ${COLUMNS} FROM task WHERE unit = ? AND obligation = ? AND period = ?`,
  );
  const outstanding = db.prepare<[string], Task>(
    `SELECT ${COLUMNS} FROM task WHERE unit = +? AND state IN ('open', 'returned') ORDER BY cut_off_at, id`,
  );
  const ofUnit = db.prepare<[string, number], Task>(
    `SELECT ${COLUMNS} FROM task WHERE unit = ? ORDER BY cut_off_at DESC, id DESC LIMIT ?`,
  );
  const submitted = db.prepare<[], Task>(
    `SELECT ${COLUMNS} FROM task WHERE state = 'submitted' ORDER BY cut_off_at, id`,
  );
  const ofRound = db.prepare<[string, string], Task>(
    `SELECT ${COLUMNS} FROM task WHERE obligation = ? AND period = ? ORDER BY unit`,
  );
  const standings = db.prepare<[string, string], TaskStanding>(
    `SELECT unit, state, timeliness, cut_off_at AS cutOffAt, last_good_day AS lastGoodDay, extended,
       state_reason AS stateReason, ${UNSETTLED} AS unsettled FROM task WHERE obligation = ? AND period = ?`,
  );
  const stampFirst = db.prepare<[Timeliness, Instant, number]>(
    `UPDATE task SET timeliness = ?, first_valid_at = ? WHERE id = ? AND timeliness IS NULL`,
  );
  const moves = prepareMoves(db);
  const reschedule = db.prepare<NewTask & { id: number }>(
    `UPDATE task SET word = @word, legal_day = @legalDay, named_day = @namedDay, last_good_day = @lastGoodDay,
       cut_off_at = @cutOffAt, schedule_version = schedule_version + 1 WHERE id = @id`,
  );
  return {
    /** Opens a task; its id, or null when it was there already. */
    open(task: NewTask): number | null {
      const result = insert.run(task);
      return result.changes === 1 ? Number(result.lastInsertRowid) : null;
    },
    find: (id: number): Task | null => byId.get(id) ?? null,
    findByKey: (unit: string, obligation: string, period: string): Task | null =>
      byKey.get(unit, obligation, period) ?? null,
    outstandingOf: (unit: string): Task[] => outstanding.all(unit),
    ofUnit: (unit: string, limit: number): Task[] => ofUnit.all(unit, limit),
    /** What was handed in and waits to be accepted. */
    submitted: (): Task[] => submitted.all(),
    ofRound: (obligation: string, period: string): Task[] => ofRound.all(obligation, period),
    /** The same for whoever looks at many rounds at once; in no order. */
    standings: (obligation: string, period: string): TaskStanding[] => standings.all(obligation, period),
    /**
     * Makes one of the moves of TASK_MOVES; false when the task is not (any more) in a state it may come from. `reason` is
     * kept with the new state, null clears the one before; so is who moved it, where somebody decided it.
     */
    move: (id: number, action: TaskAction, reason: string | null, by: Mover | null = null): boolean =>
      moves[action].run({ id, reason, by: by?.person ?? null, at: by?.at ?? null }).changes === 1,
    /** Stamps timeliness and the time by the first valid submission; later ones change nothing. */
    stampFirst(id: number, timeliness: Timeliness, receivedAt: Instant): void {
      stampFirst.run(timeliness, receivedAt, id);
    },
    reschedule(id: number, task: NewTask): void {
      reschedule.run({ ...task, id });
    },
    ...createRounds(db),
  };
}

/** Rounds: all tasks of one obligation and period. */
function createRounds(db: Db) {
  const rounds = db.prepare<[number], RoundRow>(
    `SELECT * FROM (SELECT r.obligation, r.period,
       (SELECT min(cut_off_at) FROM task t WHERE t.obligation = r.obligation AND t.period = r.period) AS cutOffAt
       FROM (SELECT obligation, period FROM round ORDER BY opened_at DESC, obligation, period LIMIT ?) r)
     WHERE cutOffAt IS NOT NULL ORDER BY cutOffAt DESC, obligation, period`,
  );
  const cutOffs = db.prepare<[string, string, Instant, Instant], { cutOffAt: Instant }>(
    `SELECT DISTINCT cut_off_at AS cutOffAt FROM task
     WHERE obligation = ? AND period = ? AND cut_off_at > ? AND cut_off_at <= ? ORDER BY cut_off_at`,
  );
  const roundsNotOf = db.prepare<[string], Omit<RoundRow, 'cutOffAt'>>(
    'SELECT obligation, period FROM round WHERE plan_revision <> ? ORDER BY obligation, period',
  );
  const roundsOf = db.prepare<[string], RoundRow>(
    `SELECT obligation, period, min(cut_off_at) AS cutOffAt FROM task WHERE obligation = ? GROUP BY period`,
  );
  const openRound = db.prepare<[string, string, number, string]>(
    `INSERT INTO round (obligation, period, opened_at, plan_revision) VALUES (?, ?, ?, ?)
     ON CONFLICT (obligation, period) DO UPDATE SET plan_revision = excluded.plan_revision`,
  );
  const roundRevision = db.prepare<[string, string], { planRevision: string }>(
    'SELECT plan_revision AS planRevision FROM round WHERE obligation = ? AND period = ?',
  );
  return {
    /** The rounds, the latest cut-off first; without a limit all of them: fourteen a year of a plan like the province's. */
    rounds: (limit = EVERY): RoundRow[] => rounds.all(limit),
    /** The rounds that were opened for another plan than that one; a start asks, so it looks at no task. */
    roundsNotOf: (revision: string) => roundsNotOf.all(revision),
    /** The cut-offs of a round, its own and those of extensions, after `from` and until `to`. */
    cutOffs: ({ obligation, period }: Pick<RoundRow, 'obligation' | 'period'>, from: Instant, to: Instant): Instant[] =>
      cutOffs.all(obligation, period, from, to).map(({ cutOffAt }) => cutOffAt),
    /** Every round of one obligation. */
    roundsOf: (obligation: string): RoundRow[] => roundsOf.all(obligation),
    openRound(obligation: string, period: string, now: number, revision: string): void {
      openRound.run(obligation, period, now, revision);
    },
    roundRevision: (obligation: string, period: string): string | null =>
      roundRevision.get(obligation, period)?.planRevision ?? null,
  };
}

/** One statement a move, so that the states it may come from stand in SQL and a move that lost a race changes nothing. */
function prepareMoves(db: Db): Record<TaskAction, Statement<[MoveRow]>> {
  return Object.fromEntries(
    TASK_ACTIONS.map((action) => {
      const { from, to } = TASK_MOVES[action];
      const states = from.map((state) => `'${state}'`).join(', ');
      return [
        action,
        db.prepare<MoveRow>(
          `UPDATE task SET state = '${to}', state_reason = @reason, state_by = @by, state_at = @at, objected = NULL
           WHERE id = @id AND state IN (${states})`,
        ),
      ];
    }),
  ) as Record<TaskAction, Statement<[MoveRow]>>;
}
