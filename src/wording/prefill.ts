import type { ReportContent } from '../domain/report-form.ts';
import { capital } from './capital.ts';
import { sayPeriodKey } from './period.ts';
import type { RichText } from './rich-text.ts';
import { say } from './rich-text.ts';

/** Months that are in the sums, but for what these units owe. */
export type SpokenPartial = readonly { month: string; lacking: readonly { shortName: string }[] }[];

export interface SpokenPrefill {
  counted: readonly string[];
  missing: readonly string[];
  partial: SpokenPartial;
  formers: readonly { shortName: string }[];
  /** The sums; absent = not to be looked at. */
  report?: ReportContent;
}

/** What the form was filled in with: months, or what the units had sent that became this one. */
export function sayPrefill({ counted, missing, partial, formers, report }: SpokenPrefill): RichText {
  if (formers.length > 0)
    return say`Mẫu đã cộng sẵn số liệu ${sayFormers(formers)} đã gửi cho kỳ này trước khi sáp nhập. Xin kiểm tra, thêm phần còn lại và sửa nếu cần.`;
  if (counted.length === 0) return say`Chưa có báo cáo tháng nào trong kỳ để cộng sẵn.`;
  const none = missing.length === 0 ? '' : ` Chưa có: ${missing.map(sayPeriodKey).join(', ')}.`;
  const without = `${none}${sayPartial(partial)}`;
  if (report !== undefined && Object.keys(report.values).length === 0)
    return say`${capital(counted.map(sayPeriodKey).join(', '))} đơn vị báo không phát sinh, nên chưa có số để cộng sẵn.${without}`;
  return say`Mẫu đã cộng sẵn số liệu của ${String(counted.length)} báo cáo tháng.${without} Xin kiểm tra và sửa nếu cần.`;
}

/** " Tháng 5/2025 còn thiếu Huyện Bình Giang." */
export function sayPartial(months: SpokenPartial): string {
  return months
    .map(({ month, lacking }) => ` ${capital(sayPeriodKey(month))} còn thiếu ${sayFormers(lacking)}.`)
    .join('');
}

export function sayFormers(units: readonly { shortName: string }[]): string {
  return units.map(({ shortName }) => shortName).join(', ');
}

/** "Lấy số của bot cộng sẵn đi" where there is none. */
export function sayNothingAddedUp(): RichText {
  return say`Kỳ này chưa có số nào bot cộng sẵn. Có thì gõ số, ví dụ “3 hội nghị, 250 người dự”; không có gì thì chọn “Không phát sinh”.`;
}
