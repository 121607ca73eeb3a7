import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inviteByShell, makeFolder, rehearsalOver, runScript, startBot, TOKEN } from '../support/bot-process.ts';
import { startFakeTelegram } from '../support/fake-telegram.ts';
import { startFakeZalo } from '../support/fake-zalo.ts';
import { fileOf } from '../support/sample-files.ts';
import { joinOverZalo, rehearsalOverZalo, ZALO_TOKENS } from '../support/zalo-person.ts';

const PUBLIC_URL = 'https://bot.example.vn';
const PDF = fileOf('a.pdf').bytes ?? Buffer.alloc(0);
const PNG = fileOf('a.png').bytes ?? Buffer.alloc(0);

describe('files back from the bot, over Zalo', () => {
  it('a picture is fetched by the platform, a document by its page, the same after a restart and a restore', async () => {
    const folder = makeFolder();
    let botUrl = '';
    const reroute = (url: string): string => url.replace(`${PUBLIC_URL}/`, botUrl);
    const zalo = await startFakeZalo({ tokens: ZALO_TOKENS, reroute });
    const telegram = await startFakeTelegram({ token: TOKEN });
    const env = {
      ...rehearsalOverZalo(zalo.url, folder.path),
      ...rehearsalOver(telegram.url, folder.path),
      PUBLIC_URL,
    };
    let bot = await startBot(env);
    botUrl = bot.url;
    try {
      const { code } = await inviteByShell(env, 'liaison', 'HBG');
      const an = await joinOverZalo(zalo, { bot: '1', code, name: 'An' });
      await an.say('/nop t11 hoi_nghi=3 nguoi_du=250 ket_qua=Ba hội nghị');
      await an.after(() => zalo.sendPhoto('1', an.chat, { bytes: PNG }));
      const upload = /https:\S+/u.exec(await an.say('/tep'))?.[0] ?? '';
      const form = new FormData();
      form.set('file', new Blob([new Uint8Array(PDF)]), 'Báo cáo T11.pdf');
      await fetch(reroute(upload), { method: 'POST', body: form });
      await an.next();
      await an.say('1');

      const askForFiles = async () => {
        expect(await an.say('/lichsu')).toContain('Trả lời 1 để chọn: Lấy tệp');
        expect(await an.say('1')).toContain('2 tệp');
        const caption = await an.next();
        const page = await an.next();
        const picture = an.received().at(-2)?.picture;
        return { caption, page, picture };
      };
      const got = await askForFiles();
      expect(got.caption).toContain('bản 1');
      expect(got.picture?.bytes).toEqual(PNG);
      // Fetched again after the send was answered: it is still there.
      await zalo.until(() => got.picture?.statuses.length === 4);
      expect(got.picture?.statuses).toEqual([200, 200, 200, 200]);

      const address = reroute(/https:\S+/u.exec(got.page)?.[0] ?? '');
      const shown = await fetch(address);
      expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await shown.text()).toContain('Báo cáo T11.pdf');

      // Another process on a restored copy, at another address.
      const copy = join(folder.path, 'ban-sao.sqlite');
      await runScript('backup', [copy], env);
      await bot.kill();
      await runScript('restore', [copy, '--yes'], env);
      bot = await startBot(env);
      botUrl = bot.url;
      const file = await fetch(reroute(/https:\S+/u.exec(got.page)?.[0] ?? ''), { method: 'POST' });
      expect(Buffer.from(await file.arrayBuffer())).toEqual(PDF);
      expect(file.headers.get('content-disposition')).toContain("filename*=UTF-8''B%C3%A1o");
      expect((await askForFiles()).picture?.bytes).toEqual(PNG);
      expect((await bot.stop()).code).toBe(0);
    } finally {
      await bot.kill();
      await Promise.all([zalo.close(), telegram.close()]);
      folder.remove();
    }
  });
});

describe('an invitation over Telegram', () => {
  it('comes with its link as a QR picture after the words', async () => {
    const folder = makeFolder();
    const telegram = await startFakeTelegram({ token: TOKEN });
    const env = rehearsalOver(telegram.url, folder.path);
    const bot = await startBot(env);
    try {
      const { code } = await inviteByShell(env, 'coordinator');
      telegram.say(4001, `/batdau ${code}`, { name: 'Bình' });
      await telegram.until(() => telegram.sent.length >= 1);
      telegram.press(
        4001,
        telegram.sent.at(-1)!.message_id,
        telegram.sent.at(-1)!.reply_markup!.inline_keyboard[0]![0]!.callback_data,
      );
      await telegram.until(() => telegram.sent.length >= 2);
      telegram.say(4001, '/moi HBG');
      await telegram.until(() => telegram.sent.some(({ method }) => method === 'sendPhoto'));
      const [words, picture] = telegram.sent.slice(-2);
      expect(words?.text).toContain('/batdau');
      expect(picture).toMatchObject({ method: 'sendPhoto', document: { name: 'ma-moi-qr.png' } });
      expect((await bot.stop()).code).toBe(0);
    } finally {
      await bot.kill();
      await telegram.close();
      folder.remove();
    }
  });
});
