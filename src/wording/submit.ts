import type { Day } from '../domain/calendar.ts';
import type { FormField, ReportContent, ReportForm } from '../domain/report-form.ts';
import { sayPeriodKey, sayReport } from './period.ts';
import type { SpokenPrefill } from './prefill.ts';
import { sayFormers, sayPrefill } from './prefill.ts';
import { sayAfterDeadline } from './restored.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayDay, sayDeadline, sayWindow } from './when.ts';

/** `1.234` and `12,5`: numbers as Vietnamese readers write them. */
export function sayNumber(value: number): string {
  const [whole = '0', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, '.');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/** The head of every message about one report. */
export function sayReportHead(view: SpokenTask): RichText {
  return join([
    say`${b(sayReport(view.obligation, view.period))} – ${view.unit.name}`,
    say`Số liệu ${sayWindow(view.period.window)}; hạn ${sayDeadline(view.deadline)}`,
  ]);
}

export interface TemplateOffer {
  view: SpokenTask;
  template: string;
  prefill: SpokenPrefill | null;
  isCorrection: boolean;
  /** The address of the person's own page for this report; null where there is none. */
  page: string | null;
}

/** The block to copy, with what it is for and what else can be done. */
export function sayTemplate({ view, template, prefill, isCorrection, page }: TemplateOffer): RichText {
  return join(
    [
      sayReportHead(view),
      isCorrection ? say`Đơn vị đã nộp kỳ này. Bản gửi lần này là bản sửa; thời điểm tính đúng hạn không đổi.` : [],
      prefill === null ? [] : sayPrefill(prefill),
      say`Chép đoạn dưới đây, điền số sau dấu hai chấm rồi gửi lại (dòng nào không có thì để trống):`,
      say`${code(template)}`,
      page === null ? [] : sayReportPage(page),
      say`Không gửi nội dung mật qua kênh này.`,
    ],
    '\n\n',
  );
}

/** Where the same form is filled in on the web. */
export function sayReportPage(page: string): RichText {
  return say`Hoặc điền trên trang web dành riêng cho anh/chị (xin không chuyển cho người khác):\n${page}`;
}

/** What could not be read of a report, and what of it is kept. */
export function sayPartlyRead(
  { fields }: ReportForm,
  values: ReportContent['values'],
  { problems = [], unread = [], carried = { from: 'version', fields: [] } }: PartlyRead,
): RichText {
  const left = unread.length === 0 ? [] : sayUnread(unread);
  const given = fields.filter(({ key }) => values[key] !== undefined);
  const named = ({ key, kind, shortLabel }: FormField): string =>
    `${shortLabel}${kind === 'text' ? '' : ` ${sayValue(values[key])}`}`;
  const isCarried = ({ key }: FormField): boolean => carried.fields.some((one) => one.key === key);
  const kept = given.filter((field) => !isCarried(field)).map(named);
  const old = given.filter(isCarried).map(named);
  const carriedOver = old.length === 0 ? [] : say`${CARRIED[carried.from]}: ${old.join('; ')}.`;
  if (problems.length === 0) {
    const written = `${kept.length === 0 ? 'Còn' : `Đã ghi ${kept.join('; ')}. Còn`} thiếu mục bắt buộc.`;
    return join([left, say`${written}`, carriedOver]);
  }
  const rest = kept.length === 0 ? [] : say`Đã đọc được và giữ lại: ${kept.join('; ')}.`;
  return join([say`${b('Có mục chưa đọc được:')}`, ...problems, left, rest, carriedOver]);
}

interface PartlyRead {
  problems?: readonly RichText[];
  unread?: readonly string[];
  carried?: Carried;
}

/** What the form started from and nobody said anew. */
export interface Carried {
  from: 'version' | 'sums' | 'formers';
  fields: readonly FormField[];
}

const CARRIED: Readonly<Record<Carried['from'], string>> = {
  version: '↩️ Giữ như bản đã nộp',
  sums: '🧮 Bot cộng sẵn từ các báo cáo tháng',
  formers: '🧮 Bot cộng sẵn từ báo cáo của đơn vị cũ',
};

/** What stands in nobody's value: said at once, so that nothing is dropped unsaid. */
function sayUnread(unread: readonly string[]): RichText {
  return say`Bot chưa hiểu phần ${unread.map((part) => `«${cut(part)}»`).join(', ')}, nên chưa đưa vào báo cáo.`;
}

/** A template of a unit that is not the person's own: sending it again would change nothing. */
export function sayForeignTemplate(view: SpokenTask, unit: string): RichText {
  return say`Mẫu vừa gửi là của ${b(unit)}, không phải đơn vị của anh/chị, nên bot chưa lấy số liệu nào. Gửi nhầm mẫu thì xin điền mẫu của ${b(view.unit.shortName)} dưới đây; nay phụ trách cả ${unit} thì xin cơ quan điều phối cấp mã mời.`;
}

/** A template of another report of their own came in the middle of this one. */
export function sayOtherTemplate(view: SpokenTask, header: { period: string; unit: string }): RichText {
  const got = `${sayPeriodKey(header.period)} của ${header.unit}`;
  const wanted = `${sayPeriodKey(view.period.key)} của ${view.unit.shortName}`;
  return say`Mẫu vừa gửi là báo cáo ${b(got)}, còn đang nhập là báo cáo ${b(wanted)}: bot chưa lấy số liệu nào. Xin điền mẫu dưới đây; muốn nộp báo cáo kia thì gõ /huy rồi gửi lại mẫu đó.`;
}

/** One question of the guided way. */
export function sayQuestion(
  field: FormField,
  position: { at: number; of: number },
  current: number | string | undefined,
): RichText {
  const kind = { count: 'Nhập một số', money: 'Nhập số, đơn vị triệu đồng', text: 'Nhập nội dung' }[field.kind];
  const optional = field.required ? ' (bắt buộc)' : '';
  return join([
    say`Câu ${position.at}/${position.of}. ${b(field.label)}`,
    say`${kind}${optional}.`,
    current === undefined ? [] : say`Hiện có: ${typeof current === 'number' ? sayNumber(current) : current}`,
  ]);
}

/** What will be sent, before it is. */
export function sayPreview(view: SpokenTask, report: ReportContent, notes: PreviewNotes): RichText {
  return join(
    [
      join([say`📄 ${b('Xem lại trước khi gửi')}`, sayReportHead(view)]),
      sayContent(view.form, report),
      notes.files.length === 0 ? [] : say`Tệp kèm: ${notes.files.map(sayFile).join(', ')}`,
      notes.doubts.length === 0
        ? []
        : join([say`⚠️ ${b('Xin kiểm tra lại')}`, ...notes.doubts.map((doubt) => sayDoubt(view.form, doubt))]),
      notes.carried.fields.length === 0
        ? []
        : say`${CARRIED[notes.carried.from]}, xin xem lại: ${notes.carried.fields.map(({ shortLabel }) => shortLabel).join('; ')}.`,
      notes.formers.length === 0
        ? []
        : say`⚠️ ${b(`Bản này thay cho bản ${sayFormers(notes.formers)} đã gửi kỳ này`)} trước khi kết thúc hoạt động: xin gồm cả phần đơn vị nhận từ đó. Gửi xong thì bản cũ thôi được cộng.`,
      notes.unread.length === 0 ? [] : say`⚠️ ${sayUnread(notes.unread)}`,
      hasNoFigure(view.form, report)
        ? say`⚠️ ${b('Chưa có con số nào')}. Có thì gõ thêm, ví dụ: 3 hội nghị, 250 người dự.`
        : [],
      notes.leftOut,
      notes.windowEnd === null
        ? []
        : say`Kỳ số liệu còn đến hết ${sayDay(notes.windowEnd)}; có phát sinh thêm thì xin gửi bản sửa.`,
      notes.isCorrection ? say`Đơn vị đã nộp kỳ này: đây là bản sửa, thời điểm tính đúng hạn không đổi.` : [],
      notes.isLate ? sayAfterDeadline(view) : [],
    ],
    '\n\n',
  );
}

/** The form asks for figures, and none is there. */
function hasNoFigure(form: ReportForm, { nothingToReport, values }: ReportContent): boolean {
  const figures = form.fields.filter(({ kind }) => kind !== 'text');
  return !nothingToReport && figures.length > 0 && figures.every(({ key }) => values[key] === undefined);
}

export interface Doubt {
  field: string;
  previous: number;
  value: number;
}

export interface PreviewNotes {
  /** `version`: the one a file was sent with before. */
  files: readonly { name: string; version?: number }[];
  doubts: readonly Doubt[];
  carried: Carried;
  /** Units that ended, whose reports of the same period give way to this one. */
  formers: readonly { shortName: string }[];
  unread: readonly string[];
  /** What does not go along with "nothing to report". */
  leftOut: RichText;
  /** The last day of the data window while it lies ahead. */
  windowEnd: Day | null;
  isCorrection: boolean;
  isLate: boolean;
}

function sayFile({ name, version }: PreviewNotes['files'][number]): string {
  return version === undefined ? name : `${name} (bản ${version})`;
}

/** The values of a report, a line each; what was not given is named in one line. */
export function sayContent(form: ReportForm, report: ReportContent): RichText {
  if (report.nothingToReport) return say`Nội dung: ${b('không phát sinh')} trong kỳ.`;
  const absent = form.fields.filter((field) => report.values[field.key] === undefined && field.kind !== 'text');
  return join([
    ...sayGiven(form, report.values),
    absent.length === 0 ? [] : say`• Để trống: ${absent.map((field) => field.shortLabel).join('; ')}`,
  ]);
}

/** The values that were given, a line each, in the order of the form. */
export function sayGiven(form: ReportForm, values: ReportContent['values']): RichText[] {
  const given = form.fields.filter((field) => values[field.key] !== undefined);
  return given.map((field) => say`• ${field.shortLabel}: ${b(sayValue(values[field.key]))}`);
}

function sayValue(value: number | string | undefined): string {
  if (typeof value !== 'number') return value ?? '';
  return sayNumber(value);
}

function sayDoubt(form: ReportForm, doubt: Doubt): RichText {
  const label = form.fields.find((field) => field.key === doubt.field)?.shortLabel ?? doubt.field;
  return say`• ${label}: ${sayNumber(doubt.value)}, kỳ trước là ${sayNumber(doubt.previous)}`;
}

/** One reading of a figure, on a button. */
export function sayFigure({ kind }: Pick<FormField, 'kind'>, value: number): string {
  return kind === 'money' ? `${sayNumber(value)} triệu đồng` : sayNumber(value);
}

export function sayFigureOf(field: FormField, value: number): string {
  return `${field.shortLabel}: ${sayNumber(value)}`;
}

export function quote(text: string): string {
  return `“${cut(text)}”`;
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
