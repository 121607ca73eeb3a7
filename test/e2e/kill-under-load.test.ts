import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { type BotProcess, makeFolder, rehearsalOver, startBot, TOKEN } from '../support/bot-process.ts';
import { type FakeTelegram, startFakeTelegram } from '../support/fake-telegram.ts';
import { type FakeZalo, startFakeZalo } from '../support/fake-zalo.ts';
import { rehearsalOverZalo, ZALO_TOKENS } from '../support/zalo-person.ts';

/** KILLS=200 goes on for longer: RELIABILITY.md. */
const KILLS = Number(process.env.KILLS ?? 4);
const ON_TELEGRAM = 16;
const ON_ZALO = 8;
const ANSWER_LIMIT_MS = 60_000;
/** After so long without an answer somebody on Zalo says it again: Zalo hands an update over once, and a death can swallow it. */
const ZALO_PATIENCE_MS = 10_000;
const MARKED = /^\(Gửi lại/u;

/** Somebody who sends one version of a report after the other, each only when there is a receipt for the one before. */
interface Reporter {
  unit: string;
  /** What was said and what was read, oldest first. */
  received(): string[];
  /** Versions a receipt was read for. */
  confirmed: number;
  /** Times something had to be said again. */
  repeats: number;
  report(version: number): Promise<void>;
}

const receiptIn = (text: string): string | null =>
  text.includes('Đã nhận báo cáo') ? (/Mã biên nhận: (\S+)/u.exec(text)?.[1] ?? null) : null;
const receiptsOf = (one: Reporter): Set<string> => new Set(one.received().flatMap((text) => receiptIn(text) ?? []));
const line = (version: number): string => `/nop t11 hoi_nghi=1 nguoi_du=${version} ket_qua=Lần ${version}.`;
const isPreview = (text: string, version: number): boolean =>
  text.includes('Xem lại') && text.includes(`Lần ${version}.`);

function telegramReporter(fake: FakeTelegram, chat: number, unit: string): Reporter {
  const messages = () => fake.sent.filter((one) => one.chat_id === chat);
  const reporter: Reporter = {
    unit,
    confirmed: 0,
    repeats: 0,
    received: () => messages().map(({ text }) => text),
    async report(version) {
      fake.say(chat, line(version), { name: unit });
      const preview = await fake.until(() => messages().find(({ text }) => isPreview(text, version)), ANSWER_LIMIT_MS);
      const button = preview.reply_markup?.inline_keyboard.flat().find(({ text }) => text === 'Gửi báo cáo');
      fake.press(chat, preview.message_id, button?.callback_data ?? '');
      await fake.until(() => receiptsOf(reporter).size >= version, ANSWER_LIMIT_MS);
    },
  };
  return reporter;
}

function zaloReporter(fake: FakeZalo, bot: string, chat: string, unit: string): Reporter {
  const received = (): string[] =>
    fake.sent.filter((one) => one.bot === bot && one.chat === chat).map(({ text }) => text);
  const sayUntil = async (text: string, isThere: () => boolean): Promise<void> => {
    for (let tries = 0; !isThere(); tries += 1) {
      if (tries > 6) throw new Error(`${unit} had no answer to "${text}"; the last:\n${received().at(-1)}`);
      if (tries > 0) reporter.repeats += 1;
      fake.say(bot, chat, text, { name: unit });
      await fake.until(isThere, ZALO_PATIENCE_MS).catch(() => {});
    }
  };
  const reporter: Reporter = {
    unit,
    confirmed: 0,
    repeats: 0,
    received,
    async report(version) {
      await sayUntil(line(version), () => received().some((text) => isPreview(text, version)));
      await sayUntil('Gửi báo cáo', () => receiptsOf(reporter).size >= version);
    },
  };
  return reporter;
}

/** One liaison a unit, written down while no bot runs. */
function seat(
  database: string,
  seats: readonly { channel: 'telegram' | 'zalo'; bot: string; address: string }[],
): string[] {
  const store = openStore(database);
  const units = store.units.owingOn('2026-11-06').map((unit) => unit.code);
  const seated = seats.map(({ channel, bot, address }, index) => {
    const unit = units[index] ?? '';
    store.transact(() => {
      const person = store.people.add(`Đầu mối ${unit}`, 0, '2026-11');
      store.people.join(person, 'liaison', unit, 0);
      store.chats.link(store.chats.meet(channel, bot, address, 'private', 0).id, person, 0);
    });
    return unit;
  });
  store.close();
  return seated;
}

/** What is in the database, by unit: the figure of each version, oldest first. */
function readVersions(database: string): Map<string, number[]> {
  const db = new DatabaseSync(database);
  const count = (sql: string): number => Number(Object.values(db.prepare(sql).get() ?? {})[0]);
  expect(count("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), 'integrity').toBe(0);
  expect(count('SELECT count(*) FROM pragma_foreign_key_check'), 'foreign keys').toBe(0);
  expect(
    count("SELECT count(*) FROM task WHERE (state = 'submitted') <> (id IN (SELECT task FROM submission))"),
    'half reports',
  ).toBe(0);
  const rows = db
    .prepare('SELECT t.unit, s.content FROM submission s JOIN task t ON t.id = s.task ORDER BY s.task, s.version')
    .all() as { unit: string; content: string }[];
  db.close();
  const versions = new Map<string, number[]>();
  for (const { unit, content } of rows) {
    const figure = (JSON.parse(content) as { nguoi_du: number }).nguoi_du;
    versions.set(unit, [...(versions.get(unit) ?? []), figure]);
  }
  return versions;
}

it(
  `the real process under load, killed ${KILLS} times in a row: no report lost, doubled or half done`,
  async () => {
    const folder = makeFolder();
    const database = join(folder.path, 'bot.sqlite');
    const telegram = await startFakeTelegram({ token: TOKEN });
    const zalo = await startFakeZalo({ tokens: ZALO_TOKENS });
    const env = { ...rehearsalOver(telegram.url, folder.path), ...rehearsalOverZalo(zalo.url, folder.path) };
    let bot: BotProcess = await startBot(env);
    try {
      await bot.stop();
      const seats = [
        ...Array.from({ length: ON_TELEGRAM }, (_, index) => ({
          channel: 'telegram' as const,
          bot: '1',
          address: String(31_001 + index),
        })),
        ...Array.from({ length: ON_ZALO }, (_, index) => ({
          channel: 'zalo' as const,
          bot: String(1 + (index % 2)),
          address: `kill-${index}`,
        })),
      ];
      const units = seat(database, seats);
      const reporters = seats.map(({ channel, bot: position, address }, index) => {
        const unit = units[index] ?? '';
        if (channel === 'zalo') {
          zalo.know(position, address);
          return zaloReporter(zalo, position, address, unit);
        }
        telegram.know(Number(address));
        return telegramReporter(telegram, Number(address), unit);
      });

      bot = await startBot(env);
      let isOver = false;
      const working = Promise.all(
        reporters.map(async (one) => {
          for (let version = 1; !isOver; version += 1) {
            await one.report(version);
            one.confirmed = version;
          }
        }),
      );
      // An early failure must not wait for the last kill.
      let failure: unknown = null;
      working.catch((error: unknown) => {
        failure = error;
      });
      const recoveries: number[] = [];
      for (let kill = 0; kill < KILLS && failure === null; kill += 1) {
        // Spread over the second: polls, commits and sends are caught in the middle alike.
        await sleep(300 + ((kill * 389) % 1000));
        await bot.kill();
        const had = telegram.sent.length + zalo.sent.length;
        const from = performance.now();
        bot = await startBot(env);
        await Promise.race([
          telegram.until(() => telegram.sent.length + zalo.sent.length > had, ANSWER_LIMIT_MS),
          zalo.until(() => telegram.sent.length + zalo.sent.length > had, ANSWER_LIMIT_MS),
        ]);
        recoveries.push(performance.now() - from);
      }
      isOver = true;
      await working;
      expect((await bot.stop()).code).toBe(0);

      const stored = readVersions(database);
      let reports = 0;
      let marked = 0;
      for (const one of reporters) {
        // Each confirmed version once, in order, with the figure its sender confirmed; nothing besides.
        expect(stored.get(one.unit), one.unit).toEqual(Array.from({ length: one.confirmed }, (_, index) => index + 1));
        expect(receiptsOf(one).size, one.unit).toBe(one.confirmed);
        const unmarked = one.received().filter((text) => receiptIn(text) !== null && !MARKED.test(text));
        expect(new Set(unmarked.map(receiptIn)).size, `${one.unit}: a receipt twice without a mark`).toBe(
          unmarked.length,
        );
        reports += one.confirmed;
        marked += one.received().filter((text) => MARKED.test(text)).length;
      }
      const repeats = reporters.reduce((sum, one) => sum + one.repeats, 0);
      const slowest = Math.max(...recoveries) / 1000;
      console.log(
        `killed ${KILLS} times: ${reports} reports confirmed and stored once each, ${marked} messages said again (marked), ` +
          `${repeats} times somebody on Zalo waited 10 s and said it again, slowest start to first message ${slowest.toFixed(1)} s`,
      );
      expect(reports).toBeGreaterThan(reporters.length);
    } finally {
      await bot.kill();
      await Promise.all([telegram.close(), zalo.close()]);
      folder.remove();
    }
  },
  120_000 + KILLS * 6_000,
);
