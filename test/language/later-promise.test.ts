import { describe, expect, it } from 'vitest';
import { afterSending, clausesWithFigures, withoutOwner } from '../../src/language/change/after-sending.ts';
import { wantsToLook } from '../../src/language/look-word.ts';
import { readLater, readPromise } from '../../src/language/promise-word.ts';

const now = { today: '2026-12-10', time: '09:00' };

describe('a promise with its reason, its report and its hour apart', () => {
  it.each([
    ['em gửi bc năm muộn tí nhé, chiều nay 4h', '2026-12-10', '16:00', 'bc nam'],
    ['tháng 11 chưa tổng hợp xong, thứ 2 gửi được ko', '2026-12-14', '17:00', 'thang 11'],
    ['t12 thi chua co so, mai gui nhe', '2026-12-11', '17:00', 't12'],
    ['de mai t gui tiep', '2026-12-11', '17:00', ''],
    ['em chua kip, 5h chieu gui', '2026-12-10', '17:00', ''],
    ['mai em gửi được không ạ', '2026-12-11', '17:00', ''],
  ])('%j', (text, day, time, rest) => {
    expect(readPromise(text, now)).toMatchObject({ moment: { day, time }, rest });
  });

  it.each(['tháng 11 có 3 hội nghị, mai gửi', 'chưa gửi', 'không gửi nữa, mai họp', 'chưa gửi được thì sao'])(
    'is none: %j',
    (text) => {
      expect(readPromise(text, now)).toBeNull();
    },
  );

  it.each([
    ['T12 nộp sau', 't12'],
    ['bc t11 em gửi sau nhé', 'bc t11'],
    ['báo cáo năm nộp sau được không', 'bao cao nam'],
    ['t12 nộp muộn có sao không', null],
    ['nộp sau', null],
  ])('without an hour: %j', (text, named) => {
    expect(readLater(text)).toBe(named);
  });
});

describe('after a receipt', () => {
  it.each([
    ['vua gui roi ma quen kinh phi 8 trieu', 'quen kinh phi 8 trieu'],
    ['gửi xong mới nhớ thiếu 3 bài fb', 'thiếu 3 bài fb'],
    ['nãy gửi thiếu 3 bài fb', 'thiếu 3 bài fb'],
    ['chết, vừa nộp xong thì sót 2 hội nghị', 'sót 2 hội nghị'],
    ['gửi rồi mà', null],
    ['3 hội nghị', null],
  ])('%j is wrong in: %j', (text, said) => {
    expect(afterSending(text)).toBe(said);
  });

  it('takes figures from the clauses that have them, without what leads to a period', () => {
    expect(clausesWithFigures('nhầm rồi, có 1 hội nghị 65 người, chị không biết')).toBe('có 1 hội nghị 65 người');
    expect(withoutOwner('à 150 ng là của')).toBe('à 150 ng');
  });
});

describe('what asks for another look', () => {
  it.each(['xem lai cho c cai', 'kiểm tra lại giúp', 'đọc lại hộ', 'tổng lại nhé', 'rà soát lại giúp em lần cuối'])(
    '%j',
    (text) => {
      expect(wantsToLook(text)).toBe(true);
    },
  );

  it.each(['xem lại số người dự 65', 'kiểm tra công tác tuyên truyền tại 5 xã'])('%j does not', (text) => {
    expect(wantsToLook(text)).toBe(false);
  });
});
