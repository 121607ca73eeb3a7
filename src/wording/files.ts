import type { RichText } from './rich-text.ts';
import { say } from './rich-text.ts';

const FAULTS: Readonly<Record<string, string>> = {
  'too-big': 'lớn hơn 20 MB; xin nén hoặc chia nhỏ rồi gửi lại',
  'wrong-type': 'nội dung không phải pdf, docx, xlsx, jpg hay png; xin chuyển định dạng rồi gửi lại',
  empty: 'không có nội dung; xin gửi lại',
  'not-fetched': 'chưa tải về được; xin gửi lại',
};

export function sayFileFault({ fault, name }: { fault: string; name: string }): RichText {
  return say`Tệp “${name}” chưa nhận được: ${FAULTS[fault] ?? ''}.`;
}

export function sayFilesOnly(): RichText {
  return say`Chỉ cán bộ đầu mối và lãnh đạo đơn vị mới gửi được tệp báo cáo. Tệp này chưa được gắn vào báo cáo nào.`;
}
