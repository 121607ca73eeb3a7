import type { FormField } from '../domain/report-form.ts';
import type { Outgoing } from './message.ts';
import { sayReport, sayReportFirst } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';

/** The report as an Excel form. */
export const FORM_SHEET = {
  sheet: 'Biểu mẫu',
  howTo:
    'Điền vào cột B, lưu lại rồi gửi chính tệp này cho bot. Xin giữ nguyên dòng #BC và cột A; mục không có thì để trống.',
  columns: { label: 'Nội dung', value: 'Số liệu, nội dung trong kỳ', hint: 'Hướng dẫn' },
  label: ({ shortLabel, key, kind, required }: FormField): string => {
    const unit = kind === 'money' && !/triệu/iu.test(shortLabel) ? ', triệu đồng' : '';
    return `${shortLabel} (${key}${unit}${required ? ', bắt buộc' : ''})`;
  },
  title: ({ obligation, period, unit }: SpokenTask): string => `${sayReport(obligation, period)} – ${unit.name}`,
  name: ({ obligation, period, unit }: SpokenTask): string =>
    `bieu-mau-${obligation.code.replaceAll('_', '-')}-${period.key}-${unit.code}.xlsx`,
} as const;

/** What goes with the form. */
export function sayForm(view: SpokenTask, known: number): RichText {
  const filled = known === 0 ? '' : ` Đã điền sẵn ${known} mục.`;
  return say`📄 Biểu mẫu Excel: ${b(sayReport(view.obligation, view.period))}, ${view.unit.shortName}.${filled} Điền xong, anh/chị gửi lại chính tệp này vào đây; bot đọc, cho xem trước rồi mới nộp.`;
}

export function sayAskFormTask(views: readonly SpokenTask[]): Outgoing {
  return {
    text: say`${b('Anh/chị lấy biểu mẫu của báo cáo nào?')}`,
    choices: views.map(({ task, obligation, period, unit }) => [
      {
        label: `${sayReportFirst(obligation, period)} – ${unit.shortName}`,
        value: `/bieumau ${task.id}`,
      },
    ]),
    answer: 'pick',
  };
}
