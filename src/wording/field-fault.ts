import type { FormField } from '../domain/report-form.ts';
import type { RichText } from './rich-text.ts';
import { b, say } from './rich-text.ts';
import { quote, sayNumber } from './submit.ts';

/** Why one value could not be read, and how to write it. */
export function sayFieldFault(
  field: FormField | undefined,
  raw: string,
  fault: string,
  readings: readonly number[] = [],
): RichText {
  if (field === undefined && fault === 'twice') return say`Tin vừa gửi có hai mẫu báo cáo; xin gửi từng mẫu một.`;
  const label = field?.shortLabel ?? 'Báo cáo';
  const typed = raw === '' ? '' : ` ${quote(raw)}`;
  const why = (fault === 'too-long' ? sayTooLong(field, raw) : null) ?? FAULTS[fault] ?? 'chưa đọc được';
  if (fault === 'ambiguous') return say`• ${label}:${typed} ${sayReadings(field?.kind, readings)}.`;
  return say`• ${label}:${typed} ${why}.`;
}

/** "Fanpage là 56 chứ không phải 65", where all are 74: 65 with the part put right, or 56 in all? With one reading it is asked whether that is all. */
export function sayOfPart({ shortLabel }: FormField, typed: string, readings: readonly number[]): RichText {
  const [first = '', alone] = readings.map(sayNumber);
  return alone === undefined
    ? say`• ${shortLabel}: ${quote(typed)}, vậy cả mục là ${b(first)} phải không? Phải thì gõ “phải”, không thì gõ tổng số.`
    : say`• ${shortLabel}: ${quote(typed)}, vậy cả mục thành ${b(first)} hay chỉ còn ${b(alone)}? Xin chọn hoặc gõ lại số.`;
}

function sayReadings(kind: FormField['kind'] | undefined, readings: readonly number[]): string {
  const unit = kind === 'money' ? ' triệu đồng' : '';
  const offered = `${readings.map(sayNumber).join(' hoặc ')}${unit}`;
  const example = kind === 'money' ? 'xin ghi kèm đơn vị, ví dụ “12,5 triệu” hoặc “12.500.000 đồng”' : 'xin ghi một số';
  if (readings.length === 0) return `chưa rõ là bao nhiêu; ${example}`;
  return readings.length === 1 ? `có phải là ${offered} không? Phải thì gõ “phải”` : `có thể là ${offered}; ${example}`;
}

/** How long it is, where all of it is at hand, and how long it may be; null where the form sets no limit. */
export function sayTooLong(field: FormField | undefined, raw: string): string | null {
  const limit = field?.maxLength ?? null;
  const length = [...raw].length;
  if (limit === null) return null;
  if (length <= limit) return `dài quá ${sayNumber(limit)} ký tự; xin rút gọn`;
  return `dài ${sayNumber(length)}/${sayNumber(limit)} ký tự; xin bớt ${sayNumber(length - limit)} ký tự`;
}

/** Why a value could not be taken, and how to write it. */
export const FAULTS: Readonly<Record<string, string>> = {
  missing: 'còn thiếu',
  negative: 'là số âm; xin nhập số từ 0 trở lên',
  'not-whole': 'không phải số nguyên; xin nhập số nguyên, ví dụ 12',
  'too-many-decimals': 'có quá nhiều số lẻ; chỉ nhận một số lẻ, ví dụ 12,5',
  'too-long': 'dài quá mức cho phép; xin rút gọn',
  'too-large': 'lớn bất thường; xin kiểm tra lại đơn vị tính',
  'not-a-number': 'chưa phải là số; xin nhập chữ số, ví dụ 12',
  'unknown-field': 'không có trong mẫu',
  twice: 'được ghi hai lần; xin ghi một lần',
  each: 'là số của mỗi lần; xin nhập tổng số cả kỳ',
  more: 'là số thêm hay tổng số cả kỳ? Xin nhập tổng số',
  less: 'là số bớt đi hay tổng số cả kỳ? Xin nhập tổng số',
  part: 'là số của một phần hay của cả mục? Xin nhập tổng số',
  'of-another': 'mang tên của mục khác; xin ghi riêng số của mục này',
  contradiction: 'vừa ghi “không phát sinh” vừa có số liệu; xin chọn một',
};
