import { afterEach, describe, expect, it } from 'vitest';
import { TIMING as TELEGRAM_TIMING } from '../../src/channels/telegram/timing.ts';
import { TIMING as ZALO_TIMING } from '../../src/channels/zalo/platform-facts.ts';
import { createInbox } from './channel-suite.ts';
import { setUp as setUpTelegram, CHAT as TELEGRAM_CHAT } from './telegram-builder.ts';
import { setUp as setUpZalo, CHAT as ZALO_CHAT } from './zalo-builder.ts';

const REFUSED = { status: 401, body: { ok: false, error_code: 401, description: 'Unauthorized' } };
/** A bot whose token is good again hears within this, the next poll included. */
const HEARS_WITHIN_MS = 30_000;
const POLL_MS = 5_000;

describe('a token that was refused and is good again', () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => void (await Promise.all(closing.splice(0).map((close) => close()))));

  /** The waits between the polls that were logged. */
  async function waitsOf(logged: () => string): Promise<number[]> {
    const found = () => [...logged().matchAll(/waitMs: (\d+)/g)].map(([, ms]) => Number(ms));
    await expect.poll(found).not.toEqual([]);
    return found();
  }

  it.each(['polling', 'webhook'] as const)('is tried again soon by Telegram in %s mode', async (mode) => {
    const { unauthorisedMs } = TELEGRAM_TIMING;
    const webhookUrl = mode === 'webhook' ? 'https://bot.example.vn/webhooks/telegram/1' : null;
    const { fake, channel, logged, close } = await setUpTelegram({ mode, webhookUrl, timing: { unauthorisedMs } });
    closing.push(close);
    fake.always('getMe', REFUSED);
    channel.start(createInbox().receive);
    for (const waitMs of await waitsOf(logged)) expect(waitMs).toBeLessThanOrEqual(HEARS_WITHIN_MS - POLL_MS);
  });

  it('is tried again soon by Zalo', async () => {
    const { unauthorisedMs } = ZALO_TIMING;
    const { fake, channel, logged, close } = await setUpZalo({ timing: { unauthorisedMs } });
    closing.push(close);
    fake.always('*', { code: 401 });
    channel.start(createInbox().receive);
    for (const waitMs of await waitsOf(logged)) expect(waitMs).toBeLessThanOrEqual(HEARS_WITHIN_MS - POLL_MS);
  });

  it('makes the bot well with the first message that is taken', async () => {
    const telegram = await setUpTelegram();
    const zalo = await setUpZalo();
    closing.push(telegram.close, zalo.close);
    telegram.fake.script('sendMessage', REFUSED);
    zalo.fake.script('sendMessage', REFUSED);
    for (const [channel, chat] of [
      [telegram.channel, String(TELEGRAM_CHAT)],
      [zalo.channel, ZALO_CHAT],
    ] as const) {
      await expect(channel.send({ chat }, { text: ['a'] })).rejects.toMatchObject({ kind: 'unauthorised' });
      expect(channel.health()).toMatchObject({ ok: false, detail: expect.stringContaining('token') });
      await channel.send({ chat }, { text: ['a'] });
      expect(channel.health()).toMatchObject({ ok: true, detail: '' });
    }
  });
});
