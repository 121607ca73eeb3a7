import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../src/language/time/period-word.ts';

const TODAY = '2026-11-12';

describe('a period', () => {
  it.each<[string, string]>([
    [
      '2026-11',
      't11|T11|t.11|th 11|thg 11|tháng 11|thang 11|Tháng mười một|tháng 11/2026|thang 11 2026|t11/26|tháng 11 năm 2026|tháng 11 năm nay|11/2026|11-2026|2026-11|báo cáo tháng 11 ạ|tháng này',
    ],
    ['2026-10', 't10|tháng mười|tháng trước|tháng vừa rồi'],
    ['2026-06', 'tháng sáu|t6|tháng 6'],
    ['2026-05', 'tháng năm|tháng 5|tháng năm 2026'],
    ['2025-12', 'tháng 12 năm ngoái|t12/2025|tháng chạp năm 2025'],
    [
      '2026-H1',
      '6 tháng|sáu tháng|6t|6 tháng đầu năm 2026|6 tháng đầu năm|6 tháng năm 2026|2026-h1|H1/2026|h1|báo cáo 6 tháng đầu năm 2026 ạ',
    ],
    ['2026-H2', '6 tháng cuối năm 2026|nửa cuối năm 2026'],
    ['2026-H1', 'nửa đầu năm|nửa đầu năm 2026'],
    ['2026-Q4', 'quý IV|quý iv/2026|quý 4|q4|Q4/2026|quý bốn năm 2026|2026-Q4|quý này|quý tư'],
    ['2026-Q3', 'quý III|quý 3|quý trước|quý ba'],
    ['2026-9M', '9 tháng|9 tháng đầu năm 2026|chín tháng đầu năm|9t|2026-9M'],
    ['2026', 'năm 2026|nam|cả năm|2026|năm nay|báo cáo năm'],
    ['2025', 'năm 2025|năm ngoái'],
  ])('%s: %s', (key, texts) => {
    for (const text of texts.split('|')) expect([text, parsePeriod(text, TODAY)]).toEqual([text, { key, rest: '' }]);
  });

  it.each([
    '',
    '18/11/2026',
    '2026-11-18',
    't13',
    't0',
    'tháng 5-6',
    'mỗi tháng một lần',
    'thang sau',
    '250 người',
    'năm hội nghị',
    'hoi_nghi=3 ket_qua=hội nghị tháng 10',
    'Kết quả: họp ngày 5 tháng 10',
    'hoi_nghi: 3\nt11',
  ])('is not named by %j', (text) => {
    expect(parsePeriod(text, TODAY)).toBeNull();
  });

  it.each<[string, string, string]>([
    ['t11 hoi_nghi=3 ket_qua=họp tháng 10', '2026-11', 'hoi_nghi=3 ket_qua=họp tháng 10'],
    ['t11\nHội nghị: 3\nKết quả: A\n\nB', '2026-11', 'Hội nghị: 3\nKết quả: A\n\nB'],
    ['HBG t11 lý do: mưa bão', '2026-11', 'HBG lý do: mưa bão'],
    ['Tháng 11: không phát sinh', '2026-11', 'không phát sinh'],
    ['không phát sinh tháng 11', '2026-11', 'không phát sinh'],
    ['2026 HBG #BC nam 2026 HBG\nx', '2026', 'HBG #BC nam 2026 HBG\nx'],
    ['#BC thang 2026-10 HBG\nHội nghị: 3', '2026-10', '#BC thang 2026-10 HBG\nHội nghị: 3'],
  ])('leaves the rest of %j', (text, key, rest) => {
    expect(parsePeriod(text, TODAY)).toEqual({ key, rest });
  });

  it.each<[string, string, string]>([
    ['2026-11-30', 't12', '2026-12'],
    ['2026-11-01', 't1', '2027-01'],
    ['2026-11-01', 't2', '2026-02'],
    ['2026-12-31', 't2', '2027-02'],
    ['2026-12-31', 't3', '2026-03'],
    ['2027-01-03', 't12', '2026-12'],
    ['2027-01-03', 't3', '2027-03'],
    ['2027-01-03', 't4', '2026-04'],
    ['2027-01-03', 'báo cáo năm', '2026'],
    ['2027-01-03', 'tháng trước', '2026-12'],
    ['2026-06-01', '6 tháng', '2026-H1'],
    ['2027-01-03', '6 tháng', '2026-H1'],
  ])('on %s, %s is the nearest one: %s', (today, text, key) => {
    expect(parsePeriod(text, today)?.key).toBe(key);
  });

  it('without a year lies 9 months back at most, or 2 ahead', () => {
    const months = fc.integer({ min: 0, max: 12 * 60 - 1 });
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 12 }), (now, month) => {
        const year = 2000 + Math.floor(now / 12);
        const key = parsePeriod(`t${month}`, `${year}-${String((now % 12) + 1).padStart(2, '0')}-15`)?.key ?? '';
        const distance = (Number(key.slice(0, 4)) - 2000) * 12 + Number(key.slice(5)) - 1 - now;
        expect(distance).toBeGreaterThanOrEqual(-9);
        expect(distance).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('is a proper key, whatever was typed', () => {
    const words = fc.stringMatching(/^(t|tháng |năm |6 |11|2026|[/-]|h1|\s|đầu ){0,6}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), words), (text) => {
        expect(parsePeriod(text, TODAY)?.key ?? '2026').toMatch(/^20\d\d(-(0[1-9]|1[0-2]|H[12]))?$/);
      }),
    );
  });
});
