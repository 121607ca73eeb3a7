import type { Day, Instant } from '../domain/calendar.ts';
import type { OpenStretch } from '../domain/compiled-round.ts';
import { oneOffCode } from '../domain/one-off.ts';
import type { Standing } from '../domain/task.ts';
import { isNotOwed, isOutstanding, standingOf } from '../domain/task.ts';
import type { RoundTotals } from '../domain/totals.ts';
import { roundTotals } from '../domain/totals.ts';
import type { Unit } from '../domain/unit.ts';
import { inUnitOrder } from '../domain/unit-order.ts';
import type { RoundRow, Task } from '../store/tasks.ts';
import type { Desk } from './desk.ts';
import { stretchOver } from './lost-stretch.ts';
import type { TaskView } from './task-view.ts';
import { unitOfTask, viewTask } from './task-view.ts';

export const REACHES = ['reachable', 'nobody', 'blocked'] as const;
/** nobody = no liaison or leader has joined; blocked = they have, and no message gets to them. */
export type Reach = (typeof REACHES)[number];

export interface UnitStanding {
  task: Task;
  unit: Unit;
  standing: Standing;
  overdue: boolean;
  reach: Reach;
}

export interface RoundStatus {
  /** A task of the round, for its title and its general deadline. */
  example: TaskView;
  totals: RoundTotals;
  /** In the order people look for them. */
  units: readonly UnitStanding[];
  /** What a restore leaves open of how they stand; null: nothing. */
  openStretch: OpenStretch | null;
}

/** The tasks of a round by which the plan asks for it, and one for its general deadline; null when it was not opened. */
export function tasksAsked(
  { store }: Desk,
  { obligation, period }: Pick<RoundRow, 'obligation' | 'period'>,
): { asked: Task[]; general: Task } | null {
  const tasks = store.tasks.ofRound(obligation, period);
  const [first, ...others] = tasks;
  if (first === undefined) return null;
  return { asked: tasks.filter((task) => !isNotOwed(task)), general: exampleOf([first, ...others]) };
}

/** The state of one round, by every unit of which the plan asks it; null when it was not opened. */
export function roundStatus(desk: Desk, obligation: string, period: string, now: Instant): RoundStatus | null {
  const round = tasksAsked(desk, { obligation, period });
  if (round === null) return null;
  return {
    example: viewTask(desk, round.general),
    totals: roundTotals(round.asked),
    units: standingsOf(desk, round.asked, now),
    openStretch: stretchOver(desk, round.asked, now),
  };
}

/** How the units of these tasks stand, in the order people look for them. */
export function standingsOf(desk: Desk, tasks: readonly Task[], now: Instant): UnitStanding[] {
  const units = tasks.map((task) => {
    const unit = unitOfTask(desk, task);
    const overdue = isOutstanding(task.state) && now >= task.cutOffAt;
    return { task, unit, standing: standingOf(task), overdue, reach: reachAbout(desk, task) };
  });
  return inUnitOrder(units, ({ unit }) => unit);
}

/** A task with the deadline that most have: an extension of some units moves no other's. Of two that as many have, the earlier one. */
export function exampleOf(tasks: readonly [Task, ...Task[]]): Task {
  const counts = new Map<Day, number>();
  for (const { lastGoodDay, state } of tasks)
    if (state !== 'waived') counts.set(lastGoodDay, (counts.get(lastGoodDay) ?? 0) + 1);
  const [general] = [...counts].sort(([a, of], [b, than]) => than - of || (a < b ? -1 : 1));
  return tasks.find(({ lastGoodDay }) => lastGoodDay === general?.[0]) ?? tasks[0];
}

/** Whether the unit's people can be written to, and the latest reminder of this task got to one of them. */
function reachAbout(desk: Desk, task: Task): Reach {
  const reach = reachOf(desk, task.unit);
  return reach === 'reachable' && desk.store.reminders.lastMissed(task.id) ? 'blocked' : reach;
}

/** Whether somebody who can report for the unit can be written to. "Not reached" is not "did not report". */
export function reachOf(desk: Desk, unit: string): Reach {
  const reporters = desk.store.people.ofUnit(unit).filter((member) => member.role !== 'staff');
  if (reporters.length === 0) return 'nobody';
  return reporters.some(({ person }) => isReachable(desk, person)) ? 'reachable' : 'blocked';
}

/** Whether any of the person's chats takes messages, as far as is known. */
export function isReachable(desk: Desk, person: number): boolean {
  return desk.store.chats.ofPerson(person).some((chat) => chat.state === 'active');
}

/** The rounds a coordinator means by default, the most urgent first: those due in days or just past; else the next, else the last. */
export function currentRounds(desk: Desk, now: Instant): RoundRow[] {
  const { ahead, recent, all } = roundsByTime(desk, now);
  // Right after a deadline it is still the round everybody chases, unless another one is due in days.
  const current = [...ahead.filter((round) => round.cutOffAt - now < IMMINENT_MS), ...recent];
  return current.length > 0 ? current : [...ahead, ...all].slice(0, 1);
}

/** Every round in which somebody may be missing now: those to come, the next first, those just past, and those in which somebody was given more time. */
export function openRounds(desk: Desk, now: Instant): RoundRow[] {
  const { ahead, recent } = roundsByTime(desk, now);
  const known = [...ahead, ...recent];
  const later = desk.store.extensions
    .roundsOwedAfter(now - RECENT_MS)
    .filter((round) => !known.some((one) => one.obligation === round.obligation && one.period === round.period));
  return [...known, ...later];
}

/** One-off reports that were taken back: nobody owes them, and no question without a name means one. */
export function withdrawnCodes({ store }: Desk): string[] {
  return store.oneOffs.all().flatMap(({ id, withdrawnAt }) => (withdrawnAt === null ? [] : [oneOffCode(id)]));
}

/** The rounds without those of a report that was taken back, the latest cut-off first; at least so many of the last ones, where there are. */
export function standingRounds(desk: Desk, least?: number): RoundRow[] {
  const withdrawn = withdrawnCodes(desk);
  const rounds = desk.store.tasks.rounds(least === undefined ? undefined : least + withdrawn.length);
  return rounds.filter(({ obligation }) => !withdrawn.includes(obligation));
}

/**
 * The rounds of a report and a period that were named; of a report without a period its latest. What was taken back is meant only where it
 * is named itself, and nothing that stands fits.
 */
export function roundsNamed(desk: Desk, { obligations, period }: NamedRound): RoundRow[] {
  const fits = (round: RoundRow): boolean =>
    (obligations === null || obligations.includes(round.obligation)) && (period === null || round.period === period);
  const standing = standingRounds(desk).filter(fits);
  const found = standing.length > 0 || obligations === null ? standing : desk.store.tasks.rounds().filter(fits);
  return period === null ? found.slice(0, 1) : found;
}

/** One of the two is named. */
interface NamedRound {
  obligations: readonly string[] | null;
  period: string | null;
}

function roundsByTime(desk: Desk, now: Instant): Record<'ahead' | 'recent' | 'all', RoundRow[]> {
  const all = standingRounds(desk, ROUNDS_LOOKED_AT);
  return {
    all,
    ahead: all.filter((round) => round.cutOffAt > now).sort((a, b) => a.cutOffAt - b.cutOffAt),
    recent: all.filter((round) => round.cutOffAt <= now && now - round.cutOffAt < RECENT_MS),
  };
}

/** The most urgent of the current rounds; null when none was opened yet. */
export function currentRound(desk: Desk, now: Instant): RoundRow | null {
  return currentRounds(desk, now)[0] ?? null;
}

/** More than are current at the same time. */
const ROUNDS_LOOKED_AT = 40;
const IMMINENT_MS = 4 * 24 * 3600_000;
const RECENT_MS = 10 * 24 * 3600_000;
