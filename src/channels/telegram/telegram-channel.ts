import type { Log } from '../../log.ts';
import type { Address, Capabilities, Channel, Incoming, MenuEntry } from '../channel.ts';
import { createHealthState } from '../health-state.ts';
import { createRedact } from '../redact.ts';
import { inWords, readFailure } from './api-failure.ts';
import { type BotApi, createBotApi } from './bot-api.ts';
import { isReadable } from './check-update.ts';
import { download } from './download.ts';
import { shown, TEXT_LIMIT } from './lay-out.ts';
import { createPolling, type ReceiverParts } from './polling.ts';
import { createPresses } from './presses.ts';
import { type RawUpdate, readUpdate } from './read-update.ts';
import { chatId, createSending, UPLOAD_LIMIT } from './sending.ts';
import { TIMING, type Timing } from './timing.ts';
import { createWebhook, type WebhookAddress } from './webhook.ts';

export interface TelegramOptions {
  token: string;
  /** Base address of the Bot API, with or without a slash at the end. */
  apiRoot: string;
  /** The proxy by which Telegram is reached, if any. */
  proxyUrl: string | null;
  mode: 'polling' | 'webhook';
  /** The public address of this bot's webhook; needed in webhook mode, like the secret. */
  webhookUrl: string | null;
  webhookSecret: string | null;
  bot: string;
  wire: () => number;
  random: () => number;
  log: Log;
  timing?: Partial<Timing>;
}

type Webhook = NonNullable<Channel['webhook']>;

const CAPABILITIES: Capabilities = {
  buttons: true,
  filesIn: 'all',
  filesOut: { pictures: UPLOAD_LIMIT, others: UPLOAD_LIMIT, by: 'bytes' },
  cutsTextAt: TEXT_LIMIT,
  monthlyMessages: null,
  people: null,
};

/** One Telegram bot. */
export function createTelegramChannel(options: TelegramOptions): Channel {
  const timing = { ...TIMING, ...options.timing };
  const redact = createRedact(options.token, options.webhookSecret);
  const describe = (error: unknown) => redact(inWords(readFailure(error)));
  const api = createBotApi({ ...options, timing });
  const health = createHealthState(options.wire);
  const rejected: Record<string, number> = {};
  const reject = (reason: string) => {
    rejected[reason] = (rejected[reason] ?? 0) + 1;
  };
  const parts: ReceiverParts = { ...options, bot: api.bot, health, timing, describe };
  const webhook = options.mode === 'webhook' ? createWebhook(webhookOf(options), parts) : null;
  const receiver = webhook ?? createPolling(parts);
  return {
    name: 'telegram',
    bot: options.bot,
    capabilities: CAPABILITIES,
    redelivers: true,
    start(receive) {
      const presses = createPresses(api.bot, describe, options.log);
      receiver.start(async (updates) => {
        const incoming: Incoming[] = [];
        const pressed: NonNullable<RawUpdate['callback_query']>[] = [];
        for (const update of updates) {
          const read = translate(update, parts, reject);
          if (read === 'unreadable') continue;
          if (update.callback_query) pressed.push(update.callback_query);
          if (read !== null) incoming.push(read);
        }
        for (const press of pressed) void presses.answer(press);
        if (incoming.length > 0) await receive(...incoming);
        for (const press of pressed) void presses.retire(press);
      });
    },
    stop: () => receiver.stop(),
    send: createSending(api.bot, redact, health),
    download: (file, maxBytes) => download(api, file, { maxBytes, limitMs: timing.callLimitMs * 4, redact }),
    health: () => health.read(),
    inviteLink(code) {
      const name = api.bot.botInfo?.username;
      return name === undefined ? null : `https://t.me/${name}?start=${encodeURIComponent(code)}`;
    },
    shown,
    rejected: () => ({ ...rejected }),
    displayName: () => (api.bot.botInfo === undefined ? null : `@${api.bot.botInfo.username}`),
    // "typing" shows for five seconds and only while the chat is open; a blocked bot is told so.
    probe: ({ chat }) =>
      api.bot.telegram.sendChatAction(chatId(chat), 'typing').then(
        () => true,
        () => false,
      ),
    async setMenu(to, commands) {
      await setMenu(api, to, commands).catch((error: unknown) => {
        options.log.debug({ reason: describe(error) }, 'setting the menu failed');
      });
    },
    ...(webhook ? { webhook: countRefusals(webhook.handle, reject) } : {}),
  };
}

function webhookOf({ webhookUrl, webhookSecret }: TelegramOptions): WebhookAddress {
  if (webhookUrl === null || webhookSecret === null) throw new Error('webhook mode needs an address and a secret');
  return { url: webhookUrl, secret: webhookSecret };
}

/** Calls without the secret or without an update in them have no effect but to be counted. */
function countRefusals(handle: Webhook, reject: (reason: string) => void): Webhook {
  return async (request) => {
    const answer = await handle(request);
    if (answer.status === 401) reject('wrong secret');
    if (answer.status === 400) reject('not an update');
    return answer;
  };
}

/** An update that cannot be read is put aside: giving it back would have Telegram bring it for ever and hold up the others. */
function translate(update: RawUpdate, { bot, log }: ReceiverParts, reject: (reason: string) => void) {
  const me = bot.botInfo;
  if (!me) throw new Error('the bot does not know its own name yet');
  if (!isReadable(update)) {
    reject('unreadable');
    log.warn({ update: update.update_id }, 'update not readable, skipped');
    return 'unreadable';
  }
  const incoming = readUpdate(update, me);
  if (incoming === null) reject('not for the bot');
  return incoming;
}

async function setMenu({ bot }: BotApi, { chat }: Address, entries: readonly MenuEntry[]): Promise<void> {
  const scope = { type: 'chat', chat_id: chatId(chat) } as const;
  if (entries.length === 0) await bot.telegram.callApi('deleteMyCommands', { scope });
  else await bot.telegram.callApi('setMyCommands', { commands: entries, scope });
}
