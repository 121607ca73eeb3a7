import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BotProcess } from '../support/bot-process.ts';
import { makeFolder, startBot } from '../support/bot-process.ts';
import { canBrowse, launchChromium, PATIENCE_MS } from '../support/chromium.ts';

/** Pictures to look at after a run. */
const SHOTS = join(tmpdir(), 'room');
const UNIT = 'Huyện Bình Giang';
const OTHER = 'Báo Hải Dương';

/** A round lived through in the room, over the real program: nothing here is staged but the opening state. */
describe.skipIf(!canBrowse()).each([
  { name: 'desk', viewport: { width: 1360, height: 850 }, tabs: false },
  { name: 'phone', viewport: { width: 390, height: 844 }, tabs: true },
])('a round in the room, $name', ({ name, viewport, tabs }) => {
  const folder = makeFolder();
  let bot: BotProcess;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    bot = await startBot({
      PORT: '0',
      DATABASE_PATH: join(folder.path, 'room.sqlite'),
      REHEARSAL_START: '2026-11-12T08:00',
      REHEARSAL_SPEED: '0',
      LOG_LEVEL: 'warn',
    });
    browser = await launchChromium();
    page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(bot.url);
  });

  afterAll(async () => {
    await browser.close();
    await bot.stop();
    folder.remove();
  });

  const pane = (title: string) => page.getByRole(tabs ? 'tabpanel' : 'region', { name: title });
  const lines = (who: string) => page.getByRole('log', { name: `Trò chuyện của ${who}` });
  const round = () => page.getByRole('region', { name: 'Tình hình kỳ báo cáo' });
  const figures = () => round().getByRole('img').first().getAttribute('aria-label');
  const shot = (what: string) => page.screenshot({ path: join(SHOTS, `round-${name}-${what}.png`) });

  async function turnTo(title: string): Promise<void> {
    if (tabs) await page.getByRole('tab', { name: title }).click();
  }

  async function say(title: string, who: string, text: string): Promise<void> {
    await turnTo(title);
    await page.getByRole('textbox', { name: `Tin nhắn của ${who}` }).fill(text);
    await pane(title).getByRole('button', { name: 'Gửi', exact: true }).click();
  }

  async function beLiaisonOf(unit: string): Promise<void> {
    await turnTo('Cán bộ đầu mối');
    const chip = round().getByRole('button', { name: new RegExp(unit) });
    if (!(await chip.isVisible())) await round().locator('#round-toggle').click();
    await chip.click();
    await pane('Cán bộ đầu mối').getByText(unit).first().waitFor();
  }

  test('reminder, template, receipt, strip, overdue elsewhere, summary', async () => {
    await round().getByRole('heading', { name: 'Báo cáo tháng 11/2026' }).waitFor();
    const before = await figures();
    expect(before).toMatch(/^10 đúng hạn, 0 muộn, 25 chưa có, trên tổng số 35 đơn vị/);
    await shot('1-opening');

    await beLiaisonOf(UNIT);
    await page.getByRole('button', { name: 'Đến lần nhắc tới' }).click();
    await lines('cán bộ đầu mối').getByText('Còn 2 ngày làm việc.').last().waitFor();

    await say('Cán bộ đầu mối', 'cán bộ đầu mối', '/nop');
    const template = await lines('cán bộ đầu mối').getByText('#BC thang 2026-11 HBG').last().innerText();
    const filled = template
      .replace('(hoi_nghi):', '(hoi_nghi): 3')
      .replace('(nguoi_du):', '(nguoi_du): 250')
      .replace(/\(ket_qua, bắt buộc\):/, '(ket_qua): Đã tổ chức 3 hội nghị chuyên đề');
    await say('Cán bộ đầu mối', 'cán bộ đầu mối', filled);
    await lines('cán bộ đầu mối').getByText('Xem lại trước khi gửi').waitFor();
    await shot('2-preview');
    await pane('Cán bộ đầu mối').getByRole('button', { name: 'Gửi báo cáo' }).last().click();
    await lines('cán bộ đầu mối').getByText('Đã nhận báo cáo').waitFor();
    await expect.poll(figures).toMatch(/^11 đúng hạn, 0 muộn, 24 chưa có/);
    await shot('3-receipt');

    await page.getByRole('button', { name: 'Qua hạn' }).click();
    await beLiaisonOf(OTHER);
    await lines('cán bộ đầu mối').getByText('Báo cáo đã quá hạn').last().waitFor();
    await shot('4-overdue');
    await beLiaisonOf(UNIT);
    expect(await lines('cán bộ đầu mối').getByText('Báo cáo đã quá hạn').count()).toBe(0);

    await say('Cán bộ điều phối', 'cán bộ điều phối', '/tonghop');
    const summary = lines('cán bộ điều phối').getByText('Cộng: ').last();
    await summary.waitFor();
    const text = await lines('cán bộ điều phối').innerText();
    for (const line of ['Đúng hạn: 11', 'Nộp muộn: 0', 'Chưa nộp: 24', 'Cộng: 35 đơn vị']) expect(text).toContain(line);
    await shot('5-summary');
  });
});
