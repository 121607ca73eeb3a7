import type { Act, Desk } from '../actions/desk.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Acting } from '../wording/acting-dialog.ts';
import type { BoardPage, BoardQuery } from '../wording/board-page.ts';
import { boardCalls } from './calls-page.ts';
import { boardCompiled, boardCompiledList } from './compiled-page.ts';
import { boardDecision } from './decide-page.ts';
import { boardHealth, boardNotice, boardNotices, boardUndelivered, type CopyState } from './desk-pages.ts';
import { boardInvitations } from './invitations-page.ts';
import { boardMaterial, boardMaterials } from './materials-page.ts';
import { boardMatrix } from './matrix.ts';
import { boardNewNotice } from './notice-page.ts';
import { boardNudge } from './nudge-page.ts';
import { boardOneOffs } from './one-off-page.ts';
import { boardPaper } from './paper-page.ts';
import { boardPeriod } from './period-page.ts';
import { numberIn } from './posted.ts';
import { boardReviews } from './review-page.ts';
import { boardTask } from './task-page.ts';
import { boardTemplate } from './template-page.ts';
import { boardTicket, boardTickets } from './tickets-page.ts';
import { boardUnit } from './unit-page.ts';

/** A page that was asked for: its address within the board, and what stands behind the question mark. */
export interface AskedPage {
  path: readonly string[];
  query: BoardQuery;
}

/** The unit a page of a round is opened for. */
const UNIT = 'don-vi';
/** The day a deadline is proposed to move to. */
const UNTIL = 'den';
/** The round of which the reviews are shown. */
const ROUND = 'ky';

const ACTS: readonly Acting[] = ['extend', 'waive', 'owe'];

/** A page by its address; null where there is none. `copies`: how the copies of the database are. */
export function boardPageAt(desk: Desk, act: Act, { path, query }: AskedPage, copies: CopyState): BoardPage | null {
  const [page = '', first, second, ...more] = path;
  if (more.length > 0) return null;
  if (first === undefined) return listAt(desk, act, page, query, copies);
  if (second !== undefined) return roundAt(desk, act, page, { obligation: first, period: second }, query);
  if (page === 'unit') return boardUnit(desk, first, act.at);
  const id = numberIn(first);
  if (page === 'task') return boardTask(desk, id, act.at);
  if (page === 'paper') return boardPaper(desk, id, act.at);
  if (page === 'notices') return boardNotice(desk, id);
  if (page === 'materials') return boardMaterial(desk, id);
  return page === 'tickets' ? boardTicket(desk, id, act.at) : null;
}

function listAt(desk: Desk, act: Act, page: string, query: BoardQuery, copies: CopyState): BoardPage | null {
  if (page === '') return boardMatrix(desk, query, act.at, { isViewOnly: false });
  if (page === 'review') return boardReviews(desk, act.at, query[ROUND]);
  if (page === 'compiled') return boardCompiledList(desk, act.at);
  if (page === 'calls') return boardCalls(desk, act.at, { task: [query[UNIT] ?? ''] });
  if (page === 'notices') return boardNotices(desk);
  if (page === 'announce') return boardNewNotice(desk, act.at);
  if (page === 'tickets') return boardTickets(desk, act.at);
  if (page === 'invitations') return boardInvitations(desk, act);
  if (page === 'request') return boardOneOffs(desk, act.at);
  if (page === 'materials') return boardMaterials(desk);
  if (page === 'template') return boardTemplate(desk);
  if (page === 'undelivered') return boardUndelivered(desk, act.at);
  return page === 'health' ? boardHealth(desk, act.at, copies) : null;
}

function roundAt(
  desk: Desk,
  act: Act,
  page: string,
  round: { obligation: string; period: string },
  query: BoardQuery,
): BoardPage | null {
  const { obligation, period } = round;
  const unit = query[UNIT];
  if (page === 'period') return boardPeriod(desk, round, act.at, { isViewOnly: false });
  if (page === 'compiled') return boardCompiled(desk, round, act.at);
  if (page === 'nudge')
    return boardNudge(desk, act, `${obligation}/${period}`, unit === undefined ? {} : { units: [unit] });
  const decision = ACTS.find((one) => one === page);
  if (decision === undefined) return null;
  const task = unit === undefined ? null : desk.store.tasks.findByKey(unit, obligation, period);
  const until = query[UNTIL] ?? '';
  return boardDecision(desk, decision, round, { until: [until], tasks: task === null ? [] : [String(task.id)] });
}

/** Whoever only looks sees the matrix and the figures of a period. */
export function boardViewAt(desk: Desk, { path, query }: AskedPage, now: Instant): BoardPage | null {
  const [page, obligation, period, ...more] = path;
  if (page === undefined) return boardMatrix(desk, query, now, { isViewOnly: true });
  if (page !== 'period' || obligation === undefined || period === undefined || more.length > 0) return null;
  return boardPeriod(desk, { obligation, period }, now, { isViewOnly: true });
}
