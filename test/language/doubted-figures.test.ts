import { describe, expect, it } from 'vitest';
import { readChange } from '../../src/language/change/correction.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const [form] = FROZEN_PLAN.forms;

function read(text: string): { values: Record<string, number | string>; asked: string[]; unread: readonly string[] } {
  if (form === undefined) throw new Error('no form');
  const { values, faults, unread } = readChange(form, text);
  return { values, asked: [...new Set(faults.map(({ field }) => field))], unread };
}

/** What is asked about, and what is sure beside it. */
describe('a figure beside which stands that it is not sure, not ours or not yet', () => {
  it.each<[string, string[], Record<string, number | string>]>([
    ['thang truoc 398 pa no\nfb 5', ['truc_quan'], { mang_xa_hoi: 5 }],
    ['Tháng trước 15 hội nghị; fb 5', ['hoi_nghi'], { mang_xa_hoi: 5 }],
    ['luỹ kế từ đầu năm 29 bài trên báo; cổng 5', ['tin_bai'], { cong_ttdt: 5 }],
    ['- LUY KE 31 LOP TAP HUAN\n- FB 4', ['hoi_nghi'], { mang_xa_hoi: 4 }],
    ['toan tinh co 19 cuoc hoi thao\nfb 5', ['hoi_nghi'], { mang_xa_hoi: 5 }],
    ['pano thang 10 la 980, thang 11 la 971', ['truc_quan'], {}],
    ['đài truyền thanh tháng 10 là 21, tháng 11 là 3', ['phat_thanh'], {}],
    ['trang thông tin điện tử 51 để em xem lại đã', ['cong_ttdt'], {}],
    ['lớp tập huấn 6 để em kiểm tra lại; cổng 5', ['hoi_nghi'], { cong_ttdt: 5 }],
    ['fb 5 chua chac a, cong 4', ['mang_xa_hoi'], { cong_ttdt: 4 }],
    ['fb 5, em không chắc; cổng 4', ['mang_xa_hoi'], { cong_ttdt: 4 }],
    ['bang ron: hon 9; cong 5', ['truc_quan'], { cong_ttdt: 5 }],
    ['Kinh gui So, gan 21 bai tren web; 3 hoi nghi', ['cong_ttdt'], { hoi_nghi: 3 }],
    ['KHOANG 9 SAN PHAM TRUC QUAN', ['truc_quan'], {}],
    ['TREN 12 HOI NGHI TUYEN TRUYEN', ['hoi_nghi'], {}],
    ['tin bài và cổng 8', ['tin_bai', 'cong_ttdt'], {}],
    ['TIN BAI VA CONG: 8; FB 3', ['tin_bai', 'cong_ttdt'], { mang_xa_hoi: 3 }],
    ['dự toán kinh phí 30 triệu; cổng 3', ['kinh_phi'], { cong_ttdt: 3 }],
    ['kinh phí 500 USD. hội nghị 3', ['kinh_phi'], { hoi_nghi: 3 }],
    ['loa truyền thanh: đạt 1/20', ['phat_thanh'], {}],
    ['xã Thái Học 3 hội nghị, xã Tân Hồng 6 hội nghị; cổng 5', ['hoi_nghi'], { cong_ttdt: 5 }],
    ['8 hoi nghi moi buoi 50 ng', ['nguoi_du'], { hoi_nghi: 8 }],
  ])('%s', (text, asked, values) => {
    const told = read(text);
    expect({ asked: told.asked, values: told.values }).toEqual({ asked, values });
  });
});

describe('a figure that is sure for all that stands beside it', () => {
  it.each<[string, Record<string, number | string>]>([
    ['người dự 176, tháng trước 193', { nguoi_du: 176 }],
    ['cổng 5, luỹ kế từ đầu năm 28', { cong_ttdt: 5 }],
    ['tin phát thanh: 72, sửa lại là 53', { phat_thanh: 53 }],
    ['cong/trang: 43, em sua lai thanh 37', { cong_ttdt: 37 }],
    ['1.712 sản phẩm trực quan. PTTH: chín bài', { truc_quan: 1712, phat_thanh: 9 }],
    ['12.500 tờ rơi\ncổng 7', { truc_quan: 12_500, cong_ttdt: 7 }],
    ['fb 4 zalo 4', { mang_xa_hoi: 8 }],
    ['fb 4, zalo 4; cổng 3', { mang_xa_hoi: 8, cong_ttdt: 3 }],
    ['bao in 4 bai, bao dien tu 4 bai', { tin_bai: 8 }],
    ['phat thanh 5, truyen hinh 5', { phat_thanh: 10 }],
    ['hội nghị: 3; fb 2; hội nghị: 3', { hoi_nghi: 3, mang_xa_hoi: 2 }],
    ['1. hoi thao = 9\n2. cong 6 tin, 9 bai', { hoi_nghi: 9, cong_ttdt: 15 }],
    ['CỔNG 7 TIN, 5 BÀI', { cong_ttdt: 12 }],
    ['web 3 tin và 2 bài; hội nghị 2', { cong_ttdt: 5, hoi_nghi: 2 }],
    ['báo chí 3 tin, 3 bài'.normalize('NFD'), { tin_bai: 6 }],
    ['58 tin bai tren dai', { phat_thanh: 58 }],
    ['đã phát 56 tin bài trên đài; 3 hội nghị', { phat_thanh: 56, hoi_nghi: 3 }],
    ['9 băng rôn, khẩu hiệu ở thôn 5, thôn 7', { truc_quan: 9 }],
    ['15 tin bài trên báo, tạp chí ở tổ dân phố 5', { tin_bai: 15 }],
    ['20 hoi nghi, tap huan tai truong thcs so 2', { hoi_nghi: 20 }],
    ['kinh phí chưa có. truyền hình - 7', { kinh_phi: 0, phat_thanh: 7 }],
    ['hn là ba cuộc - hai mươi lăm bài trên tạp chí', { hoi_nghi: 3, tin_bai: 25 }],
    ['Hội nghị, hội thảo 11 cuộc. phát thanh truyền hình - 06.', { hoi_nghi: 11, phat_thanh: 6 }],
    ['với kinh phí 28tr - 1 bài fb', { kinh_phi: 28, mang_xa_hoi: 1 }],
    ['trực quan 17 sản phẩm gồm 8 pa nô 9 băng rôn', { truc_quan: 17 }],
    ['5 bài phát thanh, phát 30 lượt', { phat_thanh: 5 }],
    ['7 bài truyền thanh, phát lại 12 lượt; fb 2', { phat_thanh: 7, mang_xa_hoi: 2 }],
  ])('%s', (text, values) => {
    expect(read(text)).toMatchObject({ values, asked: [] });
  });
});

describe('texts by their names, however these are written', () => {
  it.each<[string, Record<string, number | string>]>([
    ['kk - loa truyền thanh hỏng 2 cụm; cổng 5', { vuong_mac: 'loa truyền thanh hỏng 2 cụm', cong_ttdt: 5 }],
    [
      'kho khan vuong mac la loa truyen thanh hong 2 cum; cong 5',
      { vuong_mac: 'loa truyen thanh hong 2 cum', cong_ttdt: 5 },
    ],
    [
      'kq la phat dong cuoc thi; kho khan, vuong mac la ko co',
      { ket_qua: 'phat dong cuoc thi', vuong_mac: 'không có' },
    ],
    ['KQ nổi bật - phát động thi', { ket_qua: 'phát động thi' }],
    ['kiến nghị đề xuất là cấp máy', { kien_nghi: 'cấp máy' }],
    ['4. đề xuất, kiến nghị: cấp máy', { kien_nghi: 'cấp máy' }],
    ['web 2; Kết quả chính là phát động cuộc thi', { cong_ttdt: 2, ket_qua: 'phát động cuộc thi' }],
    ['Kết quả chính: phát động cuộc thi; 5 bài fb', { ket_qua: 'phát động cuộc thi', mang_xa_hoi: 5 }],
    ['3 pa nô\n5) kk là cán bộ kiêm nhiệm', { truc_quan: 3, vuong_mac: 'cán bộ kiêm nhiệm' }],
  ])('%s', (text, values) => {
    expect(read(text)).toMatchObject({ values, asked: [] });
  });
});

describe('what is said of a field without a figure', () => {
  it.each<[string, Record<string, number | string>]>([
    ['không phát sinh hội nghị tuyên truyền. 3 bài fb', { hoi_nghi: 0, mang_xa_hoi: 3 }],
    ['NG DỰ K CÓ; FB 3', { nguoi_du: 0, mang_xa_hoi: 3 }],
  ])('%s', (text, values) => {
    expect(read(text)).toMatchObject({ values, asked: [], unread: [] });
  });

  it.each(['chưa có lượt người nghe; fb 3', 'chưa có tin bài trên mạng xã hội nào\ncổng 3'])(
    '%s: is named, where it is not read',
    (text) => {
      const [first] = text.split(/[;\n]/u);
      expect(read(text).unread).toContain(first);
    },
  );
});
