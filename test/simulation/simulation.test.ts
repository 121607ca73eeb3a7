import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { buildShim } from '../power/synced-state.ts';
import { dieEverywhere } from './every-death.ts';
import { simulateYear } from './year.ts';

/** The bounded part of the simulation. `seasons.test.ts` and CI (`.ci/run`) go on where this stops. */
const simulate = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/simulate.ts', ...args], { encoding: 'utf8' });

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

describe.skipIf(buildShim() === null)('a power loss', () => {
  const small = ['--power', '--units', '3', '--days', '30', '--years', '2', '--workers', '2'];

  it('takes what was not synced, and breaks no invariant', () => {
    const { status, stdout, stderr } = simulate(...small);
    expect(`${stdout}${stderr}`).toContain('invariants: all held');
    expect(status).toBe(0);
    expect(Number(/lost what was not synced: (\d+)/u.exec(stdout)?.[1]), 'power losses').toBeGreaterThan(10);
  });

  it('would be noticed if commits did not wait for the disk', () => {
    const { status, stdout } = simulate(...small, '--mutations');
    expect(stdout).toMatch(/^\| nothing \| nothing \|/mu);
    for (const level of ['OFF', 'NORMAL'])
      expect(stdout).toMatch(new RegExp(`^\\| .*synchronous = ${level}.* \\| I\\d+ `, 'mu'));
    expect(status).toBe(0);
  });
});

describe('npm run simulate', () => {
  it('says what it takes, and names what it cannot take', () => {
    expect(execFileSync(process.execPath, ['scripts/simulate.ts', '--help'], { encoding: 'utf8' })).toContain(
      '--deaths',
    );
    expect(simulate('--years', 'nhiều')).toMatchObject({ status: 2, stdout: '' });
    expect(simulate('--years', 'nhiều').stderr).toContain('--years takes a whole number above 0, not "nhiều"');
    expect(simulate('--mutations', '--only', 'no-gravity').stderr).toContain('no such mutation: no-gravity');
    expect(simulate('--year', '1').status).toBe(2);
  });
});
