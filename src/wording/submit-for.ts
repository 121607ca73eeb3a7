import type { Day } from '../domain/calendar.ts';
import type { ReportContent } from '../domain/report-form.ts';
import type { Timeliness } from '../domain/task.ts';
import { isOutstanding } from '../domain/task.ts';
import { sayTask } from './acting.ts';
import { sayReportFirst } from './period.ts';
import { sayFigures } from './receipt.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { quote, sayContent, sayReportHead } from './submit.ts';
import type { Told } from './told.ts';
import { sayTold } from './told.ts';
import { sayDay, sayDeadline, sayMoment } from './when.ts';

export const PAPER_BUTTONS = {
  later: 'Nhập số liệu sau',
  nothing: 'Không phát sinh',
  now: 'Vừa nhận',
  yes: 'Ghi nhận báo cáo',
  drop: 'Bỏ, không ghi',
  figures: 'Sửa số liệu',
  received: 'Sửa giờ nhận',
  document: 'Sửa số văn bản',
} as const;

export const PAPER_WORDS = {
  what: 'báo cáo giấy đang nhập',
  document: (number: string, day: Day): string => `${number} ngày ${sayDay(day)}`,
  askUnit: say`${b('Nhập thay cho đơn vị nào, kỳ nào?')}\nVí dụ: ${code('HBG t11')}`,
  askReport: (units: readonly string[]): RichText => say`${b('Báo cáo nào')} của ${units.join(', ')}?`,
  askDocument: (view: SpokenTask): RichText =>
    say`${b('Số, ký hiệu và ngày của văn bản?')} ${sayTask(view)}\nVí dụ: 125/BC-UBND ngày 16/11`,
  noDocument: say`Chưa thấy số văn bản, ví dụ 125/BC-UBND.`,
  noDay: say`Chưa thấy ngày của văn bản, ví dụ: ngày 16/11`,
  askReceived: (view: SpokenTask): RichText =>
    say`${b('Cơ quan nhận văn bản lúc nào?')} ${sayTask(view)}\nĐúng hạn hay muộn tính theo giờ này. Ví dụ: 16/11 15h30, hôm qua`,
  noMoment: (typed: string): RichText => say`Chưa rõ ${quote(typed)} là lúc nào.`,
  notYetReceived: (typed: string): RichText => say`${quote(typed)} còn chưa tới.`,
  fileNotTaken: (words: string): RichText =>
    say`Chưa kèm tệp vào báo cáo này: lời đi cùng ${quote(words)} không phải số liệu của báo cáo. Nếu đây là bản scan, xin gửi lại tệp không kèm lời.`,
  noTask: (units: readonly string[]): RichText => say`Không có báo cáo nào như vậy của ${units.join(', ')}.`,
  notOfThis: (typed: string): RichText =>
    say`Chưa rõ ${quote(typed)} là việc gì, nên bot chưa ghi và chưa để riêng gì.`,
  filesOnly: say`📎 Đã nhận tệp, sẽ kèm theo báo cáo.`,
  notYet: say`Chưa ghi. Anh/chị sửa hay bỏ?`,
  figuresLeftOut: say`⚠️ Số liệu vừa gõ không được ghi vì còn thiếu mục bắt buộc. Muốn ghi, chọn “Sửa số liệu”.`,
  overtaken: (view: SpokenTask, name: string): RichText =>
    say`Chưa ghi: ${name} vừa ghi một bản của ${view.unit.shortName}. Nếu vẫn ghi, bản dưới đây thay bản đó.`,
} as const;

/** A report among others of the unit. */
export function sayPaperChoice({ obligation, period }: SpokenTask): string {
  return sayReportFirst(obligation, period);
}

/** `read`: what was read of the figures already. */
export function sayAskFigures(view: SpokenTask, missing: readonly string[], read: RichText): RichText {
  return join(
    [
      join([
        say`${b('Số liệu trong văn bản?')} ${sayTask(view)}`,
        missing.length === 0 ? [] : say`Còn thiếu mục bắt buộc: ${missing.join('; ')}.`,
      ]),
      read.length === 0 ? [] : join([say`Đã đọc:`, read]),
      say`Gõ một dòng, ví dụ: ${code('hoi_nghi=3 nguoi_du=250 ket_qua=Đã tổ chức 3 hội nghị')}\nGửi kèm ảnh hoặc bản chụp ngay tại đây cũng được.`,
    ],
    '\n\n',
  );
}

export interface SpokenPaper {
  view: SpokenTask;
  document: string;
  receivedAt: number;
  /** Null: keyed in later. */
  report: ReportContent | null;
  /** What the version in force tells: kept where none is keyed in now. */
  before: ReportContent | null;
  files: number;
  zone: string;
}

/** What will be recorded, before it is. */
export function sayPaperPreview({ view, document, receivedAt, report, before, files, zone }: SpokenPaper): RichText {
  const standing = receivedAt < view.task.cutOffAt ? 'đúng hạn' : 'nộp muộn';
  const stays = view.task.timeliness === null ? '' : ' (đơn vị đã có bản trước: đúng hạn hay muộn giữ như cũ)';
  return join(
    [
      join([say`📄 ${b('Xem lại trước khi ghi')}`, sayReportHead(view)]),
      join([
        say`• Văn bản: ${b(document)}`,
        say`• Nhận lúc: ${b(sayMoment(receivedAt, zone))} → ${standing}${stays}`,
        say`• Tệp kèm: ${files === 0 ? 'chưa có' : String(files)}`,
      ]),
      report !== null
        ? sayContent(view.form, report)
        : before === null
          ? say`Số liệu: ${b('nhập sau')}`
          : join([
              say`Số liệu: ${b('giữ như bản đã nhận trước')} cho đến khi có số mới`,
              sayContent(view.form, before),
            ]),
    ],
    '\n\n',
  );
}

export interface PaperReceipt extends Pick<SpokenPaper, 'view' | 'document' | 'receivedAt' | 'zone'> {
  timeliness: Timeliness;
  receipt: string;
  report: ReportContent;
  hasFigures: boolean;
}

function sayReceiptLines({ view, document, receivedAt, timeliness, receipt, report, zone }: PaperReceipt): RichText {
  return join([
    say`${sayTask(view)}`,
    say`Văn bản ${document}, nhận lúc ${sayMoment(receivedAt, zone)}`,
    say`Ghi nhận: ${b(timeliness === 'on_time' ? 'đúng hạn' : 'nộp muộn')}`,
    sayFigures(view.form, report),
    say`Mã biên nhận: ${code(receipt)}`,
  ]);
}

/** To the unit's people: their receipt. */
export function sayFiledReceipt(facts: PaperReceipt & { by: string }): RichText {
  return join(
    [
      say`✅ ${b('Đã nhận báo cáo bằng văn bản')}`,
      sayReceiptLines(facts),
      facts.hasFigures
        ? say`${facts.by} nhập thay. Cần sửa, gõ /nop ${String(facts.view.task.id)}.`
        : say`Số liệu chưa nhập; gửi được ngay tại đây: gõ /nop ${String(facts.view.task.id)}.`,
    ],
    '\n\n',
  );
}

/** A keyed-in report was taken back; `by` null: to whoever did. */
export function sayPaperTakenBack({
  view,
  document,
  receipt,
  by,
}: Pick<PaperReceipt, 'view' | 'document' | 'receipt'> & { by: string | null }): RichText {
  const owes = isOutstanding(view.task.state);
  return join([
    say`↩️ ${by === null ? 'Đã bỏ' : `${by} đã bỏ`} việc ghi nhận báo cáo bằng văn bản ${document}: ${b(sayTask(view))}.`,
    say`Mã biên nhận ${code(receipt)} không còn hiệu lực. ${owes ? say`Báo cáo này ${b('vẫn phải nộp')}, hạn ${sayDeadline(view.deadline)}.` : 'Bản đơn vị gửi trước đó vẫn được ghi nhận.'}`,
  ]);
}

/** To who keyed it in. */
export function sayPaperDone(facts: PaperReceipt & { told: Told }): RichText {
  return join(
    [
      say`✅ ${b('Đã ghi nhận báo cáo bằng văn bản')}`,
      sayReceiptLines(facts),
      join([
        facts.told.people === 0
          ? say`Đơn vị chưa có ai trên bot để nhận biên nhận.`
          : say`Biên nhận được gửi tới đơn vị. ${sayTold(facts.told)}.`,
        facts.hasFigures
          ? []
          : say`Số liệu còn thiếu: nhập sau bằng ${code(`/nopthay ${facts.view.unit.code} ${facts.view.period.key}`)}`,
      ]),
    ],
    '\n\n',
  );
}
