import { describe, expect, it, vi } from 'vitest';
import type { BotProcess, Env } from '../support/bot-process.ts';
import { makeFolder, runScript, startBot } from '../support/bot-process.ts';
import { isDigest } from '../support/digest.ts';
import { type FakeZalo, startFakeZalo } from '../support/fake-zalo.ts';
import {
  checkReadable,
  invitationIn,
  joinOverZalo,
  rehearsalOverZalo,
  ZALO_TOKENS,
  type ZaloPerson,
} from '../support/zalo-person.ts';

interface Stage {
  bot: BotProcess;
  fake: FakeZalo;
  env: Env;
}

/** The real program over a fake Zalo with two bots at 08:00 on Friday 06/11/2026, where the clock stands. */
async function onStage(run: (stage: Stage) => Promise<void>): Promise<void> {
  const folder = makeFolder();
  const fake = await startFakeZalo({ tokens: ZALO_TOKENS });
  const env = rehearsalOverZalo(fake.url, folder.path);
  const bot = await startBot(env);
  try {
    await run({ bot, fake, env });
    expect((await bot.stop()).code, 'exit code').toBe(0);
    expect(bot.warnings(), 'warnings in the log').toEqual([]);
    for (const message of fake.sent) checkReadable(message.text);
  } finally {
    await bot.kill();
    await fake.close();
    folder.remove();
  }
}

const inThatOrder = (...parts: string[]): RegExp => new RegExp(parts.join('.*'), 'su');

/** The invitation as `npm run invite` prints it, once the bot knows the names of both Zalo bots. */
async function inviteByShell(env: Env, role: string): Promise<{ code: string; bot: string }> {
  return await vi.waitFor(
    async () => {
      const { stdout } = await runScript('invite', ['--role', role], env);
      return invitationIn(stdout);
    },
    { timeout: 120_000, interval: 200 },
  );
}

/** Joins with a code the coordinator hands out in chat; whoever is invited goes to the bot that is named. */
async function invite({ fake }: Stage, coordinator: ZaloPerson, what: string, yes: string): Promise<ZaloPerson> {
  const invitation = await coordinator.say(`/moi ${what}`);
  return joinOverZalo(fake, { ...invitationIn(invitation), name: `Người ${what}`, yes });
}

/** A message that reached exactly these people and nobody else, each once. */
function expectOneEach(got: readonly ZaloPerson[], none: readonly ZaloPerson[], text: RegExp): void {
  for (const person of got) {
    const messages = person.unseen();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(text);
  }
  for (const person of none) expect(person.unseen()).toEqual([]);
}

/** What a coordinator got of the bot's own accord: so many digests, and nothing else. */
function expectDigests(person: ZaloPerson, count: number): void {
  const texts = person.unseen();
  expect(texts.filter((text) => !isDigest(text))).toEqual([]);
  expect(texts).toHaveLength(count);
}

const REMINDER_CHOICES = '1\\. Nộp báo cáo\n2\\. Không phát sinh\n3\\. Vì sao tôi bị nhắc\\?\nTrả lời bằng số';

describe('a reporting round over Zalo, text only, two bots', () => {
  it.concurrent('from the invitation to five working days after the deadline', () =>
    onStage(async (stage) => {
      const { bot, fake, env } = stage;
      const first = await inviteByShell(env, 'coordinator');
      const coordinator = await joinOverZalo(fake, { ...first, name: 'Trần Thị Bình' });
      const good = await invite(stage, coordinator, 'HBG', 'đồng ý');
      const bad = await invite(stage, coordinator, 'HCG', '1.');
      const leader = await invite(stage, coordinator, 'HCG lãnh đạo', 'một');
      // Each newcomer is given to the bot with more room, so both carry the same.
      const onFirst = [coordinator, good, bad, leader].filter((person) => person.bot === '1');
      expect(onFirst).toHaveLength(2);
      const people = [coordinator, good, bad, leader];
      const perPerson = (count: number) => people.map((person) => [person.chat, person.received().length <= count]);
      expect(perPerson(6)).toEqual(people.map((person) => [person.chat, true]));

      expect(await good.say('/nhiemvu')).toMatch(
        inThatOrder('Còn 1 báo cáo', '15/10–14/11/2026', 'trước 18/11/2026', 'Trả lời 1 để chọn: Nộp tháng 11/2026'),
      );
      // Tuesday 10/11, 08:30: once, with numbered choices, to the liaisons only.
      expect(await bot.moveClock('2026-11-10T08:29')).toMatchObject({ sent: 0 });
      expect(await bot.moveClock('2026-11-10T08:30')).toMatchObject({ sent: 3 });
      expect(await bot.moveClock('2026-11-10T20:00')).toMatchObject({ sent: 0 });
      expectDigests(coordinator, 1);
      expectOneEach([good, bad], [leader], inThatOrder('Nhắc hạn', 'Còn 5 ngày', REMINDER_CHOICES));

      await Promise.all([handInByNumbers(good), askInWords(bad), lookAround(coordinator)]);

      // L-2, then the last day, and after it: only who still owes.
      // With the day's new figures, and on the 13th the first milestone of the coordinators' own report.
      await bot.moveClock('2026-11-13T08:30');
      expectDigests(coordinator, 2);
      expectOneEach([bad], [good, leader], /Còn 2 ngày làm việc/u);
      await bot.moveClock('2026-11-16T09:00');
      expectDigests(coordinator, 1);
      // On Monday a leader reads once what is due in the week.
      expect(await leader.next()).toMatch(/Tuần này đơn vị còn phải nộp/u);
      await Promise.all([chase(coordinator), bad.next(), leader.next()]);
      await bot.moveClock('2026-11-17T08:30');
      expectDigests(coordinator, 1);
      expectOneEach([bad], [good, leader], /ngày làm việc cuối cùng còn đúng hạn/u);
      await bot.moveClock('2026-11-17T15:00');
      expectDigests(coordinator, 0);
      expectOneEach([bad], [good, leader], /ngày làm việc cuối cùng còn đúng hạn/u);
      await bot.moveClock('2026-11-18T08:30');
      expectDigests(coordinator, 2);
      expectOneEach([bad], [good, leader], inThatOrder('quá hạn', 'Quá hạn 1 ngày', REMINDER_CHOICES));
      await bot.moveClock('2026-11-20T08:30');
      expectDigests(coordinator, 1);
      expectOneEach([bad, leader], [good], /Quá hạn 3 ngày làm việc/u);
      // On the evening of the 20th the coordinators' own report, the compiled one, is on its last day.
      await bot.moveClock('2026-11-24T20:00');
      expectDigests(coordinator, 2);
      expectOneEach([leader], [bad, good], /Tuần này đơn vị còn phải nộp/u);
      await bot.moveClock('2026-11-25T08:30');
      expect(await coordinator.next()).toMatch(
        inThatOrder('quá hạn lâu ngày', 'còn 34 đơn vị chưa nộp', '1\\. Xem tổng hợp\n2\\. Đôn đốc'),
      );
      expectOneEach([bad, leader], [good], /Quá hạn 5 ngày làm việc/u);
      expectDigests(coordinator, 0);

      // "hai" of the reminder: nothing to report, late.
      expect(await bad.say('hai')).toMatch(inThatOrder('Xem lại trước khi gửi', 'không phát sinh', 'nộp muộn'));
      expect(await bad.say('Gửi báo cáo')).toMatch(
        inThatOrder('Đã nhận báo cáo', 'Ghi nhận: nộp muộn', 'HCG-2026-11-1-'),
      );
      expect(await coordinator.say('1')).toMatch(inThatOrder('Đúng hạn: 1\n', 'Nộp muộn: 1\n', 'Chưa nộp: 33\n'));
      await expectCounted(coordinator, fake);
    }));

  it.concurrent('the guided way, and what people type besides', () =>
    onStage(async (stage) => {
      const { fake, env } = stage;
      const coordinator = await joinOverZalo(fake, { ...(await inviteByShell(env, 'coordinator')), name: 'Bình' });
      const guided = await invite(stage, coordinator, 'STC', '1');
      const copier = await invite(stage, coordinator, 'SNV', '1');
      await Promise.all([handInGuided(guided), copyWholeMessage(copier)]);
      // A sticker is courtesy and costs none of the month's messages: the next answer is that of what is asked.
      fake.sendSticker(guided.bot, guided.chat);
      expect(await guided.say('/nhiemvu')).toContain('không còn báo cáo nào phải nộp');
      fake.sendUnsupported(guided.bot, guided.chat);
      const odd = await guided.next();
      expect(odd).toContain('chỉ nhận được chữ và ảnh');
      // No file but a picture gets through on Zalo: it must not be asked for.
      expect(odd).not.toMatch(/gửi tệp pdf/u);
    }));
});

async function handInByNumbers(person: ZaloPerson): Promise<void> {
  const form = await person.say('1');
  expect(form).toMatch(
    inThatOrder('Chép đoạn dưới đây', '#BC thang 2026-11 HBG', '1\\. Trả lời từng câu', '2\\. Không'),
  );
  const template = form.slice(form.indexOf('#BC'), form.indexOf('\n\nKhông gửi nội dung mật'));
  const filled = template
    .replace(/(\(hoi_nghi\): )/u, '$13')
    .replace(/(\(nguoi_du\): )/u, '$11.234')
    .replace(/(\(ket_qua, bắt buộc\): )/u, '$1Ba hội nghị & <một> bản tin');
  const preview = await person.say(filled);
  expect(preview).toMatch(
    inThatOrder('Xem lại', 'Hội nghị, tập huấn: 3\n', 'Lượt người dự: 1.234', '& <một>', '1\\. Gửi báo cáo', '3\\. Bỏ'),
  );
  expect(await person.say('2')).toMatch(inThatOrder('Sửa mục nào', '1\\. Hội nghị', '13\\. Quay lại'));
  expect(await person.say('13')).toContain('Xem lại trước khi gửi');
  const receipt = await person.say('1');
  expect(receipt).toMatch(inThatOrder('Đã nhận báo cáo', 'Ghi nhận: đúng hạn', 'HBG-2026-11-1-\\w{4}'));
  // The question is answered and gone: the same number again does nothing.
  for (const stale of ['1', 'hai', '3.']) expect(await person.say(stale)).toContain('không ứng với lựa chọn nào');
  expect(await person.say('/lichsu')).toMatch(inThatOrder('Báo cáo tháng 11/2026', 'đúng hạn', 'HBG-2026-11-1-'));
  expect(await person.say('/nhiemvu')).toContain('không còn báo cáo nào phải nộp');
}

async function askInWords(person: ZaloPerson): Promise<void> {
  expect(await person.say('Vì sao tôi bị nhắc?')).toMatch(
    inThatOrder('còn 5 ngày làm việc', 'trước 18/11/2026', 'V.2'),
  );
  // A number that belongs to a list further up is answered, never guessed.
  expect(await person.say('99')).toContain('không ứng với lựa chọn nào');
  expect(await person.say('/tep')).toMatch(/chỉ gửi được ảnh.*số, ký hiệu/su);
}

async function lookAround(coordinator: ZaloPerson): Promise<void> {
  expect(await coordinator.say('/trogiup')).toMatch(inThatOrder('/tonghop', '/dondoc', '/thongbao', '/kenh'));
  expect(await coordinator.say('/tonghop')).toMatch(
    inThatOrder('Đúng hạn: [01]\n', 'Chưa nộp: 3[45]\n', 'Cộng: 35 đơn vị', 'Trả lời 1 để chọn: Đôn đốc'),
  );
  expect(await coordinator.say('/donvi')).toMatch(/liên lạc được 2/u);
}

async function chase(coordinator: ZaloPerson): Promise<void> {
  expect(await coordinator.say('/thongbao')).toMatch(
    inThatOrder('cho ai', '1\\. Tất cả đơn vị', '2\\. Đơn vị chưa nộp'),
  );
  expect(await coordinator.say('hai')).toContain('Gõ nội dung thông báo');
  // The longest notice there may be, and its preview, are one message each.
  const words = `${'Họp giao ban <14:00> & nộp báo cáo. '.repeat(41)}Xin cảm ơn.`;
  const preview = await coordinator.say(words);
  expect(preview).toMatch(inThatOrder('Xem lại thông báo', 'Gửi tới 2 người của 1 đơn vị', '1\\. Gửi cho 2 người'));
  expect(await coordinator.say('Bỏ, không gửi')).toContain('Đã bỏ thông báo');
  expect(await coordinator.say('/dondoc')).toMatch(inThatOrder('34 đơn vị chưa nộp', 'gửi tới 2 người', '1\\. Nhắc 2'));
  expect(await coordinator.say('1')).toContain('2 người');
}

async function handInGuided(person: ZaloPerson): Promise<void> {
  await person.say('/nop');
  expect(await person.say('Trả lời từng câu')).toMatch(inThatOrder('^Câu 1/12', 'Có thể gõ: "bỏ qua"'));
  // Here a number is a value, not a choice.
  expect(await person.say('2')).toMatch(/^Câu 2\/12/u);
  expect(await person.say('quay lại')).toMatch(inThatOrder('^Câu 1/12', 'Hiện có: 2'));
  expect(await person.say('giữ nguyên')).toMatch(/^Câu 2\/12/u);
  expect(await person.say('một trăm hai mươi')).toMatch(/^Câu 3\/12/u);
  for (let question = 4; question <= 9; question += 1) {
    expect(await person.say('bo qua')).toMatch(new RegExp(`^Câu ${question}/12`, 'u'));
  }
  expect(await person.say('Hai hội nghị ở hai xã')).toMatch(/^Câu 10\/12/u);
  await person.say('bỏ qua');
  await person.say('bỏ qua');
  expect(await person.say('bỏ qua')).toMatch(inThatOrder('Xem lại', 'tập huấn: 2\n', 'Lượt người dự: 120'));
  expect(await person.say('đồng ý')).toMatch(inThatOrder('Đã nhận', 'đúng hạn', 'STC-2026-11-1-'));
}

/** A phone copies a message whole: what stands around the template must not get into the report. */
async function copyWholeMessage(person: ZaloPerson): Promise<void> {
  const form = await person.say('nộp');
  const filled = form
    .replace(/(\(hoi_nghi\): )/u, '$14')
    .replace(/(\(nguoi_du\): )/u, '$1300')
    .replace(/(\(ket_qua, bắt buộc\): )/u, '$1Bốn hội nghị');
  const preview = await person.say(filled);
  expect(preview).toMatch(
    inThatOrder('Xem lại', 'tập huấn: 4\n', 'Lượt người dự: 300\n', 'Kết quả nổi bật: Bốn hội nghị\n'),
  );
  expect(preview).not.toContain('không đọc được');
  expect(await person.say('1')).toMatch(inThatOrder('Đã nhận', 'SNV-2026-11-1-'));
}

/** /kenh counts what Zalo counts, the answer it stands in left out. */
async function expectCounted(coordinator: ZaloPerson, fake: FakeZalo): Promise<void> {
  // What Zalo took a moment ago is counted when the bot has heard of it.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const before = ['1', '2'].map((bot) => fake.sentThisMonth(bot));
  const text = await coordinator.say('/kenh');
  const shown = [...text.matchAll(/người; ([\d.]+)\/3\.000 tin/gu)].map((match) => Number(match[1]));
  expect(shown).toEqual(before);
}
