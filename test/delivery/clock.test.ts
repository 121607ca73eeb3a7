import { afterEach, expect, it, vi } from 'vitest';
import { createRehearsalClock, systemClock } from '../../src/clock.ts';

afterEach(() => void vi.useRealTimers());

it('counts wire time on when the machine is told another time of day', () => {
  const clocks = [systemClock, createRehearsalClock(0, 1)];
  for (const ms of [-8 * 3600_000, 26 * 3600_000]) {
    const before = clocks.map((clock) => clock.wire());
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
    for (const [index, clock] of clocks.entries()) {
      const passed = clock.wire() - (before[index] ?? 0);
      expect(passed).toBeGreaterThanOrEqual(0);
      expect(passed).toBeLessThan(60_000);
    }
    expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1000);
    vi.useRealTimers();
  }
  expect(Math.abs(systemClock.wire() - Date.now())).toBeLessThan(60_000);
});
