import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDueDay } from '../../src/language/day-word.ts';

/** A Tuesday. */
const TODAY = '2026-11-10';

describe('until when', () => {
  it.each([
    ['20/11', 'by', '2026-11-20'],
    ['20-11-2026', 'by', '2026-11-20'],
    ['ngày 20', 'by', '2026-11-20'],
    ['ngày 5', 'by', '2026-12-05'],
    ['5/1', 'by', '2027-01-05'],
    ['5/1/27', 'by', '2027-01-05'],
    ['trước 20/11', 'before', '2026-11-20'],
    ['trước ngày 20 tháng 11', 'before', '2026-11-20'],
    ['hết ngày 20/11.', 'by', '2026-11-20'],
    ['chậm nhất 20 tháng 11 năm 2026', 'by', '2026-11-20'],
    ['hôm nay', 'by', '2026-11-10'],
    ['mai', 'by', '2026-11-11'],
    ['ngày kia', 'by', '2026-11-12'],
    ['3 ngày nữa', 'by', '2026-11-13'],
    ['thứ Sáu', 'by', '2026-11-13'],
    ['thứ 6 tuần sau', 'by', '2026-11-20'],
    ['Chủ nhật', 'by', '2026-11-15'],
    ['thứ Hai', 'by', '2026-11-16'],
  ])('%j', (text, word, day) => {
    expect(parseDueDay(text, TODAY)).toEqual({ word, day });
  });

  it.each(['', '31/11', '32/1', '30/2/2027', 'bao giờ cũng được', '20/11 hoặc 21/11', 'thứ tám', '0/0'])(
    'not %j',
    (text) => {
      expect(parseDueDay(text, TODAY)).toBeNull();
    },
  );

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseDueDay(text, TODAY)));
  });
});
