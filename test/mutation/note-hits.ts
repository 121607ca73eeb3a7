import { appendFileSync } from 'node:fs';

/**
 * Preloaded where an instrumented tree runs: writes down, once each, which mutants are come by and in which test (none: while
 * a file is being imported, or outside of the tests). Under the names that Stryker's instrumented sources look for.
 */
interface Hits {
  currentTestId?: string | undefined;
  activeMutant: string;
  mutantCoverage: { static: object; perTest: object };
}
const globals = globalThis as { __stryker__?: Hits };

export const hits: Hits = globals.__stryker__ ?? createHits(process.env.MUTANT_HITS ?? '');
globals.__stryker__ = hits;

function createHits(path: string): Hits {
  const recorders = new Map<string, object>();
  const recorderOf = (test: string): object => {
    const known = recorders.get(test);
    if (known !== undefined) return known;
    const seen = new Set<string | symbol>();
    const recorder = new Proxy(
      {},
      {
        get: () => 0,
        set(_, mutant) {
          if (!seen.has(mutant)) appendFileSync(path, `${String(mutant)}\t${test}\n`);
          seen.add(mutant);
          return true;
        },
      },
    );
    recorders.set(test, recorder);
    return recorder;
  };
  const perTest = new Proxy({}, { get: (_, test) => recorderOf(String(test)), set: () => true });
  return { activeMutant: 'none', mutantCoverage: { static: recorderOf(''), perTest } };
}
