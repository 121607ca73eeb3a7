import { foldInPlace, tidy } from '../fold.ts';

/** "Vừa gửi rồi mà quên …", "gửi xong mới nhớ thiếu …", "chết, nãy báo thiếu …". */
const AFTER_SENDING =
  /^(?:(?:chet|thoi chet|oi|o|ua|a|u|da|em|e|toi|minh|chi|anh|bot|xin loi)[ ,.!]+)*(?:(?:vua|moi|luc|hoi|nay|vua nay|luc nay|hoi nay|ban nay|sang nay|hom qua)[ ,]+)*(?:gui|nop|bao|bao cao)(?: (?:roi|xong|r|di|bc|bao cao|luc nay|vua nay|em|e|t\d{1,2}|thang \d{1,2}|nam))*[ ,]*(?:(?:ma|thi|nhung|lai|moi nho|moi thay|nho ra|hinh nhu|la|ra la|con|bi)[ ,]+)*(?=(?:quen|sot|thieu|con thieu|nham|sai|chua ghi|thua)(?![\p{L}\p{N}]))/u;
const FORGETS = /^(?:quen|sot|thieu|con thieu|chua ghi|nham|sai|thua)(?![\p{L}\p{N}])/u;

/** What is wrong with a report that has just been sent, without the words that say so; null where nothing is said of sending. */
export function afterSending(text: string): string | null {
  const said = tidy(text).trim();
  const lead = AFTER_SENDING.exec(foldInPlace(said))?.[0] ?? '';
  return lead === '' ? null : said.slice(lead.length);
}

/** "Quên kinh phí 8 triệu", "sót 2 bài": something was left out. */
export function saysForgotten(text: string): boolean {
  return FORGETS.test(foldInPlace(tidy(text).trim()));
}

/** The clauses that hold a figure: what is told beside them ("chị không biết", "nó nằm ở phòng khác") takes nothing from it. */
export function clausesWithFigures(text: string): string {
  return text
    .split(/[,;]+\s+|\.\s+/u)
    .filter((clause) => /\d/u.test(clause))
    .join(', ');
}

/** "150 người là của", "thêm 2 bài vào": what led to the period that is named. */
export function withoutOwner(text: string): string {
  return text.replace(/[\s,]+(?:(?:là|la|của|cua|thuộc|thuoc|vào|vao|cho|ở|bên|ben)(?:\s+|$))+$/iu, '').trim();
}
