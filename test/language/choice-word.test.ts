import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isBack,
  isCancel,
  isNo,
  isSkip,
  isYes,
  parseOrdinal,
  type Reply,
  readReply,
} from '../../src/language/choice-word.ts';
import { isNothingToReport } from '../../src/language/report/nothing-to-report.ts';

describe('a short answer', () => {
  it.each<[Reply | null, string]>([
    [
      'yes',
      'ok|OKE ạ|Ok nhé|ok 👍|đồng ý|dong y|Đồng y|gửi|Gửi đi em|Dạ em gửi ạ|xác nhận|đúng|đúng rồi|dung roi|vâng|Dạ vâng ạ|dạ|có|nộp|chốt|👍|✅',
    ],
    ['no', 'không|Không ạ|ko|k|khong|chưa|dạ không|không gửi|đừng|đừng gửi|dung gui|sai rồi|không có|❌'],
    ['back', 'quay lại|Quay lại ạ|quay lai|lùi|lùi lại|câu trước|sửa câu trước|sửa|back'],
    ['skip', 'bỏ qua|Bỏ qua nhé|bo qua|để sau|tiếp|câu tiếp theo|skip'],
    ['cancel', 'thôi|Thôi ạ|thôi không gửi nữa|hủy|huỷ|HUY|hủy bỏ|dừng|dừng lại|dung lai|thoát|/huy'],
    [
      'nothing',
      'không phát sinh|Không phát sinh ạ|k phát sinh|ko ps|kps|KPS|khong co gi|Dạ đơn vị em không có gì để báo cáo',
    ],
    [null, 'dung|dúng|thời|Hội nghị|hôm nay thời tiết đẹp|3|t11|không biết gửi ở đâu|Hải|'],
  ])('%s: %s', (reply, texts) => {
    for (const text of texts.split('|')) {
      expect([text, readReply(text)]).toEqual([text, reply]);
      expect([text, readReply(text.normalize('NFD'))]).toEqual([text, reply]);
    }
  });

  it('knows "tiếp tục" as going on, whatever was asked', () => {
    expect([isYes('tiếp tục'), isSkip('tiếp tục'), isNo('tiếp tục')]).toEqual([true, true, false]);
  });

  it('never means two opposite things, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        readReply(text);
        expect(isYes(text) && (isNo(text) || isCancel(text) || isBack(text))).toBe(false);
      }),
    );
  });
});

describe('nothing to report', () => {
  it.each([
    'không phát sinh',
    'Tháng này đơn vị em không phát sinh ạ',
    'Sở Nội vụ tháng 11 không phát sinh',
    'UBND xã Tân Tiến: không phát sinh ạ',
    'Tháng 11/2026 không phát sinh.',
    'chưa có hoạt động nào trong tháng ạ',
    'không có nội dung báo cáo',
    'KHÔNG PHÁT SINH!!!',
    'Tháng này Sở Nội vụ không phát sinh nội dung báo cáo.',
  ])('is said by %j', (text) => {
    expect(isNothingToReport(text)).toBe(true);
  });

  it.each([
    'không',
    'không có',
    // It is still to come.
    'chưa có số liệu',
    'chưa có gì để gửi',
    'kinh phí không phát sinh',
    'Số lượt người không phát sinh',
    'không phát sinh vướng mắc',
    'hội nghị không phát sinh, tin bài 3',
    'không phát sinh nhưng có 3 bài',
    'không phát sinh có được không?',
    'không phát sinh có được không',
    'nếu không phát sinh thì làm sao?',
  ])('is not said by %j', (text) => {
    expect(isNothingToReport(text)).toBe(false);
  });
});

describe('the number of a choice', () => {
  it.each<[number | null, string]>([
    [1, '1|một|đầu tiên|cái đầu tiên|thứ nhất'],
    [
      2,
      '2|2.|2)|(2)|#2|2,|2 ạ|hai|Hai ạ|số 2|chọn 2|chọn số hai|cái thứ hai|nhiệm vụ 2|2️⃣|②|２|02|2/|trả lời 2|đáp án 2',
    ],
    [12, '12|mười hai'],
    [null, '0|-2|1.5|1000|2 3|Hải|hai ba|t2|2 hội nghị|'],
  ])('is %s in %s', (ordinal, texts) => {
    for (const text of texts.split('|')) expect([text, parseOrdinal(text)]).toEqual([text, ordinal]);
  });

  it('is found without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseOrdinal(text) ?? 1).toBeGreaterThan(0);
      }),
    );
  });
});

describe('yes and no among politeness', () => {
  it.each([
    'vâng ạ em cảm ơn',
    'ok gửi đi em',
    'dạ đúng rồi chị',
    'dạ đúng rồi em gửi đi',
    'được ạ, gửi giúp em nhé',
    'ừ gửi đi',
    'ok em cảm ơn anh chị nhiều',
    'vâng, gửi luôn giúp em với ạ',
    'dạ vâng ạ',
    'ok ok',
    'Đúng rồi, gửi báo cáo đi bạn',
  ])('yes: %s', (text) => expect(readReply(text)).toBe('yes'));

  it.each([
    'chưa đâu',
    'dạ chưa ạ',
    'để em xem lại',
    'khoan đã chị ơi',
    'vâng để em kiểm tra lại',
    'không phải đâu ạ',
    'sai rồi em ơi',
    'dạ nhầm rồi ạ',
  ])('no: %s', (text) => expect(readReply(text)).toBe('no'));

  it.each([
    'ok sai rồi',
    'gửi em danh sách',
    'gửi 3 báo cáo',
    'đúng là 12 hội nghị',
    'em cảm ơn',
    'vâng em sẽ gửi sau',
    'được bao nhiêu điểm',
    'có phải nộp không',
  ])('neither: %s', (text) => expect([null, 'nothing', 'skip']).toContain(readReply(text)));
});
