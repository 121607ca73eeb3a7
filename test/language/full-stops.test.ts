import { expect, it } from 'vitest';
import { parseReport } from '../../src/language/report/report-template.ts';
import { FORM } from './form.ts';

it.each([
  [
    'Báo cáo tháng 11. Hội nghị: không. Tin bài: 3. Kinh phí: không. Kết quả: lồng ghép ngày hội 18/11',
    { hoi_nghi: 0, tin_bai: 3, kinh_phi: 0, ket_qua: 'lồng ghép ngày hội 18/11' },
  ],
  ['Hội nghị: 2. Người dự: 1.120. Tin bài: không', { hoi_nghi: 2, nguoi_du: 1120, tin_bai: 0 }],
  ['Hội nghị: 2.Người dự: 120.Tin bài: 5', { hoi_nghi: 2, nguoi_du: 120, tin_bai: 5 }],
  ['Hội nghị 2. Người dự 120. Tin bài không.', { hoi_nghi: 2, nguoi_du: 120, tin_bai: 0 }],
  ['1. Hội nghị: 2. 2. Người dự: 120. 3. Tin bài: 5.', { hoi_nghi: 2, nguoi_du: 120, tin_bai: 5 }],
  ['Kết quả: đã mở lớp. Hội nghị: 3. Người dự: 200', { ket_qua: 'đã mở lớp.', hoi_nghi: 3, nguoi_du: 200 }],
])('%s: a full stop ends a figure', (text, values) => {
  expect(parseReport(FORM, text)).toMatchObject({ values, faults: [] });
});
