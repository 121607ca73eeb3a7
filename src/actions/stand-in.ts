import type { Day, Instant } from '../domain/calendar.ts';
import { addDays, dayOf, startOfDay } from '../domain/calendar.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { StandIn } from '../store/stand-ins.ts';
import type { LiveStandIn, SpokenStandIn } from '../wording/stand-in.ts';
import {
  sayAskedToStandIn,
  sayStandInBegins,
  sayStandInDeclined,
  sayStandInEnded,
  sayStandInUnanswered,
  sayWillStandIn,
} from '../wording/stand-in.ts';
import type { Act, Desk } from './desk.ts';
import { may, nameOf } from './desk.ts';
import { tellPerson } from './tell.ts';

/** Longer than a leave of that many days is a hand-over. */
const MOST_DAYS = 200;

export type StandInOrder = Pick<StandIn, 'unit' | 'absent' | 'substitute' | 'from' | 'until'>;

/**
 * Asks somebody of the unit to stand in for its liaison on these days: by the liaison, or by a coordinator. Nothing changes until they
 * agree. One that was asked before for the same days and has not answered is asked no more.
 */
export function proposeStandIn(desk: Desk, act: Act, order: StandInOrder): Result<StandIn> {
  const { store } = desk;
  const { unit, absent, substitute, from, until } = order;
  const fault = faultOfStretch(desk, act, order);
  if (fault?.problem === 'not-allowed') return no(fault);
  if (absent === substitute || !store.people.ofUnit(unit).some(({ person }) => person === substitute))
    return no({ problem: 'no-such-role' });
  if (fault !== null) return no(fault);
  const overlapping = overlappingOf(desk, order);
  return store.transact(() => {
    for (const { id } of overlapping) store.standIns.move(id, 'ended', 0, act.at);
    const id = store.standIns.add({ ...order, proposedBy: act.person, at: act.at });
    store.audit.add(act.at, act.person, 'propose-stand-in', `person:${absent}`, { unit, substitute, from, until, id });
    const standIn = theOne(desk, id);
    tellPerson(desk, substitute, sayAskedToStandIn(spoken(desk, standIn, act.at), id), act.at);
    return ok(standIn);
  });
}

/** What is in the way of somebody's standing in for that liaison on those days, whoever it is. */
export function faultOfStretch(desk: Desk, act: Act, order: Omit<StandInOrder, 'substitute'>): Problem | null {
  const { unit, absent, from, until } = order;
  if (act.person !== absent && !may(desk, act.person, 'end-access')) return { problem: 'not-allowed' };
  const holds = desk.store.people.ofUnit(unit).some(({ person, role }) => person === absent && role === 'liaison');
  if (!holds) return { problem: 'no-such-role' };
  const today = dayOf(act.at, desk.zone);
  if (from < today || until < from || until > addDays(from, MOST_DAYS))
    return { problem: 'stretch-odd', most: MOST_DAYS };
  return overlappingOf(desk, order).some(({ state }) => state !== 'proposed') ? { problem: 'stand-in-there' } : null;
}

function overlappingOf({ store }: Desk, { unit, absent, from, until }: Omit<StandInOrder, 'substitute'>): StandIn[] {
  return store.standIns.liveOf(unit).filter((one) => one.absent === absent && one.from <= until && from <= one.until);
}

/** A substitution as it is said; none where it is over. */
export function viewLive(desk: Desk, standIn: StandIn, now: Instant): LiveStandIn[] {
  const { id, state } = standIn;
  return state === 'declined' || state === 'ended' ? [] : [{ one: spoken(desk, standIn, now), id, state }];
}

/** Who takes, or is to take, whose place in the unit. */
export function standInsOf(desk: Desk, unit: string, now: Instant): LiveStandIn[] {
  const today = dayOf(now, desk.zone);
  return desk.store.standIns
    .liveOf(unit)
    .filter(({ until }) => until >= today)
    .flatMap((one) => viewLive(desk, one, now));
}

/** The substitute agrees, or does not: once. Whoever is absent, and who asked, are told. */
export function answerStandIn(desk: Desk, act: Act, id: number, agrees: boolean): Result<StandIn> {
  const { store } = desk;
  const standIn = store.standIns.find(id);
  if (standIn === null || standIn.substitute !== act.person) return no({ problem: 'no-stand-in' });
  if (standIn.state !== 'proposed' || standIn.until < dayOf(act.at, desk.zone)) return no({ problem: 'no-stand-in' });
  return store.transact(() => {
    store.standIns.move(id, agrees ? 'agreed' : 'declined', 0, act.at);
    const action = agrees ? 'agree-to-stand-in' : 'decline-to-stand-in';
    store.audit.add(act.at, act.person, action, `person:${standIn.absent}`, { unit: standIn.unit, id });
    const words = agrees ? sayWillStandIn : sayStandInDeclined;
    const text = words(spoken(desk, standIn, act.at));
    for (const person of new Set([standIn.absent, standIn.proposedBy]))
      if (person !== act.person) tellPerson(desk, person, { text }, act.at);
    turnStandIns(desk, act.at, act.person);
    return ok(theOne(desk, id));
  });
}

/** Ends it before its last day: by either side, or by a coordinator. Both sides are told. */
export function endStandIn(desk: Desk, act: Act, id: number): Result<StandIn> {
  const { store } = desk;
  const standIn = store.standIns.find(id);
  const isTheirs = standIn !== null && [standIn.absent, standIn.substitute].includes(act.person);
  if (standIn === null || (!isTheirs && !may(desk, act.person, 'end-access'))) return no({ problem: 'no-stand-in' });
  if (!['proposed', 'agreed', 'running'].includes(standIn.state)) return no({ problem: 'no-stand-in' });
  return store.transact(() => {
    end(desk, standIn, { person: act.person, at: act.at }, 'ended-early');
    return ok(theOne(desk, id));
  });
}

/** Begins what begins today and ends what is over: its last day, or the role of one of the two. How many changed. `knows`: who
 * is being told in their own chat. */
export function turnStandIns(desk: Desk, now: Instant, knows: number | null = null): number {
  const { store } = desk;
  const today = dayOf(now, desk.zone);
  const turning = store.standIns.live().filter((one) => isOver(desk, one, today) || isToBegin(one, today));
  if (turning.length === 0) return 0;
  return store.transact(() => {
    for (const one of turning) {
      if (isOver(desk, one, today)) end(desk, one, { person: null, at: now }, 'over');
      else begin(desk, one, { now, knows });
    }
    return turning.length;
  });
}

function isToBegin({ state, from }: StandIn, today: Day): boolean {
  return state === 'agreed' && from <= today;
}

/** Its last day is over, or one of the two holds no longer what it rests on. */
function isOver({ store }: Desk, { unit, absent, substitute, until, state }: StandIn, today: Day): boolean {
  const people = store.people.ofUnit(unit);
  const isThere = people.some(({ person, role }) => person === absent && role === 'liaison');
  const mayReport = (role: string): boolean => state !== 'running' || role !== 'staff';
  return until < today || !isThere || !people.some(({ person, role }) => person === substitute && mayReport(role));
}

function begin(desk: Desk, standIn: StandIn, { now, knows }: { now: Instant; knows: number | null }): void {
  const { store } = desk;
  const { id, unit, absent, substitute, until } = standIn;
  const reports = store.people.ofUnit(unit).some(({ person, role }) => person === substitute && role === 'liaison');
  if (!reports) store.people.join(substitute, 'liaison', unit, now);
  store.standIns.move(id, 'running', reports ? 0 : 1, now);
  store.audit.add(now, null, 'begin-stand-in', `person:${absent}`, { unit, substitute, until, id });
  const content = { text: sayStandInBegins(spoken(desk, standIn, now)) };
  // A weekend's is over when the sending hours begin.
  const over = startOfDay(addDays(until, 1), desk.zone);
  for (const person of [absent, substitute])
    if (person !== knows) tellPerson(desk, person, content, now, { expiresAt: over });
}

function end(desk: Desk, standIn: StandIn, by: { person: number | null; at: Instant }, why: string): void {
  const { store } = desk;
  const { id, unit, absent, substitute, state, granted } = standIn;
  if (granted === 1) store.people.leave(substitute, 'liaison', unit, by.at);
  store.standIns.move(id, 'ended', 0, by.at);
  store.audit.add(by.at, by.person, 'end-stand-in', `person:${absent}`, { unit, substitute, from: state, why, id });
  const isUnanswered = state === 'proposed' && by.person === null;
  const words = isUnanswered ? sayStandInUnanswered : sayStandInEnded;
  for (const person of isUnanswered ? [absent] : [absent, substitute])
    if (person !== by.person) tellPerson(desk, person, { text: words(spoken(desk, standIn, by.at)) }, by.at);
}

function theOne({ store }: Desk, id: number): StandIn {
  const found = store.standIns.find(id);
  if (found === null) throw new Error(`stand-in ${id} is not there`);
  return found;
}

export function spoken(desk: Desk, { unit, absent, substitute, from, until }: StandIn, now: Instant): SpokenStandIn {
  const name = desk.store.units.find(unit, dayOf(now, desk.zone))?.name ?? unit;
  return { unit: name, absent: nameOf(desk, absent), substitute: nameOf(desk, substitute), from, until };
}

/** The next midnight at which one begins or is over. */
export function nextStandInAfter({ store, zone }: Pick<Desk, 'store' | 'zone'>, now: Instant): Instant | null {
  const days = store.standIns.live().flatMap(({ from, until }) => [from, addDays(until, 1)]);
  const moments = days.map((day) => startOfDay(day, zone)).filter((moment) => moment > now);
  return moments.length === 0 ? null : Math.min(...moments);
}
