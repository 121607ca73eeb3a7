import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import type { BotProcess } from '../support/bot-process.ts';
import { makeFolder, rehearsalOver, startBot, TOKEN } from '../support/bot-process.ts';
import { type FakeTelegram, startFakeTelegram } from '../support/fake-telegram.ts';
import type { Hall, TelegramPerson } from '../support/telegram-person.ts';
import { joinByShell } from '../support/telegram-person.ts';

interface Stage extends Hall {
  bot: BotProcess;
}

async function onStage(run: (stage: Stage) => Promise<void>): Promise<void> {
  const folder = makeFolder();
  const fake = await startFakeTelegram({ token: TOKEN });
  const env = rehearsalOver(fake.url, folder.path);
  const bot = await startBot(env);
  try {
    await run({ bot, fake, env });
  } finally {
    await bot.kill();
    await fake.close();
    folder.remove();
  }
}

const isReminder = (text: string): boolean => text.includes('Nhắc hạn nộp báo cáo');
const remindersOf = (person: TelegramPerson): string[] =>
  person
    .received()
    .map(({ text }) => text)
    .filter(isReminder);
const sends = (fake: FakeTelegram) => fake.calls.filter(({ method }) => method === 'sendMessage');

/** Asks for the tasks; what was queued for the chat before has come when the answer is there. */
async function settleChat(person: TelegramPerson): Promise<void> {
  person.unseen();
  expect((await person.say('/nhiemvu')).text).toContain('Còn 1 báo cáo phải nộp');
}

describe('Telegram being rude', () => {
  it.concurrent('429 after a week asleep: silence for as long as it was told, then one fresh message each', () =>
    onStage(async ({ bot, fake, env }) => {
      const people = await Promise.all(['HBG', 'HCG'].map((unit) => joinByShell({ fake, env }, 'liaison', unit)));
      fake.script('sendMessage', { retryAfter: 2 });
      const before = sends(fake).length;
      await bot.moveClock('2026-11-17T10:00', true);
      await fake.until(() => people.every((person) => remindersOf(person).length === 1));
      const [refused, ...later] = sends(fake).slice(before);
      // Another send may have been on its way when the refusal came; after that there is silence.
      const afterIt = later.filter(({ at }) => at > (refused?.at ?? 0) + 100);
      expect(afterIt.length).toBeGreaterThan(0);
      for (const { at } of afterIt) expect(at - (refused?.at ?? 0)).toBeGreaterThanOrEqual(2_000);
      await Promise.all(people.map(settleChat));
      for (const person of people) {
        expect(remindersOf(person)).toHaveLength(1);
        expect(remindersOf(person)[0]).toContain('Hôm nay là ngày làm việc cuối cùng còn đúng hạn');
      }
    }));

  it.concurrent('a 5xx of its own: tries again and says so; a page or no answer: only a last-day reminder is repeated, and says so', () =>
    onStage(async ({ bot, fake, env }) => {
      const person = await joinByShell({ fake, env }, 'liaison', 'HBG');
      fake.script('sendMessage', {
        status: 500,
        body: { ok: false, error_code: 500, description: 'Internal Server Error' },
      });
      await bot.moveClock('2026-11-10T08:30');
      await fake.until(() => remindersOf(person).length === 1, 10_000);
      expect((await bot.healthz()).status).toBe(200);

      fake.script('sendMessage', { afterAccept: 'reset' });
      await bot.moveClock('2026-11-13T08:30');
      await settleChat(person);
      expect(remindersOf(person)).toHaveLength(2);

      fake.script('sendMessage', { afterAccept: 'reset' });
      await bot.moveClock('2026-11-17T08:30');
      await fake.until(() => remindersOf(person).length === 4, 10_000);
      await settleChat(person);
      const marks = remindersOf(person).map((text) => text.startsWith('(Gửi lại'));
      expect(marks).toEqual([true, false, false, true]);
    }));

  it.concurrent('blocked by the person: nothing more is sent, the coordinator is told, and writing again mends it', () =>
    onStage(async ({ bot, fake, env }) => {
      const [person, coordinator] = await Promise.all([
        joinByShell({ fake, env }, 'liaison', 'HCG'),
        joinByShell({ fake, env }, 'coordinator'),
      ]);
      expect((await coordinator.say('/tonghop')).text).toMatch(/Chưa đến lượt nhắc \(1\): Huyện Cẩm Giàng/u);
      fake.turnAway(person.chat, 'blocked');
      await bot.moveClock('2026-11-10T08:30');
      const triedFor = () => sends(fake).filter(({ params }) => String(params.chat_id) === String(person.chat)).length;
      const tried = triedFor();
      await bot.moveClock('2026-11-13T08:30');
      expect(triedFor()).toBe(tried);
      const round = await coordinator.say('/tonghop');
      expect(round.text).toMatch(/Không gửi tin tới được \(1\): Huyện Cẩm Giàng\./u);
      expect(round.text).not.toMatch(/Đã nhắc, chưa gửi/u);
      expect((await coordinator.say('/donvi HCG')).text).toContain('không gửi tới được');
      expect((await bot.healthz()).status).toBe(200);
      await coordinator.say('/thongbao Họp giao ban chiều nay');
      await coordinator.press('Đơn vị chưa nộp kỳ này');
      await coordinator.press('Gửi cho 1 người');
      const result = await coordinator.press('Xem kết quả gửi');
      expect(result.text).toMatch(
        /Đã đến: 0; đang gửi: 0; không đến: 1\n• .*Huyện Cẩm Giàng|không đến: 1\n• .*đã chặn bot/u,
      );

      fake.letIn(person.chat);
      expect((await person.say('/nhiemvu')).text).toContain('Còn 1 báo cáo phải nộp');
      await bot.moveClock('2026-11-17T08:30');
      expect(remindersOf(person)).toHaveLength(1);
      expect(coordinator.unseen().map(({ text }) => text)).toContainEqual(
        expect.stringMatching(/đã gửi xong: đến 0 người/u),
      );
      expect((await coordinator.say('/tonghop')).text).toMatch(/Đã nhắc, chưa gửi \(1\): Huyện Cẩm Giàng/u);
    }));

  it.concurrent('not there at the start: the bot stays up, says so, and connects later', async () => {
    const folder = makeFolder();
    const fake = await startFakeTelegram({ token: TOKEN });
    // A door that is shut at first: nobody listens behind the address.
    const door = createServer((socket) => {
      const onward = connect(Number(new URL(fake.url).port), '127.0.0.1');
      socket.pipe(onward).pipe(socket);
      for (const end of [socket, onward]) end.on('error', () => [socket, onward].forEach((one) => void one.destroy()));
    });
    const listen = (port: number) => new Promise<void>((resolve) => door.listen(port, '127.0.0.1', resolve));
    await listen(0);
    const { port } = door.address() as AddressInfo;
    await new Promise((resolve) => door.close(resolve));
    const env = rehearsalOver(`http://127.0.0.1:${port}`, folder.path);
    const bot = await startBot(env);
    try {
      await vi.waitFor(() => expect(bot.warnings()).toContain('polling interrupted, retrying'), 10_000);
      const { status, body } = await bot.healthz();
      expect({ status, body }).toMatchObject({ status: 200, body: { status: 'ok' } });
      expect(body.channels).toContainEqual(expect.objectContaining({ name: 'telegram', ok: false }));
      await listen(port);
      const person = await joinByShell({ fake, env }, 'liaison', 'HBG');
      expect((await bot.healthz()).body.channels).toContainEqual(
        expect.objectContaining({ name: 'telegram', ok: true }),
      );
      await settleChat(person);
    } finally {
      await bot.kill();
      door.close();
      await fake.close();
      folder.remove();
    }
  });
});
