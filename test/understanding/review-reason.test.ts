import { expect, it } from 'vitest';
import { isOrderNotReason } from '../../src/understanding/order-stance.ts';

// The simulation typed the name of another report's button where a reason was asked for: the unit was told it as the reason.
it.each([
  ['Xem Xã 016', true, true],
  ['nhắc Sở Y tế nộp đi', true, true],
  ['thôi xem Gia Lộc', true, true],
  ['lấy lại cái báo cáo giấy', false, true],
  ['phê duyệt Gia Lộc', true, true],
  ['phe duyet Gia Loc', true, true],
  ['trả lại báo cáo Gia Lộc vì thiếu', true, true],
  ['nhập thay Gia Lộc', true, true],
  ['lùi hạn Gia Lộc đến 20/11', true, true],
  ['thôi lui han Gia Loc den 20/11', true, true],
  ['đôn đốc Gia Lộc nộp lại', true, true],
  ['nhắn Gia Lộc gọi lại cho chị', true, true],
  ['mở Gia Lộc', true, true],
  ['hoàn tác', false, true],
  ['xem lại số hội nghị của Gia Lộc', true, false],
  ['Gia Lộc ghi thiếu kinh phí', true, false],
  ['đã nhắc Gia Lộc hai lần mà chưa sửa', true, false],
  ['Gia Lộc chưa duyệt nội dung ở cấp uỷ', true, false],
  ['số liệu Gia Lộc phải được lãnh đạo duyệt', true, false],
  ['vì xem Gia Lộc thấy sai', true, false],
  ['thiếu số', false, false],
])('%s, a unit named: %s; an order and no reason: %s', (text, namesUnit, is) => {
  expect(isOrderNotReason(text, namesUnit)).toBe(is);
});
