import { describe, expect, it } from 'vitest';
import { readReason } from '../../src/language/reason-word.ts';

describe('the answer to "why?"', () => {
  it.each([
    ['số liệu chưa khớp văn bản', 'số liệu chưa khớp văn bản'],
    ['vì chưa khớp', 'chưa khớp'],
    ['trả lại để sửa, số người dự sai', 'số người dự sai'],
    ['mở lại để sửa vì ghi nhầm tháng', 'ghi nhầm tháng'],
    ['trả lại vì thiếu kinh phí', 'thiếu kinh phí'],
    ['trả lại tiền cho dân chưa xong', 'trả lại tiền cho dân chưa xong'],
    ['nhầm kỳ', 'nhầm kỳ'],
  ])('%s', (said, reason) => {
    expect(readReason(said)).toBe(reason);
  });

  // The simulation found it: a press on an older message came as text and was told to the unit as the reason.
  it.each(['Trả lại để sửa', 'mở lại để sửa', 'tra lai', 'trả lại đi', 'gia hạn', 'ok', '1', 'không'])(
    '%s is none',
    (said) => {
      expect(readReason(said)).toBeNull();
    },
  );
});
