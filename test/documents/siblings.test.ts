import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReportForm } from '../../src/domain/report-form.ts';
import { FROZEN_PLAN_DIR } from '../support/frozen-plan.ts';
import { novemberReport } from './sixth-sight.ts';

const [form] = JSON.parse(readFileSync(`${FROZEN_PLAN_DIR}/forms.json`, 'utf8')) as [ReportForm];

/** What is sure, and what is offered for the rest. */
function read(...lines: readonly string[]): { sure: Record<string, unknown>; asked: Record<string, unknown> } {
  const { values, faults } = novemberReport(form, ...lines);
  return { sure: values, asked: Object.fromEntries(faults.map((one) => [one.field, one.readings])) };
}

describe('a field that is told in several places of a document', () => {
  it.each([
    [
      'levels',
      ['TT | Nội dung | Kết quả', '1 | Hội nghị cấp huyện | 2', '2 | Hội nghị cấp xã | 2'],
      { hoi_nghi: [4, 2] },
    ],
    [
      'kinds',
      ['TT | Nội dung | Kết quả', '1 | Hội nghị | 3', '2 | Hội thảo | 1', '3 | Lớp tập huấn | 2'],
      { hoi_nghi: [6, 3, 1, 2] },
    ],
    [
      'other kinds',
      ['TT | Nội dung | Kết quả', '1 | Cuộc họp | 4', '2 | Tọa đàm | 1', '3 | Tập huấn | 3'],
      { hoi_nghi: [8, 4, 1, 3] },
    ],
    [
      'rows named by a level alone',
      ['TT | Nội dung | Kết quả', '1 | Đài truyền thanh huyện | 20', '2 | Các xã, thị trấn | 84'],
      { phat_thanh: [104, 20, 84] },
    ],
    [
      'without numbers',
      ['Nội dung | Kết quả', 'Cổng TTĐT huyện | 15', 'Xã, thị trấn | 22', 'Hội nghị huyện | 3', 'Cơ sở | 8'],
      { cong_ttdt: [37, 15, 22], hoi_nghi: [11, 3, 8] },
    ],
    [
      'what is called other',
      [
        'TT | Nội dung | Kết quả',
        '1 | Băng rôn | 20',
        '2 | Sản phẩm khác | 50',
        '3 | Báo Hải Dương | 4',
        '4 | Các báo khác | 2',
      ],
      { truc_quan: [70, 20, 50], tin_bai: [6, 4, 2] },
    ],
    [
      'a row below without a number',
      ['TT | Nội dung | Kết quả', '1 | Băng rôn | 20', ' | Cờ phướn | 50'],
      { truc_quan: [70, 20, 50] },
    ],
    [
      'lines',
      ['- Hội nghị cấp huyện: 3 cuộc', '- Cấp xã: 8 cuộc', '- Cổng TTĐT huyện: 12 tin, bài', '- Các xã: 30 tin, bài'],
      { hoi_nghi: [11, 3, 8], cong_ttdt: [42, 12, 30] },
    ],
    [
      'sentences',
      ['Hội nghị cấp huyện: 3 cuộc. Cấp xã: 8 cuộc. Trang TTĐT huyện: 19 tin, bài. Các xã: 14 tin, bài.'],
      { hoi_nghi: [11, 3, 8], cong_ttdt: [33, 19, 14] },
    ],
    [
      'clauses',
      ['Đài huyện phát: 20 tin; đài cơ sở: 84 tin.', 'Hội nghị cấp huyện: 3 cuộc, cấp xã: 8 cuộc.'],
      { phat_thanh: [104, 20, 84], hoi_nghi: [11, 3, 8] },
    ],
    [
      'a tail behind the second',
      ['Báo in: 24 tin, bài. Báo điện tử: 67 tin, bài, 05 video.'],
      { tin_bai: [24, 72, 67, 5] },
    ],
    ['the same figure twice', ['- Hội nghị: 3', '- Hội thảo: 3'], { hoi_nghi: [6, 3] }],
    ['without marks', ['Hoi nghi cap huyen: 3 cuoc. Cap xa: 8 cuoc.'], { hoi_nghi: [11, 3, 8] }],
    [
      'money and people',
      ['Kinh phí cấp huyện: 20 triệu đồng', 'Cấp xã: 35 triệu đồng', 'Lượt người dự cấp huyện: 120', 'Các xã: 300'],
      { kinh_phi: [55, 20, 35], nguoi_du: [420, 120, 300] },
    ],
    ['the same unit', ['Hội nghị: 3 cuộc. Ở thôn: 8 cuộc.'], { hoi_nghi: [11, 3, 8] }],
  ])('is asked about: %s', (_, lines, asked) => {
    expect(read(...lines)).toEqual({ sure: {}, asked });
  });

  it('is sure where the parts come to the whole, or are called parts', () => {
    const rows = ['Hội nghị, tập huấn | 9', '- Cấp huyện | 3', '- Cấp xã | 6', 'Phát thanh | 100', 'Trong đó: xã | 80'];
    expect(read('Nội dung | Số lượng', ...rows)).toEqual({ sure: { hoi_nghi: 9, phat_thanh: 100 }, asked: {} });
    const people = [
      '1 | Hội nghị | 8',
      '2 | Lượt người dự | 640',
      ' | - Hội nghị cấp huyện | 290',
      ' | - Cấp xã | 350',
    ];
    expect(read('TT | Nội dung | Kết quả', ...people).sure).toEqual({ hoi_nghi: 8, nguoi_du: 640 });
    expect(read('Hội nghị: 5', 'Tổng số hội nghị: 5', 'Số văn bản: 3').sure).toEqual({ hoi_nghi: 5 });
  });
});

describe('a column of the unit’s own or of an office of its own', () => {
  const LABELS = ['Hội nghị', 'Lượt người dự'];
  const columns = (heads: string, ...figures: string[]) =>
    read(`Nội dung | ${heads}`, ...LABELS.map((label, at) => `${label} | ${figures[at]}`));

  it.each([
    ['UBND huyện | Khối xã | Toàn huyện', '2 | 5 | 7', '20 | 50 | 70'],
    ['Toàn huyện | Huyện Bình Giang | Các xã', '7 | 2 | 5', '70 | 20 | 50'],
    ['Khối cơ quan huyện Bình Giang | Khối trường học | Khối xã | Cộng chung', '2 | 4 | 1 | 7', '20 | 40 | 10 | 70'],
    ['Cấp huyện | Cấp xã | Cả huyện', '2 | 5 | 7', '20 | 50 | 70'],
    ['Bình Giang | Thị trấn Kẻ Sặt | Các xã | Tổng', '2 | 4 | 1 | 7', '20 | 40 | 10 | 70'],
    ['Nội bộ cơ quan | Địa bàn huyện Bình Giang | Tổng hợp', '2 | 5 | 7', '20 | 50 | 70'],
    ['Văn phòng huyện Bình Giang | Các phòng | Tổng cộng', '2 | 5 | 7', '20 | 50 | 70'],
    ['Cơ quan UBND huyện Bình Giang | Các xã | Cộng toàn huyện', '2 | 5 | 7', '20 | 50 | 70'],
    ['Các phòng | Các xã | Huyện Bình Giang', '2 | 5 | 7', '20 | 50 | 70'],
  ])('does not stand for the total: %s', (heads, ...figures) => {
    expect(columns(heads, ...figures)).toEqual({ sure: { hoi_nghi: 7, nguoi_du: 70 }, asked: {} });
  });

  it.each([
    'Huyện Bình Giang | Các xã',
    'Riêng UBND huyện Bình Giang | Các đơn vị sự nghiệp',
    'Cơ quan huyện Bình Giang | Các phòng',
  ])('is asked about with the sum first where there is no total: %s', (heads) => {
    expect(columns(heads, '2 | 5', '20 | 50')).toEqual({
      sure: {},
      asked: { hoi_nghi: [7, 2, 5], nguoi_du: [70, 20, 50] },
    });
  });

  it('nor does a row of it', () => {
    const rows = [
      'Đơn vị | Hội nghị | Lượt người dự | Phát thanh',
      'Văn phòng UBND huyện Bình Giang | 2 | 20 | 3',
      'Các xã | 5 | 50 | 4',
    ];
    expect(read(...rows, 'Toàn huyện | 7 | 70 | 7').sure).toEqual({ hoi_nghi: 7, nguoi_du: 70, phat_thanh: 7 });
    expect(read(...rows).sure).toEqual({});
  });
});
