import type { Channel } from '../channels/channel.ts';
import { createTelegramChannel } from '../channels/telegram/telegram-channel.ts';
import { createZaloChannel } from '../channels/zalo/zalo-channel.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { PaceLimits } from '../delivery/pace.ts';
import { TELEGRAM_PACE, WEB_PACE, ZALO_PACE } from '../delivery/pace.ts';
import type { Log } from '../log.ts';

export interface ChannelParts {
  clock: Clock;
  random: () => number;
  log: Log;
}

/** The platforms' bots that the settings ask for. */
export function createPlatformChannels(config: Config, { clock, random, log }: ChannelParts): Channel[] {
  const shared = { webhookSecret: config.webhookSecret, wire: () => clock.wire(), random, log };
  const channels: Channel[] = [];
  if (config.telegram !== null) {
    channels.push(
      createTelegramChannel({ ...shared, ...config.telegram, bot: '1', webhookUrl: webhookUrl(config, 'telegram') }),
    );
  }
  for (const [index, token] of (config.zalo?.tokens ?? []).entries()) {
    const bot = String(index + 1);
    if (config.zalo === null) break;
    const { apiUrl, mode, takeOverWebhook, monthlyMessages } = config.zalo;
    channels.push(
      createZaloChannel({
        ...shared,
        token,
        apiUrl,
        mode,
        takeOverWebhook,
        monthlyMessages,
        bot,
        webhookUrl: webhookUrl(config, `zalo/${bot}`),
      }),
    );
  }
  return channels;
}

/** How fast a channel's bots may send; Zalo states no rate, so that one is a setting. */
export function paceLimitsOf(channel: Channel, zaloPerSecond = ZALO_PACE.bot.perSecond): PaceLimits {
  const zalo = { ...ZALO_PACE, bot: { ...ZALO_PACE.bot, perSecond: zaloPerSecond } };
  return { telegram: TELEGRAM_PACE, zalo, web: WEB_PACE }[channel.name];
}

function webhookUrl(config: Config, path: string): string | null {
  return config.publicUrl === null ? null : `${config.publicUrl}/webhooks/${path}`;
}
