import type { Hono } from 'hono';
import type { ServerOptions, WebServer } from './server.ts';
import { ListenError, startServer } from './server.ts';

export interface Places {
  host: string;
  port: number;
  /** Null: the port after `port`. */
  localPort: number | null;
  publicUrl: string | null;
}

export interface Listening {
  /** Where this machine finds everything. */
  url: string;
  /** Where a reverse proxy finds what is public; null without PUBLIC_URL. */
  publicAt: string | null;
  close(): Promise<void>;
}

/**
 * Without PUBLIC_URL everything is on HOST:PORT, guarded request by request. With it, HOST:PORT has what is public and nothing
 * else, because behind a plain reverse proxy every request seems to come from this machine; the rest is on 127.0.0.1:LOCAL_PORT.
 */
export async function listen(
  places: Places,
  routes: { local: Hono; open: Hono },
  log: ServerOptions['log'],
): Promise<Listening> {
  const { host, port } = places;
  if (places.publicUrl === null) {
    const server = await startServer({ host, port, routes: routes.local, log });
    return { url: server.url, publicAt: null, close: server.close };
  }
  const open = await startServer({ host, port, routes: routes.open, log });
  try {
    const local = await startLocal(places, routes.local, log);
    const close = async (): Promise<void> => void (await Promise.all([open.close(), local.close()]));
    return { url: local.url, publicAt: open.url, close };
  } catch (error) {
    await open.close();
    throw error;
  }
}

/** The port after PORT may be somebody else's: nobody chose it, so any free one will do. */
async function startLocal({ port, localPort }: Places, routes: Hono, log: ServerOptions['log']): Promise<WebServer> {
  const at = (wanted: number) => startServer({ host: '127.0.0.1', port: wanted, routes, log });
  if (localPort !== null) return at(localPort);
  if (port === 0 || port === 65535) return at(0);
  try {
    return await at(port + 1);
  } catch (error) {
    if (error instanceof ListenError) return at(0);
    throw error;
  }
}
