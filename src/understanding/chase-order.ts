import type { Day } from '../domain/calendar.ts';
import { withoutCourtesy } from '../language/courtesy.ts';
import { foldInPlace, tidy } from '../language/fold.ts';
import { readActingOrder } from './acting-order.ts';
import type { KnownReport } from './name-report.ts';
import type { KnownUnit } from './name-unit.ts';
import type { SaidUnits } from './said-units.ts';
import { readUnits, splitExcept } from './said-units.ts';

/** Whom somebody wants reminded, in one sentence. */
export interface ChaseOrder {
  /** Codes of the reports that were named; null = none was. */
  obligations: readonly string[] | null;
  period: string | null;
  /** Nobody named = all who are missing. */
  whom: SaidUnits;
  except: SaidUnits;
  /** Words of one's own to go along. */
  words: string;
}

interface ChaseSituation {
  today: Day;
  reports: readonly KnownReport[];
  units: readonly KnownUnit[];
}

const VERB =
  /^(?:(?:em|bot|oi|ok|roi|the|thi|hay|nho|giup|chi|anh|toi|minh|hom nay|bay gio|gio|di) ){0,4}?(?:don doc|nhac nho|nhac|thuc giuc|giuc|hoi thuc|thuc)(?: |$)/u;
const OWN_WORDS =
  /(?:[,;]? (?:va |kem )?(?:them|kem(?: theo)?|voi|ghi|nhan)?(?: (?:cau|loi nhan|loi|noi dung))(?: la| rang)?|[,;]? (?:nhan|noi|bao|ghi)(?: voi ho| ho)? (?:la|rang)) ?:? (?=\S)|(?<!\d): ?(?=\S)/u;
const TO_REPORT =
  /(?<!chua|khong|phai) (?:(?:hay|phai|som|lo|de|mau|nhanh) )*(?:nop|gui|chuan bi|lam(?= (?:bao cao|bc)))(?= |$)/u;
const A_DAY =
  /\d{1,2} ?[/.-] ?\d{1,2}|\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|ngay mai|hom nay|chieu nay|sang mai)\b|\d ?h/u;
/** What stands behind the verb of an order to remind ("em nhắc các huyện…"); null where it is none. */
export function behindChase(text: string): string | null {
  const typed = oneLine(text);
  const lead = VERB.exec(foldInPlace(typed));
  return lead === null ? null : typed.slice(lead[0].length);
}

/**
 * Reads "các huyện chưa nộp tháng 11 trừ Ninh Giang", "HBG và Thanh Hà, thêm câu: gửi trước 17h": what stands behind "/dondoc", or behind
 * the verb of a sentence.
 */
export function readChaseOrder(text: string, { today, reports, units }: ChaseSituation): ChaseOrder {
  const typed = oneLine(text);
  const own = OWN_WORDS.exec(` ${foldInPlace(typed)}`);
  const order = own === null ? typed : typed.slice(0, Math.max(0, own.index - 1)).trim();
  const passedOn = own === null ? '' : typed.slice(own.index - 1 + own[0].length).trim();
  const { head, tail } = cutTail(withoutCourtesy(order));
  const named = readActingOrder(`${head} ${tail}`, { today, reports, ownUnits: [], units: [] });
  const who = readActingOrder(head, { today, reports, ownUnits: [], units: [] }).who;
  const { whom, except } = splitExcept(who);
  return {
    obligations: named.obligations,
    period: named.period,
    whom: readUnits(whom, units),
    except: readUnits(except ?? '', units),
    words: passedOn === '' && A_DAY.test(foldInPlace(tail)) ? asSentence(tail) : passedOn,
  };
}

/** "… nộp báo cáo trước 16/11": what they are to do. */
function cutTail(order: string): { head: string; tail: string } {
  const found = TO_REPORT.exec(` ${foldInPlace(order)}`);
  return found === null
    ? { head: order, tail: '' }
    : { head: order.slice(0, found.index).trim(), tail: order.slice(found.index).trim() };
}

/** The order again, without its report, as it is typed behind a command. */
export function writeChaseOrder(units: readonly string[] | null, except: readonly string[], words: string): string {
  const but = except.length === 0 ? '' : `trừ ${except.join(', ')}`;
  return `${(units ?? []).join(', ')} ${but}`.trim() + (words === '' ? '' : `: ${words}`);
}

function asSentence(words: string): string {
  return `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`;
}

function oneLine(text: string): string {
  return tidy(text).trim().replace(/\s+/gu, ' ');
}
