import type { FormField } from '../domain/report-form.ts';
import { FAULTS, sayTooLong } from './field-fault.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import { quote, sayNumber } from './submit.ts';
import { sayMoment } from './when.ts';

/** The sentences of the page on which one report is filled in. */
export const REPORT_WORDS = {
  title: 'Nộp báo cáo',
  previewTitle: 'Xem lại trước khi gửi',
  receiptTitle: 'Đã nhận báo cáo',
  secret: 'Không gửi nội dung mật qua trang này.',
  blank: 'Mục nào không có thì để trống; để trống khác với số 0.',
  required: 'bắt buộc',
  faults: 'Xin xem lại các mục sau',
  nothingLost: 'Nội dung đã nhập vẫn được giữ.',
  preview: 'Xem lại trước khi gửi',
  save: 'Lưu lại, làm tiếp sau',
  nothing: 'Kỳ này không phát sinh',
  send: 'Gửi báo cáo',
  edit: 'Sửa lại',
  files: 'Tệp kèm',
  theirs: 'Nội dung bản đã nộp',
  saved: (at: string) => `Đã lưu lúc ${at}. Có thể làm tiếp tại đây hoặc trong trò chuyện với bot (gõ /nop).`,
  changed: 'Nội dung đã thay đổi sau khi xem. Xin xem lại bản dưới đây rồi gửi.',
  used: 'Báo cáo này đã nộp, trang này không dùng được nữa. Cần sửa, gõ /nop trong trò chuyện với bot để lấy trang mới.',
  expired: 'Trang này đã hết hạn. Gõ /nop trong trò chuyện với bot để lấy trang mới.',
  unknown: 'Địa chỉ không đúng hoặc không còn dùng được. Gõ /nop trong trò chuyện với bot để lấy trang mới.',
  foreign: 'Yêu cầu này không đến từ trang nộp báo cáo, nên chưa làm gì. Xin mở lại trang và thử lại.',
  tooBig: 'Nội dung gửi lên quá dài. Xin rút gọn rồi gửi lại.',
  /** What the script on the page says; it has no words of its own. */
  script: {
    saving: 'Đang lưu…',
    saved: 'Đã lưu.',
    merged: 'Trang đã lấy về phần vừa sửa ở nơi khác (cửa sổ khác hoặc trò chuyện).',
    offline: 'Chưa có mạng: nội dung được giữ trên máy này và sẽ tự lưu khi có mạng lại.',
    restored: 'Đã lấy lại nội dung nhập khi mất mạng.',
    cannotSend: 'Chưa có mạng nên chưa gửi được. Nội dung vẫn còn đây; xin bấm lại khi có mạng.',
    gone: 'Trang này không dùng được nữa. Xin tải lại trang để xem vì sao.',
  },
} as const;

/** What the version a form started from comes back under, beside its fields. */
export const STARTED_FROM = '#from';
/** Before a field's key: what stood in it when the page came. */
export const STOOD = '#stood.';

/** Somebody's other window, or the chat, has put something else there since the page came. */
export function sayAlsoElsewhere(elsewhere: string, here: string): RichText {
  const said = (value: string): string => (value === '' ? 'để trống' : `ghi ${quote(value)}`);
  return say`Sau khi trang này mở, bản đang giữ (ghi từ cửa sổ khác, trò chuyện hoặc lần xem trước) đã ${said(elsewhere)}; trang này ${said(here)} và đang giữ như vậy. Xin kiểm tra rồi bấm lại.`;
}

/** Whose page it is: it is not to be passed on. */
export function sayWhose(name: string, until: number, zone: string): string {
  return `Trang dành riêng cho ${name}, dùng đến ${sayMoment(until, zone)}; xin không chuyển cho người khác.`;
}

/** How a field is filled in, below its label. */
export function sayFieldHint({ kind, maxLength }: Pick<FormField, 'kind' | 'maxLength'>): string {
  if (kind === 'count') return 'Số nguyên, ví dụ 12 hoặc 1.250';
  if (kind === 'money') return 'Triệu đồng, ví dụ 12,5';
  return maxLength === null ? '' : `Tối đa ${sayNumber(maxLength)} ký tự`;
}

/** `15.000 triệu`: an amount as it can be read in one way only. */
export function sayMillions(value: number): string {
  return `${sayNumber(value)} triệu`;
}

/** Why one field was not taken, and how it is done right. */
export function sayPageFault(field: FormField, raw: string, fault: string, readings: readonly number[] = []): RichText {
  const typed = raw === '' ? '' : ` ${quote(raw)}`;
  if (fault === 'missing' || fault === 'empty') return say`${field.shortLabel}: mục này bắt buộc, xin điền.`;
  if (fault === 'no-content') return say`${field.shortLabel}:${typed} chưa có nội dung cụ thể; xin ghi bằng lời.`;
  const tooLong = fault === 'too-long' ? sayTooLong(field, raw) : null;
  if (fault !== 'ambiguous') return say`${field.shortLabel}:${typed} ${tooLong ?? FAULTS[fault] ?? 'chưa đọc được'}.`;
  const unit = field.kind === 'money' ? ' triệu đồng' : '';
  const how =
    field.kind === 'money' ? 'ghi kèm đơn vị, ví dụ “12,5 triệu” hoặc “12.500.000 đồng”' : 'ghi lại bằng một số';
  return say`${field.shortLabel}:${typed} có thể là ${readings.map(sayNumber).join(' hoặc ')}${unit}; xin ${how}.`;
}

/** The version that is there already: what is sent now takes its place. */
export function sayInForce(facts: { sender: string; version: number; receivedAt: number; zone: string }): RichText {
  const when = sayMoment(facts.receivedAt, facts.zone);
  return join([
    say`${b(`Đơn vị đã nộp bản thứ ${facts.version}`)}: ${facts.sender} gửi lúc ${when}.`,
    say`Bản gửi lần này là bản sửa, thay bản đó; thời điểm tính đúng hạn không đổi.`,
  ]);
}

/** On a page that is used up: what was received. */
export function sayReceived(facts: { version: number; receivedAt: number; receipt: string; zone: string }): string {
  return `Bản thứ ${facts.version} nhận lúc ${sayMoment(facts.receivedAt, facts.zone)}, mã biên nhận ${facts.receipt}.`;
}
