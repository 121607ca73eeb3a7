import { expect, it } from 'vitest';
import { unknownBeside } from '../../src/understanding/list-units.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

it.each([
  ['Bình Giang với HDX đã nộp tháng 11 chưa', ['HDX']],
  ['HDX và Bình Giang nộp chưa', ['HDX']],
  ['HXYZ, HBG, HZZ còn thiếu mục nào', ['HXYZ', 'HZZ']],
  ['Bình Giang và Phù Cừ nộp chưa', ['Phù Cừ']],
  ['Sở Nông Lâm và Sở Y tế nộp chưa', ['Sở Nông Lâm']],
  ['Sở Y tế, Sở Nông Lâm, HBG nộp chưa', ['Sở Nông Lâm']],
  ['Thanh tra và SKHĐT', ['SKHĐT']],
])('a name that is nobody’s beside one that is: %s', (text, unknown) => {
  expect(unknownBeside(text, FROZEN_PLAN.units)).toEqual(unknown);
});

it.each([
  'gia hạn HBG, HCG đến 20/11',
  'Bình Giang và UBND huyện Gia Lộc nộp chưa',
  'gọi HBG, chị Hoa bảo mai nộp',
  'Sở Y tế và các huyện',
  'Công an tỉnh với BC tháng 11',
  'HBG, T11',
  'nhắc HBG và báo cáo năm',
  'Báo HD với Đài PTTH nộp chưa',
  'Chí Linh, Kinh Môn và TP Hải Dương',
])('everybody is known: %s', (text) => {
  expect(unknownBeside(text, FROZEN_PLAN.units)).toEqual([]);
});
