import { fold, lower } from '../fold.ts';
import { speaksOfBefore } from '../report/contradicted-figures.ts';

const SAYS_SO =
  /(?<!\S)(?:chon lai|nham|sai|khong|ko|k|hong|chuyen|doi|phai|y (?:em|e|toi|minh)|la|cua|co|chu|moi dung|thi co|ma)(?!\S)/u;
const AROUND = new Set(
  (
    'chon lai nham sai khong ko k hong chuyen doi phai y em e toi minh la cua co chu moi dung thi ma do day a o ui oi u uh roi r so cac may cai nay kia bao cao bc sang qua ' +
    'thanh vao ghi nhe nha thang thoi bot anh chi c lieu het ca deu tinh bao moi giup cho day da vang day ay kho ban dang bi go nhap lon'
  ).split(' '),
);

/** What is said around a period's name to mean that one instead: "nhầm, đó là", "không, … cơ", "chuyển sang … giúp em". */
export function meansOther(rest: string): boolean {
  const said = fold(rest)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (said === '' || said.length > 60 || /\d|\?/u.test(rest) || !SAYS_SO.test(said)) return false;
  // "… của tháng 12 phải không": asked.
  if (/(?:^| )(?:phai khong|khong a|chua|ha|nhi)$/u.test(said)) return false;
  return said.split(' ').every((word) => AROUND.has(word));
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
