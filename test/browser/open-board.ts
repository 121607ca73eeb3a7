import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { Browser, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core';
import { expect } from 'vitest';
import { createReportPages } from '../../src/assembly/report-pages.ts';
import { reportRoutes } from '../../src/web/routes/report.ts';
import { startServer } from '../../src/web/server.ts';
import { boardAddress, openBoardSite, PUBLIC } from '../support/board-site.ts';
import { PATIENCE_MS } from '../support/chromium.ts';

/** Pictures to look at after a run. */
export const SHOTS = join(tmpdir(), 'room');
export const DESK = { viewport: { width: 1280, height: 850 } };
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** An answer that says what stands in the way is no fault of the page. */
const isFault = (message: ConsoleMessage): boolean =>
  message.type() === 'error' && !message.text().includes('422 (Unprocessable Entity)');

/** Ends what a test that failed left open. */
let closing: () => Promise<void> = async () => {};

export const closeBoard = (): Promise<void> => closing();

/** A coordinator who has pressed "Vào bảng", in a real browser. */
export async function openBoard(browser: Browser, device: BrowserContextOptions) {
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
