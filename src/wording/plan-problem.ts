import type { PlanPlace, PlanProblem, PlanRule, PlanValueKind } from '../domain/plan-problem.ts';

const KINDS: Readonly<Record<PlanValueKind, string>> = {
  text: 'chữ trong dấu ngoặc kép',
  number: 'một số nguyên, không có ngoặc kép',
  yes_no: 'true hoặc false',
  list: 'một danh sách trong ngoặc vuông [ ]',
  object: 'một nhóm trong ngoặc nhọn { }',
};

const RULES: Readonly<Record<PlanRule, string>> = {
  day: 'ngày phải có thật và ghi theo dạng năm-tháng-ngày, ví dụ 2025-03-01 (nếu Excel tự đổi dạng ngày, hãy định dạng cột là Text rồi ghi lại)',
  time: 'giờ phải ghi theo dạng giờ:phút, ví dụ 08:30',
  code: 'chỉ dùng chữ thường không dấu, chữ số và dấu gạch dưới, ví dụ sau_thang',
  unit_code: 'mã đơn vị chỉ dùng chữ hoa không dấu, chữ số và dấu gạch ngang, ví dụ STC',
  alias: 'từ đồng nghĩa phải viết thường, không dấu, các tiếng cách nhau một dấu cách, ví dụ so hoi nghi',
  phone: 'số điện thoại ghi bằng chữ số, có thể có dấu cách, dấu chấm, dấu + ở đầu, ví dụ 0220 3853 456',
  successors:
    'đơn vị kế thừa ghi bằng mã, cách nhau một dấu cách; thêm :part sau mã nếu chỉ nhận một phần, ví dụ SXD SNV:part',
  period_monthly: 'kỳ tháng phải ghi theo dạng năm-tháng, ví dụ 2025-03',
  period_quarterly: 'kỳ quý phải ghi theo dạng năm-Q1 đến năm-Q4, ví dụ 2026-Q1',
  period_half_yearly: 'kỳ 6 tháng phải ghi theo dạng năm-H1 hoặc năm-H2, ví dụ 2025-H1',
  period_nine_monthly: 'kỳ 9 tháng phải ghi theo dạng năm-9M, ví dụ 2026-9M',
  period_yearly: 'kỳ năm phải ghi bằng bốn chữ số, ví dụ "2025"',
  period_once: 'báo cáo một lần phải ghi ngày của hạn nộp, ví dụ 2026-11-20',
  last_period_after_first: 'kỳ cuối không được trước kỳ đầu',
  parts: 'số thứ tự kỳ trong năm lớn quá: báo cáo quý có 1–4, báo cáo 6 tháng có 1–2; để [] là mọi kỳ',
  one_period_once: 'báo cáo một lần chỉ có một kỳ: kỳ cuối phải trùng kỳ đầu',
  max_length_of_text: 'trường chữ phải có số ký tự tối đa',
  no_max_length: 'trường số không có số ký tự tối đa, hãy ghi null',
  working_days_back: 'mốc tính từ ngày làm việc cuối cùng còn đúng hạn phải là 0 hoặc số âm',
  working_days_after: 'mốc sau hạn phải từ 1 trở lên',
  within_sending_hours: 'giờ nhắc nằm ngoài khung giờ được gửi (sendingHours) nên sẽ không bao giờ được gửi đúng lúc',
  milestone_key:
    'khóa mốc nhắc không được là asked, hay promise, snooze, nudge, resend kèm số: bot dùng các khóa đó cho tin nhắc khác',
  hours_in_order: 'giờ kết thúc phải sau giờ bắt đầu',
  valid_to_after_from: 'ngày hết hiệu lực không được trước ngày bắt đầu hiệu lực',
  day_in_year: 'ngày này không thuộc năm của mục đang khai',
  make_up_on_weekend: 'ngày làm bù phải là thứ Bảy hoặc Chủ nhật',
};

/** One line for the person who keeps the plan's files: where it is, what is wrong, what to write instead. */
export function sayPlanProblem(problem: PlanProblem): string {
  return `${sayPlace(problem)}: ${sayTrouble(problem)}.`;
}

function sayPlace({ file, line, field }: PlanPlace): string {
  const where = [file];
  if (line !== null) where.push(`dòng ${line}`);
  if (field !== null) where.push(file.endsWith('.csv') ? `cột ${field}` : `mục ${field}`);
  return where.join(', ');
}

function sayTrouble(problem: PlanProblem): string {
  switch (problem.code) {
    case 'no_directory':
      return 'không tìm thấy thư mục kế hoạch này (xem biến PLAN_DIR)';
    case 'no_file':
      return 'thiếu tệp này trong thư mục kế hoạch';
    case 'not_readable':
      return 'không mở được tệp này (kiểm tra quyền đọc)';
    case 'not_utf8':
      return 'tệp không phải mã UTF-8; trong Excel hãy lưu lại theo kiểu "CSV UTF-8"';
    case 'json_syntax':
      return 'sai cú pháp JSON từ dòng này (thường do thiếu hoặc thừa dấu phẩy, dấu ngoặc ở đây hay cuối dòng trên)';
    case 'csv_syntax':
      return 'dấu ngoặc kép đặt sai: ô có dấu phẩy hoặc xuống dòng phải được mở và đóng ngoặc kép';
    case 'missing':
      return 'thiếu mục bắt buộc này';
    case 'missing_column':
      return 'thiếu cột này ở dòng tiêu đề';
    case 'unknown_name':
      return 'tên này không có trong quy định (có thể viết sai)';
    case 'repeated_name':
      return 'tên này xuất hiện hai lần ở cùng một chỗ';
    case 'empty':
      return 'đang để trống, cần có nội dung';
    case 'too_many_cells':
      return 'dòng này có nhiều ô hơn tiêu đề; ô có dấu phân cách bên trong phải đặt trong ngoặc kép';
    case 'wrong_kind':
      return `cần ${KINDS[problem.expected]}`;
    case 'not_one_of':
      return `giá trị không hợp lệ, chỉ nhận: ${problem.allowed.join(', ')}`;
    case 'out_of_range':
      return problem.minimum === null
        ? `số quá lớn, nhiều nhất là ${problem.maximum}`
        : `số quá nhỏ, ít nhất là ${problem.minimum}`;
    case 'breaks_rule':
      return RULES[problem.rule];
    case 'duplicate':
      return `"${problem.value}" đã được dùng${sayOtherLine(problem.firstLine)}, không được trùng`;
    case 'overlapping_validity':
      return `thời gian hiệu lực của đơn vị ${problem.unit} chồng lên một dòng khác của chính đơn vị đó${sayOtherLine(problem.otherLine)}`;
    case 'unknown_unit':
      return `không có đơn vị nào mang mã "${problem.value}"`;
    case 'unknown_form':
      return `không có biểu mẫu nào mang mã "${problem.value}" trong forms.json`;
    case 'no_compiling_unit':
      return 'chưa có đơn vị nào làm đầu mối tổng hợp (compiles = yes)';
  }
}

function sayOtherLine(line: number | null): string {
  return line === null ? '' : ` ở dòng ${line}`;
}
