import type { Day } from '../../domain/calendar.ts';
import { addDays, weekday } from '../../domain/calendar.ts';
import { foldInPlace, tidy } from '../fold.ts';
import { parseDueDay } from './day-word.ts';

/** A stretch of days, both included, and the text without it. */
export interface SaidStretch {
  from: Day;
  until: Day;
  rest: string;
}

const DATE = '\\d{1,2}(?:\\s*[/.]\\s*\\d{1,2}(?:\\s*[/.]\\s*(?:20\\d\\d|\\d\\d))?)?';
const WEEKDAY = 'thu\\s*(?:hai|ba|tu|nam|sau|bay|[2-7])(?:\\s+tuan\\s+(?:nay|sau|toi))?';
const DAY = `(?:${DATE}|${WEEKDAY}|cuoi tuan(?: sau)?|tuan sau|tuan|cuoi thang|thang nay|thang|hom nay|ngay mai|mai|nay)`;
const START = '(?<![\\p{L}\\p{N}/])';
const END = '(?![\\p{L}\\p{N}/])';
const FROM_TO = new RegExp(
  `${START}(?:tu\\s+)(?:ngay\\s+|hom\\s+)?(${DAY})\\s*(?:den|toi|-|–)\\s*(?:het\\s+)?(?:ngay\\s+)?(${DAY})${END}`,
  'u',
);
const DASHED = new RegExp(
  `${START}(?:ngay\\s+)?(${DATE})\\s*(?:[-–]|(?:den|toi)\\s+(?:het\\s+)?(?:ngay\\s+)?)\\s*(${DATE})${END}`,
  'u',
);
/** "Mai", and not somebody called so. */
const NOBODY = '(?<!(?:chi|anh|co|ban|em|chu|bac|dong chi) )';
/** "Mai với mốt", "thứ 5 và thứ 6": two days, one after the other. */
const BOTH = new RegExp(
  `${NOBODY}${START}(${WEEKDAY}|hom nay|(?:ngay )?mai|nay)\\s*(?:voi|va|den)\\s*(?:het\\s+)?(${WEEKDAY}|(?:ngay )?mai|(?:ngay )?kia|mot)${END}`,
  'u',
);
/** A day said before "đến 20/11". */
const BEGINS = new RegExp(`${NOBODY}${START}(${DATE}|${WEEKDAY}|(?:ngay )?mai|(?:ngay )?kia)${END}`, 'gu');
const UNTIL = new RegExp(`${START}(?:den|toi)\\s+(?:het\\s+)?(?:ngay\\s+)?(${DAY})${END}`, 'u');
const ISO = /(?<!\S)(20\d\d-\d\d-\d\d) (20\d\d-\d\d-\d\d)(?!\S)/u;

/**
 * "từ 10/11 đến 20/11", "từ mai đến hết thứ Sáu", "10-20/11", "13/11 đến 14/11", "mai với mốt"; "đến 20/11" alone begins today. Null where no stretch is named, or its
 * last day comes before its first.
 */
export function readStretch(text: string, today: Day): SaidStretch | null {
  const tidied = tidy(text);
  const exact = ISO.exec(tidied);
  if (exact !== null) return stretch(exact[1] ?? null, exact[2] ?? null, tidied, exact);
  const folded = foldInPlace(tidied);
  const both = FROM_TO.exec(folded) ?? DASHED.exec(folded) ?? BOTH.exec(folded);
  if (both !== null) {
    const [, first = '', last = ''] = both;
    const begins = /^(?:hom )?nay$/u.test(first) ? today : (parseDueDay(first, today)?.day ?? today);
    const until = lastDay(last, begins, today);
    // "Từ 10 đến 20/11": the month of the last day.
    const month = /^\d{1,2}$/u.test(first) && until !== null ? `/${until.slice(5, 7)}/${until.slice(0, 4)}` : '';
    const from = /^(?:hom )?nay$/u.test(first) ? today : (parseDueDay(`${first}${month}`, today)?.day ?? null);
    return stretch(from, until, tidied, both);
  }
  const open = UNTIL.exec(folded);
  if (open === null) return null;
  const begins = beginningIn(folded.slice(0, open.index), today);
  return stretch(begins, lastDay(open[1] ?? '', begins, today), tidied, open);
}

/** "Mai tôi nghỉ đến hết 20/11" begins tomorrow; where no day is said before it, today. */
function beginningIn(before: string, today: Day): Day {
  const said = [...before.matchAll(BEGINS)].map(([, day = '']) => day).findLast((day) => !/^\d{1,2}$/u.test(day));
  return said === undefined ? today : (parseDueDay(said, today)?.day ?? today);
}

/** "Đến hết tuần", "đến hết tháng" are those of the day it begins. */
function lastDay(said: string, from: Day, today: Day): Day | null {
  if (/^(?:cuoi )?thang/u.test(said)) return addDays(`${addDays(`${from.slice(0, 7)}-28`, 4).slice(0, 7)}-01`, -1);
  if (/^(?:cuoi )?tuan(?: sau)?$/u.test(said)) return addDays(from, 7 - weekday(from) + (/sau$/u.test(said) ? 7 : 0));
  return parseDueDay(said, today)?.day ?? null;
}

function stretch(from: Day | null, until: Day | null, text: string, { index, 0: found }: RegExpExecArray) {
  if (from === null || until === null || until < from) return null;
  const rest = `${text.slice(0, index)} ${text.slice(index + found.length)}`.replace(/\s+/gu, ' ').trim();
  return { from, until, rest };
}

/** "Chị Hoa thay anh An": who stands in, and who is absent; without "thay" the whole names who stands in. */
export function sidesOf(text: string): { substitute: string; absent: string } {
  const [before = '', ...behind] = foldInPlace(tidy(text)).split(/(?<![\p{L}\p{N}])thay(?! the)(?![\p{L}\p{N}])/u);
  const absent = behind.join(' ');
  return { substitute: before.trim() === '' ? absent : before, absent };
}

/** What people put before a name; before "thay" it is the name itself: "Chi thay em". */
const TITLE = /(?<!\p{L})(?:dong chi|d\/c|chi|anh|co|chu|bac|ong|ba|ban|em)\s+(?=\p{L})/gu;

/** Whether a word of the text is that person's given name, or all of their name stands in it. */
export function namesPerson(text: string, name: string): boolean {
  const said = foldInPlace(tidy(text))
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim();
  const folded = foldInPlace(tidy(name)).trim().replace(/\s+/gu, ' ');
  const given = folded.split(' ').at(-1) ?? '';
  const isIn = (words: string): boolean => ` ${said} `.includes(` ${words} `);
  return given !== '' && (isIn(folded) || ` ${said.replace(TITLE, '')} `.includes(` ${given} `));
}
