import { describe, expect, it } from 'vitest';
import { dieEverywhere } from './every-death.ts';
import { simulate } from './simulate-by-shell.ts';
import { simulateYear } from './year.ts';

/** The bounded part of the simulation. `seasons.test.ts` and CI (`.ci/run`) go on where this stops. */
describe('a season in which everything goes wrong', () => {
  it('breaks no invariant', async () => {
    const result = await simulateYear({ seed: 1, units: 8, days: 70, roughness: 3 });
    expect(result.breaches).toEqual([]);
    const count = new Map(result.counts);
    const sum = (pattern: RegExp): number =>
      result.counts.reduce((total, [what, n]) => total + (pattern.test(what) ? n : 0), 0);
    // What is said to hold must have been tried.
    expect(count.get('submissions'), 'reports').toBeGreaterThan(5);
    expect(count.get('reminder: taken by a platform'), 'reminders').toBeGreaterThan(5);
    expect(sum(/^death /u), 'deaths').toBeGreaterThan(3);
    expect(sum(/^send: /u), 'failed sends').toBeGreaterThan(10);
    expect(sum(/^decided: /u), 'decisions').toBeGreaterThan(5);
    expect(count.get('changes followed through the audit'), 'lines of the audit').toBeGreaterThan(5);
    for (const what of ['answer', 'reminder', 'reminders due'])
      expect(count.get(`${what}: in time`), `${what} judged by when they came`).toBeGreaterThan(5);
    for (const what of ['strangers', 'words', 'files']) expect(count.get(`flood: ${what}`), what).toBe(1);
    expect(count.get('flood: files that were kept'), 'files').toBeGreaterThan(10);
  });
});

describe('a process that dies at a transaction boundary', () => {
  it('leaves nothing lost, doubled or half done, wherever that is', async () => {
    const { commits, deaths, breaches } = await dieEverywhere({ seed: 3, units: 2, days: 8, atOnce: 2, every: 10 });
    expect(commits).toBeGreaterThan(80);
    expect(deaths).toBeGreaterThan(15);
    expect(breaches).toEqual([]);
  });
});

describe('npm run simulate', () => {
  it('says what it takes, and names what it cannot take', () => {
    expect(simulate('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--deaths') });
    expect(simulate('--years', 'nhiều')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('--years takes a whole number above 0, not "nhiều"'),
    });
    expect(simulate('--mutations', '--only', 'no-gravity').stderr).toContain('no such mutation: no-gravity');
    expect(simulate('--year', '1').status).toBe(2);
  });
});
