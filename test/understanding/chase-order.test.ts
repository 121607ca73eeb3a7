import { expect, it } from 'vitest';
import { behindChase, extendedLeftOut, readChaseOrder, writeChaseOrder } from '../../src/understanding/chase-order.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const SITUATION = { today: '2026-11-12', reports: FROZEN_PLAN.obligations, units: FROZEN_PLAN.units };
const read = (text: string) => {
  const { whom, except, words, period } = readChaseOrder(behindChase(text) ?? '', SITUATION);
  const said = [whom.kinds, whom.codes, except.kinds, except.codes].map((part) => part.join(' '));
  return [...said, period ?? '', words, [...whom.unknown, ...except.unknown].join(' ')].join('|').replace(/\|+$/u, '');
};

it.each([
  ['nhắc HBG', '|HBG'],
  ['nhac hbg va hcg', '|HBG HCG'],
  ['Nhắc giúp tôi HBG, Ninh Giang và Cẩm Giàng nhé', '|HBG HNG HCG'],
  ['đôn đốc Bình Giang với HCG nộp báo cáo tháng 11', '|HBG HCG|||2026-11'],
  ['giục HBG t11', '|HBG|||2026-11'],
  ['nhắc các huyện chưa nộp đi', 'district'],
  ['nhắc riêng Tứ Kỳ với Thanh Hà thôi', '|HTK HTHA'],
  ['nhắc tất cả trừ sở y tế', '|||SYT'],
  ['nhắc các sở, trừ STC và Sở Y tế, nộp báo cáo nhé', 'department|||STC SYT'],
  ['đôn đốc giúp chị những đơn vị còn thiếu tháng 10', '||||2026-10'],
  ['nhac het di, sap het han roi', ''],
  ['giục mấy đứa chưa nộp đi', ''],
  ['em nhắc khối báo chí với các huyện nhé', 'press district'],
  ['nhắc các huyện, đừng nhắc HBG', 'district|||HBG'],
  ['nhắc thêm câu: gửi trước 17h để kịp tổng hợp', '|||||gửi trước 17h để kịp tổng hợp'],
  ['nhắc HBG, nhắn là chiều nay chốt số', '|HBG||||chiều nay chốt số'],
  ['nhắc các huyện nộp trước 16/11', 'district|||||Nộp trước 16/11'],
  ['nhắc các đơn vị chuẩn bị báo cáo năm', '||||2026'],
  ['nhắc Giang', '||||||Giang'],
  ['ngoài Công an ra nhắc hết các sở tháng 12', 'department|||CAT|2026-12'],
  ['trừ Tứ Kỳ ra còn các huyện khác nhắc báo cáo năm', 'district|||HTK|2026'],
  ['nhắc tất cả các huyện báo cáo năm, Tứ Kỳ thì thôi', 'district|||HTK|2026'],
  ['nhắc các sở trừ Sở Y tế, các huyện trừ Thanh Hà', 'department district|||SYT HTHA'],
  ['nhắc các huyện trừ TP Chí Linh, thêm Sở Nội vụ', 'district|SNV||TPCL'],
  ['nhắc Bình giang , gia loc, tu ky thang 12', '|HBG HGL HTK|||2026-12'],
  ['nhắc Bình Giang và Tứ Kỳ, bảo họ nộp trước 12/12', '|HBG HTK||||Nộp trước 12/12'],
  ['Nhắc lại các huyện chưa nộp giúp tôi nhưng chừa Bình Giang với Ninh Giang ra', 'district|||HBG HNG'],
  ['nhắc hết, chừa Bình Giang, Ninh Giang ra', '|||HBG HNG'],
  ['nhac het, chua Binh Giang, Ninh Giang ra', '|||HBG HNG'],
  ['nhac cac huyen nhung chua Binh Giang lai nhe', 'district|||HBG'],
  ['nhắc các huyện, chừa Ninh Giang', 'district|||HNG'],
  ['đôn đốc huyện báo cáo năm, ngoài Ninh Giang ra thì nhắc hết', 'district|||HNG|2026'],
  ['don doc cac huyen, ngoai Ninh Giang ra', 'district|||HNG'],
  ['nhắc các huyện nộp báo cáo năm, để Chí Linh lại, tôi gọi sau', 'district|||TPCL|2026'],
  ['nhắc các huyện nộp báo cáo năm, trừ Chí Linh', 'district|||TPCL|2026'],
  ['nhac cac huyen, de Chi Linh lai', 'district|||TPCL'],
  ['nhắc Sở Công thương với Sở Giáo dục, à thôi chỉ Sở Giáo dục', '|SGDDT'],
  ['nhắc Sở Công thương với Sở Giáo dục báo cáo năm, à thôi chỉ nhắc Sở Giáo dục', '|SGDDT|||2026'],
  ['nhac so cong thuong voi so giao duc, a thoi so giao duc thoi', '|SGDDT'],
  ['nhắc các huyện, à nhầm, chỉ Tứ Kỳ thôi', '|HTK'],
  ['nhắc các huyện chưa nộp lại đi', 'district'],
  ['nhắc lần cuối giùm chị', ''],
  ['nhắc lãnh đạo các huyện chưa nộp', '||||||lãnh đạo các huyện chưa nộp'],
  ['nhắc 5 đơn vị hay chậm nhất', '||||||5 đơn vị hay chậm nhất'],
  ['nhắc tất cả trừ sở gì đó', '||||||sở gì đó'],
])('%s', (text, order) => {
  expect(read(text)).toBe(order);
});

it('what is written is read the same', () => {
  const order = writeChaseOrder(['HBG', 'HCG'], ['STC'], 'gửi trước 17h');
  expect(order).toBe('HBG, HCG trừ STC: gửi trước 17h');
  expect(read(`nhắc ${order}`)).toBe('|HBG HCG||STC||gửi trước 17h');
});

it.each(['HBG và HCG', 'nhắc', 'sao các huyện chưa nộp', 'mai nhắc lại chị việc này nhé'])(
  '%s orders nothing',
  (text) => {
    expect(behindChase(text) ?? '').toBe('');
  },
);

it.each([
  ['bỏ mấy huyện được gia hạn ra', ['district']],
  ['trừ mấy ông được gia hạn', []],
  ['khoan, bo cac don vi duoc gia han ra', []],
  ['chừa các sở đã được gia hạn ra nhé', ['department']],
  ['trừ các đơn vị xin lùi hạn rồi', []],
  ['trừ Tứ Kỳ', null],
  ['bỏ gia hạn Tứ Kỳ', null],
  ['nhắc các huyện, trừ mấy ông được gia hạn', null],
  ['gia hạn', null],
])('leaves out whoever has more time: %s', (text, kinds) => {
  expect(extendedLeftOut(text)).toEqual(kinds);
});
