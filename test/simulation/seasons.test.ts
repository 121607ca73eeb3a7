import { describe, expect, it } from 'vitest';
import { buildShim } from '../power/synced-state.ts';
import { dieEverywhere } from './every-death.ts';
import { addYear, createFigures, tell } from './figures.ts';
import { LATE } from './lateness.ts';
import { MUTATIONS } from './mutations.ts';
import { simulate } from './simulate-by-shell.ts';
import { simulateYear } from './year.ts';

/** What takes the simulation too long for `npm test`: part of `npm run test:e2e`. */
describe('a season in which everything goes wrong', () => {
  it('breaks no invariant with another seed either', async () => {
    expect((await simulateYear({ seed: 2, units: 8, days: 70, roughness: 3 })).breaches).toEqual([]);
  });

  it('is the same to the letter for the same seed, and another one for another', async () => {
    const live = async (seed: number): Promise<string> => {
      const figures = createFigures();
      addYear(figures, await simulateYear({ units: 4, days: 40, seed }));
      return tell(figures, 4);
    };
    const [first, again, other] = [await live(7), await live(7), await live(8)];
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });
});

describe('lateness', () => {
  it.each(['slow-reminders', 'slow-answers'])('without a reason fails the run (%s)', async (name) => {
    const mutation = MUTATIONS.find((one) => one.name === name) ?? null;
    expect(mutation).not.toBeNull();
    const world = { seed: 1, units: 4, days: 24, roughness: 0 };
    const { breaches } = await simulateYear({ ...world, mutation, stopsAtBreach: true });
    expect(breaches.map(({ invariant }) => invariant)).toContain(LATE);
    expect((await simulateYear(world)).breaches).toEqual([]);
  });
});

describe('the change of 1/7/2025', () => {
  it('breaks no invariant: parts of three units become two, by a plan that is applied in mid-round', async () => {
    const { breaches, counts } = await simulateYear({ seed: 82, units: 5, days: 100 });
    expect(breaches).toEqual([]);
    expect(new Map(counts).get('people: units merged')).toBe(1);
  });
});

describe('a process that dies at a transaction boundary', () => {
  it('would be noticed if answers were written after the commit instead of in it', async () => {
    const { breaches } = await dieEverywhere({
      seed: 3,
      units: 2,
      days: 12,
      atOnce: 2,
      every: 3,
      untilBreach: true,
      mutation: 'outbox-after-commit',
    });
    expect(breaches.map(({ breach }) => breach.invariant)).toContain('I9 everything typed is answered');
  });
});

describe.skipIf(buildShim() === null)('a power loss', () => {
  const small = ['--power', '--units', '3', '--days', '30', '--workers', '2', '--years'];

  it('takes what was not synced, and breaks no invariant', () => {
    const { status, stdout, stderr } = simulate(...small, '2');
    expect(`${stdout}${stderr}`).toContain('invariants: all held');
    expect(status).toBe(0);
    expect(Number(/lost what was not synced: (\d+)/u.exec(stdout)?.[1]), 'power losses').toBeGreaterThan(10);
  });

  it('would be noticed if commits did not wait for the disk', () => {
    // A power loss between two checkpoints shows only where something was said meanwhile: not every small world has one.
    const { status, stdout } = simulate(...small, '8', '--mutations');
    expect(stdout).toMatch(/^\| nothing \| nothing \|/mu);
    for (const level of ['OFF', 'NORMAL'])
      expect(stdout).toMatch(new RegExp(`^\\| .*synchronous = ${level}.* \\| I\\d+ `, 'mu'));
    expect(status).toBe(0);
  });
});
