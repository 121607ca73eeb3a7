import type { Context } from 'hono';

/**
 * Whether another site had the visitor's browser send this. Browsers too old for Sec-Fetch-Site (Safari before 16.4) still name the site
 * in Origin; these pages send no referrer, which makes their own Origin "null". Whoever says nothing is believed: a page's token is its
 * own key.
 */
export function isFromElsewhere(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = hostOf(c.req.header('origin'));
  return origin !== null && origin !== hostOf(`http://${c.req.header('host')}`);
}

/** Without its port, which a reverse proxy may leave out of what it passes on. */
function hostOf(origin: string | undefined): string | null {
  return origin !== undefined && URL.canParse(origin) ? new URL(origin).hostname : null;
}
