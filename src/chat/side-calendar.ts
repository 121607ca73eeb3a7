import { isHoliday } from '../language/time/holiday-names.ts';
import type { SideQuestion } from '../understanding/side-question.ts';
import { sayHolidays } from '../wording/side-calendar.ts';
import { today } from './look-up.ts';
import type { Turn } from './turn.ts';

const HOLIDAYS_SHOWN = 5;

/** The holidays to come, or those of that year or name. "Tết" alone is the lunar one. */
export function answerHolidays(turn: Turn, { named, year }: Extract<SideQuestion, { about: 'holidays' }>): void {
  const { calendar } = turn.rules;
  const day = today(turn);
  const all = [...calendar.years.values()]
    .flatMap(({ daysOff }) => daysOff)
    .filter((one) => (year === null ? one.day >= day : one.day.startsWith(`${year}-`)))
    .filter(({ name }) => named === null || isHoliday(name, named))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const [first] = all;
  const ofYear = Number((first?.day ?? String(year ?? day)).slice(0, 4));
  const shown = all.filter(({ day: one }) => one.startsWith(String(ofYear)) || named === null);
  turn.say(
    sayHolidays(year === null && named === null ? shown.slice(0, HOLIDAYS_SHOWN) : shown, calendar.years.get(ofYear)),
  );
}
