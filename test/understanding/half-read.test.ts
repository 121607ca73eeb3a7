import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/chat/commands/index.ts';
import { planSituation } from '../../src/chat/situation.ts';
import { understand } from '../../src/understanding/understand.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const COORDINATOR = planSituation(FROZEN_PLAN, COMMANDS, 'coordinator', '2026-11-17');
const does = (text: string): string => {
  const { act } = understand(text, COORDINATOR);
  return act.do === 'command' ? `${act.name} ${act.args}`.trim() : act.do;
};

/** What a stranger at the desk typed, and sentences of the same kind: an order that is half read has another effect than was wanted. */
describe('the units of an order are never those of its reason, nor of a document', () => {
  it.each([
    ['miễn báo cáo năm cho Tỉnh đoàn vì sáp nhập vào LDLD', 'mien TDOAN 2026 vì sáp nhập vào LDLD'],
    ['mien bao cao nam cho Tinh doan vi sap nhap vao MTTQ', 'mien TDOAN 2026 vì sap nhap vao MTTQ'],
    ['miễn cho Kim Thành tháng 11 do chuyển đầu mối sang HTK', 'mien HKT 2026-11 vì chuyển đầu mối sang HTK'],
    ['trả lại báo cáo năm của Sở Y tế vì giống hệt BCHQS', 'duyet trả lại SYT 2026: giống hệt BCHQS'],
    [
      'trả lại báo cáo năm 2026 của Sở Y tế: lượt người dự không khớp',
      'duyet trả lại SYT 2026: lượt người dự không khớp',
    ],
    ['trả lại báo cáo Sở Nội vụ, số liệu trùng với STC', 'duyet trả lại SNV: số liệu trùng với STC'],
    ['mở lại báo cáo của Sở Y tế vì phát hiện sai', 'duyet mở lại SYT: phát hiện sai'],
    [
      'nhập báo cáo giấy tháng 11 Ninh Giang số 12/HBG ngày 10/11 nhận hôm qua',
      'nopthay HNG 2026-11\nnhập báo cáo giấy tháng 11 Ninh Giang số 12/HBG ngày 10/11 nhận hôm qua',
    ],
    ['gia han HBG den thu 6 cho don vi vi mat dien', 'giahan HBG den thu 6 cho don vi vi mat dien'],
  ])('%s', (text, order) => expect(does(text)).toBe(order));
});

describe('an order to give more time is one however it is told', () => {
  it.each([
    ['Thanh Hà mất điện, cho lùi đến hết thứ 5', 'giahan Thanh Hà đến hết thứ 5 vì mất điện'],
    ['Thanh Hà và Tứ Kỳ mất điện, cho lùi đến hết thứ 5', 'giahan Thanh Hà và Tứ Kỳ đến hết thứ 5 vì mất điện'],
    ['Thanh Hà mất mạng nên cho lùi tới thứ 5', 'giahan Thanh Hà tới thứ 5 vì mất mạng'],
    ['Thanh Hà bị lũ, gia hạn đến thứ 5', 'giahan Thanh Hà đến thứ 5 vì bị lũ'],
    ['Sở Xây dựng đang chuyển trụ sở, thêm 2 ngày', 'giahan Sở Xây dựng thêm 2 ngày vì đang chuyển trụ sở'],
    ['Tứ Kỳ xin thêm 2 ngày, mất điện, duyệt', 'giahan Tứ Kỳ thêm 2 ngày vì mất điện'],
    ['duyệt đơn xin của Sở GD', 'giahan Sở GD'],
    ['đồng ý cho HBG xin lùi đến thứ 6 vì mất mạng', 'giahan HBG lùi đến thứ 6 vì mất mạng'],
    ['HTHA, HTK xin lùi đến hết thứ 4 vì mất điện, đồng ý', 'giahan HTHA, HTK lùi đến hết thứ 4 vì mất điện'],
    ['cho mấy đơn vị chưa nộp thêm 1 ngày vì mạng lỗi', 'giahan cho mấy đơn vị chưa nộp thêm 1 ngày vì mạng lỗi'],
    ['gia han bao cao nam cho hbg, hgl den t6 vi mat dien', 'giahan bao cao nam cho hbg, hgl den t6 vi mat dien'],
  ])('%s', (text, order) => expect(does(text)).toBe(order));
});

describe('two orders are two, and none is begun', () => {
  it.each([
    [
      'gia hạn HBG đến thứ 6 vì mất điện và gia hạn HGL đến thứ 5 vì thiếu người',
      'gia hạn HBG đến thứ 6 vì mất điện\ngia hạn HGL đến thứ 5 vì thiếu người',
    ],
    [
      'gia hạn cho Sở Công Thương đến thứ 6, Sở Tài chính đến thứ 5, cùng lý do mạng hỏng',
      'gia hạn SCT đến 20/11/2026 vì mạng hỏng\ngia hạn STC đến 19/11/2026 vì mạng hỏng',
    ],
    [
      'gia hạn tháng 11 HBG thêm 2 ngày, HCG và HTK thêm 3 ngày vì mất điện',
      'gia hạn 2026-11 HBG thêm 2 ngày vì mất điện\ngia hạn 2026-11 HCG, HTK thêm 3 ngày vì mất điện',
    ],
  ])('%s', (text, orders) => expect(does(text)).toBe(`hoiviec hailenh ${orders}`));
});

describe('an order to remind is no question for the words that are not known in it', () => {
  it.each([
    ['nhắc các đoàn thể chưa nộp, trừ những đơn vị đã hứa', 'dondoc các đoàn thể chưa nộp, trừ những đơn vị đã hứa'],
    ['nhắc các huyện trừ mấy đơn vị đã gọi', 'dondoc các huyện trừ mấy đơn vị đã gọi'],
    ['nhắc tất cả trừ đơn vị đang xin gia hạn', 'dondoc tất cả trừ đơn vị đang xin gia hạn'],
    ['nhắc tôi 17h gọi Kinh Môn', 'hoiviec hengio nhắc tôi 17h gọi Kinh Môn'],
    ['8h sáng mai nhắc lại các huyện', 'hoiviec hengio 8h sáng mai nhắc lại các huyện'],
    ['nhắc các huyện nộp trước 17h', 'dondoc các huyện nộp trước 17h'],
  ])('%s', (text, order) => expect(does(text)).toBe(order));
});

describe('whom a notice is for is read wherever it stands', () => {
  it.each([
    [
      'gửi riêng cho lãnh đạo các đơn vị chưa nộp: đề nghị chỉ đạo',
      'thongbao cho lãnh đạo các đơn vị chưa nộp: Đề nghị chỉ đạo',
    ],
    [
      'nội dung thông báo này gửi cho chưa nộp tháng 11, trừ báo Hải Dương: 17h30 chốt số liệu',
      'thongbao cho chưa nộp tháng 11, trừ báo Hải Dương: 17h30 chốt số liệu',
    ],
    ['báo HBG là hạn vẫn giữ nguyên', 'thongbao cho HBG: Hạn vẫn giữ nguyên'],
    [
      'cảm ơn mọi người đã nộp, gửi cho các đơn vị đã nộp tháng 11',
      'thongbao cho các đơn vị đã nộp tháng 11: Cảm ơn mọi người đã nộp',
    ],
    ['xuất excel tháng 11, gửi cho các huyện', 'xuat excel tháng 11, gửi cho các huyện'],
  ])('%s', (text, order) => expect(does(text)).toBe(order));
});

describe('what is told or asked is no order held back', () => {
  it.each([
    ['tháng 11 còn mấy báo cáo chưa duyệt', 'duyet 2026-11'],
    ['từ chối báo cáo của Nam Sách năm 2026', 'duyet trả lại HNS 2026'],
    ['từ chối đơn xin lùi của SGDDT vì quá gấp', 'giahan không SGDDT quá gấp'],
  ])('%s', (text, order) => expect(does(text)).toBe(order));
});
