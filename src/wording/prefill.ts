import { sayPeriodKey } from './period.ts';
import type { RichText } from './rich-text.ts';
import { say } from './rich-text.ts';

export interface SpokenPrefill {
  counted: readonly string[];
  missing: readonly string[];
  formers: readonly { shortName: string }[];
}

/** What the form was filled in with: months, or what the units had sent that became this one. */
export function sayPrefill({ counted, missing, formers }: SpokenPrefill): RichText {
  if (formers.length > 0)
    return say`Mẫu đã cộng sẵn số liệu ${sayFormers(formers)} đã gửi cho kỳ này trước khi sáp nhập. Xin kiểm tra, thêm phần còn lại và sửa nếu cần.`;
  if (counted.length === 0) return say`Chưa có báo cáo tháng nào trong kỳ để cộng sẵn.`;
  const without = missing.length === 0 ? '' : ` Chưa có: ${missing.map(sayPeriodKey).join(', ')}.`;
  return say`Mẫu đã cộng sẵn số liệu của ${String(counted.length)} báo cáo tháng.${without} Xin kiểm tra và sửa nếu cần.`;
}

export function sayFormers(units: readonly { shortName: string }[]): string {
  return units.map(({ shortName }) => shortName).join(', ');
}
