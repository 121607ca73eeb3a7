import { simulateMany } from './many-years.ts';
import { MUTATIONS } from './mutations.ts';

export interface Verdict {
  name: string;
  breaks: string;
  /** The invariants that noticed, the first one first; empty when none did. */
  caughtBy: string[];
  /** Years it took. */
  years: number;
}

/** The same worlds with nothing broken: what breaks an invariant there says nothing about a mutation. */
export const CONTROL = { name: 'control', breaks: 'nothing' } as const;

/** Breaks each mechanism in turn, after none, and says which invariant noticed within that many years. */
export async function tryMutations(
  options: {
    seed: number;
    years: number;
    units: number;
    atOnce: number;
    days?: number;
    only?: readonly string[];
    shadow?: string;
  },
  onVerdict: (verdict: Verdict) => void,
): Promise<void> {
  const { shadow, days } = options;
  for (const { name, breaks, synchronous } of [{ ...CONTROL, synchronous: undefined }, ...MUTATIONS]) {
    // Those of the disk show where the power is lost; the others need no such world.
    if (name !== CONTROL.name && (synchronous !== undefined) !== (shadow !== undefined)) continue;
    if (name !== CONTROL.name && options.only?.includes(name) === false) continue;
    const caughtBy: string[] = [];
    let years = 0;
    for (
      let seed = options.seed;
      seed < options.seed + options.years && caughtBy.length === 0;
      seed += options.atOnce
    ) {
      const orders = Array.from({ length: options.atOnce }, (_, index) => ({
        seed: seed + index,
        units: options.units,
        mutation: name,
        stopsAtBreach: true,
        ...(days === undefined ? {} : { days }),
        ...(shadow === undefined ? {} : { shadow }),
      }));
      await simulateMany(orders, options.atOnce, ({ breaches }) => {
        years += 1;
        for (const { invariant } of breaches) if (!caughtBy.includes(invariant)) caughtBy.push(invariant);
      });
    }
    onVerdict({ name, breaks, caughtBy, years });
  }
}
