import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/language/report/report-template.ts';
import { FORM } from './form.ts';

describe('several fields in one line', () => {
  it.each<[string, Record<string, number | string>]>([
    ['Hội nghị: 3; người dự: 250; tin bài: 12', { hoi_nghi: 3, nguoi_du: 250, tin_bai: 12 }],
    ['3 hội nghị, 250 người dự', { hoi_nghi: 3, nguoi_du: 250 }],
    ['dạ bên em có 3 hội nghị, 1.250 lượt người dự và 12 tin bài ạ', { hoi_nghi: 3, nguoi_du: 1250, tin_bai: 12 }],
    ['Hội nghị, tập huấn: 3, người dự: 250', { hoi_nghi: 3, nguoi_du: 250 }],
    ['hội nghị 3, người dự 250', { hoi_nghi: 3, nguoi_du: 250 }],
    ['3 hội nghị, kinh phí 15 triệu', { hoi_nghi: 3, kinh_phi: 15 }],
    ['hội nghị: 3, người dự: 120, kết quả: tốt', { hoi_nghi: 3, nguoi_du: 120, ket_qua: 'tốt' }],
    ['Kết quả: tốt, khó khăn, vướng mắc: không', { ket_qua: 'tốt', vuong_mac: 'không' }],
    [
      'kết quả: tốt, đông người, khó khăn: thiếu kinh phí, tin bài: 5',
      { ket_qua: 'tốt, đông người', vuong_mac: 'thiếu kinh phí', tin_bai: 5 },
    ],
    ['hoi nghi 3 nguoi du 120 tin bai 12', { hoi_nghi: 3, nguoi_du: 120, tin_bai: 12 }],
    ['hội nghị: 3 người dự: 120 kết quả: tốt', { hoi_nghi: 3, nguoi_du: 120, ket_qua: 'tốt' }],
    ['Hội nghị: 3 - người dự: 250 - tin bài: 12', { hoi_nghi: 3, nguoi_du: 250, tin_bai: 12 }],
    ['em báo cáo tháng 11: hội nghị 3, người dự 120', { hoi_nghi: 3, nguoi_du: 120 }],
    [
      'Hội nghị: 3; kết quả: Đã làm tốt, an toàn; khó khăn: thiếu người',
      { hoi_nghi: 3, ket_qua: 'Đã làm tốt, an toàn', vuong_mac: 'thiếu người' },
    ],
  ])('%s', (text, values) => {
    expect(parseReport(FORM, text)).toMatchObject({ values, faults: [], unread: [] });
  });

  it.each([
    ['Kết quả: tổ chức 3 hội nghị, 250 người dự', 'tổ chức 3 hội nghị, 250 người dự'],
    ['Kết quả:\nĐã tổ chức:\n3 hội nghị, 250 người dự', 'Đã tổ chức:\n3 hội nghị, 250 người dự'],
  ])('a text that tells figures stays a text: %j', (text, told) => {
    expect(parseReport(FORM, text).values).toEqual({ ket_qua: told });
  });

  it.each<[string, Record<string, number | string>, string[]]>([
    ['3 hội nghị, 250 người dự, đông vui', { hoi_nghi: 3, nguoi_du: 250 }, ['đông vui']],
    ['hội nghị: 3, người dự: 120, kquả: tốt', { hoi_nghi: 3, nguoi_du: 120 }, ['kquả: tốt']],
    ['hội nghị: 3; tốt lắm; tin bài: 5', { hoi_nghi: 3, tin_bai: 5 }, ['tốt lắm']],
    [
      'tháng 11 bên em tổ chức 3 hội nghị với 250 người dự, đăng 12 tin bài, tình hình ổn định',
      { hoi_nghi: 3, nguoi_du: 250, tin_bai: 12 },
      ['tình hình ổn định'],
    ],
    [
      'hội nghị 3, người dự 120, đã trồng 300 cây, tin bài 12',
      { hoi_nghi: 3, nguoi_du: 120, tin_bai: 12 },
      ['đã trồng 300 cây'],
    ],
  ])('what cannot be placed is named, the rest is kept: %s', (text, values, unread) => {
    expect(parseReport(FORM, text)).toMatchObject({ values, unread, faults: [] });
  });

  it('a figure that cannot be read between semicolons is named, the others are kept', () => {
    const { values, faults } = parseReport(FORM, 'Hội nghị: 3; người dự: nhiều; tin bài: 12');
    expect(values).toEqual({ hoi_nghi: 3, tin_bai: 12 });
    expect(faults).toEqual([{ field: 'nguoi_du', raw: 'nhiều', fault: 'not-a-number' }]);
  });

  it('a rough figure is asked about', () => {
    expect(parseReport(FORM, '3 hội nghị; hơn 200 người dự').faults).toEqual([
      { field: 'nguoi_du', raw: 'hơn 200 người dự', fault: 'ambiguous', readings: [200] },
    ]);
  });
});
