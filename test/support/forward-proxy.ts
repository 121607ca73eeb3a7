import { createServer } from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';

/** A proxy that connects through (CONNECT), for tests: it remembers where it was asked to go. */
export interface ForwardProxy {
  /** With the name and password it wants. */
  readonly url: string;
  /** `host:port` of every connection that was asked for. */
  readonly asked: readonly string[];
  /** From now on it answers every wish with this status; null: it connects. */
  refuse(status: number | null): void;
  close(): Promise<void>;
}

/** `routes`: where a name leads that is known to the proxy alone. */
export async function startForwardProxy(routes: Readonly<Record<string, string>>): Promise<ForwardProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let refusal: number | null = null;
  const login = 'so-khcn:mật khẩu';
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on('connect', (request, socket: Socket) => {
    const where = request.url ?? '';
    asked.push(where);
    const given = request.headers['proxy-authorization']?.replace('Basic ', '') ?? '';
    const status = Buffer.from(given, 'base64').toString() === login ? refusal : 407;
    if (status !== null)
      return void socket.end(`HTTP/1.1 ${status} No\r\ncontent-type: text/html\r\n\r\n<html>no</html>`);
    const target = new URL(routes[where] ?? `http://${where}`);
    const through = net.connect(Number(target.port), target.hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(through).pipe(socket);
    });
    for (const one of [socket, through]) {
      sockets.add(one);
      one.on('error', () => [socket, through].map((end) => end.destroy()));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${login.split(':').map(encodeURIComponent).join(':')}@127.0.0.1:${port}`,
    asked,
    refuse(status) {
      refusal = status;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
