import type { CorpusDocument } from './corpus-document.ts';
import { body, head, NOVEMBER, rows } from './second-sight-word.ts';
import { excel } from './sheet-parts.ts';
import { paras, signature, table, title, word } from './word-parts.ts';

/** Ten more layouts, written after the reader and judged as it stood: the first result stands in `reading.test.ts`. */
export const THIRD_SIGHT: readonly CorpusDocument[] = [
  {
    name: 'UBND huyen Thanh Ha - BC tuyen truyen T11.docx',
    about: 'two pairs of label and figure beside each other in every row',
    period: '2026-11',
    unit: 'HTHA',
    bytes: () =>
      word([
        head('UBND TỈNH HẢI DƯƠNG', 'UBND HUYỆN THANH HÀ', 'BC-UBND', NOVEMBER),
        ...title('Kết quả tuyên truyền Nghị quyết 57-NQ/TW tháng 11 năm 2026'),
        table(
          rows(`Nội dung|Số lượng|Nội dung|Số lượng
          Hội nghị, tập huấn|5|Lượt người tham dự|430
          Tin, bài trên Cổng TTĐT|22|Bài trên Fanpage, Zalo|41
          Tin, bài phát thanh cơ sở|96|Pa nô, băng rôn, tờ rơi|350`),
        ),
        ...paras('Kinh phí thực hiện: 14,2 triệu đồng.'),
        signature('TM. ỦY BAN NHÂN DÂN\nPHÓ CHỦ TỊCH', '(đã ký)', 'Sở KH&CN'),
      ]),
    expected: {
      hoi_nghi: 5,
      nguoi_du: 430,
      cong_ttdt: 22,
      mang_xa_hoi: 41,
      phat_thanh: 96,
      truc_quan: 350,
      kinh_phi: 14.2,
    },
    doubtful: [],
  },
  {
    name: 'Bo CHQS tinh - bao cao thang 11.docx',
    about: 'a numbered list; one item gives two figures of two fields, apart by a stroke',
    period: '2026-11',
    unit: 'BCHQS',
    bytes: () =>
      word([
        head('QUÂN KHU 3', 'BỘ CHỈ HUY QUÂN SỰ TỈNH HẢI DƯƠNG', 'BC-BCH', NOVEMBER),
        ...title('Kết quả tuyên truyền thực hiện Nghị quyết số 57-NQ/TW tháng 11/2026'),
        ...body(`#I. KẾT QUẢ
        1) Học tập, quán triệt: 08 buổi/1.126 lượt cán bộ, chiến sĩ.
        2) Phát thanh nội bộ: 45 lượt tin.
        3) Bài đăng trên Trang thông tin điện tử: 06.
        4) Khẩu hiệu, băng rôn: 24.
        5) Kinh phí: không.
        #II. KHÓ KHĂN
        Đơn vị đóng quân phân tán.`),
        signature('CHÍNH ỦY', '(đã ký)', 'Sở KH&CN'),
      ]),
    expected: { phat_thanh: 45, cong_ttdt: 6, truc_quan: 24, kinh_phi: 0, vuong_mac: 'Đơn vị đóng quân phân tán.' },
    doubtful: ['hoi_nghi', 'nguoi_du'],
  },
  {
    name: 'CCB tinh bieu so lieu.xlsx',
    about: 'the measures stand in the second column, the figure behind its unit, last the sum since January',
    period: '2026-11',
    unit: 'HCCB',
    bytes: () =>
      excel([
        {
          name: 'T11',
          rows: [
            ['HỘI CỰU CHIẾN BINH TỈNH HẢI DƯƠNG'],
            ['SỐ LIỆU TUYÊN TRUYỀN NGHỊ QUYẾT 57 - THÁNG 11/2026'],
            ['TT', 'Chỉ tiêu', 'ĐVT', 'Trong tháng', 'Từ đầu năm', 'Ghi chú'],
            [1, 'Hội nghị tuyên truyền', 'Hội nghị', 7, 61, ''],
            [2, 'Số hội viên tham dự', 'Lượt', 840, 7215, ''],
            [3, 'Tin bài trên Trang TTĐT Hội', 'Tin', 5, 48, ''],
            [4, 'Tin bài gửi Báo Hải Dương', 'Bài', 2, 19, 'đã đăng'],
            [5, 'Kinh phí', 'Triệu đồng', 6.5, 70.2, ''],
          ],
          merges: ['A1:F1', 'A2:F2'],
        },
      ]),
    expected: { hoi_nghi: 7, nguoi_du: 840, cong_ttdt: 5, tin_bai: 2, kinh_phi: 6.5 },
    doubtful: [],
  },
  {
    name: 'SNNMT phu luc 1.xlsx',
    about: 'every total has its parts in the rows below it, none of them added',
    period: '2026-11',
    unit: 'SNNMT',
    bytes: () =>
      excel([
        {
          name: 'PL1',
          rows: [
            ['SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG'],
            ['Phụ lục 1: Kết quả tuyên truyền tháng 11/2026 (NQ 57)'],
            ['Nội dung', 'Kết quả'],
            ['Hội nghị, hội thảo, tập huấn', 9],
            ['- Hội nghị', 4],
            ['- Tập huấn', 5],
            ['Lượt người dự', 655],
            ['Sản phẩm trực quan', 1240],
            ['- Pa nô', 40],
            ['- Tờ rơi', 1200],
            ['Kinh phí (nghìn đồng)', 32500],
          ],
        },
      ]),
    expected: { hoi_nghi: 9, nguoi_du: 655, truc_quan: 1240, kinh_phi: 32.5 },
    doubtful: [],
  },
  {
    name: 'BQL KCN - cv gui so lieu.docx',
    about: 'lines with leaders of dots, as from a typewriter',
    period: '2026-11',
    unit: 'BQLKCN',
    bytes: () =>
      word([
        head('UBND TỈNH HẢI DƯƠNG', 'BAN QUẢN LÝ CÁC KCN', 'BQL-VP', NOVEMBER),
        ...paras(
          'Kính gửi: Sở Khoa học và Công nghệ.',
          'Ban Quản lý các khu công nghiệp gửi số liệu tuyên truyền tháng 11 năm 2026:',
          'Hội nghị ........................ 2',
          'Người dự ........................ 118',
          'Tin bài trên trang thông tin điện tử ........ 4',
          'Bài trên Zalo OA ................ 9',
          'Kinh phí ........................ 3 triệu đồng',
        ),
        signature('TRƯỞNG BAN', '(đã ký)', 'Như trên'),
      ]),
    expected: { hoi_nghi: 2, nguoi_du: 118, cong_ttdt: 4, mang_xa_hoi: 9, kinh_phi: 3 },
    doubtful: [],
  },
  {
    name: 'TX Kinh Mon theo tuan.xlsx',
    about: 'four weeks across, and their sum; one sum is wrong',
    period: '2026-11',
    unit: 'TXKM',
    bytes: () =>
      excel([
        {
          name: 'Tháng 11',
          rows: [
            ['UBND THỊ XÃ KINH MÔN'],
            ['TỔNG HỢP TUYÊN TRUYỀN THÁNG 11/2026 THEO TUẦN'],
            ['Chỉ tiêu', 'Tuần 1', 'Tuần 2', 'Tuần 3', 'Tuần 4', 'Cộng tháng'],
            ['Hội nghị', 1, 0, 2, 1, 4],
            ['Lượt người dự', 80, 0, 165, 75, 320],
            ['Tin, bài phát thanh', 30, 28, 31, 29, 128],
            ['Bài đăng mạng xã hội', 12, 15, 11, 14, 52],
          ],
        },
      ]),
    expected: { hoi_nghi: 4, nguoi_du: 320, mang_xa_hoi: 52 },
    doubtful: ['phat_thanh'],
  },
  {
    name: 'So Xay dung - bao cao NQ57.docx',
    about: 'this period stands behind the one before, under heads that say "kỳ trước" and "kỳ này"',
    period: '2026-11',
    unit: 'SXD',
    bytes: () =>
      word([
        head('UBND TỈNH HẢI DƯƠNG', 'SỞ XÂY DỰNG', 'BC-SXD', NOVEMBER),
        ...title('Công tác tuyên truyền Nghị quyết 57 tháng 11/2026'),
        table(
          rows(`STT|Hình thức|Kỳ trước|Kỳ này
          1|Hội nghị, hội thảo|3|2
          2|Số đại biểu tham dự|260|145
          3|Tin bài trên cổng thành phần|14|17
          4|Bài trên Facebook, Zalo Sở|9|12`),
        ),
        ...paras('Kiến nghị: Đề nghị tỉnh sớm ban hành hướng dẫn số hóa hồ sơ quy hoạch.'),
        signature('KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC', '(đã ký)', 'Sở KH&CN'),
      ]),
    expected: {
      hoi_nghi: 2,
      nguoi_du: 145,
      cong_ttdt: 17,
      mang_xa_hoi: 12,
      kien_nghi: 'Đề nghị tỉnh sớm ban hành hướng dẫn số hóa hồ sơ quy hoạch.',
    },
    doubtful: [],
  },
  {
    name: 'Cam Giang so lieu 3 thang.docx',
    about: 'months down, measures across; the last row is this month, none is a total',
    period: '2026-11',
    unit: 'HCG',
    bytes: () =>
      word([
        head('UBND TỈNH HẢI DƯƠNG', 'UBND HUYỆN CẨM GIÀNG', 'BC-UBND', NOVEMBER),
        ...title('Số liệu tuyên truyền Nghị quyết 57'),
        table(
          rows(`Tháng|Hội nghị|Lượt người|Tin phát thanh|Tin trên Cổng TTĐT|Bài Facebook, Zalo
          9/2026|4|310|88|15|30
          10/2026|6|455|92|18|37
          11/2026|5|402|90|21|33`),
        ),
        signature('TM. ỦY BAN NHÂN DÂN\nPHÓ CHỦ TỊCH', '(đã ký)', 'Sở KH&CN'),
      ]),
    expected: { hoi_nghi: 5, nguoi_du: 402, phat_thanh: 90, cong_ttdt: 21, mang_xa_hoi: 33 },
    doubtful: [],
  },
  {
    name: 'SCT bao cao nam 2026.docx',
    about: 'an annual table: last year, this year, the change between them',
    period: '2026',
    unit: 'SCT',
    bytes: () =>
      word([
        head('UBND TỈNH HẢI DƯƠNG', 'SỞ CÔNG THƯƠNG', 'BC-SCT', '12 tháng 12 năm 2026'),
        ...title('Kết quả tuyên truyền thực hiện Nghị quyết số 57-NQ/TW năm 2026'),
        table(
          rows(`Chỉ tiêu|Năm 2025|Năm 2026|Tăng/giảm
          Hội nghị, tập huấn (cuộc)|18|25|+7
          Lượt người dự|1.420|2.055|+635
          Tin, bài trên Trang TTĐT|110|146|+36
          Kinh phí (triệu đồng)|55,5|72,3|+16,8`),
        ),
        signature('GIÁM ĐỐC', '(đã ký)', 'Sở KH&CN'),
      ]),
    expected: { hoi_nghi: 25, nguoi_du: 2055, cong_ttdt: 146, kinh_phi: 72.3 },
    doubtful: [],
  },
  {
    name: 'LDLD tinh - bieu 11.xlsx',
    about: 'a cover sheet, then a sheet of figures kept as text; two are said to be estimates',
    period: '2026-11',
    unit: 'LDLD',
    bytes: () =>
      excel([
        { name: 'Bìa', rows: [['LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI DƯƠNG'], ['Biểu số liệu tháng 11/2026']] },
        {
          name: 'Số liệu',
          rows: [
            ['STT', 'Nội dung', 'Số liệu'],
            ['1', 'Số hội nghị tuyên truyền', '11'],
            ['2', 'Số lượt đoàn viên, người lao động tham dự', '1.380'],
            ['3', 'Số tin bài trên Cổng thông tin điện tử Công đoàn', '16'],
            ['4', 'Số bài đăng Fanpage, Zalo', 'ước 40'],
            ['5', 'Số tờ rơi, băng rôn', 'khoảng 2.000'],
            ['6', 'Kinh phí', '12,5 triệu đồng'],
          ],
        },
      ]),
    expected: { hoi_nghi: 11, nguoi_du: 1380, cong_ttdt: 16, kinh_phi: 12.5 },
    doubtful: ['mang_xa_hoi', 'truc_quan'],
  },
];
