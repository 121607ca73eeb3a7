import { fold, foldInPlace, lower } from '../fold.ts';
import { speaksOfBefore } from '../report/contradicted-figures.ts';

const SAYS_SO =
  /(?<!\S)(?:chon lai|nham|sai|khong|ko|k|hong|chuyen|doi|phai|y (?:em|e|toi|minh)|la|cua|co|chu|moi dung|thi co|ma)(?!\S)/u;
const AROUND = new Set(
  (
    'chon lai nham sai khong ko k hong chuyen doi phai y em e toi minh la cua co chu moi dung thi ma do day a o ui oi u uh roi r so cac may cai nay kia bao cao bc sang qua ' +
    'thanh vao ghi nhe nha thang thoi bot anh chi c lieu het ca deu tinh bao moi giup cho day da vang day ay kho ban dang bi go nhap lon ' +
    'ky bo di huy khoan chet quen vua roi tren luon lai sua xin loi ua con phan nhung thuc ra that lun voi ho'
  ).split(' '),
);

/** What is said around a period's name to mean that one instead: "nhầm, đó là", "không, … cơ", "chuyển sang … giúp em". */
export function meansOther(rest: string): boolean {
  const said = fold(rest)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (said === '' || said.length > LONGEST || /\d|\?/u.test(rest) || !SAYS_SO.test(said)) return false;
  // "Bỏ báo cáo của tháng 11 đi": that one is to go, and nothing goes there.
  if (DROPS.test(said) && !MISTAKEN.test(said)) return false;
  // "… của tháng 12 phải không": asked.
  if (/(?:^| )(?:phai khong|khong a|chua|ha|nhi)$/u.test(said)) return false;
  return said.split(' ').every((word) => AROUND.has(word));
}

const LONGEST = 100;
const DROPS = /(?<!\S)(?:bo|huy)(?!\S)/u;
const MISTAKEN = /(?<!\S)(?:nham|sai|lon|la|chu)(?!\S)/u;

const A_PERIOD =
  '(?:(?:thang|thg|t)[ .]?(?:\\d{1,2}(?:[/.-]20\\d\\d)?|muoi(?: mot| hai)?|mot|gieng|hai|ba|tu|bon|nam|sau|bay|tam|chin|chap|truoc)|ky (?:truoc|\\d{1,2})|(?:bao cao |bc )?nam(?: 20\\d\\d| nay)?|[69] thang(?: dau(?: nam)?)?|quy \\d)(?![\\p{L}\\p{N}])';
/** "… chứ không phải tháng 10", "đâu phải của t10 đâu", "tháng 10 thì giữ nguyên": named only to say that it is not meant. */
const DENIED = new RegExp(
  `(?<=(?<!\\p{L})(?:nham|sai|lon) )(?:thang|ky)(?= (?:roi|r)(?!\\p{L}))|(?<!\\p{L})(?:(?:chu|va|con) )?(?:(?:khong|ko|k|hong|hok|dau|chang)(?: co)? phai|chu)(?: (?:la|so|so lieu|cua|cho|bao cao|bc|ky|cai))* ${A_PERIOD}(?: (?:dau|nhe|nha|a))*|(?<!\\p{L})(?:(?:con|va) )?(?:(?:so|so lieu|bao cao|bc|cua) )*${A_PERIOD} (?:(?:thi|van|cu|de|da) )*(?:giu|de nguyen|khong (?:sua|doi)|nop roi|gui roi)(?: (?:nguyen|nhu|cu|lai|thoi|roi|nhe|nha|a))*(?!\\p{L})`,
  'gu',
);

/** The text without the periods that are named only to say that they are not meant; "nhầm tháng rồi" names none. */
export function withoutDenied(text: string): string {
  if (text.length > LONGEST_TALK || text.includes('\n')) return text;
  // "Chứ" stays: it says that another one is meant.
  return [...foldInPlace(text).matchAll(DENIED)].reduceRight(
    (left, { index, 0: found }) => `${left.slice(0, index)}chứ${left.slice(index + found.length)}`,
    text,
  );
}

const LONGEST_TALK = 200;

/** "Không phải" is said of the period itself. */
export function deniesIt(rest: string): boolean {
  return /(?<!\S)(?:khong|ko|k|hong|dau|chang) phai(?!\S)/u.test(fold(rest));
}

/** What is said around a period's name that stands in front as a head: "Số liệu của tháng 11: …". */
export function isBareHead(rest: string): boolean {
  const said = fold(rest).split(/[^\p{L}\p{N}]+/u);
  return said.every((word) => word === '' || AROUND.has(word));
}

/** "Sửa báo cáo năm lại 41 hội nghị": said of that report, and not compared with it. */
const OF_THAT =
  /^(?:(?:a|o|u|da|vang|em|e|anh|chi|bot|oi|cho|con|ah|nhan tien|thoi|khoan|nho) )*(?:sua|doi|chinh|them|ghi|bo sung|cap nhat|dieu chinh|bao cao|bc)(?!\S)|(?<!\S)(?:vao|cua|trong|o) (?:bao cao|bc) (?:ca )?(?:thang|nam|quy|6 thang|9 thang|t\d)/u;

export function isOfOther(text: string): boolean {
  const said = fold(text);
  return text.length <= 200 && !text.includes('\n') && OF_THAT.test(said) && !speaksOfBefore(text);
}

/** On 2 December with November's report in hand "tháng này" may be either. */
const THIS_ONE = /(?<!\p{L})(?:tháng|thang|kỳ|ky|quý|quy) (?:này|nay)(?!\p{L})/giu;

export function withoutThisOne(text: string): string {
  return text.replace(THIS_ONE, ' ');
}

const TOGETHER =
  /(?<!\p{L})(?:phối hợp|phoi hop|cùng|cung voi|với|voi|tại|tai|mời|kính gửi|kinh gui|nơi nhận|noi nhan)(?!\p{L})/u;

/** Somebody worked together with another unit, or something was done at its place: the figures are one's own. */
export function saysTogether(text: string): boolean {
  return TOGETHER.test(lower(text));
}
