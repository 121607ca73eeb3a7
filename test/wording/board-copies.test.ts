import { expect, it } from 'vitest';
import { atTime } from '../../src/domain/calendar.ts';
import { sayCopies } from '../../src/wording/board-pages.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const NOW = atTime('2026-11-16', '08:30', ZONE);
const NEVER = { lagMs: null, drilledAt: null, backedUpAt: null, restoredAt: null, restoredUpTo: null };
const HOUR = 3600_000;

const said = (copies: Partial<typeof NEVER | Record<keyof typeof NEVER, number>>) =>
  sayCopies({ ...NEVER, ...copies }, NOW, ZONE).map(({ name, value, tone }) => [name, value, tone]);

it('without a replica, and without a backup', () => {
  expect(said({})).toEqual([
    ['Bản sao liên tục', 'không dùng', undefined],
    ['Bản sao lưu gần nhất', 'chưa có', 'late'],
    ['Khôi phục gần nhất', 'chưa lần nào', undefined],
  ]);
});

it('a replica that is whole, and one that is behind', () => {
  const whole = said({ lagMs: 2000, drilledAt: NOW - 48 * HOUR, backedUpAt: NOW - 7 * HOUR });
  expect(whole.slice(0, 3)).toEqual([
    ['Bản sao liên tục', 'đầy đủ', 'good'],
    ['Thử khôi phục gần nhất', '08:30 ngày 14/11/2026', undefined],
    ['Bản sao lưu gần nhất', '01:30 ngày 16/11/2026', 'good'],
  ]);
  expect(said({ lagMs: 5 * 60_000 })[0]).toEqual([
    'Bản sao liên tục',
    'chậm 5 phút, nhờ báo người vận hành',
    'missing',
  ]);
});

it('a backup that was left out, and what was restored up to when', () => {
  expect(said({ backedUpAt: NOW - 40 * HOUR })[1]?.[2]).toBe('late');
  expect(said({ restoredAt: NOW - HOUR, restoredUpTo: NOW - 2 * HOUR }).at(-1)?.[1]).toBe(
    '07:30 ngày 16/11/2026, lấy lại được đến 06:30 ngày 16/11/2026',
  );
});
