import type { FormField, ReportForm } from '../domain/report-form.ts';
import type { RichText } from './rich-text.ts';
import { join, say } from './rich-text.ts';

const LONGEST_SAID = 60;

/** What was read out of a file, and from which words of it. */
interface FromFile {
  values: Readonly<Record<string, number | string>>;
  found: readonly { field: FormField; said: string; sure: boolean }[];
  otherPeriod: boolean;
  otherUnit: string | null;
}

/** Above what a file was read as: how much of it, and where each figure stood. */
export function sayReadFile(
  name: string,
  form: ReportForm,
  { values, found, otherPeriod, otherUnit }: FromFile,
): RichText {
  const count = Object.keys(values).length;
  const head = say`📄 Đã đọc ${count} mục từ tệp “${name}”; tệp được gửi kèm báo cáo. Xin anh/chị đối chiếu trước khi gửi.`;
  const other = otherPeriod ? say`⚠️ Tên báo cáo trong tệp ghi kỳ khác, nên từng số liệu đều được hỏi lại.` : [];
  const foreign =
    otherUnit === null
      ? []
      : say`⚠️ Tệp ghi tên ${otherUnit}, nên từng số liệu đều được hỏi lại. Gửi nhầm tệp thì gõ /huy.`;
  const places = form.fields
    .filter(({ key, kind }) => kind !== 'text' && values[key] !== undefined)
    .flatMap((field) => {
      const place = found.find((one) => one.field === field && one.sure);
      return place === undefined ? [] : [`${field.shortLabel} ← “${cut(place.said)}”`];
    });
  const where = places.length === 0 ? [] : say`Đọc từ: ${places.join('; ')}.`;
  return join([head, foreign, other, where], '\n');
}

/** A Word or Excel file without anything that could be read. */
export function sayNothingInFile(name: string): RichText {
  return say`📄 Đã nhận tệp “${name}”, sẽ đi kèm báo cáo; chưa đọc được số liệu nào trong tệp.`;
}

function cut(said: string): string {
  const line = said.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST_SAID ? `${line.slice(0, LONGEST_SAID - 1)}…` : line;
}
