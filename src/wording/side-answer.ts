import type { Role } from '../domain/access.ts';
import { isWorkingDay, type WorkingCalendar } from '../domain/calendar.ts';
import type { PlanDocument } from '../domain/obligation.ts';
import type { FormField, ReportContent, ReportForm } from '../domain/report-form.ts';
import { sayContact } from './contact.ts';
import { ROLE_NAMES } from './join.ts';
import type { Choice, Outgoing } from './message.ts';
import { sayPeriodKey, sayReport, sayReportShort } from './period.ts';
import { type SpokenPrefill, sayPartial } from './prefill.ts';
import { type ReceivedReport, sayReceivedSoFar } from './received.ts';
import { sayTimeLeft } from './reminder.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayFigure } from './submit.ts';
import { sayDay, sayDeadline, sayExactMoment, sayMoment, sayShortDay } from './when.ts';
import { shorten } from './why.ts';

/** How the reports of one period stand: until when, whether that is a day off, what came. */
export function sayStands(
  reports: readonly ReceivedReport[],
  submittable: readonly string[],
  calendar: WorkingCalendar,
  now: number,
): Outgoing {
  const { text, ...choices } = sayReceivedSoFar(reports, submittable, calendar.zone);
  const notes = reports.map(({ view, latest }) => {
    const { lastGoodDay } = view.deadline;
    const off = isWorkingDay(calendar, lastGoodDay) ? '' : ' Ngày đó là ngày nghỉ, hạn vẫn giữ nguyên.';
    if (latest !== null) return say`Hạn của báo cáo này: ${sayDeadline(view.deadline)}.${off}`;
    return view.task.state === 'waived' ? [] : say`${sayTimeLeft(view, calendar, now)}${off}`;
  });
  const lines = notes.filter((note) => note.length > 0);
  return { text: join([text, ...lines]), ...choices };
}

/** Who filed it, and when. */
export function sayWhoFiled(
  { obligation, period }: Pick<SpokenTask, 'obligation' | 'period'>,
  { version, receivedAt }: { version: number; receivedAt: number },
  name: string,
  zone: string,
): RichText {
  const who = name === '' ? 'người nộp không còn trên bot' : name;
  return say`${b(sayReport(obligation, period))}: ${who} nộp lúc ${sayMoment(receivedAt, zone)}${version > 1 ? ` (bản thứ ${version})` : ''}. Xem số liệu đã nộp: gõ /lichsu.`;
}

/** A report that is known, and cannot be handed in before its time. */
export function sayNotOpenYet(report: Pick<SpokenTask, 'obligation' | 'period' | 'deadline'>): RichText {
  const { obligation, period, deadline } = report;
  return say`${b(sayReport(obligation, period))} chưa đến kỳ nộp: bot nhận từ ${sayDay(period.opensOn)}; hạn ${sayDeadline(deadline)}.`;
}

/** The plan asks for none of that period, or not of this unit. */
export function sayNoSuchReport(period: string): RichText {
  return say`Đơn vị không có báo cáo nào của ${sayPeriodKey(period)} trong kế hoạch, hoặc kỳ đó chưa mở. Các hạn sắp tới: gõ /lich.`;
}

/** When a report counts as late, and that it is taken all the same. */
export function sayLateness(): RichText {
  return say`Quá hạn bot ${b('vẫn nhận')} báo cáo và ghi là nộp muộn. Đúng hạn hay muộn tính theo lần nộp đầu tiên; bản sửa gửi sau không làm đổi.`;
}

const KIND_NOTES: Readonly<Record<FormField['kind'], string>> = {
  count: 'Ghi một số.',
  money: 'Đơn vị là triệu đồng, ví dụ: 85 hoặc 12,5.',
  text: 'Ghi bằng lời.',
};

/** What a field of the form means, in the plan's own words. */
export function sayField(field: FormField): RichText {
  const need = field.required ? ' Mục bắt buộc.' : '';
  const source = field.source === '-' || field.source === '' ? '' : ` (mục ${field.source} của kế hoạch)`;
  return say`Mục ${b(field.shortLabel)} trả lời câu: ${field.label}${source} ${KIND_NOTES[field.kind]}${need}`;
}

/** Whether something counts there. */
export function sayNotSaidMore(): RichText {
  return say`Tính rõ đến đâu thì kế hoạch không nói thêm; cần chắc thì hỏi cán bộ điều phối.`;
}

/** Which field something is counted in, where it names none. */
export function sayFields({ fields }: ReportForm): RichText {
  const labels = (isText: boolean): string =>
    fields.flatMap(({ kind, shortLabel }) => ((kind === 'text') === isText ? [shortLabel] : [])).join('; ');
  return join([
    say`Bot chưa rõ phần đó thuộc mục nào. Các mục của báo cáo:`,
    say`• Ghi số: ${labels(false)}.`,
    say`• Ghi bằng lời: ${labels(true)}.`,
    say`Hỏi rõ một mục, ví dụ: “lượt người dự là gì”.`,
  ]);
}

/** From when to when the figures of a report are taken. */
export function sayWindows(views: readonly Pick<SpokenTask, 'obligation' | 'period'>[]): RichText {
  if (views.length === 0) return say`Đơn vị không còn báo cáo nào phải nộp.`;
  return join(
    views.map(
      ({ obligation, period }) =>
        say`🗓 ${sayReport(obligation, period)}: số liệu từ ${b(sayFrom(period.window))} đến hết ${b(sayDay(period.window.to))}.`,
    ),
  );
}

/** With its year where the end has another one. */
function sayFrom({ from, to }: { from: string; to: string }): string {
  return from.slice(0, 4) === to.slice(0, 4) ? sayShortDay(from) : sayDay(from);
}

/** Which months the form of a longer report is filled in with. */
export function sayMadeOf(
  { obligation, period }: SpokenTask,
  { counted, missing, partial }: Pick<SpokenPrefill, 'counted' | 'missing' | 'partial'>,
): RichText {
  const months = (keys: readonly string[]): string => keys.map(sayPeriodKey).join(', ');
  const name = sayReport(obligation, period);
  const lack = missing.length === 0 ? '' : ` Chưa có: ${months(missing)}; số của các tháng đó anh/chị tự cộng thêm.`;
  const part = sayPartial(partial);
  if (counted.length === 0) return say`Mẫu ${name} cộng sẵn các báo cáo tháng đơn vị đã gửi; hiện chưa có tháng nào.`;
  return say`Mẫu ${name} cộng sẵn số liệu của: ${months(counted)}.${lack}${part} Gửi thêm báo cáo tháng sau khi đã gửi báo cáo này thì nhớ sửa lại cho khớp.`;
}

/** The sums of what was sent for the months of a year. */
export function sayYear(
  year: number,
  months: number,
  form: ReportForm,
  { values }: ReportContent,
  key: string | null,
): RichText {
  const fields = form.fields.filter((field) => values[field.key] !== undefined && (key === null || field.key === key));
  if (fields.length === 0) return say`Năm ${String(year)} đơn vị chưa gửi số liệu nào như vậy.`;
  const lines = fields.map((field) => say`• ${field.shortLabel}: ${b(sayFigure(field, Number(values[field.key])))}`);
  return join([say`🔢 Cộng ${months} báo cáo tháng đơn vị đã gửi của năm ${String(year)}:`, ...lines]);
}

/** Nothing was sent of what is being typed. */
export function sayNotSentYet(standing: { version: number; receivedAt: number } | null, zone: string): RichText {
  if (standing === null) return say`${b('Chưa gửi.')} Báo cáo này đang nhập, cơ quan điều phối chưa nhận được gì.`;
  return say`Bản thứ ${standing.version} đã nhận lúc ${sayExactMoment(standing.receivedAt, zone)}; phần sửa đang nhập thì ${b('chưa gửi')}.`;
}

/** Whose figures a preview shows. */
export function sayWhichFigures(standing: { version: number; receivedAt: number } | null, zone: string): RichText {
  const sent =
    standing === null
      ? say`Kỳ này cơ quan điều phối chưa nhận bản nào.`
      : say`Bản đã nhận là bản thứ ${standing.version}, lúc ${sayExactMoment(standing.receivedAt, zone)}: xem bằng /lichsu.`;
  return say`Bản xem trước là số ${b('sẽ gửi lần này')}, chưa gửi. ${sent}`;
}

/** Who hands in a unit's reports. */
export function sayWhoReports(
  unit: string,
  people: readonly { name: string; role: Role }[],
  mayAsk: boolean,
): RichText {
  const names = people.map(({ name, role }) => `${name} (${ROLE_NAMES[role]})`);
  const who =
    names.length === 0
      ? say`${unit} chưa có ai nộp được báo cáo qua bot.`
      : say`Nộp được báo cáo của ${b(unit)}: ${names.join(', ')}.`;
  const how = mayAsk
    ? say`Nhờ người khác: gõ ${code('/giao')} để giao một phần việc, ${code('/thaythe')} để có người thay ít ngày, ${code('/moi')} để mời thêm người.`
    : say`Chuyên viên gửi phần việc được giao; muốn nộp cả báo cáo thì nhờ một trong những người trên gõ ${code('/giao')} hoặc ${code('/thaythe')}.`;
  return join([who, how]);
}

/** "Nộp nhầm rồi, rút lại giúp": what was sent is corrected, not taken back. */
export function sayTakeBack(sent: readonly SpokenTask[], isClosed: boolean): Outgoing {
  if (sent.length === 0)
    return {
      text: isClosed
        ? say`Báo cáo đã được duyệt nên không tự sửa, rút được nữa. Cần sửa thì gõ /vuongmac và nội dung để nhờ điều phối mở lại.`
        : say`Bot chưa nhận bản báo cáo nào của đơn vị gần đây, nên không có gì phải rút. Xem báo cáo đã nộp: gõ /lichsu.`,
    };
  const [only, another] = sent;
  const name = only === undefined || another !== undefined ? 'Báo cáo' : sayReport(only.obligation, only.period);
  return {
    text: say`${name} đã gửi ${b('không xoá được, nhưng sửa được')}, mấy lần cũng được, đến khi được duyệt: gửi bản sửa thì bản mới thay bản cũ, còn đúng hạn vẫn tính theo lần đầu. Kỳ đó không có gì thì sửa thành “không phát sinh”.${only !== undefined && another === undefined ? ` Sửa: gõ /nop ${only.task.id}` : ''}`,
    choices: sent.map(({ obligation, period, unit, task }): Choice[] => [
      { label: `Sửa ${sayReportShort(obligation, period)} – ${unit.shortName}`, value: `/nop ${task.id}` },
    ]),
    answer: 'pick',
  };
}

/** The same where nothing of it was sent. */
export function sayNothingToTakeBack({ obligation, period }: SpokenTask, standing: number): RichText {
  const name = b(sayReport(obligation, period));
  return standing === 0
    ? say`${name} chưa gửi nên chưa có gì phải rút; gửi rồi vẫn sửa được đến khi được duyệt. Bỏ hẳn thì gõ /huy.`
    : say`${name}: bản thứ ${standing} đã nộp không xoá được, nhưng bản sửa đang nhập gửi đi sẽ thay nó. Không sửa nữa thì gõ /huy.`;
}

/** The document behind the reports. */
export function sayPlan({ title, number, issuedOn, issuer, recipient, legalBasis }: PlanDocument): RichText {
  const [first] = legalBasis;
  const of = number === '' ? 'dữ liệu của bot chưa ghi số, ký hiệu' : `số ${number}`;
  const day = issuedOn === null ? '' : ` ngày ${sayDay(issuedOn)}`;
  return join([
    say`📄 ${b(shorten(title))} của ${issuer} (${of}${day}); báo cáo gửi về ${recipient}.`,
    first === undefined ? [] : say`Căn cứ: ${first}.`,
    say`Tìm tệp, tài liệu: gõ ${code('/tailieu')}.`,
  ]);
}

/** Whether a document has to be sent besides. The plan does not say; whoever sent one writes its number down. */
export function sayPaper(field: FormField | undefined, behind: PlanDocument): RichText {
  const where = field === undefined ? '' : ` Đã gửi văn bản thì ghi số, ngày vào mục “${field.shortLabel}”.`;
  return say`Đúng hạn hay muộn, bot tính theo báo cáo nộp ở đây.${where} Có phải gửi thêm văn bản hay không thì kế hoạch không nói rõ. ${sayContact(behind)}`;
}

/** "Ai vậy?" */
export function sayWhoIsIt(behind: PlanDocument): RichText {
  return say`Đây là bot (máy trả lời tự động) nhắc hạn và nhận báo cáo của tỉnh, do ${b(behind.recipient)} dùng. ${sayContact(behind)}`;
}

/** Somebody else is to do it, said in the middle of a report. */
export function sayHandOverLater(): RichText {
  return say`Có người thay: gửi xong báo cáo này, gõ ${code('/thaythe')} (thay ít ngày) hoặc ${code('/bangiao')} (bàn giao hẳn).`;
}
