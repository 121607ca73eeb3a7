import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/chat/commands/index.ts';
import { planSituation } from '../../src/chat/situation.ts';
import { holdsBack, stanceOf } from '../../src/understanding/order-stance.ts';
import { understand } from '../../src/understanding/understand.ts';
import { REAL_PLAN } from '../support/bot-bench.ts';

const COORDINATOR = planSituation(REAL_PLAN, COMMANDS, 'coordinator', '2026-11-12');
const commandOf = (text: string): string | null => {
  const { act } = understand(text, COORDINATOR);
  return act.do === 'command' ? act.name : null;
};

const ORDERS = ['dondoc', 'thongbao', 'duyet', 'giahan', 'mien', 'nopthay'];
/** One way to say each order; what stands around it decides. */
const SAID: Readonly<Record<string, string>> = {
  dondoc: 'nhắc các huyện',
  thongbao: 'thông báo cho các huyện',
  duyet: 'duyệt báo cáo của Bình Giang',
  giahan: 'gia hạn cho Bình Giang',
  mien: 'miễn cho Bình Giang',
  nopthay: 'nhập thay cho Bình Giang',
};
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

describe('whatever the order, it is carried out only where it is given', () => {
  const HELD = [
    'đừng X',
    'đừng X vội',
    'không X nữa',
    'khoan X',
    'chưa X vội',
    'thôi đừng X',
    'X thì X, mà thôi để mai tính',
    'chưa cần X',
  ];
  const ASKED = [
    'có nên X không nhỉ',
    'ai bảo X thế',
    'đã X chưa em',
    'sao bot không X thế',
    'X không em',
    'nghe nói X rồi',
    'sếp bảo X nhưng chưa có văn bản',
    'X nhỉ?',
  ];
  it.each(ORDERS)('%s', (order) => {
    const said = SAID[order] ?? '';
    for (const frame of HELD) expect(stanceOf(frame.replaceAll('X', said), order), frame).toBe('held');
    for (const frame of ASKED) expect(stanceOf(frame.replaceAll('X', said), order), frame).toBe('asked');
    for (const frame of [...HELD, ...ASKED]) {
      const text = frame.replaceAll('X', said);
      expect(ORDERS, text).not.toContain(commandOf(text));
      expect(ORDERS, plain(text)).not.toContain(commandOf(plain(text)));
    }
    for (const frame of ['X', 'X nhé', 'X giúp chị được không', 'em X đi']) {
      expect(stanceOf(frame.replaceAll('X', said), order), frame).toBe('given');
    }
  });
});

it.each([
  ['nhắc các huyện vì chưa nhắc lần nào', 'dondoc'],
  ['gia hạn cho Bình Giang đến 20/11 vì không nhắc kịp', 'giahan'],
  ['thông báo cho các huyện: đừng nhắc nữa nhé', 'thongbao'],
  ['nhắc các huyện, đừng nhắc HBG', 'dondoc'],
])('%s is given: a reason, words to pass on and an exception deny nothing', (text, order) => {
  expect(stanceOf(text, order)).toBe('given');
});

it.each(['miễn phí hay mất tiền vậy bot', 'miễn bàn, làm tốt lắm', 'thanh mien nop chua', 'miễn sao kịp họp là được'])(
  '%s waives nothing',
  (text) => expect(commandOf(text)).not.toBe('mien'),
);

it.each([
  ['thôi khoan, đừng nhắc vội', true],
  ['khoan gửi thông báo', true],
  ['đừng gia hạn nữa', true],
  ['nhắc luôn đi', false],
  ['đúng rồi', false],
])('%s at a preview holds it back: %s', (text, held) => expect(holdsBack(text)).toBe(held));
