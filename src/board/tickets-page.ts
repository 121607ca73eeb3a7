import type { Desk } from '../actions/desk.ts';
import { viewTicket } from '../actions/ticket-view.ts';
import { ownerOf, TICKET_LIMIT } from '../actions/tickets.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Ticket } from '../store/tickets.ts';
import { BOARD_TICKET_ACTS as WORDS } from '../wording/board-acts.ts';
import type { BoardBlock, BoardForm, BoardPage, BoardPosted } from '../wording/board-page.ts';
import { BOARD_TICKETS } from '../wording/board-pages.ts';
import { shorten } from '../wording/ticket.ts';
import { sayMoment } from '../wording/when.ts';
import { cells, table } from './blocks.ts';
import { first } from './posted.ts';

const HEAD = 120;

/** The difficulties that wait for an answer, the oldest first. */
export function boardTickets(desk: Desk, now: Instant): BoardPage {
  const rows = desk.store.tickets.open().map((ticket) => {
    const { id, unit, asker, lines, waitsDays, owner } = viewTicket(desk, ticket, now);
    return [
      { text: String(id), to: `tickets/${id}` },
      ...cells(unit, asker),
      { text: shorten(lines.at(-1)?.text ?? '', HEAD), isLong: true },
      { text: String(waitsDays), isNumber: true },
      { text: owner ?? '' },
    ];
  });
  return {
    title: BOARD_TICKETS.title,
    blocks: [table(BOARD_TICKETS.open, BOARD_TICKETS.head, rows, BOARD_TICKETS.empty)],
  };
}

/** One difficulty and what was said about it. */
export function boardTicket(desk: Desk, id: number, now: Instant, typed: BoardPosted = {}): BoardPage | null {
  const ticket = desk.store.tickets.find(id);
  if (ticket === null) return null;
  const { unit, state, lines } = viewTicket(desk, ticket, now);
  const rows = lines.map(({ at, name, text }) => [...cells(sayMoment(at, desk.zone), name), { text, isLong: true }]);
  return {
    title: `${BOARD_TICKETS.one(id)}${unit === '' ? '' : ` – ${unit}`}`,
    blocks: [
      { is: 'facts', items: [{ name: BOARD_TICKETS.state, value: BOARD_TICKETS.states[state] }] },
      table(BOARD_TICKETS.title, BOARD_TICKETS.lineHead, rows, BOARD_TICKETS.empty),
      ...ticketForms(desk, ticket, typed),
    ],
  };
}

/** Answering, taking care of it, closing it. `seen`: the last line on the page; what a colleague answers after it is shown first. */
function ticketForms(desk: Desk, ticket: Ticket, typed: BoardPosted): BoardBlock[] {
  if (ticket.state === 'closed') return [];
  const keeps = [
    ['id', String(ticket.id)],
    ['seen', String(desk.store.tickets.lines(ticket.id).at(-1)?.id ?? 0)],
  ] as const;
  const text = (name: string, label: string, hint: string) =>
    ({ name, label, hint, kind: 'text', value: [first(typed, name)], limit: TICKET_LIMIT, required: true }) as const;
  const answer: BoardForm = {
    is: 'form',
    act: 'answer-ticket',
    label: WORDS.answer,
    keeps,
    fields: [text('text', WORDS.answer, WORDS.answerHint)],
    buttons: [{ label: WORDS.send, value: 'answer', isMain: true }],
  };
  const take: BoardForm = {
    is: 'form',
    act: 'take-ticket',
    label: WORDS.take,
    keeps,
    fields: [],
    buttons: [{ label: WORDS.takeHint, value: 'take' }],
  };
  const close: BoardForm = {
    is: 'form',
    act: 'close-ticket',
    label: WORDS.close,
    keeps,
    fields: [text('reason', WORDS.reason, '')],
    buttons: [{ label: WORDS.close, value: 'close' }],
  };
  const isFree = ownerOf(desk, ticket) === null && ticket.state === 'open';
  return [answer, ...(isFree ? [take] : []), { is: 'heading', text: WORDS.close }, close];
}
