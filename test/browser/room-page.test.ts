import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { rehearsalRoutes } from '../../src/web/routes/rehearsal.ts';
import type { WebServer } from '../../src/web/server.ts';
import { startServer } from '../../src/web/server.ts';
import { canBrowse, launchChromium, PATIENCE_MS } from '../support/chromium.ts';
import type { FakeRehearsal } from '../support/fake-rehearsal.ts';
import { createFakeRehearsal } from '../support/fake-rehearsal.ts';

/** Pictures to look at after a run. */
const SHOTS = join(tmpdir(), 'room');
const DESK = { width: 1360, height: 850 };
const PHONE = { width: 390, height: 844 };

let browser: Browser;
let rehearsal: FakeRehearsal;
let server: WebServer;
let page: Page;
let faults: string[];

async function serve(port: number): Promise<WebServer> {
  const routes = rehearsalRoutes(rehearsal);
  return startServer({ host: '127.0.0.1', port, routes, log: { error() {} } });
}

async function open(viewport: { width: number; height: number }): Promise<void> {
  const isPhone = viewport.width < 1000;
  const context = await browser.newContext({
    viewport,
    hasTouch: isPhone,
    isMobile: isPhone,
    permissions: ['clipboard-read', 'clipboard-write'],
    // Waiting for a fade would make the checks slow.
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // A refused or cut request is told by the page itself; the browser's own note of it is no fault.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  await page.goto(server.url);
  await page.getByRole('log', { name: 'Trò chuyện của cán bộ đầu mối' }).getByText('Nhắc hạn nộp báo cáo').waitFor();
}

const paneOf = (title: string) =>
  page.getByRole(page.viewportSize()?.width === 390 ? 'tabpanel' : 'region', { name: title });
const inputOf = (who: string) => page.getByRole('textbox', { name: `Tin nhắn của ${who}` });
const liaison = () => paneOf('Cán bộ đầu mối');
const shot = (name: string) => page.screenshot({ path: `${SHOTS}/test-${name}.png` });

async function say(text: string): Promise<void> {
  await inputOf('cán bộ đầu mối').fill(text);
  await liaison().getByRole('button', { name: 'Gửi', exact: true }).click();
}

async function expectNoSidewaysScroll(): Promise<void> {
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}

/** What the keyboard is on: its label, or its words. */
const NAME_OF_FOCUS = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim()";

describe.skipIf(!canBrowse())('the rehearsal room', () => {
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    rehearsal = createFakeRehearsal();
    faults = [];
    server = await serve(0);
  });
  afterEach(async () => {
    await page.context().close();
    await server.close();
    expect(faults).toEqual([]);
  });

  test('without a script it says so, and shows nothing that would not work', async () => {
    const context = await browser.newContext({
      viewport: PHONE,
      isMobile: true,
      hasTouch: true,
      javaScriptEnabled: false,
    });
    page = await context.newPage();
    await page.goto(server.url);
    await page.screenshot({ path: join(SHOTS, 'no-script.png'), fullPage: true });
    // Looked for by what it is: the browser's driver passes over the text of this element.
    await page.locator('noscript p.notice').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.getByText('Đang tải tình hình').isVisible()).toBe(false);
    await page.screenshot({ path: join(SHOTS, 'no-script.png'), fullPage: true });
  });

  test('on a desk the three talks stand side by side under the clock and the round', async () => {
    await open(DESK);
    for (const title of ['Cán bộ đầu mối', 'Cán bộ điều phối', 'Chuyên viên']) {
      expect(await paneOf(title).isVisible()).toBe(true);
    }
    expect(await page.getByRole('tablist').isVisible()).toBe(false);
    expect(await page.getByRole('group', { name: 'Giờ của bot' }).innerText()).toContain('08:30');
    for (const name of ['+1 ngày', 'Đến lần nhắc tới', 'Đến hạn', 'Qua hạn']) {
      expect(await page.getByRole('button', { name }).isEnabled(), name).toBe(true);
    }
    const round = page.getByRole('region', { name: 'Tình hình kỳ báo cáo' });
    expect(await round.getByRole('img').getAttribute('aria-label')).toBe(
      '7 đúng hạn, 0 muộn, 28 chưa có, trên tổng số 35 đơn vị',
    );
    expect(await round.getByRole('listitem').count()).toBe(35);
    await expectNoSidewaysScroll();
    await shot('desk');
  });

  test('a report goes from template to receipt, and the strip changes', async () => {
    await open(DESK);
    await say('/nop 12');
    await liaison().getByRole('button', { name: 'Sao chép vào ô nhập' }).click();
    const input = inputOf('cán bộ đầu mối');
    expect(await input.inputValue()).toContain('Hội nghị, tập huấn:');
    expect(await liaison().locator('textarea:focus').count()).toBe(1);
    await liaison().getByRole('button', { name: 'Sao chép', exact: true }).click();
    await page.getByRole('status').filter({ hasText: 'Đã sao chép.' }).waitFor();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toContain('Kết quả nổi bật:');
    await liaison().getByRole('button', { name: 'Gửi', exact: true }).click();
    await liaison().getByRole('button', { name: 'Nộp', exact: true }).click();
    await liaison().getByText('Đã nhận báo cáo').waitFor();
    await page.getByRole('img', { name: /^8 đúng hạn, 0 muộn, 27 chưa có/ }).waitFor();
    await page.getByRole('button', { name: 'STC – Sở Tài chính: đúng hạn' }).waitFor();
    await shot('desk-receipt');
  });

  test('Enter sends, Shift+Enter makes a new line, and Enter of a composing keyboard is left alone', async () => {
    await open(DESK);
    const input = inputOf('cán bộ đầu mối');
    await input.fill('một');
    await input.press('Shift+Enter');
    await input.pressSequentially('hai');
    await input.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    expect(rehearsal.posted).toEqual([]);
    await input.press('Enter');
    await liaison().getByText('Đã rõ').waitFor();
    expect(rehearsal.posted.map((one) => one.message)).toEqual([{ text: 'một\nhai' }]);
  });

  test('a choice pressed twice in haste is sent once, and older questions step back', async () => {
    await open(DESK);
    await say('/nop 12');
    const answer = rehearsal.hold();
    await liaison().getByRole('button', { name: 'Nhập từng mục' }).dblclick();
    answer();
    await liaison().getByText('Đã rõ: “guided”').waitFor();
    await liaison().getByText('Nhập từng mục').last().waitFor();
    expect(rehearsal.posted.filter((one) => one.message.picked?.value === 'guided')).toHaveLength(1);
    const stale = liaison().locator('.choices.stale');
    expect(await stale.count()).toBe(1);
    expect(await stale.innerText()).toContain('Nhập từng mục');
  });

  test('the clock moves on, says how many messages went out, and shows who has news', async () => {
    await open(DESK);
    const answer = rehearsal.hold();
    await page.getByRole('button', { name: 'Qua hạn' }).click();
    expect(await page.getByRole('button', { name: '+1 ngày' }).getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: '+1 ngày' }).click({ force: true });
    answer();
    await page.getByRole('status').filter({ hasText: 'Đã gửi 28 tin nhắn' }).waitFor();
    expect(rehearsal.moved).toEqual([{ to: '2026-11-18T08:30', sleep: false }]);
    expect(await page.getByRole('group', { name: 'Giờ của bot' }).innerText()).toContain('Thứ Tư 18/11/2026');
    await liaison().getByText('Báo cáo đã quá hạn').waitFor();
    await page.getByRole('button', { name: 'SNV – Sở Nội vụ: quá hạn, chưa nộp' }).waitFor();
    await shot('desk-overdue');
    await liaison().getByRole('button', { name: '27 người khác có tin mới' }).click();
    await liaison().getByRole('button', { name: '26 người khác có tin mới' }).waitFor();
    expect(await liaison().getByText('Trần Văn Bình', { exact: true }).isVisible()).toBe(true);
  });

  test('any other time can be chosen; one that is behind is refused in words', async () => {
    await open(DESK);
    await page.getByText('Giờ khác').click();
    const to = page.getByLabel('Đưa đồng hồ tới');
    await to.fill('2026-11-01T08:30');
    await page.getByRole('button', { name: 'Chuyển giờ' }).click();
    await page.getByRole('alert').filter({ hasText: 'đồng hồ chỉ đi tới' }).waitFor();
    await to.fill('2026-11-20T09:15');
    await page.getByLabel('Như máy đã ngủ').check();
    await page.getByRole('button', { name: 'Chuyển giờ' }).click();
    await page.getByRole('status').filter({ hasText: 'Đã gửi' }).waitFor();
    expect(rehearsal.moved).toEqual([{ to: '2026-11-20T09:15', sleep: true }]);
  });

  test('a unit in the strip leads to its liaison, and what was half typed waits there', async () => {
    await open(DESK);
    const input = inputOf('cán bộ đầu mối');
    await input.fill('đang viết dở');
    await page.getByRole('button', { name: 'TPCL – Ủy ban nhân dân thành phố Chí Linh: chưa nộp' }).click();
    await liaison().getByText('Phùng Thị Liên', { exact: true }).waitFor();
    expect(await input.inputValue()).toBe('');
    await liaison().getByRole('combobox', { name: 'Đóng vai cán bộ đầu mối' }).selectOption('lien-lac-stc');
    expect(await input.inputValue()).toBe('đang viết dở');
  });

  test('a message that cannot be sent keeps its words and can be tried again', async () => {
    await open(DESK);
    rehearsal.failNextPost();
    await say('/nhiemvu');
    await liaison().getByText('Chưa chuyển được.').waitFor();
    const again = await liaison().getByRole('button', { name: 'Thử lại' }).boundingBox();
    expect(again?.y).toBeLessThan((await inputOf('cán bộ đầu mối').boundingBox())?.y ?? 0);
    await shot('desk-failed');
    await liaison().getByRole('button', { name: 'Thử lại' }).click();
    await liaison().getByText('1 nhiệm vụ đang chờ').waitFor();
    expect(await liaison().getByText('Chưa chuyển được.').count()).toBe(0);
    expect(rehearsal.posted).toHaveLength(1);
  });

  test('a file is attached, named, and sent; one too large is refused before it leaves', async () => {
    await open(DESK);
    const choose = liaison().locator('input[type=file]');
    // By its path: 21 MB through the browser's pipe take longer than anybody waits here.
    const large = join(mkdtempSync(join(tmpdir(), 'room-')), 'to.pdf');
    onTestFinished(() => rmSync(dirname(large), { recursive: true }));
    writeFileSync(large, Buffer.alloc(21 * 1024 * 1024));
    await choose.setInputFiles(large);
    await liaison().getByRole('alert').filter({ hasText: '20 MB' }).waitFor();
    await choose.setInputFiles({ name: 'bao-cao.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(2_048) });
    await liaison().getByText('bao-cao.pdf · 2 KB').waitFor();
    await say('Gửi kèm');
    await liaison().getByText('Đã rõ').waitFor();
    expect(rehearsal.posted[0]?.message.file?.bytes.byteLength).toBe(2_048);
    expect(rehearsal.posted[0]?.message.text).toBe('Gửi kèm');
  });

  test('a cut connection is told, and what was said meanwhile is there afterwards', async () => {
    await open(DESK);
    const port = Number(new URL(server.url).port);
    await server.close();
    await page.getByRole('status').filter({ hasText: 'Mất kết nối, đang nối lại…' }).waitFor();
    await shot('desk-offline');
    rehearsal.say('lien-lac-stc', ['Tin gửi trong lúc máy chủ nghỉ']);
    server = await serve(port);
    await liaison().getByText('Tin gửi trong lúc máy chủ nghỉ').waitFor();
    await page.getByText('Mất kết nối').waitFor({ state: 'hidden' });
    expect(await liaison().getByText('Nhắc hạn nộp báo cáo').count()).toBe(1);
  });

  test('what is typed and sent before the page knows who is who is sent as soon as it does', async () => {
    await open(DESK);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/rehearsal/events?*', async (route) => {
      await held;
      await route.continue();
    });
    await page.reload({ waitUntil: 'load' });
    await say('Gửi sớm');
    await inputOf('cán bộ đầu mối').fill('còn đang gõ');
    release();
    await liaison().getByText('Gửi sớm').first().waitFor();
    expect(await inputOf('cán bộ đầu mối').inputValue()).toBe('còn đang gõ');
  });

  test('words of a person are never markup', async () => {
    await open(DESK);
    await say('<img src=x onerror="document.title=1"><b>đậm</b>');
    await liaison().getByText('Đã rõ').waitFor();
    expect(await liaison().getByRole('log').locator('img').count()).toBe(0);
    expect(await page.title()).toBe('Phòng diễn tập báo cáo');
  });

  test('the guide is shown at the first visit only', async () => {
    await open(DESK);
    const guide = page.getByRole('complementary', { name: 'Cách diễn tập' });
    expect(await guide.isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Đã hiểu' }).click();
    await page.reload();
    await liaison().getByText('Nhắc hạn nộp báo cáo').waitFor();
    expect(await guide.isVisible()).toBe(false);
  });

  test('what is unread is still unread after the page is loaded again', async () => {
    await open(DESK);
    rehearsal.say('lien-lac-syt', ['Tin mới']);
    await liaison().getByRole('button', { name: '1 người khác có tin mới' }).waitFor();
    await page.reload();
    await liaison().getByRole('button', { name: '1 người khác có tin mới' }).waitFor();
  });

  test('every part can be reached by keyboard, in the order of the page', async () => {
    await open(DESK);
    const reached: string[] = [];
    for (let presses = 0; presses < 75; presses += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate<string>(NAME_OF_FOCUS));
    }
    const places = [
      '+1 ngày',
      'Giờ khác',
      'Đã hiểu',
      'STC – ',
      'Đóng vai cán bộ đầu',
      'Tin nhắn của cán bộ đầu',
      'Gửi',
      'Đóng vai cán bộ điều',
    ].map((start) => reached.findIndex((name) => name.startsWith(start)));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  test('two rounds at once can be looked at in turn', async () => {
    await open(DESK);
    rehearsal.showTwoRounds();
    const choice = page.getByRole('group', { name: 'Chọn kỳ báo cáo' });
    await choice.getByRole('button', { name: 'Báo cáo năm 2026' }).click();
    expect(await choice.getByRole('button', { name: 'Báo cáo năm 2026' }).getAttribute('aria-pressed')).toBe('true');
    expect(await page.getByRole('heading', { name: 'Báo cáo năm 2026' }).count()).toBe(1);
  });

  describe('on a phone', () => {
    test('one talk at a time, the input at the bottom, everything within reach of a thumb', async () => {
      await open(PHONE);
      expect(await liaison().isVisible()).toBe(true);
      expect(await page.getByRole('tabpanel').count()).toBe(1);
      await shot('phone-first');
      await page.getByRole('button', { name: 'Đã hiểu' }).click();
      await say('/nop 12');
      await liaison().getByRole('button', { name: 'Nhập từng mục' }).waitFor();
      await expectNoSidewaysScroll();
      const box = await inputOf('cán bộ đầu mối').boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(PHONE.height - 40);
      for (const button of await page.locator('button:visible, summary:visible').all()) {
        const size = await button.boundingBox();
        expect(size?.height, await button.innerText()).toBeGreaterThanOrEqual(40);
      }
      await shot('phone');
    });

    test('the tabs tell of news in the other talks, and open them', async () => {
      await open(PHONE);
      rehearsal.say('dieu-phoi-1', ['Có đơn vị vừa nộp']);
      const tab = page.getByRole('tab', { name: 'Cán bộ điều phối, 1 tin mới' });
      await tab.waitFor();
      await tab.click();
      await paneOf('Cán bộ điều phối').getByText('Có đơn vị vừa nộp').waitFor();
      await page.getByRole('tab', { name: 'Cán bộ điều phối', exact: true }).waitFor();
      await page.keyboard.press('ArrowRight');
      expect(await paneOf('Chuyên viên').isVisible()).toBe(true);
    });

    test('the units unfold, and one of them leads to its liaison', async () => {
      await open(PHONE);
      await page.getByRole('tab', { name: 'Cán bộ điều phối' }).click();
      await page.getByRole('button', { name: 'Đơn vị', exact: true }).click();
      await shot('phone-units');
      await page.getByRole('button', { name: 'SYT – Sở Y tế: đúng hạn' }).click();
      await liaison().getByText('Đặng Ngọc Sơn', { exact: true }).waitFor();
      expect(await page.getByRole('list', { name: 'Các đơn vị trong kỳ' }).isVisible()).toBe(false);
    });

    test('Enter makes a new line, and the keyboard leaves the input and the talk in sight', async () => {
      await open(PHONE);
      const input = inputOf('cán bộ đầu mối');
      await input.tap();
      await input.pressSequentially('một');
      await input.press('Enter');
      await input.pressSequentially('hai');
      expect(await input.inputValue()).toBe('một\nhai');
      await page.setViewportSize({ width: 390, height: 420 });
      await page.getByRole('button', { name: '+1 ngày' }).waitFor({ state: 'hidden' });
      const box = await input.boundingBox();
      expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(420);
      expect((await liaison().getByRole('log').boundingBox())?.height).toBeGreaterThan(150);
      const lastChoice = await liaison().getByRole('button', { name: 'Vì sao tôi bị nhắc?' }).boundingBox();
      expect((lastChoice?.y ?? 999) + (lastChoice?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0);
      await shot('phone-keyboard');
    });
  });
});
