import type { CorpusDocument } from './corpus-document.ts';
import { bold, letterhead, PROVINCE, para, paras, signature, table, title, word } from './word-parts.ts';

const OUTSTANDING_SCT =
  'Lồng ghép giới thiệu Nghị quyết 57 tại hội nghị kết nối cung cầu; 35 doanh nghiệp được hướng dẫn ứng dụng sàn thương mại điện tử.';

export const labelAndValue: CorpusDocument = {
  name: 'BC tuyen truyen NQ57 T11 - So Cong Thuong.docx',
  about: 'clean: two-column label/value table under the national letterhead',
  period: '2026-11',
  unit: 'SCT',
  bytes: () =>
    word([
      letterhead({
        above: PROVINCE,
        agency: 'SỞ CÔNG THƯƠNG',
        number: 'Số:        /BC-SCT',
        placeAndDate: 'Hải Dương, ngày      tháng 11 năm 2026',
      }),
      ...title('Kết quả tuyên truyền thực hiện Nghị quyết số 57-NQ/TW tháng 11 năm 2026'),
      para('Kính gửi: Sở Khoa học và Công nghệ'),
      para(
        'Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh về truyền thông thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, Sở Công Thương báo cáo kết quả tháng 11/2026 (từ ngày 15/10/2026 đến ngày 14/11/2026) như sau:',
      ),
      table([
        ['Nội dung', 'Kết quả'],
        ['Số hội nghị, hội thảo, lớp tập huấn có lồng ghép', '03'],
        ['Số lượt người dự', '250'],
        ['Số tin, bài trên báo, tạp chí, bản tin', '12'],
        ['Số tin, bài, chương trình phát thanh, truyền hình', '04'],
        ['Số tin, bài trên Cổng/Trang thông tin điện tử', '27'],
        ['Số bài đăng trên mạng xã hội chính thức', '41'],
        ['Số sản phẩm trực quan, in ấn', '1.250'],
        ['Kinh phí thực hiện (triệu đồng)', '12,5'],
        ['Kết quả nổi bật', OUTSTANDING_SCT],
        ['Khó khăn, vướng mắc', 'Chưa có kinh phí riêng cho công tác tuyên truyền.'],
        ['Đề xuất, kiến nghị', 'Đề nghị Sở Khoa học và Công nghệ cung cấp tài liệu tuyên truyền dùng chung.'],
      ]),
      signature('KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC', 'Bùi Văn Mẫu', 'Như trên', 'Giám đốc Sở (để báo cáo)'),
    ]),
  expected: {
    hoi_nghi: 3,
    nguoi_du: 250,
    tin_bai: 12,
    phat_thanh: 4,
    cong_ttdt: 27,
    mang_xa_hoi: 41,
    truc_quan: 1250,
    kinh_phi: 12.5,
    ket_qua: OUTSTANDING_SCT,
    vuong_mac: 'Chưa có kinh phí riêng cho công tác tuyên truyền.',
    kien_nghi: 'Đề nghị Sở Khoa học và Công nghệ cung cấp tài liệu tuyên truyền dùng chung.',
  },
  doubtful: [],
};

export const numberedRowsWithNotes: CorpusDocument = {
  name: 'So NNMT bao cao thang 11.2026 (NQ57).docx',
  about: 'STT | Nội dung | ĐVT | Số lượng | Ghi chú; the notes hold other figures; a blank and a dash',
  period: '2026-11',
  unit: 'SNNMT',
  bytes: () =>
    word([
      letterhead({
        above: PROVINCE,
        agency: 'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG',
        number: 'Số: 1874/BC-SNNMT',
        placeAndDate: 'Hải Dương, ngày 16 tháng 11 năm 2026',
      }),
      ...title('Kết quả công tác tuyên truyền thực hiện Nghị quyết 57-NQ/TW tháng 11/2026'),
      bold('I. KẾT QUẢ THỰC HIỆN'),
      table([
        ['STT', 'Nội dung', 'ĐVT', 'Số lượng', 'Ghi chú'],
        ['1', 'Hội nghị, tập huấn có lồng ghép tuyên truyền', 'Hội nghị', '05', 'Tăng 02 hội nghị so với tháng 10'],
        ['2', 'Số lượt người tham dự', 'Lượt người', '1 120', 'Trong đó có 320 cán bộ khuyến nông'],
        ['3', 'Tin, bài trên báo, bản tin', 'Tin, bài', '9', '01 bài trên Báo Nông nghiệp và Môi trường'],
        ['4', 'Tin, bài phát thanh, truyền hình, truyền thanh cơ sở', 'Tin, bài', '36', ''],
        ['5', 'Tin, bài đăng Trang thông tin điện tử của Sở', 'Tin, bài', '18', 'Đạt 90% kế hoạch tháng (20 tin, bài)'],
        ['6', 'Bài đăng mạng xã hội (Zalo OA, Facebook)', 'Bài', '', 'Đang tổng hợp, báo cáo sau'],
        ['7', 'Sản phẩm trực quan (pa-nô, áp phích, tờ rơi)', 'Sản phẩm', '-', ''],
        ['8', 'Kinh phí thực hiện', 'Triệu đồng', '45', 'Nguồn sự nghiệp khoa học năm 2026'],
      ]),
      bold('II. KHÓ KHĂN, VƯỚNG MẮC'),
      para('Cán bộ phụ trách truyền thông kiêm nhiệm, chưa được tập huấn chuyên sâu.'),
      bold('III. ĐỀ XUẤT, KIẾN NGHỊ'),
      para('Đề nghị Sở Khoa học và Công nghệ tổ chức tập huấn kỹ năng truyền thông số trong quý I/2027.'),
      signature('GIÁM ĐỐC', 'Đỗ Văn Mẫu', 'Sở KH&CN', 'Các đơn vị thuộc Sở'),
    ]),
  expected: {
    hoi_nghi: 5,
    nguoi_du: 1120,
    tin_bai: 9,
    phat_thanh: 36,
    cong_ttdt: 18,
    kinh_phi: 45,
    vuong_mac: 'Cán bộ phụ trách truyền thông kiêm nhiệm, chưa được tập huấn chuyên sâu.',
    kien_nghi: 'Đề nghị Sở Khoa học và Công nghệ tổ chức tập huấn kỹ năng truyền thông số trong quý I/2027.',
  },
  doubtful: ['truc_quan'],
};

export const beforeNowCumulative: CorpusDocument = {
  name: 'Gia Lộc - báo cáo tháng 11.docx',
  about: 'columns: previous period, this period, cumulative; zeros this time where there was something before',
  period: '2026-11',
  unit: 'HGL',
  bytes: () =>
    word([
      letterhead({
        above: 'ỦY BAN NHÂN DÂN',
        agency: 'HUYỆN GIA LỘC',
        number: 'Số:        /BC-UBND',
        placeAndDate: 'Gia Lộc, ngày      tháng 11 năm 2026',
      }),
      ...title('Công tác tuyên truyền thực hiện Nghị quyết số 57-NQ/TW trên địa bàn huyện tháng 11 năm 2026'),
      para('Ủy ban nhân dân huyện Gia Lộc báo cáo kết quả thực hiện như sau:'),
      table([
        ['TT', 'Chỉ tiêu', 'Kỳ trước', 'Kỳ này', 'Luỹ kế từ đầu năm'],
        ['1', 'Số hội nghị, lớp tập huấn', '4', '6', '48'],
        ['2', 'Số người dự (lượt)', '310', '455', '3.980'],
        ['3', 'Tin, bài báo chí', '2', '0', '15'],
        ['4', 'Tin, bài truyền thanh cơ sở', '88', '96', '1.012'],
        ['5', 'Tin, bài trên Trang thông tin điện tử huyện', '14', '11', '137'],
        ['6', 'Bài trên mạng xã hội', '25', '33', '290'],
        ['7', 'Băng zôn, pa-nô, áp phích', '40', '0', '215'],
        ['8', 'Kinh phí (triệu đồng)', '18,2', '20', '176,4'],
      ]),
      ...paras('Trên đây là báo cáo của UBND huyện Gia Lộc, trân trọng gửi Sở Khoa học và Công nghệ tổng hợp./.'),
      signature('TM. ỦY BAN NHÂN DÂN', 'Ngô Văn Mẫu', 'Sở KH&CN', 'TT Huyện ủy'),
    ]),
  expected: {
    hoi_nghi: 6,
    nguoi_du: 455,
    tin_bai: 0,
    phat_thanh: 96,
    cong_ttdt: 11,
    mang_xa_hoi: 33,
    truc_quan: 0,
    kinh_phi: 20,
  },
  doubtful: [],
};

export const groupsAndDong: CorpusDocument = {
  name: '57_CAT_T11.docx',
  about: 'rows in numbered groups (I, 1.1), empty group rows, money in plain đồng with the unit in its own column',
  period: '2026-11',
  unit: 'CAT',
  bytes: () =>
    word([
      letterhead({
        above: 'BỘ CÔNG AN',
        agency: 'CÔNG AN TỈNH HẢI DƯƠNG',
        number: 'Số:        /BC-CAT-PV05',
        placeAndDate: 'Hải Dương, ngày      tháng 11 năm 2026',
      }),
      ...title('Kết quả tuyên truyền Nghị quyết 57 (số liệu từ 15/10 đến 14/11/2026)'),
      table([
        ['TT', 'Nội dung', 'Đơn vị tính', 'Kết quả'],
        [{ t: 'I', bold: true }, { t: 'Tuyên truyền trực tiếp', bold: true }, '', ''],
        ['1.1', 'Số hội nghị, buổi sinh hoạt có lồng ghép', 'buổi', '22'],
        ['1.2', 'Số lượt cán bộ, chiến sĩ và Nhân dân tham dự', 'lượt người', '2.640'],
        [{ t: 'II', bold: true }, { t: 'Tuyên truyền qua báo chí', bold: true }, '', ''],
        ['2.1', 'Tin, bài trên báo, bản tin Công an Hải Dương', 'tin, bài', '31'],
        ['2.2', 'Chuyên mục An ninh Hải Dương trên sóng truyền hình', 'chương trình', '4'],
        [{ t: 'III', bold: true }, { t: 'Tuyên truyền trên môi trường mạng', bold: true }, '', ''],
        ['3.1', 'Tin, bài trên Cổng thông tin điện tử Công an tỉnh', 'tin, bài', '52'],
        ['3.2', 'Bài đăng trên trang Facebook, Zalo chính thức', 'bài', '118'],
        [{ t: 'IV', bold: true }, { t: 'Khác', bold: true }, '', ''],
        ['4.1', 'Sản phẩm tuyên truyền trực quan, tờ rơi', 'sản phẩm', '3.000'],
        ['4.2', 'Kinh phí thực hiện', 'đồng', '12.500.000'],
      ]),
      signature('KT. GIÁM ĐỐC', 'Đại tá Nguyễn Văn Mẫu', 'Sở KH&CN'),
    ]),
  expected: {
    hoi_nghi: 22,
    nguoi_du: 2640,
    tin_bai: 31,
    phat_thanh: 4,
    cong_ttdt: 52,
    mang_xa_hoi: 118,
    truc_quan: 3000,
    kinh_phi: 12.5,
  },
  doubtful: [],
};

export const planDoneRatio: CorpusDocument = {
  name: 'BC Quan su tinh - NQ57 - 11.docx',
  about:
    'columns target, done, ratio in %; the done column has its own heading "TH tháng 11"; a sub-row of a figure ("trong đó")',
  period: '2026-11',
  unit: 'BCHQS',
  bytes: () =>
    word([
      letterhead({
        above: 'QUÂN KHU 3',
        agency: 'BỘ CHỈ HUY QUÂN SỰ TỈNH HẢI DƯƠNG',
        number: 'Số:        /BC-BCH',
        placeAndDate: 'Hải Dương, ngày 13 tháng 11 năm 2026',
      }),
      ...title('Kết quả tuyên truyền, học tập Nghị quyết số 57-NQ/TW tháng 11 năm 2026'),
      table([
        ['STT', 'Nội dung', 'KH tháng 11', 'TH tháng 11', 'Tỷ lệ (%)'],
        ['1', 'Hội nghị, buổi sinh hoạt chính trị', '10', '12', '120'],
        ['2', 'Số lượt người dự', '900', '1.040', '115,6'],
        ['', '- Trong đó: dân quân tự vệ', '400', '380', '95'],
        ['3', 'Tin, bài báo chí', '5', '5', '100'],
        ['4', 'Tin, bài truyền thanh nội bộ', '60', '58', '96,7'],
        ['5', 'Khẩu hiệu, pa-nô, áp phích', '20', '24', '120'],
        ['6', 'Kinh phí (triệu đồng)', '15', '14,2', '94,7'],
      ]),
      signature('CHÍNH ỦY', 'Đại tá Trần Văn Mẫu', 'Sở KH&CN'),
    ]),
  expected: { hoi_nghi: 12, nguoi_du: 1040, tin_bai: 5, phat_thanh: 58, truc_quan: 24, kinh_phi: 14.2 },
  doubtful: [],
};
