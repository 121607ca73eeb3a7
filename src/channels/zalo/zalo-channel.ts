import type { Log } from '../../log.ts';
import type { Capabilities, Channel, Health } from '../channel.ts';
import { createHealthState } from '../health-state.ts';
import { createApi } from './api.ts';
import { download } from './download.ts';
import { reread } from './keep.ts';
import { layOut } from './lay-out.ts';
import {
  API_HOST,
  LEGACY_HOST,
  MONTHLY_MESSAGES,
  PEOPLE_LIMIT,
  PICTURE_LIMIT,
  TEXT_LIMIT,
  TIMING,
  type Timing,
} from './platform-facts.ts';
import { createPoller } from './poller.ts';
import type { IgnoredReason } from './read-update.ts';
import type { Receiver, ReceiverParts } from './receiver.ts';
import { createSending } from './sending.ts';
import { createWebhook } from './webhook.ts';

export interface ZaloOptions {
  token: string;
  /** Base address of the Bot Platform, with or without a slash at the end. */
  apiUrl: string;
  /** The proxy by which Zalo is reached, if any. */
  proxyUrl: string | null;
  mode: 'polling' | 'webhook';
  /** Position of the bot in the settings: "1", "2". */
  bot: string;
  /** The public address of this bot's webhook. Needed in webhook mode; in polling mode a webhook set to it is known as our own. */
  webhookUrl: string | null;
  /** Needed in webhook mode. */
  webhookSecret: string | null;
  /** Allows to delete or replace a webhook that somebody else set. */
  takeOverWebhook: boolean;
  /** The plan's monthly allowance, where it is not the free one. */
  monthlyMessages?: number;
  wire: () => number;
  random: () => number;
  log: Log;
  timing?: Partial<Timing>;
}

const CAPABILITIES: Omit<Capabilities, 'monthlyMessages'> = {
  buttons: false,
  filesIn: 'pictures',
  filesOut: { pictures: PICTURE_LIMIT, others: 0, by: 'address' },
  cutsTextAt: TEXT_LIMIT,
  people: PEOPLE_LIMIT,
};

/** One Zalo bot. */
export function createZaloChannel(options: ZaloOptions): Channel {
  const { bot, log, wire } = options;
  const timing = { ...TIMING, ...options.timing };
  const api = createApi({ ...options, connectLimitMs: timing.connectLimitMs });
  const health = createHealthState(wire);
  const counts: { refused: number; ignored: Partial<Record<IgnoredReason, number>> } = { refused: 0, ignored: {} };
  const ignore = (reason: IgnoredReason) => {
    const count = (counts.ignored[reason] ?? 0) + 1;
    counts.ignored[reason] = count;
    log.info({ bot, reason, count }, 'update ignored');
  };
  const parts: ReceiverParts = { ...options, api, health, timing, ignore, names: { known: null } };
  const webhook = options.mode === 'webhook' ? createWebhook({ ...parts, ...webhookOf(options), refuse }) : null;
  const poller = createPoller(parts);
  const receiver: Receiver = webhook ?? poller;
  function refuse() {
    counts.refused += 1;
    // Anybody can call: ten times as many are worth a line, each of them is not.
    if (/^10*$/u.test(String(counts.refused)))
      log.info({ bot, count: counts.refused }, 'webhook calls refused: wrong secret');
  }
  const host = URL.canParse(options.apiUrl) ? new URL(options.apiUrl).hostname : '';
  if (host === LEGACY_HOST) log.warn({ bot, host, use: API_HOST }, 'ZALO_API_URL names the old address');
  return {
    name: 'zalo',
    bot,
    capabilities: { ...CAPABILITIES, monthlyMessages: options.monthlyMessages ?? MONTHLY_MESSAGES },
    start: (receive) => receiver.start(receive),
    stop: () => receiver.stop(),
    send: createSending({ api, wire, timing, health }),
    messagesFor: (message) => layOut(message).length,
    download: (file, maxBytes) =>
      download(file, {
        maxBytes,
        proxyUrl: options.proxyUrl,
        limitMs: timing.downloadLimitMs,
        allowPrivate: isLoopback(host),
      }),
    reread: (unreadable) => reread(unreadable, parts),
    health: () => heard(health.read(), poller.deafSince()),
    probe: async ({ chat }) =>
      (await api.call('sendChatAction', { chat_id: chat, action: 'typing' }, { limitMs: timing.callLimitMs })).ok,
    // No link that opens a bot with a code is documented.
    inviteLink: () => null,
    shown: (message) => ({ texts: layOut(message), limit: TEXT_LIMIT }),
    displayName: () => parts.names.known?.at(0) ?? null,
    rejected: () => ({ ...counts.ignored, ...(counts.refused === 0 ? {} : { refused: counts.refused }) }),
    ...(webhook ? { webhook: webhook.handle } : {}),
  };
}

/** The watchdog: a poller from which nothing is heard is not well, whatever it last said. */
function heard(health: Health, deafSince: number | null): Health {
  if (!health.ok || deafSince === null) return health;
  return { ok: false, since: deafSince, detail: 'the poller is deaf: nothing was heard of it for too long' };
}

function webhookOf({ webhookUrl, webhookSecret }: ZaloOptions): { webhookUrl: string; secret: string } {
  if (webhookUrl === null || webhookSecret === null) throw new Error('webhook mode needs an address and a secret');
  return { webhookUrl, secret: webhookSecret };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\./.test(host);
}
