import type { Breach } from './journal.ts';
import { liveThrough, simulateMany, type YearOrder } from './many-years.ts';

export interface EveryDeath {
  /** Transactions of the run in which nobody dies. */
  commits: number;
  /** Those in which there is something to die in: see `worthDying`. */
  boundaries: number;
  /** Lives lived: one death each, before or after one transaction. */
  deaths: number;
  breaches: { commit: number; moment: 'before' | 'after'; breach: Breach }[];
}

export interface EveryDeathOptions {
  seed: number;
  units: number;
  days: number;
  atOnce: number;
  /** Every so many-th transaction only; 1 = all of them. */
  every?: number;
  /** Enough as soon as one death shows something. */
  untilBreach?: boolean;
  mutation?: string;
}

/** Lives between two looks at whether a breach was found. */
const BATCH = 16;

/** A few weeks in a kind world, lived again and again: each time the process dies at another transaction boundary. */
export async function dieEverywhere(options: EveryDeathOptions): Promise<EveryDeath> {
  const { seed, units, days, atOnce, every = 1, untilBreach = false, mutation } = options;
  const life: YearOrder = { seed, units, days, roughness: 0, ...(mutation === undefined ? {} : { mutation }) };
  const undisturbed = await liveThrough({ seed, units, days, roughness: 0, notesStates: true });
  const { commits, breaches: ofItself } = undisturbed;
  if (ofItself.length > 0) throw new Error(`seed ${seed} breaks ${ofItself[0]?.invariant} even when nobody dies`);
  const boundaries = worthDying(undisturbed.states, commits);
  const moments = boundaries
    .filter((_, index) => (index + 1) % every === 0)
    .flatMap((number) => (['before', 'after'] as const).map((moment) => ({ number, moment })));
  const breaches: EveryDeath['breaches'] = [];
  let deaths = 0;
  while (deaths < moments.length && !(untilBreach && breaches.length > 0)) {
    const some = moments.slice(deaths, untilBreach ? deaths + BATCH : moments.length);
    deaths += some.length;
    await simulateMany(
      some.map((diesAtCommit) => ({ ...life, diesAtCommit, stopsAtBreach: true })),
      atOnce,
      (result, index) => {
        const { number = 0, moment = 'before' } = some[index] ?? {};
        for (const breach of result.breaches) breaches.push({ commit: number, moment, breach });
      },
    );
  }
  return { commits, boundaries: boundaries.length, deaths, breaches };
}

/**
 * The transactions at which a death may leave something new. Where several in a row change nothing but when a waiting row is looked at next
 * (a message that waits for the morning is looked at every ten minutes), the first and the last of them stand for all.
 */
function worthDying(states: readonly string[], commits: number): number[] {
  const changes = (number: number): boolean => states[number] === undefined || states[number] !== states[number - 1];
  return Array.from({ length: commits }, (_, index) => index + 1).filter(
    (number) => changes(number) || changes(number - 1) || number === commits || changes(number + 1),
  );
}
