import { expect, it } from 'vitest';
import { doubtOfText } from '../../src/understanding/text-doubt.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const [form] = FROZEN_PLAN.forms;
const field = form?.fields.find(({ key }) => key === 'ket_qua');
if (form === undefined || field === undefined) throw new Error('the plan has no such form');

const doubted = (text: string): boolean => doubtOfText(form, field, text) !== null;

it.each([
  'thoi dung gui',
  'khoảng hơn trăm',
  '1',
  '1.5k người',
  'một nghìn năm trăm',
  'zalo 10 bai, fb 15 bai, youtube 2 video',
  '40 người mỗi hội nghị',
  'nhầm, đó là của tháng 12',
  'không, tháng 12 cơ',
  'tháng 12',
  'gửi báo cáo năm',
  'làm tiếp báo cáo',
  'để mai em gửi tiếp',
  'em gửi sau nhé',
  'sếp chưa duyệt',
  'khó khăn thì không có',
  'tin bài',
  'không có gì thêm',
  'mấy cái này lấy số từ ngày nào đến ngày nào',
  'cảm ơn em',
  'alo',
  'phải, ghi vào đi',
  'rồi, sếp bảo ok',
  'chờ tí em hỏi sếp đã',
  'xem lại cái',
  'uh fb 12 do la ca cum truong, so minh co 3 thoi',
  'đài 9 ấy là 7 tin 2 phóng sự',
  'nếu ko tính thì bỏ 7 đi',
  'hn 4 cuộc (2 cuộc cấp tp, 2 cuộc cấp phường) tổng 410 ng',
])('"%s" is asked about before it is written as a result', (text) => {
  expect(doubted(text)).toBe(true);
});

it.each([
  'tốt',
  'Đã làm tốt',
  'dạ kết quả tốt ạ',
  'Đoàn viên hưởng ứng',
  'hội viên được tập huấn kỹ năng số',
  'Hội nghị thu hút đông đảo người dân',
  'Sau tập huấn, cán bộ dùng được chữ ký số',
  'Sai sót trong nhập liệu đã giảm rõ.',
  'Nhằm nâng cao nhận thức của cán bộ, đơn vị đã mở lớp',
  'Thời gian qua đơn vị đã triển khai tốt',
  'Huy động 200 đoàn viên tham gia',
  'Ở các xã bà con rất phấn khởi',
  'Bộ phận một cửa hoạt động tốt',
  'Mở 2 lớp tập huấn kỹ năng số cho cán bộ xã',
  'Nhờ sự quan tâm của cấp uỷ, công tác tuyên truyền đạt kết quả',
  'Đội ngũ tuyên truyền viên được kiện toàn',
  'can bo nam duoc nghi quyet',
  'mở lớp tập huấn cho 40 cán bộ, 12 xã có tổ công nghệ số',
  'hội nghị trực tuyến 45 điểm cầu, 600 người',
])('"%s" is a result', (text) => {
  expect(doubted(text)).toBe(false);
});
