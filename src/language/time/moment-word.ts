import { addDays, type Day, type TimeOfDay, weekday } from '../../domain/calendar.ts';
import { fold, lower } from '../fold.ts';
import { parseDueDay } from './day-word.ts';

/** The clock on the wall: what "17h" and "chiều nay" are counted from. */
export interface LocalNow {
  today: Day;
  time: TimeOfDay;
}

/** A moment as people say it; `isPast`: it is over already, so it was meant otherwise. */
export interface SaidMoment {
  day: Day;
  time: TimeOfDay;
  isPast: boolean;
}

/** The end of each part of the day: "chiều nay em gửi" is kept until then. */
const PARTS: Readonly<Record<string, TimeOfDay>> = {
  'dau gio sang': '08:30',
  'dau sang': '08:30',
  'dau gio chieu': '14:00',
  'dau chieu': '14:00',
  'dau gio': '08:30',
  'cuoi gio sang': '11:30',
  'cuoi gio chieu': '17:00',
  'cuoi gio': '17:00',
  'het gio': '17:00',
  'cuoi ngay': '17:00',
  'cuoi sang': '11:30',
  'cuoi chieu': '17:00',
  sang: '11:30',
  trua: '12:00',
  chieu: '17:00',
  toi: '20:00',
  dem: '22:00',
};
/** Where a day is named and no time of it. */
const END_OF_WORK: TimeOfDay = '17:00';

const FILLERS =
  /\b(?:luc|truoc|khoang|tam|den|vao|muon nhat|cham nhat|cung lam|la|trong|ngay luc|hen|xin hen|buoi|dung|do|gio|a|ah|nhe|nha|em|da|vang|chi|anh|oi)\b/gu;
const PART = new RegExp(`\\b(${Object.keys(PARTS).join('|')})\\b`, 'u');
/** Of folded text. Two figures behind the "h" are minutes, unless they begin a date ("8h 18/11"). */
export const CLOCK =
  /\b(\d{1,2})\s*(?:(?:h|g|gio)\s*(\d{2}(?!\s*[/.]\s*\d|-\d)|ruoi)?(?:\s*(?:p|phut))?|:\s*(\d{2}))(?![\p{L}\d])/u;
const ISO = /^(20\d\d-\d\d-\d\d)[t ](\d\d:\d\d)$/u;
const AHEAD = /^(?:(\d{1,3}|mot|hai|ba|nua|vai)\s*(phut|p|tieng|gio|h)(?:\s*dong ho)?\s*(ruoi)?\s*nua)$/u;
const SOON = /^(?:lat|ti|chut|xiu|mot lat|mot ti|mot chut|1 lat|1 chut|1 ti)\s*(?:nua)?$/u;
const COUNTS: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, nua: 0.5, vai: 2 };

/**
 * Reads "17h30", "5h chiều", "trước 16h", "sáng mai", "chiều thứ Hai", "20/11", "lát nữa" (in an hour), "2 tiếng nữa". An hour
 * from 1 to 6 without a part of the day is the afternoon's, as offices say it. Null: it names no moment, or says more than one.
 */
export function parseMoment(text: string, now: LocalNow): SaidMoment | null {
  const said = fold(withEvenings(text))
    .replace(/[.,;!?~]+(?=\s|$)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  // A number alone is a choice or a figure.
  if (/^\d+$/u.test(said)) return null;
  const exact = ISO.exec(said);
  if (exact !== null) return existing(exact[1] ?? '', exact[2] ?? '', now);
  return ahead(said, now) ?? byParts(said, now);
}

/** "tối nay" and "tới" fold alike: only what stands before a day, or after an hour, is the evening. */
export function withEvenings(text: string): string {
  return lower(text).replace(/(?<!\p{L})(?:tới|tôi)(?!\p{L})/gu, ' ');
}

function ahead(said: string, now: LocalNow): SaidMoment | null {
  if (SOON.test(said)) return later(now, 60);
  const match = AHEAD.exec(said);
  if (match === null) return null;
  const count = COUNTS[match[1] ?? ''] ?? Number(match[1]);
  const minutes = /^p/u.test(match[2] ?? '') ? count : count * 60;
  return later(now, minutes + (match[3] === undefined ? 0 : 30));
}

/** Up to the next five minutes, so that the answer names a time people would say. */
function later({ today, time }: LocalNow, minutes: number): SaidMoment {
  const at = Math.ceil((minutesOf(time) + minutes) / 5) * 5;
  return { day: addDays(today, Math.floor(at / 1440)), time: timeOf(at % 1440), isPast: false };
}

function byParts(said: string, now: LocalNow): SaidMoment | null {
  const clock = CLOCK.exec(said);
  const withoutClock = clock === null ? said : said.replace(CLOCK, ' ');
  const part = PART.exec(withoutClock);
  const rest = (part === null ? withoutClock : withoutClock.replace(PART, ' '))
    .replace(FILLERS, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const day = rest === '' ? now.today : dayOf(rest, now.today);
  if (day === null || (clock === null && part === null && rest === '')) return null;
  const time = clock === null ? (PARTS[part?.[1] ?? ''] ?? END_OF_WORK) : timeOfClock(clock, part?.[1] ?? null);
  return time === null ? null : existing(day, time, now);
}

function dayOf(rest: string, today: Day): Day | null {
  if (/^(?:nay|hom nay|ngay nay|luon|trong ngay)$/u.test(rest)) return today;
  if (/^(?:cuoi tuan|cuoi tuan nay|trong tuan|trong tuan nay|het tuan)$/u.test(rest)) {
    const friday = addDays(today, 5 - weekday(today));
    return friday < today ? null : friday;
  }
  return parseDueDay(rest, today)?.day ?? null;
}

/** Where no part of the day is said, an hour from 1 to 6 is the afternoon's; "05:32" is written by the clock of 24 hours. Of "12h đêm" the day is anybody's guess. */
export function timeOfClock(clock: RegExpExecArray, part: string | null): TimeOfDay | null {
  const hour = Number(clock[1]);
  const minute = clock[2] === 'ruoi' ? 30 : Number(clock[2] ?? clock[3] ?? 0);
  if (hour > 23 || minute > 59) return null;
  const isMorning = part !== null && /sang$/u.test(part);
  const isNight = part !== null && /(?:toi|dem)$/u.test(part);
  const isLater = part !== null && /(?:chieu|toi|dem)$/u.test(part);
  const isAfternoon = hour < 12 && (isLater || (part === null && /^[1-6]$/u.test(clock[1] ?? '')));
  if ((isMorning && hour > 12) || (isNight && (hour < 5 || hour === 12))) return null;
  return timeOf((isAfternoon ? hour + 12 : hour) * 60 + minute);
}

function existing(day: Day, time: TimeOfDay, now: LocalNow): SaidMoment {
  return { day, time, isPast: `${day}T${time}` <= `${now.today}T${now.time}` };
}

function minutesOf(time: TimeOfDay): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function timeOf(minutes: number): TimeOfDay {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
