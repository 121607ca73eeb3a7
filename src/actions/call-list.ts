import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { lastGoodWorkingDay } from '../domain/milestone-plan.ts';
import type { Stance } from '../domain/stance.ts';
import type { Unit } from '../domain/unit.ts';
import type { Contact } from '../store/contacts.ts';
import type { Task } from '../store/tasks.ts';
import type { Desk } from './desk.ts';
import type { MissingUnit } from './round-detail.ts';
import { roundDetail } from './round-detail.ts';
import type { RoundStatus } from './round-status.ts';

/** A unit that no message reaches or moves. */
export interface UnitToCall {
  task: Task;
  unit: Unit;
  stance: Stance;
  promisedUntil: Instant | null;
  /** Names of those who report for it. */
  people: readonly string[];
  /** Messages about it that arrived, and the last of those that were tried. */
  arrived: number;
  lastTry: { at: Instant; state: string; failure: string | null } | null;
  lastCall: Contact | null;
}

const TRIES_LOOKED_AT = 40;
/** So many messages that arrived and moved nothing make a call worth while before the last day, too. */
const UNMOVED = 3;

/** Whom to call about a round, in the order people look for them; who promised a time, is typing, or was spoken to today is left out. */
export function callList(desk: Desk, status: RoundStatus, now: Instant): UnitToCall[] {
  const { calendar } = desk.rules();
  const today = dayOf(now, desk.zone);
  return roundDetail(desk, status, now)
    .missing.map((one) => toCall(desk, one))
    .filter((one) => isToBeCalled(one, today >= lastGoodWorkingDay(one.task, calendar)))
    .filter((one) => one.stance === 'lapsed' || !wasSpokenTo(one, (at) => dayOf(at, desk.zone) === today));
}

function isToBeCalled({ stance, arrived }: UnitToCall, isLate: boolean): boolean {
  if (stance === 'nobody' || stance === 'unreached' || stance === 'lapsed') return true;
  return stance === 'silent' && (isLate || arrived >= UNMOVED);
}

function wasSpokenTo({ lastCall }: UnitToCall, isToday: (at: Instant) => boolean): boolean {
  return lastCall?.outcome === 'reached' && isToday(lastCall.at);
}

function toCall({ store }: Desk, { task, unit, stance, promisedUntil }: MissingUnit): UnitToCall {
  const tries = store.reminders.triesOf(task.id, TRIES_LOOKED_AT);
  const [last] = tries;
  const people = store.people.ofUnit(task.unit).filter(({ role }) => role !== 'staff');
  return {
    task,
    unit,
    stance,
    promisedUntil,
    people: [...new Set(people.map(({ name }) => name))],
    arrived: new Set(tries.filter(({ state }) => state === 'accepted').map(({ milestone }) => milestone)).size,
    lastTry: last === undefined ? null : { at: last.decidedAt, state: last.state, failure: last.failure },
    lastCall: store.contacts.latestOf(task.id),
  };
}
