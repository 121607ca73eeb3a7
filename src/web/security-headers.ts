import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { plainStyle } from './pages/plain-page.ts';

/** Everything a page needs comes from here: no outside source, no inline script, no inline style but the plain page's, no frame around it. */
function contentSecurityPolicy(): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'sha256-${createHash('sha256').update(plainStyle()).digest('base64')}'`,
    // Oat draws the arrow of a list and the tick of a box as data.
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Sets the headers that keep a page to itself. Pages carry the state of a round, so nothing is cached unless a route says otherwise. */
export function securityHeaders(): MiddlewareHandler {
  const policy = contentSecurityPolicy();
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set('Content-Security-Policy', policy);
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('X-Frame-Options', 'DENY');
    if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'no-referrer');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  };
}
