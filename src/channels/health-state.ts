import type { Health } from './channel.ts';

export interface HealthState {
  read(): Health;
  good(): void;
  bad(detail: string): void;
}

export interface TokenWatch {
  refused(reason: string): void;
  taken(): void;
}

/** Makes a refused token known at once, and that it is good again with the next message the platform takes. */
export function createTokenWatch({ bad, good }: HealthState): TokenWatch {
  let isRefused = false;
  return {
    refused(reason) {
      isRefused = true;
      bad(reason);
    },
    taken() {
      if (isRefused) good();
      isRefused = false;
    },
  };
}

/** Remembers how a channel is and since when. `since` moves only when good turns bad or bad turns good. */
export function createHealthState(wire: () => number): HealthState {
  let health: Health = { ok: false, since: wire(), detail: 'starting' };
  const turn = (ok: boolean, detail: string) => {
    health = { ok, detail, since: health.ok === ok ? health.since : wire() };
  };
  return { read: () => health, good: () => turn(true, ''), bad: (detail) => turn(false, detail) };
}
