import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { agreesTo, asksOfPreview, leavesOpen } from '../../src/understanding/said-of-open.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const { units } = FROZEN_PLAN;
/** Many type without marks, and mean the same. */
const bothWays = <Rest extends unknown[]>(rows: [string, ...Rest][]): [string, ...Rest][] =>
  rows.flatMap(([text, ...rest]): [string, ...Rest][] => [
    [text, ...rest],
    [fold(text), ...rest],
  ]);

describe('a yes that repeats the verb of the act', () => {
  it.each(
    bothWays([
      ['ừ nhắc đi', 'dondoc'],
      ['ok đôn đốc luôn', 'dondoc'],
      ['nhắc đi em', 'dondoc'],
      ['ừ, nhắc giúp chị', 'dondoc'],
      ['ok gia hạn đi', 'giahan'],
      ['ừ, gia hạn', 'giahan'],
      ['được, cho gia hạn', 'giahan'],
      ['đồng ý gia hạn như trên', 'giahan'],
      ['đồng ý miễn', 'mien'],
      ['vâng miễn đi ạ', 'mien'],
      ['duyệt đi', 'duyet'],
      ['ok duyệt nhé', 'duyet'],
      ['ừ duyệt luôn bản này', 'duyet'],
      ['gửi thông báo đi', 'thongbao'],
      ['ok gửi tin này đi', 'thongbao'],
      ['ừ nhập đi', 'nopthay'],
      ['ok ghi vào sổ', 'nopthay'],
    ]),
  )('%s (%s)', (text, about) => {
    expect(agreesTo(text, about)).toBe(true);
  });

  it.each(
    bothWays<[string | null]>([
      ['ừ nhắc Tứ Kỳ đi', 'dondoc'],
      ['ok nhắc các huyện', 'dondoc'],
      ['đừng nhắc', 'dondoc'],
      ['không nhắc nữa', 'dondoc'],
      ['nhắc rồi', 'dondoc'],
      ['ok nhắc lúc 15h', 'dondoc'],
      ['nhắc được không', 'dondoc'],
      ['khoan nhắc đã', 'dondoc'],
      ['ok nhắc hết', 'dondoc'],
      ['ừ gia hạn thêm 3 ngày', 'giahan'],
      ['ok gia hạn đến 22/11', 'giahan'],
      ['ok gia hạn đến thứ Sáu', 'giahan'],
      ['ừ gia hạn ba ngày', 'giahan'],
      ['ok đổi hạn', 'giahan'],
      ['chưa gia hạn', 'giahan'],
      ['ừ gia hạn', 'mien'],
      ['ok trả lại', 'duyet'],
      ['chưa duyệt', 'duyet'],
      ['duyệt chưa', 'duyet'],
      ['duyệt lại đi', 'duyet'],
      ['gửi cho chị', 'thongbao'],
      ['ok gửi cho các sở', 'thongbao'],
      ['được, thêm lời: trước 21h nhé', 'thongbao'],
      ['ghi lại', 'nopthay'],
      ['ok nhập 4 hội nghị', 'nopthay'],
      ['ừ nhắc đi', null],
      ['ừ nhắc đi', 'nop'],
    ]),
  )('%s is none (%s)', (text, about) => {
    expect(agreesTo(text, about)).toBe(false);
  });

  it('does not take "đừng" without its mark for "đúng"', () => {
    expect(agreesTo('dung, nhac di', 'dondoc')).toBe(false);
    expect(agreesTo('đúng, nhắc đi', 'dondoc')).toBe(true);
  });
});

describe('a question about the act that is shown', () => {
  it.each(
    bothWays([
      ['còn bao nhiêu người nhận?', 'dondoc', 'whom'],
      ['có bao nhiêu người nhận', 'thongbao', 'whom'],
      ['mấy người nhận đấy em', 'thongbao', 'whom'],
      ['tin này gửi cho ai?', 'dondoc', 'whom'],
      ['khoan, tin này gửi cho ai?', 'thongbao', 'whom'],
      ['khoan, ai nhận tin này?', 'dondoc', 'whom'],
      ['tới ai rồi', 'thongbao', 'whom'],
      ['gửi tới những đơn vị nào', 'thongbao', 'whom'],
      ['nhắc những ai thế', 'dondoc', 'whom'],
      ['bao nhiêu đơn vị được nhắc', 'dondoc', 'whom'],
      ['thế hạn mới là hôm nào', 'giahan', 'when'],
      ['hạn mới ngày nào', 'giahan', 'when'],
      ['gia hạn đến bao giờ thế', 'giahan', 'when'],
      ['bao giờ gửi', 'thongbao', 'when'],
    ]),
  )('%s (%s)', (text, about, asks) => {
    expect(asksOfPreview(text, about, units)).toBe(asks);
  });

  it.each(
    bothWays([
      ['ai chưa nộp', 'dondoc'],
      ['bao nhiêu đơn vị chưa nộp', 'dondoc'],
      ['bao nhiêu người dự', 'thongbao'],
      ['mấy đơn vị được gia hạn', 'dondoc'],
      ['Sở Y tế gửi lúc mấy giờ', 'thongbao'],
      ['tháng này bao nhiêu hội nghị', 'giahan'],
      ['ai duyệt', 'duyet'],
      ['bao giờ nộp báo cáo', 'giahan'],
      ['ai nhận tin này', 'nop'],
    ]),
  )('%s is about the reports (%s)', (text, about) => {
    expect(asksOfPreview(text, about, units)).toBeNull();
  });
});

describe('the act that is shown is left', () => {
  it.each(
    bothWays([
      ['thôi để sau', 'giahan'],
      ['thôi, để mai làm', 'mien'],
      ['để sau đi em', 'nopthay'],
      ['khoan, thôi không duyệt nữa', 'duyet'],
      ['thôi không gia hạn nữa', 'giahan'],
      ['không miễn nữa', 'mien'],
      ['dừng, việc này bỏ', 'thongbao'],
      ['việc này thôi bỏ đi', 'giahan'],
      ['thôi bỏ cái này', 'mien'],
      ['khoan, thôi bỏ', 'dondoc'],
    ]),
  )('%s (%s)', (text, about) => {
    expect(leavesOpen(text, about)).toBe(true);
  });

  it.each(
    bothWays<[string | null]>([
      ['khoan', 'duyet'],
      ['khoan đã', 'giahan'],
      ['thôi bỏ Tứ Kỳ', 'dondoc'],
      ['không nhắc Tứ Kỳ nữa', 'dondoc'],
      ['để đến mai gửi lúc 8h', 'thongbao'],
      ['thôi để sau', 'nop'],
      ['để sau', null],
      ['không nộp nữa đâu vì mất điện', 'nopthay'],
    ]),
  )('%s does not (%s)', (text, about) => {
    expect(leavesOpen(text, about)).toBe(false);
  });
});
