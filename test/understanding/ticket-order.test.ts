import { expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { saysNone } from '../../src/language/report/says-none.ts';
import { readTicketOrder, readTicketReply } from '../../src/understanding/ticket-order.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

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

it.each([
  ['Trả lời Gia Lộc: tính đến hết 14/12', 'traloi HGL tính đến hết 14/12'],
  ['em trả lời câu hỏi của Gia Lộc là tính đến hết 14/12', 'traloi HGL tính đến hết 14/12'],
  ['giải đáp cho Gia Lộc rằng tính đến hết 14/12', 'traloi HGL tính đến hết 14/12'],
  ['phản hồi vướng mắc số 3 là xem công văn', 'traloi 3 xem công văn'],
  ['trả lời phiếu số 3: xem công văn', 'traloi 3 xem công văn'],
  ['đóng hết vướng mắc', 'donghet'],
  ['trả lời giúp em với', null],
])('“%s” with its marks and without', (typed, words) => {
  expect(readTicketReply(typed, FROZEN_PLAN)).toBe(words);
  expect(readTicketReply(fold(typed), FROZEN_PLAN)?.toLowerCase() ?? null).toBe(words === null ? null : fold(words));
});

it.each(['Không', 'ko có', 'Không có khó khăn, vướng mắc gì.', '-', 'chưa có', 'Đơn vị không có vướng mắc', 'K'])(
  '“%s” says that there is none',
  (typed) => expect(saysNone(typed)).toBe(true),
);

it.each(['Không có kinh phí', 'Khó khăn về máy móc', 'Chưa có hướng dẫn', 'không đủ người'])(
  '“%s” says that there is one',
  (typed) => expect(saysNone(typed)).toBe(false),
);
