import { Hono } from 'hono';
import type { Registry } from 'prom-client';
import { loopbackOnly } from '../loopback.ts';

/** One family of figures: read anew at every scrape. */
export interface Figures {
  name: string;
  help: string;
  labels: readonly string[];
  read(): readonly { labels: Readonly<Record<string, string>>; count: number }[];
}

/** `/metrics` in Prometheus' text format; for this machine alone unless it is opened on purpose. */
export function metricsRoutes(figures: readonly Figures[], isOpen: boolean): Hono {
  let registry: Promise<Registry> | null = null;
  const routes = new Hono();
  if (!isOpen) routes.use('/metrics', loopbackOnly);
  routes.get('/metrics', async (c) => {
    registry ??= registryOf(figures);
    const opened = await registry;
    return c.body(await opened.metrics(), 200, { 'Content-Type': opened.contentType });
  });
  return routes;
}

/** Its library is loaded at the first scrape: many an office has no Prometheus. */
async function registryOf(figures: readonly Figures[]): Promise<Registry> {
  const { Gauge, Registry } = await import('prom-client');
  const registry = new Registry();
  for (const { name, help, labels, read } of figures) {
    new Gauge({
      name,
      help,
      labelNames: [...labels],
      registers: [registry],
      collect() {
        this.reset();
        for (const { labels: values, count } of read()) this.set({ ...values }, count);
      },
    });
  }
  return registry;
}
