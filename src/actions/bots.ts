import type { ChannelName } from '../channels/channel.ts';
import { forecastMonth } from '../delivery/budget.ts';
import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Store } from '../store/store.ts';
import type { BotView } from '../wording/bots.ts';
import type { BotInfo, Desk } from './desk.ts';
import { botOf } from './desk.ts';

export interface BotStanding {
  bot: BotInfo;
  /** Counts whom it serves: only on demand, for it goes through all of them. */
  countPeople(): number;
  spent: number;
  /** What the month will have cost when it goes on like this. */
  forecast: number;
}

/** Each platform bot with what it has spent this month and whom it serves. */
export function botStandings(desk: Desk, now: Instant): BotStanding[] {
  const today = dayOf(now, desk.zone);
  return desk.bots
    .filter((bot) => bot.channel !== 'web')
    .map((bot) => {
      const spent = desk.store.spending.inMonth(bot.channel, bot.bot, today.slice(0, 7));
      const countPeople = (): number => desk.store.chats.peopleOn(bot.channel, bot.bot);
      return { bot, countPeople, spent, forecast: forecastMonth(spent, today) };
    });
}

/** A bot's standing as wording takes it. */
export function viewBot({ bot, countPeople, spent, forecast }: BotStanding): BotView {
  return {
    title: bot.title,
    name: bot.displayName(),
    isWell: bot.health().ok,
    people: countPeople(),
    peopleLimit: bot.capabilities.people,
    spent,
    allowance: bot.capabilities.monthlyMessages,
    forecast,
  };
}

export interface BotLink {
  channel: ChannelName;
  name: string | null;
  link: string | null;
}

/** Where a new person joins: on each platform the bot with the most room. */
export function botLinksFor(desk: Desk, code: string): BotLink[] {
  const rooms = desk.bots
    .filter((bot) => bot.channel !== 'web')
    .map((bot) => ({
      bot,
      // People are counted only where it matters: counting goes through all of them.
      room:
        bot.capabilities.people === null
          ? Number.POSITIVE_INFINITY
          : bot.capabilities.people - desk.store.chats.peopleOn(bot.channel, bot.bot),
    }))
    .filter(({ room }) => room > 0)
    .sort((a, b) => b.room - a.room);
  const best = new Map(rooms.toReversed().map(({ bot }) => [bot.channel, bot]));
  return [...best.values()].map((bot) => ({
    channel: bot.channel,
    name: bot.displayName(),
    link: bot.inviteLink(code),
  }));
}

/** Every bot with room, for a room full of people: one alone would soon be full. */
export function everyBotLink(desk: Desk, code: string): BotLink[] {
  return desk.bots
    .filter((bot) => bot.channel !== 'web')
    .filter(
      ({ channel, bot, capabilities: { people } }) =>
        people === null || desk.store.chats.peopleOn(channel, bot) < people,
    )
    .map((bot) => ({ channel: bot.channel, name: bot.displayName(), link: bot.inviteLink(code) }));
}

/** Another bot of the same platform with room, when this one already serves all the people it may; null: this one will do. */
export function roomierBotLink(desk: Desk, at: { channel: ChannelName; bot: string }, code: string): BotLink | null {
  const here = botOf(desk, at);
  const most = here?.capabilities.people ?? null;
  if (most === null || desk.store.chats.peopleOn(at.channel, at.bot) < most) return null;
  return botLinksFor(desk, code).find((botLink) => botLink.channel === at.channel && botLink.name !== null) ?? null;
}

/** The links as people read them: with the app's title. */
export function withApps(
  { titleOf }: Pick<Desk, 'titleOf'>,
  botLinks: readonly BotLink[],
): (BotLink & { app: string })[] {
  return botLinks.map((botLink) => ({ ...botLink, app: titleOf(botLink.channel) }));
}

const BOT_LINKS = 'doors';
const PLACEHOLDER = 'CODE0000';

/** Keeps where people join, so that an invitation made in the shell can say so too. */
export function rememberBotLinks(desk: Desk): void {
  const botLinks = JSON.stringify(botLinksFor(desk, PLACEHOLDER));
  if (desk.store.facts.get(BOT_LINKS) !== botLinks) desk.store.facts.set(BOT_LINKS, botLinks);
}

/** The links the running bot knew last, for this code. */
export function rememberedBotLinks(store: Store, code: string): BotLink[] {
  const botLinks = JSON.parse(store.facts.get(BOT_LINKS) ?? '[]') as BotLink[];
  return botLinks.map((botLink) => ({ ...botLink, link: botLink.link?.replace(PLACEHOLDER, code) ?? null }));
}
