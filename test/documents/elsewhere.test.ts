import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DocumentPart } from '../../src/domain/document-part.ts';
import type { ReportForm } from '../../src/domain/report-form.ts';
import { readReportDocument } from '../../src/language/report/report-document.ts';
import { unitIn } from '../../src/understanding/name-unit.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';
import { FROZEN_PLAN_DIR } from '../support/frozen-plan.ts';

const [form] = JSON.parse(readFileSync(`${FROZEN_PLAN_DIR}/forms.json`, 'utf8')) as [ReportForm];

function read(parts: readonly DocumentPart[], unit = 'HBG') {
  const { values, faults } = readReportDocument(form, parts, {
    key: '2026-11',
    lastDay: '2026-11-28',
    unitIn(line) {
      const code = unitIn(line, FROZEN_PLAN.units);
      return code === null ? null : { name: code, isOwn: code === unit };
    },
  });
  return { values, asked: Object.fromEntries(faults.map(({ field, readings }) => [field, readings])) };
}

const LIST = ['- Hội nghị, tập huấn: 9', '- Lượt người dự: 180', '- Kinh phí: 15 triệu đồng'];
const TAKEN = { hoi_nghi: 9, nguoi_du: 180, kinh_phi: 15 };
const lines = (...texts: string[]) => texts.map((text) => ({ kind: 'line' as const, text }));
const table = (...rows: string[]) => ({ kind: 'table' as const, rows: rows.map((row) => row.split('|')) });

describe('what stands in front of a list', () => {
  it.each([
    'Tính từ đầu năm đến nay, toàn huyện đã tổ chức:',
    'Trong 10 tháng đầu năm, đơn vị đã đạt được một số kết quả sau:',
    'Kết quả 11 tháng năm 2026:',
    'Kết quả (số liệu lũy kế từ ngày 01/01/2026 đến nay):',
    'Tính đến hết ngày 14/11/2026, đã thực hiện được như sau',
    'Mục tiêu đặt ra cho tháng:',
    'Chỉ tiêu được giao năm 2026:',
    'Phấn đấu trong tháng đạt:',
    'Dự kiến kết quả thực hiện như sau:',
    'Sở Xây dựng báo về huyện kết quả như sau để tham khảo:',
    'Kết quả của UBND huyện Cẩm Giàng:',
    'Kết quả chung trên cả nước:',
    'Kết quả tháng 10 như sau:',
    'Kỳ trước đã thực hiện:',
    'Cùng kỳ năm 2025 đã làm được:',
    'II. NHIỆM VỤ THÁNG 12',
    'I. LŨY KẾ TỪ ĐẦU NĂM',
  ])('is heeded: %s', (opening) => {
    expect(read(lines(opening, ...LIST)).values).toEqual({});
    expect(read(lines('Báo cáo kết quả tuyên truyền tháng 11/2026', opening, 'Cụ thể:', ...LIST)).values).toEqual({});
    // A heading below it does not end it.
    expect(read(lines(opening, '- Công tác tuyên truyền', ...LIST)).values).toEqual({});
  });

  it.each([
    'Kết quả thực hiện như sau:',
    'Kết quả tháng 11/2026:',
    'Trong tháng, huyện đã thực hiện:',
    'UBND huyện Bình Giang báo cáo Sở Khoa học và Công nghệ kết quả tháng 11 (từ ngày 15/10/2026 đến ngày 14/11/2026) như sau:',
    'Thực hiện Kế hoạch số 726/KH-UBND ngày 05/03/2025 của UBND tỉnh, UBND huyện báo cáo kết quả như sau:',
    'Kết quả công tác tháng 11, phương hướng nhiệm vụ tháng 12 năm 2026',
    'I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ',
    'Hoàn thành tốt nhiệm vụ được giao, huyện đã tổ chức:',
    'So với cùng kỳ năm 2025, kết quả tháng này có nhiều chuyển biến:',
    'Đã chia sẻ, lan tỏa nội dung Nghị quyết:',
  ])('takes nothing from the report’s own: %s', (opening) => {
    expect(read(lines(opening, ...LIST)).values).toEqual(TAKEN);
  });

  it('holds until a heading of the same kind, or until the report’s own is named', () => {
    const plan = ['Mục tiêu tháng:', '- Hội nghị, tập huấn: 12', '- Lượt người dự: 300', '- Kinh phí: 20 triệu đồng'];
    expect(read(lines(...plan, 'Kết quả thực hiện:', ...LIST)).values).toEqual(TAKEN);
    expect(read(lines('I. LŨY KẾ 10 THÁNG', ...plan.slice(1), 'II. TRONG THÁNG 11', ...LIST)).values).toEqual(TAKEN);
    expect(read(lines('1. Huyện Cẩm Giàng', ...plan.slice(1), '2. Huyện Bình Giang', ...LIST)).values).toEqual(TAKEN);
    expect(read(lines('I. LŨY KẾ', '1. Hội nghị', ...LIST, 'II. KHÁC', 'Tin, bài báo chí: 3')).values).toEqual({
      tin_bai: 3,
    });
  });

  it('holds for the rest of its own line', () => {
    expect(read(lines('Mục tiêu năm: Hội nghị: 9; Lượt người dự: 180. Tin, bài báo chí: 5')).values).toEqual({});
  });

  it('is heeded above a table, as the name of a sheet, and as a row of it', () => {
    const rows = ['Chỉ tiêu|Số', 'Hội nghị, tập huấn|9', 'Lượt người dự|180'];
    expect(read([...lines('Kết quả 10 tháng đầu năm như sau:'), table(...rows)]).values).toEqual({});
    expect(read([...lines('Lũy kế'), table(...rows)]).values).toEqual({});
    expect(read([...lines('T11'), table(...rows)]).values).toEqual({ hoi_nghi: 9, nguoi_du: 180 });
    expect(read([table(...rows.slice(0, 2), 'II|Mục tiêu tháng 12|', '|Lượt người dự|180')]).values).toEqual({
      hoi_nghi: 9,
    });
  });
});

describe('a table with a unit a column', () => {
  const LABELS = ['Hội nghị, tập huấn', 'Lượt người dự', 'Kinh phí (triệu đồng)'];
  const columns = (heads: string, ...figures: string[]) =>
    read([table(`Chỉ tiêu|${heads}`, ...LABELS.map((label, at) => `${label}|${figures[at]}`))]);

  it.each([
    ['Huyện Bình Giang|Huyện Cẩm Giàng|Cộng', ['9|5|14', '180|20|200', '15|1|16']],
    ['UBND huyện Cẩm Giàng|UBND huyện Bình Giang|Tổng cộng', ['5|9|14', '20|180|200', '1|15|16']],
    ['Bình Giang|Toàn tỉnh', ['9|500', '180|2000', '15|90']],
    ['Phòng Văn hóa|Trung tâm Văn hóa|Huyện Bình Giang', ['5|4|9', '20|160|180', '1|14|15']],
    ['Phòng Văn hóa|Huyện Bình Giang|Tổng số', ['5|4|9', '20|160|180', '1|14|15']],
  ])('is read by the unit’s own: %s', (heads, figures) => {
    expect(columns(heads, ...figures)).toEqual({ values: TAKEN, asked: {} });
  });

  it.each(['Huyện Cẩm Giàng|Tổng cộng', 'Sở Tài chính|Sở Xây dựng|Cộng'])(
    'is asked about where it has none: %s',
    (heads) => {
      const figures = heads.split('|').length === 2 ? ['5|14', '20|200', '1|16'] : ['5|9|14', '20|180|200', '1|15|16'];
      expect(columns(heads, ...figures).values).toEqual({});
    },
  );

  it('is the district’s total where its communes are listed, one that bears its name among them', () => {
    const figures = ['4|5|9', '100|80|180', '7|8|15'];
    expect(columns('Xã Thái Học|Thị trấn Kẻ Sặt|Tổng cộng', ...figures).values).toEqual(TAKEN);
    expect(columns('Xã Bình Giang|Thị trấn Kẻ Sặt|Tổng cộng', ...figures).values).toEqual(TAKEN);
  });
});

describe('the unit of money, said once for all', () => {
  it.each([
    ['Đơn vị tính: nghìn đồng', 15],
    ['(ĐVT: 1.000 đồng)', 15],
    ['Đơn vị tính: kinh phí nghìn đồng', 15],
    ['Đơn vị tính: triệu đồng', 15000],
  ])('scales what stands below: %s', (note, kinh_phi) => {
    const rows = ['Chỉ tiêu|Kết quả', 'Hội nghị, tập huấn|9', 'Kinh phí|15000'];
    const [label = '', ...values] = rows;
    expect(read([...lines(note), table(...rows)]).values).toEqual({ hoi_nghi: 9, kinh_phi });
    expect(read([table(note, label, ...values)]).values).toEqual({ hoi_nghi: 9, kinh_phi });
    expect(read(lines(note, 'Hội nghị: 9', 'Kinh phí: 15000')).values).toEqual({ hoi_nghi: 9, kinh_phi });
  });

  it('in the head of the column or beside the name as well', () => {
    expect(read([table('Chỉ tiêu|Số tiền (nghìn đồng)', 'Kinh phí|15000')]).values).toEqual({ kinh_phi: 15 });
    expect(read(lines('Kinh phí (nghìn đồng): 15000')).values).toEqual({ kinh_phi: 15 });
  });

  it('asks where it comes to less than the form can hold', () => {
    expect(read([...lines('Đơn vị tính: nghìn đồng'), table('Chỉ tiêu|Kết quả', 'Hội nghị|9', 'Kinh phí|40')])).toEqual(
      {
        values: { hoi_nghi: 9 },
        asked: { kinh_phi: undefined },
      },
    );
  });

  it('a point that may be a decimal’s is asked about', () => {
    expect(read(lines('Hội nghị: 9', 'Kinh phí (triệu đồng): 12.345')).asked).toEqual({ kinh_phi: [12345, 12.3] });
  });
});

describe('parts of a figure', () => {
  it.each([
    ['Tin, bài: báo tỉnh 2, báo trung ương 1', { tin_bai: [3, 2, 1] }],
    ['Trực quan: 4 pa-nô, 16 băng rôn.', { truc_quan: [20, 4, 16] }],
    ['Kinh phí: ngân sách 10 triệu đồng, xã hội hóa 5 triệu đồng.', { kinh_phi: [15, 10, 5] }],
    ['Tổng kinh phí đã sử dụng là 27 triệu 500 nghìn đồng.', { kinh_phi: [27.5] }],
    ['Các trang fanpage, nhóm Zalo chia sẻ hơn 120 bài.', { mang_xa_hoi: [120] }],
    ['Căn cứ Kế hoạch số 726/KH-UBND, hội nghị ngày 20/10/2026 có 150 người dự tại 3 điểm cầu.', { nguoi_du: [150] }],
  ])('are offered with their sum: %s', (text, asked) => {
    expect(read(lines(text))).toEqual({ values: {}, asked });
  });

  it('an estimate is asked about', () => {
    expect(read([table('Chỉ tiêu|Tháng 11 (ước)', 'Hội nghị|9')])).toEqual({ values: {}, asked: { hoi_nghi: [9] } });
  });
});

describe('what of a document was not read', () => {
  const whole = (...texts: string[]) =>
    readReportDocument(form, lines(...texts), {
      key: '2026-11',
      lastDay: '2026-11-28',
      unitIn(line) {
        const code = unitIn(line, FROZEN_PLAN.units);
        return code === null ? null : { name: code, isOwn: code === 'HBG' };
      },
    });

  it('is named, where the form counts it', () => {
    const { unplaced } = whole('Hội nghị: 9', 'Lượt người dự: 180', 'Băng rôn treo ở Nghị quyết 57 và 3 pa-nô cũ hỏng');
    const left = whole('Hội nghị: 9', 'Pa-nô, áp phích 30 chiếc');
    expect(unplaced.every(({ field }) => field.key === 'truc_quan')).toBe(true);
    expect(left.unplaced.map(({ field, said }) => [field.key, said])).toEqual([
      ['truc_quan', 'Pa-nô, áp phích 30 chiếc'],
    ]);
    expect(whole('Hội nghị: 9', 'Thực hiện Nghị quyết 57, xã có trang thông tin điện tử').unplaced).toEqual([]);
  });

  it('is offered as a report without anything, where the whole of it says so', () => {
    const said =
      'Trong kỳ báo cáo, UBND huyện Bình Giang không phát sinh hoạt động tuyên truyền về Nghị quyết số 57-NQ/TW.';
    expect(whole('Báo cáo tháng 11/2026', said).nothingToReport).toBe(true);
    expect(whole('Báo cáo tháng 11/2026', said, 'Hội nghị: 2').nothingToReport).toBe(false);
    expect(whole('Báo cáo tháng 10/2026', said).nothingToReport).toBe(false);
  });

  it('of another period it is said which, and no text of it is kept', () => {
    const { otherPeriod, values } = whole(
      'Báo cáo kết quả tháng 10 năm 2026',
      ...LIST,
      'Kết quả nổi bật: đã tổ chức 9 hội nghị',
    );
    expect([otherPeriod, values]).toEqual(['2026-10', {}]);
    const other = whole('UBND HUYỆN NAM SÁCH', 'Báo cáo tháng 11/2026', ...LIST, 'Kết quả nổi bật: đã tổ chức tốt');
    expect([other.otherUnit, other.values]).toEqual(['HNS', {}]);
  });
});
