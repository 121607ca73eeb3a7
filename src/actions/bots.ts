import type { ChannelName } from '../channels/channel.ts';
import { forecastMonth } from '../delivery/budget.ts';
import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Store } from '../store/store.ts';
import type { BotView } from '../wording/bots.ts';
import type { BotInfo, Desk } from './desk.ts';

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
    channel: bot.channel,
    bot: bot.bot,
    name: bot.displayName(),
    isWell: bot.health().ok,
    people: countPeople(),
    peopleLimit: bot.capabilities.people,
    spent,
    allowance: bot.capabilities.monthlyMessages,
    forecast,
  };
}

export interface Door {
  channel: ChannelName;
  name: string | null;
  link: string | null;
}

/** Where a new person should knock: on each platform the bot with the most room. */
export function doorsFor(desk: Desk, code: string): Door[] {
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

/** Another bot of the same platform with room, when this one already serves all the people it may; null: this one will do. */
export function roomierDoor(desk: Desk, at: { channel: ChannelName; bot: string }, code: string): Door | null {
  const here = desk.bots.find((one) => one.channel === at.channel && one.bot === at.bot);
  const most = here?.capabilities.people ?? null;
  if (most === null || desk.store.chats.peopleOn(at.channel, at.bot) < most) return null;
  return doorsFor(desk, code).find((door) => door.channel === at.channel && door.name !== null) ?? null;
}

const DOORS = 'doors';
const PLACEHOLDER = 'CODE0000';

/** Keeps where people should knock, so that an invitation made in the shell can say so too. */
export function rememberDoors(desk: Desk): void {
  const doors = JSON.stringify(doorsFor(desk, PLACEHOLDER));
  if (desk.store.facts.get(DOORS) !== doors) desk.store.facts.set(DOORS, doors);
}

/** The doors the running bot knew last, for this code. */
export function rememberedDoors(store: Store, code: string): Door[] {
  const doors = JSON.parse(store.facts.get(DOORS) ?? '[]') as Door[];
  return doors.map((door) => ({ ...door, link: door.link?.replace(PLACEHOLDER, code) ?? null }));
}
