import type { CorpusDocument } from './corpus-document.ts';
import { excel, LETTERHEAD_MERGES, letterheadRows, type SheetValue } from './sheet-parts.ts';

/** Rows a line each, cells apart by "|"; digits alone are a number, after "'" they stay text, "=F => 3" is a formula. */
function grid(text: string): SheetValue[][] {
  return text
    .trim()
    .split('\n')
    .map((line) =>
      line.split('|').map((part): SheetValue => {
        const cell = part.trim();
        const [, formula, result] = /^=(.+) => ([\d.]+)$/.exec(cell) ?? [];
        if (formula !== undefined) return { formula, result: Number(result) };
        if (cell === '') return null;
        if (/^\d+(\.\d+)?$/.test(cell)) return Number(cell);
        return cell.startsWith("'") ? cell.slice(1) : cell;
      }),
    );
}

const one = (name: string, rows: SheetValue[][], merges: readonly string[] = []) => excel([{ name, rows, merges }]);

/** The Front's sheet of one month. */
const front = (month: number, values: readonly number[]) => ({
  name: `T${month}`,
  rows: [
    [`MẶT TRẬN TỔ QUỐC TỈNH - SỐ LIỆU TUYÊN TRUYỀN NQ 57 THÁNG ${month}/2026`],
    [],
    ['Hội nghị', 'Người dự', 'Bản tin MT', 'Trang TTĐT', 'Facebook + Zalo', 'Kinh phí (trđ)'],
    values,
  ],
  merges: ['A1:F1'],
});

export const SECOND_SIGHT_SHEETS: readonly CorpusDocument[] = [
  {
    name: 'SNV_Phu luc so lieu thang 11.xlsx',
    about: 'one table; the figures are texts with their unit behind',
    period: '2026-11',
    unit: 'SNV',
    bytes: () =>
      one(
        'Phụ lục',
        [
          ...letterheadRows('UBND TỈNH HẢI DƯƠNG', 'SỞ NỘI VỤ'),
          ...grid(`PHỤ LỤC: KẾT QUẢ TUYÊN TRUYỀN NGHỊ QUYẾT 57 (THÁNG 11/2026)

          STT|Hình thức tuyên truyền|Kết quả|Ghi chú
          1|Lồng ghép tại hội nghị, lớp bồi dưỡng|03 hội nghị|02 HN giao ban, 01 lớp bồi dưỡng CCVC
          2|Số người tham dự|154 lượt người|
          3|Đăng tải trên Trang TTĐT Sở|11 tin, bài|Chuyên mục CCHC - CĐS
          4|Đăng trên Zalo, Facebook|08 bài|
          5|Kinh phí|5,5 triệu đồng|Nguồn chi thường xuyên năm 2026
          6|Khó khăn, vướng mắc|Kinh phí tuyên truyền còn hạn hẹp|`),
        ],
        [...LETTERHEAD_MERGES, 'A4:F4'],
      ),
    expected: {
      hoi_nghi: 3,
      nguoi_du: 154,
      cong_ttdt: 11,
      mang_xa_hoi: 8,
      kinh_phi: 5.5,
      vuong_mac: 'Kinh phí tuyên truyền còn hạn hẹp',
    },
    doubtful: [],
  },
  {
    name: 'Tong hop cac xa - Gia Loc T11.xlsx',
    about: 'communes down, measures across, the total on top as formulas; money in thousands of đồng',
    period: '2026-11',
    unit: 'HGL',
    bytes: () =>
      one(
        'Tổng hợp',
        grid(`UBND HUYỆN GIA LỘC
        BIỂU TỔNG HỢP TUYÊN TRUYỀN NQ57 CÁC XÃ, THỊ TRẤN - THÁNG 11 NĂM 2026

        TT|Đơn vị|Số hội nghị|Số người dự|Tin, bài truyền thanh|Trang TTĐT|Fanpage, Zalo|Băng rôn, khẩu hiệu|Kinh phí (1.000đ)
        |TOÀN HUYỆN|=SUM(C6:C10) => 9|=SUM(D6:D10) => 733|=SUM(E6:E10) => 71|=SUM(F6:F10) => 26|=SUM(G6:G10) => 60|=SUM(H6:H10) => 38|=SUM(I6:I10) => 24600
        1|Cơ quan huyện|2|210|16|12|14|10|9000
        2|TT Gia Lộc|2|165|15|5|16|8|5200
        3|Xã Yết Kiêu|2|140|14|4|12|8|4100
        4|Xã Toàn Thắng|1|98|12|2|9|6|3300
        5|Xã Hoàng Diệu|2|120|14|3|9|6|3000`),
        ['A1:I1', 'A2:I2'],
      ),
    expected: {
      hoi_nghi: 9,
      nguoi_du: 733,
      phat_thanh: 71,
      cong_ttdt: 26,
      mang_xa_hoi: 60,
      truc_quan: 38,
      kinh_phi: 24.6,
    },
    doubtful: [],
  },
  {
    name: 'MTTQ so lieu NQ57 nam 2026.xlsx',
    about: 'one sheet a month, opened at the month before',
    period: '2026-11',
    unit: 'MTTQ',
    bytes: () =>
      excel(
        [front(9, [3, 260, 5, 10, 21, 6]), front(10, [5, 410, 4, 13, 30, 8.5]), front(11, [8, 692, 6, 15, 44, 10.2])],
        1,
      ),
    expected: { hoi_nghi: 8, nguoi_du: 692, tin_bai: 6, cong_ttdt: 15, mang_xa_hoi: 44, kinh_phi: 10.2 },
    doubtful: [],
  },
  {
    name: 'Theo doi tuyen truyen SCT 2026.xlsx',
    about: 'the twelve months across, the rest of the year blank, the sum of the year at the end',
    period: '2026-10',
    unit: 'SCT',
    bytes: () =>
      one(
        'Theo dõi',
        grid(`SỞ CÔNG THƯƠNG - BẢNG THEO DÕI TUYÊN TRUYỀN NQ 57 NĂM 2026
        Nội dung|ĐVT|T1|T2|T3|T4|T5|T6|T7|T8|T9|T10|T11|T12|Cộng
        HN, hội thảo, tập huấn|cuộc|1|0|2|1|3|2|1|2|2|4|||=SUM(C3:N3) => 18
        Lượt DN, người tham dự|lượt|60|0|130|75|190|140|55|120|145|268|||=SUM(C4:N4) => 1183
        Bản tin Công Thương|tin, bài|5|4|6|6|5|7|6|6|8|9|||=SUM(C5:N5) => 62
        Cổng TTĐT Sở|tin, bài|8|6|10|9|11|12|9|10|13|14|||=SUM(C6:N6) => 102
        Tờ rơi, cẩm nang TMĐT|bản|0|0|200|0|300|0|0|250|0|400|||=SUM(C7:N7) => 1150
        Kinh phí|tr.đ|2.5|0|4|1.5|7.3|3.2|1|4.4|3.9|6.2|||=SUM(C8:N8) => 34`),
        ['A1:O1'],
      ),
    expected: { hoi_nghi: 4, nguoi_du: 268, tin_bai: 9, cong_ttdt: 14, truc_quan: 400, kinh_phi: 6.2 },
    doubtful: [],
  },
  {
    name: 'Nhat ky hoat dong HND tinh (15.10-14.11).xlsx',
    about: 'a diary of what was done, day by day, with the totals in a line below',
    period: '2026-11',
    unit: 'HND',
    bytes: () =>
      one(
        'Nhật ký',
        grid(`HỘI NÔNG DÂN TỈNH HẢI DƯƠNG
        Các hoạt động tuyên truyền NQ57 từ 15/10/2026 đến 14/11/2026 (kỳ báo cáo tháng 11)

        Ngày|Hoạt động|Địa điểm|Số người
        20/10/2026|Hội nghị tuyên truyền nông nghiệp số|Huyện Ninh Giang|120
        27/10/2026|Tập huấn truy xuất nguồn gốc nông sản|Huyện Thanh Miện|95
        04/11/2026|Hội nghị phổ biến NQ 57 cho chi hội trưởng|TX Kinh Môn|187
        11/11/2026|Tập huấn bán hàng trên sàn TMĐT|Huyện Tứ Kỳ|110
        Cộng|4 hội nghị, tập huấn||=SUM(D5:D8) => 512

        Ngoài ra: đăng 12 bài trên Fanpage Hội Nông dân tỉnh; đăng một số tin trên trang TTĐT.
        Vướng mắc: Nông dân khó tiếp cận vốn để đầu tư công nghệ cao.`),
        ['A1:D1', 'A2:D2', 'A11:D11', 'A12:D12'],
      ),
    expected: {
      hoi_nghi: 4,
      nguoi_du: 512,
      mang_xa_hoi: 12,
      vuong_mac: 'Nông dân khó tiếp cận vốn để đầu tư công nghệ cao.',
    },
    doubtful: [],
  },
  {
    name: 'LHH - bieu 6 thang.xlsx',
    about: 'two quarters, their half-year and the plan of the year; a dash for nothing',
    period: '2026-H1',
    unit: 'LHHKHKT',
    bytes: () =>
      one('Biểu 01', [
        ['LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT TỈNH'],
        ['Biểu 01: Kết quả tuyên truyền NQ 57-NQ/TW 6 tháng đầu năm 2026'],
        ['Chỉ tiêu', 'Quý I', 'Quý II', '6 tháng', 'Kế hoạch năm', 'Tỷ lệ'],
        ['Hội thảo khoa học, tập huấn', 3, 5, 8, 15, { value: 8 / 15, format: '0.0%' }],
        ['Lượt đại biểu', 210, 385, 595, 1000, { value: 0.595, format: '0.0%' }],
        ['Bài trên tạp chí, bản tin của Liên hiệp hội', 12, 14, 26, 50, { value: 0.52, format: '0.0%' }],
        ['Phát thanh, truyền hình', 1, 2, 3, 6, { value: 0.5, format: '0.0%' }],
        ['Tin, bài trên website', 18, 25, 43, 80, { value: 43 / 80, format: '0.0%' }],
        ['Pa nô, tờ rơi', '-', '-', '-', 500, null],
        ['Kinh phí (triệu đồng)', 14.5, 22, 36.5, 70, { value: 36.5 / 70, format: '0.0%' }],
      ]),
    expected: { hoi_nghi: 8, nguoi_du: 595, tin_bai: 26, phat_thanh: 3, cong_ttdt: 43, kinh_phi: 36.5 },
    doubtful: ['truc_quan'],
  },
  {
    name: 'BQL KCN bc t11.xlsx',
    about: 'abbreviations; a thousand set off by a comma as text; money in đồng',
    period: '2026-11',
    unit: 'BQLKCN',
    bytes: () =>
      one('Sheet1', [
        ...grid(`BQL CÁC KCN TỈNH
        SL t/truyền NQ57 - T11/2026

        Số HN, TH có lồng ghép NQ57|7
        Số lượt CNLĐ, DN dự|'1,250
        Tin/bài Cổng TTĐT Ban|'19
        Bài đăng MXH (Zalo OA)|'22
        Pano + áp phích tại cổng KCN|16`),
        ['Kinh phí (đồng)', { value: 7_400_000, format: '#,##0' }],
        ['KQ nổi bật', '12 DN trong KCN đăng ký tham gia chương trình nhà máy thông minh'],
      ]),
    expected: {
      hoi_nghi: 7,
      cong_ttdt: 19,
      mang_xa_hoi: 22,
      truc_quan: 16,
      kinh_phi: 7.4,
      ket_qua: '12 DN trong KCN đăng ký tham gia chương trình nhà máy thông minh',
    },
    doubtful: ['nguoi_du'],
  },
  {
    name: 'So VHTTDL tong ket nam 2026.xlsx',
    about: 'years and plan down, measures across; parts and their total side by side; money in billions',
    period: '2026',
    unit: 'SVHTTDL',
    bytes: () =>
      one(
        'Tổng kết',
        grid(`SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH
        TỔNG KẾT TUYÊN TRUYỀN NGHỊ QUYẾT 57 NĂM 2026
        |Hội nghị, tập huấn|Lượt người dự|Tuyên truyền trực quan||||Báo chí|Mạng xã hội|Kinh phí (tỷ đồng)
        |(cuộc)|(lượt)|Pa nô|Băng rôn|Tờ rơi|Tổng số|(tin, bài)|(bài)|
        Thực hiện 2025|22|3150|28|170|9000|9198|75|260|0.9
        Kế hoạch 2026|30|4500|30|200|12000|12230|90|350|1.3
        Thực hiện 2026|31|khoảng 5.200|34|210|12000|12244|97|381|1.25
        So KH (%)|103.3|115.6|113.3|105|100|100.1|107.8|108.9|96.2`),
        ['A1:J1', 'A2:J2', 'D3:G3'],
      ),
    expected: { hoi_nghi: 31, truc_quan: 12244, tin_bai: 97, mang_xa_hoi: 381, kinh_phi: 1250 },
    doubtful: ['nguoi_du'],
  },
];
