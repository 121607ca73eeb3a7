import type { CalendarYear, WorkingCalendar } from '../../src/domain/calendar.ts';

function days(year: number, name: string, ...monthDays: string[]): { day: string; name: string }[] {
  return monthDays.map((monthDay) => ({ day: `${year}-${monthDay}`, name }));
}

const YEAR_2025: CalendarYear = {
  year: 2025,
  provisional: false,
  sources: ['domain.md'],
  daysOff: [
    ...days(2025, 'New Year', '01-01'),
    ...days(2025, 'Tet', '01-27', '01-28', '01-29', '01-30', '01-31'),
    ...days(2025, 'Hung Kings', '04-07'),
    ...days(2025, 'Reunification and May Day', '04-30', '05-01', '05-02'),
    ...days(2025, 'National Day', '09-01', '09-02'),
  ],
  makeUpDays: days(2025, 'for Fri 2/5', '04-26'),
};

const YEAR_2026: CalendarYear = {
  year: 2026,
  provisional: false,
  sources: ['domain.md'],
  daysOff: [
    ...days(2026, 'New Year', '01-01', '01-02'),
    ...days(2026, 'Tet', '02-16', '02-17', '02-18', '02-19', '02-20'),
    ...days(2026, 'Hung Kings, for Sun 26/4', '04-27'),
    ...days(2026, 'Reunification and May Day', '04-30', '05-01'),
    ...days(2026, 'National Day', '08-31', '09-01', '09-02'),
    ...days(2026, 'Vietnam Culture Day', '11-24'),
  ],
  makeUpDays: [...days(2026, 'for Fri 2/1', '01-10'), ...days(2026, 'for Mon 31/8', '08-22')],
};

/** No notice yet: Tết from new year's eve (Fri 5/2/2027, mùng 1 on Sat 6/2), Hùng Kings (10/3 lunar) on Fri 16/4, May Day on a Saturday. */
const YEAR_2027: CalendarYear = {
  year: 2027,
  provisional: true,
  sources: [],
  daysOff: [
    ...days(2027, 'New Year', '01-01'),
    ...days(2027, 'Tet', '02-05', '02-08', '02-09', '02-10', '02-11'),
    ...days(2027, 'Hung Kings', '04-16'),
    ...days(2027, 'Reunification and May Day', '04-30', '05-03'),
    ...days(2027, 'National Day', '09-02', '09-03'),
    ...days(2027, 'Vietnam Culture Day', '11-24'),
  ],
  makeUpDays: [],
};

/** The working calendar of domain.md, 2025-2027. */
export const REAL_CALENDAR: WorkingCalendar = {
  zone: 'Asia/Ho_Chi_Minh',
  years: new Map([YEAR_2025, YEAR_2026, YEAR_2027].map((year) => [year.year, year])),
};
