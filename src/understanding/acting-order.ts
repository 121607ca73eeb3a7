import type { Day } from '../domain/calendar.ts';
import { withoutAsking } from '../language/courtesy.ts';
import { takeReason } from '../language/reason-word.ts';
import { spelled } from '../language/spelled.ts';
import type { SaidLater } from '../language/time/later-day.ts';
import { takeLaterDay } from '../language/time/later-day.ts';
import { isReasonOfExcept, takeExceptOfReason } from './except.ts';
import type { NamingSituation } from './name-report.ts';
import { nameReport } from './name-report.ts';

/** What somebody wants decided, as far as they said it in one go; null = that part was not said. */
export interface ActingOrder {
  /** Number of the one task. */
  task: number | null;
  obligations: readonly string[] | null;
  period: string | null;
  /** The words for the units, as typed; empty = none. */
  who: string;
  later: SaidLater | null;
  reason: string | null;
}

/** Whose units are meant stays in the words: whoever decides about units has none of their own. */
type Deciding = Pick<NamingSituation, 'today' | 'reports'>;

/** Words that stand before the units and name none. */
const BEFORE = new RegExp(
  `^(?:(?:${spelled('cho|của|giúp|miễn|gia hạn|lùi hạn|dời hạn|nới hạn|giãn hạn|đơn vị|kỳ|báo cáo|em|nhờ|xin|muốn|cần|thêm|đổi thành|đổi sang|sửa thành')}|dạ|tôi|mình|hãy|để|là|${spelled('đồng ý|duyệt')}(?=\\s+\\S))(?:\\s+|$))+`,
  'iu',
);
/** "Thanh Mien" ends like "miễn". */
const BEHIND = new RegExp(
  `(?:(?:^|\\s+)(?:${spelled('được gia hạn|gia hạn|được miễn|xin|đề nghị|báo cáo|giúp|giúp tôi|nhé|nha|với|thêm|cho|em|luôn|đi')}|ạ|miễn|(?<!thanh\\s+)mien))+$`,
  'iu',
);
const AROUND = /^[\s,;:.-]+|[\s,;:.-]+$/gu;

/** "… vì mưa bão, à Tứ Kỳ nữa": another unit that came to mind. */
const MORE_UNITS = new RegExp(
  `[,;.]\\s*${spelled('à|ừ|thêm|cả|và cả|à thêm|à cả')}\\s+([^,;.]{2,60}?)\\s+${spelled('nữa')}[\\s.!]*$`,
  'iu',
);

/**
 * Reads "HBG, Cẩm Giàng t11 đến hết 20/11 vì mưa lũ", "tất cả thêm 2 ngày làm việc lý do: lỗi mạng", "#12 20/11": the parts in any
 * order, but the reason, which is what stands last.
 */
export function readActingOrder(text: string, situation: Deciding): ActingOrder {
  const given = reasonIn(text);
  const more = MORE_UNITS.exec(given?.reason ?? '');
  const why = more === null ? (given?.reason ?? null) : (given?.reason ?? '').slice(0, more.index).trim();
  const { later, rest, reason } = takeDay(given?.rest ?? text, why, situation.today);
  const report = takeReport(more === null ? rest : `${rest}, ${more[1]}`, situation);
  return { ...report, later, reason: reason === null || reason === '' ? null : withoutAsking(reason) };
}

/** The reason, and what stands before it with the exception that was said behind it. */
function reasonIn(text: string): { reason: string; rest: string } | null {
  const given = takeReason(text);
  if (given === null) return null;
  const except = takeExceptOfReason(given.reason);
  if (except !== null) return { reason: except.reason, rest: `${given.rest} ${except.except}` };
  return isReasonOfExcept(given.rest, given.reason) ? { ...given, reason: '' } : given;
}

/** The day stands before the reason, or at the end of it. */
function takeDay(
  before: string,
  reason: string | null,
  today: Day,
): { later: SaidLater | null; rest: string; reason: string | null } {
  const first = takeLaterDay(before, today);
  if (first !== null) return { ...first, reason };
  const behind = reason === null ? null : takeLaterDay(reason, today);
  // "Vì mưa lũ thứ 5": when that was, and no new day, unless it says so or stands alone.
  if (behind === null || !isNewDay(reason ?? '', behind.rest)) return { later: null, rest: before, reason };
  return { later: behind.later, rest: before, reason: behind.rest };
}

const UNTIL =
  /(?<!\p{L})(?:đến|tới|hết|sang|thêm|lùi|kéo dài|hạn|chậm nhất|trước|den|toi|het|them|lui|keo dai|han|cham nhat|truoc)(?!\p{L})/iu;

/** Whether what was taken off a reason is said as a new day: "… đến 23/11", "…, thêm 2 ngày", "…, 23/11". */
function isNewDay(reason: string, rest: string): boolean {
  const clause = reason.slice(reason.search(/[,;.](?=[^,;.]*$)/u) + 1);
  const isApart =
    clause !== reason &&
    reason.startsWith(rest.replace(/[\s,;.]+$/u, '')) &&
    rest.length <= reason.length - clause.trim().length;
  return rest === '' || isApart || count(reason, UNTIL) > count(rest, UNTIL);
}

function count(text: string, words: RegExp): number {
  return [...text.matchAll(new RegExp(words, 'giu'))].length;
}

/** A report or a period anywhere among the units' words. */
function takeReport(text: string, situation: Deciding): Pick<ActingOrder, 'task' | 'obligations' | 'period' | 'who'> {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  for (let at = 0; at < words.length; at++) {
    const named = nameReport(words.slice(at).join(' '), { ...situation, ownUnits: [], units: [] });
    if (named.period === null && named.obligations === null && (at > 0 || named.task === null)) continue;
    const { task, obligations, period } = named;
    return { task, obligations, period, who: whoIn(`${words.slice(0, at).join(' ')} ${named.rest}`) };
  }
  return { task: null, obligations: null, period: null, who: whoIn(text) };
}

function whoIn(words: string): string {
  return words.replace(AROUND, '').replace(BEFORE, '').replace(BEHIND, '').replace(AROUND, '');
}
