import { describe, expect, it } from 'vitest';
import { readPromise } from '../../src/language/promise-word.ts';
import { parseMoment } from '../../src/language/time/moment-word.ts';

/** A Tuesday afternoon. */
const NOW = { today: '2026-11-17', time: '15:30' };

describe('parseMoment', () => {
  it.each<[string, string]>([
    ['17h', '2026-11-17T17:00'],
    ['17h30', '2026-11-17T17:30'],
    ['17 giờ 15 phút', '2026-11-17T17:15'],
    ['17:30', '2026-11-17T17:30'],
    ['5h chiều', '2026-11-17T17:00'],
    ['5h', '2026-11-17T17:00'],
    ['5h rưỡi chiều', '2026-11-17T17:30'],
    ['8h tối', '2026-11-17T20:00'],
    ['8h sáng mai', '2026-11-18T08:00'],
    ['5h sáng mai', '2026-11-18T05:00'],
    ['trước 16h', '2026-11-17T16:00'],
    ['khoảng 4h ạ', '2026-11-17T16:00'],
    ['ngày 20', '2026-11-20T17:00'],
    ['sáng mai', '2026-11-18T11:30'],
    ['đầu giờ sáng mai', '2026-11-18T08:30'],
    ['mai', '2026-11-18T17:00'],
    ['17h mai', '2026-11-18T17:00'],
    ['chieu mai 3h', '2026-11-18T15:00'],
    ['chiều nay', '2026-11-17T17:00'],
    ['cuối giờ chiều', '2026-11-17T17:00'],
    ['tối nay', '2026-11-17T20:00'],
    ['toi nay', '2026-11-17T20:00'],
    ['thứ hai', '2026-11-23T17:00'],
    ['sáng thứ 6', '2026-11-20T11:30'],
    ['trước ngày 20/11', '2026-11-20T17:00'],
    ['lát nữa', '2026-11-17T16:30'],
    ['2 tiếng nữa', '2026-11-17T17:30'],
    ['nửa tiếng nữa', '2026-11-17T16:00'],
    ['45 phút nữa', '2026-11-17T16:15'],
    ['2026-11-18T09:00', '2026-11-18T09:00'],
  ])('%s', (text, expected) => {
    const said = parseMoment(text, NOW);
    expect(said === null ? '' : `${said.day}T${said.time}`).toBe(expected);
    if (said !== null) expect(said.isPast).toBe(false);
  });

  it.each(['8h', '14h', 'sáng nay', '15:30', 'trưa nay'])('%s is over', (text) => {
    expect(parseMoment(text, NOW)?.isPast).toBe(true);
  });

  it.each([
    '',
    'em',
    '25h',
    '12h đêm nay',
    '12h toi nay',
    '1h đêm mai',
    '16h hoặc 17h',
    '17h75',
    'báo cáo',
    'tôi',
    '3 hội nghị',
    '8',
    '!',
  ])('"%s" is no moment', (text) => {
    expect(parseMoment(text, NOW)).toBeNull();
  });

  it('an hour from now goes over midnight', () => {
    expect(parseMoment('lát nữa', { today: '2026-12-31', time: '23:20' })).toEqual({
      day: '2027-01-01',
      time: '00:20',
      isPast: false,
    });
  });
});

describe('readPromise', () => {
  it.each<[string, string]>([
    ['17h em gửi', '2026-11-17T17:00'],
    ['17h e gui', '2026-11-17T17:00'],
    ['mai em nộp', '2026-11-18T17:00'],
    ['mai nop', '2026-11-18T17:00'],
    ['chiều nay em gửi ạ', '2026-11-17T17:00'],
    ['Dạ chiều nay bên em gửi báo cáo tháng 11 ạ', '2026-11-17T17:00'],
    ['tầm 5h em nộp nhé', '2026-11-17T17:00'],
    ['em sẽ gửi trước 16h', '2026-11-17T16:00'],
    ['lát nữa em gửi', '2026-11-17T16:30'],
    ['Chị ơi em đang tổng hợp, 17h em gửi ạ', '2026-11-17T17:00'],
    ['tối em gửi', '2026-11-17T20:00'],
    ['tối nay tôi gửi', '2026-11-17T20:00'],
    ['em xin hẹn đến thứ 6 nộp', '2026-11-20T17:00'],
    ['hẹn 17h', '2026-11-17T17:00'],
  ])('%s', (text, expected) => {
    const said = readPromise(text, NOW);
    expect(said === null ? null : `${said.moment.day}T${said.moment.time}`).toBe(expected);
  });

  it.each([
    'em gửi rồi',
    '17h gửi chưa?',
    'mai em xin gia hạn',
    'mai em không nộp được',
    'gửi',
    'em gửi báo cáo tháng 11',
    'hoi_nghi=3 mai gui',
    '3 hội nghị, mai em nộp',
    'mai họp',
    'khi nào em phải nộp',
    'nhắc em gửi lúc 17h',
    '17h',
    'chiều nay',
    'gửi báo cáo: đã tổ chức 3 hội nghị chiều nay',
  ])('%s promises nothing', (text) => {
    expect(readPromise(text, NOW)).toBeNull();
  });
});
