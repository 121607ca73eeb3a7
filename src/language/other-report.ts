import { fold } from './fold.ts';

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
