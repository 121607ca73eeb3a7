import { describe, expect, it } from 'vitest';
import type { Sight } from '../../src/replica/coverage.ts';
import { createCoverage } from '../../src/replica/coverage.ts';

const FIRST: Sight = {
  wire: 1000,
  log: { generation: 'a', index: 3, size: 500 },
  syncs: 10,
  errors: 0,
  replica: { index: 3, offset: 500 },
};

/** Looks, each with what is other than at the look before; the moment that is covered after each. */
function look(...changes: readonly Partial<Sight>[]): number[] {
  const coverage = createCoverage();
  let sight = FIRST;
  return [{}, ...changes].map((change, index) => {
    sight = { ...sight, wire: 1000 + index, ...change };
    coverage.saw(sight);
    return coverage.coveredAt();
  });
}

const NEVER = Number.NEGATIVE_INFINITY;
const at = (size: number, index = 3, generation = 'a') => ({ generation, index, size });

describe('what the replica has', () => {
  it('is what was committed before a sync that surely began later, once that is uploaded', () => {
    expect(
      look(
        { syncs: 11, log: at(600) },
        // The second sync is over: what this log has after it is enough.
        { syncs: 12 },
        { log: at(700) },
        { replica: { index: 3, offset: 600 } },
        { replica: { index: 3, offset: 700 } },
      ),
    ).toEqual([NEVER, NEVER, NEVER, NEVER, NEVER, 1000]);
  });

  it('goes on through a new file of the log', () => {
    const covered = look(
      { syncs: 12 },
      { log: at(700) },
      { log: at(40, 4), replica: { index: 4, offset: 40 }, syncs: 20 },
    );
    expect(covered.at(-1)).toBe(1000);
  });

  it.each([
    ['syncs that failed', { errors: 1, syncs: 12 }],
    ['a litestream that began anew', { syncs: 0 }],
    ['another generation', { log: at(600, 3, 'b'), syncs: 12 }],
  ] as readonly [string, Partial<Sight>][])('is asked for anew after %s', (_name, change) => {
    const uploaded = { replica: { index: 3, offset: 600 } };
    const covered = look(change, { ...uploaded, log: { ...at(600), ...(change.log ?? {}) } });
    expect(covered.at(-1)).toBe(NEVER);
  });

  it('is not read from the figure of an older generation', () => {
    const covered = look(
      { log: at(400, 3, 'b') },
      { syncs: 20 },
      { syncs: 30 },
      { syncs: 40 },
      { replica: { index: 3, offset: 450 } },
    );
    expect(covered.slice(0, -1)).toEqual(Array.from({ length: 5 }, () => NEVER));
    expect(covered.at(-1)).toBeGreaterThan(NEVER);
  });

  it('must have been there for a while where what came last may be given up', () => {
    const coverage = createCoverage(1100);
    const looks = [
      FIRST,
      { ...FIRST, syncs: 12 },
      { ...FIRST, syncs: 13, log: at(600), replica: { index: 3, offset: 600 } },
      { ...FIRST, syncs: 13, log: at(600), replica: { index: 3, offset: 600 } },
      { ...FIRST, syncs: 13, log: at(600), replica: { index: 3, offset: 600 } },
    ];
    const covered = looks.map((sight, index) => {
      coverage.saw({ ...sight, wire: 1000 + index * 600 });
      return coverage.coveredAt();
    });
    expect(covered).toEqual([NEVER, NEVER, NEVER, NEVER, 1000]);
  });

  it('stands still while nothing is uploaded, and comes up again', () => {
    const down = Array.from({ length: 600 }, (_, index) => ({ syncs: 12 + index, log: at(600 + index) }));
    const covered = look(...down, { replica: { index: 3, offset: 1199 } }, {}, {}, {});
    expect(covered.at(-5)).toBe(NEVER);
    expect(covered.at(-1)).toBeGreaterThan(1300);
  });
});
