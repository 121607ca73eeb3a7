import type { ReportContent, ReportForm } from '../domain/report-form.ts';
import type { Risk } from '../domain/review-risk.ts';
import { objectedIn } from '../domain/task.ts';
import { sayEach, sayTask } from './acting.ts';
import { sayStanding } from './restored.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { quote, sayNumber, sayReportHead } from './submit.ts';
import type { Told } from './told.ts';
import { sayTold } from './told.ts';
import { sayExactMoment, sayMoment } from './when.ts';

/** The buttons of a review. */
export const REVIEW_BUTTONS = {
  look: (name: string) => `Xem ${name}`,
  rest: (count: number) => `Duyệt ${count} báo cáo còn lại`,
  firsts: (count: number) => `Duyệt ${count} báo cáo của người mới`,
  accept: 'Duyệt',
  giveBack: 'Trả lại để sửa',
  reopen: 'Mở lại để sửa',
  giveBackFor: (reason: string) => `Trả lại: “${reason.length > 40 ? `${reason.slice(0, 39)}…` : reason}”`,
  queue: 'Về danh sách chờ duyệt',
  whole: 'Cả báo cáo',
  more: 'Thêm mục khác',
  next: 'Duyệt tiếp',
} as const;

export const REVIEW_WORDS = {
  what: 'việc duyệt báo cáo',
  none: say`✅ Không có báo cáo nào đang chờ duyệt.`,
  chosenBefore: say`Chưa rõ ý. Xin chọn bên dưới, hoặc gõ “duyệt”, “trả lại hội nghị vì …”.`,
  chooseOfQueue: say`Chưa rõ ý. Xin chọn bên dưới, hoặc gõ tên đơn vị để xem báo cáo của đơn vị ấy.`,
  notAReason: (text: string): RichText =>
    say`“${text}” nghe như một yêu cầu khác, nên chưa ghi làm lý do. Nếu đúng là lý do, xin gõ “vì …”; để bỏ việc trả lại, gõ /huy.`,
  notYet: say`Chưa làm gì, báo cáo vẫn giữ nguyên. Khi đã quyết, xin chọn bên dưới.`,
  notWaiting: (unit: string): RichText => say`${unit} không có báo cáo nào chờ duyệt. Báo cáo dưới đây vẫn giữ nguyên.`,
  onlyAccepted: (unit: string): RichText =>
    say`${unit} không có bản nào đang chờ duyệt. Dưới đây là bản đã duyệt gần nhất.`,
  oneByOne: (none: readonly string[]): RichText =>
    join([
      say`Chưa làm gì: mỗi báo cáo được duyệt hoặc trả lại riêng, xin mở từng báo cáo.`,
      none.length === 0 ? [] : say`Không có bản chờ duyệt (${none.length}): ${none.join(', ')}.`,
    ]),
  noExcept: (left: string): RichText =>
    say`Chưa duyệt gì: bot không duyệt một lần tất cả mà trừ ra được ${quote(left)}. Xin mở từng báo cáo dưới đây.`,
  notSubmitted: (view: SpokenTask): RichText =>
    view.task.state === 'returned'
      ? say`${b(sayTask(view))} đã trả lại để sửa, đang chờ bản mới.`
      : say`${b(sayTask(view))} chưa có bản nào để duyệt.`,
  newVersion: (view: SpokenTask): RichText =>
    say`Chưa làm gì: ${view.unit.shortName} vừa gửi bản mới. Xin xem lại bản dưới đây.`,
} as const;

/** Whose reports wait, of those that were named. */
export function sayWaitingOf(views: readonly SpokenTask[]): RichText {
  return say`Chờ duyệt (${views.length}): ${views.map(sayTask).join('; ')}.`;
}

/** A report in the queue. */
export interface SpokenWaiting {
  view: SpokenTask;
  risks: readonly Risk[];
}

/** What there is to look at, in one sentence. */
export function sayRisks(form: ReportForm, risks: readonly Risk[], shown: number): string {
  const more = risks.length > shown ? `; còn ${risks.length - shown} điểm khác` : '';
  return (
    risks
      .slice(0, shown)
      .map((risk) => sayRisk(form, risk))
      .join('; ') + more
  );
}

function sayRisk(form: ReportForm, risk: Risk): string {
  if (risk.kind === 'first-of-person') return 'Báo cáo đầu tiên của người gửi';
  if (risk.kind === 'nothing-now') return 'Không phát sinh, kỳ trước có số liệu';
  if (risk.kind === 'no-figures') return 'Chưa có số liệu nào';
  const label = labelOf(form, risk.field);
  if (risk.kind === 'contradiction')
    return `${label}: ô số liệu ${risk.value === null ? 'để trống' : `ghi ${sayNumber(risk.value)}`}, lời văn ghi ${sayNumber(risk.said)}`;
  if (risk.kind === 'blank-now') return `${label}: để trống, kỳ trước ${sayNumber(risk.previous)}`;
  const bySize = risk.kind === 'ten-times' ? 'lệch 10 lần trở lên' : sayPercent(risk.previous, risk.value);
  const change = risk.value === 0 ? 'giảm về 0' : bySize;
  return `${label}: ${sayNumber(risk.value)}, kỳ trước ${sayNumber(risk.previous)} (${change})`;
}

function sayPercent(before: number, now: number): string {
  const percent = Math.round(((now - before) / before) * 100);
  return percent > 0 ? `tăng ${percent}%` : `giảm ${-percent}%`;
}

function labelOf(form: ReportForm, key: string): string {
  return form.fields.find((field) => field.key === key)?.shortLabel ?? key;
}

export interface SpokenReview extends SpokenWaiting {
  version: number;
  receivedAt: number;
  sender: string;
  report: ReportContent;
  /** The version before; null where there is none. */
  last: ReportContent | null;
  /** What the unit reported for the period before. */
  previous: ReportContent | null;
  files: number;
  zone: string;
}

const TEXT_SHOWN = 300;

/** One report with its difference to the version and to the period before. */
export function sayReview(facts: SpokenReview): RichText {
  const { view, risks, version, report } = facts;
  const standing = sayStanding(view, view.task.timeliness ?? 'late');
  return join(
    [
      join([
        sayReportHead(view),
        say`Bản thứ ${version}, ${facts.sender} gửi lúc ${sayExactMoment(facts.receivedAt, facts.zone)}; ${b(standing)}`,
        view.task.state === 'accepted' ? say`${b('Đã duyệt.')}` : [],
      ]),
      risks.length === 0
        ? []
        : join([say`⚠️ ${b('Cần xem')}`, ...risks.map((risk) => say`• ${sayRisk(view.form, risk)}`)]),
      report.nothingToReport ? say`Nội dung: ${b('không phát sinh')} trong kỳ.` : sayCompared(facts),
      facts.files === 0 ? [] : say`Tệp kèm: ${facts.files} (gõ /lichsu ${view.unit.code} để lấy)`,
    ],
    '\n\n',
  );
}

function sayCompared({ view, report, last, previous }: SpokenReview): RichText {
  return join(
    view.form.fields.flatMap(({ key, shortLabel }) => {
      const value = report.values[key];
      const before = previous?.values[key];
      const former = last?.values[key];
      if (value === undefined && before === undefined && former === undefined) return [];
      const notes = [
        last !== null && former !== value ? `bản trước: ${typeof value === 'string' ? 'khác' : sayGiven(former)}` : '',
        previous !== null && typeof before === 'number' ? `kỳ trước: ${sayGiven(before)}` : '',
      ].filter((note) => note !== '');
      return [say`• ${shortLabel}: ${b(sayGiven(value))}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`];
    }),
  );
}

/** A value as it was given; long words are cut. */
export function sayGiven(value: number | string | undefined): string {
  if (value === undefined) return 'để trống';
  if (typeof value === 'number') return sayNumber(value);
  return value.length > TEXT_SHOWN ? `${value.slice(0, TEXT_SHOWN)}…` : value;
}

/** Which fields are wrong; those chosen so far are named. */
export function sayAskFields(view: SpokenTask, form: ReportForm, chosen: readonly string[]): RichText {
  return join([
    say`${b('Sai ở mục nào?')} ${sayTask(view)}.`,
    chosen.length === 0 ? [] : say`Đã chọn: ${chosen.map((key) => labelOf(form, key)).join('; ')}.`,
    say`Có thể gõ nhiều mục và cả lý do: hội nghị, kinh phí vì chưa khớp`,
  ]);
}

export function sayAskWhy(view: SpokenTask, form: ReportForm, chosen: readonly string[]): RichText {
  const what = chosen.length === 0 ? 'cả báo cáo' : chosen.map((key) => labelOf(form, key)).join('; ');
  return say`${b('Lý do trả lại là gì?')} ${sayTask(view)}.\nSửa: ${what}. Lý do được báo cho đơn vị. Ví dụ: số liệu chưa khớp văn bản`;
}

export function sayUnknownField(typed: string): RichText {
  return say`Chưa rõ mục ${quote(typed)}.`;
}

/** What was accepted; `kept`: how many changed meanwhile and were left alone. */
export function sayAccepted(views: readonly SpokenTask[], told: Told, kept: number): RichText {
  return join([
    say`✅ ${b(`Đã duyệt ${views.length} báo cáo`)}`,
    ...sayEach(views),
    say`${sayTold(told)}.`,
    kept === 0 ? [] : say`${kept} báo cáo khác vừa có thay đổi nên chưa duyệt.`,
  ]);
}

export function sayReturned(view: SpokenTask, told: Told): RichText {
  return join([
    say`↩️ ${b('Đã trả lại để sửa')}: ${sayTask(view)}.`,
    sayWhatToCorrect(view),
    told.people === 0 ? say`Đơn vị chưa có ai trên bot: xin báo cách khác.` : say`${sayTold(told)}.`,
    say`Thời điểm tính đúng hạn không đổi.`,
  ]);
}

function sayWhatToCorrect({ task, form }: SpokenTask): RichText {
  const fields = objectedIn(task);
  const what = fields.length === 0 ? 'cả báo cáo' : fields.map((key) => labelOf(form, key)).join('; ');
  return say`Sửa: ${what}. Lý do: ${task.stateReason ?? ''}.`;
}

/** Somebody else was quicker. */
export function sayReviewedMeanwhile(view: SpokenTask, name: string, at: number, zone: string): RichText {
  const what = view.task.state === 'accepted' ? 'duyệt' : 'trả lại';
  return say`Chưa làm gì: ${name} vừa ${what} ${sayTask(view)} lúc ${sayMoment(at, zone)}.`;
}
