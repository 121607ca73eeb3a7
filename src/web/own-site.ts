import type { Context } from 'hono';

/** Whether another site had the visitor's browser send this. Browsers that do not say so are believed: a page's token is its own key. */
export function isFromElsewhere(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}
