import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import { createAdaptorServer } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import { roomAnswers } from '../wording/room-answers.ts';
import { WEB_PAGES } from '../wording/web-pages.ts';
import { renderPlainPage } from './pages/plain-page.ts';
import { securityHeaders } from './security-headers.ts';
import { wantsPage } from './wants-page.ts';

/** How long requests in hand may go on after `close`. */
const CLOSE_GRACE_MS = 3_000;

export interface ServerOptions {
  host: string;
  /** 0 takes any free port. */
  port: number;
  routes: Hono;
  log: { error(fields: object, message: string): void };
}

export interface WebServer {
  /** The address to open in a browser on this machine, with a slash at the end. */
  url: string;
  /** Ends event streams at once, lets requests in hand finish for a moment, then closes the rest. */
  close(): Promise<void>;
}

/** The web part could not listen: `in_use` = another program has the port, `forbidden` = the port needs more rights, `no_address` = HOST is not of this machine. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  readonly reason: 'in_use' | 'forbidden' | 'no_address' | 'other';
  readonly host: string;
  readonly port: number;

  constructor(host: string, port: number, cause: unknown) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    super(`cannot listen on ${host}:${port} (${code})`, { cause });
    this.reason = LISTEN_REASONS[code] ?? 'other';
    this.host = host;
    this.port = port;
  }
}

const LISTEN_REASONS: Readonly<Record<string, 'in_use' | 'forbidden' | 'no_address'>> = {
  EADDRINUSE: 'in_use',
  EACCES: 'forbidden',
  EADDRNOTAVAIL: 'no_address',
  ENOTFOUND: 'no_address',
  EAI_AGAIN: 'no_address',
};

/** Serves the routes; the web part's error boundary stands here. Throws ListenError when the address cannot be had. */
export async function startServer(options: ServerOptions): Promise<WebServer> {
  const { host, port } = options;
  const traffic: Traffic = { streams: new Set(), isClosing: false };
  const app = withBoundary(options, traffic);
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(new ListenError(host, port, cause)));
    server.listen(port, host, resolve);
  });
  return {
    url: `http://${printableHost(host)}:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        const grace = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
        server.close(() => {
          clearTimeout(grace);
          resolve();
        });
        traffic.isClosing = true;
        for (const stream of traffic.streams) stream.destroy();
        server.closeIdleConnections();
      }),
  };
}

function withBoundary({ routes, log }: ServerOptions, traffic: Traffic): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(watchTraffic(traffic));
  app.use(securityHeaders());
  app.route('/', routes);
  app.notFound((c) =>
    wantsPage(c)
      ? c.html(renderPlainPage(WEB_PAGES.notFound.title, WEB_PAGES.notFound.lines), 404)
      : c.json({ error: roomAnswers.notFound }, 404),
  );
  app.onError((error, c) => {
    log.error({ err: error, method: c.req.method, path: withoutToken(c.req.path) }, 'request failed');
    return wantsPage(c)
      ? c.html(renderPlainPage(WEB_PAGES.broken.title, [roomAnswers.broken]), 500)
      : c.json({ error: roomAnswers.broken }, 500);
  });
  return app;
}

/** What stands behind the first word of an address may be somebody's key. */
function withoutToken(path: string): string {
  return path.replace(/^(\/[^/]+\/).+$/u, '$1…');
}

interface Traffic {
  /** Event streams never end on their own and would hold `close` up. */
  streams: Set<ServerResponse>;
  isClosing: boolean;
}

function watchTraffic(traffic: Traffic): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    await next();
    // A connection kept for the next request would hold `close` up too.
    if (traffic.isClosing) c.res.headers.set('Connection', 'close');
    if (c.res.headers.get('content-type')?.startsWith('text/event-stream') !== true) return;
    const { outgoing } = c.env;
    traffic.streams.add(outgoing);
    outgoing.once('close', () => traffic.streams.delete(outgoing));
  };
}

function printableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
