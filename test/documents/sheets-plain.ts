import type { CorpusDocument } from './corpus-document.ts';
import { excel, LETTERHEAD_MERGES, letterheadRows } from './sheet-parts.ts';

export const numberedSheet: CorpusDocument = {
  name: 'HCCB tinh - bieu bao cao T11.xlsx',
  about: 'clean: letterhead and title in merged cells, then STT | Nội dung | ĐVT | Số lượng | Ghi chú, real numbers',
  period: '2026-11',
  unit: 'HCCB',
  bytes: () =>
    excel([
      {
        name: 'Sheet1',
        rows: [
          ...letterheadRows('TRUNG ƯƠNG HỘI CCB VIỆT NAM', 'HỘI CỰU CHIẾN BINH TỈNH HẢI DƯƠNG'),
          ['BIỂU TỔNG HỢP KẾT QUẢ TUYÊN TRUYỀN NGHỊ QUYẾT 57 THÁNG 11 NĂM 2026'],
          ['(Số liệu từ ngày 15/10/2026 đến ngày 14/11/2026)'],
          [],
          ['STT', 'Nội dung', 'ĐVT', 'Số lượng', 'Ghi chú'],
          [1, 'Hội nghị, buổi sinh hoạt chi hội có lồng ghép', 'Buổi', 26, null],
          [2, 'Lượt người dự', 'Lượt', 1340, null],
          [3, 'Tin, bài báo, bản tin', 'Tin, bài', 5, 'Bản tin CCB số 11'],
          [4, 'Tin, bài phát thanh, truyền thanh', 'Tin, bài', 33, null],
          [5, 'Tin, bài cổng, trang TTĐT', 'Tin, bài', 8, null],
          [6, 'Bài mạng xã hội', 'Bài', 47, 'Chủ yếu trên Zalo'],
          [7, 'Sản phẩm trực quan, in ấn', 'Sản phẩm', 0, null],
          [8, 'Kinh phí thực hiện', 'Triệu đồng', 6.5, null],
          [],
          ['Khó khăn, vướng mắc:', 'Hội viên cao tuổi tiếp cận công nghệ chậm.'],
          [null, null, null, 'TM. BAN THƯỜNG VỤ'],
        ],
        merges: [...LETTERHEAD_MERGES, 'A4:F4', 'A5:F5', 'B17:F17'],
      },
    ]),
  expected: {
    hoi_nghi: 26,
    nguoi_du: 1340,
    tin_bai: 5,
    phat_thanh: 33,
    cong_ttdt: 8,
    mang_xa_hoi: 47,
    truc_quan: 0,
    kinh_phi: 6.5,
    vuong_mac: 'Hội viên cao tuổi tiếp cận công nghệ chậm.',
  },
  doubtful: [],
};

export const numbersAsText: CorpusDocument = {
  name: 'TP Chí Linh - NQ57 T11.xlsx',
  about:
    'every number stored as text in another way: "03", "1.250", "1 250", "12,5 triệu đồng", "không", "-", a no-break space',
  period: '2026-11',
  unit: 'TPCL',
  bytes: () =>
    excel([
      {
        name: 'T11',
        rows: [
          ['UBND THÀNH PHỐ CHÍ LINH'],
          ['Kết quả tuyên truyền Nghị quyết 57 tháng 11/2026'],
          ['TT', 'Chỉ tiêu', 'Thực hiện'],
          ['1', 'Số hội nghị, hội thảo, tập huấn', '03'],
          ['2', 'Số lượt người dự', '1.250'],
          ['3', 'Tin, bài trên báo, tạp chí', '-'],
          ['4', 'Tin, bài truyền thanh cơ sở', '1 250'],
          ['5', 'Tin, bài Trang thông tin điện tử', '26 tin, bài'],
          ['6', 'Bài đăng mạng xã hội', ' 88\u00a0'],
          ['7', 'Pa-nô, áp phích, tờ rơi', 'không'],
          ['8', 'Kinh phí', '12,5 triệu đồng'],
        ],
        merges: ['A1:C1', 'A2:C2'],
      },
    ]),
  expected: {
    hoi_nghi: 3,
    nguoi_du: 1250,
    phat_thanh: 1250,
    cong_ttdt: 26,
    mang_xa_hoi: 88,
    truc_quan: 0,
    kinh_phi: 12.5,
  },
  doubtful: ['tin_bai'],
};

export const bareHorizontal: CorpusDocument = {
  name: 'hoi phu nu t11.xlsx',
  about:
    'no diacritics; a horizontal table that does not begin at A1, one row per unit of the Union and the sum above them',
  period: '2026-11',
  unit: 'HLHPN',
  bytes: () =>
    excel([
      {
        name: 'Bieu 1',
        rows: [
          [],
          [null, 'HOI LIEN HIEP PHU NU TINH - SO LIEU TUYEN TRUYEN NQ 57 THANG 11 NAM 2026'],
          [],
          [
            null,
            'Don vi',
            'So HN',
            'Luot nguoi',
            'Tin bai bao chi',
            'PT-TH',
            'Trang TTDT',
            'MXH',
            'To roi, pano',
            'KP (trd)',
          ],
          [null, 'Toan tinh', 41, 3275, 12, 66, 30, 410, 1800, 38],
          [null, 'Co quan Tinh hoi', 3, 240, 6, 4, 30, 52, 800, 20],
          [null, 'TP Hai Duong', 12, 1010, 3, 20, 0, 121, 400, 8],
          [null, 'Cac huyen, thi xa con lai', 26, 2025, 3, 42, 0, 237, 600, 10],
        ],
        merges: ['B2:J2'],
      },
    ]),
  expected: {
    hoi_nghi: 41,
    nguoi_du: 3275,
    tin_bai: 12,
    phat_thanh: 66,
    cong_ttdt: 30,
    mang_xa_hoi: 410,
    truc_quan: 1800,
    kinh_phi: 38,
  },
  doubtful: [],
};

export const coverAndFigures: CorpusDocument = {
  name: 'Lien hiep cac Hoi KHKT - bao cao.xlsx',
  about: 'a cover sheet with dates and a phone number, figures on the second sheet, a guide on the third',
  period: '2026-11',
  unit: 'LHHKHKT',
  bytes: () =>
    excel([
      {
        name: 'Bìa',
        rows: [
          ['LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT TỈNH HẢI DƯƠNG'],
          ['BÁO CÁO TUYÊN TRUYỀN NGHỊ QUYẾT SỐ 57-NQ/TW'],
          ['Kỳ báo cáo:', 'Tháng 11 năm 2026'],
          ['Ngày lập:', { value: new Date(Date.UTC(2026, 10, 16)), format: 'dd/mm/yyyy' }],
          ['Người lập:', 'Văn phòng Liên hiệp hội'],
          ['Điện thoại:', '0220 3 000 057'],
          ['Số, ký hiệu văn bản:', '118/BC-LHH ngày 16/11/2026'],
        ],
      },
      {
        name: 'Số liệu',
        rows: [
          ['Nội dung', 'Tháng 11/2026'],
          ['Hội thảo, hội nghị, tập huấn (cuộc)', 9],
          ['Lượt người dự', 620],
          ['Tin, bài trên tạp chí, bản tin (bài)', 24],
          ['Bài trên trang thông tin điện tử của Liên hiệp hội (bài)', 35],
          ['Bài trên mạng xã hội (bài)', 18],
          ['Kinh phí thực hiện (đồng)', { value: 31500000, format: '#,##0' }],
          ['Đề xuất, kiến nghị', 'Đề nghị cho phép sử dụng kinh phí tư vấn, phản biện để tuyên truyền Nghị quyết.'],
        ],
      },
      {
        name: 'Hướng dẫn',
        rows: [
          ['Cách ghi'],
          ['Hội nghị: ghi số nguyên, ví dụ 3'],
          ['Lượt người dự: ví dụ 250'],
          ['Kinh phí: triệu đồng, ví dụ 12,5'],
        ],
      },
    ]),
  expected: {
    hoi_nghi: 9,
    nguoi_du: 620,
    tin_bai: 24,
    cong_ttdt: 35,
    mang_xa_hoi: 18,
    kinh_phi: 31.5,
    van_ban: '118/BC-LHH ngày 16/11/2026',
    kien_nghi: 'Đề nghị cho phép sử dụng kinh phí tư vấn, phản biện để tuyên truyền Nghị quyết.',
  },
  doubtful: [],
};
