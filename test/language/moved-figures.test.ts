import { expect, it } from 'vitest';
import { readChange } from '../../src/language/change/correction.ts';
import { weighed } from '../../src/language/change/weigh-change.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const [form] = FROZEN_PLAN.forms;
if (form === undefined) throw new Error('the plan has no form');
const BEFORE = { hoi_nghi: 5, nguoi_du: 300, tin_bai: 12, cong_ttdt: 2, truc_quan: 3000 };

function after(text: string): { values: Record<string, unknown>; asked: readonly string[]; unread: readonly string[] } {
  const { values, cleared, faults, unread } = weighed(readChange(form as never, text), BEFORE);
  const left = Object.fromEntries(Object.entries({ ...BEFORE, ...values }).filter(([key]) => !cleared.includes(key)));
  return { values: left, asked: faults.map(({ field }) => field), unread };
}

it.each([
  ['chuyển 5 từ tin bài sang cổng', { tin_bai: 7, cong_ttdt: 7 }],
  ['chuyen 5 tu tin bai sang cong', { tin_bai: 7, cong_ttdt: 7 }],
  ['chuyển 5 tin bài sang cổng giúp em', { tin_bai: 7, cong_ttdt: 7 }],
  ['3 bài báo đổi sang cổng', { tin_bai: 9, cong_ttdt: 5 }],
  ['bớt 3 ở tin bài, cộng vào cổng', { tin_bai: 9, cong_ttdt: 5 }],
  ['lấy 2 của hội nghị bỏ sang mxh', { hoi_nghi: 3, mang_xa_hoi: 2 }],
  ['tin bài chuyển hết sang phát thanh', { tin_bai: undefined, phat_thanh: 12 }],
  ['cái 12 đó chuyển sang mạng xã hội', { tin_bai: undefined, mang_xa_hoi: 12 }],
  ['12 là phát thanh chứ không phải tin bài', { tin_bai: undefined, phat_thanh: 12 }],
  ['số 12 kia của zalo chứ k phải tin bài', { tin_bai: undefined, mang_xa_hoi: 12 }],
  ['12 tin bài là phát thanh mới đúng', { tin_bai: undefined, phat_thanh: 12 }],
  ['hội nghị 4, 12 là phát thanh chứ không phải tin bài', { hoi_nghi: 4, tin_bai: undefined, phat_thanh: 12 }],
])('"%s" takes it from the one and gives it to the other', (text, expected) => {
  const { values, asked, unread } = after(text);
  for (const [key, value] of Object.entries({ ...BEFORE, ...expected })) expect(values[key], key).toBe(value);
  expect([...asked, ...unread]).toEqual([]);
});

it.each([
  'bỏ số tin bài đi',
  'bỏ con số tin bài đi',
  'tin bài để trống',
  'tin bài để trống, xoá đi',
  'cho tin bài về trống',
  'tin bài không có đâu, bỏ',
  'đừng tính tin bài nữa',
  'tin bai khong phai cua ben em, bo ra',
  'tin bài 12 là của tháng trước, bỏ',
])('"%s" empties it', (text) => {
  expect(after(text).values).toEqual({ ...BEFORE, tin_bai: undefined });
});

it('several are emptied at once, and a thing empties the field that counts it', () => {
  expect(after('thôi bỏ tin bài với hội nghị').values).toEqual({ ...BEFORE, tin_bai: undefined, hoi_nghi: undefined });
  expect(after('bỏ mục tờ rơi').values).toEqual({ ...BEFORE, truc_quan: undefined });
  expect(after('người dự 300 là người xem, bỏ đi').values).toEqual({ ...BEFORE, nguoi_du: undefined });
});

it.each([
  'chuyển 50 từ tin bài sang cổng',
  '7 là phát thanh chứ không phải tin bài',
  'chuyển 4 bài qua fanpage',
  'số 12 là của video chứ không phải tin bài',
])('"%s" is named, as what cannot be done or is not whole', (text) => {
  expect(after(text).unread).toEqual([text]);
});

it('so many that are thrown out of more are asked about, of as many the field is emptied', () => {
  expect(after('bỏ 30 người đi')).toMatchObject({ values: BEFORE, asked: ['nguoi_du'] });
  expect(after('ừ bỏ cả 300 người').values).toEqual({ ...BEFORE, nguoi_du: undefined });
});

it('a figure of another that has one already is asked about; two names of one field change nothing', () => {
  expect(after('12 là cổng chứ không phải tin bài')).toMatchObject({ asked: ['cong_ttdt'] });
  expect(after('chuyển 5 từ hội nghị sang lớp tập huấn').values).toEqual(BEFORE);
});

it.each([
  ['kết quả: chuyển 5 thủ tục sang trực tuyến', { ket_qua: 'chuyển 5 thủ tục sang trực tuyến' }],
  ['đổi hội nghị thành 6', { hoi_nghi: 6 }],
  ['3 hội nghị là của tháng này', { hoi_nghi: 3 }],
  ['5 tin bài là chuyên đề chuyển đổi số', { tin_bai: 5 }],
  ['người dự 40 cán bộ', { nguoi_du: 40 }],
  ['tập huấn cán bộ', {}],
  ['hội nghị cán bộ', {}],
  ['mở lớp tập huấn cho 40 cán bộ', { nguoi_du: 40 }],
  ['nguoi du 40 can bo', { nguoi_du: 40 }],
])('"%s" moves nothing', (text, values) => {
  expect(after(text).values).toEqual({ ...BEFORE, ...values });
});
