import type { ChannelCard, PaceLimits, PlatformCard } from '../channels/card.ts';
import type { Channel } from '../channels/channel.ts';
import { WEB, WEB_PACE } from '../channels/web-chat/card.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';

export interface ChannelParts {
  clock: Clock;
  random: () => number;
  log: Log;
}

type NamedBot = Pick<Channel, 'name' | 'bot'>;

/** The platforms' bots that the settings ask for. */
export function createPlatformChannels(config: Config, { clock, random, log }: ChannelParts): Channel[] {
  const { publicUrl, webhookSecret } = config;
  return config.platforms.flatMap(({ card, settings }) =>
    card.open(settings, {
      wire: () => clock.wire(),
      random,
      log,
      webhookSecret,
      webhookUrl: (bot) => (publicUrl === null ? null : `${publicUrl}${webhookPath(card, bot)}`),
    }),
  );
}

/** How the bots are called, wherever the house names them: all of it comes from the cards. */
export function createNames(cards: readonly PlatformCard[]) {
  const known: readonly ChannelCard[] = [...cards, WEB];
  const cardOf = (name: string): ChannelCard | undefined => known.find((card) => card.name === name);
  const numbered = ({ name, bot }: NamedBot, start: string, between: string): string =>
    cardOf(name)?.severalBots === true ? `${start}${between}${bot}` : start;
  const titleOf = (name: string): string => cardOf(name)?.title ?? name;
  return {
    /** An app, as people read it. */
    titleOf,
    /** One bot, as people read it. */
    titleOfBot: (bot: NamedBot): string => numbered(bot, titleOf(bot.name), ' '),
    /** One bot in /healthz. */
    healthName: (bot: NamedBot): string => numbered(bot, bot.name, '-'),
    webhookPath: (bot: NamedBot): string => numbered(bot, `/webhooks/${bot.name}`, '/'),
  };
}

export type Names = ReturnType<typeof createNames>;

/** How fast a channel's bots may send, as their platform's card says under these settings. */
export function createPaces(cards: readonly PlatformCard[], inUse: Config['platforms']) {
  return (channel: NamedBot): PaceLimits => {
    if (channel.name === WEB.name) return WEB_PACE;
    const card = cards.find(({ name }) => name === channel.name);
    if (card === undefined) throw new Error(`no card for ${channel.name}`);
    return card.pace(inUse.find((one) => one.card === card)?.settings ?? null);
  };
}

/** What the operator reads of the platforms that are switched on: "Telegram", "Zalo (2 bot)". */
export function sayPlatforms({ platforms }: Config, channels: readonly NamedBot[]): string[] {
  return platforms.map(({ card }) => {
    const bots = channels.filter(({ name }) => name === card.name).length;
    return card.severalBots ? `${card.title} (${bots} bot)` : card.title;
  });
}

function webhookPath(card: PlatformCard, bot: string): string {
  return createNames([card]).webhookPath({ name: card.name, bot });
}
