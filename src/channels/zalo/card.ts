import type { PlatformCard } from '../card.ts';
import { defineAddress, defineChoice, defineMode, defineProxy, defineText, modeOf, passwordsIn } from '../settings.ts';
import { API_HOST, LEGACY_HOST, MONTHLY_MESSAGES } from './platform-facts.ts';
import { createZaloChannel, type ZaloOptions } from './zalo-channel.ts';

const API_URL = `https://${API_HOST}`;
/** Zalo states no rate; this is low on purpose. */
const PER_SECOND = 5;

interface Settings extends Pick<ZaloOptions, 'apiUrl' | 'proxyUrl' | 'mode' | 'takeOverWebhook'> {
  tokens: readonly string[];
  monthlyMessages: number;
  perSecond: number;
}

const TOKENS_EXAMPLE = '12345689:abc-xyz,98765432:def-uvw';

const SETTINGS = {
  ZALO_BOT_TOKENS: defineText(
    (value) => value.split(',').every((token) => /^\d+:[^\s/]+$/.test(token.trim())),
    'phải là một hay nhiều mã bot Zalo, cách nhau bằng dấu phẩy',
    TOKENS_EXAMPLE,
  ),
  ZALO_API_URL: defineAddress(API_URL),
  ZALO_PROXY_URL: defineProxy(),
  ZALO_MODE: defineMode(),
  ZALO_MONTHLY_MESSAGES: defineText(
    (value) => /^\d+$/.test(value) && Number(value) >= 1,
    'phải là số tin mỗi bot Zalo được gửi trong một tháng',
    String(MONTHLY_MESSAGES),
  ),
  ZALO_MESSAGES_PER_SECOND: defineText(
    (value) => Number(value) > 0 && Number(value) <= 100,
    'phải là số tin mỗi giây, lớn hơn 0 và không quá 100',
    String(PER_SECOND),
  ),
  ZALO_TAKE_OVER_WEBHOOK: defineChoice(['yes', 'no'], 'phải là yes hoặc no', 'no'),
};

export const ZALO: PlatformCard<keyof typeof SETTINGS, Settings> = {
  name: 'zalo',
  title: 'Zalo',
  severalBots: true,
  settings: SETTINGS,
  officialHosts: [API_HOST, LEGACY_HOST],
  read: (values) =>
    values.ZALO_BOT_TOKENS === null
      ? null
      : {
          tokens: values.ZALO_BOT_TOKENS.split(',').map((token) => token.trim()),
          apiUrl: values.ZALO_API_URL ?? API_URL,
          proxyUrl: values.ZALO_PROXY_URL,
          mode: modeOf(values.ZALO_MODE),
          monthlyMessages: Number(values.ZALO_MONTHLY_MESSAGES ?? MONTHLY_MESSAGES),
          perSecond: Number(values.ZALO_MESSAGES_PER_SECOND ?? PER_SECOND),
          takeOverWebhook: values.ZALO_TAKE_OVER_WEBHOOK === 'yes',
        },
  contradictions: ({ tokens }) =>
    new Set(tokens).size === tokens.length
      ? []
      : [
          {
            name: 'ZALO_BOT_TOKENS',
            wrong: 'có mã bot bị lặp lại; mỗi bot chỉ ghi một lần',
            example: TOKENS_EXAMPLE,
          },
        ],
  secrets: ({ tokens, proxyUrl }) => [...tokens, ...passwordsIn(proxyUrl)],
  address: ({ apiUrl }) => apiUrl,
  wantsWebhook: ({ mode }) => mode === 'webhook',
  pace: (settings) => ({
    bot: { perSecond: settings?.perSecond ?? PER_SECOND, burst: 5 },
    privateChat: { perSecond: 1, burst: 3 },
    groupChat: { perSecond: 19 / 60, burst: 3 },
  }),
  open: ({ tokens, perSecond: _, ...settings }, { webhookUrl, ...parts }) =>
    tokens.map((token, index) => {
      const bot = String(index + 1);
      return createZaloChannel({ ...parts, ...settings, token, bot, webhookUrl: webhookUrl(bot) });
    }),
};
