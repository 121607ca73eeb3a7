import type { PlatformCard } from '../card.ts';
import { defineAddress, defineMode, defineProxy, defineText, modeOf, passwordsIn } from '../settings.ts';
import { createTelegramChannel, type TelegramOptions } from './telegram-channel.ts';

const API_ROOT = 'https://api.telegram.org';

type Settings = Pick<TelegramOptions, 'token' | 'apiRoot' | 'proxyUrl' | 'mode'>;
type Name = 'TELEGRAM_BOT_TOKEN' | 'TELEGRAM_API_ROOT' | 'TELEGRAM_PROXY_URL' | 'TELEGRAM_MODE';

export const TELEGRAM: PlatformCard<Name, Settings> = {
  name: 'telegram',
  title: 'Telegram',
  severalBots: false,
  settings: {
    TELEGRAM_BOT_TOKEN: defineText(
      (value) => /^\d+:[\w-]+$/.test(value),
      'phải là mã bot do @BotFather cấp',
      '123456789:AAF…',
    ),
    TELEGRAM_API_ROOT: defineAddress(API_ROOT),
    TELEGRAM_PROXY_URL: defineProxy(),
    TELEGRAM_MODE: defineMode(),
  },
  officialHosts: ['api.telegram.org'],
  read: ({
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    TELEGRAM_PROXY_URL: proxyUrl,
    TELEGRAM_MODE: mode,
  }) => (token === null ? null : { token, apiRoot: apiRoot ?? API_ROOT, proxyUrl, mode: modeOf(mode) }),
  contradictions: () => [],
  secrets: ({ token, proxyUrl }) => [token, ...passwordsIn(proxyUrl)],
  address: ({ apiRoot }) => apiRoot,
  wantsWebhook: ({ mode }) => mode === 'webhook',
  /**
   * About 30/s for all chats, 1/s in one chat, 20/min in a group (core.telegram.org/bots/faq).
   * 5 ms more than a second, because the platform's clock and timers are not ours.
   */
  pace: () => ({
    bot: { perSecond: 30, burst: 5, most: { messages: 30, withinMs: 1005 } },
    privateChat: { perSecond: 1, burst: 3 },
    groupChat: { perSecond: 19 / 60, burst: 3 },
  }),
  open: (settings, { webhookUrl, ...parts }) => [
    createTelegramChannel({ ...parts, ...settings, bot: '1', webhookUrl: webhookUrl('1') }),
  ],
};
