import type { Context } from 'hono';

/** Whether the caller is a person's browser opening a page, rather than a script or a program. */
export function wantsPage(c: Context): boolean {
  return c.req.method === 'GET' && (c.req.header('accept') ?? '').includes('text/html');
}
