import { describe, expect, it } from 'vitest';
import { readSideQuestions } from '../../src/understanding/side-question.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const read = (text: string, isInReport = false, isOfUnit = true) =>
  readSideQuestions(text, {
    today: '2026-11-06',
    reports: FROZEN_PLAN.obligations,
    forms: FROZEN_PLAN.forms,
    isOfUnit,
    isInReport,
  });

const figures = (key: string | null, ...periods: string[]) => ({ about: 'figures', key, periods, before: false });

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
    ['lượt người dự tính cả cán bộ xã không', [{ about: 'field', key: 'nguoi_du', counts: true }]],
    ['hội nghị trực tuyến tính không', [{ about: 'field', key: 'hoi_nghi', counts: true }]],
    ['người dự tính theo danh sách hay điểm danh', [{ about: 'field', key: 'nguoi_du', counts: true }]],
    ['quên mất tháng 10 mình gửi hôm nào', [{ about: 'report', period: '2026-10' }]],
    ['ai làm cái bot này vậy', [{ about: 'bot' }]],
    ['có cần đóng dấu không', [{ about: 'paper' }]],
    ['hết việc chưa', [{ about: 'owed' }]],
    ['em gửi trực tiếp được không', [{ about: 'who-reports' }]],
    ['kinh phí ghi đơn vị gì', [{ about: 'field', key: 'kinh_phi' }]],
    ['khó khăn ghi gì', [{ about: 'field', key: 'vuong_mac' }]],
    ['mấy cái này lấy số từ ngày nào đến ngày nào', [{ about: 'window', period: null }]],
    ['số liệu chốt đến ngày nào', [{ about: 'window', period: null }]],
    ['lan truoc em bao cao bao nhieu hoi nghi', [{ about: 'figures', key: 'hoi_nghi', periods: [], before: true }]],
    ['tháng 10 bên mình nộp mấy tin bài ấy nhỉ, cho số thôi', [figures('tin_bai', '2026-10')]],
    ['bây giờ trên hệ thống đang ghi bao nhiêu người dự tháng 10?', [figures('nguoi_du', '2026-10')]],
    ['thang 10 minh nop bao nhieu hoi nghi', [figures('hoi_nghi', '2026-10')]],
    ['bc nam so nguoi du la may', [figures('nguoi_du', '2026')]],
    ['bc nam ben minh dang bao nhieu hn', [figures('hoi_nghi', '2026')]],
    ['cho tôi xem nội dung báo cáo tháng 10', [figures(null, '2026-10')]],
    ['cho e xem so lieu bao cao nam', [figures(null, '2026')]],
    ['tháng 10 với tháng 11 mình nộp bao nhiêu hội nghị', [figures('hoi_nghi', '2026-10', '2026-11')]],
    ['năm ngoái nộp bao nhiêu', [figures(null, '2025')]],
    ['the la bc thang 11 nhan ban nao', [figures(null, '2026-11')]],
    ['giờ bản cuối là gì, đọc lại hộ', [figures(null)]],
    ['số hội nghị bao nhiêu', [figures('hoi_nghi')]],
    ['t10 nhà mình báo mấy lượt người', [figures('nguoi_du', '2026-10')]],
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
    ['gõ sai thì sửa được mấy lần', [{ about: 'take-back', period: null }]],
    ['em nộp nhầm, xoá giúp em', [{ about: 'take-back', period: null }]],
    ['thu hồi lại báo cáo vừa nộp', [{ about: 'take-back', period: null }]],
    ['rut lai bao cao thang 10 di, sep chua duyet', [{ about: 'take-back', period: '2026-10' }]],
    ['báo cáo năm có tính tháng 12 ko', [{ about: 'made-of', periods: ['2026', '2026-12'] }]],
    ['bc năm vs bc tháng 12 khác gì nhau', [{ about: 'made-of', periods: ['2026', '2026-12'] }]],
    ['báo cáo năm có bắt buộc văn bản giấy ko e', [{ about: 'paper' }]],
    ['a Phuc lam xong bc t11 chua ak', [{ about: 'report', period: '2026-11' }]],
    ['quý 4 có phải báo cáo không', [{ about: 'report', period: '2026-Q4' }]],
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
    'tháng 10 nộp mấy lần rồi',
    'ghi mấy hội nghị thì được',
    'mỗi xã bao nhiêu hội nghị là đủ',
    'tháng 11 có 3 hội nghị, bao nhiêu người thì chưa đếm',
    'xem mẫu báo cáo tháng 10',
    'xem hạn báo cáo năm',
  ])('nothing of the kind: %j', (text) => {
    expect([...read(text), ...read(text, true)]).toEqual([]);
  });

  it('of whoever reports for no unit nothing about its own reports is asked', () => {
    expect(read('bc t10 cua em dung han k', false, false)).toEqual([]);
    expect(read('24/11 có phải ngày nghỉ không', false, false)).toHaveLength(1);
  });
});
