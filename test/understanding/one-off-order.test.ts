import { expect, it } from 'vitest';
import { readOneOffOrder } from '../../src/understanding/one-off-order.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

/** The hour was passed over, and "trước" taken for the day: a day was lost. */
it.each([
  'yeu cau Thanh Ha, Gia Loc bao cao dot xuat ve tinh hinh thiet hai do lu truoc 17h ngay 20/11',
  'yêu cầu các huyện báo cáo đột xuất về thiệt hại do lũ trước 17 giờ ngày 20 tháng 11 năm 2026',
  'Thiệt hại do lũ, hạn trước 17h30 20/11, gửi các huyện',
  'yêu cầu các huyện báo cáo đột xuất về lũ, hạn 12h trưa 20/11',
  'yêu cầu các huyện báo cáo đột xuất về lũ chậm nhất 17h thứ Sáu tuần này',
])('%s', (text) => {
  const { due, who } = readOneOffOrder(text, FROZEN_PLAN.units, '2026-11-16');
  expect(due).toEqual({ word: 'by', day: '2026-11-20', hasHour: true });
  expect(who).not.toBeNull();
});

it('a day alone is before it', () => {
  const { due } = readOneOffOrder('Thiệt hại do lũ trước 20/11', FROZEN_PLAN.units, '2026-11-16');
  expect(due).toEqual({ word: 'before', day: '2026-11-20' });
});
