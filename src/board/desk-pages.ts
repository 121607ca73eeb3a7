import { botStandings, viewBot } from '../actions/bots.ts';
import type { Desk } from '../actions/desk.ts';
import { nameOf } from '../actions/desk.ts';
import { noticeResult } from '../actions/notice-result.ts';
import { undeliveredThisWeek } from '../actions/resend-undelivered.ts';
import { reachOf } from '../actions/round-status.ts';
import { dayOf, type Instant } from '../domain/calendar.ts';
import { inUnitOrder } from '../domain/unit-order.ts';
import type { Notice } from '../store/notices.ts';
import { BOARD_NOTICE } from '../wording/board-acts.ts';
import type { BoardPage } from '../wording/board-page.ts';
import {
  BOARD_HEALTH,
  BOARD_NOTICES,
  BOARD_UNDELIVERED,
  BOARD_UNIT,
  sayCopies,
  sayOutcome,
} from '../wording/board-pages.ts';
import { sayMessageKind } from '../wording/bots.ts';
import { sayFigure } from '../wording/compiled.ts';
import { sayWhyMissed } from '../wording/notice-result.ts';
import { shorten } from '../wording/ticket.ts';
import { sayMoment } from '../wording/when.ts';
import { cells, oneButton, table } from './blocks.ts';
import { noticeForms } from './notice-page.ts';

const NOTICES = 50;
const SHOWN = 200;
const HEAD = 120;

/** The notices, the newest first, each with what became of it. */
export function boardNotices(desk: Desk): BoardPage {
  const { store, zone } = desk;
  const rows = store.notices.newest(NOTICES).map((notice) => {
    const result = noticeResult(desk, notice);
    const counts = [result.reached, result.waiting, result.missed.length, result.confirmed?.count ?? '–'];
    return [
      { text: String(notice.id), to: `notices/${notice.id}` },
      { text: whenOf(notice, zone) },
      { text: shorten(notice.text, HEAD), isLong: true },
      { text: nameOf(desk, notice.author) },
      ...counts.map((count) => ({ text: String(count), isNumber: true })),
    ];
  });
  return {
    title: BOARD_NOTICES.title,
    blocks: [
      { is: 'links', items: [{ label: BOARD_NOTICE.way, to: 'announce' }] },
      table(BOARD_NOTICES.title, BOARD_NOTICES.head, rows, BOARD_NOTICES.empty),
    ],
  };
}

function whenOf({ createdAt, sendAt, sentAt, stoppedAt }: Notice, zone: string): string {
  if (stoppedAt !== null) return `${sayMoment(createdAt, zone)}, ${BOARD_NOTICES.stopped}`;
  if (sentAt === null && sendAt !== null) return BOARD_NOTICES.waits(sayMoment(sendAt, zone));
  return sayMoment(sentAt ?? createdAt, zone);
}

/** One notice, person by person; one that was sent again counts by its last try. Null where there is none. */
export function boardNotice(desk: Desk, id: number): BoardPage | null {
  const { store } = desk;
  const notice = store.notices.find(id);
  if (notice === null) return null;
  const received = new Set(store.notices.receivers(id));
  const latest = new Map(store.outbox.ofNotice(id).map((one) => [one.person, one]));
  const rows = [...latest.values()].map(({ person, state, failure }) =>
    cells(
      nameOf(desk, person),
      unitsOf(desk, person),
      sayOutcome(state) ?? sayWhyMissed(state, failure),
      received.has(person) ? BOARD_NOTICES.confirmed : '',
    ),
  );
  return {
    title: BOARD_NOTICES.one(id),
    blocks: [
      { is: 'said', text: [notice.text] },
      ...noticeForms(desk, id),
      table(BOARD_NOTICES.results, BOARD_NOTICES.resultHead, rows, BOARD_NOTICES.noResults),
    ],
  };
}

/** What did not get to people, and whom nothing gets to. */
export function boardUndelivered(desk: Desk, now: Instant): BoardPage {
  const { store, zone, titleOf } = desk;
  const words = BOARD_UNDELIVERED;
  const lost = undeliveredThisWeek(desk, now, SHOWN).map((row) =>
    cells(
      sayMoment(row.queuedAt, zone),
      sayMessageKind(row.kind),
      nameOf(desk, row.person),
      unitsOf(desk, row.person),
      sayWhyMissed(row.state, row.failure),
    ),
  );
  const units = inUnitOrder(store.units.owingOn(dayOf(now, zone)), (unit) => unit).flatMap((unit) => {
    const reach = reachOf(desk, unit.code);
    if (reach === 'reachable') return [];
    return [[{ text: unit.shortName, to: `unit/${unit.code}` }, { text: BOARD_UNIT.reaches[reach] }]];
  });
  const chats = store.chats
    .unreachable()
    .slice(0, SHOWN)
    .map(({ person, channel, stateAt }) =>
      cells(person === null ? '' : nameOf(desk, person), titleOf(channel), sayMoment(stateAt, zone)),
    );
  return {
    title: words.title,
    blocks: [
      table(words.caption, words.head, lost, words.empty),
      ...(lost.length === 0 ? [] : [oneButton('resend', words.again, [])]),
      { is: 'heading', text: words.units },
      table(words.units, words.unitHead, units, words.allReached),
      { is: 'heading', text: words.unreachable },
      table(words.unreachable, words.chatHead, chats, words.allWork),
    ],
  };
}

/** How the copies of the database are. `lagMs` null: no replica is kept. */
export interface CopyState {
  lagMs: number | null;
  drilledAt: Instant | null;
  backedUpAt: Instant | null;
  restoredAt: Instant | null;
  restoredUpTo: Instant | null;
}

/** The bots with their month, the copies of the database, and the figure by which the audit can be checked later. */
export function boardHealth(desk: Desk, now: Instant, copies: CopyState): BoardPage {
  const words = BOARD_HEALTH;
  const of = (value: number, most: number | null): string =>
    most === null ? sayFigure(value) : words.of(sayFigure(value), sayFigure(most));
  const rows = botStandings(desk, now)
    .map(viewBot)
    .map((bot) => [
      { text: bot.name === null ? bot.title : `${bot.title} (${bot.name})` },
      { text: bot.isWell ? words.well : words.unwell, tone: bot.isWell ? ('good' as const) : ('missing' as const) },
      ...[of(bot.people, bot.peopleLimit), of(bot.spent, bot.allowance), sayFigure(bot.forecast)].map((text) => ({
        text,
        isNumber: true,
      })),
    ]);
  return {
    title: words.title,
    blocks: [
      table(words.title, words.head, rows, words.empty),
      { is: 'heading', text: words.copies },
      { is: 'facts', items: sayCopies(copies, now, desk.zone) },
      { is: 'heading', text: words.audit },
      { is: 'facts', items: [{ name: words.auditHead, value: desk.store.audit.head().slice(0, 12) }] },
    ],
  };
}

/** Under the names they have now. */
function unitsOf(desk: Desk, person: number): string {
  const codes = desk.store.people.memberships(person).flatMap(({ unit }) => (unit === null ? [] : [unit]));
  return codes.map((code) => desk.units().findLast((unit) => unit.code === code)?.shortName ?? code).join(', ');
}
