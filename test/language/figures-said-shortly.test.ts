import { describe, expect, it } from 'vitest';
import { lostFigures } from '../../src/language/report/lost-figures.ts';
import { parseReport } from '../../src/language/report/report-template.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const FORM = FROZEN_PLAN.forms[0] ?? expect.fail('the plan has no form');

describe('figures said in a short hand', () => {
  it.each<[string, Record<string, number>]>([
    ['hoi nghi ba, nguoi du hai tram ruoi, tin bai mot chuc, kp 7tr', { hoi_nghi: 3, tin_bai: 10, kinh_phi: 7 }],
    ['hoi nghi mot, nguoi du bon muoi lam', { hoi_nghi: 1, nguoi_du: 45 }],
    ['tin bai hai, cong bay', { tin_bai: 2, cong_ttdt: 7 }],
    ['tin bai ba chu', { tin_bai: 3 }],
    ['tin bài tám, cổng mười', { tin_bai: 8, cong_ttdt: 10 }],
  ])('%j: number words behind a label, with marks or without', (text, values) => {
    expect(parseReport(FORM, text).values).toMatchObject(values);
  });

  it.each([
    ['nguoi du sau chuc, tin bai sau', 'tin_bai', 6],
    ['hoi nghi nam, fb 8', 'hoi_nghi', 5],
    ['tin bai muoi, cong nam', 'cong_ttdt', 5],
    ['hoi nghi tam nhe, fb 8', 'hoi_nghi', 8],
    ['fb 8, tin bai sau a', 'tin_bai', 6],
  ])('%j: what may be another word is asked', (text, field, reading) => {
    const { values, faults } = parseReport(FORM, text);
    expect(values).not.toHaveProperty(field);
    expect(faults).toMatchObject([{ field, readings: [reading] }]);
  });

  it.each([
    'mà 1 đội mấy người là được hả bot',
    '3 đơn vị mấy người dự thế',
    'sao 07 tin bài lại vào tin bài báo chí, đó là trang ttđt mà',
    '1 hn thi may nguoi la du',
    'mà 3 tin bài thì mấy điểm',
    'hội nghị 3 có bao nhiêu người dự?',
  ])('"%s" asks, and writes nothing', (text) => {
    expect(parseReport(FORM, text)).toMatchObject({ values: {}, faults: [], unread: [text] });
  });

  it.each(['mấy xã báo 3 tin bài', '3 tin bài của mấy xã gửi lên'])('"%s" tells', (text) => {
    expect(parseReport(FORM, text).values).toEqual({ tin_bai: 3 });
  });

  it.each<[string, number, number]>([
    ['HN 2/85 người; truyền hình 3', 2, 85],
    ['HN 3/120, PTTH 5', 3, 120],
    ['hội nghị: 1/ 25 người', 1, 25],
    ['hn 4/310', 4, 310],
    ['tap huan 2/90 nguoi, fb 5', 2, 90],
    ['lớp 1/11 người', 1, 11],
  ])('%j: meetings, and those who came', (text, meetings, people) => {
    expect(parseReport(FORM, text).values).toMatchObject({ hoi_nghi: meetings, nguoi_du: people });
  });

  it.each(['hội nghị 2/11, fb 3', 'HN 145/150 đại biểu, fb 3', 'hn 3/5, fb 3'])(
    '%j may be a day, or so many of so many',
    (text) => {
      expect(parseReport(FORM, text).values).toEqual({ mang_xa_hoi: 3 });
    },
  );

  it.each<[string, Record<string, number>]>([
    ['5 hn, 18 bản tin loa, 2 tin đài huyện', { hoi_nghi: 5, phat_thanh: 20 }],
    ['4 tin loa', { phat_thanh: 4 }],
    ['12 bản tin phát thanh', { phat_thanh: 12 }],
    ['3 chuyên mục truyền hình, phát thanh 20 bản tin', { phat_thanh: 23 }],
    ['6 tin trên loa, 2 hn', { phat_thanh: 6, hoi_nghi: 2 }],
    ['2 hn, 3 tin bai dang trang cua so', { hoi_nghi: 2, cong_ttdt: 3 }],
    ['5 tin trên web sở', { cong_ttdt: 5 }],
  ])('%j: the place says what it is', (text, values) => {
    expect(parseReport(FORM, text).values).toEqual(values);
  });

  it.each<[string, Record<string, number>]>([
    ['hội nghị 44 người dự 2 ngàn mốt', { hoi_nghi: 44, nguoi_du: 2100 }],
    ['tờ rơi 1 ngàn hai, kp 2 triệu mốt', { truc_quan: 1200, kinh_phi: 2.1 }],
    ['nguoi du 1 nghin ba, fb 2', { nguoi_du: 1300, mang_xa_hoi: 2 }],
    ['kinh phí 3 triệu hai', { kinh_phi: 3.2 }],
    ['phát 1 ngàn hai tờ rơi', { truc_quan: 1200 }],
  ])('%j: the word behind a size is its tenth', (text, values) => {
    expect(parseReport(FORM, text).values).toEqual(values);
  });

  it.each<[string, Record<string, number>]>([
    ['tin bài 48, trong đó báo in 20, báo điện tử 28', { tin_bai: 48 }],
    ['hội nghị 2, trong đó 1 hội thảo, tin bài 8', { hoi_nghi: 2, tin_bai: 8 }],
    ['người dự 3, ý là cán bộ hỗ trợ 3', { nguoi_du: 3 }],
    ['tin bai 10, gom bao in 4, bao dien tu 6', { tin_bai: 10 }],
    ['mạng xh 20, trong đó fb 12, zalo 8', { mang_xa_hoi: 20 }],
  ])('%j: parts are in the whole', (text, values) => {
    expect(parseReport(FORM, text).values).toEqual(values);
  });

  it.each([
    '2 lớp tập huấn x 30 người',
    '2 hn x 30 người',
    '3 lớp x30 người',
    '2 lop x 30 nguoi',
    '2 buổi tập huấn * 30 người',
  ])('%j: at each, or in all?', (text) => {
    const { values, faults } = parseReport(FORM, text);
    expect(values).not.toHaveProperty('nguoi_du');
    expect(faults).toMatchObject([{ field: 'nguoi_du', fault: 'each', readings: [30] }]);
  });

  it.each<[string, Record<string, number>]>([
    ['có 1 hội nghị 60 đ/c', { hoi_nghi: 1, nguoi_du: 60 }],
    ['60 đồng chí dự, kinh phí ko có', { nguoi_du: 60, kinh_phi: 0 }],
    ['con 1 lop bd 40 dong chi', { hoi_nghi: 1, nguoi_du: 40 }],
    ['210 đ/c; kp 0', { nguoi_du: 210, kinh_phi: 0 }],
    ['người dự: 35 đ/c', { nguoi_du: 35 }],
    ['2 hội nghị, kinh phí 500.000 đồng', { hoi_nghi: 2, kinh_phi: 0.5 }],
  ])('%j: comrades are people', (text, values) => {
    expect(parseReport(FORM, text)).toMatchObject({ values, faults: [] });
  });

  it.each([
    'hội thảo khoa học 2 cuộc (95 đại biểu và 110 đại biểu), cổng 20',
    'hội nghị 3 (cái thứ 3 họp hôm qua 14 người)',
    '2 hội nghị (40 người, 55 người)',
    'tin bài 9 (5 báo HD, 3 báo ND)',
    'hn 2 (lop 1 co 30 nguoi, lop 2 co 45 nguoi)',
  ])('%j: figures in brackets that do not make up the one before are named', (text) => {
    expect(parseReport(FORM, text).unread).toContain(/\(([^)]*)\)/u.exec(text)?.[1]);
  });

  it.each<[string, Record<string, number>]>([
    ['cổng bỏ đi 1 còn 8', { cong_ttdt: 8 }],
    ['bỏ người dự đi 20 còn 180', { nguoi_du: 180 }],
    ['tin bai bot 2 con 7', { tin_bai: 7 }],
    ['fb trừ 3 thì còn 12', { mang_xa_hoi: 12 }],
    ['bớt hội nghị 1 còn 4', { hoi_nghi: 4 }],
  ])('%j: what is left is the figure', (text, values) => {
    const read = parseReport(FORM, text);
    expect(read.values).toEqual(values);
    expect(lostFigures(text, read)).toEqual([]);
  });
});
