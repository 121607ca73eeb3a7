import { fold, foldInPlace, tidy } from './fold.ts';
import { plainWords } from './question-form.ts';

/** What stands around a report's name in a wish and adds nothing: "bác muốn báo cáo …", "rồi tới …", "… trước". */
const AROUND = new Set(
  (
    'da vang a ah em e anh chi bac chau toi minh c co chu ad bot oi cho xin muon can phai dinh nop gui lam nhap dien viet bao cao so lieu cua ve roi toi gio bay con thi la ' +
    'bu truoc chon lai mo sang chuyen qua xem tiep theo luon di nhe nha voi giup ho duoc khong thoi da dang nay the ma ben don vi chac bat dau lay ban cai ky tu'
  ).split(' '),
);
/** Words around a wish that make it another one. */
const ANOTHER =
  /\b(?:khong|chua) (?:nop|gui|lam|phai|can|muon)\b|\bgia han\b|\bnhac\b|\bda (?:nop|gui)\b|\bnop roi\b|\bgui roi\b/u;

/** Whether words say no more than that a report is wanted, or nothing at all. */
export function isOnlyAround(text: string): boolean {
  const said = plainWords(text);
  return said.length <= 60 && !ANOTHER.test(said) && said.split(' ').every((word) => word === '' || AROUND.has(word));
}

const ONE_BY_ONE =
  /(?:^| )(?:(?:hoi|tra loi|lam|nhap|dien|nop|gui|bao cao|di) )?(?:(?:em|toi|bac|anh|chi|minh|cho) ){0,2}(?:lan luot )?tung (?:cau|muc|phan|cau mot|muc mot)(?: (?:mot|hoi|tra loi))?(?: |$)/u;

/** "Cháu hỏi từng câu đi", "cho bác trả lời từng câu": the way that asks one question at a time. */
export function asksOneByOne(text: string): boolean {
  const said = plainWords(text);
  const found = said.length > 60 ? null : ONE_BY_ONE.exec(said);
  if (found === null || /\d/u.test(said)) return false;
  return isOnlyAround(`${said.slice(0, found.index)} ${said.slice(found.index + found[0].length)}`);
}

const HOW =
  /^(?:(?:da|em|e|anh|chi|bac|chau|toi|minh|bot|ad|oi|the|vay|gio|thi|a|cho|hoi|muon|xin) )*(?:nop|gui|lam|bao cao|nhap|dien)(?: (?:bao cao|mau|so lieu|bieu))? (?:the nao|nhu the nao|nhu nao|kieu gi|lam sao|ra sao|sao|cach nao|bang cach nao)(?: (?:ha|a|vay|the|day|em|anh|chi|chau|bac|nhi|bot|do|gio|bay gio|duoc|h))*$/u;

/** "Báo cáo thế nào hả cháu": how to begin, and nothing else. */
export function asksHowToReport(text: string): boolean {
  return HOW.test(plainWords(text));
}

const FORM =
  /^(?:(?:da|em|e|anh|chi|bac|chau|toi|minh|bot|ad|oi|the|vay|a) )*(?:(?:cho|xin|gui|lay|can|tim|muon|mo|xem)(?: \S+){0,4} )?(?:cai )?(?:bieu mau|mau|form|phieu)(?: bao cao| bieu| excel| thang nay| ky nay)*( dau| o dau| day dau)?(?: (?:voi|nhe|a|di|em|anh|chi|vay|roi|nha))*$/u;
const WANTS = /\b(?:cho|xin|gui|lay|can|tim|muon|mo|xem)\b/u;
const LONGEST_WORDS = 9;

/** "Cho e cái mẫu", "mẫu báo cáo đâu": the form is wanted, and nothing else said. */
export function wantsForm(text: string): boolean {
  const said = plainWords(text);
  const found = said.split(' ').length > LONGEST_WORDS ? null : FORM.exec(said);
  return found !== null && (WANTS.test(said) || found[1] !== undefined);
}

const EACH =
  /(?:^| )(?:(?:ca|tat ca)(?: cac)? (?:2|hai|3|ba|may)(?: (?:thang|ky|bao cao|cai))?|(?:tat ca(?: cac)?|cac) (?:thang|ky|bao cao|cai))(?: (?:deu|em|ben|don vi|nay|toi|minh|no))*(?: |$)/u;

/** "Cả 2 tháng đều không phát sinh": the same of all that is owed; what is left says what. Null where it is of one. */
export function saysOfEach(text: string): string | null {
  const said = plainWords(text);
  const found = said.length > 100 ? null : EACH.exec(said);
  return found === null ? null : `${said.slice(0, found.index)} ${said.slice(found.index + found[0].length)}`.trim();
}

const AS_ADDED_UP =
  /^(?:(?:thi|cu|em|e|cho|anh|chi|bac|chau|da|vang|u|ok) )*(?:lay|dung|giu|theo|de|nop|gui)(?: luon| nguyen| dung)* (?:so|so lieu|phan|cac so|mau)\b.*\b(?:cong san|bot cong|da cong|co san|dien san)\b/u;

/** "Lấy số của bot cộng sẵn đi": what the form was filled in with is right. */
export function takesAddedUp(text: string): boolean {
  const said = plainWords(text);
  return said.length <= 80 && AS_ADDED_UP.test(said) && !/\bkhong\b|\bsai\b|\d/u.test(said);
}

const AS_BEFORE =
  /(?<![\p{L}\p{N}])(?:(?:con lai|(?:cac |may )?(?:muc|so|phan|cai|so lieu)(?: con lai| khac)?)(?: (?:thi|deu|van|cu|la))* )?(?:(?:y )?(?:giong|nhu|het|bang)(?: voi| het)?|(?:lay|copy|chep)(?: lai| nguyen| theo)*(?: so lieu| so| bao cao| bc)?(?: cua| nhu)?) (?:(?:so lieu|so|bao cao|bc)(?: cua)? )?(?<of>(?:thang|ky|lan|dot) (?:truoc|roi|vua roi)|(?:thang|thg|t) ?\d{1,2}(?:\/20\d\d)?(?![\d%]|[.,]\d))(?: (?:nhe|nha|a|thoi|di|cho em|giup em))*/u;

const RELATIVE = /truoc|roi/u;
const AROUND_LABEL =
  /^(?:(?:thi|van|cung|la|cu|con|phan|muc|cho|ghi|de) )+|[\s:=]+(?:(?:thi|van|cung|la|cu)[\s:=]*)*$/gu;

interface AsBeforeSaid {
  of: string;
  isRelative: boolean;
  label: string;
  others: string;
  rest: string;
}

/**
 * "T12 như tháng trước", "lấy số tháng 10, sửa hội nghị thành 6": the figures of the one before are what is meant. `of`: which (`isRelative`: the one before
 * the report in hand); `label`: what may name the one field meant ("còn kết quả thì …"), `others` what is said besides it then; `rest`: the text without it. Null where it is not said.
 */
export function splitAsBefore(text: string): AsBeforeSaid | null {
  const tidied = tidy(text);
  const found = AS_BEFORE.exec(foldInPlace(tidied));
  const of = found?.groups?.of;
  if (found === null || of === undefined) return null;
  const behind = tidied
    .slice(found.index + found[0].length)
    .replace(/^[\s,;.]*(?:(?:nhưng|nhung|mà|ma|chỉ|chi|có|co)\s+){0,2}/iu, '');
  const front = tidied.slice(0, found.index).trim();
  const clause = front.split(/[,;.]\s/u).at(-1) ?? '';
  const others = `${front.slice(0, front.length - clause.length)} ${behind}`.trim();
  const label = foldInPlace(clause).replace(AROUND_LABEL, '');
  return { of, isRelative: RELATIVE.test(of), label, others, rest: `${front} ${behind}`.trim() };
}

/** Text and words apart, put together again: what `splitAsBefore` reads. */
export function sayAsBefore(rest: string, said: string): string {
  return `như ${splitAsBefore(said)?.of ?? 'kỳ trước'}, ${rest}`;
}

export function withoutAsBefore(text: string): string | null {
  return splitAsBefore(text)?.rest ?? null;
}

const FOR_OTHERS =
  /(?:^| )(?:nop|gui|bao cao|lam|giup|ho|thay)(?: \S+){0,3} (?:giup|ho|thay|cho|luon|ca)(?: |$)|^(?:giup|ho|thay|cho) /u;

/** "Nộp giúp em huyện Gia Lộc luôn": what is asked for is another's. */
export function isForOthers(text: string): boolean {
  return FOR_OTHERS.test(fold(text));
}
