import { describe, expect, it } from 'vitest';
import type { CalendarYear } from '../../src/domain/calendar.ts';
import { calendarRange, checkRegime, type RegimeOptions } from '../../src/plan/check-regime.ts';
import { createPlan, type Plan, ruleBookOf } from '../../src/plan/plan.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { smallPlanWith, writeSmallPlan } from '../support/small-plan.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const YEAR: RegimeOptions = { from: '2026-01-01', to: '2026-12-31' };

function smallPlan(changed: Record<string, string> = {}): Plan {
  const read = readPlan(writeSmallPlan(changed), ZONE);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.plan;
}

function withDaysOff(plan: Plan, days: readonly string[]): Plan {
  const year: CalendarYear = {
    year: 2026,
    provisional: false,
    sources: ['Thông báo'],
    daysOff: days.map((day) => ({ day, name: 'Nghỉ lễ' })),
    makeUpDays: [],
  };
  return createPlan({ ...ruleBookOf(plan), calendarYears: [year] }, plan.units, ZONE);
}

/** [code, periods] of the warnings about periods. */
function periodWarnings(plan: Plan, options: RegimeOptions) {
  return checkRegime(plan, options).flatMap((warning) => {
    if (warning.code === 'no_working_day_for_data') return [[warning.code, ...warning.cases.map((c) => c.period)]];
    return warning.code === 'deadline_in_holiday' ? [[warning.code, warning.case.period]] : [];
  });
}

describe('too little time between the data and the deadline', () => {
  it('is found where the deadline follows the data window at once', () => {
    const [warning] = checkRegime(smallPlan(), YEAR);
    expect(warning).toEqual({
      code: 'no_working_day_for_data',
      obligation: 'Báo cáo 6 tháng',
      cases: [
        {
          period: '2026-H1',
          windowTo: '2026-06-14',
          word: 'before',
          namedDay: '2026-06-15',
          lastGoodDay: '2026-06-14',
          lastWorkingDay: '2026-06-12',
        },
      ],
    });
  });

  it('is one warning for all the years of an obligation', () => {
    expect(periodWarnings(smallPlan(), { from: '2025-01-01', to: '2027-12-31' })).toEqual([
      ['no_working_day_for_data', '2025-H1', '2026-H1', '2027-H1'],
    ]);
  });

  it.each([
    ['one working day is enough', ['2026-03-16', '2026-03-17'].slice(0, 1), []],
    ['days off take the last one', ['2026-03-16', '2026-03-17'], ['no_working_day_for_data', '2026-03']],
  ])('%s', (_, daysOff, expected) => {
    const found = periodWarnings(withDaysOff(smallPlan(), daysOff), { from: '2026-03-01', to: '2026-03-31' });
    expect(found.filter(([code]) => code === 'no_working_day_for_data').flat()).toEqual(expected);
  });

  it('goes when the deadline says "by" a later day or moves to a working day', () => {
    const later = smallPlan(
      smallPlanWith('obligations.json', '"day": 15, "word": "before"', '"day": 15, "word": "by"'),
    );
    expect(periodWarnings(later, YEAR)).toEqual([]);
    const text = smallPlanWith('obligations.json', '"firstPeriod": "2025-H1"', '"firstPeriod": "2025-H1"');
    const moved = text['obligations.json']!.replaceAll('"keep"', '"next_working"');
    expect(periodWarnings(smallPlan({ 'obligations.json': moved }), YEAR)).toEqual([]);
  });
});

describe('a deadline inside a long holiday', () => {
  const MAY = { from: '2026-05-01', to: '2026-05-31' };

  // The last good day is Sunday 17/5/2026; Friday or Monday off makes three days in a row.
  it.each([
    ['a plain weekend', [], null],
    ['Friday off', ['2026-05-15'], ['2026-05-15', '2026-05-17']],
    ['Monday off', ['2026-05-18'], ['2026-05-16', '2026-05-18']],
    ['a holiday next to a working day', ['2026-05-14'], null],
  ])('%s', (_, daysOff, run) => {
    const warnings = checkRegime(withDaysOff(smallPlan(), daysOff), MAY).filter(
      (w) => w.code === 'deadline_in_holiday',
    );
    expect(warnings.map(({ holiday }) => [holiday.from, holiday.to])).toEqual(run === null ? [] : [run]);
  });

  it('a single holiday on the last good day is not a long one', () => {
    const plan = withDaysOff(smallPlan(), ['2026-03-17']);
    expect(periodWarnings(plan, { from: '2026-03-01', to: '2026-03-31' })).toEqual([]);
  });

  it('runs across the turn of the year', () => {
    const text = smallPlanWith('obligations.json', '"month": 0, "day": 18', '"month": 1, "day": 2');
    const plan = smallPlan(text);
    const [warning] = checkRegime(plan, { from: '2027-01-01', to: '2027-01-31' }).filter(
      (w) => w.code === 'deadline_in_holiday',
    );
    // Friday 1/1/2027 with the weekend after it.
    expect(warning).toMatchObject({
      case: { period: '2026-12', lastGoodDay: '2027-01-01', lastWorkingDay: '2026-12-31' },
      holiday: { from: '2027-01-01', to: '2027-01-03', names: ['Tết Dương lịch'] },
    });
  });
});

describe('the calendar', () => {
  it('names the years without a notice', () => {
    const range = { from: '2025-06-01', to: '2028-01-01' };
    const warnings = checkRegime(smallPlan(), range).filter((warning) => 'years' in warning);
    expect(warnings).toEqual([
      { code: 'calendar_missing', years: [2025, 2028] },
      { code: 'calendar_provisional', years: [2027] },
    ]);
  });

  it('says by itself which years it covers', () => {
    expect(calendarRange(smallPlan())).toEqual({ from: '2026-01-01', to: '2027-12-31' });
  });
});

describe('units', () => {
  it('without people are one warning; the compiling one and ended ones are left out', () => {
    const people = (unit: string) => (unit === 'XMOI' ? 2 : 0);
    expect(checkRegime(smallPlan(), { ...YEAR, people })).toContainEqual({
      code: 'unit_without_people',
      units: [
        { code: 'STC', shortName: 'Sở Tài chính' },
        { code: 'XHAI', shortName: 'Xã Hai' },
      ],
    });
  });

  it('are not looked at without the count of people, and all is well when everybody joined', () => {
    const codes = (options: RegimeOptions) => checkRegime(smallPlan(), options).map((warning) => warning.code);
    expect(codes(YEAR)).not.toContain('unit_without_people');
    expect(codes({ ...YEAR, people: () => 1 })).not.toContain('unit_without_people');
  });

  it('whose spans overlap are named, wherever the plan came from', () => {
    const plan = smallPlan();
    const again = { ...plan.units[2]!, validFrom: '2025-06-30', validTo: null };
    const warnings = checkRegime(createPlan(ruleBookOf(plan), [...plan.units, again], ZONE), YEAR);
    expect(warnings).toContainEqual({
      code: 'overlapping_validity',
      unit: 'HCU',
      spans: [
        { from: '2025-03-01', to: '2025-06-30' },
        { from: '2025-06-30', to: null },
      ],
    });
  });
});
