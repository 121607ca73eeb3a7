import { expect, it } from 'vitest';
import { inviteByShell, makeFolder, rehearsalOver, startBot, TOKEN } from '../support/bot-process.ts';
import { startFakeTelegram } from '../support/fake-telegram.ts';
import { startFakeZalo } from '../support/fake-zalo.ts';
import { fileOf } from '../support/sample-files.ts';
import { joinByShell } from '../support/telegram-person.ts';
import { joinOverZalo, rehearsalOverZalo, ZALO_TOKENS } from '../support/zalo-person.ts';

const JPG = fileOf('a.jpg').bytes ?? Buffer.alloc(0);
const PROSE = 'Đã tuyên truyền về Nghị quyết 57 tới cán bộ và nhân dân. ';

/** A report of more than the limit, cut there. */
function cutReport(limit: number): [string, string] {
  const prose = PROSE.repeat(Math.ceil(limit / PROSE.length / 3)).trim();
  const whole = `/nop t11 hoi_nghi=3 ket_qua=${prose}\nvuong_mac=${prose}\nkien_nghi=${prose}`;
  return [whole.slice(0, limit), whole.slice(limit)];
}

const previewsIn = (texts: readonly string[]): number =>
  texts.filter((text) => text.includes('Xem lại trước khi gửi')).length;

it('albums and texts that the app cut are answered once, on both platforms', async () => {
  const folder = makeFolder();
  const telegram = await startFakeTelegram({ token: TOKEN });
  const zalo = await startFakeZalo({ tokens: ZALO_TOKENS });
  const env = { ...rehearsalOverZalo(zalo.url, folder.path), ...rehearsalOver(telegram.url, folder.path) };
  const bot = await startBot(env);
  try {
    const an = await joinByShell({ fake: telegram, env }, 'liaison', 'HBG');
    for (const part of cutReport(4096)) telegram.say(an.chat, part);
    const onTelegram = () => an.received().map(({ text }) => text);
    await telegram.until(() => onTelegram().at(-1)?.includes('Để trống'));
    expect(previewsIn(onTelegram())).toBe(1);
    for (let at = 0; at < 4; at++)
      telegram.sendFile(an.chat, { name: '', bytes: JPG, mediaType: 'image/jpeg', asPhoto: true, album: 'a1' });
    await telegram.until(() => onTelegram().at(-1)?.includes('Tệp kèm'));
    expect(previewsIn(onTelegram())).toBe(2);
    an.unseen();
    expect((await an.press('Gửi báo cáo')).text).toMatch(/Đã nhận báo cáo.*Tệp kèm: 4/su);
    expect(an.unseen()).toEqual([]);

    const { code } = await inviteByShell(env, 'liaison', 'HCG');
    const mai = await joinOverZalo(zalo, { bot: '1', code, name: 'Mai' });
    for (const part of cutReport(2000)) zalo.say('1', mai.chat, part);
    const onZalo = () => mai.received().map(({ text }) => text);
    await zalo.until(() => onZalo().at(-1)?.includes('Để trống'));
    expect(previewsIn(onZalo())).toBe(1);
    for (let at = 0; at < 3; at++) zalo.sendPhoto('1', mai.chat, { bytes: JPG });
    await zalo.until(() => onZalo().at(-1)?.includes('Tệp kèm'));
    expect(previewsIn(onZalo())).toBe(2);
    mai.unseen();
    expect(await mai.say('1')).toMatch(/Đã nhận báo cáo.*Tệp kèm: 3/su);
    expect(mai.unseen()).toEqual([]);
    expect((await bot.stop()).code).toBe(0);
  } finally {
    await bot.kill();
    await Promise.all([telegram.close(), zalo.close()]);
    folder.remove();
  }
});
