import type { Day, WorkingCalendar } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { sayAuditHead } from './audit.ts';
import type { BotView } from './bots.ts';
import { sayBot, sayQuotaTitle } from './bots.ts';
import type { Choice, Outgoing } from './message.ts';
import { fitNames } from './name-groups.ts';
import { sayReport } from './period.ts';
import { sayTimeLeft } from './reminder.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { RoundDetailView, RoundView } from './round.ts';
import { groupMissing, sayProvisional } from './round.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayDay, sayDeadline, sayShortDay, sayWeekday, sayWeekdayAndDay } from './when.ts';

/** One matter of a digest. */
export interface DigestSection {
  text: RichText;
  /** Worth a message by itself; what is not stands beside such a thing only. */
  isNews: boolean;
  choices?: readonly Choice[];
}

export interface DigestRound extends Pick<RoundView, 'example' | 'totals'> {
  missing: RoundDetailView['missing'];
}

export interface DigestContext {
  now: number;
  zone: string;
  isEvening: boolean;
  auditHead: string;
}

/** What coordinators read of their own desk, in one message. */
export function sayDigest(sections: readonly DigestSection[], context: DigestContext): Outgoing {
  const { now, zone, isEvening, auditHead } = context;
  const day = sayWeekdayAndDay(dayOf(now, zone));
  const title = isEvening ? say`🌆 ${b(`Cuối ngày ${day}`)}` : say`📋 ${b(`Tình hình ${day}`)}`;
  return {
    text: join([title, ...sections.map(({ text }) => text), say`${sayAuditHead(auditHead)}`], '\n\n'),
    choices: sections.flatMap(({ choices = [] }) => choices.map((choice) => [choice])),
    answer: 'pick',
  };
}

const LOOK: readonly Choice[] = [
  { label: 'Xem tổng hợp', value: '/tonghop' },
  { label: 'Đôn đốc', value: '/dondoc' },
];

/** As many units as are named of one round; the rest is counted. */
const OVERDUE_NAMED = 60;

/** Units for which the reminders have come to their end. */
export function sayLongOverdue(views: readonly SpokenTask[]): DigestSection {
  const rounds = new Map<string, SpokenTask[]>();
  for (const view of views) {
    // A unit with a deadline of its own is named with that one.
    const key = `${view.obligation.code}:${view.period.key}:${view.deadline.lastGoodDay}`;
    rounds.set(key, [...(rounds.get(key) ?? []), view]);
  }
  const parts = [...rounds.values()].flatMap((round) => {
    const [example] = round;
    if (example === undefined) return [];
    const names = round.slice(0, OVERDUE_NAMED).map((view) => view.unit.shortName);
    const more = round.length > OVERDUE_NAMED ? ` và còn ${round.length - OVERDUE_NAMED}` : '';
    return [
      say`${b(sayReport(example.obligation, example.period))}: còn ${b(String(round.length))} đơn vị chưa nộp, hạn ${sayDeadline(example.deadline)}.\n${names.join(', ')}${more}.`,
    ];
  });
  return { text: join([say`🔴 ${b('Đơn vị quá hạn lâu ngày')}`, ...parts], '\n'), isNews: true, choices: LOOK };
}

/** Requests named; the rest is counted. */
const ASKED_NAMED = 10;

/** Units that asked for a later deadline and have no answer yet. */
export function sayAskedExtensions(asked: readonly { view: SpokenTask; until: Day }[]): DigestSection {
  const lines = asked
    .slice(0, ASKED_NAMED)
    .map(
      ({ view, until }) =>
        say`• ${view.unit.shortName}, ${sayReport(view.obligation, view.period)}: xin đến hết ${sayDay(until)} (/giahan ${view.unit.code})`,
    );
  const more = asked.length > ASKED_NAMED ? say`còn ${asked.length - ASKED_NAMED}` : [];
  return { text: join([say`⏳ ${b('Đề nghị gia hạn chờ trả lời')}: ${asked.length}`, ...lines, more]), isNews: true };
}

/** Units with a deadline of their own that are named; the rest is counted. */
const OWN_NAMED = 10;

/** Room for names, where a message has to stay one on every app. */
const NAMES_ROOM = 1100;

/** Each round that is chased: how many are in, and how the missing ones stand; on the last evening by name. */
export function sayDigestRounds(
  rounds: readonly DigestRound[],
  { calendar, now, isEvening }: { calendar: WorkingCalendar; now: number; isEvening: boolean },
): DigestSection {
  const parts = rounds.map(({ example, totals, missing }) => {
    const owing = totals.total - totals.waived;
    const { lastGoodDay, cutOffAt } = example.deadline;
    const late = missing.filter(({ stance }) => stance !== 'extended');
    const groups = groupMissing(late, now, calendar.zone);
    const granted = missing.length - late.length;
    const counts = groups
      .filter(({ names }) => names.length > 0)
      .map(({ title, names }) => `${title}: ${names.length}`);
    return join([
      say`${b(sayReport(example.obligation, example.period))}: đã nộp ${b(`${owing - totals.missing}/${owing}`)}, còn thiếu ${b(String(late.length))}${granted === 0 ? '' : ` (ngoài ra ${granted} đơn vị được gia hạn, chưa đến hạn)`}.`,
      now < cutOffAt
        ? say`Hạn hết ${sayWeekday(lastGoodDay)} ${sayDay(lastGoodDay)}. ${sayTimeLeft(example, calendar, now)}`
        : say`Đã qua hạn (hết ${sayWeekday(lastGoodDay)} ${sayDay(lastGoodDay)}).`,
      isEvening ? [] : sayOwnDays(late, lastGoodDay),
      isEvening ? fitNames(groups, Math.floor(NAMES_ROOM / rounds.length)).text : say`${counts.join('\n')}`,
    ]);
  });
  const choices = isEvening ? [...LOOK, { label: 'Ai cần gọi điện', value: '/goi' }] : LOOK;
  return { text: join(parts, '\n\n'), isNews: true, choices };
}

/** Those who are missing by a deadline of their own that is another one than the round's: with it, for the rest is not about them. */
function sayOwnDays(missing: DigestRound['missing'], lastGoodDay: Day): RichText {
  const own = missing.filter(({ ownLastDay }) => ownLastDay !== null && ownLastDay > lastGoodDay);
  if (own.length === 0) return [];
  const names = own
    .slice(0, OWN_NAMED)
    .map(({ unit, ownLastDay }) => `${unit.shortName} (hết ${sayShortDay(ownLastDay ?? '')})`);
  const more = own.length > OWN_NAMED ? ` và còn ${own.length - OWN_NAMED}` : '';
  return say`Đến hạn riêng: ${names.join(', ')}${more}.`;
}

export const DIGEST_WORDS = {
  /** Waiting alone is no message of its own: some offices look once a round. */
  review: (count: number): DigestSection => ({
    text: say`📥 Báo cáo chờ duyệt: ${b(String(count))}. Gõ /duyet.`,
    isNews: false,
  }),
  requests: (count: number, first: Day): DigestSection => ({
    text: say`🔐 Yêu cầu về dữ liệu cá nhân chờ trả lời: ${b(String(count))}, hạn gần nhất ${sayWeekday(first)} ${sayDay(first)}. Gõ /toi.`,
    isNews: true,
  }),
  newcomers: (count: number): DigestSection => ({
    text: say`👤 Người mới xin làm đầu mối, chờ xác nhận: ${b(String(count))}. Gõ /donvi.`,
    isNews: true,
  }),
  /** They are told by themselves as well: here only how many wait. */
  tickets: (count: number, waits: number): DigestSection => ({
    text: say`❓ Vướng mắc chờ trả lời: ${b(String(count))}${waits > 0 ? `, lâu nhất ${waits} ngày làm việc` : ''}. Gõ /vuongmac.`,
    isNews: false,
  }),
  quota: (bots: readonly BotView[]): DigestSection => ({
    text: join([say`⚠️ ${b(sayQuotaTitle(bots))} (xem /kenh)`, ...bots.map(sayBot)]),
    isNews: false,
  }),
  provisional: (year: string): DigestSection => ({ text: sayProvisional(year), isNews: false }),
};
