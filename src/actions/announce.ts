import { enqueueProactive, PRIORITY } from '../delivery/enqueue.ts';
import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import { isOutstanding } from '../domain/task.ts';
import type { UnitKind } from '../domain/unit.ts';
import type { Notice } from '../store/notices.ts';
import type { NoticeOutcome } from '../store/outbox.ts';
import { sayNotice } from '../wording/notice.ts';
import type { Act, Desk } from './desk.ts';
import { audienceOf } from './fire-reminders.ts';
import { isReachable, reachOf } from './round-status.ts';

/** Whom a notice is for. */
export type Audience =
  | { to: 'all' }
  | { to: 'kind'; kind: UnitKind }
  | { to: 'missing'; obligation: string; period: string }
  | { to: 'units'; units: readonly string[] };

export interface Recipients {
  units: readonly string[];
  people: readonly { person: number; name: string; unit: string }[];
  /** Those of them whom no message gets to at present. */
  shutOut: readonly number[];
  /** Units whose people have joined, and no message gets to any of them. */
  unitsShutOut: readonly string[];
  /** Units in the audience without anybody who has joined. */
  withoutPeople: readonly string[];
}

export const NOTICE_LIMIT = 1500;
const USEFUL_MS = 24 * 3600_000;

/** The people an audience means right now: those who report for its units. */
export function recipientsOf(desk: Desk, audience: Audience, now: Instant): Recipients {
  const units = unitsOf(desk, audience, now);
  const people = new Map<number, { person: number; name: string; unit: string }>();
  for (const unit of units) {
    for (const member of audienceOf(desk, unit, ['liaison', 'leader'])) {
      if (!people.has(member.person)) people.set(member.person, { person: member.person, name: member.name, unit });
    }
  }
  const shutOut = [...people.keys()].filter((person) => !isReachable(desk, person));
  return {
    units,
    people: [...people.values()],
    shutOut,
    unitsShutOut: units.filter((unit) => reachOf(desk, unit) === 'blocked'),
    withoutPeople: units.filter((unit) => reachOf(desk, unit) === 'nobody'),
  };
}

/** Sends a notice to everybody the audience means, each once. */
export function announce(
  desk: Desk,
  act: Act,
  audience: Audience,
  text: string,
): Result<{ notice: number; count: number }> {
  if (text.length > NOTICE_LIMIT) return no({ problem: 'text-too-long', limit: NOTICE_LIMIT });
  const { people } = recipientsOf(desk, audience, act.at);
  if (people.length === 0) return no({ problem: 'nobody-to-tell' });
  const { store } = desk;
  return store.transact(() => {
    const notice = store.notices.add(act.person, JSON.stringify(audience), text, act.at);
    const sent = { id: notice, author: act.person, audience: JSON.stringify(audience), text, createdAt: act.at };
    for (const { person } of people) enqueueNotice(desk, sent, person, act.at);
    store.audit.add(act.at, act.person, 'announce', `notice:${notice}`, { people: people.length });
    return ok({ notice, count: people.length });
  });
}

export interface NoticeResult {
  reached: number;
  waiting: number;
  /** Names and units of those it did not reach, and why. */
  missed: readonly { name: string; unit: string; outcome: NoticeOutcome }[];
}

/** What became of a notice, person by person. */
export function noticeResult(desk: Desk, notice: number): NoticeResult {
  // A notice that was sent again counts by its last try.
  const outcomes = [...new Map(desk.store.outbox.ofNotice(notice).map((one) => [one.person, one])).values()];
  const reached = outcomes.filter((one) => one.state === 'accepted').length;
  const waiting = outcomes.filter((one) => one.state === 'queued' || one.state === 'sending').length;
  const missed = outcomes
    .filter((one) => !['accepted', 'queued', 'sending'].includes(one.state))
    .map((outcome) => ({
      name: desk.store.people.find(outcome.person)?.name ?? '',
      unit: desk.store.people.memberships(outcome.person).find((one) => one.unit !== null)?.unit ?? '',
      outcome,
    }));
  return { reached, waiting, missed };
}

/** Sends a notice once more to those it did not reach; nobody who has it gets it twice. How many. */
export function resendNotice(desk: Desk, act: Act, notice: Notice): number {
  const { store } = desk;
  return store.transact(() => {
    const latest = new Map(store.outbox.ofNotice(notice.id).map((outcome) => [outcome.person, outcome.state]));
    const missed = [...latest].filter(([, state]) => state === 'failed' || state === 'expired' || state === 'capped');
    for (const [person] of missed) enqueueNotice(desk, notice, person, act.at);
    store.audit.add(act.at, act.person, 'resend', `notice:${notice.id}`, { people: missed.length });
    return missed.length;
  });
}

function enqueueNotice(desk: Desk, notice: Notice, person: number, at: Instant): void {
  const { store } = desk;
  const issuer = store.units.compiler(dayOf(at, desk.zone))?.name ?? '';
  const author = store.people.find(notice.author)?.name ?? '';
  enqueueProactive(
    store,
    {
      person,
      kind: 'notice',
      priority: PRIORITY.notice,
      content: { text: sayNotice(issuer, author, notice.text) },
      notice: notice.id,
      repeatIfUnknown: false,
      expiresAt: at + USEFUL_MS,
    },
    at,
  );
}

function unitsOf(desk: Desk, audience: Audience, now: Instant): string[] {
  if (audience.to === 'units') return [...audience.units];
  if (audience.to === 'missing') {
    const tasks = desk.store.tasks.ofRound(audience.obligation, audience.period);
    return tasks.filter((task) => isOutstanding(task.state)).map((task) => task.unit);
  }
  const units = desk.store.units.owingOn(dayOf(now, desk.zone));
  return units.filter((unit) => audience.to === 'all' || unit.kind === audience.kind).map((unit) => unit.code);
}
