import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/calendar.ts';
import type { Obligation } from '../../src/domain/obligation.ts';
import { dayInMonth, monthsWithin, periodOf, periodsBetween } from '../../src/domain/period.ts';
import { HALF_YEARLY, MONTHLY, YEARLY } from './real-obligations.ts';

const keys = (obligation: Obligation, from: string, to: string) =>
  periodsBetween(obligation, from, to).map((period) => period.key);

describe('the period a key names', () => {
  test.each<[string, Obligation, { from: string; to: string }, string, string]>([
    ['2026-11', MONTHLY, { from: '2026-10-15', to: '2026-11-14' }, '2026-11-01', '2026-11'],
    ['2026-01', MONTHLY, { from: '2025-12-15', to: '2026-01-14' }, '2026-01-01', '2026-01'],
    ['2026-H1', HALF_YEARLY, { from: '2025-12-15', to: '2026-06-14' }, '2026-06-01', '2026-06'],
    ['2026', YEARLY, { from: '2025-12-15', to: '2026-12-14' }, '2026-12-01', '2026-12'],
  ])('%s has the data window of Decree 09/2019', (key, obligation, window, opensOn, lastMonth) => {
    const { frequency } = obligation;
    expect(periodOf(obligation, key)).toEqual({ key, frequency, year: 2026, lastMonth, window, opensOn });
  });

  test.each<[string, string, Obligation]>([
    ['2025-02', 'before the plan runs', MONTHLY],
    ['2026-13', 'no such month', MONTHLY],
    ['2026-1', 'not the key’s shape', MONTHLY],
    ['2026-H1', 'a half-year', MONTHLY],
    ['2026', 'a year', MONTHLY],
    ['', 'nothing', MONTHLY],
    ['2026-H2', 'a half that is not owed', HALF_YEARLY],
    ['2026-06', 'a month', HALF_YEARLY],
    ['2024', 'before the plan runs', YEARLY],
    ['2026-01', 'after the rule ended', { ...MONTHLY, lastPeriod: '2025-12' }],
  ])('there is no period "%s" (%s)', (key, _, obligation) => {
    expect(periodOf(obligation, key)).toBeNull();
  });

  test('the first and the last period are owed', () => {
    const spring = { ...MONTHLY, lastPeriod: '2025-05' };
    expect(keys(spring, '2024-01-01', '2027-01-01')).toEqual(['2025-03', '2025-04', '2025-05']);
  });

  test('the second half is reported where it is owed', () => {
    const both: Obligation = { ...HALF_YEARLY, parts: [1, 2] };
    expect(periodOf(both, '2026-H2')).toMatchObject({
      lastMonth: '2026-12',
      window: { from: '2026-06-15', to: '2026-12-14' },
    });
    expect(keys(both, '2025-01-01', '2026-12-31')).toEqual(['2025-H1', '2025-H2', '2026-H1', '2026-H2']);
  });
});

describe('periods being collected', () => {
  test.each<[string, Obligation, string, string, string[]]>([
    ['opens on the first', MONTHLY, '2026-11-01', '2026-11-01', ['2026-11']],
    ['is still there on the day the plan names', MONTHLY, '2026-11-18', '2026-11-18', ['2026-11']],
    ['is gone the day after', MONTHLY, '2026-11-19', '2026-11-30', []],
    ['June has both', HALF_YEARLY, '2026-06-10', '2026-06-10', ['2026-H1']],
    ['December has the year', YEARLY, '2026-12-01', '2026-12-31', ['2026']],
    ['a range touches several', MONTHLY, '2025-12-18', '2026-02-01', ['2025-12', '2026-01', '2026-02']],
    ['an upside-down range has none', MONTHLY, '2026-11-30', '2026-11-01', []],
  ])('%s', (_, obligation, from, to, expected) => {
    expect(keys(obligation, from, to)).toEqual(expected);
  });

  test('a report due in the month after is found in that month', () => {
    const later: Obligation = { ...MONTHLY, cutOff: { month: 1, day: 5, word: 'by' } };
    expect(keys(later, '2026-12-05', '2026-12-05')).toEqual(['2026-11', '2026-12']);
    expect(keys(later, '2026-12-06', '2026-12-06')).toEqual(['2026-12']);
  });

  test('ascending, each once, and each found again by its key', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((offset) => addDays('2025-01-01', offset));
    fc.assert(
      fc.property(fc.constantFrom(MONTHLY, HALF_YEARLY, YEARLY), day, day, (obligation, from, to) => {
        const found = periodsBetween(obligation, from, to);
        expect(found.map(({ key }) => key)).toEqual(found.map(({ key }) => key).toSorted());
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
        for (const period of found) expect(periodOf(obligation, period.key)).toEqual(period);
      }),
    );
  });
});

describe('parts of a period', () => {
  test.each<[string, string, string, Obligation, number]>([
    ['2026-H1', '2026-01', '2026-06', HALF_YEARLY, 6],
    ['2026', '2026-01', '2026-12', YEARLY, 12],
    ['2026-11', '2026-11', '2026-11', MONTHLY, 1],
  ])('%s is the months %s..%s', (key, first, last, obligation, count) => {
    const months = monthsWithin(periodOf(obligation, key)!);
    expect([months[0], months.at(-1), months.length]).toEqual([first, last, count]);
  });

  test('the months of a half-year cover exactly its days', () => {
    const half = periodOf(HALF_YEARLY, '2026-H1')!;
    const months = monthsWithin(half).map((key) => periodOf(MONTHLY, key)!);
    expect([months[0]!.window.from, months.at(-1)!.window.to]).toEqual([half.window.from, half.window.to]);
    for (let i = 1; i < months.length; i++) expect(months[i]!.window.from).toBe(addDays(months[i - 1]!.window.to, 1));
  });

  test.each([
    ['2026-02', 0, 31, '2026-02-28'],
    ['2028-02', 0, 30, '2028-02-29'],
    ['2026-12', 1, 31, '2027-01-31'],
    ['2026-01', -1, 15, '2025-12-15'],
    ['2026-12', -12, 15, '2025-12-15'],
  ])('from %s, month %i day %i is %s', (month, offset, day, expected) => {
    expect(dayInMonth(month, { month: offset, day })).toBe(expected);
  });
});
