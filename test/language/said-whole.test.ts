import { describe, expect, it } from 'vitest';
import { isNothingToReport } from '../../src/language/report/nothing-to-report.ts';
import { saidOfWhole } from '../../src/language/report/said-whole.ts';
import { asksHowToReport, asksOneByOne, isOnlyAround, saysOfEach, wantsForm } from '../../src/language/wish-words.ts';
import { FORM } from './form.ts';

describe('what a short text says as a whole', () => {
  it.each([
    ['không tốn đồng nào', { kinh_phi: 0 }],
    ['ko mất xu nào ạ', { kinh_phi: 0 }],
    ['ko có vướng mắc, kiến nghị gì', { vuong_mac: 'Không có', kien_nghi: 'Không có' }],
  ])('%j', (text, values) => {
    expect(saidOfWhole(FORM, text)).toEqual(values);
  });

  it.each([
    'đã ban hành văn bản số 2210/BC-CAT chỉ đạo các xã',
    'không tổ chức hội nghị nào',
    'không dùng',
    'không có máy tính, máy in gì',
    'không có kinh phí tổ chức hội nghị',
  ])('%j says nothing of the kind', (text) => {
    expect(saidOfWhole(FORM, text)).toBeNull();
  });
});

describe('"nothing to report" in other words', () => {
  it.each([
    'Thanh tra tỉnh ko tổ chức hoạt động nào trong kỳ',
    'đơn vị em kỳ này không tổ chức hoạt động tuyên truyền nào',
    'tháng 11 bên em không triển khai hoạt động nào ạ',
    'huyện em tháng này không thực hiện nội dung tuyên truyền nào',
    'không diễn ra sự kiện nào trong tháng',
  ])('%j', (text) => {
    expect(isNothingToReport(text)).toBe(true);
  });

  it.each([
    'không tổ chức hội nghị nào',
    'em chưa làm gì',
    'chưa triển khai gì',
    'không có hoạt động nào ngoài 2 hội nghị',
    'không tổ chức hoạt động nào khác',
    'tháng này không tổ chức hoạt động nào à',
    'chưa thực hiện nội dung tuyên truyền vì chưa có kinh phí',
  ])('%j is not', (text) => {
    expect(isNothingToReport(text)).toBe(false);
  });
});

describe('that a report is to be begun', () => {
  it.each(['cháu hỏi từng câu đi', 'cho bác trả lời từng câu', 'từng mục'])('one question at a time: %j', (text) => {
    expect(asksOneByOne(text)).toBe(true);
  });

  it.each(['đã kiểm tra từng mục trong báo cáo', 'từng câu 5', 'tập huấn từng phần cho cán bộ xã'])(
    'no: %j',
    (text) => {
      expect(asksOneByOne(text)).toBe(false);
    },
  );

  it.each(['báo cáo thế nào hả cháu', 'nộp kiểu gì', 'làm báo cáo ntn vậy em'])('how: %j', (text) => {
    expect(asksHowToReport(text)).toBe(true);
  });

  it('the form, all that is owed, and words that add nothing', () => {
    expect(['cho e cái mẫu', 'mẫu báo cáo đâu', 'xin form'].map(wantsForm)).toEqual([true, true, true]);
    expect(['phần trực quan thì đếm số tờ rơi hay số mẫu', 'mẫu'].map(wantsForm)).toEqual([false, false]);
    expect(saysOfEach('cả 2 tháng đều không phát sinh')).toBe('khong phat sinh');
    expect(saysOfEach('cả tháng không phát sinh')).toBeNull();
    expect(['bác muốn', 'rồi tới', 'trước', 'em chưa nộp', 'mai em'].map(isOnlyAround)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
