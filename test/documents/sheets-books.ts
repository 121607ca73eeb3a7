import { type CorpusDocument, FIGURES } from './corpus-document.ts';
import { excel, type SheetSource } from './sheet-parts.ts';

function monthSheet(month: number, values: readonly (number | null)[]): SheetSource {
  const labels = [
    'Hội nghị, hội thảo, lớp tập huấn (cuộc)',
    'Lượt người dự (lượt)',
    'Tin, bài báo chí (tin, bài)',
    'Truyền thanh cơ sở (tin, bài)',
    'Trang thông tin điện tử (tin, bài)',
    'Mạng xã hội (bài)',
    'Trực quan (sản phẩm)',
    'Kinh phí (triệu đồng)',
  ];
  return {
    name: `T${month}`,
    rows: [
      ['UBND HUYỆN TỨ KỲ'],
      [`Kết quả tuyên truyền NQ57 tháng ${month}/2026`],
      ['Chỉ tiêu', 'Kết quả'],
      ...labels.map((label, index) => [label, values[index] ?? null]),
    ],
  };
}

export const sheetPerMonth: CorpusDocument = {
  name: 'Tu Ky - NQ57 - 2026.xlsx',
  about:
    'a sheet per month (T9 to T12, T12 still blank), opened at T12: only T11 is this period; 1.478 typed for 1,478 people became a fraction',
  period: '2026-11',
  unit: 'HTK',
  bytes: () =>
    excel(
      [
        monthSheet(9, [5, 1.402, 2, 120, 14, 38, 12, 16]),
        monthSheet(10, [4, 1.355, 1, 118, 12, 41, 0, 14.5]),
        monthSheet(11, [6, 1.478, 3, 124, 16, 52, 30, 19.8]),
        monthSheet(12, []),
      ],
      3,
    ),
  expected: {
    hoi_nghi: 6,
    tin_bai: 3,
    phat_thanh: 124,
    cong_ttdt: 16,
    mang_xa_hoi: 52,
    truc_quan: 30,
    kinh_phi: 19.8,
  },
  doubtful: ['nguoi_du'],
};

const day = (month: number, date: number) => ({
  value: new Date(Date.UTC(2026, month - 1, date)),
  format: 'dd/mm/yyyy',
});

export const listOfEvents: CorpusDocument = {
  name: 'Gia Loc nhat ky hoi nghi thang 5.xlsx',
  about:
    'a log: one row per meeting with a real date and its people, no total; one meeting falls outside the window 15/4 - 14/5',
  period: '2026-05',
  unit: 'HGL',
  bytes: () =>
    excel([
      {
        name: 'Nhật ký',
        rows: [
          ['UBND HUYỆN GIA LỘC - NHẬT KÝ TUYÊN TRUYỀN NGHỊ QUYẾT 57 THÁNG 5/2026'],
          ['STT', 'Ngày', 'Tên hội nghị', 'Địa điểm', 'Số người dự', 'Kinh phí (đồng)'],
          [1, day(4, 16), 'Hội nghị triển khai chuyển đổi số cấp xã', 'Hội trường UBND huyện', 120, 3500000],
          [2, day(4, 24), 'Tập huấn kỹ năng số cho tổ công nghệ số cộng đồng', 'Xã Yết Kiêu', 65, 2000000],
          [3, day(5, 8), 'Hội nghị lồng ghép tuyên truyền Nghị quyết 57', 'Xã Thống Nhất', 90, 1500000],
          [4, day(5, 21), 'Hội nghị đối thoại doanh nghiệp', 'Thị trấn Gia Lộc', 75, 2500000],
        ],
        merges: ['A1:F1'],
      },
    ]),
  expected: {},
  doubtful: ['hoi_nghi', 'nguoi_du', 'kinh_phi'],
};

export const fourQuarters: CorpusDocument = {
  name: 'Bao Hai Duong - tong ket nam 2026.xlsx',
  about:
    'a year: a row per quarter and a row "Cả năm" by formula, figures in columns; money as text with dots on a line below',
  period: '2026',
  unit: 'BAOHD',
  bytes: () => {
    const quarters = [
      [2, 130, 410, 180, 520],
      [3, 190, 455, 201, 610],
      [2, 145, 470, 214, 655],
      [3, 205, 498, 230, 702],
    ];
    const sums = [10, 670, 1833, 825, 2487];
    return excel([
      {
        name: 'Nam 2026',
        rows: [
          ['BÁO HẢI DƯƠNG'],
          ['TỔNG HỢP KẾT QUẢ TUYÊN TRUYỀN NGHỊ QUYẾT 57 NĂM 2026'],
          ['Kỳ', 'Hội nghị, hội thảo', 'Lượt người dự', 'Tin, bài báo', 'Tin, bài Trang TTĐT', 'Bài mạng xã hội'],
          ...quarters.map((values, index) => [`Quý ${['I', 'II', 'III', 'IV'][index]}`, ...values]),
          [
            'Cả năm',
            ...sums.map((result, index) => ({ formula: `SUM(${'BCDEF'[index]}4:${'BCDEF'[index]}7)`, result })),
          ],
          [],
          ['Kinh phí thực hiện cả năm:', '412.500.000 đồng'],
        ],
        merges: ['A1:F1', 'A2:F2'],
      },
    ]);
  },
  expected: { hoi_nghi: 10, nguoi_du: 670, tin_bai: 1833, cong_ttdt: 825, mang_xa_hoi: 2487, kinh_phi: 412.5 },
  doubtful: [],
};

export const lastMonthsFile: CorpusDocument = {
  name: 'SCT bieu T10.xlsx',
  about: 'sent for October 2026, but sheet name, title and window are those of September: everything doubtful',
  period: '2026-10',
  unit: 'SCT',
  bytes: () =>
    excel([
      {
        name: 'Thang 9',
        rows: [
          ['SỞ CÔNG THƯƠNG'],
          ['Số liệu tuyên truyền Nghị quyết 57 tháng 9/2026 (từ 15/8/2026 đến 14/9/2026)'],
          ['Nội dung', 'Số lượng'],
          ['Hội nghị, tập huấn', 2],
          ['Lượt người dự', 145],
          ['Tin, bài báo chí', 8],
          ['Phát thanh, truyền hình', 3],
          ['Cổng, trang TTĐT', 20],
          ['Mạng xã hội', 31],
          ['Trực quan, in ấn', 100],
          ['Kinh phí (triệu đồng)', 7.2],
        ],
      },
    ]),
  expected: {},
  doubtful: [...FIGURES],
};

export const listOfPeople: CorpusDocument = {
  name: 'Danh sach can bo dau moi.xlsx',
  about: 'not a report: a list of liaison officers with phone numbers, dates and the words of the form in the notes',
  period: '2026-11',
  unit: 'STC',
  bytes: () =>
    excel([
      {
        name: 'DS',
        rows: [
          ['DANH SÁCH CÁN BỘ ĐẦU MỐI THỰC HIỆN NGHỊ QUYẾT 57'],
          ['STT', 'Họ và tên', 'Chức vụ', 'Số điện thoại', 'Ngày phân công', 'Ghi chú'],
          [
            1,
            'Nguyễn Văn An',
            'Phó Chánh Văn phòng',
            '0900 000 001',
            { value: new Date(Date.UTC(2025, 2, 20)), format: 'dd/mm/yyyy' },
            '',
          ],
          [
            2,
            'Trần Thị Bích',
            'Chuyên viên',
            '0900 000 002',
            { value: new Date(Date.UTC(2025, 2, 20)), format: 'dd/mm/yyyy' },
            'Dự hội nghị tập huấn ngày 05/11',
          ],
          [
            3,
            'Lê Minh Châu',
            'Chuyên viên',
            '0900 000 003',
            { value: new Date(Date.UTC(2026, 0, 5)), format: 'dd/mm/yyyy' },
            'Phụ trách trang thông tin điện tử',
          ],
        ],
      },
    ]),
  expected: {},
  doubtful: [],
};
