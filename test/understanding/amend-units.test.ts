import { expect, it } from 'vitest';
import { readAmend, readInstead, withoutDenial } from '../../src/understanding/amend-units.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const { units } = FROZEN_PLAN;

it.each([
  ['nhắc hết, chừa Bình Giang, Ninh Giang ra', ['HBG', 'HNG']],
  ['chừa Bình Giang với Ninh Giang ra nhé', ['HBG', 'HNG']],
  ['ngoài Ninh Giang ra', ['HNG']],
  ['ngoai Ninh Giang ra thi nhac het', ['HNG']],
  ['để Chí Linh lại', ['TPCL']],
  ['à để Chí Linh lại, tôi gọi sau', ['TPCL']],
  ['chua Ninh Giang ra', ['HNG']],
  ['khoan, thôi bỏ cả Tứ Kỳ ra', ['HTK']],
  ['khoan, thôi bỏ Tứ Kỳ ra', ['HTK']],
  ['khoan bỏ Sở Tư pháp ra', ['STP']],
  ['khoan bo so tu phap ra', ['STP']],
  ['Khoan đã, đừng nhắc Tứ Kỳ', ['HTK']],
  ['từ từ, trừ Tứ Kỳ với Thanh Hà nhé', ['HTK', 'HTHA']],
  ['tu tu da, khong nhac Tu Ky nua', ['HTK']],
  ['ấy khoan, chừa Ninh Giang ra', ['HNG']],
  ['dung nhac tu ky', ['HTK']],
  ['khoan nhắc Tứ Kỳ', ['HTK']],
  ['khoan hãy nhắc Tứ Kỳ nhé', ['HTK']],
  ['khoan nhac tu ky voi thanh ha', ['HTK', 'HTHA']],
  ['tạm chưa nhắc Tứ Kỳ', ['HTK']],
])('in a preview leaves out: %s', (text, drop) => {
  expect(readAmend(text, units)).toEqual({ drop, add: [] });
});

it.each([
  ['à nhầm, Tứ Kỳ vẫn nhắc, bỏ Thanh Hà cơ', ['HTHA'], ['HTK']],
  ['a nham, tu ky van nhac, bo thanh ha co', ['HTHA'], ['HTK']],
  ['à sở nội vụ vẫn nhắc', [], ['SNV']],
  ['Tứ Kỳ cứ nhắc bình thường', [], ['HTK']],
  ['thôi bỏ Ninh Giang, là Thanh Miện', ['HNG'], ['HTM']],
  ['thoi bo ninh giang, la thanh mien', ['HNG'], ['HTM']],
  ['bỏ Ninh Giang, thay bằng Thanh Miện', ['HNG'], ['HTM']],
  ['khoan, bỏ Ninh Giang, mà là Thanh Miện cơ', ['HNG'], ['HTM']],
  ['nhầm, Thanh Hà thì bỏ, thêm Gia Lộc', ['HTHA'], ['HGL']],
  ['ok bỏ Tứ Kỳ', ['HTK'], []],
  ['bỏ Ninh Giang, Thanh Miện', ['HNG', 'HTM'], []],
])('in a preview: %s', (text, drop, add) => {
  expect(readAmend(text, units)).toEqual({ drop, add });
});

it.each(['Tứ Kỳ vẫn không nhắc', 'Tứ Kỳ vẫn nộp muộn', 'là Thanh Miện', 'Thanh Miện'])('amends nothing: %s', (text) => {
  expect(readAmend(text, units)).toBeNull();
});

it.each([
  ['à thôi chỉ Sở Giáo dục', ['SGDDT']],
  ['a thoi chi so giao duc', ['SGDDT']],
  ['chỉ nhắc Tứ Kỳ thôi', ['HTK']],
  ['thôi, chỉ Tứ Kỳ với Thanh Hà', ['HTK', 'HTHA']],
])('in a preview means those alone: %s', (text, codes) => {
  expect(readAmend(text, units)).toBeNull();
  expect(readInstead(text, units)).toEqual(codes);
});

it.each([
  'khoan',
  'khoan đã',
  'khoan, thôi',
  'từ từ đã',
  'Tứ Kỳ nộp chưa',
  'thôi để sau',
  'để tôi xem lại',
  'riêng Tứ Kỳ thì thôi',
])('neither: %s', (text) => {
  expect(readAmend(text, units)).toBeNull();
  expect(readInstead(text, units)).toBeNull();
});

it.each([
  ['Tứ Kỳ cũng vậy', 'Tứ Kỳ'],
  ['Tu Ky cung the', 'Tu Ky'],
  ['Tứ Kỳ tương tự', 'Tứ Kỳ'],
  ['Tứ Kỳ y như trên', 'Tứ Kỳ'],
  ['Sở Nội vụ cũng đến 21/11', 'Sở Nội vụ đến 21/11'],
  ['không, Sở Nội vụ đến 21/11', 'Sở Nội vụ đến 21/11'],
])('“%s” means “%s”', (text, meant) => {
  expect(withoutDenial(text)).toBe(meant);
});
