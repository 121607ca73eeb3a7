import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { roomAnswers } from '../wording/room-answers.ts';
import { WEB_PAGES } from '../wording/web-pages.ts';
import { renderPlainPage } from './pages/plain-page.ts';
import { wantsPage } from './wants-page.ts';

const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** A proxy on this machine makes every caller look local, so its marks count as "not from here". */
const PROXY_MARKS = ['forwarded', 'x-forwarded-for', 'x-real-ip'];

const { title: FAR_TITLE, lines: FAR_HOW } = WEB_PAGES.notLocal;

/**
 * Lets only this machine through: the socket's own address must be loopback, and the Host header too, since a page
 * elsewhere can point its own name at 127.0.0.1 (DNS rebinding).
 */
export const loopbackOnly: MiddlewareHandler = async (c, next) => {
  if (isFromHere(c)) return next();
  return wantsPage(c) ? c.html(renderPlainPage(FAR_TITLE, FAR_HOW), 403) : c.json({ error: `${FAR_TITLE}.` }, 403);
};

/** Whether this machine asks, as far as a request shows it: a proxy that leaves no mark does not. */
export function isFromHere(c: Context): boolean {
  return isLocalSocket(c) && isOwnName(c.req.header('host')) && !PROXY_MARKS.some((mark) => c.req.header(mark));
}

/** Refuses what another page sends through the visitor's browser: wrong origin, or a content type a plain form could use. */
export function fromOwnPage(contentTypes: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    if (!isSameOrigin(c)) return c.json({ error: roomAnswers.foreignPage }, 403);
    const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (!contentTypes.includes(type)) {
      return c.json({ error: roomAnswers.wrongContentType(contentTypes) }, 415);
    }
    return next();
  };
}

function isLocalSocket(c: Context): boolean {
  // Without a socket (a request made inside the process) there is nothing to trust.
  if (c.env?.incoming === undefined) return false;
  const address = getConnInfo(c).remote.address ?? '';
  return address === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/i.test(address);
}

function isOwnName(host: string | undefined): boolean {
  if (host === undefined || !URL.canParse(`http://${host}`)) return false;
  return OWN_NAMES.includes(new URL(`http://${host}`).hostname);
}

function isSameOrigin(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = c.req.header('origin');
  return origin === undefined || origin === `http://${c.req.header('host')}`;
}
