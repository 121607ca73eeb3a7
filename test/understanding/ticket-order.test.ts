import { expect, it } from 'vitest';
import { saysNone } from '../../src/language/says-none.ts';
import { readTicketOrder } from '../../src/understanding/ticket-order.ts';

it.each([
  ['', { do: 'list', isAsked: false }],
  ['danh sách', { do: 'list', isAsked: true }],
  ['3', { do: 'show', id: 3 }],
  ['số 12', { do: 'show', id: 12 }],
  ['#4', { do: 'show', id: 4 }],
  ['trả lời 3 Xem công văn', { do: 'traloi', id: 3, rest: 'Xem công văn' }],
  ['TRA LOI so 3: xem cv 12', { do: 'traloi', id: 3, rest: 'xem cv 12' }],
  ['traloi 3', { do: 'traloi', id: 3, rest: '' }],
  ['nhận 3', { do: 'nhan', id: 3, rest: '' }],
  ['đóng 3 trùng', { do: 'dong', id: 3, rest: 'trùng' }],
  ['chưa rõ 3', { do: 'hoi', id: 3, rest: '' }],
  ['nhận thức của bà con còn thấp', { do: 'raise', text: 'nhận thức của bà con còn thấp' }],
  ['trả lời kiến nghị của xã thế nào', { do: 'raise', text: 'trả lời kiến nghị của xã thế nào' }],
  ['3 xã chưa có máy tính', { do: 'raise', text: '3 xã chưa có máy tính' }],
  ['nhận 3tr kinh phí', { do: 'raise', text: 'nhận 3tr kinh phí' }],
])('“/vuongmac %s”', (typed, order) => {
  expect(readTicketOrder(typed)).toEqual(order);
});

it.each(['Không', 'ko có', 'Không có khó khăn, vướng mắc gì.', '-', 'chưa có', 'Đơn vị không có vướng mắc', 'K'])(
  '“%s” says that there is none',
  (typed) => expect(saysNone(typed)).toBe(true),
);

it.each(['Không có kinh phí', 'Khó khăn về máy móc', 'Chưa có hướng dẫn', 'không đủ người'])(
  '“%s” says that there is one',
  (typed) => expect(saysNone(typed)).toBe(false),
);
