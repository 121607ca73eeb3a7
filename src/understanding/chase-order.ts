import type { Day } from '../domain/calendar.ts';
import type { UnitKind } from '../domain/unit.ts';
import { withoutCourtesy } from '../language/courtesy.ts';
import { capital, foldInPlace, tidy } from '../language/fold.ts';
import { spelled } from '../language/spelled.ts';
import { readActingOrder } from './acting-order.ts';
import { splitExcept } from './except.ts';
import type { KnownReport } from './name-report.ts';
import type { KnownUnit } from './name-unit.ts';
import type { SaidUnits } from './said-units.ts';
import { readUnits } from './said-units.ts';

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
  /** "Kể cả đơn vị đã hứa": those too who are left out by themselves. */
  everybody: boolean;
  /** "Các đơn vị quá hẹn": of them those that promised a time which is over. */
  lapsed: boolean;
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
/** Whoever it is for may stand before the verb: "trừ Tứ Kỳ ra còn các huyện khác nhắc báo cáo năm". */
const VERB_INSIDE = /^(.{3,100}?) (?:thi )?(?:nhac|don doc)(?: |$)/u;
const LEFT_OUT_FIRST = /^(?:ngoai|tru|ngoai tru|tru moi|khong tinh|khong ke) (.{2,80}?) ra(?: con| thi)?[, ]+(?=\S)/u;

/** What stands behind the verb of an order to remind ("em nhắc các huyện…"), with whoever was left out before it; null where it is none. */
export function behindChase(text: string): string | null {
  const typed = oneLine(text);
  const first = LEFT_OUT_FIRST.exec(foldInPlace(typed));
  const rest = first === null ? typed : typed.slice(first[0].length);
  const lead = VERB.exec(foldInPlace(rest));
  const inside = lead === null && first !== null ? VERB_INSIDE.exec(foldInPlace(rest)) : null;
  const whom = inside === null ? '' : `${rest.slice(0, inside[1]?.length ?? 0)} `;
  const verb = lead ?? inside;
  if (verb === null) return null;
  const out =
    first === null
      ? ''
      : ` trừ ${typed.slice(first[0].indexOf(first[1] ?? ''), first[0].indexOf(first[1] ?? '') + (first[1]?.length ?? 0))}`;
  return `${whom}${rest.slice(verb[0].length)}${out}`;
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
  const whole = withoutCourtesy(withoutSigner(order).replace(TELL_THEM, ''));
  const late = LAPSED.exec(foldInPlace(whole));
  const asked = late === null ? whole : without(whole, late);
  const everybody = EVEN_PROMISED.exec(foldInPlace(asked));
  const said = everybody === null ? asked : without(asked, everybody);
  const only = onlyIn(said, units);
  // Before the tail is cut off: "… nộp báo cáo năm, để Chí Linh lại".
  const apart = splitExcept(only === null ? said : only.before);
  const [{ head, tail }, out] = [cutTail(apart.whom), cutTail(apart.except ?? '')];
  const named = readActingOrder(`${head} ${tail} ${out.head} ${out.tail}`, { today, reports });
  // Clause by clause: the report's name may stand in any of them, and takes its comma along.
  const bare = (words: string): string =>
    words
      .split(/[,;]/u)
      .map((clause) => readActingOrder(clause, { today, reports }).who)
      .filter((clause) => clause !== '')
      .join(', ');
  // Whoever promised, or was given more time, is left out by itself.
  const left = out.head
    .split(/[,;]|\s(?:và|va|với|voi)\s/iu)
    .filter((part) => ![PROMISED, EXTENDED].some((out) => out.test(foldInPlace(part).trim())))
    .join(', ');
  const [whom, except] = [bare(only?.whom ?? head), bare(left)];
  return {
    obligations: named.obligations,
    period: named.period,
    whom: withoutGeneric(readUnits(whom, units)),
    except: readUnits(except, units),
    everybody: everybody !== null || late !== null,
    lapsed: late !== null,
    words: passedOn === '' ? toPassOn([tail, out.tail]) : passedOn,
  };
}

function toPassOn(tails: readonly string[]): string {
  const told = tails.find((tail) => A_DAY.test(foldInPlace(tail)));
  return told === undefined ? '' : capital(told);
}

/** "Nhắc Sở Công thương với Sở Giáo dục, à thôi chỉ Sở Giáo dục": those alone, and what was said before them. */
function onlyIn(order: string, units: readonly KnownUnit[]): { before: string; whom: string } | null {
  const found = CORRECTED.exec(foldInPlace(order));
  if (found === null) return null;
  const whom = order
    .slice(found.index + found[0].length)
    .replace(/(?:\s+(?:thôi|thoi|nhé|nhe|đi|di|ạ|a|cơ|co))+[.!\s]*$/iu, '');
  const { kinds, codes, unknown } = readUnits(whom, units);
  const isOnly = /(?:chi|rieng) /u.test(found[1] ?? '') || / (?:thoi|co)[.! ]*$/u.test(foldInPlace(order));
  return isOnly && kinds.length + codes.length > 0 && unknown.length === 0
    ? { before: order.slice(0, found.index), whom }
    : null;
}

const CORRECTED =
  /(?:[,;.]+ ?(?:(?:a|o|u|nham|khoan|thoi|ma)[ ,]+)+| (?:a|o|u|nham|khoan)[ ,]+(?:(?:thoi|nham)[ ,]+)*)((?:(?:chi|rieng|nhac|can) )*)(?=\S)/u;

const LAPSED =
  /(?<!\p{L})(?:(?:da |ma )?(?:qua|lo|sai|tre|that) hen(?: roi| ma (?:van )?chua (?:nop|gui))?|(?:da )?(?:hua|hen) (?:roi )?(?:ma |nhung )(?:van )?chua (?:nop|gui|thay))(?!\p{L})/u;
const PROMISED =
  /^(?:(?:cac|nhung|may|cai|don vi|noi|ben|ai|ho|nguoi) )*(?:da |dang |vua )?(?:hua|hen|cam ket)(?: (?:gui|nop|roi|gio|truoc|hom nay|toi nay|mai))*$/u;
const EXTENDED =
  /^((?:(?:cac|nhung|may|cai|don vi|noi|ben|ai|ho|nguoi|ong|ba|ca|huyen|thanh pho|so|nganh|xa) )*)(?:(?:da|dang|vua|moi|duoc|xin|co) )+(?:gia han|lui han|hoan)(?: (?:roi|them|den|toi|hom|nay))*$/u;

/** "Bỏ mấy huyện được gia hạn ra", "trừ mấy ông được gia hạn": the kinds that were said, none of them = all; null where anything else is left out. */
export function extendedLeftOut(text: string): UnitKind[] | null {
  const { whom, except } = splitExcept(text.replace(/[.!\s]+$/u, ''));
  if (except === null || !NOBODY.test(foldInPlace(whom).trim())) return null;
  const found = EXTENDED.exec(foldInPlace(except).trim());
  return found === null ? null : readUnits(found[1] ?? '', []).kinds;
}

const NOBODY = /^(?:(?:a|u|o|thoi|khoan|da|em|giup|nhe|nhung|ma)(?:[\s,]+|$))*$/u;

const EVEN_PROMISED =
  /[,;]?\s*(?:va )?(?:ke ca|bao gom ca|gom ca|tinh ca|lan ca)\s+(?:(?:cac|nhung|may|don vi|noi|ben|ai|ho|nguoi) )*(?:da |dang )?(?:hua|hen|cam ket)(?: (?:gui|nop|roi|gio|truoc|hom nay|toi nay|mai))*(?= *(?:[,;.]|$))/u;

function without(text: string, { index, 0: found }: RegExpExecArray): string {
  return `${text.slice(0, index)} ${text.slice(index + found.length)}`.replace(/\s+/gu, ' ').trim();
}

const HOUR = '\\d{1,2} ?(?:h|gio)(?: ?\\d{2})?(?: (?:sang|trua|chieu|toi))?(?: (?:nay|mai))?';
const HOUR_FIRST = new RegExp(
  `^(?:(?:em|bot|nho|giup|chi|den|luc|vao|dung|cu|sang mai|chieu nay|toi nay|chieu mai|ngay mai|mai|${HOUR})[ ,]+)*${HOUR}[ ,]+(?:sang mai |chieu nay |toi nay |mai )?(?:thi |hay |bot |em )*(?:nhac|don doc)(?: |$)`,
  'u',
);
const AT_AN_HOUR = new RegExp(
  `(?:^|[ ,])(?<!(?:truoc|nhat|han|den|het|toi) )(?:luc |vao |dung |hen )?${HOUR}(?= |$|[,.])`,
  'u',
);

/** Whether somebody wants it done at an hour, or wants to be reminded of something: "8h sáng mai nhắc lại các huyện", "nhắc tôi 17h gọi Kinh Môn". */
export function timesChase(text: string): boolean {
  const folded = foldInPlace(oneLine(text));
  if (HOUR_FIRST.test(folded)) return true;
  const behind = folded.includes(':') ? null : behindChase(text);
  if (behind === null) return false;
  const own = OWN_WORDS.exec(` ${foldInPlace(behind)}`);
  const { head } = cutTail(own === null ? behind : behind.slice(0, Math.max(0, own.index - 1)));
  return AT_AN_HOUR.test(foldInPlace(head.replace(TELL_THEM, ' ')).replace(/^(?:toi|chi|em|anh|minh)(?= )/u, ''));
}

const SIGNED_BY = /[,;]?\s*(?<!\S)(?:va )?(?:ky ten|nguoi ky)(?!\S)[^,;]*/u;

/** "…, ký tên Sở KH&CN": whom it is signed by is nobody to be reminded. */
export function asksToSign(text: string): boolean {
  return SIGNED_BY.test(foldInPlace(oneLine(text)));
}

function withoutSigner(order: string): string {
  const signed = SIGNED_BY.exec(foldInPlace(order));
  return signed === null ? order : without(order, signed);
}

/** Words for all who are missing: they name nobody, and leave nobody out. */
const GENERIC =
  /^(?:(?:ai|nhung|cac|cho|don vi|co quan|noi|ben|moi nguoi|anh em|cac ban|ban|dong chi|ho|cham|tre|muon|con|van|chua|nop|gui|bao cao|bc|thieu|no|nay|ky|giup|di|ngay|nhe|lan|nua|mot|luon|toan|bo|tat ca|het|qua han|lai|do)(?: |$))+$/u;

function withoutGeneric(said: SaidUnits): SaidUnits {
  return { ...said, unknown: said.unknown.filter((words) => !GENERIC.test(foldInPlace(words).trim())) };
}

/** "…, bảo họ nộp trước 12/12": between whom it is for and what they are to do. */
const TELL_THEM = new RegExp(
  `[,;]?\\s*${spelled('bảo|nói với|nhắn|yêu cầu|đề nghị')}\\s+${spelled('họ|các đồng chí')}(?=\\s)`,
  'iu',
);

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

function oneLine(text: string): string {
  return tidy(text).trim().replace(/\s+/gu, ' ');
}
