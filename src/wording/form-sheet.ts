import { sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';

/** The report as an Excel form. */
export const FORM_SHEET = {
  sheet: 'Biểu mẫu',
  whichTask: 'Anh/chị lấy biểu mẫu của báo cáo nào?',
  howTo:
    'Điền vào cột B, lưu lại rồi gửi chính tệp này cho bot. Xin giữ nguyên dòng #BC và cột A; mục không có thì để trống.',
  columns: { label: 'Nội dung', value: 'Số liệu, nội dung trong kỳ', hint: 'Hướng dẫn' },
  title: ({ obligation, period, unit }: SpokenTask): string => `${sayReport(obligation, period)} – ${unit.name}`,
  name: ({ obligation, period, unit }: SpokenTask): string =>
    `bieu-mau-${obligation.code.replaceAll('_', '-')}-${period.key}-${unit.code}.xlsx`,
} as const;

/** What goes with the form. */
/** `takesFiles`: it can be sent back within the app that it came by. */
export function sayForm(view: SpokenTask, known: number, takesFiles: boolean): RichText {
  const filled = known === 0 ? '' : ` Đã điền sẵn ${known} mục.`;
  const back = takesFiles ? say`anh/chị gửi lại chính tệp này vào đây` : say`anh/chị gõ /tep để lấy trang gửi tệp lên`;
  return say`📄 Biểu mẫu Excel: ${b(sayReport(view.obligation, view.period))}, ${view.unit.shortName}.${filled} Điền xong, ${back}; bot đọc, cho xem trước rồi mới nộp.`;
}
