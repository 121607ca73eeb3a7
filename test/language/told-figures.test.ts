import { describe, expect, it } from 'vitest';
import { documentNumberIn } from '../../src/language/document/document-number.ts';
import { parseReport } from '../../src/language/report/report-template.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const FORM = FROZEN_PLAN.forms[0] ?? expect.fail('the plan has no form');

describe('figures told in a sentence', () => {
  it.each<[string, Record<string, number | string>]>([
    ['em báo 2 buổi tọa đàm với 90 đại biểu, 7 tin trên cổng', { hoi_nghi: 2, nguoi_du: 90, cong_ttdt: 7 }],
    ['hoi nghi 4 nguoi du 260 tin bai 9', { hoi_nghi: 4, nguoi_du: 260, tin_bai: 9 }],
    ['ba lớp tập huấn, hai trăm người dự ạ', { hoi_nghi: 3, nguoi_du: 200 }],
    ['ngày 9/11 mở 1 hội thảo 80 người, phát loa xã 30 lượt', { hoi_nghi: 1, nguoi_du: 80, phat_thanh: 30 }],
    ['12 pano với 300 tờ rơi, hết 9tr5', { truc_quan: 312, kinh_phi: 9.5 }],
    ['fb 10, zalo 5, youtube 2', { mang_xa_hoi: 17 }],
    ['nghị quyết 57: 2 hội nghị, 150 người', { hoi_nghi: 2, nguoi_du: 150 }],
    [
      '2 hội nghị, 60 người dự, kết quả là lập 5 tổ công nghệ',
      { hoi_nghi: 2, nguoi_du: 60, ket_qua: 'lập 5 tổ công nghệ' },
    ],
    ['không phải 40 mà là 45 người dự, 2 hội nghị', { nguoi_du: 45, hoi_nghi: 2 }],
    ['khoan, kinh phí 45 triệu là của cả quý, tháng này có 15 triệu thôi', { kinh_phi: 15 }],
    ['20 áp phích và 1000 tờ gấp', { truc_quan: 1020 }],
    ['3 hội nghị, tháng này không có tin bài nào ạ, không kinh phí', { hoi_nghi: 3, tin_bai: 0, kinh_phi: 0 }],
    ['kinh phí 18.500.000đ (trong đó nguồn xã hội hóa 6 triệu)', { kinh_phi: 18.5 }],
    ['kinh phí 3,5 triệu đồng (Ba triệu năm trăm nghìn đồng)', { kinh_phi: 3.5 }],
    ['hội nghị 5, trong đó 2 hội nghị trực tuyến', { hoi_nghi: 5 }],
    ['viết 25 tin bài (báo QĐND 5, báo HD 8, cổng TTĐT 12)', { tin_bai: 25 }],
    ['86 là tin bài báo in, 240 là báo điện tử, cộng vào là 326', { tin_bai: 326 }],
    ['lớp đó tập huấn 2 ngày nên người dự là 90 lượt', { nguoi_du: 90 }],
    ['Ngày 16/10 phường Sao Đỏ tổ chức hội nghị 70 người', { nguoi_du: 70 }],
    ['hội viên dự 1.000 lượt/10 buổi, 3 bài đăng báo Phụ nữ', { nguoi_du: 1000, hoi_nghi: 10, tin_bai: 3 }],
    ['hội nghị một, tin bài hai', { hoi_nghi: 1, tin_bai: 2 }],
    ['tin bài k có, mạng xh 150', { tin_bai: 0, mang_xa_hoi: 150 }],
    ['2 hội nghị, 350 người dự, còn lại không có', { hoi_nghi: 2, nguoi_du: 350 }],
    ['hội nghị 3, người dự 90, cổng 95', { hoi_nghi: 3, nguoi_du: 90, cong_ttdt: 95 }],
  ])('%j', (text, values) => {
    expect(parseReport(FORM, text)).toMatchObject({ values, faults: [] });
  });

  it.each([
    'dự kiến mở 2 hội nghị với 150 người',
    'chỉ tiêu 4 hội nghị, 300 người',
    'nếu có 2 hội nghị 100 người thì ghi sao',
    'huyện bên họ làm 5 hội nghị, 400 người',
  ])('%j tells nothing that was done', (text) => {
    const { values } = parseReport(FORM, text);
    expect(Object.keys(values).length).toBeLessThan(2);
  });

  it.each([
    ['cỡ 200 người dự, 2 hội nghị', 'nguoi_du'],
    ['100-120 người dự, 2 hội nghị', 'nguoi_du'],
    ['2 hội nghị, 3 hội nghị, 200 người', 'hoi_nghi'],
    ['hoi_nghi=khoảng 3 nguoi_du=tầm 250', 'nguoi_du'],
    ['tin bài tầm 10 bài, 2 hội nghị', 'tin_bai'],
    ['2 hội nghị, kinh phí 45 triệu, 15 triệu', 'kinh_phi'],
    ['người dự 145/150, 2 hội nghị', 'nguoi_du'],
    ['2 hội nghị, hỗ trợ 50 triệu xóa nhà tạm', 'kinh_phi'],
  ])('%j: what is about right or said twice is asked', (text, field) => {
    const { values, faults } = parseReport(FORM, text);
    expect(values[field]).toBeUndefined();
    expect(faults.map((fault) => fault.field)).toContain(field);
  });

  it('what is left out with a word is no part that was not read', () => {
    expect(parseReport(FORM, '2 hội nghị, 350 người dự, còn lại không có').unread).toEqual([]);
    expect(parseReport(FORM, 'không có kinh phí để in tờ rơi').values).toEqual({});
  });

  it.each([
    ['2 lớp, mỗi xã 40 người', 'mỗi xã 40 người'],
    ['loa xã 90 lượt, trung bình 5 lượt/xã', 'trung bình 5 lượt/xã'],
  ])('%j: so many at each are not so many in all', (text, unread) => {
    expect(parseReport(FORM, text)).toMatchObject({ unread: [unread] });
    expect(parseReport(FORM, text).values).not.toHaveProperty('nguoi_du');
  });

  it.each([
    '2 lớp, mỗi lớp 40 người',
    'mỗi hội nghị khoảng 40 người',
    '2 buổi sinh hoạt chuyên đề, mỗi buổi 40 đoàn viên',
    'trung bình 40 người/hội nghị',
    'moi hoi nghi 40 nguoi',
  ])('"%s": so many people at each meeting are asked about in all', (text) => {
    const { values, faults } = parseReport(FORM, text);
    expect(values.nguoi_du).toBeUndefined();
    expect(faults).toMatchObject([{ field: 'nguoi_du', fault: 'each', readings: [40], each: 'hoi_nghi' }]);
  });

  it.each([
    ['đăng 32 tin bài trên cổng thông tin điện tử; 2 hội nghị', { cong_ttdt: 32, hoi_nghi: 2 }],
    ['2 hội nghị, 12 tin bài trên website, 5 tin bài trên facebook', { hoi_nghi: 2, cong_ttdt: 12, mang_xa_hoi: 5 }],
    ['5 hội nghị, 30 tin bài phát trên loa xã', { hoi_nghi: 5, phat_thanh: 30 }],
    ['2 hội nghị, 120 người dự, 32 tin bài trên cổng thông tin điện tử; kết quả: tốt', { cong_ttdt: 32 }],
    ['Tin, bài đăng trên trang thông tin điện tử: 32', { cong_ttdt: 32 }],
  ])('%j: where it came out decides what "tin bài" are', (text, expected) => {
    const { values } = parseReport(FORM, text);
    expect(values).toMatchObject(expected);
    expect(values.tin_bai).toBeUndefined();
  });

  it.each(['phóng loa lưu động 20 buổi', 'đi bộ hưởng ứng 20 cuộc', 'văn nghệ 20 buổi'])(
    '"%s": a word for anything says nothing of what the form does not know',
    (text) => {
      expect(parseReport(FORM, text)).toMatchObject({ values: {}, unread: [text] });
    },
  );

  it.each(['phát loa 20 buổi', 'tổ chức 20 buổi trên loa xã'])('"%s" are broadcasts', (text) => {
    expect(parseReport(FORM, text).values).toEqual({ phat_thanh: 20 });
  });

  it('"1.5k" is no day', () => {
    expect(parseReport(FORM, '1.5k người').values).toEqual({ nguoi_du: 1500 });
  });

  it.each(['2 hội nghị 90 người kết quả tốt', '2 hội nghị, 90 người dự, kết quả rất tốt ạ'])(
    '"%s": what is thought of it is the result, and not dropped',
    (text) => {
      expect(parseReport(FORM, text).values).toMatchObject({ hoi_nghi: 2, nguoi_du: 90, ket_qua: expect.any(String) });
    },
  );

  it('a text named right behind a figure is not swallowed', () => {
    expect(parseReport(FORM, '2 hội nghị, 90 người dự khó khăn thiếu máy').unread).toEqual(['khó khăn thiếu máy']);
  });

  it('what cannot be placed is named, never dropped', () => {
    const { values, unread } = parseReport(FORM, '2 hội nghị, 150 người dự, 4 mô hình điểm');
    expect(values).toEqual({ hoi_nghi: 2, nguoi_du: 150 });
    expect(unread).toEqual(['4 mô hình điểm']);
  });

  it.each([
    ['đã gửi văn bản số 125/BC-UBND ngay 11/11/2026', '125/BC-UBND ngày 11/11/2026'],
    ['bc so 88/BC-STP da phat hanh', '88/BC-STP'],
    ['gửi ngày 10/11 rồi', null],
  ])('the number of the document in %j', (text, number) => {
    expect(documentNumberIn(text)).toBe(number);
  });
});

it.each([
  'người dự sai rồi, buổi sau chỉ 50',
  'nhầm, buổi tập huấn đầu 60 người buổi sau 50 người',
  'hội nghị trước 70 người',
])('one of several meetings is none that is counted: %s', (text) => {
  expect(parseReport(FORM, text).values).not.toHaveProperty('hoi_nghi');
});
