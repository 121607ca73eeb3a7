import type { FormField, ReportContent, ReportForm } from '../domain/report-form.ts';
import type { Outgoing } from './message.ts';
import { sayPeriodKey, sayReportFirst, sayReportShort } from './period.ts';
import type { SpokenPrefill } from './prefill.ts';
import { sayFormers } from './prefill.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { quote, sayNumber } from './submit.ts';
import { sayMoment } from './when.ts';

/** The buttons on the way of a report. */
export const SUBMIT_BUTTONS = {
  guided: 'Trả lời từng câu',
  nothing: 'Không phát sinh',
  send: 'Gửi báo cáo',
  edit: 'Sửa một mục',
  drop: 'Bỏ, không gửi',
  toPreview: 'Quay lại bản xem trước',
  skip: 'Bỏ qua',
  keep: 'Giữ nguyên',
  back: 'Quay lại',
  leaveOut: 'Không ghi',
  isText: 'Ghi vào mục này',
  noText: 'Không phải',
  move: 'Đúng, sang báo cáo đó',
  stay: 'Không, giữ như cũ',
  here: 'Ghi vào báo cáo đang mở',
} as const;

/** What is half done, as it stands in "Đã bỏ …": `báo cáo tháng 11/2026 của Sở X đang nhập dở (3 mục đã có)`. */
export function sayDraft(view: SpokenTask | null, count: number): string {
  const what = view === null ? '' : ` ${sayReportShort(view.obligation, view.period)} của ${view.unit.shortName}`;
  return `báo cáo${what} đang nhập dở${count === 0 ? '' : ` (${count} mục đã có)`}`;
}

/** A draft made way for another one, and is kept for a day. */
export function sayDraftLeft(draft: string): RichText {
  return say`Đã cất ${draft}; trong 24 giờ, gõ /huy laylai để lấy lại.`;
}

export function sayWhichReport(manyUnits: boolean): RichText {
  return say`${b(manyUnits ? 'Anh/chị nộp báo cáo nào, của đơn vị nào?' : 'Anh/chị nộp báo cáo nào?')}`;
}

/** Of figures for a report that cannot be had now. */
export function sayNotKept(): RichText {
  return say`Số liệu vừa gửi ${b('chưa được ghi')} vào báo cáo nào; đúng kỳ thì xin gửi lại.`;
}

export function sayTypedIsKept(): RichText {
  return say`Nội dung vừa gửi vẫn được giữ.`;
}

/** A report among others to choose from. */
export function sayReportChoice(view: SpokenTask, wasSubmitted: boolean): string {
  const sent = wasSubmitted ? ' (sửa bản đã nộp)' : '';
  return `${sayReportFirst(view.obligation, view.period)} – ${view.unit.shortName}${sent}`;
}

/** Of which of these reports a command was meant: a choice each, by its number. */
export function sayWhichTask(question: string, command: string, views: readonly SpokenTask[]): Outgoing {
  return {
    text: say`${question}`,
    choices: views.map((view) => [{ label: sayReportChoice(view, false), value: `/${command} ${view.task.id}` }]),
    answer: 'pick',
  };
}

export function sayFilesTaken(count: number, unread: readonly string[] = []): RichText {
  if (unread.length > 0)
    return say`Đã nhận ${count} tệp kèm, nhưng không đọc được nội dung tệp ${unread.map((name) => `“${name}”`).join(', ')} (tệp hỏng, có mật khẩu hoặc quá lớn). Xin lưu lại bằng Word hoặc Excel rồi gửi lại, hoặc gửi số liệu dưới đây.`;
  return say`Đã nhận ${count} tệp kèm; xin gửi thêm số liệu.`;
}

/** Files came in the middle of the questions. */
export function sayFilesNoted(count: number, withWords: boolean): RichText {
  const words = withWords ? ' Chữ đi kèm tệp không tính là câu trả lời; xin gõ thành tin riêng.' : '';
  return say`📎 Đã nhận ${count} tệp, sẽ đi kèm báo cáo.${words}`;
}

/** "Ok" is no text. `isBegun`: other values are there already, so that there is something to report. */
export function sayWordsNeeded(field: FormField, isBegun: boolean): RichText {
  if (field.required && isBegun)
    return say`Còn thiếu mục này, một câu là đủ, ví dụ: Đã tuyên truyền tới cán bộ và người dân các xã. Các mục khác vẫn giữ.`;
  return field.required
    ? say`Còn thiếu mục “${field.shortLabel}”: một câu là đủ, ví dụ “đã tuyên truyền đến cán bộ, đoàn viên về chuyển đổi số”. Phần đã nhập vẫn được giữ.`
    : say`Mục này cần nội dung cụ thể; không có thì gõ “bỏ qua”.`;
}

/** What was typed for a text may be something else: nothing of it is written unasked. */
export function sayIsItText(field: FormField, typed: string): RichText {
  return say`Ghi ${quote(typed)} vào mục “${field.shortLabel}” phải không? Nếu là số liệu hay ý khác, xin gõ rõ hơn, ví dụ: người dự 130.`;
}

/** What was typed is said to belong to another report. */
export function sayMove(from: SpokenTask, to: SpokenTask, count: number): RichText {
  const [here, there] = [from, to].map((one) => sayReportShort(one.obligation, one.period));
  return say`Đang nhập báo cáo ${here ?? ''}. Chuyển ${count === 0 ? 'sang' : `${count} mục đã gõ sang`} báo cáo ${b(there ?? '')}?`;
}

/** A text that names another report than the one in hand. */
export function sayTextMove(from: SpokenTask, to: SpokenTask, text: string): RichText {
  const [here, there] = [from, to].map((one) => sayReportShort(one.obligation, one.period));
  return say`Đang nhập báo cáo ${here ?? ''}. Mở báo cáo ${b(there ?? '')} và ghi ${quote(text)} vào đó?`;
}

/** Another report was to be sent than the one that is shown. */
export function sayOtherOpen({ obligation, period }: SpokenTask, other: string): RichText {
  return say`Chưa gửi gì: bản đang mở là báo cáo ${b(sayReportShort(obligation, period))}, không phải ${sayPeriodKey(other)}.`;
}

/** "Gửi" while a figure is in doubt. */
export function sayNotSentYet(): RichText {
  return say`Chưa gửi: còn số dưới đây xin anh/chị cho biết.`;
}

type Values = ReportContent['values'];

/** What became of the values, so that whoever corrected one sees that it is that one, and no other. */
export function sayChanges({ fields }: ReportForm, before: Values, after: Values): RichText {
  const of = (values: Values, { key }: FormField): string | null =>
    values[key] === undefined ? null : cutValue(values[key]);
  const changed = fields.filter(({ key }) => before[key] !== after[key]);
  const lines = changed.map((field) => {
    const [old, now] = [of(before, field), of(after, field)];
    if (old === null) return say`✏️ Đã ghi ${field.shortLabel}: ${b(now ?? '')}`;
    if (now === null) return say`✏️ Đã bỏ ${field.shortLabel} (trước là ${old})`;
    return say`✏️ Đã sửa ${field.shortLabel}: ${old} → ${b(now)}`;
  });
  return lines.length === 0 ? say`Số liệu vẫn như cũ.` : join(lines);
}

function cutValue(value: number | string): string {
  if (typeof value === 'number') return sayNumber(value);
  return value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value;
}

const LONGEST_SHOWN = 80;

/** "Thêm 2 hội nghị nữa", "bớt 10 người": so many more or less, or so many in all? */
export function sayAddedTo(
  { shortLabel }: FormField,
  by: number,
  readings: readonly number[],
  way: 'more' | 'less' = 'more',
): RichText {
  const [sum, alone] = readings.map(sayNumber);
  return say`• ${shortLabel}: ${way === 'less' ? 'bớt' : 'thêm'} ${by} thành ${b(sum ?? '')}, hay cả kỳ là ${b(alone ?? '')}? Xin chọn hoặc gõ lại số.`;
}

/** "Mỗi hội nghị 40 người": how many in all. */
export function sayEach({ shortLabel }: FormField, typed: string, total: number): RichText {
  return say`• ${shortLabel}: ${quote(typed)}, vậy cả kỳ là ${b(sayNumber(total))} phải không? Phải thì gõ “phải”, không thì gõ tổng số.`;
}

/** A figure with no field named. */
export function sayOfWhichField(figure: number): RichText {
  return say`${b(`Số ${sayNumber(figure)} là của mục nào?`)}`;
}

export function sayNothingRead(text: string): RichText {
  return /\d/u.test(text)
    ? say`Chưa đọc được số liệu nào trong tin ${quote(text)}.`
    : say`Bot chưa hiểu ${quote(text)}, nên chưa ghi và chưa gửi gì.`;
}

/** To who is lost before the template. */
export function sayEasierWays(): RichText {
  return say`Không cần điền hết mẫu: gõ số trong một câu, ví dụ “3 hội nghị, 250 người dự, 12 tin, kết quả là …”, hoặc để bot hỏi từng câu.`;
}

/** Asked once: "nothing to report" of a year whose months told figures, or where units that became this one had sent some. */
export function sayNothingDespite({ counted, formers }: SpokenPrefill): RichText {
  const known =
    formers.length === 0
      ? `Đơn vị đã có ${counted.length} báo cáo tháng trong kỳ này,`
      : `${sayFormers(formers)} đã gửi báo cáo kỳ này trước khi sáp nhập,`;
  return say`${b(known)} trong đó có số liệu. Vẫn báo “không phát sinh” thì chọn “${SUBMIT_BUTTONS.send}” lần nữa; không phải thì gõ /nop để xem số đã cộng sẵn.`;
}

/** What "nothing to report" leaves out: `typed` values of this draft, and the figures of the version that stands. */
export function sayLeftOut(form: ReportForm, typed: number, sent: ReportContent['values']): RichText {
  const figures = form.fields.flatMap(({ key, kind, shortLabel }) => {
    const value = sent[key];
    return kind !== 'text' && typeof value === 'number' && value > 0 ? [`${shortLabel} ${sayNumber(value)}`] : [];
  });
  if (figures.length > 0)
    return say`⚠️ ${b('Bản đã nộp có số liệu')} (${figures.join('; ')}), sẽ bị thay bằng “không phát sinh”.`;
  if (typed === 0) return [];
  return say`⚠️ ${b(`${typed} mục đã nhập sẽ không được gửi`)}, vì báo cáo ghi là không phát sinh.`;
}

/** "Gửi" behind words that were not read: what would be sent does not hold them. */
export function sayMissed(left: readonly string[]): RichText {
  return say`${b('Chưa gửi.')} Bot chưa ghi được ${left.map(quote).join('; ')} vào báo cáo. Vẫn gửi bản như trên thì chọn “${SUBMIT_BUTTONS.send}” lần nữa; để sửa, gõ tên mục và giá trị, ví dụ: tin bài 12.`;
}

export function sayOfWhichText(text: string): RichText {
  return say`Ghi ${quote(text)} vào mục nào?`;
}

export function sayWhichField(): RichText {
  return say`${b('Sửa mục nào?')}`;
}

export function sayFieldRequired(): RichText {
  return say`Mục này bắt buộc, chưa bỏ qua được; một câu là đủ. Các mục khác vẫn giữ.`;
}

/** "Chờ tí họp đã": what is typed waits. */
export function sayHeld(): RichText {
  return say`Vâng, bot vẫn giữ phần đã nhập. Khi nào tiện xin gõ tiếp; gõ /nop để xem lại.`;
}

/** "Như tháng 10": exactly what was taken over from that report; `period` null = the one before. */
export function sayTakenOver({ fields }: ReportForm, values: Values, period: string | null): RichText {
  const taken = fields.filter(({ key }) => values[key] !== undefined).map(({ shortLabel }) => shortLabel);
  const of = period === null ? 'kỳ trước' : sayPeriodKey(period);
  if (taken.length === 0) return say`📋 Bot không lấy thêm mục nào từ báo cáo ${b(of)}: các mục đó ở đây đã có.`;
  return say`📋 Bot lấy lại từ báo cáo ${b(of)}: ${taken.join('; ')}. Xin xem lại từng mục.`;
}

/** The report that is to be taken over was never sent, or said that there was nothing. */
export function sayNothingTakenOver(period: string | null): RichText {
  const of = period === null ? 'kỳ trước' : sayPeriodKey(period);
  return say`⚠️ Bot chưa lấy lại được gì: báo cáo ${b(of)} của đơn vị chưa có số liệu nào.`;
}

/** Two periods in one text: a report is of one. */
export function sayOneAtATime(others: readonly string[]): RichText {
  return say`Mỗi báo cáo gửi riêng: bot làm kỳ đầu trước. Phần ${others.map(quote).join('; ')} ${b('chưa ghi')}, xin gửi lại sau khi xong kỳ này.`;
}

/** A report of which something was typed before and put away: it is offered, never taken unasked. */
export function sayKeptDraft({ task, count, at, zone }: { task: number; count: number; at: number; zone: string }) {
  const text = say`📝 Báo cáo này còn một bản nhập dở đã cất lúc ${sayMoment(at, zone)}${count === 0 ? '' : ` (${count} mục đã có)`}.`;
  return { text, choice: { label: 'Lấy lại bản đã cất', value: `/huy laylai ${task}` } };
}

export function sayFirstQuestion(): RichText {
  return say`Đây là câu đầu tiên.`;
}

/** A figure that carries the word of another field: whose is it? */
export function sayOfWhich(field: FormField, typed: string, others: readonly FormField[]): RichText {
  const labels = others.map(({ shortLabel }) => shortLabel).join('” hay “');
  return say`• ${quote(typed)}: bot đang hỏi “${field.shortLabel}”, số này có phải của “${labels}” không? Xin chọn, hoặc gõ lại số.`;
}
