import { expect, it } from 'vitest';
import { readOwedRounds } from './owed-rounds.ts';
import { ladderTo, lastDayOf } from './own-ladder.ts';

it('the simulation’s own rule for moved deadlines agrees with the committed table where nothing is moved', () => {
  const rounds = readOwedRounds();
  expect(rounds.size).toBeGreaterThan(35);
  for (const [key, { ladder }] of rounds) {
    const [, period = ''] = key.split(' ');
    const sorted = [...ladder].sort((a, b) => a.dueAt - b.dueAt);
    expect(ladderTo(lastDayOf(period)), key).toEqual(sorted);
  }
});
