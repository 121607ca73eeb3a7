import { fold, lower } from './fold.ts';
import type { LocalNow, SaidMoment } from './time/moment-word.ts';
import { parseMoment } from './time/moment-word.ts';

/** What promises a report: "em gửi", "sẽ nộp", "hẹn", "xong". */
const VERBS = /\b(?:gui|nop|hen|hua|bao cao|bc|xong|hoan thanh|hoan thien)\b/u;
/** Said about something else: a question, a refusal, a request, the past. */
const OTHERWISE =
  /\b(?:khong|ko|chua|da|roi|gia han|lui|xin them|duoc khong|khi nao|bao gio|may gio|nao|ai|sao|giao|nhac|dung|nho (?:em|chi|anh|co|chu|ban|dong chi)|lam phan|lay giup)\b|\?/u;
const AROUND =
  /\b(?:da|vang|thua|xin|phep|cho|nhe|nha|a|ah|ak|oi|e|c|em|anh|chi|toi|minh|ben|don vi|co quan|phong|con|se|cam ket|co gang|co the|moi|thi|la|cua|so|huyen|xa|thang nay|ky nay|lai|luon|di|ngay|nay|gap|som|duoc|phai|nhat dinh|the|giup|ban|van ban|day du|tiep|not|t|de|muon(?: ti| chut| mot chut| it)?|cham(?: ti| chut)|tinh)\b/gu;
/** A report by its month, or the year's, in folded text: "bao cao thang 11", "t11/2026", "bao cao nam". */
export const REPORT_NAMED =
  /(?:bao cao|bc)?\s*(?:thang|t)\s*\d{1,2}(?:\s*\/\s*\d{2,4})?(?!\s*(?:h|g|gio|:))|\b(?:bao cao|bc) (?:ca )?nam(?: 20\d\d)?(?!\S*\p{L})/u;
/** "14h chiều t2": beside a time of the day it is a weekday, and no month. */
const SHORT_WEEKDAY = /(?<=(?:\b(?:sang|trua|chieu|toi|mai|de|den|truoc)|\d ?(?:h|g|gio))\s+)t([2-7])(?![\d/])/gu;

/**
 * "17h em gửi", "mai em nộp nhé", "dạ chiều nay bên em gửi báo cáo tháng 11 ạ": when a report is promised for, the whole text
 * saying nothing else; null where it is no such promise.
 */
export function readPromise(text: string, now: LocalNow): { moment: SaidMoment; rest: string } | null {
  if (text.length > 120 || text.includes('\n') || text.includes('=')) return null;
  const clauses = text.split(/[,;.…]+(?:\s+|$)/u).filter((clause) => clause.trim() !== '');
  const [last = '', ...before] = clauses.reverse();
  // "Em gửi muộn tí nhé, chiều nay 4h": the verb stands before the time.
  const whole =
    clauses.length === 2 && before.length === 1 && !VERBS.test(fold(last))
      ? readClause(`${before[0]} ${last}`, now)
      : null;
  if (whole !== null) return whole;
  // "Em đang tổng hợp, 17h em gửi ạ": what stands before it may say why, and nothing that counts. The report may be named there.
  if (
    before.some(
      (clause) =>
        /\d/u.test(fold(clause).replace(REPORT_NAMED, ' ')) || OTHERWISE.test(fold(clause).replace(NOT_READY, ' ')),
    )
  )
    return null;
  // "Tối nay em nộp nhé, giờ đang họp": why, behind it.
  const isWhy = before.length === 1 && !/\d/u.test(last) && !VERBS.test(fold(last)) && !OTHERWISE.test(fold(last));
  const said = readClause(last, now) ?? (isWhy ? readClause(before[0] ?? '', now) : null);
  const named = before.flatMap((clause) => REPORT_NAMED.exec(fold(clause))?.[0].trim() ?? []);
  return said === null || said.rest !== '' || named.length !== 1 ? said : { ...said, rest: named[0] ?? '' };
}

/** Why it comes later: "t12 thì chưa có số", "tháng 11 chưa tổng hợp xong". */
const NOT_READY =
  /\bchua (?:kip |co |duoc )?(?:so lieu|so|xong|tong hop|lam|gom|chot|du|day du|ky|thay so|nhan duoc so)\b|\bchua kip$/gu;

const LATER =
  /^(?:(?:da|em|e|toi|minh|t|anh|chi|c|ben|don vi|thi|de|cho|xin|chac) )*(?:nop|gui|lam|bao cao)(?: (?:em|e|toi|minh))? (?:sau|muon|cham)(?: (?:nhe|nha|a|em|chi|anh|c|duoc khong|duoc ko|dc ko|ti|mot chut|chut|it))*$/u;

/** "T12 nộp sau": that a report comes later, and not when. Gives the report as it is named. */
export function readLater(text: string): string | null {
  const said = fold(lower(text).replace(/(?<!\p{L})tôi(?!\p{L})/gu, ' '))
    .replace(/[.,;!~]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const named = text.length > 60 ? '' : (REPORT_NAMED.exec(said)?.[0] ?? '');
  return named !== '' && LATER.test(said.replace(named, ' ').replace(/\s+/gu, ' ').trim()) ? named.trim() : null;
}

const MAY_I = /\b(?:co )?(?:duoc|dc|dk) (?:khong|ko|k)(?: (?:a|chi|anh|em|c|nhi))*[.! ]*$/u;

function readClause(text: string, now: LocalNow): { moment: SaidMoment; rest: string } | null {
  const typed = lower(text)
    .replace(/(?<!\p{L})(?:tôi|dạ)(?!\p{L})/gu, ' ')
    .replace(/(?<!\p{L})tối(?!\p{L}|\s+(?:nay|mai|thứ))/gu, 'tối nay');
  // "Thứ 2 gửi được ko" says when it comes; whether that is in time is part of the answer.
  const said = fold(typed).replace(SHORT_WEEKDAY, 'thu $1').replace(MAY_I, '');
  if (!VERBS.test(said) || OTHERWISE.test(said)) return null;
  const named = REPORT_NAMED.exec(said)?.[0] ?? '';
  const bare = said.replace(REPORT_NAMED, ' ').replace(new RegExp(VERBS, 'gu'), ' ');
  const moment = parseMoment(bare, now) ?? parseMoment(withoutWordsAround(bare), now);
  return moment === null ? null : { moment, rest: named.trim() };
}

const AGAIN_BEFORE =
  /^(?:(?:a|oi|thoi|khong|ko|k|u|da|vang|xin loi|chua xong|chua kip|chua duoc|van chua xong|chac|nham|doi|doi lai|chuyen|lui|hen lai|hen|de|cho|sang|thanh|lai|em|chi|anh|la|thi|nhe|ban qua)(?:[ ,.!]+|$))+/u;
const AGAIN_BEHIND =
  /(?:[ ,]*\b(?:lam|gui|nop|em|chi|anh|nhe|nha|a|di|vay|cung duoc|xong|moi xong|nhe chi|duoc khong chi))+[.! ]*$/u;

/** Another time for what was promised already, the words saying nothing else: "à không, thứ 2 tuần sau", "chưa xong, mai nhé". */
export function readNewTime(text: string, now: LocalNow): SaidMoment | null {
  if (text.length > 80 || /[\n=:?]/u.test(text.replace(/\d:\d/gu, ''))) return null;
  const clauses = text.split(/[,;.]+(?:\s+|$)/u).filter((clause) => clause.trim() !== '');
  const read = (words: string): SaidMoment | null => {
    const said = fold(lower(words).replace(/(?<!\p{L})tôi(?!\p{L})/gu, ' '))
      .replace(SHORT_WEEKDAY, 'thu $1')
      .trim();
    const bare = said.replace(AGAIN_BEFORE, '').replace(AGAIN_BEHIND, '').trim();
    return /\bthoi\b$/u.test(bare)
      ? null
      : (parseMoment(bare, now) ?? parseMoment(bare.replace(/^mai (?=thu [2-7]$)/u, ''), now));
  };
  const whole = read(text);
  const [last = '', ...before] = clauses.reverse();
  const isPlain = before.every((clause) => !/\d{3}/u.test(clause) && clause.length < 40);
  return whole ?? (isPlain && before.length > 0 ? read(last) : null);
}

/** "Nay" belongs to "chiều nay", "ngày" to "ngày mai": what stands before or behind a part of the day stays. */
function withoutWordsAround(said: string): string {
  const kept = said
    .replace(/\b(sang|trua|chieu|toi|dem|hom) nay\b/gu, '$1_nay')
    .replace(/\bngay (mai|kia|\d)/gu, 'ngay_$1')
    .replace(/\btoi (nay|mai|thu|t[2-7])\b/gu, 'toi_$1');
  return kept.replace(AROUND, ' ').replaceAll('_', ' ').replace(/\s+/gu, ' ').trim();
}

const TASK_NUMBER =
  /^\s*#?(\d{1,7})(?:\s+(?!(?:h|g|gio|giờ|tieng|tiếng|phut|phút|ngay|ngày|thang|tháng)(?!\p{L}))|\s*$)/u;

/** A task's number in front of a moment ("12 chiều nay"), and not "17 giờ", "2 tiếng nữa", "20 tháng 11". */
export function takeTaskNumber(text: string): { task: string; rest: string } | null {
  const found = TASK_NUMBER.exec(text.normalize('NFC'));
  return found === null ? null : { task: found[1] ?? '', rest: text.normalize('NFC').slice(found[0].length).trim() };
}
