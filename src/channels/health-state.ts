import type { Health } from './channel.ts';

export interface HealthState {
  read(): Health;
  good(): void;
  bad(detail: string): void;
}

/** Remembers how a channel is and since when. `since` moves only when good turns bad or bad turns good. */
export function createHealthState(wire: () => number): HealthState {
  let health: Health = { ok: false, since: wire(), detail: 'starting' };
  const turn = (ok: boolean, detail: string) => {
    health = { ok, detail, since: health.ok === ok ? health.since : wire() };
  };
  return { read: () => health, good: () => turn(true, ''), bad: (detail) => turn(false, detail) };
}
