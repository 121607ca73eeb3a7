import type { Role } from '../domain/access.ts';
import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { isOutstanding, standingOf } from '../domain/task.ts';
import type { UnitCode, UnitKind } from '../domain/unit.ts';
import { inUnitOrder } from '../domain/unit-order.ts';
import type { Task } from '../store/tasks.ts';
import type { Desk } from './desk.ts';
import { audienceOf } from './fire-reminders.ts';
import { isReachable, reachOf } from './round-status.ts';

/** How a unit stands in a round, where a notice is for those alone. late: handed in, after the deadline. */
export const AUDIENCE_STATES = ['missing', 'submitted', 'late'] as const;
export type AudienceState = (typeof AUDIENCE_STATES)[number];

/** Whom a notice is for: units, and of these, where `roles` names some, only the people who hold one of them. */
export type Audience = (
  | { to: 'all' }
  | { to: 'kind'; kind: UnitKind }
  | { to: AudienceState; obligation: string; period: string; units?: readonly UnitCode[] | undefined }
  | { to: 'units'; units: readonly UnitCode[] }
) & {
  /** Only units of these kinds. */
  kinds?: readonly UnitKind[] | undefined;
  /** None of these, whatever else is named. */
  except?: readonly UnitCode[] | undefined;
  roles?: readonly Role[] | undefined;
  /** Of the units these people alone, whatever their role. */
  people?: readonly number[] | undefined;
};

export interface Recipients {
  units: readonly string[];
  people: readonly { person: number; name: string; unit: string; role: Role }[];
  /** Those of them whom no message gets to at present. */
  shutOut: readonly number[];
  /** Units whose people have joined, and no message gets to any of them. */
  unitsShutOut: readonly string[];
  /** Units in the audience without anybody who has joined. */
  withoutPeople: readonly string[];
}

const REPORTERS: readonly Role[] = ['liaison', 'leader'];

/** The people an audience means right now: those who report for its units, unless it names roles. */
export function recipientsOf(desk: Desk, audience: Audience, now: Instant): Recipients {
  const units = unitsOf(desk, audience, now);
  const people = new Map<number, Recipients['people'][number]>();
  for (const unit of units) {
    for (const { person, name, role } of membersOf(desk, unit, audience)) {
      if (!people.has(person)) people.set(person, { person, name, unit, role });
    }
  }
  const shutOut = [...people.keys()].filter((person) => !isReachable(desk, person));
  return {
    units,
    people: [...people.values()],
    shutOut,
    unitsShutOut: units.filter((unit) => reachOf(desk, unit) === 'blocked'),
    withoutPeople: units.filter((unit) => membersOf(desk, unit, audience).length === 0),
  };
}

/** Whoever is written to as a leader is one: nobody stands in for them. */
function membersOf(desk: Desk, unit: string, { roles, people }: Audience) {
  if (people !== undefined) return desk.store.people.ofUnit(unit).filter(({ person }) => people.includes(person));
  if (roles === undefined) return audienceOf(desk, unit, REPORTERS);
  return desk.store.people.ofUnit(unit).filter((member) => roles.includes(member.role));
}

function unitsOf(desk: Desk, audience: Audience, now: Instant): string[] {
  const { kinds, except = [] } = audience;
  const named = namedUnits(desk, audience, now).filter((code) => !except.includes(code));
  if (kinds === undefined) return named;
  const ofKind = desk.store.units.owingOn(dayOf(now, desk.zone)).filter((unit) => kinds.includes(unit.kind));
  return named.filter((code) => ofKind.some((unit) => unit.code === code));
}

/** In the order in which people look for them: the lists that are shown are made of them. */
function namedUnits(desk: Desk, audience: Audience, now: Instant): string[] {
  const day = dayOf(now, desk.zone);
  const known = inUnitOrder(
    codesIn(desk, audience, now).flatMap((code) => desk.store.units.find(code, day) ?? []),
    (unit) => unit,
  );
  return known.map(({ code }) => code);
}

function codesIn(desk: Desk, audience: Audience, now: Instant): string[] {
  if (audience.to === 'units') return [...audience.units];
  if (audience.to === 'all' || audience.to === 'kind') {
    const units = desk.store.units.owingOn(dayOf(now, desk.zone));
    return units.filter((unit) => audience.to === 'all' || unit.kind === audience.kind).map((unit) => unit.code);
  }
  const { to, obligation, period } = audience;
  return desk.store.tasks
    .ofRound(obligation, period)
    .filter((task) => stands(task, to) && audience.units?.includes(task.unit) !== false)
    .map((task) => task.unit);
}

function stands(task: Task, state: AudienceState): boolean {
  if (state === 'missing') return isOutstanding(task.state);
  if (task.state === 'waived' || isOutstanding(task.state)) return false;
  return state === 'submitted' || standingOf(task) === 'late';
}
