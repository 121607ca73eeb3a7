import { expect, it } from 'vitest';
import { readCalls } from '../../src/understanding/spoken-call.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const NOW = { today: '2026-11-13', time: '08:00' };
const read = (text: string) =>
  readCalls(text, NOW, FROZEN_PLAN.units)
    .map(({ units, outcome, promised }) =>
      `${units} ${outcome} ${promised === null ? '' : `${promised.day} ${promised.time}`}`.trim(),
    )
    .join('; ');

it.each([
  ['ghi là đã gọi Thanh Miện, hẹn 16/11 gửi', 'HTM reached 2026-11-16 17:00'],
  ['ghi là đã gọi huyện Thanh Miện, mai nộp', 'HTM reached 2026-11-14 17:00'],
  ['Kinh Môn chị gọi không nghe máy', 'TXKM no-answer'],
  ['gọi chị Thu Oanh tài chính rồi, chị ấy bảo thứ 2 gửi', 'STC reached 2026-11-16 17:00'],
  ['đã gọi thanh miện hẹn mai gửi, bộ đội thì hứa 17h', 'HTM reached 2026-11-14 17:00'],
  ['đã gọi Tứ Kỳ hứa 15h, Gia Lộc không nghe máy', 'HTK reached 2026-11-13 15:00; HGL no-answer'],
  ['HNS, Kim Thành không nghe máy', 'HNS no-answer; HKT no-answer'],
  ['Hội Nông dân hẹn 10h sáng thứ 2', 'HND reached 2026-11-16 10:00'],
  [
    'đã gọi BQLKCN, CAT, SNV đều hứa 17h',
    'BQLKCN reached 2026-11-13 17:00; CAT reached 2026-11-13 17:00; SNV reached 2026-11-13 17:00',
  ],
  ['đã gọi Kinh Môn với Thanh Miện, đều hứa 18h', 'TXKM reached 2026-11-13 18:00; HTM reached 2026-11-13 18:00'],
  ['gọi Kinh Môn, Thanh Miện rồi, cả hai hẹn 19h', 'TXKM reached 2026-11-13 19:00; HTM reached 2026-11-13 19:00'],
  [
    'đã gọi Kinh Môn không nghe máy, HBG, HCG đều hứa 17h',
    'TXKM no-answer; HBG reached 2026-11-13 17:00; HCG reached 2026-11-13 17:00',
  ],
  ['đã gọi HBG, HCG hứa 17h', 'HBG reached; HCG reached 2026-11-13 17:00'],
  ['gọi Tứ Kỳ với Gia Lộc rồi, cả hai hẹn sáng mai 9h', 'HGL reached 2026-11-14 09:00; HTK reached 2026-11-14 09:00'],
  ['đã gọi Ninh Giang, chị bảo HBG gửi chung lúc 17h', 'HNG reached'],
  ['Chí Linh hứa tối nay', 'TPCL reached 2026-11-13 20:00'],
])('%s', (text, calls) => {
  expect(read(text)).toBe(calls);
});

it.each([
  'thanh miện hẹn hôm nay gửi đúng k',
  'Gia Lộc hẹn mấy giờ',
  'xóa cái ghi Gia Lộc không nghe máy đi, nhầm',
  'nhắc Gia Lộc, họ hứa 17h',
  'gia hạn Thanh Hà đến 20/11 vì họ hứa thế',
  'sở y tế báo 5 hội nghị',
  'báo cáo huyện Tứ Kỳ tháng 11',
  'Thanh Miện chưa gửi',
])('tells of no call: %s', (text) => {
  expect(read(text)).toBe('');
});
