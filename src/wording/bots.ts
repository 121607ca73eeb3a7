import type { Outgoing } from './message.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import { sayNumber } from './submit.ts';
import { sayMoment } from './when.ts';

export interface BotView {
  /** The app, and the bot's number where there are several. */
  title: string;
  name: string | null;
  isWell: boolean;
  people: number;
  peopleLimit: number | null;
  spent: number;
  allowance: number | null;
  forecast: number;
}

export interface BotsView {
  bots: readonly BotView[];
  undelivered: readonly { name: string; unit: string; kind: string; at: number; why: string }[];
  unreached: number;
  zone: string;
}

const KINDS: Readonly<Record<string, string>> = {
  reminder: 'nhắc hạn',
  digest: 'danh sách quá hạn',
  nudge: 'đôn đốc',
  notice: 'thông báo',
  alert: 'cảnh báo',
};

/** What a message was for. */
export function sayMessageKind(kind: string): string {
  return KINDS[kind] ?? 'khác';
}

/** Each bot's state and allowance, and what did not get to people this week. */
export function sayBots({ bots, undelivered, unreached, zone }: BotsView): Outgoing {
  const lost = undelivered.map((one) => {
    const unit = one.unit === '' ? '' : `, ${one.unit}`;
    return say`• ${sayMoment(one.at, zone)}: ${KINDS[one.kind] ?? one.kind} tới ${one.name}${unit}: ${one.why}`;
  });
  const text = join(
    [
      say`${b('Tình trạng các bot')}`,
      bots.length === 0 ? say`Đang diễn tập, chưa nối bot nào.` : join(bots.map(sayBot)),
      unreached === 0 ? [] : say`${unreached} đơn vị chưa liên lạc được qua bot: xem /donvi.`,
      lost.length === 0
        ? say`Bảy ngày qua mọi tin đều đến nơi hoặc đang gửi.`
        : join([say`${b('Tin chưa đến, hoặc chưa rõ đã đến, trong bảy ngày qua')}`, ...lost]),
    ],
    '\n\n',
  );
  if (undelivered.length === 0) return { text };
  return { text, choices: [[{ label: 'Gửi lại các tin chưa đến', value: '/kenh guilai' }]], answer: 'pick' };
}

export function sayBot(bot: BotView): RichText {
  const title = `${bot.title}${bot.name === null ? '' : ` (${bot.name})`}`;
  const people = bot.peopleLimit === null ? `${bot.people} người` : `${bot.people}/${bot.peopleLimit} người`;
  const spent =
    bot.allowance === null
      ? `${sayNumber(bot.spent)} tin tháng này`
      : `${sayNumber(bot.spent)}/${sayNumber(bot.allowance)} tin tháng này, dự báo cả tháng ${sayNumber(bot.forecast)}`;
  const isShort = bot.allowance !== null && bot.forecast > bot.allowance;
  const warning = isSpent(bot) ? ' ⚠️ đã hết hạn mức' : isShort ? ' ⚠️ có thể hết hạn mức trước cuối tháng' : '';
  return say`${bot.isWell ? '🟢' : '🔴'} ${title}: ${people}; ${spent}${warning}`;
}

function isSpent({ allowance, spent }: BotView): boolean {
  return allowance !== null && spent >= allowance;
}

/** "Running out", or "run out". */
export function sayQuotaTitle(bots: readonly BotView[]): string {
  return bots.some(isSpent) ? 'Hạn mức tin của bot đã hết' : 'Hạn mức tin của bot sắp hết';
}

/** Warns coordinators before a bot's month runs out, and when it has. */
export function sayQuotaAlert(bots: readonly BotView[]): RichText {
  return join([
    say`⚠️ ${b(sayQuotaTitle(bots))}`,
    ...bots.map(sayBot),
    bots.some(isSpent)
      ? say`Bot hết hạn mức vẫn nhận báo cáo, vẫn thử gửi biên nhận và nhắc ngày cuối, nhưng ứng dụng có thể không chuyển tin cho đến tháng sau: việc gấp xin gọi điện.`
      : [],
    say`Từ 80 %, thông báo và danh sách dừng; từ 90 %, nhắc sớm và đôn đốc dừng; từ 95 %, bot chỉ còn nhận báo cáo và nhắc ngày cuối. Xem /kenh.`,
  ]);
}

/** Who is named in one alert; the rest is a number. */
const MOST_NAMED = 5;

/** Tells coordinators of chats that write out of all proportion. `name` null: somebody who has not joined. */
export function sayFloodAlert(chats: readonly { app: string; name: string | null; written: number }[]): RichText {
  const rest = chats.length - MOST_NAMED;
  return join([
    say`⚠️ ${b('Có người nhắn cho bot nhiều bất thường hôm nay')}`,
    ...chats
      .slice(0, MOST_NAMED)
      .map(({ app, name, written }) => say`• ${name ?? 'người chưa tham gia'} (${app}): hơn ${sayNumber(written)} tin`),
    rest > 0 ? say`• còn ${rest} người khác` : [],
    say`Bot đã tự hạn chế trả lời những người này; báo cáo và nhắc hạn của người khác không bị ảnh hưởng.`,
  ]);
}

export function sayResentUndelivered(people: number): RichText {
  return people === 0
    ? say`Không còn tin nào cần gửi lại: báo cáo đã nộp hoặc thông báo đã đến.`
    : say`Đang gửi lại các tin chưa đến cho ${people} người. Đơn vị đã nộp thì không bị nhắc nữa.`;
}
