import type { Instant, TimeOfDay } from '../domain/calendar.ts';
import { toLocal } from '../domain/local-time.ts';
import type { Choice, Outgoing } from './message.ts';
import { sayReport, sayReportFirst } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayShortDay, saySoon, sayWeekday } from './when.ts';

export const REMIND = {
  howToStop: say`Mong anh/chị thông cảm: bot ${b('thôi nhắc ngay khi nhận được báo cáo')}. Không còn phụ trách thì gõ ${code('/nhamnguoi')}; thôi dùng bot hẳn thì gõ ${code('/toi rut')}.`,
  dropped: say`Đã bỏ các lần nhắc lại anh/chị đặt. Tin nhắc theo kế hoạch vẫn có.`,
  nothingToDrop: say`Anh/chị chưa đặt lần nhắc lại nào. Tin nhắc theo kế hoạch ngừng khi bot nhận được báo cáo.`,
} as const;

/** Hours offices choose. */
const HOURS: readonly TimeOfDay[] = ['07:30', '08:00', '09:00', '10:00', '14:00'];

/** `9:00`. */
function sayTimeOfDay(time: TimeOfDay): string {
  return time.replace(/^0/u, '');
}

/** What somebody chose about their reminders, as one line of what is kept about them; empty where they chose nothing. */
export function sayOwnReminders(hour: TimeOfDay | null, waiting: number): RichText {
  if (hour === null && waiting === 0) return [];
  const own = hour === null ? '' : `giờ riêng ${sayTimeOfDay(hour)}`;
  const again = waiting === 0 ? '' : `${waiting} báo cáo đã đặt nhắc lại`;
  return say`• Tin nhắc: ${[own, again].filter((part) => part !== '').join('; ')} (/nhac)`;
}

export interface ReminderChoices {
  /** Null: the plan's. */
  hour: TimeOfDay | null;
  planHour: TimeOfDay;
  waiting: readonly { view: SpokenTask; at: Instant }[];
  /** What the person was reminded of last and still owes. */
  last: readonly SpokenTask[];
  now: Instant;
  zone: string;
}

/** How the person's reminders stand, and what they can do about them. */
export function sayReminders({ hour, planHour, waiting, last, now, zone }: ReminderChoices): Outgoing {
  const standing =
    hour === null
      ? say`${b('Giờ nhắc')}: ${sayTimeOfDay(planHour)} (giờ chung).`
      : say`${b('Giờ nhắc')}: ${sayTimeOfDay(hour)} (giờ riêng của anh/chị; giờ chung là ${sayTimeOfDay(planHour)}).`;
  const again = waiting.map(({ view, at }) => say`• ${saySoon(at, now, zone)}: ${nameOf(view)}`);
  const task = last.length === 1 ? `${last[0]?.task.id} ` : '';
  const later = last.length === 0 ? [] : [[again2h(task), againTomorrow(task)]];
  const drop = waiting.length === 0 ? [] : [[{ label: 'Bỏ nhắc lại', value: '/nhac bo' }]];
  return {
    text: join(
      [
        join([standing, say`Tin nhắc ngày cuối đến đúng mốc của kế hoạch, không đổi theo giờ riêng.`]),
        again.length === 0 ? [] : join([say`${b('Sẽ nhắc lại')}`, ...again]),
        say`Gõ ví dụ: ${code('/nhac lại lúc 14h')}, ${code('/nhac giờ 9h')}`,
      ],
      '\n\n',
    ),
    choices: [...later, ...drop, [{ label: 'Đổi giờ nhắc', value: '/nhac gio' }]],
    answer: 'pick',
  };
}

function again2h(task: string): Choice {
  return {
    label: 'Nhắc lại sau 2 tiếng',
    value: `/nhac ${task}sau 2 tieng`,
    means: { words: ['sau 2 tieng', '2 tieng nua'] },
  };
}

function againTomorrow(task: string): Choice {
  return { label: 'Nhắc lại sáng mai', value: `/nhac ${task}sang mai`, means: { words: ['sang mai', 'mai'] } };
}

/** Which hour for all of them. */
export function sayAskHour(planHour: TimeOfDay): Outgoing {
  const hours = HOURS.filter((hour) => hour !== planHour).map((hour) => hourChoice(sayTimeOfDay(hour), hour));
  return {
    text: say`Anh/chị muốn được nhắc lúc mấy giờ? Giờ khác, gõ ví dụ: ${code('/nhac giờ 10h30')}`,
    choices: [
      hours.slice(0, 2),
      hours.slice(2),
      [{ label: `${sayTimeOfDay(planHour)} (giờ chung)`, value: '/nhac gio macdinh' }],
    ],
    answer: 'pick',
  };
}

function hourChoice(label: string, hour: TimeOfDay): Choice {
  const short = sayTimeOfDay(hour).replace(':00', 'h').replace(':', 'h');
  return { label, value: `/nhac gio ${hour}`, means: { words: [short, `gio ${short}`, `luc ${short}`] } };
}

/** "/nhac 14h": once, or from now on? */
export function sayOnceOrAlways(hour: TimeOfDay, once: { task: string; at: Instant } | null, zone: string): Outgoing {
  const said = sayTimeOfDay(hour);
  const onceChoice =
    once === null
      ? []
      : [
          [
            {
              label: `Chỉ nhắc lại lần này`,
              value: `/nhac ${once.task}${toLocal(once.at, zone)}`,
              means: { words: ['lan nay', 'mot lan', 'chi lan nay'] },
            },
          ],
        ];
  return {
    text: say`Nhắc lúc ${b(said)}: một lần, hay từ nay tin nhắc nào cũng đến giờ đó?`,
    choices: [
      ...onceChoice,
      [
        {
          label: `Từ nay nhắc lúc ${said}`,
          value: `/nhac gio ${hour}`,
          means: { words: ['tu nay', 'hang ngay', 'moi lan', 'luon'] },
        },
      ],
    ],
    answer: 'pick',
  };
}

/** Which report to be reminded of again; `when` goes on with the moment. */
export function sayWhichAgain(views: readonly SpokenTask[], when: string): Outgoing {
  return {
    text: say`${b('Nhắc lại báo cáo nào?')}`,
    choices: views.map((view) => [
      {
        label: `${sayReportFirst(view.obligation, view.period)} – ${view.unit.shortName}`,
        value: `/nhac ${view.task.id} ${when}`,
        means: { report: { obligation: view.obligation.code, period: view.period.key, unit: view.unit.code } },
      },
    ]),
    answer: 'pick',
  };
}

export function sayHourChosen(hour: TimeOfDay | null, planHour: TimeOfDay): RichText {
  return hour === null
    ? say`Tin nhắc lại đến theo giờ chung của kế hoạch: ${b(sayTimeOfDay(planHour))}.`
    : say`Từ nay tin nhắc thường đến lúc ${b(sayTimeOfDay(hour))}. Tin nhắc ngày cuối vẫn đúng mốc của kế hoạch. Về giờ chung: ${code('/nhac gio macdinh')}`;
}

/** What is reminded of again, when, why at another time than asked, and plainly where that is after the deadline. */
export function saySnoozed(
  views: readonly SpokenTask[],
  { asked, at, now, zone }: { asked: Instant; at: Instant; now: Instant; zone: string },
): RichText {
  const late = views.filter(({ deadline }) => now < deadline.cutOffAt && at >= deadline.cutOffAt);
  return join([
    views.length === 1
      ? say`🔁 Bot nhắc lại ${b(nameOf(views[0] as SpokenTask))} lúc ${b(saySoon(at, now, zone))}.`
      : join([say`🔁 Bot nhắc lại lúc ${b(saySoon(at, now, zone))}:`, ...views.map((view) => say`• ${nameOf(view)}`)]),
    at === asked ? [] : say`(${saySoon(asked, now, zone)} ngoài giờ nhắc, nên chuyển sang lúc này.)`,
    ...late.map(
      (view) =>
        say`⚠️ Lúc đó ${b('đã quá hạn')}${views.length === 1 ? '' : say` ${nameOf(view)}`}: hạn là hết ${sayWeekday(view.deadline.lastGoodDay)} ${sayShortDay(view.deadline.lastGoodDay)}.`,
    ),
    say`Tin nhắc theo kế hoạch vẫn có; nộp xong thì thôi nhắc.`,
  ]);
}

/** A moment was named, and no report to be reminded of. */
export function sayNothingToRemind(): RichText {
  return say`Đơn vị không còn báo cáo nào phải nộp, nên không có gì để nhắc lại.`;
}

function nameOf(view: SpokenTask): string {
  return `${sayReport(view.obligation, view.period)} – ${view.unit.shortName}`;
}
