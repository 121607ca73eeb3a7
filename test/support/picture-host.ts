import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves pictures to a fake platform in place of the bot's public address, and counts who fetches. */
export async function startPictureHost() {
  const pictures = new Map<string, { bytes: Buffer; mediaType: string }>();
  const fetched: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    fetched.push(path);
    const picture = pictures.get(path);
    if (picture === undefined) return void response.writeHead(410).end('gone');
    response.writeHead(200, { 'content-type': picture.mediaType }).end(picture.bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const PUBLIC = 'https://bot.example.vn';
  return {
    /** The public address under which the picture is found. */
    put(bytes: Buffer, mediaType = 'image/png'): string {
      const path = `/download/${String(pictures.size + 1).padStart(32, 'x')}`;
      pictures.set(path, { bytes, mediaType });
      return `${PUBLIC}${path}`;
    },
    reroute: (url: string): string => url.replace(PUBLIC, origin),
    fetched,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
