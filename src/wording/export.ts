import { type CompiledRound, outweighing } from '../domain/compiled-round.ts';
import type { ExportFormat } from '../domain/print-order.ts';
import type { StandingNow } from '../domain/task.ts';
import { sayFigure } from './compiled.ts';
import type { Outgoing } from './message.ts';
import { sayReport, sayReportFirst } from './period.ts';
import { sayOpenStretch } from './restored.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenRound } from './round.ts';

export const FORMAT_NAMES: Readonly<Record<ExportFormat, string>> = {
  word: 'Bản Word (dự thảo)',
  excel: 'Bảng Excel',
  csv: 'Bảng CSV',
  picture: 'Ảnh tình hình',
};

export const EXPORT_WORDS = {
  calendarName: (year: number) => `lich-bao-cao-${year}.png`,
  calendar: (year: number): RichText => say`Lịch báo cáo năm ${year}.`,
  all: 'Cả Word, Excel và ảnh',
  yearCalendar: 'Lịch cả năm',
  failed: (): RichText =>
    say`Chưa lập được tệp vì bot gặp lỗi; lỗi đã được ghi lại. Xin thử lại sau ít phút, hoặc báo người vận hành.`,
  slow: say`⏳ Tệp đang được lập, lâu hơn thường lệ; lập xong bot tự gửi vào đây, không cần gõ lại.`,
  allUnits: (scope: string): RichText => say`Chưa lọc được tệp theo “${scope}”: tệp gồm tất cả đơn vị.`,
  invitations: say`Thư mời cho nhiều đơn vị một lần (Excel, trang in có mã QR) do quản trị xuất trên máy chủ: npm run invite -- --all --role liaison --xlsx TỆP --html TỆP. Tại đây mời được từng đơn vị, ví dụ: /moi HBG; mời cả cuộc họp: /cuochop`,
  noCalendar: (year: number): RichText => say`Chưa lập được lịch năm ${year}. Ví dụ: /xuat lich 2026`,
} as const;

/** In which form the round is wanted. */
export function sayWhichFormat(round: SpokenRound, others: readonly SpokenRound[], year: number): Outgoing {
  const order = `${round.obligation.code} ${round.period.key}`;
  const format = (label: string, word: string) => ({ label, value: `/xuat ${order} ${word}` });
  return {
    text: say`📄 ${b(sayReport(round.obligation, round.period))}: xuất dạng nào?`,
    choices: [
      [format(FORMAT_NAMES.word, 'word'), format(FORMAT_NAMES.excel, 'excel')],
      [format(FORMAT_NAMES.picture, 'anh'), format(FORMAT_NAMES.csv, 'csv')],
      [format(EXPORT_WORDS.all, 'tatca')],
      ...others.map((other) => [
        {
          label: sayReportFirst(other.obligation, other.period),
          value: `/xuat ${other.obligation.code} ${other.period.key}`,
        },
      ]),
      [{ label: EXPORT_WORDS.yearCalendar, value: `/xuat lich ${year}` }],
    ],
    answer: 'pick',
  };
}

/** `thang-2026-11-du-thao.docx`: what the file is called. */
export function sayExportName(obligation: string, period: string, ending: string): string {
  return `${obligation.replaceAll('_', '-')}-${period}${ending === 'docx' ? '-du-thao' : ''}.${ending}`;
}

const NOTES: Readonly<Partial<Record<ExportFormat, RichText>>> = {
  word: say`Đây là dự thảo: số và ngày để trống, các tổng đã đối chiếu với dữ liệu.`,
  csv: say`Tệp này để phần mềm khác đọc (tên cột là mã mục, số lẻ viết dấu chấm); muốn xem bằng Excel, xin lấy bảng Excel. Các tổng đã đối chiếu với dữ liệu.`,
};

/** What goes with a file of the compiled round: what is in it, and what is missing. */
export function sayExported(round: CompiledRound, format: ExportFormat): RichText {
  const of = (standing: StandingNow): number => round.units.filter((unit) => unit.standing === standing).length;
  const returned = round.units.filter((unit) => unit.state === 'returned').length;
  const counted = round.units.filter((unit) => unit.counted !== null).length;
  const gaps = [
    of('unsettled') === 0 ? null : `${of('unsettled')} đơn vị gửi sau hạn chưa xác định đúng hạn hay muộn`,
    of('missing') === 0 ? null : `${of('missing')} đơn vị chưa nộp`,
    of('open') === 0 ? null : `${of('open')} đơn vị chưa đến hạn`,
    returned === 0 ? null : `${returned} báo cáo đang chờ sửa, chưa tính`,
  ].filter((part) => part !== null);
  const stretch = sayOpenStretch(round.openStretch, round.zone, 0);
  const note = NOTES[format] ?? say`Các tổng đã đối chiếu với dữ liệu.`;
  const content = `tổng hợp ${counted} báo cáo${gaps.length === 0 ? '' : `; ${gaps.join(', ')}`}.`;
  return join(
    [say`${b(FORMAT_NAMES[format])}, ${round.title}: ${content}`, note, say`${stretch}`, sayOutweighing(round)],
    ' ',
  );
}

/** Beside the file, not in it: an official report has no such remark. */
function sayOutweighing(round: CompiledRound): RichText {
  const found = outweighing(round).map(
    ({ unit, field, value, total }) =>
      `${field.shortLabel} của ${unit.shortName} (${sayFigure(value)} trong tổng ${sayFigure(total)})`,
  );
  return found.length === 0 ? [] : say`⚠️ Nên kiểm tra lại trước khi dùng: ${found.join('; ')}.`;
}

/** What goes with the picture of a round. */
export function sayPictured(title: string, counts: string): RichText {
  return say`${b(title)}. ${counts}.`;
}
