import { expect, it } from 'vitest';
import { readMissing } from '../../src/language/desk/audience-words.ts';

it.each([
  ['chưa nộp quý 3', 'quý 3'],
  ['Các đơn vị chưa nộp  tháng 11', 'tháng 11'],
  ['don vi con thieu', ''],
  ['những đơn vị còn chưa báo cáo 6 tháng', '6 tháng'],
  ['chưa nộp', ''],
  ['HBG, HCG', null],
  ['chưa nộpp', null],
  ['sở chưa nộp', null],
])('"%s" asks for those who have not sent %s', (typed, report) => {
  expect(readMissing(typed)).toBe(report);
});
