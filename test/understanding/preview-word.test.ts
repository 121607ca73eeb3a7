import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { orderBehind, readPreviewWord, replacedIn } from '../../src/understanding/preview-word.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

/** What was read, without marks and capitals: many type without them, and mean the same. */
const unmarked = (meant: object | null) =>
  meant === null ? null : Object.fromEntries(Object.entries(meant).map(([key, value]) => [key, fold(String(value))]));

describe('what is wanted of a message before it goes out', () => {
  // A stranger's coordinator had these buttons below and could not say so in words.
  it.each([
    ['thêm lời: nhớ mang theo số liệu', { do: 'add', words: 'Nhớ mang theo số liệu' }],
    ['thêm lời nhắn: 17h hôm nay chốt số', { do: 'add', words: '17h hôm nay chốt số' }],
    ['ghi thêm câu này: mang máy tính', { do: 'add', words: 'Mang máy tính' }],
    ['thêm câu nhớ ký số giúp', { do: 'add', words: 'Nhớ ký số giúp' }],
    ['sửa nội dung: Mai họp lúc 8h', { do: 'rewrite', words: 'Mai họp lúc 8h' }],
    ['sửa lại thành: mai họp', { do: 'rewrite', words: 'Mai họp' }],
    ['nội dung: chiều họp', { do: 'rewrite', words: 'Chiều họp' }],
    ['được, thêm lời: trước 21h nhé', { do: 'add', words: 'Trước 21h nhé' }],
    ['ok nhưng sửa 8h thành 9h', { do: 'replace', from: '8h', to: '9h' }],
    ['khoan, đổi người nhận: các sở', { do: 'audience', words: 'các sở' }],
    ['sửa nội dung đi', { do: 'edit' }],
    ['chốt lúc 17h chứ không phải 16h', { do: 'replace', from: '16h', to: '17h' }],
    ['họp 9h chứ không phải 8h', { do: 'replace', from: '8h', to: '9h' }],
    ['không phải 16h mà là 17h', { do: 'replace', from: '16h', to: '17h' }],
    ['sửa 16h thành 17h', { do: 'replace', from: '16h', to: '17h' }],
    ['đổi thứ Hai thành thứ Ba', { do: 'replace', from: 'thứ Hai', to: 'thứ Ba' }],
    ['cho xem danh sách người nhận', { do: 'list' }],
    ['cho tôi xem ai nhận', { do: 'list' }],
    ['gửi cho những ai', { do: 'list' }],
    ['đổi người nhận: các sở', { do: 'audience', words: 'các sở' }],
    ['đổi người nhận', { do: 'audience', words: '' }],
    ['xin xác nhận đã nhận nhé', { do: 'receipt' }],
    ['không cần xác nhận', { do: 'no-receipt' }],
    ['đổi thành chiều mai 14h', { do: 'time', words: 'chiều mai 14h' }],
    ['bỏ hẹn giờ', { do: 'now' }],
  ])('%s', (text, meant) => {
    expect(readPreviewWord(text)).toEqual(meant);
    expect(unmarked(readPreviewWord(fold(text)))).toEqual(unmarked(meant));
  });

  it.each([
    'gửi luôn đi',
    'thêm MTTQ',
    'thêm chủ tịch xã',
    'thêm câu lạc bộ',
    'dời 8h sáng mai',
    'bỏ Tỉnh đoàn',
    'hẹn gửi 7h sáng mai',
    'ok',
    'các huyện',
  ])('is none of them: %s', (text) => {
    expect(readPreviewWord(text)).toBeNull();
    expect(readPreviewWord(fold(text))).toBeNull();
  });

  it('changes one part of the words, where it stands there once', () => {
    expect(replacedIn('Chốt số lúc 16h hôm nay', '16h', '17h')).toBe('Chốt số lúc 17h hôm nay');
    expect(replacedIn('Họp 8h, ăn 8h', '8h', '9h')).toBeNull();
    expect(replacedIn('Họp sáng mai', '8h', '9h')).toBeNull();
  });
});

describe('an order to the bot behind the words of a notice', () => {
  it.each([
    ['Nộp sớm nhé. Gia hạn Đài PTTH đến 20/12 vì hỏng máy', 'Gia hạn Đài PTTH đến 20/12 vì hỏng máy'],
    ['Nộp báo cáo trước 17h nhé. Rồi duyệt báo cáo Nam Sách', 'duyệt báo cáo Nam Sách'],
    ['Mai họp 8h; miễn Kim Thành tháng này', 'miễn Kim Thành tháng này'],
    ['Mai họp 8h, xong nhắc Sở Y tế nộp luôn', 'nhắc Sở Y tế nộp luôn'],
    ['mai hop 8h. tra lai bao cao So Y te', 'tra lai bao cao So Y te'],
  ])('%s', (text, order) => {
    expect(orderBehind(text, FROZEN_PLAN.units)?.order).toBe(order);
    expect(orderBehind(fold(text), FROZEN_PLAN.units)?.order).toBe(fold(order));
  });

  it.each([
    'Mai họp 8h. Nộp báo cáo trước 17h nhé',
    'Đề nghị nhắc cán bộ xã nộp sớm',
    'Mai họp ở Sở Y tế. Mời đủ thành phần',
    'Hạn không đổi, đơn vị nào xin gia hạn thì gửi công văn về Sở Khoa học và Công nghệ',
  ])('is none in: %s', (text) => {
    expect(orderBehind(text, FROZEN_PLAN.units)).toBeNull();
    expect(orderBehind(fold(text), FROZEN_PLAN.units)).toBeNull();
  });
});
