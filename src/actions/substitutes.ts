import type { MemberRow } from '../store/people.ts';
import type { Desk } from './desk.ts';
import { isReachable } from './round-status.ts';

/** Whom somebody stands in for in that unit just now; null: for nobody. */
export function standsInFor({ store }: Desk, person: number, unit: string): number | null {
  const running = store.standIns.liveOf(unit).find((one) => one.state === 'running' && one.substitute === person);
  return running?.absent ?? null;
}

/**
 * Those of a unit who are to be told, with whoever stands in in the place of who is absent. A substitute no message reaches takes
 * nobody's place, and where nobody would be left everybody is told: a reminder lost is a report late.
 */
export function withSubstitutes(desk: Desk, unit: string, chosen: readonly MemberRow[]): MemberRow[] {
  const { store } = desk;
  const running = store.standIns.liveOf(unit).filter(({ state }) => state === 'running');
  if (running.length === 0) return [...chosen];
  const members = store.people.ofUnit(unit).filter(({ role }) => role !== 'staff');
  const working = running.filter(
    ({ substitute }) => isReachable(desk, substitute) && members.some(({ person }) => person === substitute),
  );
  const absent = new Set(working.map((one) => one.absent));
  const replaced = working.filter((one) => chosen.some(({ person }) => person === one.absent));
  const substitutes = members.filter(({ person }) => replaced.some(({ substitute }) => substitute === person));
  const told = [...chosen, ...substitutes].filter(({ person }) => !absent.has(person));
  return told.length > 0 ? told : [...chosen];
}
