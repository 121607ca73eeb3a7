import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayDisturb, nextSendingMoment } from '../../src/domain/sending-hours.ts';
import { REAL_CALENDAR } from './real-calendar.ts';
import { POLICY, vn } from './real-obligations.ts';

describe('sending hours', () => {
  test.each([
    ['2026-11-17 06:59:59.999', '2026-11-17 07:00', 'before hours'],
    ['2026-11-17 07:00', '2026-11-17 07:00', 'the first moment is in'],
    ['2026-11-17 20:59:59.999', '2026-11-17 20:59:59.999', 'the last moment is in'],
    ['2026-11-17 21:00', '2026-11-18 07:00', 'the end is out'],
    ['2026-11-13 21:00', '2026-11-16 07:00', 'over a weekend'],
    ['2026-11-24 10:00', '2026-11-25 07:00', 'on Culture Day'],
    ['2026-02-13 23:00', '2026-02-23 07:00', 'over Tết'],
    ['2026-01-10 09:00', '2026-01-10 09:00', 'on a make-up Saturday'],
    ['2026-01-17 09:00', '2026-01-19 07:00', 'on an ordinary Saturday'],
  ])('from %s the next moment to send is %s (%s)', (moment, expected) => {
    expect(nextSendingMoment(POLICY, REAL_CALENDAR, vn(moment))).toBe(vn(expected));
    expect(mayDisturb(POLICY, REAL_CALENDAR, vn(moment))).toBe(moment === expected);
  });

  test('the next moment is never earlier, always allowed, and nothing between would have been', () => {
    const moment = fc.integer({ min: vn('2025-01-01 00:00'), max: vn('2027-12-31 00:00') });
    fc.assert(
      fc.property(moment, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (instant, share) => {
        const next = nextSendingMoment(POLICY, REAL_CALENDAR, instant);
        expect(next).toBeGreaterThanOrEqual(instant);
        expect(mayDisturb(POLICY, REAL_CALENDAR, next)).toBe(true);
        const between = Math.floor(instant + share * (next - instant));
        if (between < next) expect(mayDisturb(POLICY, REAL_CALENDAR, between)).toBe(false);
      }),
    );
  });
});
