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

/** Breaks each mechanism in turn and says which invariant noticed within that many years. */
export async function tryMutations(
  options: { seed: number; years: number; units: number; atOnce: number; only?: readonly string[] },
  onVerdict: (verdict: Verdict) => void,
): Promise<void> {
  for (const { name, breaks } of MUTATIONS) {
    if (options.only !== undefined && !options.only.includes(name)) continue;
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
      }));
      await simulateMany(orders, options.atOnce, ({ breaches }) => {
        years += 1;
        for (const { invariant } of breaches) if (!caughtBy.includes(invariant)) caughtBy.push(invariant);
      });
    }
    onVerdict({ name, breaks, caughtBy, years });
  }
}
