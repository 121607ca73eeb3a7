import { describe, expect, it } from 'vitest';
import { readSideQuestions } from '../../src/understanding/side-question.ts';
import { REAL_PLAN } from '../support/bot-bench.ts';

const read = (text: string, isInReport = false, isOfUnit = true) =>
  readSideQuestions(text, {
    today: '2026-11-06',
    reports: REAL_PLAN.obligations,
    forms: REAL_PLAN.forms,
    isOfUnit,
    isInReport,
  });

describe('what is asked beside everything else', () => {
  it.each([
    ['24/11 có phải ngày nghỉ không', [{ about: 'day', day: '2026-11-24' }]],
    ['mai có phải đi làm không', [{ about: 'day', day: '2026-11-07' }]],
    ['18/11 là thứ mấy', [{ about: 'day', day: '2026-11-18' }]],
    ['tết năm sau nghỉ mấy ngày', [{ about: 'holidays', named: 'tet', year: 2027 }]],
    ['bao giờ thì tới ngày nghỉ tiếp theo', [{ about: 'holidays', named: null, year: null }]],
    ['hạn trùng thứ bảy chủ nhật thì sao', [{ about: 'on-day-off' }]],
    ['hôm nay là thứ mấy, còn mấy ngày làm việc', [{ about: 'day', day: '2026-11-06' }, { about: 'working-days' }]],
    ['bài đăng zalo tính vào mục nào', [{ about: 'field', key: 'mang_xa_hoi' }]],
    ['youtube thì cho vào đâu', [{ about: 'field', key: 'mang_xa_hoi' }]],
    ['nguoi_du là gì vậy anh', [{ about: 'field', key: 'nguoi_du' }]],
    ['lượt người dự tính cả cán bộ xã không', [{ about: 'field', key: 'nguoi_du' }]],
    ['kinh phí ghi đơn vị gì', [{ about: 'field', key: 'kinh_phi' }]],
    ['khó khăn ghi gì', [{ about: 'field', key: 'vuong_mac' }]],
    ['mấy cái này lấy số từ ngày nào đến ngày nào', [{ about: 'window', period: null }]],
    ['số liệu chốt đến ngày nào', [{ about: 'window', period: null }]],
    ['lan truoc em bao cao bao nhieu hoi nghi', [{ about: 'sent-before', key: 'hoi_nghi', period: null }]],
    ['cả năm cộng lại được bao nhiêu rồi', [{ about: 'year', key: null }]],
    ['bc t10 cua em dung han k', [{ about: 'report', period: '2026-10' }]],
    ['e nộp bù t11 đc k', [{ about: 'report', period: '2026-11' }]],
    ['tháng 10 em cũng chưa nộp hả', [{ about: 'report', period: '2026-10' }]],
    ['chị Chi đã nộp 6 tháng chưa', [{ about: 'report', period: '2026-H1' }]],
    ['còn báo cáo tháng 6 thì sao', [{ about: 'report', period: '2026-06' }]],
    ['có bị tính trễ không', [{ about: 'lateness' }]],
    ['kế hoạch số mấy vậy, gửi em file', [{ about: 'plan' }]],
    ['có phải gửi văn bản giấy nữa không', [{ about: 'paper' }]],
    ['đơn vị chúng tôi có nội dung mật thì gửi thế nào', [{ about: 'secret' }]],
    ['ai vậy', [{ about: 'bot' }]],
    ['ad ơi', [{ about: 'calls' }]],
    ['gõ sai thì sửa được mấy lần', [{ about: 'take-back' }]],
    ['em nộp nhầm, xoá giúp em', [{ about: 'take-back' }]],
    ['thu hồi lại báo cáo vừa nộp', [{ about: 'take-back' }]],
    ['em là Bình, nộp thay a Trang đc k', [{ about: 'who-reports' }]],
    ['ai chịu trách nhiệm báo cáo của thành phố', [{ about: 'who-reports' }]],
    ['còn tháng nào chưa nộp', [{ about: 'owed' }]],
    ['tháng 12 em nộp 2 cái phải k, tháng và năm', [{ about: 'owed' }]],
  ])('%j', (text, asked) => {
    expect(read(text)).toEqual(asked);
  });

  it.each([
    ['ủa gửi chưa vậy', 'sent-yet'],
    ['thế là xong chưa cháu', 'sent-yet'],
    ['đây là số cũ hay số mới vậy', 'which-figures'],
    ['huyện mình có chị Hoa làm thay em từ tuần sau', 'hand-over'],
    ['cho bác số điện thoại người hỗ trợ', 'contact'],
  ])('in the middle of a report: %j', (text, about) => {
    expect(read(text, true).map((one) => one.about)).toEqual([about]);
  });

  it.each([
    '3 hội nghị, 250 người dự',
    'em gửi nhầm 35 tin bài chứ không phải 12',
    'ai vừa sửa báo cáo của tôi',
    'đã tập huấn cho các xã',
    'thiếu cán bộ chuyên trách',
    'thôi để mai',
    'nộp báo cáo tháng 11',
    'hội nghị rút kinh nghiệm',
  ])('nothing of the kind: %j', (text) => {
    expect([...read(text), ...read(text, true)]).toEqual([]);
  });

  it('of whoever reports for no unit nothing about its own reports is asked', () => {
    expect(read('bc t10 cua em dung han k', false, false)).toEqual([]);
    expect(read('24/11 có phải ngày nghỉ không', false, false)).toHaveLength(1);
  });
});
