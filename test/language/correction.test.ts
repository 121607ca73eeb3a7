import { describe, expect, it } from 'vitest';
import { isCorrecting, readChange } from '../../src/language/change/correction.ts';
import { readAnswer } from '../../src/language/report/guided-answer.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';
import { FORM, fieldOf } from './form.ts';

describe('a correction in words', () => {
  it.each<[string, Record<string, number | string>]>([
    ['sửa số hội nghị thành 5', { hoi_nghi: 5 }],
    ['em muốn đổi lại hội nghị là 5 ạ', { hoi_nghi: 5 }],
    ['hội nghị là 5 chứ không phải 3', { hoi_nghi: 5 }],
    ['hoi nghi ko phai 3 ma la 5', { hoi_nghi: 5 }],
    ['hội nghị từ 3 thành 5', { hoi_nghi: 5 }],
    ['sai số người dự, 250 mới đúng', { nguoi_du: 250 }],
    ['nguoi du 250', { nguoi_du: 250 }],
    ['khoan da, nguoi du la 1.250', { nguoi_du: 1250 }],
    ['thôi sửa hội nghị là 4', { hoi_nghi: 4 }],
    ['e ghi nham hoi nghi, 2 thoi', { hoi_nghi: 2 }],
    ['nhầm rồi em ơi, 4 hội nghị thôi', { hoi_nghi: 4 }],
    ['sua lai hoi nghi 1, nguoi du 30', { hoi_nghi: 1, nguoi_du: 30 }],
    ['tin bài 86 sai rồi, phải là 326', { tin_bai: 326 }],
    ['kinh phí sửa lại 12 triệu, ghi nhầm 19', { kinh_phi: 12 }],
    ['sao hội nghị có 1 thế, thực tế 14', { hoi_nghi: 14 }],
    ['người dự 350 lên 400', { nguoi_du: 400 }],
    ['từ 26 tờ rơi xuống còn 20', { truc_quan: 20 }],
    ['sửa kết quả thành: đã mở 3 hội nghị, 200 người dự', { ket_qua: 'đã mở 3 hội nghị, 200 người dự' }],
  ])('%s', (text, values) => {
    expect(readChange(FORM, text)).toMatchObject({ values, faults: [], unread: [], cleared: [], loose: null });
  });

  it.each([
    ['bỏ tin bài', { cleared: ['tin_bai'] }],
    [
      'thêm 2 hội nghị nữa',
      { faults: [{ field: 'hoi_nghi', raw: 'thêm 2 hội nghị nữa', fault: 'more', readings: [2] }] },
    ],
    ['8 mới đúng', { loose: 8 }],
    ['sửa lại giúp em là 5', { loose: 5 }],
    ['số người dự sai rồi', { wanted: 'nguoi_du' }],
    ['sửa người dự', { wanted: 'nguoi_du' }],
    ['sao hội nghị có 1 thế', { wanted: 'hoi_nghi' }],
  ])('what names no new value says what there is to ask: %s', (text, change) => {
    expect(readChange(FORM, text)).toMatchObject({ values: {}, ...change });
  });

  it.each(['5', 'hội nghị', 'sửa', 'khoan đã', 'ok gửi đi em', 'Tổ chức ra quân ở 5 xã'])(
    'none is seen in: %s',
    (text) => {
      const none = { values: {}, cleared: [], loose: null, wanted: null };
      expect(readChange(FORM, text)).toMatchObject(none);
    },
  );
});

describe('an earlier answer corrected where words are asked for', () => {
  it.each([
    ['khoan đã, người dự là 1.250', { nguoi_du: 1250 }],
    ['hội nghị là 5 chứ không phải 3', { hoi_nghi: 5 }],
    ['nguoi du 250', { nguoi_du: 250 }],
  ])('%s', (text, values) => {
    expect(readAnswer(FORM, fieldOf('ket_qua'), text)).toEqual({ is: 'values', values });
  });

  it.each([
    'Đã tổ chức 3 hội nghị, 250 người dự',
    'Sai sót trong nhập liệu đã giảm',
    'Đổi mới 3 hội nghị, ra quân 2 đợt',
    'Nhầm lẫn khi thống kê không còn',
    'Thêm 2 hội nghị so với tháng trước',
  ])('what tells of the work is the answer: %s', (text) => {
    expect(readAnswer(FORM, fieldOf('ket_qua'), text)).toEqual({ is: 'values', values: { ket_qua: text } });
  });

  it('a figure of another unit is asked about, not taken', () => {
    expect(readAnswer(FORM, fieldOf('nguoi_du'), '12 tin nhé')).toMatchObject({ is: 'of-another', value: 12 });
    expect(readAnswer(FORM, fieldOf('nguoi_du'), '5 triệu')).toMatchObject({ is: 'of-another' });
    expect(readAnswer(FORM, fieldOf('nguoi_du'), '120 người')).toEqual({ is: 'values', values: { nguoi_du: 120 } });
    expect(readAnswer(FORM, fieldOf('hoi_nghi'), '3 lớp')).toEqual({ is: 'values', values: { hoi_nghi: 3 } });
  });
});

it('"còn 8 bài nữa" among other words is asked, and of the field it was said of', () => {
  const text = 'trực quan 215 là đúng rồi, nhưng mà tin bài còn 8 bài đăng báo Hải Dương nữa';
  const form = FROZEN_PLAN.forms[0] ?? expect.fail('the plan has no form');
  expect(readChange(form, text)).toMatchObject({
    values: { truc_quan: 215 },
    faults: [{ field: 'tin_bai', fault: 'more', readings: [8] }],
  });
});

it('a report is none', () => {
  expect(isCorrecting('hội nghị: 3, người dự: 250')).toBe(false);
  expect(isCorrecting('Sản xuất 3 tin bài')).toBe(false);
});
