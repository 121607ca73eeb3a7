import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, startOfDay } from '../../src/domain/calendar.ts';
import { deadlineOf, timelinessOf } from '../../src/domain/deadline.ts';
import { CUT_OFF_WORDS, DAY_OFF_RULES, type DayOffRule, type Obligation } from '../../src/domain/obligation.ts';
import { periodOf } from '../../src/domain/period.ts';
import { REAL_CALENDAR } from './real-calendar.ts';
import { HALF_YEARLY, MONTHLY, vn } from './real-obligations.ts';

const BY_17: Obligation = { ...MONTHLY, cutOff: { month: 0, day: 17, word: 'by' } };

function deadline(obligation: Obligation, key: string, extendedTo?: Day) {
  return deadlineOf(obligation, periodOf(obligation, key)!, REAL_CALENDAR, extendedTo);
}

describe('the deadline of a period', () => {
  test('"before 18/11" ends at 00:00 of the 18th and the 17th is the last good day', () => {
    expect(deadline(MONTHLY, '2026-11')).toEqual({
      word: 'before',
      legalDay: '2026-11-18',
      legalCutOffAt: vn('2026-11-18 00:00'),
      cutOffAt: vn('2026-11-18 00:00'),
      namedDay: '2026-11-18',
      lastGoodDay: '2026-11-17',
      extended: false,
      shifted: false,
    });
  });

  test('"by 17/11" ends when the 17th does', () => {
    expect(deadline(BY_17, '2026-11')).toMatchObject({
      legalDay: '2026-11-17',
      namedDay: '2026-11-17',
      lastGoodDay: '2026-11-17',
      cutOffAt: vn('2026-11-18 00:00'),
    });
  });

  test.each([
    ['2026-11-17 23:59:59.999', 'on_time'],
    ['2026-11-18 00:00:00.000', 'late'],
    ['2026-11-01 00:00:00.000', 'on_time'],
    ['2026-11-18 08:30:00.000', 'late'],
  ])('received at %s: %s, with either word', (moment, expected) => {
    expect(timelinessOf(vn(moment), deadline(MONTHLY, '2026-11'))).toBe(expected);
    expect(timelinessOf(vn(moment), deadline(BY_17, '2026-11'))).toBe(expected);
  });
});

describe('a deadline on a day off', () => {
  // 14/6/2026, the last good day of "before 15/6", is a Sunday; Tết 2026 is 14-22/2 with its weekends; 18/10/2026 is a Sunday, 17/10 a Saturday.
  test.each<[string, DayOffRule, string, string, Obligation]>([
    ['2026-H1', 'keep', '2026-06-14', '2026-06-15', HALF_YEARLY],
    ['2026-H1', 'next_working', '2026-06-15', '2026-06-16', HALF_YEARLY],
    ['2026-H1', 'previous_working', '2026-06-12', '2026-06-13', HALF_YEARLY],
    ['2026-02', 'keep', '2026-02-17', '2026-02-18', MONTHLY],
    ['2026-02', 'next_working', '2026-02-23', '2026-02-24', MONTHLY],
    ['2026-02', 'previous_working', '2026-02-13', '2026-02-14', MONTHLY],
    ['2026-11', 'next_working', '2026-11-17', '2026-11-18', MONTHLY],
    ['2026-02', 'next_working', '2026-02-23', '2026-02-23', BY_17],
    ['2026-02', 'previous_working', '2026-02-13', '2026-02-13', BY_17],
  ])('%s with %s is good until %s and named %s', (key, onDayOff, lastGoodDay, namedDay, obligation) => {
    const kept = deadline(obligation, key);
    const ruled = deadline({ ...obligation, onDayOff }, key);
    expect(ruled).toMatchObject({ lastGoodDay, namedDay, shifted: lastGoodDay !== kept.lastGoodDay });
    expect(ruled.cutOffAt).toBe(startOfDay(addDays(lastGoodDay, 1), REAL_CALENDAR.zone));
    expect([ruled.legalDay, ruled.legalCutOffAt]).toEqual([kept.legalDay, kept.legalCutOffAt]);
  });

  test('a day off on the named day of a "before" changes nothing: the day before it was worked', () => {
    const before24: Obligation = {
      ...MONTHLY,
      cutOff: { month: 0, day: 24, word: 'before' },
      onDayOff: 'next_working',
    };
    expect(deadline(before24, '2026-11')).toMatchObject({ lastGoodDay: '2026-11-23', shifted: false });
  });
});

describe('an extension', () => {
  test('moves the effective deadline and leaves the legal one to be seen', () => {
    expect(deadline(MONTHLY, '2026-11', '2026-11-20')).toEqual({
      ...deadline(MONTHLY, '2026-11'),
      lastGoodDay: '2026-11-20',
      namedDay: '2026-11-21',
      cutOffAt: vn('2026-11-21 00:00'),
      extended: true,
    });
    expect(deadline(BY_17, '2026-11', '2026-11-20')).toMatchObject({ namedDay: '2026-11-20', extended: true });
  });

  test('is taken as granted, even on a Sunday', () => {
    const granted = deadline({ ...MONTHLY, onDayOff: 'next_working' }, '2026-02', '2026-03-01');
    expect(granted).toMatchObject({ lastGoodDay: '2026-03-01', extended: true, shifted: false });
  });

  test.each(['2026-11-17', '2026-11-10'])('to %s cannot take time away', (day) => {
    expect(deadline(MONTHLY, '2026-11', day)).toEqual(deadline(MONTHLY, '2026-11'));
  });
});

test('for every word, rule and extension the last good day is on time to its last millisecond', () => {
  const month = fc
    .integer({ min: 0, max: 20 })
    .map((n) => `${2025 + Math.floor((n + 2) / 12)}-${String(((n + 2) % 12) + 1).padStart(2, '0')}`);
  const extension = fc.option(fc.integer({ min: 0, max: 40 }), { nil: null });
  fc.assert(
    fc.property(
      month,
      fc.integer({ min: 1, max: 31 }),
      fc.constantFrom(...CUT_OFF_WORDS),
      fc.constantFrom(...DAY_OFF_RULES),
      extension,
      (key, day, word, onDayOff, days) => {
        const obligation: Obligation = { ...MONTHLY, cutOff: { month: 0, day, word }, onDayOff };
        const extendedTo = days === null ? undefined : addDays(`${key}-20`, days);
        const found = deadline(obligation, key, extendedTo);
        const firstBad = startOfDay(addDays(found.lastGoodDay, 1), REAL_CALENDAR.zone);
        expect(timelinessOf(firstBad - 1, found)).toBe('on_time');
        expect(timelinessOf(firstBad, found)).toBe('late');
        expect(found.namedDay).toBe(word === 'before' ? addDays(found.lastGoodDay, 1) : found.lastGoodDay);
        expect(found.extended && found.shifted).toBe(false);
        if (!found.extended && !found.shifted) expect(found.cutOffAt).toBe(found.legalCutOffAt);
      },
    ),
  );
});
