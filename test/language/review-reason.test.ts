import { expect, it } from 'vitest';
import { isOrderNotReason } from '../../src/language/review-words.ts';

// The simulation typed the name of another report's button where a reason was asked for: the unit was told it as the reason.
it.each([
  ['Xem Xã 016', true, true],
  ['nhắc Sở Y tế nộp đi', true, true],
  ['thôi xem Gia Lộc', true, true],
  ['lấy lại cái báo cáo giấy', false, true],
  ['hoàn tác', false, true],
  ['xem lại số hội nghị của Gia Lộc', true, false],
  ['Gia Lộc ghi thiếu kinh phí', true, false],
  ['vì xem Gia Lộc thấy sai', true, false],
  ['thiếu số', false, false],
])('%s, a unit named: %s; an order and no reason: %s', (text, namesUnit, is) => {
  expect(isOrderNotReason(text, namesUnit)).toBe(is);
});
