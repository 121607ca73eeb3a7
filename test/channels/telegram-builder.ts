import { inspect } from 'node:util';
import type { Channel } from '../../src/channels/channel.ts';
import { createTelegramChannel, type TelegramOptions } from '../../src/channels/telegram/telegram-channel.ts';
import type { Timing } from '../../src/channels/telegram/timing.ts';
import type { Log } from '../../src/log.ts';
import { type FakeTelegram, type FakeTelegramOptions, startFakeTelegram } from '../support/fake-telegram.ts';

export const TOKEN = '123456789:AAH-secret_part_of_token';
export const SECRET = 'webhook-secret-42';
export const SECRETS = [TOKEN, encodeURIComponent(TOKEN), 'AAH-secret_part_of_token', SECRET];

/** Waits cut short where a test goes through them, and long enough everywhere else for a busy machine. */
const QUICK: Partial<Timing> = {
  pollMs: 2_000,
  pollGraceMs: 5_000,
  callLimitMs: 5_000,
  firstRetryMs: 5,
  longestRetryMs: 40,
  conflictMs: 30,
  unauthorisedMs: 20,
  hookCheckMs: 20,
};

export interface Setting {
  fake: FakeTelegram;
  channel: Channel;
  /** Everything logged so far, as text. */
  logged(): string;
  /** Another channel for the same bot, as after a restart. */
  another(options?: Partial<TelegramOptions>): Channel;
  close(): Promise<void>;
}

export const CHAT = 4001;

/** A Telegram channel against a fake Telegram where chat 4001 is known. */
export async function setUp(
  options: Partial<TelegramOptions> = {},
  fakeOptions: Partial<FakeTelegramOptions> = {},
): Promise<Setting> {
  const fake = await startFakeTelegram({ token: TOKEN, ...fakeOptions });
  fake.know(CHAT);
  const lines: string[] = [];
  const write = (fields: object, message: string) => void lines.push(`${message} ${inspect(fields, { depth: 10 })}`);
  const log: Log = { debug: write, info: write, warn: write, error: write };
  const channels: Channel[] = [];
  const another = (more: Partial<TelegramOptions> = {}) => {
    const whole = { ...options, ...more };
    const channel = createTelegramChannel({
      token: TOKEN,
      apiRoot: fake.url,
      proxyUrl: null,
      mode: 'polling',
      webhookUrl: null,
      webhookSecret: SECRET,
      bot: '1',
      wire: () => Date.now(),
      random: () => 0.5,
      log,
      ...whole,
      timing: { ...QUICK, ...whole.timing },
    });
    channels.push(channel);
    return channel;
  };
  return {
    fake,
    channel: another(),
    logged: () => lines.join('\n'),
    another,
    async close() {
      await Promise.all(channels.map((channel) => channel.stop()));
      await fake.close();
    },
  };
}
