import { describe, expect, it } from 'vitest';
import { readChange } from '../../src/language/change/correction.ts';
import { isPausing } from '../../src/language/pause-word.ts';
import { parseReport } from '../../src/language/report/report-template.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const [form] = FROZEN_PLAN.forms;
if (form === undefined) throw new Error('no form');
const monthly = form;

// Sentences of somebody who played a liaison without knowing the code (2026-11-28): each gave a wrong figure as sure, or lost one.
describe('figures as people say them', () => {
  it.each([
    ['hội nghị 2, dự 90, phối hợp Báo Hải Dương đăng 05 bài', { hoi_nghi: 2, nguoi_du: 90, tin_bai: 5 }],
    ['phoi hop bao Hai Duong dang 05 bai', { tin_bai: 5 }],
    ['2 họp báo', { hoi_nghi: 2 }],
    [
      'TTT: kp 0, hn 1, dự 60. Các mục khác ko có. Kết quả: Đã họp',
      { kinh_phi: 0, hoi_nghi: 1, nguoi_du: 60, ket_qua: 'Đã họp' },
    ],
    ['hn 3, du 200 ng. Muc khac khong co. kq: mo lop', { hoi_nghi: 3, nguoi_du: 200, ket_qua: 'mo lop' }],
    ['hn 3, bao 22. kq: abc', { hoi_nghi: 3, tin_bai: 22, ket_qua: 'abc' }],
    ['CA tỉnh: hội nghị 3, kp 12tr5, kq phổ biến', { hoi_nghi: 3, kinh_phi: 12.5, ket_qua: 'phổ biến' }],
    ['hn 2, kp 12 tr 500, kq tốt', { hoi_nghi: 2, kinh_phi: 12.5, ket_qua: 'tốt' }],
  ])('%s', (text, values) => {
    const read = parseReport(monthly, text);
    expect(read.values).toEqual(values);
    expect([...read.faults, ...read.unread]).toEqual([]);
  });

  it.each([
    ['hn 3, du 60, loa xa ngay 2 lan', { hoi_nghi: 3, nguoi_du: 60 }, 'loa xa ngay 2 lan'],
    ['hn 3, loa phát tuần 3 buổi', { hoi_nghi: 3 }, 'loa phát tuần 3 buổi'],
    ['18 pano, 240m băng rôn, 3 tin', { truc_quan: 18, tin_bai: 3 }, '240m băng rôn'],
  ])('%s: what counts nothing of the form is named', (text, values, unread) => {
    const read = parseReport(monthly, text);
    expect(read.values).toEqual(values);
    expect(read.unread).toEqual([unread]);
  });

  it('“cổng 60 tin” is a place, “cộng 60 tin” so many more', () => {
    expect(readChange(monthly, '2 hội nghị, cổng 60 tin, kp 12tr5').values).toEqual({
      hoi_nghi: 2,
      cong_ttdt: 60,
      kinh_phi: 12.5,
    });
    expect(readChange(monthly, 'cộng 60 tin').faults).toMatchObject([{ field: 'tin_bai', fault: 'more' }]);
  });
});

it.each([
  ['đúng, gửi', false],
  ['dung, gui', false],
  ['đừng gửi', true],
  ['dung gui voi', true],
])('%s holds up: %s', (text, is) => {
  expect(isPausing(text)).toBe(is);
});
