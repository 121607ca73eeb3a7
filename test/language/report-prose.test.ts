import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/language/report/report-template.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const FORM = FROZEN_PLAN.forms[0] ?? expect.fail('the plan has no form');

describe('a report in official prose', () => {
  it.each<[string, Record<string, number | string>]>([
    ['5 tin bài, 1 hội nghị 60 đc dự', { tin_bai: 5, hoi_nghi: 1, nguoi_du: 60 }],
    [
      '1. Tổ chức 03 hội nghị, 120 người dự\n2. Đăng tải 27 tin bài\n3. Treo 15 pano',
      { hoi_nghi: 3, nguoi_du: 120, tin_bai: 27, truc_quan: 15 },
    ],
    ['STT\tNội dung\tSố lượng\n1\tHội nghị\t6\n2\tLượt người dự\t450', { hoi_nghi: 6, nguoi_du: 450 }],
    [
      '3 hội nghị. Khó khăn: chưa có kinh phí. Đề xuất: cấp thêm tài liệu',
      { hoi_nghi: 3, vuong_mac: 'chưa có kinh phí.', kien_nghi: 'cấp thêm tài liệu' },
    ],
    [
      'Khó khăn: xuống cấp.\nĐề nghị Sở KH&CN hỗ trợ.',
      { vuong_mac: 'xuống cấp.', kien_nghi: 'Đề nghị Sở KH&CN hỗ trợ.' },
    ],
    [
      'Hội nghị: 2; Kết quả nổi bật: mở 02 chuyên trang; Khó khăn: không; Đề xuất: không./.',
      { hoi_nghi: 2, ket_qua: 'mở 02 chuyên trang', vuong_mac: 'không', kien_nghi: 'không' },
    ],
    [
      'Kính gửi bot, Báo Hải Dương báo cáo tháng 12 năm 2026 như sau: Tin, bài: 250; Facebook: 320',
      { tin_bai: 250, mang_xa_hoi: 320 },
    ],
    ['Báo cáo số 45/BC-UBND ngày 14/01/2027 về tháng 1/2027: hội nghị 3; người dự 90', { hoi_nghi: 3, nguoi_du: 90 }],
    ['hai hội nghị, mười lăm tin bài, kinh phí năm mươi triệu', { hoi_nghi: 2, tin_bai: 15, kinh_phi: 50 }],
    ['6 hội nghị, 33 tin, 60 triệu', { hoi_nghi: 6, tin_bai: 33, kinh_phi: 60 }],
    ['250 đại biểu và 100 học viên', { nguoi_du: 350 }],
    ['10 tb, 2 hn, 90 ng', { tin_bai: 10, hoi_nghi: 2, nguoi_du: 90 }],
    [
      '310 ĐVTN tham gia; 15 tin/bài\nKK: thiếu máy\nĐX: cấp kinh phí',
      { nguoi_du: 310, tin_bai: 15, vuong_mac: 'thiếu máy', kien_nghi: 'cấp kinh phí' },
    ],
    ['1 hội nghị 80 ng, kq mở lớp', { hoi_nghi: 1, nguoi_du: 80, ket_qua: 'mở lớp' }],
    ['tổ chức 5 lớp tập huấn cho 310 đoàn viên\nchi 22,5 triệu đồng', { hoi_nghi: 5, nguoi_du: 310, kinh_phi: 22.5 }],
    ['Phát thanh, truyền hình (phat_thanh): 15 buổi', { phat_thanh: 15 }],
  ])('%j', (text, values) => {
    expect(parseReport(FORM, text)).toMatchObject({ values, faults: [] });
  });

  it.each([
    ['trong năm hội nghị tổ chức đều'],
    ['cuối năm tin bài ít'],
    ['đạt 95% kế hoạch tin bài'],
    ['12 buổi chiếu phim lưu động'],
  ])('%j gives no figure, and is named', (text) => {
    const { values, unread } = parseReport(FORM, text);
    expect(values).toEqual({});
    expect(unread).toEqual([text]);
  });

  it('square metres, photo essays and money beside things are named, never added', () => {
    expect(parseReport(FORM, '30 pano, 200m2 áp phích')).toMatchObject({
      values: { truc_quan: 30 },
      unread: ['200m2 áp phích'],
    });
    expect(parseReport(FORM, '45 phóng sự ảnh, 3 hội nghị')).toMatchObject({
      values: { hoi_nghi: 3 },
      unread: ['45 phóng sự ảnh'],
    });
    expect(parseReport(FORM, '6 hội nghị, 1tr5 tờ rơi')).toMatchObject({
      values: { hoi_nghi: 6 },
      unread: ['1tr5 tờ rơi'],
    });
  });

  it('what is negative, about right or out of more is asked about', () => {
    expect(parseReport(FORM, 'tin bài -3').values).toEqual({});
    const { values, faults } = parseReport(FORM, '40 hội nghị, người dự 145/150, 10-12 bài facebook');
    expect(values).toEqual({ hoi_nghi: 40 });
    expect(faults.map(({ field }) => field).toSorted()).toEqual(['mang_xa_hoi', 'nguoi_du']);
  });

  it('a second period stays out of the first, and is named whole', () => {
    const second = 'tháng 12: 3 hội nghị 150 người, kết quả nổi bật: sơ kết';
    expect(parseReport(FORM, `hội nghị 3; kết quả nổi bật: tốt; ${second}`)).toMatchObject({
      values: { hoi_nghi: 3, ket_qua: 'tốt' },
      unread: [second],
    });
  });
});
