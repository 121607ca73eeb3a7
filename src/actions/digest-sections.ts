import type { Day, Instant } from '../domain/calendar.ts';
import { dayOf, isProvisional, workingDaysBetween } from '../domain/calendar.ts';
import { lastGoodWorkingDay, planMilestones } from '../domain/milestone-plan.ts';
import { standingOf } from '../domain/task.ts';
import { roundTotals } from '../domain/totals.ts';
import { inUnitOrder } from '../domain/unit-order.ts';
import type { Task } from '../store/tasks.ts';
import { sayCompiledDue } from '../wording/compiled-report.ts';
import type { DigestSection } from '../wording/digest.ts';
import { DIGEST_WORDS, sayAskedExtensions, sayDigestRounds, sayLongOverdue } from '../wording/digest.ts';
import { sayReceiptsWait } from '../wording/proof.ts';
import { sayStillUnseen } from '../wording/restored.ts';
import { openExtensionRequests } from './ask-extension.ts';
import { botStandings, viewBot } from './bots.ts';
import { chasedCompiled, dueCompiled } from './compiled-report.ts';
import type { Desk } from './desk.ts';
import { lostStretch } from './lost-stretch.ts';
import type { MissingUnit } from './round-detail.ts';
import { missingUnit } from './round-detail.ts';
import type { RoundStatus } from './round-status.ts';
import { openRounds, standingsOf, tasksAsked } from './round-status.ts';
import { waitingReceipts } from './take-in-receipt.ts';
import type { TaskView } from './task-view.ts';
import { viewTask } from './task-view.ts';
import { countWaiting, spokenStretch } from './tell-restored.ts';
import { waitingReviews } from './waiting-reviews.ts';
import { levelOf } from './warn-quota.ts';

/** A round that is chased, and who is missing in it. */
export interface ChasedRound extends Pick<RoundStatus, 'example' | 'totals'> {
  missing: readonly MissingUnit[];
}

/** What a digest is made of, at the moment it is sent. */
export interface DigestMaterial {
  now: Instant;
  /** When it was decided that there is one. */
  decidedAt: Instant;
  /** It is about the coordinators' own report alone: no round ends today. */
  isOwnAlone: boolean;
  /** All names, so that somebody can act on them in the last hours. */
  isEvening: boolean;
  rounds: readonly ChasedRound[];
  /** What the ladder of reminders has come to its end for. */
  overdue: readonly TaskView[];
}

interface Section {
  say(desk: Desk, material: DigestMaterial): DigestSection | null;
  /** What it is about, to be compared with what was said before: only that time goes by changes nothing of it. */
  about(desk: Desk, now: Instant, rounds: readonly ChasedRound[]): unknown;
}

/** It says nothing that the rounds, or a reminder of its own, do not bring up. */
const OF_OTHERS = (): null => null;

/** One section each, in the order they are read. Another one is another line here. */
const SECTIONS: readonly Section[] = [
  { say: restored, about: (desk) => lostStretch(desk)?.isSeen ?? null },
  { say: receipts, about: (desk) => waitingReceipts(desk).map(({ claim }) => claim.id) },
  { say: longOverdue, about: OF_OTHERS },
  { say: rounds, about: (_desk, now, chased) => chased.map((round) => standingIn(round, now)) },
  { say: compiled, about: OF_OTHERS },
  {
    say: extensions,
    about: (desk, now) => openExtensionRequests(desk, now).map(({ view, until }) => [view.task.id, until]),
  },
  { say: review, about: (desk) => toReview(desk).map(({ id }) => id) },
  { say: requests, about: ({ store }) => store.dataRequests.open().map(({ id }) => id) },
  { say: newcomers, about: ({ store }, now) => store.questions.open('second-liaison', now).length },
  { say: tickets, about: ({ store }) => store.tickets.open().map(({ id }) => id) },
  { say: quota, about: (desk, now) => botStandings(desk, now).map(levelOf) },
  { say: provisional, about: OF_OTHERS },
];

/** What a digest is about at that moment, section by section. */
export function digestTopics(desk: Desk, rounds: readonly ChasedRound[], now: Instant): unknown[] {
  return SECTIONS.map(({ about }) => about(desk, now, rounds));
}

/** What is said to coordinators now; empty when nothing of it is worth a message. */
export function digestSections(desk: Desk, material: DigestMaterial): DigestSection[] {
  const sections = material.isOwnAlone ? [{ say: compiled }] : SECTIONS;
  const found = sections.map(({ say }) => say(desk, material)).filter((section) => section !== null);
  return found.some(({ isNews }) => isNews) ? found : [];
}

/**
 * Rounds in which somebody is missing, from the first reminder on; by the deadline each has, so that an extension keeps none of them here.
 * Nothing is read of the units whose report is in: a digest asks several times.
 */
export function chasedRounds(desk: Desk, now: Instant): ChasedRound[] {
  const { policy, calendar } = desk.rules();
  return openRounds(desk, now).flatMap((round) => {
    const tasks = tasksAsked(desk, round);
    if (tasks === null) return [];
    const owing = tasks.asked.filter((task) => standingOf(task) === 'missing');
    const isBegun = (task: Task): boolean => {
      const first = planMilestones(policy, task, calendar).at(0);
      return first !== undefined && first.dueAt <= now;
    };
    if (!owing.some(isBegun)) return [];
    const missing = standingsOf(desk, owing, now).map((one) => missingUnit(desk, one, tasks.general, now));
    if (!missing.some(({ stance, task }) => stance !== 'extended' && isBegun(task))) return [];
    return [{ example: viewTask(desk, tasks.general), totals: roundTotals(tasks.asked), missing }];
  });
}

/** The days on which a report that is missing is still on time for the last time: the rounds', and each unit's own. */
export function lastDays(desk: Desk, now: Instant): Day[] {
  const { calendar } = desk.rules();
  const missing = openRounds(desk, now)
    .flatMap(({ obligation, period }) => desk.store.tasks.ofRound(obligation, period))
    .filter((task) => task.cutOffAt > now && standingOf(task) === 'missing');
  return [...new Set(missing.map(({ lastGoodDay }) => lastGoodDay))].map((lastGoodDay) =>
    lastGoodWorkingDay({ lastGoodDay }, calendar),
  );
}

function restored(desk: Desk, { now }: DigestMaterial): DigestSection | null {
  const stretch = lostStretch(desk);
  if (stretch === null || stretch.isSeen) return null;
  return sayStillUnseen(spokenStretch(desk, stretch), countWaiting(desk, now));
}

function receipts(desk: Desk): DigestSection | null {
  const { length } = waitingReceipts(desk);
  return length === 0 ? null : sayReceiptsWait(length);
}

function longOverdue(_desk: Desk, { overdue }: DigestMaterial): DigestSection | null {
  return overdue.length === 0 ? null : sayLongOverdue(inUnitOrder(overdue, ({ unit }) => unit));
}

function rounds(desk: Desk, { rounds: chased, overdue, now, isEvening }: DigestMaterial): DigestSection | null {
  const named = new Set(overdue.map(({ task }) => task.id));
  // Named above already, with nobody else to speak of.
  const rest = chased.filter(
    ({ missing }) => !missing.some(({ task }) => named.has(task.id)) || missing.some((one) => isElse(one, named)),
  );
  return rest.length === 0 ? null : sayDigestRounds(rest, { calendar: desk.rules().calendar, now, isEvening });
}

/** Who is missing in a round and how they stand, and what is over by now. */
function standingIn({ example, totals, missing }: ChasedRound, now: Instant): unknown {
  const owing = totals.total - totals.waived;
  const units = missing.map(({ task, stance }) => [task.id, stance, task.cutOffAt, now >= task.cutOffAt]);
  return [example.obligation.code, example.period.key, owing, units];
}

/** Whether the unit is missing today by its own, other deadline, and is not among those named. */
function isElse({ task, stance, ownLastDay }: MissingUnit, named: ReadonlySet<number>): boolean {
  return ownLastDay !== null && stance !== 'extended' && !named.has(task.id);
}

/** Coordinators' own report, at its milestones. */
function compiled(desk: Desk, { now, decidedAt }: DigestMaterial): DigestSection | null {
  const [first, ...more] = chasedCompiled(desk, now).filter((view) => dueCompiled(desk, view, decidedAt, now) !== null);
  return first === undefined ? null : sayCompiledDue([first, ...more], desk.rules().calendar, now);
}

function extensions(desk: Desk, { now }: DigestMaterial): DigestSection | null {
  const asked = openExtensionRequests(desk, now);
  return asked.length === 0 ? null : sayAskedExtensions(asked);
}

function toReview(desk: Desk): ReturnType<typeof waitingReviews>['current'] {
  return waitingReviews(desk, { obligations: null, period: null }).current;
}

function review(desk: Desk): DigestSection | null {
  const waiting = toReview(desk).length;
  return waiting === 0 ? null : DIGEST_WORDS.review(waiting);
}

function requests(desk: Desk): DigestSection | null {
  const open = desk.store.dataRequests.open();
  const [first] = open.map(({ dueOn }) => dueOn).sort();
  return first === undefined ? null : DIGEST_WORDS.requests(open.length, first);
}

function newcomers({ store }: Desk, { now }: DigestMaterial): DigestSection | null {
  const open = store.questions.open('second-liaison', now);
  return open.length === 0 ? null : DIGEST_WORDS.newcomers(open.length);
}

function tickets({ store, zone, rules }: Desk, { now }: DigestMaterial): DigestSection | null {
  const open = store.tickets.open();
  const [oldest] = open;
  if (oldest === undefined) return null;
  const waits = workingDaysBetween(rules().calendar, dayOf(oldest.openedAt, zone), dayOf(now, zone));
  return DIGEST_WORDS.tickets(open.length, waits);
}

function quota(desk: Desk, { now }: DigestMaterial): DigestSection | null {
  const short = botStandings(desk, now).filter((standing) => levelOf(standing) > 0);
  return short.length === 0 ? null : DIGEST_WORDS.quota(short.map(viewBot));
}

function provisional(desk: Desk, { rounds: chased }: DigestMaterial): DigestSection | null {
  const days = chased.map(({ example }) => example.deadline.lastGoodDay);
  const years = days.filter((day) => isProvisional(desk.rules().calendar, day)).map((day) => day.slice(0, 4));
  const [year] = years;
  return year === undefined ? null : DIGEST_WORDS.provisional(year);
}
