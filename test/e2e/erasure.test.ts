import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inviteByShell, makeFolder, rehearsalOver, runScript, startBot, TOKEN } from '../support/bot-process.ts';
import { startFakeTelegram } from '../support/fake-telegram.ts';
import { startFakeZalo } from '../support/fake-zalo.ts';
import { telegramPerson } from '../support/telegram-person.ts';
import { joinOverZalo, rehearsalOverZalo, ZALO_TOKENS, type ZaloPerson } from '../support/zalo-person.ts';

const TELEGRAM_CHAT = 7_394_620_518;
const WORDS = 'hoa phượng tím nở sớm bên cầu';

/** Where any of the traces stands in a file below the folder: "bot.sqlite-wal: Trịnh". */
function found(folder: string, traces: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = join(folder, name);
    if (!statSync(path).isFile()) return [];
    const bytes = readFileSync(path);
    return traces.filter((trace) => bytes.includes(trace)).map((trace) => `${name}: ${trace}`);
  });
}

/** Makes whoever types on `write` the person of `owner`. */
async function mergeInto(owner: ZaloPerson, write: (text: string) => Promise<string>): Promise<void> {
  owner.unseen();
  const code = /\/batdau (\S+)/u.exec(await owner.say('/toi lienket'))?.[1] ?? '';
  expect(await write(`/batdau ${code}`)).toContain('Gộp lại');
  expect(await write('Gộp lại')).toContain('đang chờ xác nhận');
  expect(await owner.next()).toContain('Xác nhận liên kết');
  expect(await owner.say('đúng')).toContain('Đã liên kết');
}

it('joined three times, merged in a chain, half a report typed, withdrawn: no file has name, chat or words', async () => {
  const folder = makeFolder();
  const telegram = await startFakeTelegram({ token: TOKEN });
  const zalo = await startFakeZalo({ tokens: ZALO_TOKENS });
  const env = { ...rehearsalOver(telegram.url, folder.path), ...rehearsalOverZalo(zalo.url, folder.path) };
  const bot = await startBot(env);
  try {
    const codeFor = async (role: string) => (await inviteByShell(env, role, 'HBG')).code;
    const first = telegramPerson(telegram, TELEGRAM_CHAT, 'Trịnh Hoài Nam');
    await first.say(`/start ${await codeFor('liaison')}`);
    await first.press('Đồng ý');
    const second = await joinOverZalo(zalo, { bot: '1', code: await codeFor('leader'), name: 'Nam Trịnh Zalo' });
    const third = await joinOverZalo(zalo, { bot: '2', code: await codeFor('liaison'), name: 'Hoài Nam Hai' });
    const traces = ['Trịnh', 'Hoài Nam', 'Nam Trịnh', WORDS, 'giao-ban-rieng', String(TELEGRAM_CHAT)];
    traces.push(second.chat, third.chat);

    await first.say(`/nop hoi_nghi=2; ket_qua=${WORDS}`);
    await first.sendFile({
      name: 'giao-ban-rieng.pdf',
      bytes: Buffer.from(`%PDF-1.4 ${WORDS}`),
      mediaType: 'application/pdf',
    });
    await first.say(`/toi yeucau ${WORDS}`);
    await mergeInto(second, async (text) => (await first.say(text)).text);
    await mergeInto(third, (text) => second.say(text));
    await first.say('/nop t11');
    await first.say(`ket_qua=${WORDS}`);
    expect(found(folder.path, traces)).not.toEqual([]);

    await third.say('/toi rut');
    expect(await third.say('Rút lại đồng ý')).toContain('Đã rút lại đồng ý');
    await expect.poll(() => found(folder.path, traces)).toEqual([]);
    expect(await runScript('backup', [join(folder.path, 'copy.sqlite')], env)).toMatchObject({ code: 0 });
    expect(found(folder.path, traces)).toEqual([]);
    expect(await runScript('audit-check', [], env)).toMatchObject({ code: 0 });

    // Whoever comes back is somebody new.
    expect(await third.say('/toi')).toContain('/batdau');
    expect((await bot.stop()).code).toBe(0);
    expect(found(folder.path, traces.slice(0, 5))).toEqual([]);
  } finally {
    await bot.kill();
    await Promise.all([telegram.close(), zalo.close()]);
    folder.remove();
  }
});
