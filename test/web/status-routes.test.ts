import { afterEach, expect, test } from 'vitest';
import type { HealthReport } from '../../src/web/routes/status.ts';
import { statusRoutes } from '../../src/web/routes/status.ts';
import type { WebServer } from '../../src/web/server.ts';
import { startServer } from '../../src/web/server.ts';

let server: WebServer;
afterEach(() => server.close());

async function serve(report: HealthReport): Promise<void> {
  const routes = statusRoutes({ healthz: () => report, isPublic: false });
  server = await startServer({ host: '127.0.0.1', port: 0, routes, log: { error() {} } });
}

const WELL: HealthReport = {
  status: 'ok',
  now: '2026-11-12T08:30',
  channels: [{ name: 'telegram', ok: true, since: '2026-11-12T08:00' }],
};

test('a process that is well says so with 200', async () => {
  await serve(WELL);
  const response = await fetch(new URL('/healthz', server.url));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual(WELL);
});

test('one that is not says why with 503', async () => {
  const unwell: HealthReport = { ...WELL, status: 'unwell', why: ['database is read-only'] };
  await serve(unwell);
  const response = await fetch(new URL('/healthz', server.url));
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual(unwell);
});

test('without a rehearsal the front page says what this is, in Vietnamese', async () => {
  await serve(WELL);
  const page = await (await fetch(server.url)).text();
  expect(page).toContain('<html lang="vi">');
  expect(page).toContain('bot nhắc hạn, nhận và tổng hợp báo cáo định kỳ');
});
