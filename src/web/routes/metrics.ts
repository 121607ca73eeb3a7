import { Hono } from 'hono';
import { Gauge, Registry } from 'prom-client';
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
  const routes = new Hono();
  if (!isOpen) routes.use('/metrics', loopbackOnly);
  routes.get('/metrics', async (c) => c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType }));
  return routes;
}
