import { describe, expect, it } from 'vitest';
import type { PaceLimits } from '../../src/channels/card.ts';
import { retryDelay } from '../../src/delivery/backoff.ts';
import { createPace } from '../../src/delivery/pace.ts';

const LIMITS: PaceLimits = {
  bot: { perSecond: 10, burst: 5 },
  privateChat: { perSecond: 1, burst: 2 },
  groupChat: { perSecond: 0.5, burst: 1 },
};
const NOW = 1_700_000_000_000;

describe('pace', () => {
  it('lets a burst go and then makes a chat wait for its rate', () => {
    const pace = createPace(LIMITS);
    expect([1, 2, 3].map(() => pace.take(1, false, NOW))).toEqual([0, 0, 1000]);
    expect(pace.take(1, false, NOW + 990)).toBeGreaterThan(0);
    expect(pace.take(1, false, NOW + 1001)).toBe(0);
  });

  it('takes nothing when it says wait', () => {
    const pace = createPace(LIMITS);
    pace.take(1, true, NOW);
    for (let asked = 0; asked < 50; asked++) expect(pace.take(1, true, NOW)).toBe(2000);
    expect(pace.take(2, false, NOW)).toBe(0);
  });

  it('keeps the whole bot to its rate over many chats', () => {
    const pace = createPace(LIMITS);
    const waits = Array.from({ length: 8 }, (_, chat) => pace.take(chat, false, NOW));
    expect(waits).toEqual([0, 0, 0, 0, 0, 100, 100, 100]);
  });

  it('never gathers more than a burst, however long it was quiet', () => {
    const pace = createPace(LIMITS);
    pace.take(1, false, NOW);
    const later = NOW + 24 * 3600_000;
    expect([1, 2, 3].map(() => pace.take(1, false, later))).toEqual([0, 0, 1000]);
  });

  it('is silent until the platform may be spoken to again; a shorter pause does not shorten it', () => {
    const pace = createPace(LIMITS);
    pace.throttled(NOW, NOW + 5000, 1);
    pace.throttled(NOW, NOW + 1000, 1);
    expect(pace.take(1, false, NOW)).toBe(5000);
    expect(pace.isPaused(NOW + 4999)).toBe(true);
    expect(pace.take(1, false, NOW + 5000)).toBe(0);
  });

  it('is silent to all for a moment where one chat is flooded, and for as long as is asked where a second one is', () => {
    const pace = createPace(LIMITS);
    pace.throttled(NOW, NOW + 73_414_000, 1);
    expect(pace.isPaused(NOW + 29_999)).toBe(true);
    expect(pace.take(2, false, NOW + 30_000)).toBe(0);
    pace.throttled(NOW + 30_000, NOW + 60_000, 1);
    expect(pace.isPaused(NOW + 60_001)).toBe(false);
    pace.throttled(NOW + 31_000, NOW + 7_231_000, 2);
    expect(pace.isPaused(NOW + 7_230_999)).toBe(true);
    expect(pace.isPaused(NOW + 7_231_000)).toBe(false);
  });

  it('never believes that it has to be silent for years', () => {
    const pace = createPace(LIMITS);
    for (const chat of [1, 2]) pace.throttled(NOW, NOW + 1e12, chat);
    expect(pace.isPaused(NOW + 24 * 3600_000)).toBe(false);
  });

  it('goes slower after it was told off, and finds its pace again', () => {
    const waits = (pace: ReturnType<typeof createPace>, wire: number): number => {
      for (let chat = 0; chat < 5; chat++) pace.take(chat, false, wire);
      return pace.take(9, false, wire);
    };
    const pace = createPace(LIMITS);
    pace.throttled(NOW, NOW, 1);
    expect(waits(pace, NOW)).toBe(Math.ceil(100 / 0.75));
    for (let again = 0; again < 50; again++) pace.throttled(NOW, NOW, 1);
    expect(waits(pace, NOW + 1)).toBeLessThanOrEqual(500);
    expect(waits(pace, NOW + 60 * 60_000)).toBe(100);
  });

  it('survives a wire clock that goes back', () => {
    const pace = createPace(LIMITS);
    pace.take(1, false, NOW);
    pace.take(1, false, NOW);
    expect(pace.take(1, false, NOW - 60_000)).toBe(1000);
  });
});

describe('back-off', () => {
  const still = (): number => 0;

  it('doubles from two seconds to ten minutes', () => {
    const waits = [1, 2, 3, 4, 9, 10, 50].map((attempt) => retryDelay('unavailable', attempt, null, still));
    expect(waits).toEqual([2000, 4000, 8000, 16_000, 512_000, 600_000, 600_000]);
  });

  it('spreads by a quarter at most', () => {
    expect(retryDelay('unavailable', 1, null, () => 0.999)).toBeLessThanOrEqual(2500);
  });

  it('obeys what the platform asks for, no more and no less', () => {
    expect(retryDelay('throttled', 7, 1234, () => 0.9)).toBe(1234);
  });

  it('asks slowly while the token is wrong, and within half a minute', () => {
    expect(retryDelay('unauthorised', 1, null, still)).toBe(20_000);
    expect(retryDelay('unauthorised', 50, null, () => 1)).toBeLessThan(30_000);
  });
});
