import { expect, it } from 'vitest';
import { readCallStory, readCalls } from '../../src/understanding/spoken-call.ts';
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
  ['đã gọi Tứ Kỳ hứa 15h còn Gia Lộc hẹn mai', 'HTK reached 2026-11-13 15:00; HGL reached 2026-11-14 17:00'],
  ['da goi Tu Ky hua 15h con Gia Loc hen mai', 'HTK reached 2026-11-13 15:00; HGL reached 2026-11-14 17:00'],
  ['da goi Tu Ky hua 15h va Gia Loc hen mai', 'HTK reached 2026-11-13 15:00; HGL reached 2026-11-14 17:00'],
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

it.each([
  [
    'gọi HBG rồi, hứa mai; Gia Lộc không nghe máy; báo đã gửi qua văn bản; Sở Tư pháp hứa 16h',
    'HBG reached 2026-11-14 17:00; HGL no-answer; STP reached 2026-11-13 16:00',
    ['báo đã gửi qua văn bản'],
  ],
  [
    'Ban KCN bảo hết giờ chiều nộp, CAT không nghe máy, Sở Công thương hứa 20h tối nay, Sở Giáo dục đang đi công tác mai mới gửi được',
    'CAT no-answer; SCT reached 2026-11-13 20:00; SGDDT reached 2026-11-14 17:00',
    ['Ban KCN bảo hết giờ chiều nộp'],
  ],
  ['HBG hứa 17h, HDX không nghe máy', 'HBG reached 2026-11-13 17:00', ['HDX không nghe máy']],
  ['HBG hứa mai\nGia Lộc không nghe máy\nHDX hứa 15h', 'HBG reached 2026-11-14 17:00; HGL no-answer', ['HDX hứa 15h']],
  [
    'goi hbg roi hua mai, gia loc khong nghe may, so y te bao da gui van ban',
    'HBG reached 2026-11-14 17:00; HGL no-answer',
    ['so y te bao da gui van ban'],
  ],
  [
    'đã gọi Thanh Hà, Tứ Kỳ: Thanh Hà hứa 15h, Tứ Kỳ bảo đã nộp bản giấy',
    'HTHA reached 2026-11-13 15:00',
    ['Tứ Kỳ bảo đã nộp bản giấy'],
  ],
  [
    'Sở Tài chính hẹn 15h chiều nay gửi báo cáo năm, Sở Tư pháp thì 17h',
    'STC reached 2026-11-13 15:00; STP reached 2026-11-13 17:00',
    [],
  ],
  [
    'gọi 4 nơi: HBG hứa 17h, HCG không bắt máy, HNG nói mai, HTK đã gửi rồi',
    'HBG reached 2026-11-13 17:00; HCG no-answer; HNG reached 2026-11-14 17:00',
    ['HTK đã gửi rồi'],
  ],
])('each clause is noted for its own unit, or named as not noted: %s', (text, calls, left) => {
  expect(read(text)).toBe(calls);
  expect(readCallStory(text, NOW, FROZEN_PLAN.units).left).toEqual(left);
});
