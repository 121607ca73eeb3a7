import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/chat/commands/index.ts';
import { planSituation } from '../../src/chat/situation.ts';
import { splitOrders } from '../../src/understanding/split-orders.ts';
import { ordersIn } from '../../src/understanding/spoken-order.ts';
import { understand } from '../../src/understanding/understand.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const COORDINATOR = planSituation(FROZEN_PLAN, COMMANDS, 'coordinator', '2026-11-17');
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

/** What strangers at the desk typed, and sentences of the same kind: the second unit was swallowed into the reason of the first. */
describe('a unit with a day, an order or a reason of its own is an order of its own', () => {
  it.each([
    [
      'gia hạn SCT đến 20/11 vì chờ số liệu cơ sở; STC, SXD đến 23/11 vì quyết toán',
      ['gia hạn SCT đến 20/11/2026 vì chờ số liệu cơ sở', 'gia hạn STC, SXD đến 23/11/2026 vì quyết toán'],
    ],
    [
      'Gia hạn cho Sở Y tế đến 20/11 vì đang kiểm tra, Sở Tài chính đến 23/11 do quyết toán cuối năm',
      ['gia hạn SYT đến 20/11/2026 vì đang kiểm tra', 'gia hạn STC đến 23/11/2026 vì quyết toán cuối năm'],
    ],
    [
      'Kim Thành đến 20/11, Gia Lộc đến 23/11, gia hạn do lũ',
      ['gia hạn HKT đến 20/11/2026 vì lũ', 'gia hạn HGL đến 23/11/2026 vì lũ'],
    ],
    [
      'gia hạn đến 20/11 cho HBG, đến 23/11 cho HCG, vì lũ',
      ['gia hạn HBG đến 20/11/2026 vì lũ', 'gia hạn HCG đến 23/11/2026 vì lũ'],
    ],
    [
      'gia hạn báo cáo tháng 12 cho Tỉnh đoàn và Hội Phụ nữ đến 22/12 vì đại hội, riêng Hội Phụ nữ đến 24/12',
      ['gia hạn 2026-12 TDOAN đến 22/12/2026 vì đại hội', 'gia hạn 2026-12 HLHPN đến 24/12/2026 vì đại hội'],
    ],
    [
      'gia hạn các huyện đến 20/11, riêng Tứ Kỳ đến 23/11 vì lũ',
      ['gia hạn các huyện trừ HTK đến 20/11/2026 vì lũ', 'gia hạn HTK đến 23/11/2026 vì lũ'],
    ],
    [
      'gia hạn Sở Y tế đến 20/11, các đơn vị còn lại đến 23/11 vì bão',
      ['gia hạn SYT đến 20/11/2026 vì bão', 'gia hạn các đơn vị chưa nộp trừ SYT đến 23/11/2026 vì bão'],
    ],
    [
      'miễn cho Kinh Môn, Thanh Miện tháng này; lý do chưa có đầu mối. Còn lại nhắc hết',
      ['miễn 2026-11 TXKM, HTM vì chưa có đầu mối', 'nhắc 2026-11 các đơn vị chưa nộp trừ TXKM, HTM'],
    ],
    [
      'Bình Giang với Gia Lộc miễn báo cáo tháng 12, Kim Thành gia hạn đến 20/12, lý do sáp nhập',
      ['miễn 2026-12 HBG, HGL vì sáp nhập', 'gia hạn 2026-12 HKT đến 20/12/2026 vì sáp nhập'],
    ],
    ['miễn TDOAN vì sáp nhập, MTTQ vì giải thể', ['miễn TDOAN vì sáp nhập', 'miễn MTTQ vì giải thể']],
    [
      'trả lại báo cáo năm của Đài PTTH vì thiếu kinh phí, và MTTQ vì số người dự sai',
      ['trả lại 2026 DPTTH vì thiếu kinh phí', 'trả lại 2026 MTTQ vì số người dự sai'],
    ],
    [
      'trả TP Hải Dương, lý do thiếu kinh phí; duyệt Văn phòng UBND tỉnh',
      ['trả lại TPHD vì thiếu kinh phí', 'duyệt VPUBND'],
    ],
    [
      'gia hạn báo cáo năm và báo cáo tháng 12 cho Tỉnh đoàn đến 22/12 vì đại hội',
      ['gia hạn 2026 TDOAN đến 22/12/2026 vì đại hội', 'gia hạn 2026-12 TDOAN đến 22/12/2026 vì đại hội'],
    ],
    [
      'nhắc Kim Thành, Gia Lộc; gia hạn Tứ Kỳ đến 20/11 vì lũ; miễn Thanh Hà vì sáp nhập',
      ['nhắc HKT, HGL', 'gia hạn HTK đến 20/11/2026 vì lũ', 'miễn HTHA vì sáp nhập'],
    ],
  ])('%s', (text, orders) => {
    expect(splitOrders(text, COORDINATOR)).toEqual(orders);
    const { act } = understand(text, COORDINATOR);
    expect(act.do === 'command' ? ordersIn(act) : null).toHaveLength(orders.length);
    const firsts = (all: readonly string[]): string[] => all.map((one) => plain(one.split(' vì ')[0] ?? ''));
    expect(firsts(splitOrders(plain(text), COORDINATOR) ?? [])).toEqual(firsts(orders));
  });
});

/** Of several days only the last was read, and given to the first report. */
describe('two reports with a day each are two orders', () => {
  it.each([
    [
      'Cho Gia Lộc gia hạn báo cáo năm đến 18/12 và báo cáo tháng 12 đến 20/12, lý do thay cán bộ',
      ['gia hạn 2026 HGL đến 18/12/2026 vì thay cán bộ', 'gia hạn 2026-12 HGL đến 20/12/2026 vì thay cán bộ'],
    ],
    [
      'gia hạn báo cáo tháng 12 cho Gia Lộc đến 20/12 còn báo cáo năm chỉ đến 18/12',
      ['gia hạn 2026-12 HGL đến 20/12/2026', 'gia hạn 2026 HGL đến 18/12/2026'],
    ],
    [
      'Huyện Tứ Kỳ báo cáo năm lùi sang 16/12, báo cáo tháng 12 lùi sang 21/12, lý do trụ sở đang sửa',
      ['gia hạn 2026 HTK đến 16/12/2026 vì trụ sở đang sửa', 'gia hạn 2026-12 HTK đến 21/12/2026 vì trụ sở đang sửa'],
    ],
    [
      'gia hạn đến 18/12 báo cáo năm, 20/12 báo cáo tháng 12 cho Gia Lộc vì lũ',
      ['gia hạn 2026 HGL đến 18/12/2026 vì lũ', 'gia hạn 2026-12 HGL đến 20/12/2026 vì lũ'],
    ],
    [
      'gia hạn cho Gia Lộc báo cáo năm thì 18/12, còn báo cáo tháng 12 thì 20/12 vì lũ',
      ['gia hạn 2026 HGL đến 18/12/2026 vì lũ', 'gia hạn 2026-12 HGL đến 20/12/2026 vì lũ'],
    ],
    [
      'gia hạn báo cáo năm đến 18/12 báo cáo tháng 12 đến 20/12 cho Gia Lộc và Kim Thành vì lũ',
      ['gia hạn 2026 HGL, HKT đến 18/12/2026 vì lũ', 'gia hạn 2026-12 HGL, HKT đến 20/12/2026 vì lũ'],
    ],
    [
      'gia hạn Gia Lộc báo cáo năm và báo cáo tháng 12 lần lượt đến 18/12 và 20/12 vì lũ',
      ['gia hạn 2026 HGL đến 18/12/2026 vì lũ', 'gia hạn 2026-12 HGL đến 20/12/2026 vì lũ'],
    ],
    [
      'gia hạn Gia Lộc báo cáo năm đến 18/12, Gia Lộc báo cáo tháng 12 đến 20/12 vì lũ',
      ['gia hạn 2026 HGL đến 18/12/2026 vì lũ', 'gia hạn 2026-12 HGL đến 20/12/2026 vì lũ'],
    ],
    // Not sure which belongs to which: the day is asked for.
    [
      'gia hạn Gia Lộc báo cáo năm và báo cáo tháng 12 đến 18/12, 20/12 vì lũ',
      ['gia hạn 2026 HGL vì lũ', 'gia hạn 2026-12 HGL vì lũ'],
    ],
  ])('%s', (text, orders) => {
    const { act } = understand(text, COORDINATOR);
    expect(act.do === 'command' ? ordersIn(act) : null).toHaveLength(orders.length);
    const tidied = (all: readonly string[] | null) => (all ?? []).map((one) => one.replace(/\s+/gu, ' '));
    expect(tidied(splitOrders(text, COORDINATOR))).toEqual(orders);
    const firsts = (all: readonly string[]): string[] => all.map((one) => plain(one.split(' vì ')[0] ?? ''));
    expect(firsts(tidied(splitOrders(plain(text), COORDINATOR)))).toEqual(firsts(orders));
  });
});

describe('a unit that is only spoken of in a reason is none', () => {
  it.each([
    'gia hạn cho Kim Thành đến 20/11 vì chờ Sở Y tế, Sở Tài chính gửi số liệu',
    'gia hạn cho Kim Thành, Gia Lộc đến 20/11 vì lũ',
    'gia hạn HBG đến 20/11 vì chờ HCG đến 19/11 mới gửi số liệu',
    'miễn HBG vì sáp nhập vào HCG, nhập vào đầu năm',
    'HBG hứa đến 20/11, HCG nộp chưa',
    'HBG và HCG nộp chưa, Kim Thành gia hạn đến đâu rồi?',
    'Kim Thành đến 20/11, Gia Lộc đến 23/11',
    'nhắc HBG nộp trước 17h, HCG trước 10h',
  ])('%s', (text) => expect(splitOrders(text, COORDINATOR)).toBeNull());
});
