import { fold } from '../fold.ts';

/** "Đã gửi UBND tỉnh", "trình ủy ban rồi": what a coordinator says of the compiled report, folded. */
const SENT = /\b(?:da|vua|moi) (?:gui|trinh|nop|phat hanh)\b|\b(?:gui|trinh|nop)\b.* (?:roi|xong)\b/u;
const TO_PROVINCE =
  /\b(?:(?:ubnd|uy ban(?: nhan dan)?)(?! (?:cac|nhieu|moi|\d))|(?:len|cho) tinh(?! (?:doan|uy))|(?:bao cao|bc|ban) tong hop)\b/u;
/** "Đã gửi tỉnh báo cáo số 215/BC-…": with nobody named who sent, whoever says it did. */
const SENT_BY_OWN_OFFICE =
  /^(?:(?:em|bot|chi|anh|toi|minh|ben minh|co quan|so|ghi|ghi nhan|la|da|roi) )*(?:gui|trinh|nop) tinh(?! (?:doan|uy))/u;
const ASKS = /\?|\b(?:chua|bao gio|khi nao|ngay nao|the nao|han|may gio|co phai|dung khong|ai|nham)\b/u;
/** A unit's own committee is no province's. */
const OF_UNIT = /\b(?:ubnd|uy ban(?: nhan dan)?) (?:huyen|xa|phuong|thi xa|thanh pho|thi tran)\b/u;

/** Whether the sentence says that the compiled report has been handed on to the province. */
export function saysHandedOn(text: string): boolean {
  const folded = fold(text);
  const isToProvince = TO_PROVINCE.test(folded) || SENT_BY_OWN_OFFICE.test(folded);
  return SENT.test(folded) && isToProvince && !ASKS.test(folded) && !OF_UNIT.test(folded);
}

const FILLING =
  /(?<!\p{L})(?:đã|da|vừa|vua|gửi|gui|trình|trinh|phát hành|ban hành|ubnd tỉnh|ubnd tinh|ubnd|ủy ban nhân dân tỉnh|uỷ ban nhân dân tỉnh|ủy ban|uỷ ban|uy ban|lên tỉnh|cho tỉnh|tỉnh|lên|cho|báo cáo tổng hợp|bao cao tong hop|bản tổng hợp|tổng hợp|tong hop|rồi|roi|nhé|ạ|bằng|theo|công văn|văn bản|số|ngày)(?!\p{L})/giu;

/** What is left of such a sentence, or of what stands behind the order, to name the round by. */
export function roundWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(FILLING, ' ')
    .replace(/[,.;:]+(?=\s|$)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** "Không phải hôm qua, hôm thứ 6": what is right. */
export function withoutDenied(text: string): string {
  return text.replace(
    /^(?:à\s+|nhầm[,\s]+)*(?:không phải|khong phai|ko phải|k phải)\s+[^,;.]+?(?:[,;.]\s*|\s+mà\s+(?:là\s+)?)/iu,
    '',
  );
}
