import type { Day, Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { causeOf, reminderKey, rowOf } from '../domain/reminder-key.ts';
import { nextSendingMoment } from '../domain/sending-hours.ts';
import { isOutstanding } from '../domain/task.ts';
import type { UnitCode } from '../domain/unit.ts';
import type { Nudge } from '../store/nudges.ts';
import type { MemberRow } from '../store/people.ts';
import type { Task } from '../store/tasks.ts';
import type { Act, Desk } from './desk.ts';
import { may } from './desk.ts';
import { audienceOf, remindPerson } from './fire-reminders.ts';
import { hasMoreTime } from './round-detail.ts';
import { exampleOf, isReachable } from './round-status.ts';
import { isDayFull } from './tell-units.ts';

/** Whom a coordinator chases, and how. */
export interface NudgeOrder {
  obligation: string;
  period: string;
  /** These alone; null: all that are missing. */
  units: readonly UnitCode[] | null;
  /** Those of them that were named one by one, and not by their kind: chased though they have more time. Null or absent: all of them. */
  named?: readonly UnitCode[] | null;
  /** None of these, whatever else is named. */
  except: readonly UnitCode[];
  /** Also those who promised a time, who were given more time, and whom somebody nudged today. */
  everybody: boolean;
  /** What is added; empty: nothing. */
  words: string;
  /** Outside the sending hours too. */
  atOnce: boolean;
}

interface NudgedUnit {
  task: Task;
  people: readonly MemberRow[];
}

export interface NudgePlan {
  /** Whom it goes to, with those of their people who can be written to. */
  chased: readonly NudgedUnit[];
  /** Left out: until when they promised, or nudged today already. */
  promised: readonly { task: Task; until: Instant }[];
  nudgedToday: readonly Task[];
  /** Left out unless they are named one by one: they have more time than the round, and their own last day has not come. */
  extended: readonly Task[];
  /** Left out, named or not: they hold a genuine receipt of a lost report, which a coordinator has to take in. */
  proven: readonly Task[];
  /** Their people have joined, and no message gets to any of them. */
  unreached: readonly Task[];
  /** Nobody has joined. */
  nobody: readonly Task[];
  /** Their people have had as many messages that day as anybody gets: it would be sent to none of them. */
  full: readonly Task[];
}

/** Whom it would reach now, and who is left out why. Nothing is written. */
export function planNudge(desk: Desk, order: NudgeOrder, now: Instant): NudgePlan {
  const { store } = desk;
  const { policy, calendar } = desk.rules();
  const today = dayOf(now, desk.zone);
  const arrivesOn = order.atOnce ? today : dayOf(nextSendingMoment(policy, calendar, now), desk.zone);
  const plan = {
    chased: [],
    promised: [],
    nudgedToday: [],
    extended: [],
    proven: [],
    unreached: [],
    nobody: [],
    full: [],
  } as {
    -readonly [Key in keyof NudgePlan]: NudgePlan[Key][number][];
  };
  const [first, ...others] = store.tasks.ofRound(order.obligation, order.period);
  const general = first === undefined ? null : exampleOf([first, ...others]);
  for (const task of missingOf(desk, order)) {
    const members = audienceOf(desk, task.unit, ['liaison', 'leader']);
    const until = store.promises.latestOf(task.id)?.until ?? 0;
    const reachable = members.filter(({ person }) => isReachable(desk, person));
    const people = reachable.filter(({ person }) => !isDayFull(desk, person, arrivesOn, policy.dailyCap));
    if (store.receiptClaims.waitsFor(task.id)) plan.proven.push(task);
    else if (members.length === 0) plan.nobody.push(task);
    else if (reachable.length === 0) plan.unreached.push(task);
    else if (general !== null && isLeftTime(desk, order, task, general, now)) plan.extended.push(task);
    else if (until > now && !order.everybody) plan.promised.push({ task, until });
    else if (wasNudgedOn(desk, task, today) && !order.everybody) plan.nudgedToday.push(task);
    else if (people.length === 0) plan.full.push(task);
    else plan.chased.push({ task, people });
  }
  return plan;
}

function isLeftTime(desk: Desk, order: NudgeOrder, task: Task, general: Task, now: Instant): boolean {
  const named = order.named ?? order.units ?? [];
  return !named.includes(task.unit) && !order.everybody && hasMoreTime(desk, task, general, now);
}

/** Those of the units that owe nothing in the round, or no more: nobody has to chase them. */
export function settledAmong(desk: Desk, round: Round, units: readonly UnitCode[]): UnitCode[] {
  const owing = new Set(outstandingOf(desk, round).map(({ unit }) => unit));
  return units.filter((unit) => !owing.has(unit));
}

type Round = Pick<NudgeOrder, 'obligation' | 'period'>;

function outstandingOf({ store }: Desk, { obligation, period }: Round): Task[] {
  return store.tasks.ofRound(obligation, period).filter((task) => isOutstanding(task.state));
}

function missingOf(desk: Desk, { units, except, ...round }: NudgeOrder): Task[] {
  return outstandingOf(desk, round).filter(
    ({ unit }) => (units === null || units.includes(unit)) && !except.includes(unit),
  );
}

/** More than one report's people get of reminders in a day. */
const TRIES_LOOKED_AT = 40;

function wasNudgedOn(desk: Desk, task: Task, today: Day): boolean {
  return desk.store.reminders
    .triesOf(task.id, TRIES_LOOKED_AT)
    .filter(({ state }) => ['queued', 'sending', 'accepted', 'unknown'].includes(state))
    .some(({ milestone, decidedAt }) => causeOf(milestone) === 'nudge' && dayOf(decidedAt, desk.zone) === today);
}

/** Reminds who is missing in the round, now; null where nobody is left to be reminded: somebody else was faster. */
export function nudge(desk: Desk, act: Act, order: NudgeOrder): { id: number; people: number } | null {
  const { store } = desk;
  if (!may(desk, act.person, 'chase')) return null;
  return store.transact(() => {
    const { chased } = planNudge(desk, order, act.at);
    if (chased.length === 0) return null;
    const { obligation, period, words } = order;
    const atOnce = order.atOnce ? 1 : 0;
    const id = store.nudges.add({ obligation, period, by: act.person, at: act.at, words, atOnce });
    const rule = { key: reminderKey('nudge', id), repeatIfUnknown: false };
    const reminded = new Set<number>();
    for (const { task, people } of chased) {
      for (const member of people) {
        if (remindPerson(desk, { task, rule, member, now: act.at, kind: 'nudge' })) reminded.add(member.person);
        const waiting = store.outbox.waitingFor(member.person, 'nudge');
        // One that waits for the morning goes now with this one.
        if (order.atOnce && waiting !== null) store.outbox.putOff(waiting, 0);
      }
    }
    const details = { nudge: id, people: reminded.size, units: chased.length, atOnce: order.atOnce };
    store.audit.add(act.at, act.person, 'nudge', `${obligation}:${period}`, details);
    return { id, people: reminded.size };
  });
}

/** Whose name and words a waiting message carries: those of the newest nudge in it; null: of none. */
export function nudgeBehind({ store }: Desk, outbox: number): Nudge | null {
  const ids = store.reminders.ofOutbox(outbox).map(({ milestone }) => rowOf(milestone, 'nudge') ?? 0);
  return store.nudges.find(Math.max(0, ...ids));
}
