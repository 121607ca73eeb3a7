import { expect, it } from 'vitest';
import { readChange } from '../../src/language/change/correction.ts';
import { FORM } from './form.ts';

it('each part of a text is asked about by its own word', () => {
  const { faults } = readChange(FORM, 'bớt 10 người dự, còn 8 bài báo nữa');
  expect(faults.map(({ field, fault }) => [field, fault])).toEqual([
    ['nguoi_du', 'less'],
    ['tin_bai', 'more'],
  ]);
});

it.each([
  ['bớt 10 người dự', 'less'],
  ['giảm đi 10 người dự', 'less'],
  ['còn 8 bài báo nữa', 'more'],
])('%s is asked about, and is no figure by itself', (text, fault) => {
  const { values, faults } = readChange(FORM, text);
  expect(values).toEqual({});
  expect(faults.map((one) => one.fault)).toEqual([fault]);
});

it.each([
  ['thêm 2 hội nghị, bớt 10 người dự', { hoi_nghi: 'more', nguoi_du: 'less' }, {}],
  ['them 2 hoi nghi voi 90 nguoi du', { hoi_nghi: 'more', nguoi_du: 'more' }, {}],
  ['cộng 2 hội nghị với 90 người dự', { hoi_nghi: 'more', nguoi_du: 'more' }, {}],
  ['vừa nãy thiếu 2 bài báo', { tin_bai: 'more' }, {}],
  ['người dự giảm 10', { nguoi_du: 'less' }, {}],
  ['trừ 2 hội nghị ra nhé', { hoi_nghi: 'less' }, {}],
  ['nham, them 2 bai bao nua chu ko phai 3', { tin_bai: 'more' }, {}],
  ['thêm 1 hội nghị nữa, kinh phí 20', { hoi_nghi: 'more' }, { kinh_phi: 20 }],
])('%s: so many more or less of each, whatever else is said', (text, doubted, values) => {
  const read = readChange(FORM, text);
  expect(Object.fromEntries(read.faults.map(({ field, fault }) => [field, fault]))).toEqual(doubted);
  expect(read.values).toEqual(values);
  expect(read.unread).toEqual([]);
});

it.each([
  ['thiếu 4 bài đăng facebook', 'mang_xa_hoi'],
  ['thieu 4 bai tren facebook cua so', 'mang_xa_hoi'],
  ['còn sót 2 bài đăng trên zalo', 'mang_xa_hoi'],
  ['thêm 3 tin trên cổng thông tin', 'cong_ttdt'],
  ['con thieu 2 hoi nghi', 'hoi_nghi'],
  ['quên 5 bài trên facebook', 'mang_xa_hoi'],
  ['thiếu mất 3 bài đăng facebook', 'mang_xa_hoi'],
  ['thieu mat 3 hoi nghi', 'hoi_nghi'],
  ['sót luôn 2 tin bài', 'tin_bai'],
  ['thiếu của 3 hội nghị', 'hoi_nghi'],
  ['quên mất tin bài 4', 'tin_bai'],
])('%s: so many more of whatever the form counts', (text, field) => {
  const { values, faults } = readChange(FORM, text);
  expect(values).toEqual({});
  expect(faults.map((one) => [one.field, one.fault])).toEqual([[field, 'more']]);
});

it('what is told beside them is said of the same', () => {
  const { values, faults } = readChange(FORM, 'thiếu 4 bài đăng facebook với 2 tin bài trên báo chí');
  expect(values).toEqual({});
  expect(faults.map(({ field, fault }) => [field, fault])).toEqual([
    ['mang_xa_hoi', 'more'],
    ['tin_bai', 'more'],
  ]);
});
