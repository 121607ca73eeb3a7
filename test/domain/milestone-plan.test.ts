import { describe, expect, test } from 'vitest';
import { type Day, weekday } from '../../src/domain/calendar.ts';
import { deadlineOf } from '../../src/domain/deadline.ts';
import {
  daysOverdue,
  lastGoodWorkingDay,
  planMilestones,
  workingDaysLeft,
  workingDaysOverdue,
} from '../../src/domain/milestone-plan.ts';
import type { Obligation } from '../../src/domain/obligation.ts';
import { periodOf } from '../../src/domain/period.ts';
import { REAL_CALENDAR } from './real-calendar.ts';
import { HALF_YEARLY, MONTHLY, POLICY, vn, YEARLY } from './real-obligations.ts';

/**
 * Written out by hand against a wall calendar, weekday and day of the period's last month. Reviewed; never generated.
 * All are at 08:30 but the second one on L.
 */
const REVIEWED: [string, string, Obligation][] = [
  // period   L-5     L-2     L       L 15:00 T+1     T+3     T+5
  ['2025-03', 'Mon 10  Thu 13  Mon 17  Mon 17  Tue 18  Thu 20  Mon 24', MONTHLY],
  ['2025-04', 'Thu 10  Tue 15  Thu 17  Thu 17  Fri 18  Tue 22  Thu 24', MONTHLY],
  ['2025-05', 'Fri 09  Wed 14  Fri 16  Fri 16  Mon 19  Wed 21  Fri 23', MONTHLY], // 17/5 is a Saturday
  ['2025-06', 'Tue 10  Fri 13  Tue 17  Tue 17  Wed 18  Fri 20  Tue 24', MONTHLY],
  ['2025-07', 'Thu 10  Tue 15  Thu 17  Thu 17  Fri 18  Tue 22  Thu 24', MONTHLY],
  ['2025-08', 'Fri 08  Wed 13  Fri 15  Fri 15  Mon 18  Wed 20  Fri 22', MONTHLY], // 17/8 is a Sunday
  ['2025-09', 'Wed 10  Mon 15  Wed 17  Wed 17  Thu 18  Mon 22  Wed 24', MONTHLY],
  ['2025-10', 'Fri 10  Wed 15  Fri 17  Fri 17  Mon 20  Wed 22  Fri 24', MONTHLY],
  ['2025-11', 'Mon 10  Thu 13  Mon 17  Mon 17  Tue 18  Thu 20  Mon 24', MONTHLY], // 24/11 is worked until 2026
  ['2025-12', 'Wed 10  Mon 15  Wed 17  Wed 17  Thu 18  Mon 22  Wed 24', MONTHLY],
  ['2026-01', 'Sat 10  Wed 14  Fri 16  Fri 16  Mon 19  Wed 21  Fri 23', MONTHLY], // Sat 10/1 makes up for 2/1; 17/1 is a Saturday
  ['2026-02', 'Fri 06  Wed 11  Fri 13  Fri 13  Mon 23  Wed 25  Fri 27', MONTHLY], // Tết: nobody works 14-22/2
  ['2026-03', 'Tue 10  Fri 13  Tue 17  Tue 17  Wed 18  Fri 20  Tue 24', MONTHLY],
  ['2026-04', 'Fri 10  Wed 15  Fri 17  Fri 17  Mon 20  Wed 22  Fri 24', MONTHLY],
  ['2026-05', 'Fri 08  Wed 13  Fri 15  Fri 15  Mon 18  Wed 20  Fri 22', MONTHLY], // 17/5 is a Sunday
  ['2026-06', 'Wed 10  Mon 15  Wed 17  Wed 17  Thu 18  Mon 22  Wed 24', MONTHLY],
  ['2026-07', 'Fri 10  Wed 15  Fri 17  Fri 17  Mon 20  Wed 22  Fri 24', MONTHLY],
  ['2026-08', 'Mon 10  Thu 13  Mon 17  Mon 17  Tue 18  Thu 20  Sat 22', MONTHLY], // Sat 22/8 makes up for 31/8
  ['2026-09', 'Thu 10  Tue 15  Thu 17  Thu 17  Fri 18  Tue 22  Thu 24', MONTHLY],
  ['2026-10', 'Fri 09  Wed 14  Fri 16  Fri 16  Mon 19  Wed 21  Fri 23', MONTHLY], // 17/10 is a Saturday
  ['2026-11', 'Tue 10  Fri 13  Tue 17  Tue 17  Wed 18  Fri 20  Wed 25', MONTHLY], // Tue 24/11 is off
  ['2026-12', 'Thu 10  Tue 15  Thu 17  Thu 17  Fri 18  Tue 22  Thu 24', MONTHLY],
  ['2025-H1', 'Fri 06  Wed 11  Fri 13  Fri 13  Mon 16  Wed 18  Fri 20', HALF_YEARLY], // 14/6 is a Saturday
  ['2026-H1', 'Fri 05  Wed 10  Fri 12  Fri 12  Mon 15  Wed 17  Fri 19', HALF_YEARLY], // 14/6 is a Sunday
  ['2025', 'Fri 05  Wed 10  Fri 12  Fri 12  Mon 15  Wed 17  Fri 19', YEARLY], // 14/12 is a Sunday
  ['2026', 'Mon 07  Thu 10  Mon 14  Mon 14  Tue 15  Thu 17  Mon 21', YEARLY],
];
const COLUMNS = ['L-5', 'L-2', 'L', 'L-15h', 'T+1', 'T+3', 'T+5'];
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function deadline(obligation: Obligation, key: string, extendedTo?: Day) {
  return deadlineOf(obligation, periodOf(obligation, key)!, REAL_CALENDAR, extendedTo);
}

describe('the reviewed table of reminder moments', () => {
  test.each(REVIEWED)('%s: %s', (key, row, obligation) => {
    const { lastMonth } = periodOf(obligation, key)!;
    const { cutOffAt, ...rest } = deadline(obligation, key);
    const expected = row.split('  ').map((cell, column) => ({
      key: COLUMNS[column],
      dueAt: vn(`${lastMonth}-${cell.slice(4)} ${COLUMNS[column] === 'L-15h' ? '15:00' : '08:30'}`),
      usefulUntil: column < 4 ? cutOffAt : null,
    }));
    expect(planMilestones(POLICY, { cutOffAt, ...rest }, REAL_CALENDAR)).toEqual(expected);
  });

  test.each(REVIEWED)('%s: the weekdays written in the table are right: %s', (key, row, obligation) => {
    const { lastMonth } = periodOf(obligation, key)!;
    for (const cell of row.split('  ')) {
      expect(WEEKDAYS[weekday(`${lastMonth}-${cell.slice(4)}`) - 1]).toBe(cell.slice(0, 3));
    }
  });

  test('has every month from March 2025 to December 2026', () => {
    expect(REVIEWED.filter(([, , obligation]) => obligation === MONTHLY)).toHaveLength(22);
  });
});

describe('the ladder', () => {
  test('moves with an extension', () => {
    const [first, , , , overdue] = planMilestones(POLICY, deadline(MONTHLY, '2026-11', '2026-11-24'), REAL_CALENDAR);
    // Granted until 24/11, which is off: L is Mon 23, five back is Mon 16, and Wed 25 is the first day over it.
    expect(first).toEqual({ key: 'L-5', dueAt: vn('2026-11-16 08:30'), usefulUntil: vn('2026-11-25 00:00') });
    expect(overdue).toEqual({ key: 'T+1', dueAt: vn('2026-11-25 08:30'), usefulUntil: null });
  });

  test('comes in the order of time, whatever the order of the policy', () => {
    const upsideDown = { milestones: [...POLICY.milestones].reverse() };
    expect(planMilestones(upsideDown, deadline(MONTHLY, '2026-11'), REAL_CALENDAR).map(({ key }) => key)).toEqual(
      COLUMNS,
    );
  });
});

describe('days left and overdue', () => {
  test.each([
    ['2026-11-10 08:30', 5, 0, 0],
    ['2026-11-15 12:00', 2, 0, 0],
    ['2026-11-16 23:59', 1, 0, 0],
    ['2026-11-17 23:59:59.999', 0, 0, 0],
    ['2026-11-18 00:00', 0, 1, 1],
    ['2026-11-20 08:30', 0, 3, 3],
    ['2026-11-22 08:30', 0, 3, 5],
    ['2026-11-25 08:30', 0, 5, 8],
  ])('at %s: %i working days left, %i working days and %i days overdue', (moment, left, overdueWorking, overdue) => {
    const november = deadline(MONTHLY, '2026-11');
    expect(workingDaysLeft(november, REAL_CALENDAR, vn(moment))).toBe(left);
    expect(workingDaysOverdue(november, REAL_CALENDAR, vn(moment))).toBe(overdueWorking);
    expect(daysOverdue(november, REAL_CALENDAR, vn(moment))).toBe(overdue);
  });

  test('over Tết the last good working day is the Friday before, and the report is on time four days longer', () => {
    const february = deadline(MONTHLY, '2026-02');
    expect(lastGoodWorkingDay(february, REAL_CALENDAR)).toBe('2026-02-13');
    expect(february.lastGoodDay).toBe('2026-02-17');
    expect(workingDaysLeft(february, REAL_CALENDAR, vn('2026-02-15 10:00'))).toBe(0);
    expect(daysOverdue(february, REAL_CALENDAR, vn('2026-02-18 10:00'))).toBe(1);
    expect(workingDaysOverdue(february, REAL_CALENDAR, vn('2026-02-18 10:00'))).toBe(0);
  });
});
