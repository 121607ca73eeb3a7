import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { BotProcess, Env } from '../support/bot-process.ts';
import { makeFolder, rehearsalOver, startBot, TOKEN } from '../support/bot-process.ts';
import { type FakeTelegram, startFakeTelegram } from '../support/fake-telegram.ts';
import type { TelegramPerson } from '../support/telegram-person.ts';
import { joinByShell, templateIn } from '../support/telegram-person.ts';

/**
 * When the kill comes: milliseconds after the press (0: before the bot can hear of it), or as soon as a receipt has reached
 * somebody. On the slow platform most of the kills come while receipts are on their way.
 */
const MOMENTS = [
  { platform: 'quick', mood: null, moments: [0, 3, 6, 9, 14, 'receipt'] },
  { platform: 'slow', mood: { delayMs: 20 }, moments: [5, 11, 18, 'receipt'] },
] as const;
const MARKED = /^\(Gửi lại/u;

interface Setting {
  fake: FakeTelegram;
  folder: ReturnType<typeof makeFolder>;
  env: Env;
  bot: BotProcess;
}

async function setUp(): Promise<Setting> {
  const fake = await startFakeTelegram({ token: TOKEN });
  const folder = makeFolder();
  const env = rehearsalOver(fake.url, folder.path);
  return { fake, folder, env, bot: await startBot(env) };
}

async function tearDown({ bot, fake, folder }: Setting): Promise<void> {
  await bot.kill();
  await fake.close();
  folder.remove();
}

/** What the dead process left, read from a copy so that nothing is repaired on the way. */
function readLeft(folder: string, copy: string): { versions: number; halves: number } {
  const to = join(folder, copy);
  mkdirSync(to);
  for (const part of ['bot.sqlite', 'bot.sqlite-wal']) {
    if (existsSync(join(folder, part))) cpSync(join(folder, part), join(to, part));
  }
  const db = new DatabaseSync(join(to, 'bot.sqlite'));
  const count = (sql: string): number => Number(Object.values(db.prepare(sql).get() ?? {})[0]);
  const versions = count('SELECT count(*) FROM submission');
  const halves =
    count("SELECT count(*) FROM submission s JOIN task t ON t.id = s.task WHERE t.state <> 'submitted'") +
    count("SELECT count(*) FROM task WHERE state = 'submitted' AND id NOT IN (SELECT task FROM submission)") +
    count("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'");
  db.close();
  return { versions, halves };
}

function receiptsOf(person: TelegramPerson, version: number) {
  return person.received().filter(({ text }) => text.includes('Đã nhận') && text.includes(`Bản thứ ${version},`));
}

describe('a process that ends in the middle of a submission', () => {
  it.concurrent.each(MOMENTS)(
    'by kill -9, on a $platform platform: whole or not at all, with an answer, and a press counts once',
    async ({ mood, moments }) => {
      const setting = await setUp();
      const { fake, env, folder } = setting;
      try {
        const people = await Promise.all(['HBG', 'HCG'].map((unit) => joinByShell(setting, 'liaison', unit)));
        const stood = { before: 0, after: 0, between: 0 };
        for (const [round, moment] of moments.entries()) {
          const version = round + 1;
          for (const one of people)
            fake.say(one.chat, `/nop t11 hoi_nghi=1 nguoi_du=${100 + version} ket_qua=Lần ${version}`);
          // Whatever the kill before left to be said again comes before this: a chat gets its messages in order.
          await fake.until(() => people.every((one) => previewOf(one, version)), 30_000);
          if (round > 0) expectReceipts(people, round);

          fake.always('sendMessage', mood);
          const presses = people.map((one) => one.pressOnly('Gửi báo cáo'));
          if (moment === 'receipt') await fake.until(() => people.some((one) => receiptsOf(one, version).length > 0));
          else if (moment > 0) await sleep(moment);
          await setting.bot.kill();
          fake.always('sendMessage', null);
          const left = readLeft(folder.path, `left-${round}`);
          expect(left.halves, `killed at ${moment}`).toBe(0);
          const done = left.versions - round * people.length;
          expect(done).toBeGreaterThanOrEqual(0);
          expect(done).toBeLessThanOrEqual(people.length);
          stood[done === 0 ? 'before' : done === people.length ? 'after' : 'between'] += 1;

          setting.bot = await startBot(env);
          await fake.until(() => people.every((one) => receiptsOf(one, version).length > 0), 30_000);
          for (const { update_id } of presses) {
            await fake.until(() => fake.pending() === 0);
            fake.again(update_id);
          }
        }
        const last = moments.length;
        for (const one of people) {
          fake.say(one.chat, '/lichsu');
          await fake.until(
            () => one.received().some(({ text }) => text.includes(`Bản hiện hành: thứ ${last},`)),
            30_000,
          );
          fake.say(one.chat, '/nop');
          const offer = await fake.until(() => one.received().find(({ text }) => text.includes('#BC thang')), 30_000);
          expect(templateIn(offer)).toContain(`(nguoi_du): ${100 + last}`);
        }
        expectReceipts(people, last);
        await setting.bot.stop();
        expect(readLeft(folder.path, 'at-the-end')).toEqual({ versions: last * people.length, halves: 0 });
        // The kills must fall on both sides of the moment; otherwise this shows nothing.
        if (moments.some((moment) => moment === 0)) expect(stood.before).toBeGreaterThan(0);
        expect(stood.after + stood.between, JSON.stringify(stood)).toBeGreaterThan(0);
      } finally {
        await tearDown(setting);
      }
    },
  );

  it.concurrent('by a signal: finishes what is on its way, ends with 0, and says nothing twice after the next start', () =>
    withPreview(async (setting) => {
      const { fake, env, bot, person } = setting;
      fake.always('sendMessage', { delayMs: 400 });
      person.pressOnly('Gửi báo cáo');
      const calls = fake.calls.filter(({ method }) => method === 'sendMessage').length;
      await fake.until(() => fake.calls.filter(({ method }) => method === 'sendMessage').length > calls);
      const ended = await bot.stop();
      expect(ended).toMatchObject({ code: 0, signal: null, stderr: '' });
      expect(ended.stdout).toMatch(/Đang dừng[\s\S]*Đã dừng\.\n$/u);
      expect(receiptsOf(person, 1)).toHaveLength(1);

      fake.always('sendMessage', null);
      setting.bot = await startBot(env);
      person.unseen();
      expect((await person.say('/lichsu')).text).toContain('đúng hạn');
      expect(receiptsOf(person, 1)).toHaveLength(1);
      expect(person.received().filter(({ text }) => MARKED.test(text))).toEqual([]);
    }));

  it.concurrent('by a signal: takes up after a clean stop what was said meanwhile', () =>
    withPreview(async (setting) => {
      const { fake, env, bot, person } = setting;
      await bot.stop();
      person.pressOnly('Gửi báo cáo');
      setting.bot = await startBot(env);
      expect((await person.next()).text).toMatch(/Đã nhận báo cáo[\s\S]*Bản thứ 1/u);
      expect(receiptsOf(person, 1)).toHaveLength(1);
      expect(fake.pending()).toBeLessThanOrEqual(1);
    }));

  it.concurrent('by a signal: exits at once at the second signal; the answer comes after the restart, marked', () =>
    withPreview(async (setting) => {
      const { fake, env, bot, person } = setting;
      fake.always('sendMessage', { afterAccept: 'hang' });
      person.pressOnly('Gửi báo cáo');
      await fake.until(() => receiptsOf(person, 1).length === 1);
      bot.signal('SIGTERM');
      await fake.until(() => bot.stdout().includes('Đang dừng'));
      const asked = Date.now();
      bot.signal('SIGINT');
      expect((await bot.ended).code).toBe(1);
      expect(Date.now() - asked).toBeLessThan(3_000);

      fake.always('sendMessage', null);
      setting.bot = await startBot(env);
      const again = await fake.until(() => receiptsOf(person, 1)[1], 10_000);
      expect(again.text).toMatch(MARKED);
      person.unseen();
      expect((await person.say('/lichsu')).text).not.toContain('Bản hiện hành');
      expect(receiptsOf(person, 1)).toHaveLength(2);
    }));
});

function previewOf(person: TelegramPerson, version: number): boolean {
  return person.received().some(({ text }) => text.includes('Xem lại') && text.includes(`Lần ${version}`));
}

/** One receipt each; perhaps it came twice, and then the second says so. */
function expectReceipts(people: readonly TelegramPerson[], version: number): void {
  for (const one of people) {
    const receipts = receiptsOf(one, version);
    expect(new Set(receipts.map(({ text }) => /Mã biên nhận: (\S+)/u.exec(text)?.[1])).size).toBe(1);
    expect(receipts.slice(1).map(({ text }) => MARKED.test(text))).toEqual(receipts.length > 1 ? [true] : []);
  }
}

interface Previewed extends Setting {
  person: TelegramPerson;
}

/** Somebody has the preview of a report in front of them. */
async function withPreview(run: (setting: Previewed) => Promise<void>): Promise<void> {
  const setting = await setUp();
  const previewed = { ...setting, person: await joinByShell(setting, 'liaison', 'HBG') };
  try {
    await previewed.person.say('/nop t11 hoi_nghi=1 nguoi_du=50 ket_qua=Một hội nghị');
    await run(previewed);
  } finally {
    await tearDown(previewed);
  }
}
