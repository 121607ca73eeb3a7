import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { download } from '../../src/channels/zalo/download.ts';
import { isPublicAddress } from '../../src/channels/zalo/public-address.ts';
import { startForwardProxy } from '../support/forward-proxy.ts';

const LIMITS = { maxBytes: 1000, limitMs: 2000, proxyUrl: null };

function fetchFrom(ref: string, allowPrivate = false): Promise<Buffer> {
  return download({ ref, name: 'anh.jpg', size: null }, { ...LIMITS, allowPrivate });
}

describe('an address', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.7',
    '203.0.113.9',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:2::1',
    '2001:20::1',
    '2001:db8::1',
    '2002:7f00:1::1',
    '3fff::1',
    '5f00::1',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    'localhost',
    '',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '100.128.0.1', '172.32.0.1', '198.20.0.1', '203.0.114.1', '2001:4860:4860::8888', '2402:800::1'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe('a picture', () => {
  it.each([
    'http://8.8.8.8/a.jpg',
    'http://2130706433/a.jpg',
    'http://0x7f.1/a.jpg',
    'http://[::1]/a.jpg',
    'http://[64:ff9b::7f00:1]/a.jpg',
    'https://example.com/a.jpg',
    'https://zdn.vn.example.com/a.jpg',
    'https://evilzdn.vn/a.jpg',
    'https://photo.zdn.vn@example.com/a.jpg',
    'file:///etc/passwd',
    'no address',
  ])('at %s is not fetched', async (ref) => {
    await expect(fetchFrom(ref)).rejects.toMatchObject({ message: expect.stringContaining('not fetched') });
  });

  it('is fetched from a stand-in platform on this machine, and from there only when it is one', async () => {
    const server = createServer((_request, response) => response.end('picture'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const ref = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.jpg`;
    expect(String(await fetchFrom(ref, true))).toBe('picture');
    await expect(fetchFrom(ref)).rejects.toThrow('no host of Zalo');
    server.close();
  });

  it('is fetched by a proxy that has a name of the own network, and by it from nowhere but Zalo’s hosts', async () => {
    const server = createServer((_request, response) => response.end('picture'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const proxy = await startForwardProxy({ 'photo.zdn.vn:80': here, 'example.com:80': here });
    const proxyUrl = proxy.url.replace('127.0.0.1', 'localhost');
    const fetchBy = (ref: string) =>
      download({ ref, name: 'anh.jpg', size: null }, { ...LIMITS, proxyUrl, allowPrivate: false });
    expect(String(await fetchBy('http://photo.zdn.vn/a.jpg'))).toBe('picture');
    await expect(fetchBy('http://example.com/a.jpg')).rejects.toThrow('no host of Zalo');
    await proxy.close();
    server.close();
  });
});
