import type { Day, Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { lastGoodWorkingDay } from '../domain/milestone-plan.ts';
import type { Substance } from '../domain/report-substance.ts';
import { SUBSTANCES, substanceOf } from '../domain/report-substance.ts';
import type { Stance } from '../domain/stance.ts';
import { stanceOf } from '../domain/stance.ts';
import { isOutstanding } from '../domain/task.ts';
import type { Unit } from '../domain/unit.ts';
import type { RoundRow, Task } from '../store/tasks.ts';
import type { Desk } from './desk.ts';
import { isPassedOn } from './pass-on.ts';
import type { RoundStatus, UnitStanding } from './round-status.ts';

/** A unit whose report is missing, and how it stands. */
export interface MissingUnit {
  task: Task;
  unit: Unit;
  stance: Stance;
  /** Until when it was promised, over or not; null = it was not. */
  promisedUntil: Instant | null;
  /** Its own last good day, where that is not the round's. */
  ownLastDay: Day | null;
}

/** The last round of the same regime, as it stood as long before (or after) its own deadline. */
export interface Trend {
  period: string;
  /** How many had reported then. */
  received: number;
  owing: number;
}

export interface RoundDetail {
  missing: readonly MissingUnit[];
  /** Reports that count and were sent back: the unit owes a better version. */
  returned: readonly Unit[];
  /** Units that ended before the deadline: what they had sent counts until a successor reports. */
  passedOn: readonly Unit[];
  substances: Readonly<Record<Substance, number>>;
  trend: Trend | null;
}

/** What lies behind the totals of a round. */
export function roundDetail(desk: Desk, { units, example }: RoundStatus, now: Instant): RoundDetail {
  const missing = units.filter(({ standing }) => standing === 'missing');
  const substances = Object.fromEntries(SUBSTANCES.map((one) => [one, 0])) as Record<Substance, number>;
  for (const { task } of units) {
    const latest = task.state === 'waived' ? null : desk.store.submissions.latestOf(task.id);
    if (latest !== null) substances[substanceOf(example.form, latest.report, latest.via)] += 1;
  }
  return {
    missing: missing.map((one) => missingUnit(desk, one, example.task, now)),
    returned: units
      .filter(({ task, standing }) => isOutstanding(task.state) && standing !== 'missing')
      .map(({ unit }) => unit),
    passedOn: units
      .filter(({ task, standing }) => standing !== 'waived' && isPassedOn(desk, task.id))
      .map(({ unit }) => unit),
    substances,
    trend: trendOf(desk, example.task, now),
  };
}

/** Whether the task has a later deadline than its round (`general`: a task with the round's), and the last working day of it has not come. */
export function hasMoreTime(desk: Desk, task: Task, general: Task, now: Instant): boolean {
  return task.cutOffAt > general.cutOffAt && dayOf(now, desk.zone) < lastGoodWorkingDay(task, desk.rules().calendar);
}

/** How a unit stands whose report is missing; `general`: a task with the round's deadline. */
export function missingUnit(desk: Desk, { task, unit, reach }: UnitStanding, general: Task, now: Instant): MissingUnit {
  const { store } = desk;
  const promisedUntil = store.promises.latestOf(task.id)?.until ?? null;
  const isHalfTyped = store.people
    .ofUnit(task.unit)
    .some(({ person }) => store.dialogs.tasksInHand(person).includes(task.id));
  const isReminded = store.reminders
    .triesOf(task.id, TRIES_LOOKED_AT)
    .some(({ state }) => state === 'accepted' || state === 'unknown');
  const facts = { hasMoreTime: hasMoreTime(desk, task, general, now), promisedUntil, isHalfTyped, reach, isReminded };
  const ownLastDay = task.lastGoodDay === general.lastGoodDay ? null : task.lastGoodDay;
  return { task, unit, stance: stanceOf(facts, now), promisedUntil, ownLastDay };
}

function trendOf({ store }: Desk, { obligation, period }: Task, now: Instant): Trend | null {
  const rounds = store.tasks.roundsOf(obligation);
  const own = rounds.find((one) => one.period === period);
  const before = own === undefined ? undefined : lastBefore(rounds, own);
  if (own === undefined || before === undefined) return null;
  const then = before.cutOffAt - (own.cutOffAt - now);
  const owing = store.tasks.ofRound(obligation, before.period).filter(({ state }) => state !== 'waived');
  const received = owing.filter(({ firstValidAt }) => firstValidAt !== null && firstValidAt <= then).length;
  return owing.length === 0 ? null : { period: before.period, received, owing: owing.length };
}

function lastBefore(rounds: readonly RoundRow[], { cutOffAt }: RoundRow): RoundRow | undefined {
  const earlier = rounds.filter((one) => one.cutOffAt < cutOffAt);
  return earlier.sort((a, b) => a.cutOffAt - b.cutOffAt).at(-1);
}

/** More than one report's people get of reminders in a round. */
const TRIES_LOOKED_AT = 40;
