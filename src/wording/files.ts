import { FILE_QUOTA, MB, type QuotaFault } from '../domain/file-quota.ts';
import type { RichText } from './rich-text.ts';
import { join, say } from './rich-text.ts';

const FAULTS: Readonly<Record<string, string>> = {
  'too-big': 'lớn hơn 20 MB; xin nén hoặc chia nhỏ rồi gửi lại',
  'wrong-type': 'nội dung không phải pdf, docx, xlsx, jpg hay png; xin chuyển định dạng rồi gửi lại',
  damaged: 'tệp bị hỏng hoặc tải lên chưa trọn; xin mở lại, lưu lại rồi gửi',
  empty: 'không có nội dung; xin gửi lại',
  'not-fetched': 'chưa tải về được; xin gửi lại',
};

const { report, day } = FILE_QUOTA;

/** What is more than a person may send is said once, however many files it is. */
const QUOTAS: Readonly<Record<QuotaFault, string>> = {
  'too-many': `một người gửi kèm mỗi báo cáo nhiều nhất ${report.files} tệp, tổng cộng ${report.bytes / MB} MB. Xin gộp các trang vào một tệp pdf, hoặc gửi phần còn lại qua hệ thống văn bản`,
  'too-many-today': `một người gửi nhiều nhất ${day.files} tệp, tổng cộng ${day.bytes / MB} MB trong 24 giờ. Xin gửi tiếp vào ngày mai, hoặc gửi phần còn lại qua hệ thống văn bản`,
};

/** What was wrong with files that came. */
export function sayFileFaults(faults: readonly { fault: string; name: string }[]): RichText {
  const single = faults.filter(({ fault }) => !Object.hasOwn(QUOTAS, fault));
  const quotas = Object.entries(QUOTAS).map(([kind, why]) => {
    const names = faults.filter(({ fault }) => fault === kind).map(({ name }) => name);
    if (names.length === 0) return [];
    const what = names.length === 1 ? `Tệp “${names[0] ?? ''}”` : `${names.length} tệp`;
    return say`${what} chưa nhận được: ${why}.`;
  });
  const own = single.map(({ fault, name }) => say`Tệp “${name}” chưa nhận được: ${FAULTS[fault] ?? ''}.`);
  return join([...own, ...quotas], '\n\n');
}

export function sayFilesOnly(): RichText {
  return say`Chỉ cán bộ đầu mối và lãnh đạo đơn vị mới gửi được tệp báo cáo. Tệp này chưa được gắn vào báo cáo nào.`;
}
