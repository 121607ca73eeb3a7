import { inspect } from 'node:util';
import type { Channel } from '../../src/channels/channel.ts';
import type { Timing } from '../../src/channels/zalo/platform-facts.ts';
import { createZaloChannel, type ZaloOptions } from '../../src/channels/zalo/zalo-channel.ts';
import type { Log } from '../../src/log.ts';
import { type FakeZalo, type FakeZaloOptions, startFakeZalo } from '../support/fake-zalo.ts';

export const TOKEN = '12345689:abc-xyz_secret_part';
export const SECOND_TOKEN = '98765432:def-uvw_other_part';
export const SECRET = 'webhook-secret-42';
export const SECRETS = [TOKEN, encodeURIComponent(TOKEN), 'abc-xyz_secret_part', SECRET];
export const CHAT = '6ede9afa66b88fe6d6a9';
export const HOOK = 'https://bot.example.vn/webhooks/zalo/1';

/** Waits cut short where a test goes through them, and long enough everywhere else for a busy machine. */
const QUICK: Partial<Timing> = {
  pollMs: 2_000,
  pollLimitMs: 8_000,
  callLimitMs: 5_000,
  firstRetryMs: 5,
  longestRetryMs: 40,
  unauthorisedMs: 20,
  webhookCheckMs: 20,
};

export interface Setting {
  fake: FakeZalo;
  channel: Channel;
  /** Everything logged so far, as text. */
  logged(): string;
  /** Another channel, for the same bot unless told otherwise, as after a restart. */
  another(options?: Partial<ZaloOptions>): Channel;
  /** Moves the channels' clock. */
  passMs(ms: number): void;
  close(): Promise<void>;
}

/** A Zalo channel against a fake platform with two bots, where one chat has written to the first before. */
export async function setUp(
  options: Partial<ZaloOptions> = {},
  fakeOptions: Partial<FakeZaloOptions> = {},
): Promise<Setting> {
  const channels: Channel[] = [];
  // The webhook's public address leads to no server in these tests: a call goes to the channel itself.
  const fake = await startFakeZalo({ tokens: [TOKEN, SECOND_TOKEN], ...fakeOptions });
  fake.know('1', CHAT);
  const lines: string[] = [];
  const write = (fields: object, message: string) => void lines.push(`${message} ${inspect(fields, { depth: 10 })}`);
  const log: Log = { debug: write, info: write, warn: write, error: write };
  let passed = 0;
  const another = (more: Partial<ZaloOptions> = {}) => {
    const whole = { ...options, ...more };
    const channel = createZaloChannel({
      token: TOKEN,
      apiUrl: fake.url,
      proxyUrl: null,
      mode: 'polling',
      webhookUrl: null,
      webhookSecret: SECRET,
      takeOverWebhook: false,
      bot: '1',
      wire: () => Date.now() + passed,
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
    passMs(ms) {
      passed += ms;
    },
    async close() {
      await Promise.all(channels.map((channel) => channel.stop()));
      await fake.close();
    },
  };
}

/** Calls of one method, as many as there were. */
export function callsOf(fake: FakeZalo, method: string): number {
  return fake.calls.filter((call) => call.method === method).length;
}
