import type { Day, Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Deadline } from '../domain/deadline.ts';
import { deadlineOf } from '../domain/deadline.ts';
import type { PlannedMilestone } from '../domain/milestone-plan.ts';
import { planMilestones } from '../domain/milestone-plan.ts';
import type { Obligation } from '../domain/obligation.ts';
import { owes } from '../domain/obligation.ts';
import type { Period } from '../domain/period.ts';
import { periodOf, periodsBetween } from '../domain/period.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { BY_PLAN, isNotOwed, isOutstanding, NOT_OWED } from '../domain/task.ts';
import { successorsOf } from '../domain/unit.ts';
import type { NewTask, Task } from '../store/tasks.ts';
import type { Desk } from './desk.ts';
import { keepBack, passOn } from './pass-on.ts';
import { planAnew } from './plan-anew.ts';

export interface OpenedCounts {
  rounds: number;
  opened: number;
  rescheduled: number;
  ended: number;
}

/**
 * Opens the tasks of every period that has begun and has not been opened for the plan in force.
 * A plan that changed meanwhile gives new units their tasks and moves the deadlines of what is still owed.
 * Periods that had ended when the bot took over are left alone: nobody is chased for them.
 */
export function openTasks(desk: Desk, now: Instant): OpenedCounts {
  const { store } = desk;
  const counts: OpenedCounts = { rounds: 0, opened: 0, rescheduled: 0, ended: 0 };
  const rules = desk.rules();
  const revision = store.facts.get('plan_revision') ?? '';
  const adoptedAt = Number(store.facts.get('adopted_at') ?? now);
  const today = dayOf(now, desk.zone);
  for (const obligation of rules.obligations) {
    for (const period of periodsBetween(obligation, dayOf(adoptedAt, desk.zone), today)) {
      const deadline = deadlineOf(obligation, period, rules.calendar);
      if (period.opensOn > today || deadline.cutOffAt <= adoptedAt || isReplaced(rules, obligation, period)) continue;
      if (store.tasks.roundRevision(obligation.code, period.key) === revision) continue;
      const milestones = planMilestones(rules.policy, deadline, rules.calendar);
      const round = { rules, obligation, period, deadline, milestones, revision, now };
      store.transact(() => openRound(desk, round, counts));
    }
  }
  store.transact(() => endRounds(desk, rules, revision, now, counts));
  return counts;
}

/** Rounds that the plan in force does not ask for any more: nobody owes what is still open in them. */
function endRounds(desk: Desk, rules: RuleBook, revision: string, now: Instant, counts: OpenedCounts): void {
  const { tasks } = desk.store;
  for (const round of tasks.roundsNotOf(revision)) {
    const obligation = rules.obligations.find((one) => one.code === round.obligation);
    const period = obligation === undefined ? null : periodOf(obligation, round.period);
    if (obligation !== undefined && period !== null && !isReplaced(rules, obligation, period)) continue;
    for (const task of tasks.ofRound(round.obligation, round.period)) counts.ended += endTask(desk, task, now);
    tasks.openRound(round.obligation, round.period, now, revision);
  }
}

interface RoundToOpen {
  rules: RuleBook;
  obligation: Obligation;
  period: Period;
  deadline: Deadline;
  /** The same for every task of the round. */
  milestones: readonly PlannedMilestone[];
  revision: string;
  now: Instant;
}

function openRound(desk: Desk, round: RoundToOpen, counts: OpenedCounts): void {
  const { store } = desk;
  const { obligation, period, deadline, now } = round;
  const owing = store.units.owingOn(deadline.lastGoodDay).filter((unit) => owes(obligation, unit));
  const codes = owing.map((unit) => unit.code);
  const known = new Map(store.tasks.ofRound(obligation.code, period.key).map((task) => [task.unit, task]));
  for (const unit of owing) {
    const task = known.get(unit.code);
    known.delete(unit.code);
    if (task === undefined && deadline.cutOffAt > now) counts.opened += openTask(desk, round, unit.code);
    else if (task === undefined && !store.tasks.roundRevision(obligation.code, period.key))
      counts.opened += openTask(desk, round, unit.code);
    else if (task !== undefined) counts.rescheduled += reschedule(desk, round, owedAgain(desk, round, task));
  }
  for (const task of known.values()) {
    const isEnded = hasEnded(desk, task.unit, deadline.lastGoodDay);
    // Known after the cut-off: whoever was asked answers for it, and the round that may be handed on already stays as it was.
    if (isEnded && deadline.cutOffAt <= now) continue;
    counts.ended += endTask(desk, task, now);
    if (isEnded) passOnSent(desk, task, codes, now);
  }
  store.tasks.openRound(obligation.code, period.key, now, round.revision);
  counts.rounds += 1;
}

function openTask(desk: Desk, round: RoundToOpen, unit: string): number {
  const id = desk.store.tasks.open(newTask(round, unit));
  if (id === null) return 0;
  planReminders(desk, round, id, 1);
  return 1;
}

/** The task as it stands, owed again where only the plan had ended it; what was sent for it counts again. */
function owedAgain(desk: Desk, { deadline, now }: RoundToOpen, task: Task): Task {
  keepBack(desk, task);
  if (!isNotOwed(task) || deadline.cutOffAt <= now) return task;
  const isSent = task.timeliness !== null;
  if (!desk.store.tasks.move(task.id, isSent ? 'stand-again' : 'owe-again', null)) return task;
  const state = isSent ? 'submitted' : 'open';
  const action = isSent ? 'stand-again' : 'open-again';
  desk.store.audit.add(now, null, action, `task:${task.id}`, { from: 'waived', to: state, reason: BY_PLAN });
  return { ...task, state, stateReason: null };
}

/** Whether the last day of the unit was before that one. */
function hasEnded({ store }: Desk, code: string, day: Day): boolean {
  const unit = store.units.find(code, day);
  return unit !== null && unit.validTo !== null && unit.validTo < day;
}

/** What an ended unit has sent already is passed on to those of its successors who owe the round. With none of them it stands as it is. */
function passOnSent(desk: Desk, task: Task, owing: readonly string[], now: Instant): void {
  const successors = successorsOf(desk.units(), task.unit).filter((code) => owing.includes(code));
  const isSent = task.state === 'submitted' || task.state === 'accepted';
  if (isSent && successors.length > 0) passOn(desk, task, successors, now);
}

/** Gives an outstanding task its new deadline and a new schedule; older planned reminders are void. One that was extended keeps its own deadline. */
function reschedule(desk: Desk, round: RoundToOpen, task: Task): number {
  if (!isOutstanding(task.state)) return 0;
  const { policy, calendar } = round.rules;
  const isExtended = task.extended === 1;
  const sameSchedule = isPlanned(
    desk,
    task,
    isExtended ? planMilestones(policy, task, calendar) : round.milestones,
    round,
  );
  const sameDeadline = isExtended || (task.cutOffAt === round.deadline.cutOffAt && task.word === round.deadline.word);
  if (sameDeadline && sameSchedule) return 0;
  if (isExtended) {
    planAnew(desk, task.id, round.now);
    return 1;
  }
  desk.store.milestones.settleAll(task.id, 'void', round.now);
  desk.store.tasks.reschedule(task.id, newTask(round, task.unit));
  if (!sameDeadline) {
    const moved = { from: task.lastGoodDay, to: round.deadline.lastGoodDay, reason: BY_PLAN };
    desk.store.audit.add(round.now, null, 'reschedule', `task:${task.id}`, moved);
  }
  planReminders(desk, round, task.id, task.scheduleVersion + 1);
  return 1;
}

/** Whether what is still planned for the task is what these milestones ask for from now on. */
function isPlanned(
  { store }: Desk,
  task: Task,
  milestones: readonly PlannedMilestone[],
  { now }: Pick<RoundToOpen, 'now'>,
): boolean {
  const named = ({ key, dueAt }: Pick<PlannedMilestone, 'key' | 'dueAt'>): string => `${key}@${dueAt}`;
  const before = store.milestones.plannedOf(task.id).map(named);
  const after = milestones.filter(({ dueAt }) => dueAt > now).map(named);
  return after.length === before.length && after.every((one) => before.includes(one));
}

/** The unit no longer exists at the cut-off, or the plan no longer asks: it does not owe. */
function endTask(desk: Desk, task: Task, now: Instant): number {
  if (!desk.store.tasks.move(task.id, 'waive', NOT_OWED)) return 0;
  desk.store.milestones.settleAll(task.id, 'void', now);
  desk.store.audit.add(now, null, 'waive', `task:${task.id}`, { from: task.state, to: 'waived', reason: NOT_OWED });
  return 1;
}

function planReminders(desk: Desk, round: RoundToOpen, task: number, version: number): void {
  for (const milestone of round.milestones) {
    // A new version starts from now on: what lay before it was decided under the old one.
    // Of what is asked for once its people are told at once instead.
    const isDecided = version > 1 || round.obligation.frequency === 'once';
    if (isDecided && milestone.dueAt <= round.now) continue;
    desk.store.milestones.plan({
      task,
      scheduleVersion: version,
      key: milestone.key,
      dueAt: milestone.dueAt,
      usefulUntil: milestone.usefulUntil,
    });
  }
}

function newTask({ obligation, period, deadline, now }: RoundToOpen, unit: string): NewTask {
  return {
    unit,
    obligation: obligation.code,
    period: period.key,
    openedAt: now,
    word: deadline.word,
    legalDay: deadline.legalDay,
    namedDay: deadline.namedDay,
    lastGoodDay: deadline.lastGoodDay,
    cutOffAt: deadline.cutOffAt,
  };
}

/** A plan may say that the larger report takes the place of the monthly one of the same month. */
function isReplaced(rules: RuleBook, obligation: Obligation, period: Period): boolean {
  if (obligation.frequency !== 'monthly') return false;
  return rules.obligations.some(
    (larger) =>
      larger.replacesMonthly &&
      periodsBetween(larger, period.opensOn, period.opensOn).some((one) => one.lastMonth === period.lastMonth),
  );
}
