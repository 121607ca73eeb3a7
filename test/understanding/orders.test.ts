import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/chat/commands/index.ts';
import { planSituation } from '../../src/chat/situation.ts';
import { readActingOrder } from '../../src/understanding/acting-order.ts';
import { holdsBack, stanceOf } from '../../src/understanding/order-stance.ts';
import { understand } from '../../src/understanding/understand.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const COORDINATOR = planSituation(FROZEN_PLAN, COMMANDS, 'coordinator', '2026-11-12');
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

it.each([
  ['gia hạn cho Chí Linh và Kinh Môn tới 20/11 vì bão', 'giahan', 'cho Chí Linh và Kinh Môn tới 20/11 vì bão'],
  ['cho cẩm giàng thêm 2 ngày nữa', 'giahan', 'cho cẩm giàng thêm 2 ngày nữa'],
  ['lùi hạn cho HCG 3 ngày, họ đang kiểm kê', 'giahan', 'cho HCG 3 ngày vì họ đang kiểm kê'],
  ['thanh tra tỉnh khỏi nộp tháng này nhé, họ giải thể rồi', 'mien', 'TTT 2026-11 vì họ giải thể rồi'],
  ['bỏ miễn cho thanh tra tỉnh', 'mien', 'bỏ miễn cho thanh tra tỉnh'],
  ['bc tháng 10 của công an ok rồi, duyệt đi', 'duyet', 'CAT 2026-10'],
  ['trả lại báo cáo Sở Tài chính, thiếu kết quả', 'duyet', 'trả lại STC: thiếu kết quả'],
  ['mở lại báo cáo tháng 9 của Thanh Hà để họ sửa', 'duyet', 'mở lại HTHA 2026-09'],
  ['duyệt hết đi', 'duyet', ''],
  [
    'tứ kỳ gửi bc qua trục liên thông, 3 hội nghị 200 người',
    'nopthay',
    'HTK\ntứ kỳ gửi bc qua trục liên thông, 3 hội nghị 200 người',
  ],
  ['gửi thông báo cho HBG với Thanh Miện: chiều mai họp', 'thongbao', 'cho HBG với Thanh Miện: Chiều mai họp'],
  ['nhắn cho các sở ngày 20 có đoàn kiểm tra nhé', 'thongbao', 'cho các sở: Ngày 20 có đoàn kiểm tra'],
  ['mời các huyện dự họp ngày 20', 'thongbao', 'cho các huyện: Mời các huyện dự họp ngày 20'],
  ['báo cho tp hải dương biết là nộp sớm giúp', 'thongbao', 'cho tp hải dương: Nộp sớm'],
  ['nhắc các sở trừ STC đi', 'dondoc', 'các sở trừ STC đi'],
  ['mời thêm người của báo Hải Dương', 'moi', 'BAOHD'],
  ['moi them lanh dao huyen ninh giang vao bot', 'moi', 'lãnh đạo HNG'],
  ['nhắc lại cho chị xem những ai chưa nộp', 'tonghop', ''],
  ['có bao nhiêu bc đang chờ xem', 'duyet', ''],
])('%s: /%s %s', (text, name, args) => {
  expect(understand(text, COORDINATOR).act).toEqual({ do: 'command', name, args });
});

it('what is printed of an order names the units that are meant, and figures that were told along', () => {
  expect(understand('nhắc tất cả trừ sở y tế', COORDINATOR)).toMatchObject({ intent: 'dondoc', unit: null });
  expect(understand('nhắc riêng Tứ Kỳ với Thanh Hà thôi', COORDINATOR)).toMatchObject({ intent: 'dondoc', unit: null });
  expect(understand('tứ kỳ gửi bc qua trục liên thông, 3 hội nghị 200 người', COORDINATOR)).toMatchObject({
    intent: 'nopthay',
    unit: 'HTK',
    fields: { hoi_nghi: 3, nguoi_du: 200 },
  });
  expect(understand('nopthay bao hai duong thang 10 tin bai 45', COORDINATOR).fields).toEqual({ tin_bai: 45 });
  expect(understand('đừng gia hạn cho tỉnh đoàn', COORDINATOR)).toMatchObject({ intent: 'khac' });
});

it('a liaison who needs nothing asks for nothing', () => {
  const liaison = { ...planSituation(FROZEN_PLAN, COMMANDS, 'liaison', '2026-11-12'), ownUnits: ['HBG'] };
  for (const text of ['bên em không cần gia hạn đâu ạ', 'chưa gửi công văn, mai văn thư mới đóng dấu'])
    expect(understand(text, liaison).act, text).not.toMatchObject({
      name: expect.stringMatching(/xingiahan|daguivanban/),
    });
});

const actOf = (text: string) => {
  const { act } = understand(text, COORDINATOR);
  return act.do === 'command' ? `${act.name} ${act.args}` : act.do;
};

it.each([
  [
    'miễn báo cáo năm cho các hội trừ Hội Phụ nữ, vì đã có báo cáo riêng',
    'mien các hội trừ Hội Phụ nữ 2026 vì đã có báo cáo riêng',
  ],
  ['miễn cho các huyện trừ TP Hải Dương tháng 12 vì sáp nhập', 'mien các huyện trừ TP Hải Dương 2026-12 vì sáp nhập'],
  ['duyệt tất cả trừ Gia Lộc', 'duyet tất cả trừ Gia Lộc'],
  ['thông báo cho Sở Nội vụ, Tỉnh đoàn: mai họp 8h', 'thongbao cho Sở Nội vụ, Tỉnh đoàn: Mai họp 8h'],
  ['thông báo cho tất cả đơn vị trừ các sở: chiều nay họp', 'thongbao cho tất cả đơn vị trừ các sở: Chiều nay họp'],
  ['báo Tứ Kỳ: chiều nay họp', 'thongbao cho Tứ Kỳ: Chiều nay họp'],
  ['cho Kim Thành lùi tới 19/11 vì mất điện', 'giahan cho Kim Thành lùi tới 19/11 vì mất điện'],
])('an exception stays one, and whom it is for is no part of the words: %s', (text, order) => {
  expect(actOf(text)).toBe(order);
});

it.each([
  'Sở Y tế xin miễn tháng 12, chị không đồng ý',
  'Sở Tài chính xin lùi báo cáo năm đến 20/12 nhưng chị chưa đồng ý',
  'lẽ ra phải gia hạn cho Sở Y tế thêm 2 ngày',
  'nhắc cả Thanh tra tỉnh nữa, rồi cho Kim Thành lùi tới 19/11 vì mất điện',
  'hoàn tác việc trả lại Sở Y tế',
])('%s is carried out by no order', (text) => {
  expect(['hoiviec', 'hoantac']).toContain(commandOf(text));
});

describe('without its marks a word is no order because it sounds like one', () => {
  it.each<[string, string | null]>([
    ['Thanh Miện', null],
    ['Thanh Miện chưa gửi', null],
    ['thêm cả Thanh Miện', null],
    ['tôi muốn hỏi về báo cáo', null],
    ['3 hội nghị, mai em nộp', null],
    ['đã tổ chức 3 hội nghị chuyên đề tại các xã', null],
    ['Gia Lộc đã hoàn thành báo cáo', null],
    ['huyện em tháng này không thực hiện nội dung tuyên truyền nào', null],
    ['Gia Lộc cũng nộp rồi', null],
    ['Kim Thành nộp bản cứng chiều qua lúc 3h, số 5/BC-UBND ngày 16/11, 2 hội nghị', 'nopthay'],
    ['đã nhận bản giấy của Hội Nông dân sáng nay 9h, công văn 88/BC-HND ngày 17/11, không phát sinh', 'nopthay'],
    ['bot nhận được báo cáo của bên em chưa', 'lichsu'],
    ['nhắc các huyện chưa nộp giúp em với', 'dondoc'],
    ['nhắc Gia Lộc giúp chị với', 'dondoc'],
    ['thông báo giúp em với', 'thongbao'],
    ['gửi thông báo cho HBG với Thanh Miện: chiều mai họp', 'thongbao'],
    ['gia hạn Sở Xây dựng thêm 2 ngày vì đang chuyển trụ sở', 'giahan'],
    ['miễn Thanh Miện vì lũ', 'mien'],
    ['Thanh Miện cũng vậy', 'giahan'],
    ['Gia Lộc tương tự, đến 20/11', 'giahan'],
    ['hoàn tác gia hạn Gia Lộc', 'hoiviec'],
    ['đừng nhắc vội', 'hoiviec'],
  ])('%s', (text, command) => {
    expect(commandOf(text)).toBe(command);
    expect(commandOf(plain(text))).toBe(command);
  });
});

it.each([
  ['gia hạn Thanh Miện', 'Thanh Miện'],
  ['nới hạn Gia Lộc đến 20/11', 'Gia Lộc'],
  ['giãn hạn cho Gia Lộc đến 20/11', 'Gia Lộc'],
  ['của Gia Lộc, thêm 2 ngày nữa nhé', 'Gia Lộc'],
  ['HBG được miễn', 'HBG'],
  ['muốn gia hạn Tứ Kỳ', 'Tứ Kỳ'],
  ['gia hạn HBG vì mưa bão, à Tứ Kỳ nữa', 'HBG, Tứ Kỳ'],
])('“%s” is about %s, with its marks and without', (text, who) => {
  const situation = { today: '2026-11-12', reports: [] };
  expect(readActingOrder(text, situation).who).toBe(who);
  expect(readActingOrder(plain(text), situation).who).toBe(plain(who));
});
