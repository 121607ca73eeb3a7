import { expect, it } from 'vitest';
import { splitRest } from '../../src/language/report/rest-clause.ts';

it.each([
  ['2 cuoc tap huan, 70 nguoi, con lai ko phat sinh', 'none', '2 cuoc tap huan, 70 nguoi'],
  ['60 hn, 5.200 ng, còn lại không có, kq: tốt', 'none', '60 hn, 5.200 ng, kq: tốt'],
  ['70 người còn lại không', 'none', '70 người'],
  ['2 hội nghị; các mục khác 0', 'none', '2 hội nghị'],
  ['3 hn 90 ng, mấy cái khác không có em nhé', 'none', '3 hn 90 ng'],
  ['5 hội nghị. Còn lại đều bằng 0', 'none', '5 hội nghị.'],
  ['2 hội nghị, ngoài ra không có gì', 'none', '2 hội nghị'],
  ['còn lại không có gì ạ', 'none', ''],
  ['hội nghị 3, phần còn lại bỏ trống', 'blank', 'hội nghị 3'],
  ['2 hội nghị, các mục còn lại giữ nguyên', 'kept', '2 hội nghị'],
])('%s speaks of all that is not named', (text, rest, left) => {
  expect(splitRest(text)).toEqual({ text: left, rest });
});

it.each([
  'kinh phí còn lại không có',
  'còn lại không có khó khăn gì',
  'ngoài ra không có gì',
  'còn lại 2 hội nghị',
  '3 lớp khác',
])('%s speaks of one thing, or of none', (text) => {
  expect(splitRest(text)).toEqual({ text, rest: null });
});
