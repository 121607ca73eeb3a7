import { mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BotProcess } from '../support/bot-process.ts';
import { makeFolder, rehearsalOver, startBot, TOKEN } from '../support/bot-process.ts';
import { canBrowse, launchChromium, PATIENCE_MS } from '../support/chromium.ts';
import type { FakeTelegram } from '../support/fake-telegram.ts';
import { startFakeTelegram } from '../support/fake-telegram.ts';
import { fileOf } from '../support/sample-files.ts';

/** Pictures to look at after a run. */
const SHOTS = join(tmpdir(), 'room');
const PDF = fileOf('a.pdf').bytes ?? Buffer.alloc(0);
const LIAISON = 'Cán bộ đầu mối';
const CLOCK = { REHEARSAL_START: '2026-11-12T08:00', REHEARSAL_SPEED: '0' };
const COORDINATOR = 'Cán bộ điều phối';

/** A real bot's link is known here, because the room stands beside a (pretended) Telegram. */
describe.skipIf(!canBrowse())('files in the room', () => {
  const folder = makeFolder();
  let telegram: FakeTelegram;
  let bot: BotProcess;
  let browser: Browser;
  let page: Page;

  // At the same address as before: the page remembers who was shown.
  const start = async (port = '0'): Promise<void> => {
    const asked = telegram.calls.length;
    bot = await startBot(rehearsalOver(telegram.url, folder.path, { ...CLOCK, PORT: port, LOG_LEVEL: 'warn' }));
    // From then on the bot's name is known, and with it its link.
    await telegram.until(({ calls }) => calls.slice(asked).some(({ method }) => method === 'getUpdates'), 30_000);
    await page.goto(bot.url);
  };

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    telegram = await startFakeTelegram({ token: TOKEN });
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1360, height: 850 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(PATIENCE_MS);
    // A room alone is given its people; they are still there beside a platform.
    const alone = { ...CLOCK, PORT: '0', DATABASE_PATH: join(folder.path, 'bot.sqlite'), LOG_LEVEL: 'warn' };
    await (await startBot(alone)).stop();
    await start();
  });

  afterAll(async () => {
    await browser.close();
    await bot.stop();
    await telegram.close();
    folder.remove();
  });

  const pane = (title: string) => page.getByRole('region', { name: title });
  const say = async (title: string, text: string): Promise<void> => {
    await pane(title).getByRole('textbox').fill(text);
    await pane(title).getByRole('button', { name: 'Gửi', exact: true }).click();
  };

  test('a QR is shown, and files come back, after a restart too', async () => {
    await say(COORDINATOR, '/moi HBG');
    const qr = pane(COORDINATOR).locator('.picture img').last();
    await qr.waitFor();
    await expect.poll(() => qr.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);

    // Chosen, so that the page remembers who was shown.
    await page.getByRole('button', { name: /Huyện Bình Giang/ }).click();
    await pane(LIAISON).getByText('Huyện Bình Giang').first().waitFor();
    await say(LIAISON, '/nop t11 hoi_nghi=3 nguoi_du=250 ket_qua=Ba hội nghị');
    await pane(LIAISON).getByText('Xem lại trước khi gửi').last().waitFor();
    const picture = { name: 'Ảnh hội nghị.png', mimeType: 'image/png', buffer: readFileSync('docs/room.png') };
    const document = { name: 'Báo cáo ký số – Đông Hoà.pdf', mimeType: 'application/pdf', buffer: PDF };
    for (const file of [picture, document]) {
      await pane(LIAISON).locator('input[type=file]').setInputFiles(file);
      await pane(LIAISON).getByRole('button', { name: 'Gửi', exact: true }).click();
      await pane(LIAISON).getByText(`Tệp kèm: `).last().waitFor();
      await pane(LIAISON).locator('.line.bot', { hasText: file.name }).last().waitFor();
    }
    await pane(LIAISON).getByRole('button', { name: 'Gửi báo cáo' }).last().click();
    await pane(LIAISON).getByText('Đã nhận báo cáo').last().waitFor();
    await say(LIAISON, '/lichsu');
    await pane(LIAISON)
      .getByRole('button', { name: /^Lấy tệp tháng 11\/2026.*\(2\)$/u })
      .last()
      .click();
    await pane(LIAISON).locator('.line.bot a.file').last().waitFor();
    await page.screenshot({ path: join(SHOTS, 'files.png') });

    const { port } = new URL(bot.url);
    await bot.stop();
    await start(port);
    const link = pane(LIAISON).locator('.line.bot a.file').last();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('Báo cáo ký số – Đông Hoà.pdf');
    expect(readFileSync(await download.path())).toEqual(PDF);
    const shown = pane(LIAISON).locator('.line.bot .picture img').last();
    await shown.scrollIntoViewIfNeeded();
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
    await page.screenshot({ path: join(SHOTS, 'files-after-restart.png') });
  });
});
