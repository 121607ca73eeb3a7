import { Hono } from 'hono';
import { WEB_PAGES } from '../../wording/web-pages.ts';
import { renderPlainPage } from '../pages/plain-page.ts';

/** How the process is, as /healthz tells it. */
export interface HealthReport {
  status: 'ok' | 'unwell';
  now: string;
  channels: readonly { name: string; ok: boolean; since: string }[];
  /** Reasons in short, present when unwell. */
  why?: readonly string[];
}

/** `/healthz` for whoever watches the process, and the short page at `/` when there is no rehearsal. Mount after the rehearsal's routes. */
export function statusRoutes(parts: { healthz(): HealthReport }): Hono {
  const routes = new Hono();
  routes.get('/healthz', (c) => {
    const report = parts.healthz();
    return c.json(report, report.status === 'ok' ? 200 : 503);
  });
  routes.get('/', (c) => c.html(renderPlainPage(WEB_PAGES.status.title, WEB_PAGES.status.lines)));
  return routes;
}
