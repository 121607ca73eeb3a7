import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDueDay } from '../../src/language/time/day-word.ts';
import { takeLaterDay } from '../../src/language/time/later-day.ts';

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
    ['hạn đổi lại 30/11', 'by', '2026-11-30'],
  ])('%j', (text, word, day) => {
    expect(parseDueDay(text, TODAY)).toEqual({ word, day });
  });

  /** "Trước 17h ngày 20/11" became the end of the 19th. */
  it.each([
    ['trước 17h ngày 20/11', '2026-11-20'],
    ['truoc 17h ngay 20/11', '2026-11-20'],
    ['trước 17 giờ 30 ngày 20/11/2026', '2026-11-20'],
    ['12h trưa 20/11', '2026-11-20'],
    ['đổi hạn thành 12h trưa 20/11', '2026-11-20'],
    ['trước 17:00 thứ Sáu', '2026-11-13'],
    ['17h30 chiều mai', '2026-11-11'],
    ['20/11 trước 17h', '2026-11-20'],
  ])('a day with an hour: %j', (text, day) => {
    expect(parseDueDay(text, TODAY)).toEqual({ word: 'by', day, hasHour: true });
  });

  it('a deadline that is put off likewise', () => {
    for (const text of ['HBG đến trước 17h ngày 20/11', 'hbg truoc 17h 20/11', 'HBG trước 17 giờ thứ Sáu tuần sau'])
      expect(takeLaterDay(text, TODAY)?.later).toEqual({ on: '2026-11-20' });
    expect(takeLaterDay('HBG trước 20/11', TODAY)?.later).toEqual({ on: '2026-11-19' });
  });

  it.each(['', '17h', '31/11', '32/1', '30/2/2027', 'bao giờ cũng được', '20/11 hoặc 21/11', 'thứ tám', '0/0'])(
    'not %j',
    (text) => {
      expect(parseDueDay(text, TODAY)).toBeNull();
    },
  );

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseDueDay(text, TODAY)));
  });
});
