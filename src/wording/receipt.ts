import type { ReportContent, ReportForm } from '../domain/report-form.ts';
import type { Timeliness } from '../domain/task.ts';
import { sayReport } from './period.ts';
import { sayStanding } from './restored.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, plain, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayNumber } from './submit.ts';
import { sayExactMoment } from './when.ts';

export interface ReceiptFacts {
  view: SpokenTask;
  version: number;
  receivedAt: number;
  timeliness: Timeliness;
  receipt: string;
  report: ReportContent;
  attachments: number;
  /** "Hoa thay An"; null: whoever sent it stands in for nobody. */
  inPlaceOf: string | null;
  remaining: number;
  zone: string;
}

/**
 * The figures in one line, as they stand on a receipt: its seal vouches for them, and they are read back from it. The words end where
 * the number begins, so no label may end in one.
 */
export function sayFigures(form: ReportForm, report: ReportContent): RichText {
  if (report.nothingToReport) return say`Số liệu: không phát sinh`;
  const figures = form.fields.flatMap(({ key, shortLabel }) => {
    const value = report.values[key];
    return typeof value === 'number' ? [`${shortLabel} ${sayNumber(value)}`] : [];
  });
  return figures.length === 0 ? [] : say`Số liệu: ${figures.join('; ')}`;
}

/** The end of a receipt's code, as `actions/receipt-seal.ts` makes it. */
const SEAL = /-[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}(?![\p{L}\d-])/u;

/** Whether somebody who gets that text holds a receipt. */
export function holdsReceipt(text: RichText): boolean {
  return SEAL.test(plain(text));
}

/** What the person keeps as proof. */
export function sayReceipt(facts: ReceiptFacts): RichText {
  const { view, version, timeliness } = facts;
  const standing = sayStanding(view, timeliness);
  const note = version === 1 ? '' : ' (tính theo bản hợp lệ đầu tiên)';
  return join(
    [
      say`✅ ${b('Đã nhận báo cáo')}`,
      join([
        say`${sayReport(view.obligation, view.period)} – ${view.unit.name}`,
        say`Bản thứ ${version}, nhận lúc ${sayExactMoment(facts.receivedAt, facts.zone)}`,
        say`Ghi nhận: ${b(standing)}${note}`,
        facts.inPlaceOf === null ? [] : say`Người gửi: ${facts.inPlaceOf}`,
        facts.attachments === 0 ? [] : say`Tệp kèm: ${facts.attachments}`,
        sayFigures(view.form, facts.report),
        say`Mã biên nhận: ${code(facts.receipt)}`,
      ]),
      join([
        say`Cần sửa, gõ /nop ${String(view.task.id)}.`,
        facts.remaining === 0 ? [] : say`Đơn vị còn ${facts.remaining} nhiệm vụ chưa nộp: gõ /nhiemvu.`,
      ]),
    ],
    '\n\n',
  );
}
