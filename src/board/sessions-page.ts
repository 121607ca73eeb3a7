import { sessionsOf } from '../actions/board-access.ts';
import type { Desk } from '../actions/desk.ts';
import type { Instant } from '../domain/calendar.ts';
import type { BoardPage } from '../wording/board-page.ts';
import { SESSION_PAGE as WORDS } from '../wording/board-site.ts';
import { sayMoment } from '../wording/when.ts';
import { cells, table } from './blocks.ts';

/** The browsers somebody is signed in with; every other than this one can be signed out. */
export function boardSessions(desk: Desk, own: { id: number; person: number }, now: Instant): BoardPage {
  const sessions = sessionsOf(desk, own.person, now);
  const rows = sessions.map(({ id, begunAt, expiresAt }) =>
    cells(id === own.id ? WORDS.own(id) : String(id), sayMoment(begunAt, desk.zone), sayMoment(expiresAt, desk.zone)),
  );
  const others = sessions.filter(({ id }) => id !== own.id);
  return {
    title: WORDS.title,
    blocks: [
      table(WORDS.caption, WORDS.head, rows, WORDS.empty),
      { is: 'buttons', items: others.map(({ id }) => ({ label: WORDS.end(id), act: 'end', id: String(id) })) },
    ],
  };
}
