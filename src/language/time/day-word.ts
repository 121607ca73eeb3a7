import { addDays, type Day, weekday } from '../../domain/calendar.ts';
import { dayNumber } from '../../domain/day-number.ts';
import type { CutOffWord } from '../../domain/obligation.ts';
import { fold } from '../fold.ts';

/** Until when, as people say it. */
export interface SaidDueDay {
  /** "trước 20/11" is `before`, anything else ("20/11", "hết 20/11", "đến 20/11") is `by`. */
  word: CutOffWord;
  day: Day;
  /** An hour was named along: a deadline is a whole day, and who names one is told so. */
  hasHour?: true;
}

const WEEKDAYS: Readonly<Record<string, number>> = {
  hai: 1,
  ba: 2,
  tu: 3,
  nam: 4,
  sau: 5,
  bay: 6,
  '2': 1,
  '3': 2,
  '4': 3,
  '5': 4,
  '6': 5,
  '7': 6,
};

/**
 * Reads "20/11", "trước 20/11/2026", "hết ngày 20", "mai", "ngày kia", "thứ Sáu", "thứ Sáu tuần sau", "cuối tuần này" on that
 * day; null when it names no day that exists. A day without a month or year is the next one that comes.
 */
export function parseDueDay(text: string, today: Day): SaidDueDay | null {
  const said = fold(text)
    .replace(/[.,;!]+$/u, '')
    .trim();
  const hour = HOUR.exec(said);
  // "Trước 17h ngày 20/11" is on that day; "trước 20/11" the day before.
  const word: CutOffWord =
    hour === null && /^(?:(?:doi|sua|han|lai|la|thanh|nop)\s+)*truoc\b/u.test(said) ? 'before' : 'by';
  const rest = (hour === null ? said : said.replace(HOUR, ' '))
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:(?:doi|sua|lai|thanh|han|la|chot|nop|truoc|het|den|toi|cham nhat|trong|ngay)\s+)+/u, '')
    .replace(/^cua ngay\s+/u, '')
    .trim();
  const day = byDate(rest, today) ?? byWeekday(rest, today) ?? byDistance(rest, today);
  if (day === null) return null;
  return hour === null ? { word, day } : { word, day, hasHour: true };
}

const HOUR =
  /(?<!\S)(?:(?:truoc|luc|vao) )?\d{1,2}(?: gio \d{2}(?! thang)(?: phut)?| ?(?:h|g|gio)(?:\d{2})?|:\d{2})(?: (?:sang|trua|chieu|toi))?(?=[\s,]|$),?/u;

function byDate(text: string, today: Day): Day | null {
  const match =
    /^(\d{1,2})(?:\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(20\d\d|\d\d))?|\s+thang\s+(\d{1,2})(?:\s+(?:nam\s+)?(20\d\d))?)?$/u.exec(
      text,
    );
  if (match === null) return null;
  const [, day = '', slashMonth, slashYear, wordMonth, wordYear] = match;
  const month = slashMonth ?? wordMonth;
  const year = slashYear ?? wordYear;
  if (month === undefined) return nextWith(today, (one) => Number(one.slice(8)) === Number(day));
  if (year !== undefined) return existingDay(`${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`);
  return nextWith(today, (one) => one.slice(5) === `${two(month)}-${two(day)}`);
}

function byWeekday(text: string, today: Day): Day | null {
  const match = /^(?:thu\s*(hai|ba|tu|nam|sau|bay|[2-7])|(chu nhat|cn))(?:\s+(tuan (?:nay|sau|toi)))?$/u.exec(text);
  if (match === null) return null;
  const wanted = match[1] === undefined ? 7 : WEEKDAYS[match[1]];
  const monday = addDays(today, 1 - weekday(today));
  if (match[3] !== undefined) return addDays(monday, (match[3] === 'tuan nay' ? 0 : 7) + (wanted ?? 1) - 1);
  return nextWith(today, (one) => weekday(one) === wanted);
}

function byDistance(text: string, today: Day): Day | null {
  if (/^(?:hom nay|nay)$/u.test(text)) return today;
  if (/^(?:mai|ngay mai)$/u.test(text)) return addDays(today, 1);
  if (/^(?:kia|ngay kia|mot)$/u.test(text)) return addDays(today, 2);
  const days = /^(\d{1,2})\s+ngay(?:\s+(?:nua|toi))?$/u.exec(text);
  return days === null ? null : addDays(today, Number(days[1]));
}

/** The first day from today on that fits, within two years. */
function nextWith(today: Day, fits: (day: Day) => boolean): Day | null {
  for (let ahead = 0; ahead < 731; ahead++) {
    const day = addDays(today, ahead);
    if (fits(day)) return day;
  }
  return null;
}

export function existingDay(day: Day): Day | null {
  try {
    dayNumber(day);
    return day;
  } catch {
    return null;
  }
}

function two(number: string): string {
  return number.padStart(2, '0');
}
