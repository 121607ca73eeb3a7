import type { Instant } from '../domain/calendar.ts';
import { mayDisturb } from '../domain/sending-hours.ts';
import { sayReplicaBehind, sayReplicaWhole } from '../wording/replica.ts';
import type { Desk } from './desk.ts';
import { tellCoordinators } from './tell.ts';

const BEHIND_MS = 60_000;
const WHOLE_MS = 20_000;
const FACT = 'replica_behind';

/** Tells the coordinators once when the copy is more than a minute behind, and once when that is over. 1 when something was said. */
export function warnReplica(desk: Desk, lagMs: number, now: Instant): number {
  const { store } = desk;
  const rules = desk.rules();
  const wasBehind = (store.facts.get(FACT) ?? '') !== '';
  const isNews = wasBehind ? lagMs < WHOLE_MS : lagMs > BEHIND_MS;
  if (!isNews || !mayDisturb(rules.policy, rules.calendar, now)) return 0;
  return store.transact(() => {
    const text = wasBehind ? sayReplicaWhole() : sayReplicaBehind(Math.round(lagMs / 60_000));
    tellCoordinators(desk, { text }, now);
    store.facts.set(FACT, wasBehind ? '' : String(now));
    return 1;
  });
}
