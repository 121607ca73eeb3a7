import { describe, expect, it, vi } from 'vitest';
import type { BotProcess } from '../support/bot-process.ts';
import { inviteByShell, makeFolder, rehearsalOver, startBot, TOKEN } from '../support/bot-process.ts';
import { isDigest } from '../support/digest.ts';
import { type FakeTelegram, type SentMessage, startFakeTelegram } from '../support/fake-telegram.ts';
import type { Hall, TelegramPerson } from '../support/telegram-person.ts';
import { joinByShell, joinWithCode, telegramPerson, templateIn } from '../support/telegram-person.ts';

interface Stage extends Hall {
  bot: BotProcess;
}

/** The real program over a fake Telegram at 08:00 on Friday 06/11/2026, where the clock stands. */
async function onStage(run: (stage: Stage) => Promise<void>, warnings: readonly string[] = []): Promise<void> {
  const folder = makeFolder();
  const fake = await startFakeTelegram({ token: TOKEN });
  const env = rehearsalOver(fake.url, folder.path);
  const bot = await startBot(env);
  try {
    await run({ bot, fake, env });
    expect((await bot.stop()).code, 'exit code').toBe(0);
    expect(bot.warnings(), 'warnings in the log').toEqual(warnings);
  } finally {
    await bot.kill();
    await fake.close();
    folder.remove();
  }
}

const inThatOrder = (...parts: string[]): RegExp => new RegExp(parts.join('[^]*'), 'u');

function filledIn(template: string, values: Readonly<Record<string, string>>): string {
  return template
    .split('\n')
    .map((line) => {
      const key = /\((\w+)[^)]*\): ?$/u.exec(line)?.[1];
      return `${line}${values[key ?? ''] ?? ''}`;
    })
    .join('\n');
}

function codeIn(message: SentMessage): string {
  const code = /\/batdau ([A-Z0-9]{10})/u.exec(message.text)?.[1];
  if (code === undefined) throw new Error(`no code in:\n${message.text}`);
  return code;
}

/** A message that reached exactly these people and nobody else, each once. */
function expectOneEach(got: readonly TelegramPerson[], none: readonly TelegramPerson[], text: RegExp): void {
  for (const person of got) {
    const messages = person.unseen().map((message) => message.text);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(text);
  }
  for (const person of none) expect(person.unseen().map((message) => message.text)).toEqual([]);
}

/** What a coordinator got of the bot's own accord: so many digests, and nothing else. */
function expectDigests(person: TelegramPerson, count: number): void {
  const texts = person.unseen().map((message) => message.text);
  expect(texts.filter((text) => !isDigest(text))).toEqual([]);
  expect(texts).toHaveLength(count);
}

describe('a reporting round over Telegram', () => {
  it.concurrent('from the invitation to five working days after the deadline', () =>
    onStage(async ({ bot, fake, env }) => {
      const hall = { fake, env };
      const [coordinator, good] = await Promise.all([
        joinByShell(hall, 'coordinator'),
        joinByShell(hall, 'liaison', 'HBG'),
      ]);
      const [bad, badLeader] = await Promise.all([
        coordinator.say('/moi HCG').then((invitation) => joinWithCode(fake, codeIn(invitation), 'Đầu mối HCG')),
        joinByShell(hall, 'leader', 'HCG'),
      ]);
      // The invitation's link as a picture comes after its words.
      expect((await coordinator.next()).document?.name).toBe('ma-moi-qr.png');
      const tasks = await good.say('/nhiemvu');
      expect(tasks.text).toMatch(
        inThatOrder(
          'Còn 1 báo cáo phải nộp',
          'Báo cáo tháng 11/2026',
          'huyện Bình Giang',
          '15/10–14/11/2026',
          'trước 18/11/2026 \\(chậm nhất hết thứ Ba 17/11\\)',
          'Còn 7 ngày làm việc',
        ),
      );

      // L-5: Tuesday 10/11, 08:30, to the liaisons only, once.
      expect(await bot.moveClock('2026-11-10T08:29')).toEqual({ now: '2026-11-10T08:29', sent: 0 });
      expect(await bot.moveClock('2026-11-10T08:30')).toEqual({ now: '2026-11-10T08:30', sent: 3 });
      expect(await bot.moveClock('2026-11-10T20:00')).toMatchObject({ sent: 0 });
      expectDigests(coordinator, 1);
      expectOneEach([good, bad], [badLeader], inThatOrder('Nhắc hạn', 'Còn 5 ngày làm việc', '/nop \\d+'));

      // The report: template, preview, send; pressed twice.
      const template = templateIn(await good.press('Nộp báo cáo'));
      expect(template.split('\n')[0]).toBe('#BC thang 2026-11 HBG');
      const values = {
        hoi_nghi: '3',
        nguoi_du: '1.234',
        kinh_phi: '12,5',
        ket_qua: 'Tổ chức 3 hội nghị & <phát> 1 "bản tin"',
      };
      const preview = await good.say(filledIn(template, values));
      expect(preview.text).toMatch(
        inThatOrder('Xem lại', 'Hội nghị, tập huấn: 3', 'Lượt người dự: 1.234', '12,5', '& <phát>'),
      );
      expect(preview.text).toContain('Để trống: Tin, bài báo chí');
      const { update_id } = good.pressOnly('Gửi báo cáo');
      good.pressOnly('Gửi báo cáo');
      const receipt = await good.next();
      expect(receipt.text).toMatch(
        inThatOrder('Đã nhận báo cáo', 'Bản thứ 1', '20:00:00 ngày 10/11/2026', 'đúng hạn', 'HBG-2026-11-1-\\w{4}'),
      );
      expect((await good.next()).text).toContain('đã cũ');
      await fake.until(() => preview.reply_markup === null);
      fake.again(update_id);
      const history = await good.say('/lichsu');
      expect(history.text).toMatch(
        inThatOrder('Báo cáo tháng 11/2026', 'đúng hạn', receipt.text.match(/HBG-2026-11-1-\w{4}/u)?.[0] ?? '?'),
      );
      expect(history.text).not.toContain('Bản hiện hành');

      const before = await coordinator.say('/tonghop');
      expect(before.text).toMatch(
        inThatOrder('Báo cáo tháng 11/2026', 'Đúng hạn: 1\n', 'Nộp muộn: 0\n', 'Chưa nộp: 34\n', 'Cộng: 35 đơn vị'),
      );
      expect(before.text).toMatch(/Đã nhắc, chưa gửi \(1\): Huyện Cẩm Giàng\./u);
      expect(before.text).toMatch(/Chưa có đầu mối tham gia bot \(33\): /u);

      // L-2: Friday 13/11. Then Monday 16/11: a notice to who is missing, and a chase.
      // With the day's new figures, and on the 13th the first milestone of the coordinators' own report.
      await bot.moveClock('2026-11-13T08:30');
      expectDigests(coordinator, 2);
      expectOneEach([bad], [good, badLeader], /Còn 2 ngày làm việc/u);
      await bot.moveClock('2026-11-16T09:00');
      expectDigests(coordinator, 1);
      // On Monday a leader reads once what is due in the week.
      expect((await badLeader.next()).text).toMatch(/Tuần này đơn vị còn phải nộp/u);
      await announceToMissing(coordinator, [bad, badLeader]);
      await coordinator.say('/dondoc');
      expect(coordinator.received().at(-1)?.text).toMatch(
        inThatOrder('34 đơn vị chưa nộp', 'Cẩm Giàng', 'gửi tới 2 người'),
      );
      expect((await coordinator.press('Nhắc 2 người')).text).toContain('2 người');
      expect((await Promise.all([bad.next(), badLeader.next()])).every(({ text }) => text.includes('đôn đốc'))).toBe(
        true,
      );

      // The last day, and after it.
      await bot.moveClock('2026-11-17T08:30');
      expectDigests(coordinator, 1);
      expectOneEach([bad], [good, badLeader], /Hôm nay là ngày làm việc cuối cùng còn đúng hạn/u);
      await bot.moveClock('2026-11-17T15:00');
      expectDigests(coordinator, 0);
      expectOneEach([bad], [good, badLeader], /Hôm nay là ngày làm việc cuối cùng còn đúng hạn/u);
      await bot.moveClock('2026-11-18T08:30');
      expectDigests(coordinator, 2);
      expectOneEach([bad], [good, badLeader], inThatOrder('quá hạn', 'Quá hạn 1 ngày'));
      await bot.moveClock('2026-11-20T08:30');
      expectDigests(coordinator, 1);
      expectOneEach([bad, badLeader], [good], inThatOrder('quá hạn', 'Quá hạn 3 ngày làm việc'));
      // 24/11 is Vietnam Culture Day: the fifth working day is the 25th.
      // On the evening of the 20th the coordinators' own report, the compiled one, is on its last day.
      expect(await bot.moveClock('2026-11-25T08:29')).toMatchObject({ sent: 3 });
      expectDigests(coordinator, 2);
      expectOneEach([badLeader], [bad, good], /Tuần này đơn vị còn phải nộp/u);
      await bot.moveClock('2026-11-25T08:30');
      const digest = await coordinator.next();
      expect(digest.text).toMatch(
        inThatOrder('quá hạn lâu ngày', 'tháng 11/2026', 'còn 34 đơn vị chưa nộp', 'Huyện Cẩm Giàng'),
      );
      expect(digest.text).not.toContain('Bình Giang');
      expectOneEach([bad, badLeader], [good], inThatOrder('quá hạn', 'Quá hạn 5 ngày làm việc'));
      expectDigests(coordinator, 0);

      // Late, and a correction of the one that was on time.
      const late = await bad.say('/nop t11 hoi_nghi=2 nguoi_du=80 ket_qua=Hai hội nghị');
      expect(late.text).toContain('sẽ ghi nhận là nộp muộn');
      expect((await bad.press('Gửi báo cáo')).text).toMatch(inThatOrder('Bản thứ 1', 'Ghi nhận: nộp muộn'));
      expect((await good.say('/nop')).text).toContain('thời điểm tính đúng hạn không đổi');
      await good.say(filledIn(template, { ...values, hoi_nghi: '4' }));
      expect((await good.press('Gửi báo cáo')).text).toMatch(inThatOrder('Bản thứ 2', 'Ghi nhận: đúng hạn'));
      const after = await coordinator.say('/tonghop t11');
      expect(after.text).toMatch(inThatOrder('Đúng hạn: 1\n', 'Nộp muộn: 1\n', 'Chưa nộp: 33\n', 'Cộng: 35 đơn vị'));
      expect(after.text).toMatch(/Nộp muộn \(1\): Huyện Cẩm Giàng\./u);
      expect(after.text).not.toMatch(/Đã nhắc, chưa gửi/u);
      expect(await bot.moveClock('2026-11-27T20:00')).toMatchObject({ sent: 1 });
      expectDigests(coordinator, 1);
      for (const person of [good, bad, badLeader]) expect(person.unseen()).toEqual([]);
    }));

  it.concurrent('every way of handing a report in, and of not doing it', () =>
    onStage(
      async ({ fake, env }) => {
        const units = ['STC', 'SNV', 'STP', 'SCT', 'SXD'];
        const [guided, line, quitter, files, template] = await Promise.all(
          units.map((unit) => joinByShell({ fake, env }, 'liaison', unit)),
        );
        if (!guided || !line || !quitter || !files || !template) throw new Error('everybody joined');
        await Promise.all([
          handInGuided(guided),
          handInByLine(line),
          giveUpHalfWay(quitter),
          handInFiles(files),
          handInWithGaps(template),
        ]);
      },
      ['downloading a file failed'],
    ));

  it.concurrent('who may do what, and who belongs to two units', () =>
    onStage(async ({ bot, fake, env }) => {
      const [two, staff, stranger] = await Promise.all([
        joinByShell({ fake, env }, 'liaison', 'HND'),
        joinByShell({ fake, env }, 'staff', 'HND'),
        strangerTries(fake),
      ]);
      // The bot keeps its link for the shell within a second of knowing its own name.
      const second = await vi.waitFor(
        async () => {
          const invited = await inviteByShell(env, 'liaison', 'TDOAN');
          expect(invited.telegramLink).not.toBeNull();
          return invited;
        },
        { timeout: 120_000, interval: 100 },
      );
      expect(second.telegramLink).toBe(`https://t.me/bao_cao_bot?start=${second.code}`);
      await two.say(`/start ${second.code}`);
      await two.press('Đồng ý');
      const asked = await two.say('/nop hoi_nghi=1 nguoi_du=20 ket_qua=Một hội nghị');
      expect(asked.text).toContain('đơn vị');
      const preview = await two.press(/Tỉnh đoàn/u);
      expect(preview.text).toMatch(inThatOrder('Xem lại', 'Tỉnh đoàn', 'Hội nghị, tập huấn: 1'));
      expect((await two.press('Gửi báo cáo')).text).toMatch(inThatOrder('Đã nhận', 'TDOAN-2026-11-1-'));
      // Used up: it was for one.
      const late = telegramPerson(fake, 4998, 'Đến sau');
      expect((await late.say(`/start ${second.code}`)).text).toContain('hết số lượt');
      expect(stranger.received()).toHaveLength(3);

      for (const command of ['/tonghop', '/donvi', '/thongbao xin chào', '/dondoc', '/nop t11 hoi_nghi=1 ket_qua=x']) {
        expect((await staff.say(command)).text).toContain('ngoài quyền');
      }
      expect((await staff.say('/tonghopp')).text).toMatch(/chưa hiểu/u);
      expect(staff.received().at(-1)?.reply_markup?.inline_keyboard.flat().length).toBeLessThanOrEqual(3);
      expect((await bot.healthz()).body.channels).toContainEqual(
        expect.objectContaining({ name: 'telegram', ok: true }),
      );
    }));
});

async function announceToMissing(coordinator: TelegramPerson, recipients: readonly TelegramPerson[]): Promise<void> {
  const audience = await coordinator.say('/thongbao');
  expect(audience.text).toContain('cho ai');
  await coordinator.press('Đơn vị chưa nộp kỳ này');
  const words = 'Họp giao ban 14:00 <thứ Tư> & nộp báo cáo trước 18/11.';
  const preview = await coordinator.say(words);
  expect(preview.text).toContain(words);
  expect(preview.text).toMatch(/Gửi tới 2 người/u);
  expect(recipients.flatMap((person) => person.unseen())).toEqual([]);
  expect((await coordinator.press('Gửi cho 2 người')).text).toContain('2 người');
  for (const person of recipients)
    expect((await person.next()).text).toMatch(inThatOrder('Thông báo của', '14:00 <thứ Tư> &'));
  expect((await coordinator.next()).text).toMatch(/đã gửi xong: đến 2 người/u);
  const result = await coordinator.press('Xem kết quả gửi');
  expect(result.text).toMatch(/Đã đến: 2; đang gửi: 0; không đến: 0/u);
}

async function handInGuided(person: TelegramPerson): Promise<void> {
  await person.say('/nop');
  expect((await person.press('Trả lời từng câu')).text).toMatch(/^Câu 1\/12/u);
  expect((await person.say('nhiều lắm')).text).toMatch(inThatOrder('chưa phải là số', 'Câu 1/12'));
  expect((await person.say('5')).text).toMatch(/^Câu 2\/12/u);
  expect((await person.press('Quay lại')).text).toMatch(inThatOrder('^Câu 1/12', 'Hiện có: 5'));
  expect((await person.say('6')).text).toMatch(/^Câu 2\/12/u);
  expect((await person.say('-3')).text).toMatch(inThatOrder('số âm', 'Câu 2/12'));
  expect((await person.say('một trăm hai mươi')).text).toMatch(/^Câu 3\/12/u);
  for (let question = 4; question <= 9; question += 1) {
    expect((await person.press('Bỏ qua')).text).toMatch(new RegExp(`^Câu ${question}/12`, 'u'));
  }
  // The one that must be answered.
  expect((await person.say('bỏ qua')).text).toMatch(inThatOrder('bắt buộc', 'Câu 9/12'));
  expect((await person.say('Sáu hội nghị ở sáu xã')).text).toMatch(/^Câu 10\/12/u);
  await person.say('bỏ qua');
  await person.say('bo qua');
  const preview = await person.press('Bỏ qua');
  expect(preview.text).toMatch(inThatOrder('Xem lại', 'Hội nghị, tập huấn: 6', 'Lượt người dự: 120', 'Sáu hội nghị'));
  expect((await person.press('Gửi báo cáo')).text).toMatch(inThatOrder('Đã nhận', 'đúng hạn'));
}

async function handInByLine(person: TelegramPerson): Promise<void> {
  const faulty = await person.say('/nop t11 hoi_nghi=ba,5 nguoi_du=250 ket_qua=Đã tổ chức');
  expect(faulty.text).toMatch(/Hội nghị, tập huấn/u);
  expect((await person.say('/lichsu')).text).toContain('Chưa có báo cáo nào');
  expect((await person.say('/huy')).text).toMatch(/Đã bỏ báo cáo/u);
  const preview = await person.say('NỘP T11 hoi_nghi=3 nguoi_du=250 ket_qua=Đã tổ chức 3 hội nghị');
  expect(preview.text).toMatch(inThatOrder('Xem lại', 'Lượt người dự: 250', 'Đã tổ chức 3 hội nghị'));
  const changed = await person.say('nguoi_du=260');
  expect(changed.text).toMatch(inThatOrder('Xem lại', 'Hội nghị, tập huấn: 3', 'Lượt người dự: 260'));
  expect((await person.say('đồng ý')).text).toMatch(inThatOrder('Đã nhận', 'đúng hạn', 'SNV-2026-11-1-'));
}

async function giveUpHalfWay(person: TelegramPerson): Promise<void> {
  await person.say('/nop t11 hoi_nghi=3 nguoi_du=9 ket_qua=abc');
  expect((await person.say('/huy')).text).toMatch(/Đã bỏ báo cáo .*11\/2026 của Sở Tư pháp .*Chưa có gì được gửi đi/u);
  expect((await person.say('/huy')).text).toContain('Không có việc gì');
  // A button of what was left does nothing any more.
  expect((await person.press('Gửi báo cáo')).text).toContain('đã cũ');
  expect((await person.say('/nhiemvu')).text).toContain('Còn 1 báo cáo phải nộp');
  await person.say('/nop');
  expect((await person.press('Không phát sinh')).text).toMatch(inThatOrder('Xem lại', 'không phát sinh'));
  expect((await person.press('Gửi báo cáo')).text).toMatch(inThatOrder('Đã nhận', 'đúng hạn'));
}

async function handInFiles(person: TelegramPerson): Promise<void> {
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  const exe = Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), Buffer.alloc(600)]);
  const file = (name: string, bytes: Buffer, claimedSize?: number) =>
    person.sendFile({
      name,
      bytes,
      mediaType: 'application/pdf',
      ...(claimedSize === undefined ? {} : { claimedSize }),
    });
  await person.say('/nop');
  expect((await file('bao-cao.pdf', exe)).text).toMatch(/“bao-cao.pdf” chưa nhận được: nội dung không phải pdf/u);
  expect((await file('to.pdf', pdf, 21 * 1024 * 1024)).text).toMatch(/“to.pdf” chưa nhận được: lớn hơn 20 MB/u);
  const liar = Buffer.concat([pdf, Buffer.alloc(21 * 1024 * 1024)]);
  expect((await file('doi.pdf', liar, 1000)).text).toMatch(/“doi.pdf” chưa nhận được/u);
  expect((await file('khong-duoi', pdf)).text).toContain('Đã nhận 1 tệp kèm');
  const preview = await person.say('hoi_nghi=1 nguoi_du=30 ket_qua=Có tệp kèm');
  expect(preview.text).toMatch(inThatOrder('Xem lại', 'Tệp kèm: khong-duoi'));
  expect((await person.press('Gửi báo cáo')).text).toMatch(inThatOrder('Đã nhận', 'Tệp kèm: 1'));
}

async function handInWithGaps(person: TelegramPerson): Promise<void> {
  const offered = await person.say('nop');
  const [head = '', ...lines] = templateIn(offered).split('\n');
  const filled = filledIn(lines.toReversed().join('\n'), { hoi_nghi: '2', tin_bai: 'không rõ', mang_xa_hoi: '1 234' });
  const faulty = await person.say(`Kính gửi anh chị\n${head}\n${filled}`);
  // Nothing is stored; it says which value and why, and goes on from there.
  expect(faulty.text).toMatch(inThatOrder('Tin, bài báo chí', '“không rõ”', 'Câu 1/2'));
  expect((await person.say('15')).text).toMatch(/Câu 2\/2/u);
  const preview = await person.say('Hai hội nghị\nvà một bản tin');
  expect(preview.text).toMatch(
    inThatOrder('Xem lại', 'Hội nghị, tập huấn: 2', 'Tin, bài báo chí: 15', '1.234', 'và một bản tin'),
  );
  await person.press('Bỏ, không gửi');
  expect((await person.say('/lichsu')).text).toContain('Chưa có báo cáo nào');
}

async function strangerTries(fake: FakeTelegram): Promise<TelegramPerson> {
  const stranger = telegramPerson(fake, 4999, 'Người lạ');
  expect((await stranger.say('/tonghop')).text).toContain('chưa tham gia');
  for (const left of [4, 3]) expect((await stranger.say('/start ABCD234567')).text).toContain(`còn ${left} lần`);
  // Enough for today: silence, whatever comes.
  const had = stranger.received().length;
  for (const text of ['xin chào', '/trogiup', '/start BCDA234567']) fake.say(4999, text, { name: 'Người lạ' });
  await fake.until(() => fake.calls.filter(({ method }) => method === 'getUpdates').length > 3);
  expect(stranger.received()).toHaveLength(had);
  return stranger;
}
