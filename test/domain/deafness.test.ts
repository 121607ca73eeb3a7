import { describe, expect, it } from 'vitest';
import { isSettled, touchesCutOff } from '../../src/domain/deafness.ts';

const CUT_OFF = Date.parse('2026-11-17T17:00:00Z');
const minutes = (n: number): number => CUT_OFF + n * 60_000;

describe('a stretch of deafness touches a cut-off', () => {
  it.each([
    ['in the evening before', -140, -5, true],
    ['over the cut-off', -30, 60, true],
    ['ten minutes of the last hours', -365, -350, true],
    ['less than ten minutes of them', -400, -351, false],
    ['short', -9, 0, false],
    ['begun too late', -9, 120, false],
    ['in the morning before', -900, -500, false],
    ['after it', 5, 500, false],
  ])('%s', (_, from, to, touches) => {
    expect(touchesCutOff({ from: minutes(from), to: minutes(to) }, CUT_OFF, minutes(2000))).toBe(touches);
  });

  it('while it goes on, with what has gone by of it', () => {
    expect(touchesCutOff({ from: minutes(-30), to: null }, CUT_OFF, minutes(-25))).toBe(false);
    expect(touchesCutOff({ from: minutes(-30), to: null }, CUT_OFF, minutes(-20))).toBe(true);
  });
});

describe('who could not report is told', () => {
  it.each([
    ['not before what was held is here', -5, 5, false],
    ['then', -5, 10, true],
    ['not while it goes on', null, 60, false],
    ['not right after it', 60, 65, false],
    ['once it is over', 60, 70, true],
    ['after half a day in any case', null, 720, true],
  ])('%s', (_, to, now, settled) => {
    const stretch = { from: minutes(-60), to: to === null ? null : minutes(to) };
    expect(isSettled([stretch], CUT_OFF, minutes(now))).toBe(settled);
  });

  it('not while one of several bots is still deaf', () => {
    const over = { from: minutes(-60), to: minutes(-30) };
    const goesOn = { from: minutes(-60), to: null };
    expect(isSettled([over, over], CUT_OFF, minutes(60))).toBe(true);
    expect(isSettled([over, goesOn], CUT_OFF, minutes(60))).toBe(false);
    expect(isSettled([goesOn, over], CUT_OFF, minutes(60))).toBe(false);
  });
});
