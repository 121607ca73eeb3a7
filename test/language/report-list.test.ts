import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/language/report-template.ts';
import { FORM } from './form.ts';

describe('several fields in one line', () => {
  it.each<[string, Record<string, number | string>]>([
    ['Hội nghị: 3; người dự: 250; tin bài: 12', { hoi_nghi: 3, nguoi_du: 250, tin_bai: 12 }],
    ['3 hội nghị, 250 người dự', { hoi_nghi: 3, nguoi_du: 250 }],
    ['dạ bên em có 3 hội nghị, 1.250 lượt người dự và 12 tin bài ạ', { hoi_nghi: 3, nguoi_du: 1250, tin_bai: 12 }],
    ['Hội nghị, tập huấn: 3, người dự: 250', { hoi_nghi: 3, nguoi_du: 250 }],
    ['hội nghị 3, người dự 250', { hoi_nghi: 3, nguoi_du: 250 }],
    ['3 hội nghị, kinh phí 15 triệu', { hoi_nghi: 3, kinh_phi: 15 }],
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

  it('what cannot be placed is not dropped with the rest taken', () => {
    const text = '3 hội nghị, 250 người dự, kết quả tốt';
    expect(parseReport(FORM, text)).toMatchObject({ values: {}, unread: [text] });
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
