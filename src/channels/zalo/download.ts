import dns from 'node:dns';
import type { LookupFunction } from 'node:net';
import { createAgent } from '../agent.ts';
import type { IncomingFile } from '../channel.ts';
import { SendError } from '../send-error.ts';
import { PICTURE_HOSTS } from './platform-facts.ts';
import { isPublicAddress } from './public-address.ts';

export interface DownloadOptions {
  maxBytes: number;
  limitMs: number;
  proxyUrl: string | null;
  /** Allows addresses of the own machine and network: only for a stand-in platform that runs there. */
  allowPrivate: boolean;
}

const REDIRECTS = 3;

/**
 * Fetches a picture from its public address, without any token. The address came with a message, so it may lead to Zalo's
 * hosts only, never into the own network. Throws SendError: `refused` when it is too large; fetching twice does no harm,
 * so it is never `unknown`.
 */
export async function download(file: IncomingFile, options: DownloadOptions): Promise<Buffer> {
  const { maxBytes, limitMs, proxyUrl, allowPrivate } = options;
  checkAddress(file.ref, allowPrivate);
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), limitMs);
  // A proxy looks names up itself: then the names alone are the guard.
  const agent = { keepAlive: false, ...(allowPrivate || proxyUrl !== null ? {} : { lookup: publicLookup }) };
  try {
    // A sixth of the whole bot's start, for a picture now and then.
    const { default: axios } = await import('axios');
    const { status, data } = await axios.get<Buffer>(file.ref, {
      responseType: 'arraybuffer',
      validateStatus: () => true,
      maxRedirects: REDIRECTS,
      beforeRedirect: ({ href }: { href?: string }) => checkAddress(href ?? '', allowPrivate),
      maxContentLength: maxBytes,
      proxy: false,
      signal: limit.signal,
      httpAgent: createAgent('http:', proxyUrl, agent),
      httpsAgent: createAgent('https:', proxyUrl, agent),
    });
    if (status !== 200) throw refusalOf(status);
    return Buffer.from(data);
  } catch (error) {
    throw failureOf(error, options, limit.signal.aborted);
  } finally {
    clearTimeout(timer);
  }
}

function refusalOf(status: number): SendError {
  const said = `the picture was answered with HTTP ${status}`;
  if (status >= 500) return new SendError('unavailable', said);
  if (status === 429) return new SendError('throttled', said);
  return new SendError('gone', said);
}

function failureOf(error: unknown, { maxBytes, limitMs }: DownloadOptions, tooLate: boolean): SendError {
  const own = causesOf(error).find((cause) => cause instanceof SendError);
  if (own) return own;
  if (tooLate) return new SendError('unavailable', `the picture did not come within ${limitMs} ms`);
  if (error instanceof Error && error.message.startsWith('maxContentLength')) {
    return new SendError('refused', `the picture is larger than ${maxBytes} bytes`);
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no further word';
  return new SendError('unavailable', `the picture did not come (${code})`);
}

function causesOf(error: unknown): unknown[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}

/** Checked before the first request and before every redirect. An address of digits is none of Zalo's names. */
function checkAddress(address: string, allowPrivate: boolean): void {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw forbidden('not an address of the web');
  const host = url.hostname.replace(/\.$/, '');
  const isZalos = PICTURE_HOSTS.some((name) => host === name || host.endsWith(`.${name}`));
  if (!allowPrivate && !isZalos) throw forbidden(`${host} is no host of Zalo's pictures`);
}

function forbidden(why: string): SendError {
  return new SendError('gone', `the picture was not fetched: ${why}`);
}

/** Name lookup that finds public addresses only, at the moment of connecting, so that a name cannot change in between. */
const publicLookup: LookupFunction = (host, options, done) => {
  dns.lookup(host, { ...options, all: true }, (error, addresses) => {
    const found = (addresses ?? []).filter(({ address }) => isPublicAddress(address));
    const [first] = found;
    if (error || !first) return done(error ?? forbidden(`${host} has no public address`), '', 0);
    return options.all ? done(null, found) : done(null, first.address, first.family);
  });
};
