import { expect, it } from 'vitest';
import { readChase } from '../../src/understanding/chase-order.ts';

const UNITS = [
  { code: 'HBG', name: 'Ủy ban nhân dân huyện Bình Giang', shortName: 'Huyện Bình Giang' },
  { code: 'HCG', name: 'Ủy ban nhân dân huyện Cẩm Giàng', shortName: 'Huyện Cẩm Giàng' },
  { code: 'HNG', name: 'Ủy ban nhân dân huyện Ninh Giang', shortName: 'Huyện Ninh Giang' },
];

it.each([
  ['nhắc HBG', 'HBG'],
  ['nhac hbg va hcg', 'HBG, HCG'],
  ['Nhắc giúp tôi HBG, Ninh Giang và Cẩm Giàng nhé', 'HBG, HNG, HCG'],
  ['đôn đốc Bình Giang với HCG nộp báo cáo tháng 11', 'bao cao thang 11 HBG, HCG'],
  ['giục HBG t11', 't11 HBG'],
])('%s chases these', (text, order) => {
  expect(readChase(text, UNITS)).toBe(order);
});

it.each([
  'nhắc các đơn vị chưa nộp',
  'nhắc em lại lúc 14h',
  'nhắc Giang',
  'HBG và HCG',
  'nhắc',
  'nhắc HBG là đã nộp rồi nhé anh',
])('%s does not', (text) => {
  expect(readChase(text, UNITS)).toBeNull();
});
