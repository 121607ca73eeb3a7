import type { Day } from '../domain/calendar.ts';
import type { Outgoing } from './message.ts';
import { fitNames } from './name-groups.ts';
import { sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayDeadline, sayMoment, sayShortDay, saySoon } from './when.ts';

/** A unit, with its own last good day where that is not the round's. */
export interface NudgedName {
  name: string;
  ownLastDay: Day | null;
  /** Its report came and went back: a correction is missing, and it counts as on time or late already. */
  isReturned: boolean;
}

export interface NudgePreview {
  view: SpokenTask;
  /** Units that whoever sends it wants left out. */
  except: readonly string[];
  /** Units that were to be left out and owe nothing. */
  settled: readonly string[];
  /** Units it goes to. */
  names: readonly NudgedName[];
  promised: readonly { name: string; until: number; isReturned: boolean }[];
  nudgedToday: readonly NudgedName[];
  /** Units that have more time than the round. */
  extended: readonly NudgedName[];
  /** Units whose people have joined, and no message gets to any of them. */
  shutOut: readonly NudgedName[];
  withoutPeople: readonly NudgedName[];
  /** How many people it goes to, app by app. */
  apps: readonly { title: string; people: number }[];
  /** Units whose people have had their day's messages. */
  full: readonly NudgedName[];
  words: string;
  sender: string;
  now: number;
  zone: string;
  /** When it arrives, where that is not now. */
  arrival: { at: number; isLate: boolean } | null;
}

/** Room for names, where a message has to stay one on every app. */
const NAMES_ROOM = 1000;

/** Units that were named to be chased or left out, of which nothing is owed. */
export function saySettled(names: readonly string[]): RichText {
  return say`✅ Không còn nợ báo cáo này, không cần nhắc (${String(names.length)}): ${names.join(', ')}.`;
}

/** Who would be chased, by which app and when it arrives; before anybody is. */
export function sayNudgePreview(preview: NudgePreview): RichText {
  const { view, names, promised, nudgedToday, extended, shutOut, withoutPeople, now, zone, words, full } = preview;
  const { except, settled } = preview;
  const all = [...names, ...promised, ...nudgedToday, ...extended, ...shutOut, ...full, ...withoutPeople];
  const returned = all.filter(({ isReturned }) => isReturned).length;
  const groups = [
    { title: 'Nhắc qua bot', names: names.map(sayName) },
    {
      title: '🤝 Đã hẹn giờ nên chừa ra',
      names: promised.map(({ name, until }) => `${name} (${saySoon(until, now, zone)})`),
    },
    { title: '⏳ Được gia hạn, chưa đến hạn nên chừa ra', names: extended.map(sayName) },
    { title: '🔁 Hôm nay đã đôn đốc nên chừa ra', names: nudgedToday.map(sayName) },
    { title: 'Không gửi tin tới được, phải gọi điện', names: shutOut.map(sayName) },
    { title: 'Đã nhận đủ số tin của một ngày, phải gọi điện', names: full.map(sayName) },
    { title: 'Chưa có đầu mối tham gia bot, phải gọi điện', names: withoutPeople.map(sayName) },
  ];
  return join(
    [
      join([say`${b(`Đôn đốc: ${sayReport(view.obligation, view.period)}`)}`, say`Hạn ${sayDeadline(view.deadline)}`]),
      say`${b(sayMissing(all.length - returned, returned))}.`,
      fitNames(groups, NAMES_ROOM).text,
      except.length === 0 ? [] : say`✋ Không nhắc theo yêu cầu (${String(except.length)}): ${except.join(', ')}.`,
      settled.length === 0 ? [] : saySettled(settled),
      words === '' ? [] : say`Lời nhắn: “${words}”`,
      sayArrival(preview),
    ],
    '\n\n',
  );
}

/** What went back is no missing report: the round counts it as on time or late. */
function sayMissing(missing: number, returned: number): string {
  const parts = [
    ...(missing > 0 || returned === 0 ? [`${missing} đơn vị chưa nộp`] : []),
    ...(returned > 0 ? [`${returned} đơn vị chưa gửi bản sửa`] : []),
  ];
  return parts.join(', ');
}

function sayName({ name, ownLastDay, isReturned }: NudgedName): string {
  const notes = [
    ...(isReturned ? ['chờ bản sửa'] : []),
    ...(ownLastDay === null ? [] : [`hạn riêng hết ${sayShortDay(ownLastDay)}`]),
  ];
  return notes.length === 0 ? name : `${name} (${notes.join(', ')})`;
}

/** Outside the sending hours a nudge waits: whoever sends it has to know that before, not after. */
function sayArrival({ apps, arrival, zone, sender, promised, nudgedToday, extended }: NudgePreview): RichText {
  const people = apps.reduce((sum, app) => sum + app.people, 0);
  if (people === 0 && promised.length + nudgedToday.length + extended.length > 0)
    return say`Ngoài các đơn vị chừa ra, không có ai để nhắc qua bot.`;
  if (people === 0) return say`Không có ai để nhắc qua bot.`;
  const by = apps.map((app) => `${app.title} ${app.people}`).join(', ');
  const whom = `${people} người (${by}), ký tên ${sender}`;
  if (arrival === null) return say`Tin nhắc sẽ gửi tới ${whom}.`;
  const when = b(sayMoment(arrival.at, zone));
  const late = arrival.isLate ? say`, ${b('sau hạn')}` : [];
  return say`Đang ngoài giờ gửi tin: tin nhắc tới ${whom} sẽ đến lúc ${when}${late}. Cần kịp hơn thì chọn gửi ngay, hoặc gọi điện.`;
}

/** `arrivesAt` null: now. */
export function sayNudgeDone({ id, people }: { id: number; people: number }, isNow: boolean): Outgoing {
  return {
    text: isNow
      ? say`Đang gửi tin đôn đốc tới ${people} người. Đơn vị nộp trước khi tin đi sẽ không bị nhắc.`
      : say`Đang ngoài giờ gửi tin. Tin đôn đốc cho ${people} người sẽ đi vào đầu giờ ngày làm việc tới; đơn vị nộp trước sẽ không bị nhắc.`,
    choices: [[{ label: 'Xem đã tới ai', value: `/dondoc ketqua ${id}` }]],
    answer: 'pick',
  };
}

export interface NudgeResultView {
  view: SpokenTask;
  by: string;
  at: number;
  zone: string;
  reached: readonly string[];
  waiting: readonly string[];
  /** Those who handed in before it went out. */
  cleared: readonly string[];
  missed: readonly { name: string; why: string }[];
}

/** What became of a nudge, person by person. */
export function sayNudgeResult({ view, by, at, zone, reached, waiting, cleared, missed }: NudgeResultView): RichText {
  const groups = [
    { title: '🔴 Không tới', names: missed.map(({ name, why }) => `${name}: ${why}`) },
    { title: '🕘 Đang chờ gửi', names: waiting },
    { title: '✅ Đã tới', names: reached },
    { title: 'Không cần nhắc nữa', names: cleared },
  ];
  return join(
    [
      join([
        say`${b(`Kết quả đôn đốc ${sayReport(view.obligation, view.period)}`)}`,
        say`${by}, ${sayMoment(at, zone)}`,
      ]),
      fitNames(groups, null).text,
    ],
    '\n\n',
  );
}
