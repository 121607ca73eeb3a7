import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { Browser, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { createReportPages } from '../../src/assembly/report-pages.ts';
import { reportRoutes } from '../../src/web/routes/report.ts';
import { startServer } from '../../src/web/server.ts';
import { boardAddress, openBoardSite, PUBLIC } from '../support/board-site.ts';
import { canBrowse, launchChromium, PATIENCE_MS } from '../support/chromium.ts';

/** Pictures to look at after a run. */
export const SHOTS = join(tmpdir(), 'room');
export const DESK = { viewport: { width: 1280, height: 850 } };
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** An answer that says what stands in the way is no fault of the page. */
const isFault = (message: ConsoleMessage): boolean =>
  message.type() === 'error' && !message.text().includes('422 (Unprocessable Entity)');

/** Ends what a test that failed left open. */
let closing: () => Promise<void> = async () => {};

/** Tests of the board in one browser; each closes what it opened. */
export function describeBoard(
  name: string,
  tests: (open: (device: BrowserContextOptions) => ReturnType<typeof openBoard>) => void,
): void {
  describe.skipIf(!canBrowse())(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      mkdirSync(SHOTS, { recursive: true });
      browser = await launchChromium();
    });
    afterEach(() => closing());
    afterAll(() => browser.close());
    tests((device) => openBoard(browser, device));
  });
}

/** Goes to a page of the board by its navigation; on a phone some are behind a press. */
export async function goTo(page: Page, link: string): Promise<void> {
  const way = page.getByRole('navigation').getByRole('link', { name: link, exact: true, includeHidden: true });
  if (!(await way.isVisible())) await page.getByText(/^Trang khác/u).click();
  await way.click();
  await page.locator('[aria-current="page"]', { hasText: link }).waitFor({ state: 'attached' });
}

/** A coordinator who has pressed "Vào bảng", in a real browser. */
async function openBoard(browser: Browser, device: BrowserContextOptions) {
  const site = openBoardSite('2026-09-10 08:30');
  const { bench, tú } = site;
  const an = bench.join('liaison', 'HBG', { name: 'Nguyễn Văn An' });
  await bench.liveTo('2026-11-10 08:30');
  bench.submit(an, 'HBG', '2026-11');
  await site.say(tú, '/bang');
  const { desk, handled } = bench.bot();
  // The form's routes have the styles and scripts of both.
  const routes = new Hono()
    .route('/', reportRoutes(createReportPages(desk, bench.clock, handled)))
    .route('/', site.routes);
  const server = await startServer({ host: '127.0.0.1', port: 0, routes, log: { error() {} } });
  const context = await browser.newContext({ ...device, reducedMotion: 'reduce' });
  closing = async () => {
    await context.close();
    await server.close();
  };
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => void (isFault(message) && faults.push(message.text())));
  const foreign: string[] = [];
  page.on('request', (request) => void (request.url().startsWith(server.url) || foreign.push(request.url())));
  await page.goto(boardAddress(bench, tú).replace(`${PUBLIC}/`, server.url));
  await shot(page, `enter-${device.isMobile === true ? 'phone' : 'desk'}`);
  await page.getByRole('button', { name: 'Vào bảng' }).click();
  await page.getByRole('heading', { name: 'Tình hình nộp báo cáo', level: 1 }).waitFor();
  const done = () => {
    expect(faults).toEqual([]);
    expect(foreign.filter((url) => !url.startsWith('data:'))).toEqual([]);
  };
  return { ...site, an, page, context, server, done };
}

export const shot = (page: Page, name: string) =>
  page.screenshot({ path: join(SHOTS, `board-${name}.png`), fullPage: true });

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}
