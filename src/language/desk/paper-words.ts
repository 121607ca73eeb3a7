import type { Day, TimeOfDay } from '../../domain/calendar.ts';
import { addDays } from '../../domain/calendar.ts';
import { foldInPlace, tidy } from '../fold.ts';
import { existingDay } from '../time/day-word.ts';
import { CLOCK, timeOfClock, withEvenings } from '../time/moment-word.ts';

/** When a document was received, as it was said; no time: some time on that day. */
export interface SaidReceived {
  day: Day;
  time: TimeOfDay | null;
}

/** The ways in which reports come that are not the bot's. */
export const OFFICIAL_WORDS =
  'công văn|văn bản|bản giấy|bản cứng|trục liên thông|liên thông|ioffice|văn bản điện tử|văn thư|email|mail|bản ký số|bưu điện|văn phòng điện tử|fax|giấy';

const NUMBER =
  /(?:(?:công văn|cong van|văn bản|van ban|báo cáo|bao cao|cv|số|so)\s*:?\s*)*(\d{1,6}\s*\/\s*[\p{L}\d]*\p{L}[\p{L}\d]*(?:\s*-\s*[\p{L}\d]+)*)/iu;
const DAY = /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(20\d\d))?(?![\d/])/u;
/** The part of the day: behind an hour, or before a day. Without its mark "toi" is the evening before "nay" and "qua" alone. */
const PART =
  /(?:\d\s*(?:h|g|gio)(?:\s*(?:\d{2}|ruoi))?|:\d{2})\s+(?:buoi\s+)?(sang|trua|chieu|toi|dem)(?!\p{L})|(?<!\p{L})(?:(sang|trua|chieu|dem)\s+(?:nay|qua|hom|ngay|luc|\d)|(toi)\s+(?:hom\s+)?(?:nay|qua)(?!\p{L}))/u;
const RECEIVED = /(?<![\p{L}\d])(?:da\s+)?(?:nhan|den)(?:\s+(?:duoc|luc|ngay|vao))*(?![\p{L}\d])/u;

/** Takes "125/BC-UBND ngày 16/11" out of what was typed: the number as written, and the day where one stands right behind it. */
export function takeDocument(text: string, today: Day): { number: string; day: Day | null; rest: string } | null {
  const tidied = tidy(text);
  const found = NUMBER.exec(tidied);
  if (found === null) return null;
  const number = (found[1] ?? '').replace(/\s+/gu, '').toLocaleUpperCase('vi');
  const behind = tidied.slice(found.index + found[0].length);
  const dated = /^[\s,]*(?:ngay|ký ngày|ky ngay|ngày|,)?\s*(?=\d)/iu.exec(behind);
  const date = dated === null ? null : DAY.exec(behind);
  const isNext = date !== null && date.index <= (dated?.[0].length ?? 0);
  const day = isNext ? dayOf(date, today) : null;
  const rest = `${tidied.slice(0, found.index)} ${day === null ? behind : behind.slice((date?.index ?? 0) + (date?.[0].length ?? 0))}`;
  return { number, day, rest: rest.replace(/\s+/gu, ' ').trim() };
}

/** Reads a date that is over, or today: "16/11", "16/11/2026", "hôm qua". */
export function readPastDay(text: string, today: Day): Day | null {
  const folded = foldInPlace(tidy(text));
  if (/(?<!\p{L})(?:hom nay|(?:sang|trua|chieu|toi) nay|bay gio|vua xong|vua nhan)(?!\p{L})/u.test(folded))
    return today;
  if (/(?<!\p{L})(?:hom|sang|trua|chieu|toi|dem) qua(?!\p{L})/u.test(folded)) return addDays(today, -1);
  if (/(?<!\p{L})hom kia(?!\p{L})/u.test(folded)) return addDays(today, -2);
  const date = DAY.exec(folded);
  return date === null ? null : dayOf(date, today);
}

/** Reads "16/11 15h30", "15:30 ngày 16/11", "hôm qua", "9h sáng nay"; null where no day is named. */
export function readReceived(text: string, today: Day): SaidReceived | null {
  const folded = foldInPlace(withEvenings(tidy(text)));
  const clock = CLOCK.exec(folded);
  const day = readPastDay(clock === null ? folded : folded.replace(CLOCK, ' '), today);
  const part =
    PART.exec(folded)
      ?.slice(1)
      .find((one) => one !== undefined) ?? null;
  const time = clock === null ? null : timeOfClock(clock, part);
  if (day === null) return clock === null ? null : { day: today, time };
  return { day, time };
}

/** Takes "nhận 15h30 ngày 16/11" out of what was typed. */
export function takeReceived(text: string, today: Day): { received: SaidReceived; rest: string } | null {
  const tidied = tidy(text);
  const folded = foldInPlace(tidied);
  const found = RECEIVED.exec(folded);
  if (found === null) return null;
  const from = found.index + found[0].length;
  const said =
    /^(?:\s*(?:luc|ngay|vao|hom\s+(?:nay|qua|kia)|(?:sang|trua|chieu|toi|dem)(?:\s+(?:hom\s+)?(?:nay|qua))?(?!\p{L})|\d{1,2}\s*(?:h|g|gio)\s*(?:\d{2})?(?![\d/])|\d{1,2}:\d{2}|\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*20\d\d)?))+/u.exec(
      folded.slice(from),
    );
  const received = said === null ? null : readReceived(tidied.slice(from, from + said[0].length), today);
  if (said === null || received === null) return null;
  const rest = `${tidied.slice(0, found.index)} ${tidied.slice(from + said[0].length)}`;
  return { received, rest: rest.replace(/\s+/gu, ' ').trim() };
}

/** A day without a year is the last one that is not to come. */
function dayOf([, day = '', month = '', year]: RegExpExecArray, today: Day): Day | null {
  const iso = (of: string): Day => `${of}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const named = iso(year ?? today.slice(0, 4));
  const found = year === undefined && named > today ? iso(String(Number(today.slice(0, 4)) - 1)) : named;
  return existingDay(found);
}

/** "Ghi giúp báo cáo giấy Kinh Môn": another paper report is to be entered. */
export function isPaperOrder(text: string): boolean {
  return /(?<!\S)(?:(?:ghi|nhap|nop|vao so)(?: (?:giup|ho|thay|gium|nhan))+|bao cao giay)(?= |$)/u.test(
    foldInPlace(tidy(text)),
  );
}

/** "Bản scan", "ảnh công văn": what a file is. */
export function isFileName(text: string): boolean {
  return (
    /^(?:(?:day la|gui|kem|ban|file|tep|anh|hinh) )*(?:scan|chup|ban scan|anh|tep|file|van ban|cong van|bao cao|ban giay|ban ky|dinh kem|pdf)(?: \S+){0,3}$/u.test(
      foldInPlace(tidy(text)).trim(),
    ) && !/(?<!\S)(?:cho|toi|den|giup|ho)(?!\S)/u.test(foldInPlace(tidy(text)))
  );
}
