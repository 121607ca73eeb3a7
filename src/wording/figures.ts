import type { Instant } from '../domain/calendar.ts';
import type { FormField, ReportContent } from '../domain/report-form.ts';
import type { Outgoing } from './message.ts';
import { sayPeriodKey, sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayContent, sayFigure } from './submit.ts';
import { offerToSubmit } from './tasks.ts';
import { sayDeadline, sayExactMoment } from './when.ts';

export interface SentVersion {
  view: SpokenTask;
  latest: { version: number; receivedAt: Instant; report: ReportContent };
}

/** Whatever is said of a report's figures names the report, the unit and the version. */
const name = ({ obligation, period, unit }: SpokenTask): RichText =>
  say`${b(sayReport(obligation, period))} – ${unit.shortName}`;

/** What stands in the versions that count, or the one field of them. */
export function saySent(sent: readonly SentVersion[], key: string | null, zone: string): RichText {
  const all = sent.map(({ view, latest }) => {
    const { version, receivedAt, report } = latest;
    const head = say`${name(view)}, đã gửi (bản thứ ${version}, nhận lúc ${sayExactMoment(receivedAt, zone)}):`;
    const field = view.form.fields.find((one) => one.key === key);
    const isOne = field !== undefined && !report.nothingToReport;
    return isOne
      ? say`${head} ${field.shortLabel} ${b(sayNow(field, report.values[field.key]))}.`
      : join([head, sayContent(view.form, report)]);
  });
  return join(all, key === null ? '\n\n' : '\n');
}

/** How to see others, and how to correct one. */
export function sayOtherVersions(): RichText {
  return say`Xem kỳ khác, bản trước: gõ ${code('/lichsu')} kèm kỳ, ví dụ /lichsu t10. Sửa số liệu: gõ ${code('/nop')} kèm kỳ.`;
}

/** What older versions of a report said otherwise than the one that followed. */
export function sayOlderVersions(
  { form }: SpokenTask,
  versions: readonly { version: number; receivedAt: Instant; report: ReportContent; next: ReportContent }[],
  zone: string,
): RichText {
  const lines = versions.map(({ version, receivedAt, report, next }) => {
    const head = `Bản thứ ${version}, ${sayExactMoment(receivedAt, zone)}`;
    if (report.nothingToReport) return say`• ${head}: không phát sinh`;
    const other = form.fields.filter(({ key }) => next.nothingToReport || report.values[key] !== next.values[key]);
    const said = other.map((field) => `${field.shortLabel} ${sayNow(field, report.values[field.key])}`);
    return say`• ${head}: ${said.length === 0 ? 'số liệu như bản sau' : said.join('; ')}`;
  });
  return lines.length === 0 ? [] : join([say`Các bản trước, khác bản sau ở:`, ...lines]);
}

/** Nothing came of these yet: never answered with another report's figures. */
export function sayNothingSentFor(views: readonly SpokenTask[], submittable: readonly string[]): Outgoing {
  const text = join(
    views.map(
      (view) => say`${name(view)}: bot ${b('chưa nhận bản nào')}, nên chưa có số. Hạn ${sayDeadline(view.deadline)}.`,
    ),
  );
  const own = views.filter(({ unit }) => submittable.includes(unit.code));
  return own.length === 0 ? { text } : { ...offerToSubmit(...own), text };
}

/** Reports of a period that the bot never had. */
export function sayNoReportOf(units: readonly string[], period: string): RichText {
  return say`Bot không có báo cáo nào của ${units.join(', ')} cho ${b(sayPeriodKey(period))}.`;
}

export function sayNothingSent(units: readonly string[]): RichText {
  return say`Bot chưa nhận bản báo cáo nào của ${units.join(', ')}. Còn phải nộp: gõ /nhiemvu.`;
}

/** Of the kind that is in hand there is none before; what was sent last follows. */
export function sayNoneBefore(view: SpokenTask): RichText {
  return say`Trước ${name(view)}, bot chưa có báo cáo nào cùng loại. Bản đơn vị gửi gần nhất:`;
}

/** What the report that is being typed says now: all of it, or one field. */
export function sayDraftNow(view: SpokenTask, report: ReportContent, key: string | null): RichText {
  const head = say`${name(view)}, đang nhập, ${b('chưa gửi')}:`;
  const field = view.form.fields.find((one) => one.key === key);
  if (field === undefined || report.nothingToReport) return join([head, sayContent(view.form, report)]);
  return say`${head} ${field.shortLabel} ${b(sayNow(field, report.values[field.key]))}.`;
}

function sayNow(field: FormField, value: number | string | undefined): string {
  if (value === undefined) return 'để trống';
  return typeof value === 'number' ? sayFigure(field, value) : value;
}

/** The figure of another report stands in this one, which was sent. */
export function sayStillThere(
  view: SpokenTask & { task: { id: number } },
  fields: readonly FormField[],
  values: ReportContent['values'],
): RichText {
  const said = fields.flatMap((field) => {
    const value = values[field.key];
    return typeof value === 'number' ? [`${field.shortLabel} ${sayFigure(field, value)}`] : [];
  });
  return say`⚠️ ${name(view)} đã gửi vẫn ghi ${b(said.join('; '))}. Không phải của kỳ đó thì xin sửa cả bản ấy: gõ ${code(`/nop ${view.task.id}`)}`;
}
