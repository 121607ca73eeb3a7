import type { Day, Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { sayTask } from './acting.ts';
import type { Choice, Outgoing } from './message.ts';
import { fitNames } from './name-groups.ts';
import { sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayDay, sayDeadline, sayMoment, sayShortDay, saySoon, sayWeekdayAndDay } from './when.ts';

/** Who decided something about a report, when and why. */
export interface Decided {
  by: string;
  at: Instant;
  reason: string;
}

/** What is known of a unit's report that a question or a second thought is about. */
export interface ReportFacts {
  view: SpokenTask;
  receivedAt: Instant | null;
  /** Whoever accepted, returned or waived it; null = nobody did. */
  decided: Decided | null;
  /** The later deadline it has. */
  granted: Decided | null;
  /** The later deadline the unit asks for. */
  asked: { until: Day; reason: string | null } | null;
  /** Until when it was promised, over or not; null = it was not. */
  promisedUntil: Instant | null;
  /** Who reports for the unit, while it owes the report. */
  people: readonly string[];
  /** The last reminder that got there. */
  remindedAt: Instant | null;
}

const HELD: Readonly<Record<string, string>> = {
  dondoc:
    'chưa gửi tin đôn đốc nào. Tin nhắc tự động theo kế hoạch vẫn đi như lịch, trừ đơn vị đã nộp, được miễn hoặc còn trong giờ đã hẹn',
  thongbao: 'không gửi thông báo nào',
  duyet: 'không duyệt, không trả lại báo cáo nào',
  giahan: 'không gia hạn thêm cho ai',
  mien: 'không miễn thêm cho ai',
  nopthay: 'không nhập báo cáo nào',
};

/** To an order that was taken back before it began. */
export function sayHeld(order: string): RichText {
  return say`Vâng, bot ${HELD[order] ?? 'không làm gì'}.`;
}

/** How a unit's report stands, in one line. */
export function sayReportFacts(facts: ReportFacts, now: Instant, zone: string) {
  const { view, receivedAt, decided, granted, asked, promisedUntil, people, remindedAt } = facts;
  const { task } = view;
  const by = decided === null ? '' : ` (${decided.by}, ${sayMoment(decided.at, zone)})`;
  const why = decided === null || decided.reason === '' ? '' : `: ${decided.reason}`;
  const states: Readonly<Record<SpokenTask['task']['state'], string>> = {
    open: 'chưa nộp',
    submitted: 'đã nộp, đang chờ duyệt',
    accepted: `đã duyệt${by}`,
    returned: `đã trả lại để sửa${by}${why}`,
    waived: `được miễn${by}${why}`,
  };
  const received = receivedAt === null ? '' : `, nhận lúc ${sayMoment(receivedAt, zone)}`;
  return join([
    say`${b(sayTask(view))}: ${states[task.state]}${received}.`,
    granted === null
      ? []
      : say`Đã gia hạn đến hết ${sayDay(view.deadline.lastGoodDay)} (${granted.by}, ${sayMoment(granted.at, zone)}). Lý do: ${granted.reason}.`,
    asked === null
      ? []
      : say`Đơn vị đang xin gia hạn đến hết ${sayDay(asked.until)}, chưa có trả lời. ${asked.reason === null ? 'Không nêu lý do.' : `Lý do: ${asked.reason}.`}`,
    promisedUntil === null ? [] : sayPromisedUntil(promisedUntil, now, zone),
    people.length === 0 ? [] : say`Người báo cáo: ${people.slice(0, MOST_PEOPLE).join(', ')}.`,
    remindedAt === null ? [] : say`Tin nhắc gần nhất đã tới: ${sayMoment(remindedAt, zone)}.`,
  ]);
}

const MOST_PEOPLE = 4;

function sayPromisedUntil(until: Instant, now: Instant, zone: string): RichText {
  const moment = saySoon(until, now, zone);
  return now < until ? say`Đã hẹn gửi trước ${moment}.` : say`Đã hẹn gửi trước ${moment}, nay quá giờ hẹn.`;
}

export const ABOUT_ORDER = {
  none: { extended: say`Kỳ này chưa đơn vị nào được gia hạn.`, waived: say`Kỳ này chưa đơn vị nào được miễn.` },
  notAsked: (view: SpokenTask): RichText =>
    say`${view.unit.shortName} chưa được gia hạn và bot chưa nhận đề nghị nào. Hạn: ${sayDeadline(view.deadline)}.`,
  notOwed: (unit: string, view: SpokenTask): RichText =>
    say`${unit} không phải nộp ${sayReport(view.obligation, view.period)}.`,
  notWaived: (view: SpokenTask): RichText => say`Kỳ này ${view.unit.shortName} chưa được miễn.`,
  nobody: (view: SpokenTask): RichText =>
    say`${view.unit.shortName} chưa có đầu mối tham gia bot nên bot không nhắc được: cần gọi điện.`,
  neverReminded: (view: SpokenTask): RichText => say`Kỳ này chưa có tin nhắc nào tới ${view.unit.shortName}.`,
  noHour: say`Bot chưa hẹn giờ nhắc được: tin đôn đốc đi ngay khi anh/chị chọn gửi. Cần đúng giờ thì gửi thông báo, ví dụ: thông báo cho các huyện chưa nộp lúc 17h: …`,
  doneAlready: (done: string): RichText => say`Riêng ${done} trước đó vẫn giữ nguyên. Muốn lấy lại, chọn “Hoàn tác”.`,
  noWayBack: say`Đơn vị đã được báo hạn này. Bot hoàn tác được trong 30 phút sau khi gia hạn, sau đó hạn đã cho giữ nguyên.`,
  notice: (id: number, at: Instant | null, zone: string): RichText =>
    at === null
      ? say`Thông báo gần nhất là số ${String(id)}, chưa gửi.`
      : say`Thông báo gần nhất là số ${String(id)}, gửi lúc ${sayMoment(at, zone)}.`,
  waitingNotice: (id: number, at: Instant, zone: string): RichText =>
    say`Thông báo số ${String(id)} vẫn đang hẹn gửi lúc ${sayMoment(at, zone)}.`,
  noNotice: say`Chưa có thông báo nào được gửi.`,
  waiting: (count: number): RichText =>
    count === 0 ? say`Không còn báo cáo nào chờ duyệt.` : say`Báo cáo chờ duyệt: ${b(String(count))}.`,
} as const;

export interface ChaseFacts {
  round: SpokenTask;
  missing: number;
  owing: number;
  today: Day;
  isWorkingDay: boolean;
  /** The last time a coordinator had the missing ones reminded. */
  last: { by: string; at: Instant } | null;
  /** The next moment of the ladder; null = none is left. */
  next: Instant | null;
  zone: string;
}

/** Who has been reminded, and when the bot does it by itself. */
export function sayChaseFacts({ round, missing, owing, today, isWorkingDay, last, next, zone }: ChaseFacts): RichText {
  return join([
    say`${b(sayReport(round.obligation, round.period))}: còn thiếu ${b(`${missing}/${owing}`)} đơn vị, hạn ${sayDeadline(round.deadline)}.`,
    isWorkingDay ? [] : say`Hôm nay (${sayWeekdayAndDay(today)}) là ngày nghỉ nên bot không tự nhắc.`,
    last === null
      ? say`Kỳ này chưa ai đôn đốc thêm.`
      : say`Lần đôn đốc gần nhất: ${last.by}, ${sayMoment(last.at, zone)}.`,
    next === null ? say`Bot không còn mốc tự nhắc nào.` : say`Bot tự nhắc lần tới: ${sayMoment(next, zone)}.`,
  ]);
}

/** Units with what was decided about each. */
export function sayDecidedUnits(
  title: string,
  facts: readonly { view: SpokenTask; decided: Decided | null }[],
  zone: string,
) {
  const names = facts.map(({ view, decided }) => {
    const detail = decided === null ? '' : ` (${decided.by}, ${sayDay(dayOf(decided.at, zone))}: ${decided.reason})`;
    return `${view.unit.shortName}${title === EXTENDED ? `, đến hết ${sayDay(view.deadline.lastGoodDay)}` : ''}${detail}`;
  });
  return fitNames([{ title, names }], 1500).text;
}

export const EXTENDED = 'Được gia hạn';
export const WAIVED = 'Được miễn';

const BUTTONS = {
  chase: 'Đôn đốc',
  chaseUnit: (unit: string) => `Nhắc ${unit}`,
  status: 'Xem ai chưa nộp',
  review: 'Xem báo cáo',
  queue: 'Xem báo cáo chờ duyệt',
  noticeResult: 'Kết quả gửi',
} as const;

export const aboutChoice = {
  chase: (): Choice => ({ label: BUTTONS.chase, value: '/dondoc' }),
  chaseUnit: ({ unit }: SpokenTask): Choice => ({
    label: BUTTONS.chaseUnit(unit.shortName),
    value: `/dondoc ${unit.code}`,
  }),
  status: (): Choice => ({ label: BUTTONS.status, value: '/tonghop' }),
  review: ({ unit, period }: SpokenTask): Choice => ({
    label: BUTTONS.review,
    value: `/duyet ${unit.code} ${period.key}`,
  }),
  queue: (): Choice => ({ label: BUTTONS.queue, value: '/duyet' }),
  noticeResult: (): Choice => ({ label: BUTTONS.noticeResult, value: '/thongbao ketqua' }),
  stopNotice: (id: number): Choice => ({ label: `Huỷ hẹn số ${id}`, value: `/thongbao dung ${id}` }),
  grant: ({ view, asked }: ReportFacts): Choice[] =>
    asked === null
      ? []
      : [
          {
            label: `Gia hạn ${view.unit.shortName} đến hết ${sayShortDay(asked.until)}`,
            value: `/giahan #${view.task.id} ${asked.until.split('-').reverse().join('/')}`,
          },
        ],
  undo: (id: number): Choice => ({ label: 'Hoàn tác', value: `/hoantac ${id}` }),
  undoOne: (id: number, { unit, task }: SpokenTask): Choice => ({
    label: `Hoàn tác gia hạn ${unit.shortName}`,
    value: `/hoantac ${id} ${task.id}`,
  }),
  oweAgain: ({ unit, period }: SpokenTask): Choice => ({
    label: `Bỏ miễn ${unit.shortName}`,
    value: `/mien bo ${unit.code} ${period.key}`,
  }),
} as const;

/** What units ask for and nobody has answered, each to be granted by itself. */
export function sayAgreedToWhat(open: readonly { view: SpokenTask; until: Day; reason: string | null }[]): Outgoing {
  return {
    text: say`Anh/chị đồng ý việc nào? Đang chờ trả lời: ${open.length} đề nghị gia hạn.`,
    choices: open.slice(0, REQUESTS_SHOWN).map(({ view, until }) => [
      {
        label: `Gia hạn ${view.unit.shortName} đến hết ${sayShortDay(until)}`,
        value: `/giahan #${view.task.id} ${until.split('-').reverse().join('/')}`,
      },
    ]),
    answer: 'pick',
  };
}

const REQUESTS_SHOWN = 6;

export function sayAbout(parts: readonly RichText[], choices: readonly Choice[]): Outgoing {
  return { text: join([...parts], '\n\n'), choices: choices.map((choice) => [choice]), answer: 'pick' };
}
