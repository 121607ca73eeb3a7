import { expect, it } from 'vitest';
import { readChange } from '../../src/language/change/correction.ts';
import { lostFields, lostFigures } from '../../src/language/report/lost-figures.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const [form] = FROZEN_PLAN.forms;
if (form === undefined) throw new Error('the plan has no form');

it.each([
  ['hội nghị 2, à 3', { hoi_nghi: 3 }],
  ['hội nghị 2 à quên 3', { hoi_nghi: 3 }],
  ['hoi nghi 2 a khong 3', { hoi_nghi: 3 }],
  ['người dự 100, ý em là 110', { nguoi_du: 110 }],
  ['người dự 100 ý em là 110 người', { nguoi_du: 110 }],
  ['tin bài 12, nhầm, 13', { tin_bai: 13 }],
  ['hội nghị 3, người dự 120 à 130, tin bài 5', { hoi_nghi: 3, nguoi_du: 130, tin_bai: 5 }],
  ['fb 10, à thôi 12, người dự 40', { mang_xa_hoi: 12, nguoi_du: 40 }],
  ['3 à nhầm 4 hội nghị, 120 người', { hoi_nghi: 4, nguoi_du: 120 }],
  ['3 hội nghị, 120 người à quên 130 người, 5 tin', { hoi_nghi: 3, nguoi_du: 130, tin_bai: 5 }],
  ['kết quả: mở 2 à nhầm 3 lớp', { ket_qua: 'mở 2 à nhầm 3 lớp' }],
  ['hội nghị 5 à, người dự 30', { hoi_nghi: 5, nguoi_du: 30 }],
])('of "%s" the second figure is meant', (text, values) => {
  const read = readChange(form, text);
  expect(read.values).toEqual(values);
  expect([...read.unread, ...read.faults, ...lostFigures(text, read), ...lostFields(text, form, read)]).toEqual([]);
});

it.each([
  ['hội nghị 0 nhưng có 1 buổi livestream 300 người xem', { hoi_nghi: 0 }],
  ['không có hội nghị nào nhưng có 1 buổi livestream 300 người xem', { hoi_nghi: 0 }],
  ['zalo 8 bài, 1500 lượt tiếp cận', { mang_xa_hoi: 8 }],
])('of "%s" spectators are no participants, and they are named', (text, values) => {
  const read = readChange(form, text);
  expect(read.values).toEqual(values);
  expect(read.unread).toHaveLength(1);
});

it.each(['9 tin thời sự', 'tin thời sự: 9', '9 bản tin thời sự'])(
  '"%s" is asked about: a broadcaster has them too',
  (text) => {
    const read = readChange(form, text);
    expect(read.values).toEqual({});
    expect(read.faults).toMatchObject([{ field: 'tin_bai', fault: 'ambiguous', readings: [9] }]);
  },
);

it('"kinh phí cũng không" is none of that either, and no question', () => {
  expect(readChange(form, 'kinh phí cũng không')).toMatchObject({ values: { kinh_phi: 0 }, unread: [] });
});

it.each([
  ['hn 4 cuộc (2 cuộc cấp tp, 2 cuộc cấp phường) tổng 410 ng', { hoi_nghi: 4, nguoi_du: 410 }],
  ['hội nghị 4 cuộc tổng 410 người', { hoi_nghi: 4, nguoi_du: 410 }],
  ['hn 2 người 30', { hoi_nghi: 2, nguoi_du: 30 }],
])('of "%s" the last figure is what stands right behind it', (text, values) => {
  expect(readChange(form, text).values).toEqual(values);
});

it('places that were joined to a meeting are no meetings', () => {
  expect(readChange(form, 'hội nghị trực tuyến 45 điểm cầu, 600 người').values.hoi_nghi).toBeUndefined();
});

it('what is sure beside a figure in doubt is asked about with it', () => {
  expect(readChange(form, '10 pano, băng rôn 40 cái, tờ rơi 2k').faults).toMatchObject([
    { field: 'truc_quan', readings: [2050] },
  ]);
});

it('"đ/v" are people, and no money', () => {
  expect(readChange(form, 'hội nghị 1, 22 đ/v dự').values).toEqual({ hoi_nghi: 1, nguoi_du: 22 });
});
