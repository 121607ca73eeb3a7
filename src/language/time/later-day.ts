import { addDays, addWorkingDays, type Day, daysBetween, type WorkingCalendar } from '../../domain/calendar.ts';
import { foldInPlace, tidy } from '../fold.ts';
import { parseDueDay } from './day-word.ts';

/** Until when something is put off: the last day on which it is still in time, or so many days more. */
export type SaidLater = { on: Day } | { more: number; working: boolean };

export interface TakenLater {
  later: SaidLater;
  /** The text without it. */
  rest: string;
}

/** A deadline is a whole day; who names an hour is told so. */
const HOUR = '\\d{1,2}\\s*(?:h|gio)\\s*(?:\\d{2})?(?:\\s+(?:sang|trua|chieu|toi))?';
const LEAD = `(?:(?:gia han|lui han|lui|han moi|han|nop|cham nhat|cho|den|toi|het|sang|truoc|vao|la|ngay|luc|${HOUR})\\s+)`;
const DATE = '\\d{1,2}\\s*[/.-]\\s*\\d{1,2}(?:\\s*[/.-]\\s*(?:20\\d\\d|\\d\\d))?(?![\\d/])';
const IN_WORDS = '\\d{1,2}\\s+thang\\s+\\d{1,2}(?:\\s+(?:nam\\s+)?20\\d\\d)?(?!\\d)';
const WEEK = '(?:\\s+tuan\\s+(?:nay|sau|toi))?';
const WEEKDAY = `(?:thu\\s*(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn)${WEEK}(?![\\p{L}\\p{N}])`;
/** A name, or a number of something else, unless "đến", "hết" ... stands before it. */
const BARE = '(?:mai|ngay mai|kia|hom nay|\\d{1,2}(?!\\s*[\\d/.-]))(?![\\p{L}\\p{N}])';
/** "Chưa nộp đến 18/11": whom, and then the day. */
const START = '(?<![\\p{L}\\p{N}])(?<!(?:chua|khong) )';
const PATTERNS = [
  new RegExp(`${START}${LEAD}*(?:${DATE}|${IN_WORDS}|${WEEKDAY})`, 'gu'),
  new RegExp(`${START}${LEAD}*(?:den|toi|het|ngay|truoc)\\s+${BARE}`, 'gu'),
  // "T6" alone is a month.
  new RegExp(`${START}${LEAD}*(?:den|toi|het|truoc)\\s+t[2-7]${WEEK}(?![\\p{L}\\p{N}/.-])`, 'gu'),
  new RegExp(`${START}ngay\\s+(?:mai|kia)(?![\\p{L}\\p{N}])`, 'gu'),
];
const NUMBERS = ['mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi'];
const MORE = new RegExp(
  `${START}(?:gia han|xin)?\\s*(?:(?:them|lui|keo dai|cong)\\s+)?(\\d{1,2}|${NUMBERS.join('|')})\\s+(ngay lam viec|ngay|hom|bua|tuan)(?:\\s+(?:nua|lam viec))?(?![\\p{L}\\p{N}])`,
  'u',
);

/**
 * Takes the day out of "HBG đến hết 20/11 vì mưa lũ", "thêm 2 ngày làm việc", "trước thứ Sáu tuần sau"; null where none is named.
 * Of several the last one counts: "hạn 17/11 gia hạn đến 20/11". "Trước 20/11" is until the end of the 19th.
 */
export function takeLaterDay(text: string, today: Day): TakenLater | null {
  const tidied = tidy(text);
  const folded = foldInPlace(tidied);
  const more = MORE.exec(folded);
  const dates = PATTERNS.flatMap((pattern) => [...folded.matchAll(pattern)])
    .map((match) => ({ match, day: dayOf(match[0], today) }))
    .flatMap(({ match, day }) => (day === null ? [] : [{ match, day }]))
    // Of those that end at the same place the longest: "đến hết ngày mai".
    .sort((a, b) => endOf(a.match) - endOf(b.match) || b.match.index - a.match.index);
  const last = dates.at(-1);
  if (last !== undefined) return { later: { on: last.day }, rest: without(tidied, last.match) };
  if (more === null) return null;
  const [, count = '', unit = ''] = more;
  const number = /^\d/u.test(count) ? Number(count) : NUMBERS.indexOf(count) + 1;
  const working = more[0].includes('lam viec');
  const days = unit === 'tuan' ? number * 7 : number;
  return days === 0 ? null : { later: { more: days, working }, rest: without(tidied, more) };
}

/** The answer to "until when": a bare number is a count of working days there, and a bare word a day. */
export function readLaterDay(text: string, today: Day): TakenLater | null {
  const isCount = /^\s*[1-9]\s*$/u.test(text);
  return takeLaterDay(isCount ? `thêm ${text} ngày làm việc` : text, today) ?? takeLaterDay(`đến ${text}`, today);
}

/** The day that is meant, counted from the deadline that moves. */
export function laterDay(said: SaidLater, from: Day, calendar: WorkingCalendar): Day {
  if ('on' in said) return said.on;
  return said.working ? addWorkingDays(calendar, from, said.more) : addDays(from, said.more);
}

function dayOf(words: string, today: Day): Day | null {
  const plain = words.replace(/(?<=\s)t([2-7])/u, 'thu $1').trim();
  const said = parseDueDay(
    plain.replace(/^(?:(?:gia han|lui han|lui|han moi|cho|sang|vao|luc|den(?= (?:het|ngay|thu|\d)))\s+)+/u, ''),
    today,
  );
  if (said === null) return null;
  const day = said.word === 'before' ? addDays(said.day, -1) : said.day;
  // "19/11" on the 20th is yesterday: what is put off by most of a year is not meant.
  const isNamed = /20\d\d/u.test(words);
  return !isNamed && daysBetween(today, day) > HALF_A_YEAR ? addYears(day, -1) : day;
}

function endOf({ index, 0: found }: RegExpExecArray): number {
  return index + found.length;
}

/** Whether an hour stands before the day that something is put off to. */
export function namesHour(text: string, today: Day): boolean {
  const taken = takeLaterDay(text, today);
  const folded = foldInPlace(tidy(text));
  return taken !== null && HOUR_OF_DAY.test(folded) && !HOUR_OF_DAY.test(foldInPlace(taken.rest));
}

const HOUR_OF_DAY = new RegExp(`(?<![\\p{L}\\p{N}])${HOUR}\\s+\\S`, 'u');

const HALF_A_YEAR = 183;

function addYears(day: Day, years: number): Day {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}

function without(text: string, { index, 0: found }: RegExpExecArray): string {
  return `${text.slice(0, index)} ${text.slice(index + found.length)}`.replace(/\s+/gu, ' ').trim();
}
