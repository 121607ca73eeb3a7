import type { Day, Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { compiledDeadlineOf } from '../domain/deadline.ts';
import { lastGoodWorkingDay, type PlannedMilestone, planMilestones } from '../domain/milestone-plan.ts';
import { obligationOf } from '../domain/rule-book.ts';
import { roundTotals } from '../domain/totals.ts';
import type { CompiledReceipt } from '../store/compiled-reports.ts';
import type { RoundRow } from '../store/tasks.ts';
import type { SpokenCompiled } from '../wording/compiled-report.ts';
import type { Desk } from './desk.ts';
import { nameOf } from './desk.ts';
import { openedPeriod } from './task-view.ts';

/** What is compiled of a round, with how many reports are in, and what is known of its being handed on. */
export interface CompiledView extends SpokenCompiled {
  sent: (CompiledReceipt & { by: string }) | null;
}

/** More than are open at the same time. */
const ROUNDS_LOOKED_AT = 40;
const DAY_MS = 24 * 3600_000;
/** A report whose deadline passed longer ago is not asked about any more: it was handed on before the bot kept a record of it. */
const ASKED_ABOUT_MS = 30 * DAY_MS;
/** A bot that was off for longer does not remind of what lay before. */
const CAUGHT_UP_MS = 10 * DAY_MS;

type Round = Pick<RoundRow, 'obligation' | 'period'>;

/** Null where nothing is compiled of it, or it was never opened. */
export function viewCompiled(desk: Desk, round: Round): CompiledView | null {
  const tasks = desk.store.tasks.ofRound(round.obligation, round.period);
  const owed = tasks.length === 0 ? null : owedCompiled(desk, round);
  if (owed === null) return null;
  const totals = roundTotals(tasks);
  const sent = desk.store.compiledReports.standing(round);
  const by = sent === null ? '' : nameOf(desk, sent.recordedBy);
  return {
    ...owed,
    received: totals.onTime + totals.late + totals.unsettled,
    owing: totals.total - totals.waived,
    sent: sent === null ? null : { ...sent, by },
  };
}

/** What is compiled of it and until when, without a look at its tasks: every digest asks that of every round. */
function owedCompiled(
  desk: Desk,
  round: Round,
): Pick<CompiledView, 'obligation' | 'period' | 'due' | 'deadline'> | null {
  const rules = desk.rules();
  const obligation = obligationOf(rules, round.obligation);
  const due = obligation.compiled;
  const period = openedPeriod(obligation, round.period);
  const deadline = compiledDeadlineOf(obligation, period, rules.calendar);
  return due === null || deadline === null ? null : { obligation, period, due, deadline };
}

/** Compiled reports that nobody said were handed on, the most urgent first. */
export function unsentCompiled(desk: Desk, now: Instant): CompiledView[] {
  const { tasks, compiledReports } = desk.store;
  const isAskedAbout = (round: Round): boolean => {
    const owed = owedCompiled(desk, round);
    if (owed === null || now - owed.deadline.cutOffAt >= ASKED_ABOUT_MS) return false;
    return compiledReports.standing(round) === null;
  };
  return tasks
    .rounds(ROUNDS_LOOKED_AT)
    .filter(isAskedAbout)
    .flatMap((round) => viewCompiled(desk, round) ?? [])
    .sort((a, b) => a.deadline.cutOffAt - b.deadline.cutOffAt);
}

/** Unsent ones of which the reminders have begun. */
export function chasedCompiled(desk: Desk, now: Instant): CompiledView[] {
  return unsentCompiled(desk, now).filter((view) => isBegun(desk, view, now));
}

/** Whether its first milestone has come. */
export function isBegun(desk: Desk, view: CompiledView, now: Instant): boolean {
  const first = milestonesOf(desk, view).at(0);
  return first !== undefined && first.dueAt <= now;
}

/**
 * The milestone that is to be reminded of now: the latest that is due and still of use, unless it was reminded of before `since`. It
 * goes with the coordinators' digest, so at its hour or with the next one.
 */
export function dueCompiled(desk: Desk, view: CompiledView, since: Instant, now: Instant): string | null {
  const due = milestonesOf(desk, view).filter(
    ({ dueAt, usefulUntil }) => dueAt <= now && (usefulUntil === null || now < usefulUntil),
  );
  const latest = due.at(-1);
  if (latest === undefined || now - latest.dueAt > CAUGHT_UP_MS) return null;
  const { key: milestone } = latest;
  const at = desk.store.compiledReports.remindedAt({ ...idOf(view), milestone });
  return at !== null && at < since ? null : milestone;
}

/** Notes that these people are reminded of what is due now. */
export function noteCompiledReminders(desk: Desk, people: readonly number[], now: Instant): void {
  for (const view of chasedCompiled(desk, now)) {
    const milestone = dueCompiled(desk, view, now, now);
    if (milestone === null) continue;
    for (const person of people)
      desk.store.compiledReports.remind({ ...idOf(view), milestone, person, decidedAt: now });
  }
}

/** Whether a milestone of one is due now that nobody was reminded of. */
export function isCompiledDue(desk: Desk, now: Instant): boolean {
  return chasedCompiled(desk, now).some((view) => dueCompiled(desk, view, now, now) !== null);
}

/** The last working days on which unsent ones are still on time. */
export function compiledLastDays(desk: Desk, now: Instant): Day[] {
  const { calendar } = desk.rules();
  return unsentCompiled(desk, now)
    .filter(({ deadline }) => deadline.cutOffAt > now)
    .map(({ deadline }) => lastGoodWorkingDay(deadline, calendar));
}

/** Whether that day of sending is one the report can have been sent on. */
export function isSendingDay(desk: Desk, { period }: Pick<CompiledView, 'period'>, day: Day, now: Instant): boolean {
  return day >= period.window.from && day <= dayOf(now, desk.zone);
}

function milestonesOf(desk: Desk, { deadline }: CompiledView): PlannedMilestone[] {
  const { policy, calendar } = desk.rules();
  return planMilestones(policy, deadline, calendar);
}

function idOf({ obligation, period, deadline }: CompiledView) {
  return { obligation: obligation.code, period: period.key, lastGoodDay: deadline.lastGoodDay };
}
