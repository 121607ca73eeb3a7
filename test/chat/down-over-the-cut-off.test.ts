import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/actions/apply-plan.ts';
import { invite } from '../../src/actions/invite.ts';
import { join as joinWith } from '../../src/actions/join.ts';
import { type Bot, createBot } from '../../src/assembly/bot.ts';
import { createTelegramChannel } from '../../src/channels/telegram/telegram-channel.ts';
import { createZaloChannel } from '../../src/channels/zalo/zalo-channel.ts';
import type { Clock } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { at, FROZEN_PLAN, ZONE } from '../support/bot-bench.ts';
import { type FakeTelegram, startFakeTelegram } from '../support/fake-telegram.ts';
import { type FakeZalo, startFakeZalo } from '../support/fake-zalo.ts';

const TELEGRAM_TOKEN = '123456789:AAH-secret_part_of_token';
const ZALO_TOKEN = '12345689:abc-xyz_secret_part';
const LINE = '/nop t11 hoi_nghi=3 ket_qua=Tốt';
const AN = 4001;
const BINH = '6ede9afa66b88fe6d6a9';
const log: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** One time for the bot and both platforms; it goes on as the machine's does from where it is put. */
let shift = 0;
const now = (): number => Date.now() + shift;
const moveTo = (local: string): void => {
  shift = at(local) - Date.now();
};
const clock: Clock = {
  now,
  wire: now,
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** An (Bình Giang) on Telegram, Bình (Cẩm Giàng) on Zalo, on the last evening; the bot over both strict fakes. */
describe('a bot that is down over the cut-off', () => {
  let telegram: FakeTelegram;
  let zalo: FakeZalo;
  let folder: string;
  let store: Store;
  let bot: Bot;

  beforeEach(async () => {
    moveTo('2026-11-17 20:00');
    folder = mkdtempSync(join(tmpdir(), 'down-'));
    telegram = await startFakeTelegram({ token: TELEGRAM_TOKEN, now });
    zalo = await startFakeZalo({ tokens: [ZALO_TOKEN], now });
    telegram.know(AN);
    zalo.know('1', BINH);
    store = openStore(join(folder, 'bot.sqlite'));
    applyPlan(store, FROZEN_PLAN, now());
    bot = startBot();
    joins('telegram', String(AN), 'HBG');
    joins('zalo', BINH, 'HCG');
    for (const job of bot.jobs) await job.run(now());
  });

  afterEach(async () => {
    await bot.stop();
    store.close();
    await Promise.all([telegram.close(), zalo.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  function startBot(): Bot {
    const wire = { mode: 'polling', webhookUrl: null, proxyUrl: null } as const;
    const parts = { wire: now, random: () => 0.5, log, bot: '1', ...wire };
    const webhookSecret = 'webhook-secret-42';
    const quick = { pollMs: 2000, firstRetryMs: 5, longestRetryMs: 40 };
    const channels = [
      createTelegramChannel({ ...parts, token: TELEGRAM_TOKEN, apiRoot: telegram.url, webhookSecret, timing: quick }),
      createZaloChannel({
        ...{ ...parts, token: ZALO_TOKEN, apiUrl: zalo.url, webhookSecret, timing: quick },
        takeOverWebhook: false,
      }),
    ];
    let byte = 0;
    const random = {
      number: () => 0.5,
      bytes: (count: number) => Buffer.from(Array.from({ length: count }, () => byte++ % 256)),
    };
    const started = createBot({ store, channels, clock, random, log, zone: ZONE, publicUrl: null });
    started.start();
    return started;
  }

  function joins(channel: string, address: string, unit: string): void {
    const chat = store.chats.meet(channel, '1', address, 'private', now());
    const made = invite(bot.desk, { role: 'liaison', unit, uses: 1, days: 7, by: null }, now());
    const joined =
      made.ok && joinWith(bot.desk, chat, store.invitations.findLatest()?.id ?? 0, `Đầu mối ${unit}`, now());
    if (joined === false || !joined.ok) throw new Error(`${unit} cannot join`);
  }

  const toAn = (text: string) => telegram.until(() => telegram.sent.findLast((one) => one.text.includes(text)));
  const toBinh = (text: string) => zalo.until(() => zalo.sent.findLast((one) => one.text.includes(text)));
  const taskOf = (unit: string) => store.tasks.ofUnit(unit, 100).find(({ period }) => period === '2026-11');

  async function downAndUp(at2350: () => void): Promise<void> {
    await bot.stop();
    moveTo('2026-11-17 23:50');
    at2350();
    moveTo('2026-11-18 00:10');
    bot = startBot();
  }

  it('takes what was confirmed while it was down as said then, on both platforms', async () => {
    moveTo('2026-11-17 23:40');
    telegram.say(AN, LINE);
    zalo.say('1', BINH, LINE);
    const preview = await toAn('Xem lại');
    await toBinh('Xem lại');
    await downAndUp(() => {
      telegram.press(AN, preview.message_id, preview.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? '');
      zalo.say('1', BINH, '1');
    });
    // A press has no time of its own: its preview's text does.
    expect((await toAn('Đã nhận báo cáo')).text).toMatch(/nhận lúc 23:40:0\d ngày 17\/11\/2026\n.*đúng hạn/u);
    expect((await toBinh('Đã nhận báo cáo')).text).toMatch(/nhận lúc 23:50:0\d ngày 17\/11\/2026\n.*đúng hạn/u);
    expect([taskOf('HBG')?.timeliness, taskOf('HCG')?.timeliness]).toEqual(['on_time', 'on_time']);
    const entries = store.audit.entries().filter(({ action }) => action === 'submit');
    expect(entries).toHaveLength(2);
    for (const entry of entries) {
      const detail = JSON.parse(entry.detail) as { receivedAt: number; countedAt: number };
      expect(detail.receivedAt).toBeGreaterThanOrEqual(at('2026-11-18 00:10'));
      expect(detail.countedAt).toBeLessThan(at('2026-11-18 00:00'));
    }
  });

  it('takes a report typed while it was down as said then, though its preview comes after', async () => {
    await downAndUp(() => {
      telegram.say(AN, LINE);
      zalo.say('1', BINH, LINE);
      zalo.say('1', BINH, 'gửi');
    });
    const preview = await toAn('Xem lại');
    expect(preview.text).not.toContain('muộn');
    moveTo('2026-11-18 00:14');
    telegram.press(AN, preview.message_id, preview.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? '');
    expect((await toAn('Đã nhận báo cáo')).text).toMatch(/nhận lúc 23:50:0\d ngày 17\/11\/2026\n.*đúng hạn/u);
    expect((await toBinh('Đã nhận báo cáo')).text).toMatch(/nhận lúc 23:50:0\d ngày 17\/11\/2026\n.*đúng hạn/u);
  });

  it('takes what was said after the cut-off as late, whatever the stamp says of times to come or long gone', async () => {
    await bot.stop();
    moveTo('2026-11-18 00:05');
    zalo.say('1', BINH, LINE);
    bot = startBot();
    await toBinh('Xem lại');
    const stamped = (date: number, text: string) => ({
      event_name: 'message.text.received',
      message: {
        from: { id: BINH, is_bot: false, display_name: 'Bình' },
        chat: { id: BINH, chat_type: 'PRIVATE' },
        message_id: `stamped-${date}`,
        date,
        text,
      },
    });
    zalo.push('1', stamped(at('2026-11-16 08:00'), 'gửi'));
    expect((await toBinh('Đã nhận báo cáo')).text).toMatch(/nhận lúc 00:05:\d\d ngày 18\/11\/2026\n.*nộp muộn/u);

    telegram.say(AN, LINE);
    await toAn('Xem lại');
    const chat = { id: AN, type: 'private', first_name: 'An' };
    const from = { id: AN, is_bot: false, first_name: 'An' };
    telegram.push({ message: { message_id: 9999, date: at('2027-11-17 08:00') / 1000, chat, from, text: 'gửi' } });
    expect((await toAn('Đã nhận báo cáo')).text).toMatch(/nhận lúc 00:05:\d\d ngày 18\/11\/2026\n.*nộp muộn/u);
  });
});
