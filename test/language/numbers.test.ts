import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCount, parseMoney, type Read } from '../../src/language/number/numbers.ts';
import { likeliest } from '../../src/language/number/numeral.ts';

/** ok = the value, bad = the fault, ambiguous = the readings. */
function short(read: Read<number>): number | string | readonly number[] {
  if (read.kind === 'ok') return read.value;
  return read.kind === 'bad' ? read.fault : read.readings;
}

describe('a count', () => {
  it.each<[string, number | string | number[]]>([
    ['3', 3],
    ['03', 3],
    ['0', 0],
    ['1.234', 1234],
    ['1.234.567', 1_234_567],
    ['1 234', 1234],
    ['1\u00a0234', 1234],
    ['1,234,567', 1_234_567],
    ['３０', 30],
    ['12,0', 12],
    ['3.', 3],
    ['250 người', 250],
    ['3 hội nghị', 3],
    ['03 (ba) lớp', 3],
    ['3 lớp (02 cấp huyện, 01 cấp xã)', 3],
    ['2 văn bản', 2],
    ['3 trạm phát thanh', 3],
    ['3 bài ở Hải Dương', 3],
    ['dạ 3 ạ', 3],
    ['em tổ chức được 3 hội nghị ạ', 3],
    ['~200', [200]],
    ['khoảng 200 người', [200]],
    ['tầm 200', [200]],
    ['chừng 200 người', [200]],
    ['ước đạt 200', [200]],
    ['khoảng hơn 200', [200]],
    ['hơn 200', [200]],
    ['gần 200 người', [200]],
    ['trên 1.200 lượt người', [1200]],
    ['200 trở lên', [200]],
    ['dạ ít nhất 20 ạ', [20]],
    ['2 nghìn', 2000],
    ['2k', 2000],
    ['1k2', 1200],
    ['3 trăm', 300],
    ['2 nghìn rưỡi', 2500],
    ['không', 0],
    ['ko', 0],
    ['chưa có ạ', 0],
    ['Không tổ chức hội nghị nào ạ', 0],
    ['không phát sinh', 0],
    ['một', 1],
    ['hai', 2],
    ['muoi', 10],
    ['mười lăm lớp', 15],
    ['hai mươi mốt', 21],
    ['một trăm linh năm', 105],
    ['một nghìn hai trăm', 1200],
    ['1,234', [1234]],
    ['1,000', [1000, 1]],
    ['3-4', [3, 4]],
    ['200 đến 250 người', [200, 250]],
    ['3 tram nguoi', [300, 3]],
    ['12.5', 'not-whole'],
    ['12,5', 'not-whole'],
    ['1.234,5', 'not-whole'],
    ['-3', 'negative'],
    ['−3', 'negative'],
    ['âm 3', 'negative'],
    ['99999999', 'too-large'],
    ['9'.repeat(200), 'too-large'],
    ['18.11.2026', 'not-a-number'],
    ['18/11', 'not-a-number'],
    ['5%', 'not-a-number'],
    ['3h', 'not-a-number'],
    ['500 đồng', 'not-a-number'],
    ['10²', 'not-a-number'],
    ['½', 'not-a-number'],
    ['3 hội nghị, 2 lớp', 'not-a-number'],
    ['3 và hai', 'not-a-number'],
    ['một số hội nghị', 'not-a-number'],
    ['hai ba', 'not-a-number'],
    ['hai trăm ba', 'not-a-number'],
    ['không rõ', 'not-a-number'],
    ['chưa có số liệu', 'not-a-number'],
    ['nhiều', 'not-a-number'],
    ['Hải', 'not-a-number'],
    ['?', 'not-a-number'],
    ['', 'not-a-number'],
  ])('%j is %j', (text, expected) => {
    expect(short(parseCount(text))).toEqual(expected);
    expect(short(parseCount(text.normalize('NFD')))).toEqual(expected);
  });
});

describe('an amount of money, in millions', () => {
  it.each<[string, number | string | number[]]>([
    ['12', 12],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['12,50', 12.5],
    ['0,5', 0.5],
    ['1.234', 1234],
    ['1.234,5', 1234.5],
    ['12tr', 12],
    ['12trđ', 12],
    ['12 triệu', 12],
    ['20 trieu dong', 20],
    ['12tr5', 12.5],
    ['3 trăm triệu', 300],
    ['1,2 tỷ', 1200],
    ['1.5 tỉ', 1500],
    ['1,234 tỷ', 1234],
    ['1 tỷ 200 triệu', 1200],
    ['1 tỷ rưỡi', 1500],
    ['hai triệu rưỡi', 2.5],
    ['12.000.000 đ', 12],
    ['12.000.000đồng', 12],
    ['12.500.000', 12.5],
    ['500.000 đồng', 0.5],
    ['500k', 0.5],
    ['15 triệu đồng từ ngân sách tỉnh', 15],
    ['khoảng 20 triệu ạ', [20]],
    ['không có', 0],
    ['không sử dụng kinh phí', 0],
    ['1,234', [1234]],
    ['15.000', [15_000, 15]],
    ['15.000 triệu', 15_000],
    ['9.999', 9999],
    ['hơn 15 triệu', [15]],
    ['500.000', [500_000, 0.5]],
    ['5-7 triệu', [5, 7]],
    ['12,55', [12.6]],
    ['12.345.678 đồng', [12.3]],
    ['-5', 'negative'],
    ['2000 tỷ', 'too-large'],
    ['12 usd', 'not-a-number'],
    ['15 từ ngân sách', 'not-a-number'],
    ['chưa quyết toán', 'not-a-number'],
  ])('%j is %j', (text, expected) => {
    expect(short(parseMoney(text))).toEqual(expected);
  });
});

describe('any text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[\d., kđ-]{0,20}$/),
    fc.stringMatching(/^(hai|mươi|trăm|linh|tỷ|rưỡi| ){0,8}$/),
  );

  it('is read without throwing, into values the form can hold', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const [read, decimals] of [
          [parseCount(text), 0],
          [parseMoney(text), 1],
        ] as const) {
          const values = read.kind === 'ok' ? [read.value] : read.kind === 'ambiguous' ? read.readings : [];
          if (read.kind === 'ambiguous') expect(read.readings.length).toBeGreaterThan(0);
          for (const value of values) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBe(Number(value.toFixed(decimals)));
          }
        }
      }),
    );
  });

  it('reads every count as Vietnamese readers write it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (value) => {
        const grouped = String(value).replace(/\B(?=(\d{3})+$)/g, '.');
        for (const text of [String(value), grouped, grouped.replaceAll('.', ' '), `${grouped} lượt người`]) {
          expect(parseCount(text)).toEqual({ kind: 'ok', value });
        }
      }),
    );
  });
});

it.each([
  ['1.234', 1234],
  ['1.234,5', 1234.5],
  ['3.5', 3.5],
  ['3,5', 3.5],
  ['1.234,', 1234],
  ['18.11.2026', Number.NaN],
])('%s among words is most likely %d', (digits, value) => {
  expect(likeliest(digits)).toBe(value);
});
