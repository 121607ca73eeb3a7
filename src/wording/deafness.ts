import type { Day, Instant } from '../domain/calendar.ts';
import { sayUntil } from './extension.ts';
import type { Outgoing } from './message.ts';
import { sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayDay, sayMoment, sayTime, sayWeekday } from './when.ts';

/** One stretch, and the apps or bots that heard nobody in it. */
export interface SpokenDeafness {
  from: Instant;
  to: Instant;
  names: readonly string[];
}

const NAMES = 4;
const STRETCHES = 3;

/** `Bot không nhận được tin trên Zalo từ 21:40 đến 23:55 ngày 17/11/2026`: the reason of an extension. */
export function sayDeafEvidence(stretches: readonly SpokenDeafness[], zone: string): string {
  const parts = stretches.slice(0, STRETCHES).map(({ from, to, names }) => {
    const more = names.length > NAMES ? ` và ${names.length - NAMES} bot khác` : '';
    return `trên ${names.slice(0, NAMES).join(', ')}${more} ${sayFromTo(from, to, zone)}`;
  });
  const more = stretches.length > STRETCHES ? ` và ${stretches.length - STRETCHES} lần khác` : '';
  return `Bot không nhận được tin ${parts.join('; ')}${more}`;
}

function sayFromTo(from: Instant, to: Instant, zone: string): string {
  const [begin, end] = [sayMoment(from, zone), sayMoment(to, zone)];
  return begin.slice(5) === end.slice(5) ? `từ ${sayTime(from, zone)} đến ${end}` : `từ ${begin} đến ${end}`;
}

export interface DeafOfferView {
  id: number;
  views: readonly SpokenTask[];
  evidence: string;
  until: Day;
}

const UNITS = 40;

/** To the coordinators: who could not report because of the bot, and the one button. */
export function sayDeafOffer({ id, views, evidence, until }: DeafOfferView): Outgoing {
  const [first] = views;
  if (first === undefined) throw new Error('an offer about nothing');
  const { lastGoodDay } = first.deadline;
  const names = views.slice(0, UNITS).map(({ unit }) => unit.shortName);
  const more = views.length > UNITS ? ` và còn ${views.length - UNITS}` : '';
  return {
    text: join(
      [
        say`🔇 ${b(evidence)}, ngay trước hạn ${sayReport(first.obligation, first.period)} (hết ${sayWeekday(lastGoodDay)} ${sayDay(lastGoodDay)}).`,
        say`Đơn vị chưa nộp lúc hết hạn mà chỉ liên hệ được qua đó (${b(String(views.length))}): ${names.join(', ')}${more}.`,
        say`Để không đơn vị nào muộn vì bot, anh/chị có thể gia hạn đúng các đơn vị này ${sayUntil(until)}; lý do ghi như trên. Gia hạn khác đi thì dùng /giahan.`,
      ],
      '\n\n',
    ),
    choices: [
      [{ label: `Gia hạn ${views.length} đơn vị`, value: `/giahan matket ${id}`, means: { words: ['gia hạn'] } }],
    ],
    answer: 'pick',
  };
}

export const DEAF_OFFER = {
  doneBefore: (at: Instant, zone: string): RichText =>
    say`Việc gia hạn này đã làm lúc ${sayMoment(at, zone)}; bot không làm lần nữa. Xem /tonghop; muốn gia hạn thêm, gõ /giahan.`,
  noLonger: say`Không còn đơn vị nào cần gia hạn ở đây: hạn đã được đổi, hoặc đơn vị đã nộp đúng hạn hay được miễn.`,
} as const;
