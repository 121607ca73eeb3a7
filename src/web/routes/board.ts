import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { BoardAnswer, BoardPage, BoardPosted, BoardQuery } from '../../wording/board-page.ts';
import { BOARD_WORDS as WORDS } from '../../wording/board-site.ts';
import { isFromElsewhere } from '../own-site.ts';
import { loadAssets, versionOf } from '../page-assets.ts';
import {
  type BoardDone,
  renderBoardPage,
  renderClosedPage,
  renderEntryPage,
  renderLeftPage,
} from '../pages/board-page.ts';
import { renderPlainPage } from '../pages/plain-page.ts';
import { streamChanges } from './board-events.ts';
import { addFileRoutes, type BoardFileParts } from './board-files.ts';

/** More than the longest report keyed in, each letter of it spelled as `%E1%BA%BF`. */
const BODY_LIMIT_BYTES = 512 * 1024;

/** Somebody who is signed in; `id` and `person` mean something to the parts alone. */
export interface SignedIn {
  id: number;
  person: number;
  name: string;
  /** Stands in every form of this session. */
  formKey: string;
}

export interface BoardParts extends BoardFileParts<SignedIn> {
  /** Whether browsers may send the cookie over https alone. */
  isSecure: boolean;
  entry: {
    /** Changes nothing: an app that fetches the address for a preview uses nothing up. A sentence, and whether there is a way in. */
    look(token: string): { said: string; isOpen: boolean };
    /** Signs in; the cookie, or a sentence why not. */
    use(token: string): { cookie: string } | { said: string };
  };
  /** Null: nobody who may see the board now. */
  session(cookie: string): SignedIn | null;
  /** Ends one of the person's own sessions. */
  end(session: SignedIn, id: number): void;
  /** A page by its address within the board; null where there is none. */
  page(session: SignedIn, path: readonly string[], query: BoardQuery): BoardPage | null;
  /** Does what was posted under that name, or says why not; null where there is nothing of that name. */
  act(session: SignedIn, act: string, posted: BoardPosted): BoardAnswer | null;
  /** What was done a moment ago in this session: told once. */
  takeDone(session: SignedIn): BoardDone | null;
  /** What an address for looking shows; null where it shows nothing. `said` is a sentence. */
  view(token: string, path: readonly string[], query: BoardQuery): { said: string; page: BoardPage | null } | null;
  /** Changes whenever anything was done. */
  revision(): string;
  /** The time of day by the bot's clock, in words. */
  time(): string;
}

export interface BoardRouteOptions {
  /** How often it is looked whether anything was done. */
  pollMs?: number;
}

/**
 * The board at `/board`: a cookie lets in, and nothing is shown without one. Only what is posted does anything, and what is posted
 * carries the session's own key. Everything works without the script.
 */
export function boardRoutes(parts: BoardParts, options: BoardRouteOptions = {}): Hono {
  const routes = new Hono();
  const version = versionOf(loadAssets('site'));
  const cookieName = parts.isSecure ? '__Host-bang' : 'bang';
  const frameOf = (c: Context) => ({ version, root: rootOf(c), madeAt: parts.time() });
  const signedIn = (c: Context): SignedIn | null => {
    const cookie = getCookie(c, cookieName);
    return cookie === undefined || cookie === '' ? null : parts.session(cookie);
  };
  const closed = (c: Context) => c.html(renderClosedPage(rootOf(c), version, comesFromOutside(c)), 401);

  routes.use('/board', compress());
  routes.use('/board/*', compress());
  routes.use(
    '/board/act',
    bodyLimit({
      maxSize: BODY_LIMIT_BYTES,
      onError: (c) => c.html(renderPlainPage(WORDS.title, [WORDS.foreign]), 413),
    }),
  );
  routes.post('/board/*', async (c, next) =>
    isFromElsewhere(c) ? c.html(renderPlainPage(WORDS.title, [WORDS.foreign]), 403) : next(),
  );

  routes.get('/board/enter/:token', (c) => {
    const entry = parts.entry.look(c.req.param('token'));
    return c.html(renderEntryPage(rootOf(c), version, entry), entry.isOpen ? 200 : 410);
  });
  routes.post('/board/enter/:token', (c) => {
    const used = parts.entry.use(c.req.param('token'));
    if ('said' in used) return c.html(renderEntryPage(rootOf(c), version, { ...used, isOpen: false }), 410);
    setCookie(c, cookieName, used.cookie, {
      httpOnly: true,
      secure: parts.isSecure,
      sameSite: 'Strict',
      path: '/',
    });
    return c.redirect('../../board', 303);
  });

  routes.get('/board/view/:token/*', (c) => showView(c));
  routes.get('/board/view/:token', (c) => showView(c));

  routes.get('/board/events', (c) => {
    const isStillIn = () => signedIn(c) !== null;
    return isStillIn() ? streamChanges(c, { revision: parts.revision, isStillIn, ...options }) : c.body(null, 401);
  });
  routes.post('/board/act', async (c) => {
    const session = signedIn(c);
    if (session === null) return closed(c);
    const posted = await readPosted(c);
    const first = (name: string): string => posted[name]?.[0] ?? '';
    if (first('key') !== session.formKey) return c.html(renderPlainPage(WORDS.title, [WORDS.foreign]), 403);
    if (first('act') === 'leave') return end(c, session, session.id);
    if (first('act') === 'end') return end(c, session, Number(first('id')));
    return follow(c, session, parts.act(session, first('act'), posted));
  });
  addFileRoutes(routes, parts, { signedIn, closed, follow });
  routes.get('/board/*', (c) => show(c));
  routes.get('/board', (c) => show(c));
  return routes;

  function follow(c: Context, session: SignedIn, answer: BoardAnswer | null) {
    if (answer === null) return c.notFound();
    if ('to' in answer) return c.redirect(answer.to === '' ? '../board' : `../board/${answer.to}`, 303);
    const frame = { ...frameOf(c), base: 'board/', seen: parts.revision(), session };
    return c.html(renderBoardPage(answer.page, frame), answer.isFault ? 422 : 200);
  }

  function end(c: Context, session: SignedIn, id: number) {
    parts.end(session, id);
    if (id !== session.id) return c.redirect('../board/sessions', 303);
    deleteCookie(c, cookieName, { path: '/', secure: parts.isSecure });
    return c.html(renderLeftPage(rootOf(c), version));
  }

  function show(c: Context) {
    const session = signedIn(c);
    if (session === null) return closed(c);
    const path = pathWithin(c, 1);
    const seen = parts.revision();
    const page = parts.page(session, path, c.req.query());
    if (page === null) return c.notFound();
    const frame = { ...frameOf(c), base: 'board/', at: path[0] ?? '', seen, session };
    // What asks again on its own takes nothing away from who reads.
    const done = c.req.header('sec-fetch-dest') === 'empty' ? null : parts.takeDone(session);
    return c.html(renderBoardPage(page, done === null ? frame : { ...frame, done }));
  }

  function showView(c: Context) {
    const token = c.req.param('token') ?? '';
    const view = parts.view(token, pathWithin(c, 3), c.req.query());
    if (view === null) return c.html(renderPlainPage(WORDS.title, [WORDS.viewOver]), 410);
    if (view.page === null) return c.notFound();
    const base = `board/view/${encodeURIComponent(token)}/`;
    return c.html(renderBoardPage(view.page, { ...frameOf(c), base, seen: '', said: view.said }));
  }
}

/** The parts of the address behind its first ones. */
function pathWithin(c: Context, from: number): string[] {
  return c.req.path
    .split('/')
    .slice(1 + from)
    .filter((part) => part !== '')
    .map(decoded);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A link from outside comes without the cookie, signed in or not; one from here would have brought it. */
function comesFromOutside(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  return site !== 'same-origin' && site !== 'none';
}

/** Leads from the page to where the web part begins, whatever a proxy put before it. */
function rootOf(c: Context): string {
  return '../'.repeat(c.req.path.split('/').length - 2);
}

/** The texts of a form, every one that came under a name; what cannot be read is an empty one. */
async function readPosted(c: Context): Promise<BoardPosted> {
  const body = await c.req.parseBody({ all: true }).catch(() => ({}));
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key, [value].flat().filter((one) => typeof one === 'string')]),
  );
}
