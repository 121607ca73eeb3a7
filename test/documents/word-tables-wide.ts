import { type CorpusDocument, FIGURES } from './corpus-document.ts';
import { bold, centred, letterhead, PROVINCE, para, paras, signature, table, title, word } from './word-parts.ts';

export const headingsOnTop: CorpusDocument = {
  name: 'Bao HD - tong hop T11.docx',
  about: 'no letterhead; a horizontal table: headings on top, one row of values, short labels',
  period: '2026-11',
  unit: 'BAOHD',
  bytes: () =>
    word([
      centred('BÁO HẢI DƯƠNG', { bold: true }),
      centred('TỔNG HỢP KẾT QUẢ TUYÊN TRUYỀN NGHỊ QUYẾT 57 THÁNG 11/2026', { bold: true }),
      para(''),
      table([
        [
          'HN, hội thảo',
          'Lượt người dự',
          'Tin, bài báo in, báo điện tử',
          'PT-TH',
          'Cổng TTĐT',
          'MXH',
          'SP trực quan',
          'Kinh phí (tr.đ)',
        ],
        ['01', '85', '164', '0', '72', '203', '0', '36,8'],
      ]),
      para(''),
      para([]),
      bold('Ghi chú:'),
      para('Chuyên mục “Khoa học, công nghệ và chuyển đổi số” ra 02 kỳ mỗi tuần, trên trang 3 và báo điện tử.'),
      signature('TỔNG BIÊN TẬP', 'Phạm Văn Mẫu', 'Sở KH&CN'),
    ]),
  expected: {
    hoi_nghi: 1,
    nguoi_du: 85,
    tin_bai: 164,
    phat_thanh: 0,
    cong_ttdt: 72,
    mang_xa_hoi: 203,
    truc_quan: 0,
    kinh_phi: 36.8,
  },
  doubtful: [],
};

export const mergedHeadings: CorpusDocument = {
  name: 'SGDDT_Bieu tong hop NQ57_thang 11.docx',
  about: 'two levels of merged headings, a row with column numbers (1) (2) ..., one row of values for the whole sector',
  period: '2026-11',
  unit: 'SGDDT',
  bytes: () =>
    word([
      letterhead({
        above: PROVINCE,
        agency: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
        number: 'Số:        /BC-SGDĐT',
        placeAndDate: 'Hải Dương, ngày      tháng 11 năm 2026',
      }),
      ...title('Kết quả tuyên truyền thực hiện Nghị quyết số 57-NQ/TW trong ngành Giáo dục tháng 11 năm 2026'),
      table(
        [
          [
            { t: 'Đơn vị', rows: 2 },
            { t: 'Tuyên truyền miệng', span: 2 },
            { t: 'Báo chí, phát thanh', span: 2 },
            { t: 'Môi trường mạng', span: 2 },
            { t: 'Trực quan, in ấn (sản phẩm)', rows: 2 },
            { t: 'Kinh phí (triệu đồng)', rows: 2 },
          ],
          [
            'Số hội nghị, lớp tập huấn',
            'Lượt người dự',
            'Tin, bài báo, bản tin',
            'Phát thanh, truyền hình',
            'Cổng, trang TTĐT',
            'Mạng xã hội',
          ],
          ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)'],
          ['Toàn ngành', '48', '12.360', '25', '17', '312', '540', '4.200', '86'],
        ],
        3,
      ),
      ...paras(
        'Các trường học lồng ghép nội dung Nghị quyết vào giờ chào cờ, sinh hoạt lớp và ngày hội STEM.',
        'Trên đây là báo cáo của Sở Giáo dục và Đào tạo./.',
      ),
      signature('KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC', 'Hoàng Văn Mẫu', 'Sở KH&CN', 'Các phòng thuộc Sở'),
    ]),
  expected: {
    hoi_nghi: 48,
    nguoi_du: 12360,
    tin_bai: 25,
    phat_thanh: 17,
    cong_ttdt: 312,
    mang_xa_hoi: 540,
    truc_quan: 4200,
    kinh_phi: 86,
  },
  doubtful: [],
};

const WARDS_HEAD = ['TT', 'Phường, xã', 'Hội nghị', 'Lượt người', 'Tin phát thanh', 'Bài Zalo, FB', 'Pa-nô, băng-rôn'];

export const wardsWithoutTotal: CorpusDocument = {
  name: 'TP Hai Duong - phu luc so lieu cac phuong.docx',
  about:
    'figures per ward and no total: a reader would have to sum them; a figure for one ward must not be taken for all',
  period: '2026-11',
  unit: 'TPHD',
  bytes: () =>
    word([
      centred('PHỤ LỤC', { bold: true }),
      centred('Số liệu tuyên truyền Nghị quyết 57 tháng 11/2026 của các phường, xã', { bold: true }),
      centred('(Kèm theo Báo cáo số 512/BC-UBND ngày 17/11/2026 của UBND thành phố Hải Dương)', { italics: true }),
      table([
        WARDS_HEAD,
        ['1', 'Phường Nguyễn Trãi', '2', '120', '30', '12', '5'],
        ['2', 'Phường Trần Phú', '1', '65', '28', '15', '8'],
        ['3', 'Phường Lê Thanh Nghị', '3', '210', '31', '9', '4'],
        ['4', 'Phường Hải Tân', '1', '80', '30', '7', '6'],
        ['5', 'Phường Tứ Minh', '2', '140', '29', '20', '10'],
        ['6', 'Xã An Thượng', '1', '55', '30', '3', '2'],
      ]),
    ]),
  expected: {},
  doubtful: ['hoi_nghi', 'nguoi_du', 'phat_thanh', 'mang_xa_hoi', 'truc_quan'],
};

export const wardsWithTotal: CorpusDocument = {
  name: 'Kinh Môn BC NQ57 tháng 11-2026.docx',
  about: 'figures per ward with a total row at the end; the town itself is one of the rows; money only in the prose',
  period: '2026-11',
  unit: 'TXKM',
  bytes: () =>
    word([
      letterhead({
        above: 'ỦY BAN NHÂN DÂN',
        agency: 'THỊ XÃ KINH MÔN',
        number: 'Số:        /BC-UBND',
        placeAndDate: 'Kinh Môn, ngày      tháng 11 năm 2026',
      }),
      ...title('Kết quả tuyên truyền thực hiện Nghị quyết số 57-NQ/TW tháng 11 năm 2026'),
      para('Kết quả cụ thể của thị xã và các phường, xã như sau:'),
      table([
        [...WARDS_HEAD.slice(0, 4), 'Tin, bài truyền thanh', 'Bài mạng xã hội', 'Trực quan'],
        ['1', 'Cấp thị xã', '2', '230', '26', '31', '20'],
        ['2', 'Phường An Lưu', '1', '75', '30', '8', '4'],
        ['3', 'Phường Hiệp Sơn', '1', '60', '30', '11', '3'],
        ['4', 'Phường Phạm Thái', '0', '0', '28', '5', '2'],
        ['5', 'Xã Lê Ninh', '1', '48', '29', '6', '2'],
        [{ t: 'Tổng cộng', span: 2, bold: true }, '5', '413', '143', '61', '31'],
      ]),
      para(
        'Kinh phí thực hiện trong tháng của toàn thị xã là 0,0225 tỷ đồng (22,5 triệu đồng), từ nguồn sự nghiệp văn hóa.',
      ),
      bold('Khó khăn, vướng mắc'),
      para('Hệ thống truyền thanh của 02 xã xuống cấp, chưa được nâng cấp thành truyền thanh thông minh.'),
      signature('TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', 'Vũ Văn Mẫu', 'Sở KH&CN'),
    ]),
  expected: {
    hoi_nghi: 5,
    nguoi_du: 413,
    phat_thanh: 143,
    mang_xa_hoi: 61,
    truc_quan: 31,
    kinh_phi: 22.5,
    vuong_mac: 'Hệ thống truyền thanh của 02 xã xuống cấp, chưa được nâng cấp thành truyền thanh thông minh.',
  },
  doubtful: [],
};

export const noDiacritics: CorpusDocument = {
  name: 'bao cao so xay dung.docx',
  about:
    'typed without diacritics, abbreviated labels, spaces in thousands; also the plan of next month in a second table',
  period: '2026-11',
  unit: 'SXD',
  bytes: () =>
    word([
      centred('UBND TINH HAI DUONG - SO XAY DUNG'),
      centred('BAO CAO TUYEN TRUYEN NQ 57 THANG 11/2026', { bold: true }),
      bold('1. Ket qua trong thang'),
      table([
        ['Noi dung', 'So luong'],
        ['So HN, hoi thao, lop tap huan', '02'],
        ['So luot nguoi du HN', '1 035'],
        ['Tin, bai tren bao, tap chi', '06'],
        ['Tin, bai PT-TH', '03'],
        ['Tin, bai tren cong TTDT', '15'],
        ['Bai dang MXH (Zalo, FB)', '22'],
        ['San pham truc quan, in an', '160'],
        ['Kinh phi', 'khong'],
      ]),
      bold('2. Kho khan, vuong mac'),
      para('Khong co.'),
      bold('3. Ke hoach thang 12/2026'),
      table([
        ['Noi dung', 'Du kien'],
        ['So HN, hoi thao, lop tap huan', '04'],
        ['So luot nguoi du HN', '800'],
        ['Kinh phi (trieu dong)', '30'],
      ]),
    ]),
  expected: {
    hoi_nghi: 2,
    nguoi_du: 1035,
    tin_bai: 6,
    phat_thanh: 3,
    cong_ttdt: 15,
    mang_xa_hoi: 22,
    truc_quan: 160,
    kinh_phi: 0,
    vuong_mac: 'Khong co.',
  },
  doubtful: [],
};

export const wrongPeriod: CorpusDocument = {
  name: 'Bao cao NQ57 thang 10 huyen Kim Thanh.docx',
  about: 'sent for November, but title, window and date are those of October: everything doubtful',
  period: '2026-11',
  unit: 'HKT',
  bytes: () =>
    word([
      letterhead({
        above: 'ỦY BAN NHÂN DÂN',
        agency: 'HUYỆN KIM THÀNH',
        number: 'Số: 398/BC-UBND',
        placeAndDate: 'Kim Thành, ngày 15 tháng 10 năm 2026',
      }),
      ...title('Kết quả tuyên truyền thực hiện Nghị quyết số 57-NQ/TW tháng 10 năm 2026'),
      para('Từ ngày 15/9/2026 đến ngày 14/10/2026, UBND huyện Kim Thành đã triển khai các hoạt động sau:'),
      table([
        ['Nội dung', 'Số lượng'],
        ['Hội nghị, tập huấn', '04'],
        ['Lượt người dự', '360'],
        ['Tin, bài báo chí', '03'],
        ['Phát thanh, truyền thanh', '75'],
        ['Cổng, trang TTĐT', '09'],
        ['Mạng xã hội', '17'],
        ['Trực quan, in ấn', '50'],
        ['Kinh phí (triệu đồng)', '10'],
      ]),
      signature('TM. ỦY BAN NHÂN DÂN', 'Đặng Văn Mẫu', 'Sở KH&CN'),
    ]),
  expected: {},
  doubtful: [...FIGURES],
};
