import {
  type EnterState,
  endSessions,
  enterBoard,
  findBoardSession,
  findView,
  lookAtEntry,
  sessionsOf,
} from '../actions/board-access.ts';
import type { Desk } from '../actions/desk.ts';
import type { Clock } from '../clock.ts';
import {
  boardHealth,
  boardNotice,
  boardNotices,
  boardTicket,
  boardTickets,
  boardUndelivered,
} from '../reports/board/desk-pages.ts';
import { boardMatrix } from '../reports/board/matrix.ts';
import { boardPeriod } from '../reports/board/period-page.ts';
import { boardUnit } from '../reports/board/unit-page.ts';
import type { BoardParts, SignedIn } from '../web/routes/board.ts';
import type { BoardPage, BoardQuery } from '../wording/board-page.ts';
import { BOARD_WORDS, SESSION_PAGE, sayEntry, sayViewHead } from '../wording/board-site.ts';
import { sayMoment } from '../wording/when.ts';

/** What the board stands on: who may see it, and its pages as words. */
export function createBoard(desk: Desk, clock: Clock): BoardParts {
  const { zone } = desk;
  const sayState = (entry: EnterState): string =>
    entry.state === 'open' ? sayEntry(entry.name, entry.until, zone) : BOARD_WORDS[entry.state];
  return {
    isSecure: desk.publicUrl?.startsWith('https:') ?? false,
    entry: {
      look(token) {
        const entry = lookAtEntry(desk, token, clock.now());
        return { said: sayState(entry), isOpen: entry.state === 'open' };
      },
      use(token) {
        const entered = enterBoard(desk, token, clock.now());
        return 'cookie' in entered ? entered : { said: sayState(entered) };
      },
    },
    session: (cookie) => findBoardSession(desk, cookie, clock.now()),
    end: ({ person }, id) => void endSessions(desk, { person, at: clock.now() }, [id]),
    page: (session, path, query) => pageAt(desk, session, { path, query, now: clock.now() }),
    view(token, path, query) {
      const now = clock.now();
      const view = findView(desk, token, now);
      if (view === null) return null;
      return { said: sayViewHead(view.until, zone), page: viewAt(desk, path, query, now) };
    },
    revision: () => desk.store.audit.head(),
  };
}

interface Asked {
  path: readonly string[];
  query: BoardQuery;
  now: number;
}

function pageAt(desk: Desk, session: SignedIn, { path, query, now }: Asked): BoardPage | null {
  const [page = '', ...rest] = path;
  const [first, second, ...more] = rest;
  if (more.length > 0) return null;
  if (first === undefined)
    return listAt(desk, page, query, now) ?? (page === 'sessions' ? sessionPage(desk, session, now) : null);
  if (page === 'period' && second !== undefined)
    return boardPeriod(desk, { obligation: first, period: second }, now, false);
  if (second !== undefined) return null;
  if (page === 'unit') return boardUnit(desk, first, now);
  if (!/^\d{1,9}$/u.test(first)) return null;
  if (page === 'notices') return boardNotice(desk, Number(first));
  return page === 'tickets' ? boardTicket(desk, Number(first), now) : null;
}

function listAt(desk: Desk, page: string, query: BoardQuery, now: number): BoardPage | null {
  if (page === '') return boardMatrix(desk, query, now, true);
  if (page === 'notices') return boardNotices(desk);
  if (page === 'tickets') return boardTickets(desk, now);
  if (page === 'undelivered') return boardUndelivered(desk, now);
  return page === 'health' ? boardHealth(desk, now) : null;
}

/** Whoever only looks sees the matrix and the figures of a period. */
function viewAt(desk: Desk, path: readonly string[], query: BoardQuery, now: number): BoardPage | null {
  const [page, obligation, period, ...more] = path;
  if (page === undefined) return boardMatrix(desk, query, now, false);
  if (page !== 'period' || obligation === undefined || period === undefined || more.length > 0) return null;
  return boardPeriod(desk, { obligation, period }, now, true);
}

function sessionPage(desk: Desk, { id: own, person }: SignedIn, now: number): BoardPage {
  const sessions = sessionsOf(desk, person, now);
  const others = sessions.filter(({ id }) => id !== own);
  return {
    title: SESSION_PAGE.title,
    blocks: [
      {
        is: 'table',
        caption: SESSION_PAGE.caption,
        head: SESSION_PAGE.head.map((text) => ({ text })),
        rows: sessions.map(({ id, begunAt, expiresAt }) => [
          { text: id === own ? SESSION_PAGE.own(id) : String(id) },
          { text: sayMoment(begunAt, desk.zone) },
          { text: sayMoment(expiresAt, desk.zone) },
        ]),
        empty: SESSION_PAGE.empty,
      },
      {
        is: 'buttons',
        items: others.map(({ id }) => ({ label: SESSION_PAGE.end(id), act: 'end', id: String(id) })),
      },
    ],
  };
}
