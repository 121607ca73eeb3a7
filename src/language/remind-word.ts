import type { TimeOfDay } from '../domain/calendar.ts';
import { fold, lower } from './fold.ts';
import { REPORT_NAMED, takeTaskNumber } from './promise-word.ts';
import type { LocalNow, SaidMoment } from './time/moment-word.ts';
import { parseMoment } from './time/moment-word.ts';

/** What somebody wants of their own reminders. */
export type RemindOrder =
  /** An hour for all of them; null: it was asked for, and none named. */
  | { wants: 'hour'; time: TimeOfDay | null }
  /** The plan's hour again. */
  | { wants: 'plan-hour' }
  /** Nothing of what was put off any more. */
  | { wants: 'drop' }
  /** One reminder again at that moment; `hour`: it may as well be meant for all of them. `report`: what stands beside it. */
  | { wants: 'again'; moment: SaidMoment; report: string; hour: TimeOfDay | null };

const ALWAYS =
  /\b(?:hang ngay|moi ngay|ngay nao cung|thuong ngay|moi lan|mac dinh la|gio nhac|gio rieng|doi gio|dat gio|chon gio|thoi gian nhac|gio chung|gio mac dinh)\b/gu;
const PLAN_HOUR =
  /^(?:gio )?(?:mac dinh|macdinh|gio chung|chung|nhu cu|gio cu|theo ke hoach|ve mac dinh|bo gio rieng)$/u;
const DROP =
  /^(?:bo|thoi|huy|xoa|khong|khoi|dung)(?: (?:het|lich|khoi|can|khong|phai|dung))*(?: (?:nhac lai|nhac|lai|nhac nua|nua|hen nhac))+$|^(?:bo|huy|thoi)$/u;
/** What stands around a moment and means nothing. */
const AROUND =
  'da|vang|thua|xin|nhac nho|nhac|hen|lai|nho|bot|em|e|anh|chi|minh|ben|giup|ho|gium|cho|voi|nhe|nha|a|ah|oi|thi|la|moi|dat|doi|chuyen|thanh|vao luc|vao|luc|hay|duoc|bao cao|bc|ve|cai|thoi|c|t|tui';
const AROUND_MOMENT = new RegExp(`\\b(?:${AROUND})\\b`, 'gu');
/** "Đổi sang 9h": there it is no morning. */
const AROUND_HOUR = new RegExp(`\\b(?:${AROUND}|sang(?= \\d))\\b`, 'gu');
const COUNT = '(?:\\d{1,3}|mot|hai|ba|nua|vai)';
const UNIT = '(?:phut|p|tieng|gio|h)(?: dong ho)?(?: ruoi)?';
const AFTER = new RegExp(`\\bsau (?:khoang )?(${COUNT} ?${UNIT})(?: nua)?(?![\\p{L}\\d])`, 'u');
const SPAN = new RegExp(`^${COUNT} ?(?:phut|p|tieng)(?: dong ho)?(?: ruoi)?$`, 'u');
const CLOCK = /\d\s*(?:h|g|gio|:)/u;
const PART = /\b(?:sang|trua|chieu|toi|dem|dau|cuoi|lat|chut|ti|nua)\b/u;

/**
 * Reads what follows "/nhac", or the sentence it came by: "lại lúc 14h", "em lại sau 2 tiếng nhé", "lại sáng mai báo cáo t11",
 * "giờ 9h hằng ngày", "mặc định", "bỏ nhắc lại". "Sáng" and "mai" are their beginning here: a reminder at noon of it would be late.
 * Null: it says none of it.
 */
export function readRemindOrder(text: string, now: LocalNow): RemindOrder | null {
  if (text.length > 160) return null;
  const numbered = takeTaskNumber(text);
  const said = foldedWithoutMe(numbered?.rest ?? text);
  if (PLAN_HOUR.test(said)) return { wants: 'plan-hour' };
  if (DROP.test(said)) return { wants: 'drop' };
  const isAlways = new RegExp(ALWAYS, 'u').test(said) || /^(?:gio|doi)(?:\s|$)/u.test(said);
  const report = numbered?.task ?? REPORT_NAMED.exec(said)?.[0].trim() ?? '';
  const words = numbered === null ? said.replace(REPORT_NAMED, ' ') : said;
  if (isAlways) return { wants: 'hour', time: hourIn(words.replace(ALWAYS, ' '), now) };
  const moment = momentIn(words, now);
  if (moment === null) return null;
  const isOnce = report !== '' || /\b(?:lai|sau|nua|mai|nay|thu|ngay|hen)\b|\d\s*[/.-]\s*\d/u.test(said);
  return { wants: 'again', moment, report, hour: isOnce || !CLOCK.test(words) ? null : moment.time };
}

/** "Tôi" and "tới" would fold into the evening. */
function foldedWithoutMe(text: string): string {
  return fold(lower(text).replace(/(?<!\p{L})(?:tôi|tới|dạ)(?!\p{L})/gu, ' '))
    .replace(/[.,;!?~“”"']+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function hourIn(words: string, now: LocalNow): TimeOfDay | null {
  const bare = words.replace(AROUND_HOUR, ' ').replace(/\s+/gu, ' ').trim();
  const alone = /^(\d{1,2})$/u.exec(bare)?.[1];
  const said = parseMoment(alone === undefined ? bare : `${alone}h`, now);
  return said === null || !CLOCK.test(alone === undefined ? bare : `${alone}h`) ? null : said.time;
}

function momentIn(words: string, now: LocalNow): SaidMoment | null {
  const spans = words.replace(AFTER, ' $1 nua ').replace(/\s+/gu, ' ').trim();
  const bare = spans.replace(AROUND_MOMENT, ' ').replace(/\s+/gu, ' ').trim();
  const week = /^tuan (?:sau|toi)$/u.test(bare) ? `thu hai ${bare}` : bare;
  const span = SPAN.test(bare) ? `${bare} nua` : week;
  const begins = parseMoment(atItsBeginning(span), now);
  // "Chiều nay" said at three: its beginning is over, its end is not.
  return begins?.isPast === true ? (parseMoment(span, now) ?? begins) : begins;
}

/** The beginning of a part of the day, and of the day where no part is named. */
function atItsBeginning(said: string): string {
  if (CLOCK.test(said) || /\d{4}-\d\d-\d\dt/u.test(said)) return said;
  if (/\b(?:dau|cuoi|het|lat|chut|ti|nua)\b/u.test(said)) return said;
  if (!PART.test(said)) return said === '' ? '' : `dau sang ${said}`;
  return said
    .replace(/\bsang\b/u, 'dau sang')
    .replace(/\bchieu\b/u, 'dau chieu')
    .replace(/\btoi\b/u, '19h toi');
}

/** "Thôi khỏi", "không cần nữa": with nothing else in hand, of a reminder that was asked for. */
export function callsOffReminder(text: string): boolean {
  return /\b(?:khoi|khong can|nhac)\b/u.test(fold(text));
}

/** "Phiền quá, đừng nhắn nữa": no order that could be carried out, for what the plan asks for is reminded of. */
export function asksToStop(text: string): boolean {
  return /\b(?:dung|thoi|ngung|tat|khong)(?: \S+){0,2} (?:nhac|nhan|gui tin|lam phien)\b/u.test(fold(text));
}
