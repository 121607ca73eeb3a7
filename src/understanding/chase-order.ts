import type { Day } from '../domain/calendar.ts';
import type { UnitKind } from '../domain/unit.ts';
import { readAudience } from '../language/audience.ts';
import { withoutCourtesy } from '../language/courtesy.ts';
import { foldInPlace, tidy } from '../language/fold.ts';
import { readActingOrder } from './acting-order.ts';
import type { KnownReport } from './name-report.ts';
import type { KnownUnit } from './name-unit.ts';
import { nameUnits, unitIn } from './name-unit.ts';

/** Units as they were said: kinds of them, single ones, and what names none that is known. */
export interface SaidUnits {
  kinds: UnitKind[];
  codes: string[];
  unknown: string[];
}

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
const EXCEPT =
  /(?<!\S)(?:ngoai tru|tru ra|tru moi|tru|khong ke|khong tinh|chua lai|chua ra|bo qua|(?:nhung |ma )?(?:dung|khong) nhac) (?=\S)/u;
const TO_REPORT =
  /(?<!chua|khong|phai) (?:(?:hay|phai|som|lo|de|mau|nhanh) )*(?:nop|gui|chuan bi|lam(?= (?:bao cao|bc)))(?= |$)/u;
/** They name nobody. */
const FILLERS =
  /(?<!\S)(?:(?:giup |ho )?(?:chi|em|anh|toi|minh)(?= (?:cac|nhung|may|don vi|tat ca|may) )|giup (?:chi|em|anh|toi|minh)|ho (?:chi|em|anh|toi|minh)|giup|rieng|het|not|lai|nhe bac|nhe|may dua|may|dua|nhung|con lai|khoi|nhom|ben|phia|nua|cai|thoi|ma thoi|hom nay|ngay bay gio|bay gio|ai|nao|them)(?!\S)/gu;
const BETWEEN = /[,;+]|(?<!\S)(?:va|voi|cung|lan)(?!\S)/u;
const A_DAY =
  /\d{1,2} ?[/.-] ?\d{1,2}|\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|ngay mai|hom nay|chieu nay|sang mai)\b|\d ?h/u;
/** As many as one would say in one sentence. */
const MOST = 40;

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
  const folded = foldInPlace(who);
  const but = EXCEPT.exec(folded);
  const whom = but === null ? folded : folded.slice(0, but.index);
  return {
    obligations: named.obligations,
    period: named.period,
    whom: unitsIn(whom, units),
    except: but === null ? NOBODY : unitsIn(folded.slice(but.index + but[0].length), units),
    words: passedOn === '' && A_DAY.test(foldInPlace(tail)) ? asSentence(tail) : passedOn,
  };
}

const NOBODY: SaidUnits = { kinds: [], codes: [], unknown: [] };

/** "… nộp báo cáo trước 16/11": what they are to do. */
function cutTail(order: string): { head: string; tail: string } {
  const found = TO_REPORT.exec(` ${foldInPlace(order)}`);
  return found === null
    ? { head: order, tail: '' }
    : { head: order.slice(0, found.index).trim(), tail: order.slice(found.index).trim() };
}

/** In folded text. Of a first clause that names somebody, a remark behind it names nobody: "nhắc hết đi, sắp hết hạn rồi". */
function unitsIn(folded: string, units: readonly KnownUnit[]): SaidUnits {
  const found: SaidUnits = { kinds: [], codes: [], unknown: [] };
  for (const [at, part] of folded.split(BETWEEN).slice(0, MOST).entries()) {
    const said = readAudience(withoutCourtesy(part.replace(FILLERS, ' ').replace(/\s+/gu, ' ').trim()));
    const isOther = said.roles.length > 0 || said.state === 'submitted' || said.state === 'late';
    if (said.kinds.length > 0 && !isOther) found.kinds.push(...said.kinds);
    else if (said.units !== '' || isOther) {
      const code = isOther ? null : unitMeant(said.units, units);
      if (code !== null) found.codes.push(code);
      else if (at === 0 || part.trim().split(/\s+/u).length < REMARK) found.unknown.push(part.trim());
    }
  }
  return { ...found, codes: [...new Set(found.codes)] };
}

const REMARK = 4;

function unitMeant(words: string, units: readonly KnownUnit[]): string | null {
  const [only, another] = nameUnits(words, units);
  if (only !== undefined && another === undefined) return only.code;
  return unitIn(words, units);
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
