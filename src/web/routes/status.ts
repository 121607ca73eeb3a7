import { Hono } from 'hono';
import { WEB_PAGES } from '../../wording/web-pages.ts';
import { isFromHere } from '../loopback.ts';
import { renderPlainPage } from '../pages/plain-page.ts';

/** How the process is, as /healthz tells it. */
export interface HealthReport {
  status: 'ok' | 'unwell';
  now: string;
  channels: readonly { name: string; ok: boolean; since: string }[];
  /** The last copy of the database; not there when none was ever made. */
  backup?: { at: string; ageSeconds: number };
  /** Present where REPLICA_URL is set: how far the copy is behind, and when it was last restored for trial. */
  replica?: { lagSeconds: number; drilledAt: string | null };
  /** Present in a database that was restored: when, and until which moment it knew everything (null when nothing tells). */
  restored?: { at: string; upTo: string | null };
  /** Reasons in short, present when unwell. */
  why?: readonly string[];
}

export interface StatusParts {
  healthz(): HealthReport;
  /** Behind a proxy everybody seems to be here, so nobody is told more than a stranger. */
  isPublic: boolean;
}

/**
 * `/healthz` for whoever watches the process: all of it on this machine, to strangers ok or not. And the short page at `/` when
 * there is no rehearsal. Mount after the rehearsal's routes.
 */
export function statusRoutes(parts: StatusParts): Hono {
  const routes = new Hono();
  routes.get('/healthz', (c) => {
    const report = parts.healthz();
    const told = !parts.isPublic && isFromHere(c) ? report : { status: report.status };
    return c.json(told, report.status === 'ok' ? 200 : 503);
  });
  routes.get('/', (c) => c.html(renderPlainPage(WEB_PAGES.status.title, WEB_PAGES.status.lines)));
  return routes;
}
