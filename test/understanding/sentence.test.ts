import { describe, expect, it } from 'vitest';
import { CONCEPTS, INTENTS, RESERVED } from '../../src/understanding/intents.ts';
import { readSentence } from '../../src/understanding/sentence.ts';

describe('what a sentence without a command asks for', () => {
  it.each([
    ['Hạn nộp báo cáo tháng 11 là ngày nào vậy em?', 'han'],
    ['bc thang 11 han den bao gio', 'han'],
    ['em gửi báo cáo hôm qua đã nhận được chưa ạ', 'danhan'],
    ['nộp rồi mà sao cứ nhắc hoài vậy', 'visao'],
    ['em đã gửi báo cáo qua công văn số 123 rồi ạ', 'daguivanban'],
    ['bên mình gửi trên ioffice r nhé', 'daguivanban'],
    ['xin gia hạn đến 20/11 được không ạ', 'xingiahan'],
    ['cho em nộp muộn 2 ngày', 'xingiahan'],
    ['em muốn nộp báo cáo', 'nop'],
    ['em nộp nhầm số liệu, sửa lại giúp em', 'nop'],
    ['đv nào ch nộp', 'aichuanop'],
    ['tình hình nộp báo cáo tháng 11 đến đâu rồi', 'tonghop'],
    ['nhắc các đơn vị chưa nộp giúp chị', 'dondoc'],
    ['tôi không còn phụ trách việc này nữa', 'nhamnguoi'],
    ['cho tôi gặp cán bộ phụ trách', 'gapnguoi'],
    ['em còn phải nộp những gì', 'nhiemvu'],
    ['bên em đang gặp vướng mắc về kinh phí', 'vuongmac'],
    ['bot lưu gì về tôi', 'toi'],
    ['xuất file excel tháng 11', 'xuat'],
    ['lịch báo cáo cả năm', 'lich'],
  ])('%j is %s', (text, intent) => {
    expect(readSentence(text)).toMatchObject({ intent, isSure: true });
  });

  it('marks that were typed decide: to want (muốn) is not to be late (muộn)', () => {
    expect(readSentence('em muốn nộp báo cáo')?.intent).toBe('nop');
    expect(readSentence('em nộp báo cáo muộn được không')?.intent).toBe('xingiahan');
  });

  it.each([
    'gửi email cho mẹ',
    'nhắc tôi họp lúc 3 giờ chiều mai',
    'đặt báo thức 5 giờ sáng',
    'thêm sữa vào danh sách mua sắm',
    'tôi có email mới không',
    'số điện thoại của Nam là gì',
    'xóa cuộc họp ngày mai',
    'thông báo cho tôi khi có tin mới',
    'bật đèn phòng khách lên',
    'giao pizza đến nhà',
  ])('%j has nothing to do with reports', (text) => {
    expect(readSentence(text)?.isSure ?? false).toBe(false);
  });

  it('a long text is a story, not a question', () => {
    expect(readSentence('hạn nộp là khi nào '.repeat(30))).toBeNull();
  });

  it('every concept stands in a pattern', () => {
    const patterns = [...Object.values(INTENTS), ...Object.values(RESERVED)];
    const parts = new Set(patterns.flatMap((pattern) => pattern.replaceAll('+', '').split(/[| ]/u)));
    expect(Object.keys(CONCEPTS).filter((name) => !parts.has(name))).toEqual([]);
  });
});
