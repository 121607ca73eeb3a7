import { describe, expect, it, vi } from 'vitest';
import type { BotProcess, Env } from '../support/bot-process.ts';
import { inviteByShell, makeFolder, rehearsalOver, startBot, TOKEN } from '../support/bot-process.ts';
import { isDigest } from '../support/digest.ts';
import { type FakeTelegram, startFakeTelegram } from '../support/fake-telegram.ts';
import { type FakeZalo, startFakeZalo } from '../support/fake-zalo.ts';
import { type TelegramPerson, telegramPerson } from '../support/telegram-person.ts';
import { joinOverZalo, rehearsalOverZalo, ZALO_TOKENS, type ZaloPerson } from '../support/zalo-person.ts';

interface Stage {
  bot: BotProcess;
  telegram: FakeTelegram;
  zalo: FakeZalo;
  env: Env;
}

/** The real program over both platforms at 08:00 on Friday 06/11/2026, where the clock stands. */
async function onStage(run: (stage: Stage) => Promise<void>, more: Env = {}): Promise<void> {
  const folder = makeFolder();
  const telegram = await startFakeTelegram({ token: TOKEN });
  const zalo = await startFakeZalo({ tokens: ZALO_TOKENS });
  const env = { ...rehearsalOver(telegram.url, folder.path), ...rehearsalOverZalo(zalo.url, folder.path), ...more };
  const bot = await startBot(env);
  try {
    await run({ bot, telegram, zalo, env });
    expect((await bot.stop()).code, 'exit code').toBe(0);
  } finally {
    await bot.kill();
    await Promise.all([telegram.close(), zalo.close()]);
    folder.remove();
  }
}

/** Joins on a Zalo bot by an invitation made in the shell. */
async function joinZalo({ zalo, env }: Stage, bot: string, role: string, unit?: string): Promise<ZaloPerson> {
  const { code } = await inviteByShell(env, role, unit);
  return joinOverZalo(zalo, { bot, code, name: `${role} ${unit ?? 'tỉnh'}` });
}

let nextChat = 8001;

/** Adds Telegram to somebody who is on Zalo, as /toi lienket tells them to. */
async function addTelegram({ telegram }: Stage, person: ZaloPerson): Promise<TelegramPerson> {
  const offer = await person.say('/toi lienket');
  expect(offer).toMatch(/Telegram: https:\/\/t\.me\/bao_cao_bot\?start=/u);
  const code = /\/batdau (\S+)/u.exec(offer)?.[1] ?? '';
  const same = telegramPerson(telegram, nextChat++, 'Cùng một người');
  expect((await same.say(`/start ${code}`)).text).toContain('đang chờ xác nhận');
  // Asked where the code was made, and only there.
  expect(await person.next()).toContain('Cùng một người trên Telegram');
  expect(await person.say('đúng')).toContain('Đã liên kết Telegram');
  expect((await same.next()).text).toContain('nay dùng được bot');
  // Used up: nobody else gets in by it.
  const stranger = telegramPerson(telegram, nextChat++, 'Người lạ');
  expect((await stranger.say(`/start ${code}`)).text).toContain('không đúng');
  return same;
}

/** Makes the Zalo bots go dark, and waits until the bot has known for a while. */
async function goDark({ zalo, bot }: Stage): Promise<void> {
  zalo.always('*', 'reset');
  const isKnown = async (): Promise<boolean> => {
    const bots = (await bot.healthz()).body.channels.filter(({ name }) => name.startsWith('zalo'));
    return bots.every(({ ok, since }) => !ok && Date.now() - Date.parse(since) > 2_500);
  };
  await vi.waitFor(async () => expect(await isKnown()).toBe(true), { timeout: 120_000, interval: 100 });
}

async function comeBack({ zalo, bot }: Stage): Promise<void> {
  zalo.always('*', null);
  await vi.waitFor(async () => expect(await zaloIsWell(bot)).toBe(true), { timeout: 120_000, interval: 100 });
}

async function zaloIsWell(bot: BotProcess): Promise<boolean> {
  const { channels } = (await bot.healthz()).body;
  return channels.filter(({ name }) => name.startsWith('zalo')).every(({ ok }) => ok);
}

const textsOf = (person: TelegramPerson): string[] => person.unseen().map((message) => message.text);

describe('one person on two apps', () => {
  it.concurrent('Zalo dark in mid-round: the last-day reminder arrives on Telegram, once, and the others count as not reached', () =>
    onStage(async (stage) => {
      const { bot } = stage;
      const [both, onlyZalo, coordinatorZalo] = await Promise.all([
        joinZalo(stage, '1', 'liaison', 'HBG'),
        joinZalo(stage, '2', 'liaison', 'HCG'),
        joinZalo(stage, '1', 'coordinator'),
      ]);
      const same = await addTelegram(stage, both);
      expect(await coordinatorZalo.next()).toContain('vừa liên kết thêm Telegram');
      const coordinator = await addTelegram(stage, coordinatorZalo);
      expect((await coordinator.say('/toi uutien')).text).toContain('nhận tin trước ở đâu');
      expect((await coordinator.press('Telegram')).text).toContain('gửi trước ở Telegram');

      // Well: the reminder comes where the person began, and nowhere else.
      await bot.moveClock('2026-11-13T08:30');
      expect(both.unseen()).toHaveLength(2);
      expect(onlyZalo.unseen()).toHaveLength(2);
      expect(textsOf(same)).toEqual([]);

      await goDark(stage);
      await bot.moveClock('2026-11-17T08:30');
      const reminder = await same.next();
      expect(reminder.text).toContain('Hôm nay là ngày làm việc cuối cùng');
      expect(reminder.text).not.toContain('Gửi lại');

      // The state board tells "not reached" apart from "did not report".
      const board = await coordinator.say('/tonghop');
      expect(board.text).toMatch(/Đã nhắc, chưa gửi \(1\): Huyện Bình Giang\./u);
      expect(board.text).toMatch(/Không gửi tin tới được \(1\): Huyện Cẩm Giàng\./u);
      const channels = await coordinator.say('/kenh');
      expect(channels.text).toMatch(/🔴 Zalo 1.*🔴 Zalo 2/su);
      expect(channels.text).toMatch(/🟢 Telegram/u);

      await comeBack(stage);
      await bot.moveClock('2026-11-17T08:45');
      // Whoever has nothing but Zalo gets it when Zalo is back; the other one does not get it again.
      expect(await onlyZalo.next()).toContain('Hôm nay là ngày làm việc cuối cùng');
      expect(both.unseen()).toEqual([]);
      expect(textsOf(same)).toEqual([]);
      expect((await coordinator.say('/tonghop')).text).toMatch(/Đã nhắc, chưa gửi \(2\): /u);
      expect((await coordinator.say('/kenh')).text).toMatch(/🟢 Zalo 1.*🟢 Zalo 2/su);

      // An answer on either app clears both.
      await same.press('Không phát sinh');
      expect((await same.press('Gửi báo cáo')).text).toContain('Đã nhận báo cáo');
      expect(await both.say('/nhiemvu')).toContain('không còn báo cáo nào phải nộp');
      await bot.moveClock('2026-11-18T08:30');
      expect(both.unseen()).toEqual([]);
      expect(textsOf(same)).toEqual([]);
    }));

  it.concurrent('blocked on the app that was chosen: the other one is used; blocked on both: not reached', () =>
    onStage(async (stage) => {
      const { bot, telegram, zalo } = stage;
      const [person, coordinator] = await Promise.all([
        joinZalo(stage, '1', 'liaison', 'STC'),
        joinZalo(stage, '2', 'coordinator'),
      ]);
      const same = await addTelegram(stage, person);
      expect(await coordinator.next()).toContain('vừa liên kết thêm Telegram');
      expect((await same.say('/toi uutien')).text).toContain('nhận tin trước ở đâu');
      await same.press('Telegram');

      telegram.turnAway(same.chat, 'blocked');
      await bot.moveClock('2026-11-10T08:30');
      expect(await person.next()).toContain('Còn 5 ngày làm việc');
      expect(textsOf(same)).toEqual([]);
      expect(await coordinator.say('/tonghop')).toMatch(/Đã nhắc, chưa gửi \(1\): Sở Tài chính\./u);
      expect(await person.say('/toi')).toMatch(/Telegram, từ .* \(không gửi tới được\)/u);

      zalo.forget(person.bot, person.chat);
      await bot.moveClock('2026-11-13T08:30');
      expect(person.unseen()).toEqual([]);
      expect(await coordinator.say('/tonghop')).toMatch(/Không gửi tin tới được \(1\): Sở Tài chính\./u);
      expect(await coordinator.say('/kenh')).toMatch(/nhắc hạn tới liaison STC, Sở Tài chính: /u);

      // A word from the person, and the chat works again.
      expect(await person.say('/nhiemvu')).toContain('Còn 1 báo cáo');
      await bot.moveClock('2026-11-17T08:30');
      expect(await person.next()).toContain('Hôm nay là ngày làm việc cuối cùng');
      expect(await coordinator.say('/tonghop')).toMatch(/Đã nhắc, chưa gửi \(1\): Sở Tài chính\./u);
    }));
});

describe('a month whose messages run out', () => {
  it('early reminders stop at 90 %, at 95 % all but reports and the last day, and the other app is used', () =>
    onStage(
      async (stage) => {
        const { bot, zalo } = stage;
        const [person, both, coordinator] = await Promise.all([
          joinZalo(stage, '1', 'liaison', 'SXD'),
          joinZalo(stage, '1', 'liaison', 'SYT'),
          joinZalo(stage, '2', 'coordinator'),
        ]);
        const same = await addTelegram(stage, both);
        expect(await coordinator.next()).toContain('vừa liên kết thêm Telegram');
        // 7 spent by joining and linking; up to 90 % of 40 by asking.
        await spendUpTo(zalo, person, both, 36);
        await bot.moveClock('2026-11-10T08:30');
        expect(person.unseen()).toEqual([]);
        expect(both.unseen()).toEqual([]);
        expect((await same.next()).text).toContain('Còn 5 ngày làm việc');
        // Told when the forecast was above the allowance, and once more at 80 %, unless both came about at the same moment.
        const alerts = [await coordinator.next(), ...coordinator.unseen()].filter((text) => !isDigest(text));
        expect(alerts.length).toBeLessThanOrEqual(2);
        for (const alert of alerts) expect(alert).toContain('Hạn mức tin của bot sắp hết');
        expect(alerts.at(-1)).toMatch(
          /Zalo 1 \(Bot Báo cáo 1\): 2\/50 người; \d+\/40 tin tháng này, dự báo cả tháng \d+ ⚠️/u,
        );
        const spent = await coordinator.say('/kenh');
        expect(spent).toMatch(/36\/40 tin tháng này, dự báo cả tháng \d+ ⚠️/u);
        expect(spent).toMatch(/nhắc hạn tới liaison SXD, Sở Xây dựng: bot hết hạn mức tin trong tháng/u);
        expect(await coordinator.say('/tonghop')).toMatch(/Không gửi tin tới được \(1\): Sở Xây dựng\./u);

        // The last day, with 36 of 40 spent: both get it where they began.
        await bot.moveClock('2026-11-17T08:30');
        expect(await person.next()).toContain('Hôm nay là ngày làm việc cuối cùng');
        expect(await both.next()).toContain('Hôm nay là ngày làm việc cuối cùng');
        textsOf(same);
        // 95 %: who asks is told once that only reports go on.
        expect(await person.say('/nhiemvu')).toContain('bot chỉ nhận báo cáo và nhắc ngày cuối');
        expect(await both.say('/nhiemvu')).toContain('bot chỉ nhận báo cáo và nhắc ngày cuối');
        await bot.moveClock('2026-11-17T15:00');
        expect(person.unseen()).toEqual([]);
        expect(both.unseen()).toEqual([]);
        expect((await same.next()).text).toContain('Hôm nay là ngày làm việc cuối cùng');
        expect(coordinator.unseen()).toContainEqual(expect.stringMatching(/(38|40)\/40 tin tháng này/u));
      },
      { ZALO_MONTHLY_MESSAGES: '40' },
    ));
});

/** Two people ask the first bot things until it has sent so many messages. */
async function spendUpTo(zalo: FakeZalo, one: ZaloPerson, other: ZaloPerson, count: number): Promise<void> {
  while (zalo.sentThisMonth('1') < count) {
    await (zalo.sentThisMonth('1') % 2 === 0 ? one : other).say('/lichsu');
  }
}
