import { describe, expect, it } from 'vitest';
import type { BotProcess, Env } from '../support/bot-process.ts';
import { inviteByShell, makeFolder, rehearsalOver, startBot, TOKEN } from '../support/bot-process.ts';
import { type FakeTelegram, startFakeTelegram } from '../support/fake-telegram.ts';
import { type FakeZalo, startFakeZalo } from '../support/fake-zalo.ts';
import { fileOf } from '../support/sample-files.ts';
import {
  checkReadable,
  joinOverZalo,
  rehearsalOverZalo,
  ZALO_TOKENS,
  type ZaloPerson,
  zaloPerson,
} from '../support/zalo-person.ts';

const PUBLIC_URL = 'https://bot.example.vn';
const PDF = fileOf('a.pdf').bytes ?? Buffer.alloc(0);
const JPG = fileOf('a.jpg').bytes ?? Buffer.alloc(0);

interface Stage {
  bot: BotProcess;
  zalo: FakeZalo;
  telegram: FakeTelegram;
  env: Env;
}

async function onStage(more: Env, run: (stage: Stage) => Promise<void>): Promise<void> {
  const folder = makeFolder();
  const zalo = await startFakeZalo({ tokens: ZALO_TOKENS });
  const telegram = await startFakeTelegram({ token: TOKEN });
  const env = { ...rehearsalOverZalo(zalo.url, folder.path), ...more };
  if (more.TELEGRAM_BOT_TOKEN !== undefined) Object.assign(env, rehearsalOver(telegram.url, folder.path));
  const bot = await startBot(env);
  try {
    await run({ bot, zalo, telegram, env });
    expect((await bot.stop()).code, 'exit code').toBe(0);
    for (const message of zalo.sent) checkReadable(message.text);
  } finally {
    await bot.kill();
    await Promise.all([zalo.close(), telegram.close()]);
    folder.remove();
  }
}

async function joinZalo({ zalo, env }: Stage, bot: string, unit: string): Promise<ZaloPerson> {
  const { code } = await inviteByShell(env, 'liaison', unit);
  return joinOverZalo(zalo, { bot, code, name: `Người ${unit}` });
}

/** The page a message links to, at the address where the bot is in truth. */
function pageIn(text: string, { bot }: Stage): string {
  const link = /https:\/\/bot\.example\.vn\/(upload\/[\w-]{20,})/u.exec(text)?.[1];
  if (link === undefined) throw new Error(`no link in:\n${text}`);
  return `${bot.url}${link}`;
}

async function get(url: string): Promise<{ status: number; text: string; headers: Headers }> {
  const answer = await fetch(url);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

async function hand(url: string, name: string, bytes: Buffer): Promise<{ status: number; text: string }> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  const answer = await fetch(url, { method: 'POST', body: form, headers: { connection: 'close' } });
  return { status: answer.status, text: await answer.text() };
}

describe('files over Zalo', () => {
  it.concurrent('a page that takes one file, once, within a day', () =>
    onStage({ PUBLIC_URL }, async (stage) => {
      const { bot, zalo } = stage;
      const person = await joinZalo(stage, '1', 'HBG');
      const offer = await person.say('/tep');
      expect(offer).toMatch(/dùng được một lần, đến 08:00 ngày 07\/11\/2026/u);
      const page = pageIn(offer, stage);
      const shown = await get(page);
      expect(shown.status).toBe(200);
      expect(shown.text).toMatch(/name="viewport".*tối đa 20 MB.*<input id="file" name="file" type="file"/su);
      // The address is a key: it is neither kept in a cache nor told to the next page.
      expect(shown.headers.get('cache-control')).toBe('no-store');
      expect(shown.headers.get('referrer-policy')).toBe('no-referrer');

      // What cannot be taken leaves the page open.
      expect(await hand(page, 'bao cao.exe', Buffer.from('MZ\u0090\u0000not a report'))).toMatchObject({ status: 422 });
      expect(await hand(page, 'gia.pdf', Buffer.from('<html>not a pdf</html>'))).toMatchObject({ status: 422 });
      expect(await hand(page, 'trong.pdf', Buffer.alloc(0))).toMatchObject({ status: 400 });
      expect(await hand(page, 'lon.pdf', Buffer.concat([PDF, Buffer.alloc(21 * 1024 * 1024)]))).toMatchObject({
        status: 413,
        text: expect.stringContaining('lớn hơn 20 MB'),
      });
      expect((await fetch(page, { method: 'POST', body: 'file=x' })).status).toBe(400);
      expect((await get(page)).status).toBe(200);
      expect(person.unseen()).toEqual([]);

      // In the middle of a report: the chat goes on with the file attached.
      await person.say('/nop t11 hoi_nghi=3 nguoi_du=250 ket_qua=Ba hội nghị');
      const taken = await hand(page, 'Báo cáo T11.pdf', PDF);
      expect(taken).toMatchObject({ status: 200, text: expect.stringContaining('Đã nhận tệp') });
      expect(await person.next()).toMatch(/Xem lại trước khi gửi.*Tệp kèm: Báo cáo T11\.pdf/su);
      for (const again of [await get(page), await hand(page, 'x.pdf', PDF)]) {
        expect(again).toMatchObject({ status: 410, text: expect.stringContaining('đã được dùng') });
      }
      expect(await person.say('1')).toMatch(/Đã nhận báo cáo.*Tệp kèm: 1/su);

      // Two who send at once: one file.
      const second = pageIn(await person.say('/tep'), stage);
      const both = await Promise.all([hand(second, 'a.pdf', PDF), hand(second, 'b.jpg', JPG)]);
      // Refused as being used (409), or as used (410) where the other one was through before it came.
      expect(both.map(({ status }) => status).sort()).toEqual([
        200,
        expect.toSatisfy((status) => [409, 410].includes(status)),
      ]);
      expect(await person.next()).toMatch(/Tệp kèm: Báo cáo T11\.pdf \(bản 1\), [ab]\.pdf/u);

      const third = pageIn(await person.say('/tep'), stage);
      for (const wrong of [`${third}x`, third.slice(0, -3), `${bot.url}upload/x`, `${bot.url}upload/%00`]) {
        expect(await get(wrong)).toMatchObject({ status: 410, text: expect.stringContaining('không đúng') });
        expect((await hand(wrong, 'x.pdf', PDF)).status).toBe(410);
      }
      await bot.moveClock('2026-11-07T08:00');
      expect(await get(third)).toMatchObject({ status: 410, text: expect.stringContaining('đã hết hạn') });
      expect((await hand(third, 'x.pdf', PDF)).status).toBe(410);
      // A file the app would not pass on: the way is shown at once.
      const shownWay = await person.after(() => zalo.sendUnsupported(person.bot, person.chat));
      expect(pageIn(shownWay, stage)).toContain('/upload/');
      expect(person.unseen()).toEqual([]);
    }));

  it.concurrent('without a public address the other ways are said, and only those that are open', () =>
    Promise.all([
      onStage({}, async (stage) => {
        const person = await joinZalo(stage, '1', 'STC');
        const ways = await person.say('/tep');
        expect(ways).toMatch(/ảnh chụp văn bản.*hệ thống văn bản/su);
        expect(ways).not.toContain('Telegram');
        expect((await get(`${stage.bot.url}upload/${'x'.repeat(32)}`)).status).toBe(404);
        // A picture gets through by itself, with its bytes stored at once.
        const after = await person.after(() => stage.zalo.sendPhoto('1', person.chat, { bytes: JPG }));
        expect(after).toContain('1 tệp kèm');
      }),
      onStage({ TELEGRAM_BOT_TOKEN: TOKEN }, async (stage) => {
        const person = await joinZalo(stage, '1', 'STC');
        expect(await person.say('/tep')).toMatch(/ảnh chụp văn bản.*Telegram \(gõ \/toi lienket\).*hệ thống văn bản/su);
      }),
    ]).then(() => {}));

  it.concurrent('a group belongs to one unit, is answered when it asks, and sees that unit alone', () =>
    onStage({}, async (stage) => {
      const { bot, zalo, env } = stage;
      const { code } = await inviteByShell(env, 'staff', 'HCG');
      const liaison = await joinZalo(stage, '1', 'HCG');
      const group = zaloPerson(zalo, '1', 'zgr-1', 'nhóm');
      const say = (text: string) => group.after(() => zalo.say('1', 'zgr-1', text, { group: true, from: 'zl-a' }));
      expect(await say('/nhiemvu')).toContain('chưa gắn với đơn vị nào');
      expect(await say('/batdau XXXXXXXXXX')).toMatch(/không đúng|còn \d lần/u);
      expect(await say(`/batdau ${code}`)).toContain('Đã gắn nhóm này với Ủy ban nhân dân huyện Cẩm Giàng');
      const tasks = await say('/nhiemvu');
      expect(tasks).toMatch(/Báo cáo tháng 11\/2026 – Ủy ban nhân dân huyện Cẩm Giàng/u);
      expect(tasks).not.toMatch(/Bình Giang|Trả lời \d/u);
      expect(await say('/tonghop')).toMatch(/Trong nhóm, bot chỉ trả lời \/nhiemvu/u);
      // Reminders and receipts are for people, not for groups.
      await bot.moveClock('2026-11-10T08:30');
      expect(await liaison.next()).toContain('Nhắc hạn');
      expect(group.unseen()).toEqual([]);
      zalo.sendUnsupported('1', 'zgr-1', { group: true, from: 'zl-a' });
      await liaison.say('/nhiemvu');
      expect(group.unseen()).toEqual([]);
    }));
});
