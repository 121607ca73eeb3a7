import type { Day, Instant } from '../domain/calendar.ts';
import { dayOf, isProvisional, workingDaysBetween } from '../domain/calendar.ts';
import { lastGoodWorkingDay, planMilestones } from '../domain/milestone-plan.ts';
import type { DigestRound, DigestSection } from '../wording/digest.ts';
import { DIGEST_WORDS, sayAskedExtensions, sayDigestRounds, sayLongOverdue } from '../wording/digest.ts';
import { sayStillUnseen } from '../wording/restored.ts';
import { openExtensionRequests } from './ask-extension.ts';
import { botStandings, viewBot } from './bots.ts';
import type { Desk } from './desk.ts';
import { lostStretch } from './lost-stretch.ts';
import { roundDetail } from './round-detail.ts';
import { openRounds, roundStatus } from './round-status.ts';
import type { TaskView } from './task-view.ts';
import { countWaiting, spokenStretch } from './tell-restored.ts';
import { levelOf } from './warn-quota.ts';

/** What a digest is made of, at the moment it is sent. */
export interface DigestMaterial {
  now: Instant;
  /** All names, so that somebody can act on them in the last hours. */
  isEvening: boolean;
  rounds: readonly DigestRound[];
  /** What the ladder of reminders has come to its end for. */
  overdue: readonly TaskView[];
}

type Section = (desk: Desk, material: DigestMaterial) => DigestSection | null;

/** One section each, in the order they are read. Another one is another line here. */
const SECTIONS: readonly Section[] = [
  restored,
  longOverdue,
  rounds,
  extensions,
  review,
  requests,
  newcomers,
  tickets,
  quota,
  provisional,
];

/** What is said to coordinators now; empty when nothing of it is worth a message. */
export function digestSections(desk: Desk, material: DigestMaterial): DigestSection[] {
  const found = SECTIONS.map((section) => section(desk, material)).filter((section) => section !== null);
  return found.some(({ isNews }) => isNews) ? found : [];
}

/** Rounds in which somebody is missing, from the first reminder on. */
export function chasedRounds(desk: Desk, now: Instant): DigestRound[] {
  const { policy, calendar } = desk.rules();
  return openRounds(desk, now).flatMap(({ obligation, period }) => {
    const status = roundStatus(desk, obligation, period, now);
    if (status === null || status.totals.missing === 0) return [];
    const first = planMilestones(policy, status.example.deadline, calendar).at(0);
    if (first === undefined || first.dueAt > now) return [];
    return [{ ...status, missing: roundDetail(desk, status, now).missing }];
  });
}

/** The days on which a report of a round under way is still on time for the last time. */
export function lastDays(desk: Desk, now: Instant): Day[] {
  const { calendar } = desk.rules();
  return openRounds(desk, now)
    .filter((round) => round.cutOffAt > now)
    .flatMap(({ obligation, period }) => {
      const status = roundStatus(desk, obligation, period, now);
      return status === null || status.totals.missing === 0
        ? []
        : [lastGoodWorkingDay(status.example.deadline, calendar)];
    });
}

function restored(desk: Desk, { now }: DigestMaterial): DigestSection | null {
  const stretch = lostStretch(desk);
  if (stretch === null || stretch.isSeen) return null;
  return sayStillUnseen(spokenStretch(desk, stretch), countWaiting(desk, now));
}

function longOverdue(_desk: Desk, { overdue }: DigestMaterial): DigestSection | null {
  return overdue.length === 0 ? null : sayLongOverdue(overdue);
}

function rounds(desk: Desk, { rounds: chased, overdue, now, isEvening }: DigestMaterial): DigestSection | null {
  const named = new Set(overdue.map(({ obligation, period }) => `${obligation.code}:${period.key}`));
  const rest = chased.filter(({ example }) => !named.has(`${example.obligation.code}:${example.period.key}`));
  return rest.length === 0 ? null : sayDigestRounds(rest, { calendar: desk.rules().calendar, now, isEvening });
}

function extensions(desk: Desk, { now }: DigestMaterial): DigestSection | null {
  const asked = openExtensionRequests(desk, now);
  return asked.length === 0 ? null : sayAskedExtensions(asked);
}

function review({ store }: Desk): DigestSection | null {
  const waiting = store.tasks.submitted().length;
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
