import { describe, expect, it } from 'vitest';
import { readReceived, takeDocument, takeReceived } from '../../src/language/desk/paper-words.ts';

const TODAY = '2026-11-18';

describe('a document and when it came', () => {
  it.each([
    ['HBG t11 125/BC-UBND ngày 16/11', '125/BC-UBND', '2026-11-16', 'HBG t11'],
    ['số 40/bc-hcg ngay 17/11/2026', '40/BC-HCG', '2026-11-17', ''],
    ['7/BC', '7/BC', null, ''],
    ['12/QĐ-SKHCN 30/12', '12/QĐ-SKHCN', '2025-12-30', ''],
  ])('%s', (text, number, day, rest) => {
    expect(takeDocument(text, TODAY)).toEqual({ number, day, rest });
  });

  it('is none where only a date or a period stands', () => {
    expect(takeDocument('HBG 16/11 t11/2026', TODAY)).toBeNull();
  });

  it.each([
    ['16/11 15h30', '2026-11-16', '15:30'],
    ['8h 18/11', '2026-11-18', '08:00'],
    ['15:05 ngày 17/11', '2026-11-17', '15:05'],
    ['hôm qua', '2026-11-17', null],
    ['31/12', '2025-12-31', null],
    ['9h', '2026-11-18', '09:00'],
    ['15h30 17/11', '2026-11-17', '15:30'],
    ['15h30 - 17/11', '2026-11-17', '15:30'],
    ['8h 05 17/11', '2026-11-17', '08:05'],
    // By the clock of 24 hours, and as offices say it.
    ['05:32 16/11/2026', '2026-11-16', '05:32'],
    ['3h 16/11', '2026-11-16', '15:00'],
    ['3h chiều hôm qua', '2026-11-17', '15:00'],
    ['chieu qua 3h30', '2026-11-17', '15:30'],
    ['8h tối qua', '2026-11-17', '20:00'],
    ['8h toi 17/11', '2026-11-17', '20:00'],
    ['toi qua luc 8h', '2026-11-17', '20:00'],
    // The night between two days.
    ['12h đêm qua', '2026-11-17', null],
    ['1h đêm 17/11', '2026-11-17', null],
    // "Tôi" and "tới" are no evening.
    ['tôi nhận lúc 9h sáng nay', '2026-11-18', '09:00'],
    ['toi nhan luc 9h sang nay', '2026-11-18', '09:00'],
    ['gửi tới lúc 8h30 ngày 17/11', '2026-11-17', '08:30'],
    ['gui toi luc 8h30 ngay 17/11', '2026-11-17', '08:30'],
    ['tôi nhận 10h hôm qua', '2026-11-17', '10:00'],
    ['toi nhan 10h hom qua', '2026-11-17', '10:00'],
  ])('%s', (text, day, time) => {
    expect(readReceived(text, TODAY)).toEqual({ day, time });
  });

  it.each(['chiều', '31/2', '25h'])('%s names no moment', (text) => {
    expect(readReceived(text, TODAY)?.time ?? null).toBeNull();
  });

  it('is taken out of a line', () => {
    expect(takeReceived('HBG t11 nhận hôm qua', TODAY)).toEqual({
      received: { day: '2026-11-17', time: null },
      rest: 'HBG t11',
    });
    expect(takeReceived('số 40/BC, nhận lúc 8h30 17/11, hội nghị=2', TODAY)).toEqual({
      received: { day: '2026-11-17', time: '08:30' },
      rest: 'số 40/BC, , hội nghị=2',
    });
    expect(takeReceived('tôi nhận 3h chiều qua, hội nghị=2', TODAY)).toEqual({
      received: { day: '2026-11-17', time: '15:00' },
      rest: 'tôi , hội nghị=2',
    });
    expect(takeReceived('HBG t11', TODAY)).toBeNull();
  });
});
