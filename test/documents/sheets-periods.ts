import type { CorpusDocument } from './corpus-document.ts';
import { excel, LETTERHEAD_MERGES, letterheadRows, type SheetSource } from './sheet-parts.ts';

const LABELS = [
  'Số hội nghị, tập huấn lồng ghép',
  'Số lượt người dự',
  'Tin, bài báo chí, bản tin',
  'Tin, bài phát thanh, truyền hình',
  'Tin, bài cổng, trang TTĐT',
  'Bài đăng mạng xã hội',
  'Sản phẩm trực quan, in ấn',
  'Kinh phí (triệu đồng)',
];

/** January to November; December is still empty. */
const UNION_MONTHS = [
  [2, 3, 4, 3, 6, 3, 2, 3, 4, 3, 5],
  [110, 160, 240, 180, 520, 170, 95, 150, 230, 185, 315],
  [4, 5, 6, 5, 11, 6, 4, 5, 7, 6, 8],
  [1, 1, 2, 1, 4, 2, 1, 1, 2, 1, 2],
  [10, 12, 15, 13, 22, 14, 11, 12, 16, 14, 17],
  [20, 25, 31, 28, 60, 30, 22, 24, 35, 29, 38],
  [0, 100, 250, 0, 1200, 0, 0, 150, 300, 0, 400],
  [3, 4.5, 8, 3.2, 25, 4, 2.8, 5, 9.5, 3.6, 11.2],
];

export const twelveMonths: CorpusDocument = {
  name: 'LDLD tinh theo doi NQ57 ca nam 2026.xlsx',
  about: 'twelve months side by side, of which November is this period; December blank; the year by formula',
  period: '2026-11',
  unit: 'LDLD',
  bytes: () =>
    excel([
      {
        name: 'Năm 2026',
        rows: [
          ['LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI DƯƠNG'],
          ['BẢNG THEO DÕI KẾT QUẢ TUYÊN TRUYỀN NGHỊ QUYẾT 57 NĂM 2026'],
          ['TT', 'Nội dung', ...Array.from({ length: 12 }, (_, month) => `Tháng ${month + 1}`), 'Cả năm'],
          ...LABELS.map((label, index) => {
            const months = UNION_MONTHS[index]!;
            const sum = Math.round(months.reduce((a, b) => a + b, 0) * 10) / 10;
            const row = index + 4;
            return [index + 1, label, ...months, null, { formula: `SUM(C${row}:N${row})`, result: sum }];
          }),
        ],
        merges: ['A1:O1', 'A2:O2'],
      },
    ]),
  expected: {
    hoi_nghi: 5,
    nguoi_du: 315,
    tin_bai: 8,
    phat_thanh: 2,
    cong_ttdt: 17,
    mang_xa_hoi: 38,
    truc_quan: 400,
    kinh_phi: 11.2,
  },
  doubtful: [],
};

export const monthAndQuarter: CorpusDocument = {
  name: 'Hoi Nong dan - BC thang 9 va quy III.xlsx',
  about: 'month and quarter in one, cumulative first: Luỹ kế 9 tháng | Quý III | Tháng 9, under one merged heading',
  period: '2026-09',
  unit: 'HND',
  bytes: () =>
    excel([
      {
        name: 'BC T9',
        rows: [
          ...letterheadRows('TRUNG ƯƠNG HỘI NÔNG DÂN VIỆT NAM', 'HỘI NÔNG DÂN TỈNH HẢI DƯƠNG'),
          ['KẾT QUẢ TUYÊN TRUYỀN NGHỊ QUYẾT 57 THÁNG 9 VÀ QUÝ III NĂM 2026'],
          ['STT', 'Chỉ tiêu', 'Kết quả thực hiện', null, null, 'Ghi chú'],
          [null, null, 'Luỹ kế 9 tháng', 'Quý III', 'Tháng 9', null],
          [1, LABELS[0]!, 70, 24, 9, null],
          [2, LABELS[1]!, 5120, 1730, 640, null],
          [3, LABELS[2]!, 31, 10, 4, 'Bản tin Nông dân Hải Dương'],
          [4, LABELS[3]!, 145, 52, 18, null],
          [5, LABELS[4]!, 88, 30, 12, null],
          [6, LABELS[5]!, 260, 97, 35, null],
          [7, LABELS[6]!, 3400, 1200, 500, 'Tờ gấp'],
          [8, LABELS[7]!, 92.5, 31.5, 10.5, null],
        ],
        merges: [...LETTERHEAD_MERGES, 'A4:F4', 'A5:A6', 'B5:B6', 'C5:E5', 'F5:F6'],
      },
    ]),
  expected: {
    hoi_nghi: 9,
    nguoi_du: 640,
    tin_bai: 4,
    phat_thanh: 18,
    cong_ttdt: 12,
    mang_xa_hoi: 35,
    truc_quan: 500,
    kinh_phi: 10.5,
  },
  doubtful: [],
};

function halfYear(name: string, year: number, values: readonly number[], hidden: boolean): SheetSource {
  return {
    name,
    hidden,
    rows: [
      [`SỞ TÀI CHÍNH - KẾT QUẢ TUYÊN TRUYỀN NGHỊ QUYẾT 57 6 THÁNG ĐẦU NĂM ${year}`],
      [`Số liệu từ 15/12/${year - 1} đến 14/6/${year}`],
      ['TT', 'Nội dung', '6 tháng đầu năm', 'Ghi chú'],
      ...LABELS.map((label, index) => [index + 1, label, values[index]!, null]),
    ],
    merges: ['A1:D1', 'A2:D2'],
  };
}

export const hiddenSheet: CorpusDocument = {
  name: 'So Tai chinh - BC 6 thang 2026.xlsx',
  about: 'half-year; the sheet of the year before is still in the file, first and hidden, with the same layout',
  period: '2026-H1',
  unit: 'STC',
  bytes: () =>
    excel(
      [
        halfYear('6T2025', 2025, [9, 710, 14, 5, 48, 66, 300, 41], true),
        halfYear('6T2026', 2026, [13, 985, 22, 7, 75, 104, 650, 58.4], false),
      ],
      1,
    ),
  expected: {
    hoi_nghi: 13,
    nguoi_du: 985,
    tin_bai: 22,
    phat_thanh: 7,
    cong_ttdt: 75,
    mang_xa_hoi: 104,
    truc_quan: 650,
    kinh_phi: 58.4,
  },
  doubtful: [],
};

export const formulas: CorpusDocument = {
  name: 'VP UBND tinh_so lieu tuyen truyen_T11.xlsx',
  about:
    'formulas with kept results: main rows are sums of sub-rows 1.1, 1.2; percent and money formats; a hidden row of October; one #REF!',
  period: '2026-11',
  unit: 'VPUBND',
  bytes: () =>
    excel([
      {
        name: 'Tháng 11',
        rows: [
          ['VĂN PHÒNG UBND TỈNH - TUYÊN TRUYỀN NGHỊ QUYẾT 57 THÁNG 11/2026'],
          ['TT', 'Nội dung', 'Kế hoạch', 'Thực hiện', 'Tỷ lệ'],
          ['1', 'Hội nghị, tập huấn', 4, { formula: 'SUM(D4:D5)', result: 4 }, { value: 1, format: '0%' }],
          ['1.1', 'Trực tiếp', 2, 1, { value: 0.5, format: '0%' }],
          ['1.2', 'Trực tuyến', 2, 3, { value: 1.5, format: '0%' }],
          ['2', 'Lượt người dự', 600, { formula: 'SUM(D7:D8)', result: 742 }, { value: 1.2367, format: '0.0%' }],
          ['2.1', 'Dự trực tiếp', 200, 92, { value: 0.46, format: '0%' }],
          ['2.2', 'Dự trực tuyến', 400, 650, { value: 1.625, format: '0.0%' }],
          ['', 'Tin, bài Cổng TTĐT tỉnh (tháng 10)', 80, 77, { value: 0.9625, format: '0.0%' }],
          ['3', 'Tin, bài Cổng thông tin điện tử tỉnh', 80, 84, { value: 1.05, format: '0%' }],
          ['4', 'Bài đăng mạng xã hội', 40, { formula: '20+19', result: 39 }, { value: 0.975, format: '0.0%' }],
          [
            '5',
            'Kinh phí thực hiện (đồng)',
            20000000,
            { formula: '9500000*2', result: 19000000 },
            { value: 0.95, format: '0%' },
          ],
          [
            '6',
            'Sản phẩm trực quan, in ấn',
            10,
            { formula: 'SUM(#REF!)', result: '#REF!' },
            { formula: 'D13/C13', result: '#REF!' },
          ],
        ],
        merges: ['A1:E1'],
        hiddenRows: [9],
      },
    ]),
  expected: { hoi_nghi: 4, nguoi_du: 742, cong_ttdt: 84, mang_xa_hoi: 39, kinh_phi: 19 },
  doubtful: [],
};

export const sheetPerCommune: CorpusDocument = {
  name: 'Thanh Mien_tong hop cac xa T11.2026.xlsx',
  about: 'one sheet per commune and none for the district: a reader would have to sum them',
  period: '2026-11',
  unit: 'HTM',
  bytes: () =>
    excel(
      (
        [
          ['TT Thanh Miện', [2, 150, 30, 12, 4]],
          ['Xã Đoàn Tùng', [1, 70, 29, 6, 3]],
          ['Xã Hồng Quang', [1, 66, 30, 4, 2]],
          ['Xã Ngũ Hùng', [1, 81, 28, 9, 5]],
        ] as const
      ).map(([commune, values]) => ({
        name: commune,
        rows: [
          [`UBND ${commune.replace(/^TT /, 'thị trấn ')} - tháng 11/2026`],
          ['Nội dung', 'Số lượng'],
          ['Hội nghị tuyên truyền', values[0]],
          ['Lượt người dự', values[1]],
          ['Tin, bài truyền thanh', values[2]],
          ['Bài mạng xã hội', values[3]],
          ['Khẩu hiệu, băng-rôn', values[4]],
        ],
      })),
    ),
  expected: {},
  doubtful: ['hoi_nghi', 'nguoi_du', 'phat_thanh', 'mang_xa_hoi', 'truc_quan'],
};
