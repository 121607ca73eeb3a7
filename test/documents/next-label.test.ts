import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReportForm } from '../../src/domain/report-form.ts';
import { FROZEN_PLAN_DIR } from '../support/frozen-plan.ts';
import { novemberReport } from './sixth-sight.ts';

const [form] = JSON.parse(readFileSync(`${FROZEN_PLAN_DIR}/forms.json`, 'utf8')) as [ReportForm];
const textsOf = (...lines: readonly string[]) => {
  const { ket_qua, vuong_mac, kien_nghi } = novemberReport(form, ...lines).values;
  return { ket_qua, vuong_mac, kien_nghi };
};

describe('the name of the next text ends the one before it', () => {
  it.each([
    ['two in a paragraph', ['Khó khăn: loa cũ. Kiến nghị: thay loa mới.'], 'loa cũ.', 'thay loa mới.'],
    ['without capitals', ['Khó khăn: loa cũ; kiến nghị: thay loa mới.'], 'loa cũ;', 'thay loa mới.'],
    ['without marks', ['Kho khan: loa cu. De xuat: thay loa moi.'], 'loa cu.', 'thay loa moi.'],
    [
      'none of both',
      ['Khó khăn, vướng mắc: không có; đề xuất, kiến nghị: không có.'],
      /^không có;?$/u,
      /^không có\.?$/u,
    ],
    ['without a colon', ['Vướng mắc: không. Kiến nghị không.'], 'không.', 'không.'],
    ['behind a dash', ['Tồn tại: thiếu máy tính - Đề xuất: cấp thêm máy.'], /^thiếu máy tính/u, 'cấp thêm máy.'],
    [
      'bullets',
      ['Khó khăn, vướng mắc:', '- Loa cũ.', '- Thiếu máy.', 'Kiến nghị: thay loa.'],
      '- Loa cũ.\n- Thiếu máy.',
      'thay loa.',
    ],
    [
      'bullets, the next one with a bullet',
      ['Khó khăn:', '- Loa cũ.', '- Kiến nghị: thay loa.'],
      '- Loa cũ.',
      'thay loa.',
    ],
    [
      'a plan below',
      ['Khó khăn: loa cũ.', 'Kiến nghị:', '- Thay loa.', 'Nhiệm vụ tháng 12: mở 3 lớp.'],
      'loa cũ.',
      '- Thay loa.',
    ],
    [
      'a plan of next month',
      ['Khó khăn:', '- Loa cũ.', 'Kế hoạch tháng 12: mở 3 lớp.', 'Kiến nghị: thay loa.'],
      '- Loa cũ.',
      'thay loa.',
    ],
    [
      'behind what was done',
      ['Trong tháng huyện đã tổ chức 03 hội nghị. Khó khăn: loa cũ. Kiến nghị: thay loa.'],
      'loa cũ.',
      'thay loa.',
    ],
    ['in a cell', ['Nội dung | Kết quả', 'Khó khăn | Loa cũ. Kiến nghị: thay loa.'], 'Loa cũ.', 'thay loa.'],
    ['in a section', ['III. KHÓ KHĂN', 'Loa cũ. Kiến nghị: thay loa.'], 'Loa cũ.', 'thay loa.'],
    [
      'a list with numbers below a heading',
      ['IV. TỒN TẠI', '1. Loa cũ.', '2. Thiếu máy.', 'V. KIẾN NGHỊ, ĐỀ XUẤT', '1. Thay loa.', '2. Cấp máy.'],
      '1. Loa cũ.\n2. Thiếu máy.',
      '1. Thay loa.\n2. Cấp máy.',
    ],
  ] as const)('%s', (_, lines, difficulty, proposal) => {
    const texts = textsOf(...lines);
    const like = (one: string | RegExp) => (typeof one === 'string' ? one : expect.stringMatching(one));
    expect({ ...texts, ket_qua: undefined }).toEqual({
      ket_qua: undefined,
      vuong_mac: like(difficulty),
      kien_nghi: like(proposal),
    });
  });

  it('three of them', () => {
    expect(textsOf('Kết quả nổi bật: mô hình điểm. Khó khăn: loa cũ. Kiến nghị: thay loa.')).toEqual({
      ket_qua: 'mô hình điểm.',
      vuong_mac: 'loa cũ.',
      kien_nghi: 'thay loa.',
    });
  });

  it('what only speaks of them stays whole', () => {
    const text = 'người dân chưa quen, có kiến nghị về thủ tục, khó khăn nhất là ở xã xa.';
    expect(textsOf(`Khó khăn: ${text}`).vuong_mac).toBe(text);
  });
});

describe('a courtesy at the end asks for nothing', () => {
  it.each([
    'UBND huyện Bình Giang trân trọng đề nghị Sở Khoa học và Công nghệ tổng hợp, báo cáo UBND tỉnh./.',
    'Trân trọng đề nghị Quý Sở xem xét, tổng hợp.',
    'Kính đề nghị Sở Khoa học và Công nghệ tổng hợp theo quy định./.',
    'UBND huyện đề nghị Sở Khoa học và Công nghệ theo dõi, tổng hợp và báo cáo cấp trên.',
    'Huyện kính đề nghị Sở Khoa học và Công nghệ ghi nhận, tổng hợp./.',
    'Đề nghị UBND tỉnh xem xét, cho ý kiến chỉ đạo.',
  ])('%s', (line) => {
    expect(textsOf('Hội nghị: 3', line).kien_nghi).toBeUndefined();
    expect(textsOf('IV. KIẾN NGHỊ', 'Thay loa cũ.', line).kien_nghi).toBe('Thay loa cũ.');
  });

  it.each([
    'UBND huyện đề nghị Sở Khoa học và Công nghệ tổ chức tập huấn cho cán bộ xã.',
    'Đề nghị UBND tỉnh xem xét, bố trí kinh phí mua loa cho các xã.',
    'Đề nghị các cấp, các ngành hỗ trợ tập huấn kỹ năng số cho phụ nữ.',
  ])('but this does: %s', (line) => {
    expect(textsOf('Hội nghị: 3', line).kien_nghi).toBe(line);
  });
});
