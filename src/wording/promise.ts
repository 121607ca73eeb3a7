import type { Instant } from '../domain/calendar.ts';
import { atTime, dayOf } from '../domain/calendar.ts';
import { toLocal } from '../domain/local-time.ts';
import type { Choice, Outgoing } from './message.ts';
import { sayReport, sayReportFirst } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayShortDay, saySoon, sayWeekday } from './when.ts';

/** What was promised is spoken of for so long after its time. */
const REMEMBERED_MS = 2 * 24 * 3600_000;

/** Below a report that is reminded of: what was said about it. */
export function sayPromised(until: Instant | null, now: Instant, zone: string): RichText {
  if (until === null || now - until >= REMEMBERED_MS) return [];
  return now < until
    ? say`🤝 Đơn vị đã hẹn gửi trước ${saySoon(until, now, zone)}.`
    : say`⌛ Đơn vị hẹn gửi trước ${saySoon(until, now, zone)}; bot chưa nhận được.`;
}

/** The one line after a promise whose time is up. */
export function sayPromiseOver(
  views: readonly SpokenTask[],
  promised: ReadonlyMap<number, Instant>,
  zone: string,
  now: Instant,
): Outgoing {
  const lines = views.map((view) => {
    const until = saySoon(promised.get(view.task.id) ?? now, now, zone);
    const report = `${sayReport(view.obligation, view.period)} – ${view.unit.shortName}`;
    return say`⌛ ${b(report)}: đơn vị hẹn gửi trước ${until}, bot chưa nhận được. Gõ /nop ${view.task.id} để nộp, hoặc hẹn lại giờ khác.`;
  });
  const [only] = views;
  const later = promiseChoices(views.length === 1 ? only : undefined, now, zone).slice(-1);
  const submit = views.map((view) => ({
    label: views.length === 1 ? 'Nộp báo cáo' : `Nộp ${sayReportFirst(view.obligation, view.period)}`,
    value: `/nop ${view.task.id}`,
  }));
  return { text: join(lines, '\n\n'), choices: [...submit.map((one) => [one]), later], answer: 'pick' };
}

interface Offer {
  label: string;
  until: Instant;
  words: readonly string[];
}

/** The next hours people name, those that are over left out. */
function offersAt(now: Instant, zone: string): Offer[] {
  const today = dayOf(now, zone);
  const tomorrow = dayOf(now + 24 * 3600_000, zone);
  const offers = [
    { label: 'chiều nay', until: atTime(today, '17:00', zone), words: ['chieu nay', '17h'] },
    { label: 'tối nay', until: atTime(today, '20:00', zone), words: ['toi nay', '20h'] },
    { label: 'sáng mai', until: atTime(tomorrow, '11:30', zone), words: ['sang mai'] },
  ];
  // Half an hour is the least that is worth promising.
  return offers.filter(({ until }) => until - now >= 30 * 60_000);
}

/** The next hour people name, and the way to another one; without a task it is asked which. */
export function promiseChoices(view: SpokenTask | undefined, now: Instant, zone: string): Choice[] {
  if (view === undefined) return [{ label: 'Hẹn giờ gửi', value: '/hen' }];
  const [next] = offersAt(now, zone);
  const first = next === undefined ? [] : [offer(view, next, zone)];
  return [...first, { label: 'Hẹn giờ khác', value: `/hen ${view.task.id}` }];
}

function offer(view: SpokenTask, { label, until, words }: Offer, zone: string): Choice {
  return {
    label: `Hẹn ${label}`,
    value: `/hen ${view.task.id} ${toLocal(until, zone)}`,
    means: { words, asks: 'when' },
  };
}

/** When it comes: to be typed, or one of the hours people name. */
export function sayAskPromise(view: SpokenTask, now: Instant, zone: string): Outgoing {
  const report = `${sayReport(view.obligation, view.period)} – ${view.unit.shortName}`;
  return {
    text: say`${b(report)}: anh/chị hẹn gửi lúc nào? Gõ ví dụ: 17h em gửi, sáng mai em nộp.`,
    choices: offersAt(now, zone).map((one) => [offer(view, one, zone)]),
    answer: 'pick',
  };
}

/** Which report is promised; `when` goes on with the moment that was said, if one was. */
export function sayWhichPromised(views: readonly SpokenTask[], when: string): Outgoing {
  return {
    text: say`${b('Anh/chị hẹn gửi báo cáo nào?')}`,
    choices: views.map((view) => [
      {
        label: `${sayReportFirst(view.obligation, view.period)} – ${view.unit.shortName}`,
        value: `/hen ${view.task.id} ${when}`.trim(),
        means: {
          report: { obligation: view.obligation.code, period: view.period.key, unit: view.unit.code },
          ...(when === '' ? ({ asks: 'when' } as const) : {}),
        },
      },
    ]),
    answer: 'pick',
  };
}

/** What was noted, what it means, and kindly when it is too late. */
export function sayPromiseNoted(view: SpokenTask, until: Instant, now: Instant, zone: string): RichText {
  const report = `${sayReport(view.obligation, view.period)} – ${view.unit.shortName}`;
  const { lastGoodDay, cutOffAt } = view.deadline;
  const isLate = now < cutOffAt && until >= cutOffAt;
  return join([
    say`🤝 Đã ghi: hẹn gửi ${b(report)} trước ${b(saySoon(until, now, zone))}${isLate ? say`, ${b('sau hạn')}` : ''}.`,
    isLate
      ? say`Hạn là hết ${sayWeekday(lastGoodDay)} ${sayShortDay(lastGoodDay)}, gửi sau đó sẽ ghi nhận là nộp muộn; kịp trước hạn thì tốt ạ.`
      : say`Đến giờ đó bot không đôn đốc${now < cutOffAt ? '; tin nhắc ngày cuối vẫn có' : ''}. Muốn đổi giờ, cứ nhắn giờ khác.`,
  ]);
}

/** No moment could be read. */
export function sayPromiseUnread(typed: string): RichText {
  return say`Chưa rõ “${typed}” là lúc nào nên bot chưa ghi. Gõ ví dụ: /hen 17h, /hen chiều nay, /hen sáng mai, /hen thứ Hai`;
}
