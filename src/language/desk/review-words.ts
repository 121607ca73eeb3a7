import { readReply } from '../choice-word.ts';
import { fold } from '../fold.ts';
import { takeReason } from '../reason-word.ts';

/** What somebody says of a report they look at. */
export type SaidOfReport =
  | { verdict: 'accept' }
  /** `fields`: the words between the verdict and the reason. */
  | { verdict: 'return'; fields: string; reason: string | null };

const BACK =
  /^(?:trả lại|tra lai|mở lại|mo lai|chưa đạt|chua dat|sửa lại|sua lai|yêu cầu sửa|yeu cau sua)(?![\p{L}])[\s:,]*(?:mục\s+|muc\s+)?/iu;
const ACCEPT = /^(?:duyet|dong y|chap nhan|dat)(?: (?:luon|nhe|di|a|bao cao))*[.!]?$/u;

/** "Duyệt", "ok", "trả lại hội nghị, kinh phí vì chưa khớp"; null for anything else. */
export function readOfReport(text: string): SaidOfReport | null {
  const typed = text.normalize('NFC').trim();
  const back = BACK.exec(typed);
  if (back !== null) {
    const rest = typed.slice(back[0].length);
    const given = takeReason(rest);
    return { verdict: 'return', fields: given?.rest ?? rest, reason: given?.reason ?? null };
  }
  // "Có" answers no question that was asked.
  if (/^co(?: (?:a|em|chi|anh|nhe))*[.!]?$/u.test(fold(typed))) return null;
  if (readReply(typed) === 'yes' || ACCEPT.test(fold(typed))) return { verdict: 'accept' };
  return readReply(typed) === 'no' ? { verdict: 'return', fields: '', reason: null } : null;
}

/** "Xem từng cái", "mở báo cáo đầu", "xem tiếp": the first of the queue. */
export function opensTheFirst(text: string): boolean {
  return /^(?:cho \p{L}+ )?(?:xem|mo)(?: (?:tung|lan luot|cai|bao cao|bc|ban|mot|dau|dau tien|tiep|theo|di|nao|nhe|a|em))*[.!]?$/u.test(
    fold(text).trim(),
  );
}

/** "Trả lại STC 2026-11: thiếu kết quả": whose report is to go back, and why; null where it does not begin so. `reopens`: one that was accepted. */
export function readReturnOrder(text: string): { who: string; reason: string; reopens: boolean } | null {
  const back = BACK.exec(text.normalize('NFC').trim());
  if (back === null) return null;
  const rest = text.normalize('NFC').trim().slice(back[0].length);
  const given = takeReason(rest);
  const [who = '', ...reason] = (given?.rest ?? rest).split(':');
  const reopens = /^mo lai/u.test(fold(text).trim());
  return { who: who.trim(), reason: given?.reason ?? reason.join(':').trim(), reopens };
}

/** "Duyệt hết", "duyệt các báo cáo còn lại", "ok". */
export function acceptsTheRest(text: string): boolean {
  return (
    readReply(text) === 'yes' ||
    /^(?:duyet )?(?:het|tat ca|con lai|cac bao cao con lai|ca)[.!]?$/u.test(fold(text).trim())
  );
}

/** It says so by its name, and not by a mere "ok". */
export function saysAccept(text: string): boolean {
  return /(?:^| )duyet(?: |$)/u.test(fold(text));
}

/** "Cả báo cáo", "toàn bộ", "bản này": no field in particular. */
export function isWholeReport(words: string): boolean {
  return /^(?:(?:ca|toan bo|het|nguyen) ?)?(?:(?:cai |ban )?(?:bao cao|bc)|ban)?(?: (?:nay|do|ay|thang|luon|di))*$/u.test(
    fold(words).trim(),
  );
}
