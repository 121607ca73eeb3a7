import { expect, it } from 'vitest';
import { readMessage, readPerson } from '../../src/understanding/spoken-message.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const { units } = FROZEN_PLAN;

it.each([
  ['nhắn chị Hoa bên HBG là gửi lại phụ lục', 'cho chị Hoa bên HBG: Gửi lại phụ lục'],
  ['nhan chi Hoa ben HBG la gui lai phu luc', 'cho chi Hoa bên HBG: Gui lai phu luc'],
  ['nhắn anh Phúc HBG gửi lại phụ lục nhé', 'cho anh Phúc bên HBG: Gửi lại phụ lục nhé'],
  ['gửi riêng cho chị Oanh Sở Tài chính: nhớ gửi bản word', 'cho chị Oanh bên STC: Nhớ gửi bản word'],
  ['nhắn tin cho anh Phúc: gửi lại phụ lục', 'cho anh Phúc: Gửi lại phụ lục'],
  ['bảo Công an tỉnh gửi lại phụ lục', 'cho CAT: Gửi lại phụ lục'],
  ['bao cong an tinh gui lai phu luc', 'cho CAT: Gui lai phu luc'],
  ['bảo Bình Giang và Cẩm Giàng gửi lại phụ lục', 'cho HBG, HCG: Gửi lại phụ lục'],
  ['yêu cầu Công an tỉnh bổ sung danh sách', 'cho CAT: Bổ sung danh sách'],
  ['nói với Sở Y tế là bổ sung phụ lục', 'cho SYT: Bổ sung phụ lục'],
])('%s', (text, order) => {
  expect(readMessage(text, units)).toBe(order);
});

it.each([
  'bảo họ nộp đi',
  'bảo chị Hoa HBG và HDX gửi lại phụ lục',
  'yêu cầu Công an tỉnh báo cáo đột xuất về lũ trước 20/11',
  'yêu cầu Sở Y tế làm lại báo cáo',
  'Báo Hải Dương gửi lại phụ lục',
  'Công an tỉnh bảo mai gửi',
  'gửi Công an tỉnh bản word',
  'nhắn cho chị lúc 8h',
])('is no message to somebody: %s', (text) => {
  expect(readMessage(text, units)).toBeNull();
});

it.each([
  ['chị Hoa bên HBG', { name: 'Hoa', unit: 'HBG' }],
  ['anh Phúc Sở Tài chính', { name: 'Phúc', unit: 'STC' }],
  ['anh Phúc', { name: 'Phúc', unit: null }],
])('one person: %s', (text, person) => {
  expect(readPerson(text, units)).toEqual(person);
});

it.each(['các huyện', 'chị Hoa và anh Nam', 'HBG', 'lãnh đạo Sở Y tế'])('nobody alone: %s', (text) => {
  expect(readPerson(text, units)).toBeNull();
});
