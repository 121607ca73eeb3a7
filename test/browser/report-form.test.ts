import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer } from '../../src/web/server.ts';
import { seriousFindings } from '../support/axe.ts';
import { canBrowse, launchChromium, PATIENCE_MS } from '../support/chromium.ts';
import { openReportSite, PUBLIC, pageIn } from '../support/report-site.ts';

/** Pictures to look at after a run. */
const SHOTS = join(tmpdir(), 'room');
const DESK = { viewport: { width: 1280, height: 850 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let browser: Browser;

/** A liaison at the page of their report, in a real browser. */
async function open(device: BrowserContextOptions) {
  const site = openReportSite();
  const an = site.bench.join('liaison', 'HBG', { channel: 'zalo', name: 'Nguyễn Văn An' });
  await site.bench.tick();
  await site.say(an, '/nop');
  const server = await startServer({ host: '127.0.0.1', port: 0, routes: site.routes, log: { error() {} } });
  const context = await browser.newContext({ ...device, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  const url = pageIn(site.bench, an).replace(`${PUBLIC}/`, server.url);
  await page.goto(url);
  const latest = () => site.bench.store.submissions.latestOf(site.bench.task('HBG', '2026-11').id);
  const done = async () => {
    expect(faults).toEqual([]);
    await context.close();
    await server.close();
  };
  return { ...site, an, page, context, latest, done };
}

const field = (page: Page, name: RegExp) => page.getByRole('textbox', { name });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const shot = (page: Page, name: string) => page.screenshot({ path: join(SHOTS, `form-${name}.png`), fullPage: true });

async function fillIn(page: Page): Promise<void> {
  await field(page, /bao nhiêu hội nghị/).fill('3');
  await field(page, /lượt người dự/).fill('1.250');
  await field(page, /bắt buộc/).fill('Ba hội nghị, đủ các xã.');
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}

describe.skipIf(!canBrowse())('the report’s page in a browser', () => {
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test.each([
    ['phone', PHONE],
    ['phone-no-script', { ...PHONE, javaScriptEnabled: false }],
    ['desk', DESK],
    ['desk-no-script', { ...DESK, javaScriptEnabled: false }],
  ])('is lived through on: %s', async (name, device) => {
    const { page, latest, done } = await open(device);
    await page.getByText('Nguyễn Văn An').waitFor();
    await expectNoSidewaysScroll(page);
    if (!name.includes('script')) expect(await seriousFindings(page)).toEqual([]);
    await shot(page, name);
    await field(page, /bao nhiêu hội nghị/).fill('ba bốn');
    await field(page, /kiến nghị/).fill('x'.repeat(1600));
    await press(page, 'Xem lại trước khi gửi');
    await page.getByText('Xin xem lại các mục sau').waitFor();
    await page.getByText('dài 1.600/1.500 ký tự; xin bớt 100 ký tự').first().waitFor();
    await expectNoSidewaysScroll(page);
    await shot(page, `${name}-faults`);
    await field(page, /kiến nghị/).fill('');
    if (!name.includes('script')) expect(await seriousFindings(page)).toEqual([]);
    await fillIn(page);
    await press(page, 'Xem lại trước khi gửi');
    await page.getByText('• Lượt người dự: 1.250').waitFor();
    await shot(page, `${name}-preview`);
    await press(page, 'Sửa lại');
    expect(await field(page, /lượt người dự/).inputValue()).toBe('1.250');
    await press(page, 'Xem lại trước khi gửi');
    await press(page, 'Gửi báo cáo');
    await page.getByText('Mã biên nhận').waitFor();
    await expectNoSidewaysScroll(page);
    await shot(page, `${name}-receipt`);
    // "Back" is told what became of it, and never shows the form as if nothing had been sent.
    if (name === 'phone') {
      await page.goBack();
      await page.getByText('Báo cáo này đã nộp').waitFor();
    }
    expect(latest()).toMatchObject({ via: 'web', report: { values: { hoi_nghi: 3, nguoi_du: 1250 } } });
    await done();
  });

  test('two windows do not undo each other, and each shows what the other changed', async () => {
    const { page, context, done } = await open(DESK);
    const other = await context.newPage();
    other.setDefaultTimeout(PATIENCE_MS);
    await other.goto(page.url());
    await field(page, /bao nhiêu hội nghị/).fill('11');
    await page.getByText('Đã lưu lúc').waitFor();
    await field(other, /lượt người dự/).fill('250');
    await other.getByText('vừa sửa ở nơi khác').waitFor();
    expect(await field(other, /bao nhiêu hội nghị/).inputValue()).toBe('11');
    await field(other, /bao nhiêu hội nghị/).fill('99');
    const isKept = other.waitForResponse((answer) => answer.request().method() === 'POST');
    await field(other, /bắt buộc/).focus();
    await isKept;
    // The first window still has 11, and sends of it only what is typed there now.
    await field(page, /bắt buộc/).fill('Ba hội nghị, đủ các xã.');
    await page.getByText('vừa sửa ở nơi khác').waitFor();
    expect(await field(page, /bao nhiêu hội nghị/).inputValue()).toBe('99');
    await press(page, 'Xem lại trước khi gửi');
    await page.getByText('Hội nghị, tập huấn: 99').waitFor();
    expect(await page.innerText('main')).toContain('250');
    await other.close();
    await done();
  });

  test('what is typed here is no news from elsewhere, however it is read', async () => {
    const { page, done } = await open(DESK);
    await field(page, /lượt người dự/).fill('1250');
    const isKept = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await field(page, /bắt buộc/).focus();
    await isKept;
    await expect.poll(() => field(page, /lượt người dự/).inputValue()).toBe('1.250');
    await page.getByText('Đã lưu lúc').waitFor();
    expect(await page.getByText('vừa sửa ở nơi khác').count()).toBe(0);
    await done();
  });

  test('with the network cut in mid-form nothing is lost, also when the page is closed', async () => {
    const { page, context, latest, done, say, an } = await open(PHONE);
    await field(page, /bao nhiêu hội nghị/).fill('3');
    await page.getByText('Đã lưu lúc').waitFor();
    await context.setOffline(true);
    await field(page, /lượt người dự/).fill('250');
    await page.getByText('Chưa có mạng: nội dung được giữ').waitFor();
    await field(page, /bắt buộc/).fill('Ba hội nghị, đủ các xã.');
    await press(page, 'Xem lại trước khi gửi');
    await page.getByText('Chưa có mạng nên chưa gửi được').waitFor();
    expect(await field(page, /bắt buộc/).inputValue()).toContain('đủ các xã');
    await shot(page, 'offline');
    // The phone drops the page; later it is opened anew.
    const url = page.url();
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(url);
    await again.getByText('Đã lấy lại nội dung nhập khi mất mạng').waitFor();
    expect(await field(again, /lượt người dự/).inputValue()).toBe('250');
    expect(await again.evaluate('localStorage.length')).toBe(0);
    expect(await say(an, '/nop')).toMatch(/nguoi_du\): 250/u);
    await again.reload();
    await press(again, 'Xem lại trước khi gửi');
    await again.getByText('• Hội nghị, tập huấn: 3').waitFor();
    await context.setOffline(true);
    await press(again, 'Gửi báo cáo');
    await again.getByText('Chưa có mạng nên chưa gửi được').waitFor();
    await context.setOffline(false);
    await press(again, 'Gửi báo cáo');
    await again.getByText('Mã biên nhận').waitFor();
    expect(latest()?.version).toBe(1);
    await done();
  });

  test('by keyboard alone', async () => {
    const { page, latest, done } = await open(DESK);
    const active = () =>
      page.evaluate<string>('document.activeElement.id || document.activeElement.textContent.trim()');
    await page.keyboard.press('Tab');
    expect(await active()).toBe('Đến nội dung chính');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await active()).toBe('f-hoi_nghi');
    await page.keyboard.type('3');
    // Enter in a field goes on to the preview; what is missing is said, and the focus is on it.
    await page.keyboard.press('Enter');
    await page.getByText('mục này bắt buộc').first().waitFor();
    await expect.poll(active).toBe('problems');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(active).toBe('f-ket_qua');
    await page.keyboard.type('Ba hội nghị.');
    while ((await active()) !== 'Xem lại trước khi gửi') await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Xem lại trước khi gửi' }).waitFor();
    while ((await active()) !== 'Gửi báo cáo') await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Mã biên nhận').waitFor();
    expect(latest()?.report.values).toEqual({ hoi_nghi: 3, ket_qua: 'Ba hội nghị.' });
    await done();
  });
});
