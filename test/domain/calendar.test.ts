import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addWorkingDays,
  atTime,
  type Day,
  dayOf,
  daysBetween,
  isProvisional,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  startOfDay,
  type WorkingCalendar,
  weekday,
  workingDaysBetween,
} from '../../src/domain/calendar.ts';
import { REAL_CALENDAR } from './real-calendar.ts';
import { vn } from './real-obligations.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const anyDay = fc.integer({ min: 0, max: 1460 }).map((offset) => addDays('2024-07-01', offset));
const anySteps = fc.integer({ min: -40, max: 40 });
const anyZone = fc.constantFrom(ZONE, 'America/New_York', 'Pacific/Apia', 'America/Sao_Paulo', 'Asia/Kathmandu', 'UTC');

function countByWalking(calendar: WorkingCalendar, from: Day, to: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1;
  return count;
}

describe('days and moments', () => {
  test.each([
    ['2026-11-17 23:59:59.999', '2026-11-17'],
    ['2026-11-18 00:00:00.000', '2026-11-18'],
    ['2026-01-01 06:59', '2026-01-01'],
    ['2025-12-31 23:59', '2025-12-31'],
  ])('at %s the wall in Viet Nam shows %s', (moment, day) => {
    expect(dayOf(vn(moment), ZONE)).toBe(day);
  });

  test('a time of day is meant in the zone given, not in the machine’s', () => {
    expect(atTime('2026-11-17', '08:30', ZONE)).toBe(Date.parse('2026-11-17T01:30:00Z'));
    expect(startOfDay('2026-11-18', ZONE)).toBe(Date.parse('2026-11-17T17:00:00Z'));
    expect(atTime('2026-07-01', '08:30', 'America/New_York')).toBe(Date.parse('2026-07-01T12:30:00Z'));
  });

  test('a day begins at its first moment where the clock skips midnight', () => {
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toBe(Date.parse('2018-11-04T03:00:00Z'));
  });

  test('what luxon says about the day of a moment is what we say, in any zone', () => {
    const moment = fc.integer({ min: Date.UTC(2005, 0), max: Date.UTC(2035, 0) });
    fc.assert(
      fc.property(moment, anyZone, (instant, zone) => {
        expect(dayOf(instant, zone)).toBe(DateTime.fromMillis(instant, { zone }).toISODate());
      }),
    );
  });

  test('a moment lies in its day', () => {
    fc.assert(
      fc.property(anyDay, anyZone, fc.integer({ min: 0, max: 86_399_999 }), (day, zone, offset) => {
        const instant = Date.parse(`${day}T00:00:00Z`) + offset;
        const found = dayOf(instant, zone);
        expect(startOfDay(found, zone)).toBeLessThanOrEqual(instant);
        expect(startOfDay(addDays(found, 1), zone)).toBeGreaterThan(instant);
      }),
    );
  });

  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-11-18', 0, '2026-11-18'],
  ])('%s plus %i days is %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(days);
  });

  test.each([
    ['1969-12-28', 7],
    ['2025-03-17', 1],
    ['2026-02-13', 5],
    ['2026-11-24', 2],
    ['2027-02-06', 6],
  ])('%s is weekday %i', (day, expected) => {
    expect(weekday(day)).toBe(expected);
  });

  test.each(['2026-02-30', '2026-13-01', '18/11/2026', '2026-1-1', '', '2026-11-18T00:00'])(
    '"%s" is not a day and is refused loudly',
    (day) => {
      expect(() => addDays(day, 1)).toThrow(RangeError);
      expect(() => startOfDay(day, ZONE)).toThrow(RangeError);
    },
  );

  test('times and zones that do not exist, and days past 9999, are refused loudly', () => {
    expect(() => atTime('2026-11-17', '24:00', ZONE)).toThrow(RangeError);
    expect(() => atTime('2026-11-17', '8:30', ZONE)).toThrow(RangeError);
    expect(() => atTime('2026-11-17', '08:30', 'Asia/Nowhere')).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => dayOf(Number.NaN, ZONE)).toThrow(RangeError);
  });
});

describe('working days', () => {
  test.each([
    ['2025-01-31', false, 'Tết'],
    ['2025-04-26', true, 'a make-up Saturday'],
    ['2025-05-02', false, 'the Friday it makes up for'],
    ['2025-11-24', true, 'Culture Day is a day off from 2026 only'],
    ['2026-01-10', true, 'a make-up Saturday'],
    ['2026-01-17', false, 'an ordinary Saturday'],
    ['2026-02-16', false, 'Tết'],
    ['2026-04-27', false, 'the Monday for Hùng Kings'],
    ['2026-08-22', true, 'a make-up Saturday'],
    ['2026-08-31', false, 'the bridge Monday'],
    ['2026-11-24', false, 'Culture Day'],
    ['2029-01-01', true, 'a Monday in a year without a notice'],
    ['2029-01-06', false, 'a Saturday in a year without a notice'],
  ])('%s worked: %s (%s)', (day, expected) => {
    expect(isWorkingDay(REAL_CALENDAR, day)).toBe(expected);
  });

  test('years without a notice are provisional', () => {
    expect(
      ['2025-06-01', '2026-12-31', '2027-01-01', '2028-01-01'].map((day) => isProvisional(REAL_CALENDAR, day)),
    ).toEqual([false, false, true, true]);
  });

  test('a day both off and made up is worked, and a day listed under the wrong year is ignored', () => {
    const odd: WorkingCalendar = {
      zone: ZONE,
      years: new Map([
        [
          2026,
          {
            year: 2026,
            provisional: false,
            sources: [],
            daysOff: [
              { day: '2026-03-02', name: 'both' },
              { day: '2025-03-03', name: 'wrong year' },
            ],
            makeUpDays: [{ day: '2026-03-02', name: 'both' }],
          },
        ],
      ]),
    };
    expect(isWorkingDay(odd, '2026-03-02')).toBe(true);
    expect(isWorkingDay(odd, '2025-03-03')).toBe(true);
    expect(workingDaysBetween(odd, '2025-02-28', '2025-03-07')).toBe(5);
  });

  test.each([
    ['2026-02-14', '2026-02-23', '2026-02-13'],
    ['2026-02-13', '2026-02-13', '2026-02-13'],
    ['2025-12-31', '2025-12-31', '2025-12-31'],
    ['2026-01-01', '2026-01-05', '2025-12-31'],
    ['2026-01-10', '2026-01-10', '2026-01-10'],
  ])('from %s the next working day is %s and the previous %s', (day, next, previous) => {
    expect(nextWorkingDay(REAL_CALENDAR, day)).toBe(next);
    expect(previousWorkingDay(REAL_CALENDAR, day)).toBe(previous);
  });

  test.each([
    ['2026-02-17', 0, '2026-02-13', 'a day off stands at the working day before it'],
    ['2026-02-17', 1, '2026-02-23', 'over Tết'],
    ['2026-02-17', -5, '2026-02-06', 'back from a day off'],
    ['2026-11-15', -1, '2026-11-12', 'from a Sunday, one back is the Thursday'],
    ['2026-11-23', 1, '2026-11-25', 'over Culture Day'],
    ['2026-01-16', -5, '2026-01-10', 'onto a make-up Saturday'],
    ['2025-12-31', 1, '2026-01-05', 'over the turn of the year'],
  ])('from %s, %i working days is %s (%s)', (day, n, expected) => {
    expect(addWorkingDays(REAL_CALENDAR, day, n)).toBe(expected);
  });

  test.each([
    ['2026-11-13', '2026-11-17', 2],
    ['2026-11-17', '2026-11-13', -2],
    ['2026-02-13', '2026-02-22', 0],
    ['2026-11-17', '2026-11-17', 0],
    // 261 weekdays each; 12 off and 1 made up, 14 off and 2 made up.
    ['2024-12-31', '2025-12-31', 250],
    ['2025-12-31', '2026-12-31', 249],
    ['2024-12-31', '2026-12-31', 499],
  ])('between %s and %s: %i', (from, to, expected) => {
    expect(workingDaysBetween(REAL_CALENDAR, from, to)).toBe(expected);
  });

  test('steps add up, so going there and back is standing still', () => {
    fc.assert(
      fc.property(anyDay, anySteps, anySteps, (day, a, b) => {
        const there = addWorkingDays(REAL_CALENDAR, day, a);
        expect(isWorkingDay(REAL_CALENDAR, there)).toBe(true);
        expect(addWorkingDays(REAL_CALENDAR, there, b)).toBe(addWorkingDays(REAL_CALENDAR, day, a + b));
        expect(addWorkingDays(REAL_CALENDAR, there, -a)).toBe(previousWorkingDay(REAL_CALENDAR, day));
      }),
    );
  });

  test('counting undoes stepping, from any day', () => {
    fc.assert(
      fc.property(anyDay, anySteps, (day, n) => {
        expect(workingDaysBetween(REAL_CALENDAR, day, addWorkingDays(REAL_CALENDAR, day, n))).toBe(n);
      }),
    );
  });

  test('counting by arithmetic is counting by walking, and mirrored the other way', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const walked = countByWalking(REAL_CALENDAR, from, to);
        expect(workingDaysBetween(REAL_CALENDAR, from, to)).toBe(walked);
        expect(workingDaysBetween(REAL_CALENDAR, to, from)).toBe(0 - walked);
      }),
    );
  });
});
