import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/chat/commands/index.ts';
import { planSituation } from '../../src/chat/situation.ts';
import { readRoundQuestion } from '../../src/understanding/round-question.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const situation = planSituation(FROZEN_PLAN, COMMANDS, 'coordinator', '2026-11-13');
const read = (text: string) => readRoundQuestion(text, situation);

describe('what a coordinator asks about a round', () => {
  it.each([
    ['tổng số hội nghị tháng này là bao nhiêu', { field: 'hoi_nghi', rank: null, period: '2026-11' }],
    ['tong so hoi nghi thang 10', { field: 'hoi_nghi', period: '2026-10' }],
    ['kinh phí cả tỉnh', { field: 'kinh_phi', period: null }],
    ['đơn vị nào nhiều hội nghị nhất', { field: 'hoi_nghi', rank: 'most' }],
    ['sở nào ít tin bài nhất', { field: 'tin_bai', rank: 'least', kinds: ['department'] }],
    ['đơn vị nào chưa tổ chức hội nghị nào', { field: 'hoi_nghi', rank: 'none' }],
    ['so với tháng trước thì sao', { field: null, compares: 'round', period: null }],
    ['so sánh với cùng kỳ năm ngoái', { field: null, compares: 'year', period: null }],
    ['các huyện được bao nhiêu tin bài', { field: 'tin_bai', kinds: ['district'] }],
    [
      'so sánh hội nghị tháng 9 với tháng 10',
      { field: 'hoi_nghi', period: '2026-10', compares: { period: '2026-09' } },
    ],
    ['người dự tháng 10 nhiều hơn tháng 9 bao nhiêu', { field: 'nguoi_du', compares: { period: '2026-09' } }],
    ['lượt người dự tháng 10 từng huyện', { field: 'nguoi_du', rank: 'each', kinds: ['district'] }],
    ['người dự tháng 10 của các sở', { field: 'nguoi_du', rank: null, kinds: ['department'] }],
    [
      'huyện nào kinh phí trên 20 triệu',
      { field: 'kinh_phi', limit: { is: 'over', value: 20, isItselfToo: false }, kinds: ['district'] },
    ],
    [
      'đơn vị nào dưới 100 lượt người dự',
      { field: 'nguoi_du', limit: { is: 'under', value: 100, isItselfToo: false } },
    ],
    ['tháng 10 nơi nào trên 1.200 lượt người dự', { limit: { is: 'over', value: 1200, isItselfToo: false } }],
    ['huyện nào từ 300 người dự trở lên', { limit: { is: 'over', value: 300, isItselfToo: true } }],
    ['huyện nào kinh phí trên 1 tỷ', { field: 'kinh_phi', limit: { is: 'over', value: 1000 }, unread: null }],
    ['don vi nao kinh phi tren 1 ty 200 trieu', { field: 'kinh_phi', limit: { is: 'over', value: 1200 } }],
    ['kinh phí dưới 500 nghìn là đơn vị nào', { field: 'kinh_phi', limit: { is: 'under', value: 0.5 } }],
    ['đơn vị nào kinh phí trên 500k', { field: 'kinh_phi', limit: { is: 'over', value: 0.5 } }],
    ['nơi nào trên 2 nghìn người dự', { field: 'nguoi_du', limit: { is: 'over', value: 2000 } }],
    ['đơn vị nào trên ba hội nghị', { field: 'hoi_nghi', limit: { is: 'over', value: 3 } }],
    ['don vi nao duoi muoi tin bai', { field: 'tin_bai', limit: { is: 'under', value: 10 } }],
    ['huyện nào từ mười hai tin bài trở lên', { limit: { is: 'over', value: 12, isItselfToo: true } }],
    ['đơn vị nào không quá ba hội nghị', { limit: { is: 'under', value: 3, isItselfToo: true } }],
    ['đơn vị nào kinh phí trên nửa tỷ', { limit: null, rank: 'each', unread: 'trên nửa tỷ' }],
    ['qua 3 tháng huyện nào nhiều tin bài nhất', { field: 'tin_bai', limit: null, rank: 'most' }],
    ['tổng tin bài có hơn năm trước không', { field: 'tin_bai', limit: null }],
    ['nơi nào trên hai trăm người dự', { field: 'nguoi_du', limit: { is: 'over', value: 200 } }],
    ['huyện nào kinh phí từ 1,5 tỷ trở lên', { limit: { is: 'over', value: 1500, isItselfToo: true } }],
    ['đơn vị nào kinh phí trên 20.000', { limit: null, rank: 'each', unread: 'trên 20.000' }],
    ['bên nào kinh phí bằng 0', { field: 'kinh_phi', rank: 'none' }],
    ['cho xem số liệu tháng 10 của Nam Sách', { field: null, unit: 'HNS', period: '2026-10' }],
    ['Sở Y tế bao nhiêu tin bài, bao nhiêu người dự', { field: 'tin_bai', also: ['nguoi_du'], unit: 'SYT' }],
    ['các đoàn thể chi bao nhiêu tiền', { field: 'kinh_phi', kinds: ['mass_organisation'] }],
    ['bộ chỉ huy quân sự ghi mấy hội nghị', { field: 'hoi_nghi', unit: 'BCHQS' }],
  ])('%s', (text, meant) => {
    expect(read(text)).toMatchObject({ asks: 'figure', ...meant });
  });

  it.each([
    ['tổng kinh phí các sở tháng 11, trừ Sở Y tế', { kinds: ['department'], except: { kinds: [], codes: ['SYT'] } }],
    ['tổng người dự tháng 11 trừ các huyện', { kinds: [], except: { kinds: ['district'], codes: [] } }],
    ['tổng tin bài tháng 11 không tính báo chí', { kinds: [], except: { kinds: ['press'], codes: [] } }],
    ['tổng kinh phí tháng 11 trừ mấy đơn vị nhỏ', { except: null, unread: 'trừ mấy đơn vị nhỏ' }],
    ['tháng 11 Sở Y tế và Sở Tài chính mỗi bên bao nhiêu hội nghị', { unit: null, units: ['STC', 'SYT'], kinds: [] }],
    ['Sở Y tế và các huyện bao nhiêu hội nghị', { unit: 'SYT', unread: 'các huyện' }],
    ['từ đầu năm đến giờ bao nhiêu hội nghị', { isRunning: true }],
    ['lũy kế số hội nghị các huyện', { isRunning: true, kinds: ['district'] }],
    ['trung bình mỗi đơn vị bao nhiêu người dự tháng 10', { isAverage: true }],
    [
      'bao nhiêu bài mạng xã hội tháng 11, báo nào nhiều nhất',
      { field: 'mang_xa_hoi', rank: 'most', kinds: ['press'] },
    ],
    ['bài mạng xã hội tháng 11 bao nhiêu', { field: 'mang_xa_hoi', kinds: [] }],
  ])('of some units, none of whom is passed over: %s', (text, meant) => {
    expect(read(text)).toMatchObject({ asks: 'figure', ...meant });
  });

  it.each([
    ['tỷ lệ đúng hạn của các huyện tháng 11', { kinds: ['district'], withFigures: false }],
    ['tổng hợp báo cáo năm của các đoàn thể', { kinds: ['mass_organisation'], period: '2026', withFigures: true }],
    ['Gia Lộc và Nam Sách nộp chưa', { units: ['HGL', 'HNS'] }],
    ['Công an tỉnh và Bộ CHQS nộp chưa?', { units: ['CAT', 'BCHQS'] }],
    ['các sở nộp đủ chưa?', { kinds: ['department'] }],
    ['cac huyen gui het chua', { kinds: ['district'] }],
    ['tình hình các sở trừ Sở Y tế', { kinds: ['department'], except: { kinds: [], codes: ['SYT'] } }],
  ])('how some of them stand: %s', (text, meant) => {
    expect(read(text)).toMatchObject({ asks: 'state', ...meant });
  });

  // A stranger's coordinator got October's report, or "beyond your rights", for the same question with its mark or with the report named.
  it.each([
    ['Sở Y tế nộp chưa', { unit: 'SYT', period: null }],
    ['Sở Y tế nộp chưa?', { unit: 'SYT', period: null }],
    ['Sở Y tế nộp tháng 11 chưa?', { unit: 'SYT', period: '2026-11' }],
    ['Sở Tài chính nộp báo cáo năm chưa nhỉ', { unit: 'STC', period: '2026' }],
    ['sở TC nộp chưa', { unit: 'STC' }],
    ['Hội CCB tháng 11 nộp chưa vậy em', { unit: 'HCCB', period: '2026-11' }],
    ['Báo HD nộp chưa', { unit: 'BAOHD' }],
    ['LĐLĐ nộp chưa nhỉ', { unit: 'LDLD' }],
    ['Sở Xây dựng nộp lúc mấy giờ, bản thứ mấy', { unit: 'SXD', isPast: false }],
    ['Tỉnh đoàn nửa năm nay nộp ra sao', { unit: 'TDOAN', isPast: true }],
    ['Tỉnh đoàn 3 tháng gần đây nộp thế nào', { unit: 'TDOAN', isPast: true }],
  ])('how the one unit stands: %s', (text, meant) => {
    expect(read(text)).toMatchObject({ asks: 'unit', ...meant });
  });

  it.each([
    ['ai chua nop', { state: 'missing' }],
    ['tháng trước đơn vị nào không nộp', { state: 'missing', period: '2026-10' }],
    ['huyện nào hay muộn', { state: 'often-late', kinds: ['district'] }],
    ['tháng 10 ai nộp muộn mấy ngày', { state: 'late', period: '2026-10' }],
    ['hôm nay ai quá hạn', { state: 'overdue' }],
    ['ai hứa mà chưa gửi', { state: 'promised' }],
    ['huyện nào chưa có đầu mối', { state: 'nobody', kinds: ['district'] }],
    ['sáng nay có ai nộp thêm không', { state: 'submitted', days: { from: 0, to: 0, part: 'morning' } }],
    ['báo cáo nào bị trả lại', { state: 'returned' }],
    ['đơn vị nào chưa nộp trừ các huyện', { state: 'missing', except: { kinds: ['district'], codes: [] } }],
    ['ai nộp muộn 2 kỳ liên tiếp', { state: 'in-a-row', inARow: 2, unread: null }],
    ['đơn vị nào chậm hai tháng liền', { state: 'in-a-row', inARow: 2 }],
    ['huyện nào ba kỳ liên tục không nộp', { state: 'in-a-row', inARow: 3, kinds: ['district'] }],
    ['huyện nào sáu kỳ liên tục không nộp', { state: 'in-a-row', inARow: 6 }],
    ['tháng 10 ai không phát sinh', { state: 'nothing', period: '2026-10' }],
    ['bao nhieu don vi bao khong phat sinh', { state: 'nothing' }],
    ['sở nào chưa nộp và cũng chưa gọi', { state: 'missing', kinds: ['department'], unread: 'chưa gọi' }],
    ['đv nào ch nộp', { state: 'missing' }],
    ['bao nhiêu đv chg nộp', { state: 'missing' }],
    ['ai hông nộp tháng 10', { state: 'missing', period: '2026-10' }],
    ['ai kg nộp', { state: 'missing' }],
    ['mấy hôm nay ai nộp', { state: 'submitted', days: { from: 3, to: 0, part: null } }],
    ['hôm kia ai nộp', { state: 'submitted', days: { from: 2, to: 2, part: null } }],
    ['tuần trước ai nộp', { state: 'submitted', days: null, unread: 'tuần trước' }],
    ['hôm qua ai nộp', { state: 'submitted', days: { from: 1, to: 1, part: null } }],
    ['còn mấy đơn vị chưa được gia hạn mà chưa nộp', { state: 'missing', isExtendedLeftOut: true }],
  ])('%s', (text, meant) => {
    expect(read(text)).toMatchObject({ asks: 'who', ...meant });
  });

  it.each([
    ['thế còn Thanh Miện', 'HTM'],
    ['thanh miện hẹn hôm nay gửi đúng k', 'HTM'],
    ['báo cáo tháng trước của tỉnh đoàn đâu', 'TDOAN'],
  ])('%s', (text, unit) => {
    expect(read(text)).toMatchObject({ asks: 'unit', unit });
  });

  describe('with a one-off report running', () => {
    const once = { code: 'dx_1', title: 'Tình hình triển khai dịch vụ công trực tuyến', frequency: 'once' } as const;
    const other = { code: 'dx_2', title: 'Cấp chữ ký số cho cán bộ', frequency: 'once' } as const;
    const asked = (text: string) =>
      readRoundQuestion(text, { ...situation, reports: [...situation.reports, once, other] });

    // A stranger's coordinator was told how the year's report stands.
    it.each([
      ['báo cáo đột xuất ai nộp rồi', ['dx_2', 'dx_1']],
      ['báo cáo đột xuất dịch vụ công ai nộp rồi', ['dx_1']],
      ['bc dot xuat chu ky so ai chua nop', ['dx_2']],
      ['báo cáo chữ ký số huyện nào nộp rồi', ['dx_2']],
      ['Sở Y tế nộp báo cáo đột xuất chưa', ['dx_2', 'dx_1']],
      ['ai chưa nộp', null],
      ['tổng hợp báo cáo năm của các đoàn thể', null],
    ])('%s', (text, oneOffs) => {
      expect(asked(text)?.oneOffs).toEqual(oneOffs);
    });

    it('and none is running, nothing stands in for it', () => {
      expect(read('báo cáo đột xuất ai nộp rồi')?.oneOffs).toEqual([]);
    });
  });

  it.each([
    'yêu cầu các sở báo cáo đột xuất về an toàn thông tin trước 20/11',
    'nhắc các huyện chưa nộp',
    'gia hạn cho đơn vị nào chưa nộp đến 20/11',
    'thông báo cho các đơn vị nộp muộn: nộp đúng hạn nhé',
    'trả lại báo cáo Sở Tài chính, thiếu hội nghị nào thì ghi rõ',
    'ai phụ trách báo cáo',
    'ai đã nhận được thông báo',
    'đơn vị nào gửi vướng mắc',
    '3 hội nghị, 200 người dự',
    'Tứ Kỳ gửi báo cáo qua trục liên thông, 3 hội nghị 200 người',
    'bao nhiêu đv nộp đúng hạn r, bn muộn',
    'bên em nộp chưa',
    'ai xin gia hạn',
    'trừ Thanh Hà, thêm Tứ Kỳ',
    'Thanh Miện',
    'tháng 9 với tháng 10 các huyện nộp chưa',
  ])('is none: %s', (text) => {
    expect(read(text)).toBeNull();
  });
});
