import { viewTask } from '../../actions/task-view.ts';
import { viewTicket } from '../../actions/ticket-view.ts';
import { sideOf, takeTicket } from '../../actions/tickets.ts';
import { isAllowed, unitsAllowing } from '../../domain/access.ts';
import type { Ticket } from '../../store/tickets.ts';
import { HEARD } from '../../understanding/command-words.ts';
import type { TicketOrder } from '../../understanding/ticket-order.ts';
import { readTicketOrder } from '../../understanding/ticket-order.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import { sayOwnTickets, sayTaken, sayTicket, TICKET_WORDS } from '../../wording/ticket.ts';
import {
  sayNoneToAnswer,
  sayOpenTickets,
  sayTicketsOf,
  sayWhichTicket,
  TICKET_DESK,
} from '../../wording/ticket-desk.ts';
import type { Command } from '../command.ts';
import { beginAnswer, beginAskingBack, beginReason, beginTicket, close, raiseFromReport } from '../dialogs/ticket.ts';
import { unitName } from '../look-up.ts';
import { takeAmendment } from '../returned.ts';
import { ticketWordsOf } from '../ticket-words.ts';
import type { Turn } from '../turn.ts';

/** A member's own list is short: what is older is found by its number. */
const OWN_SHOWN = 8;

export const issueCommand: Command = {
  name: 'vuongmac',
  alias: 'issue',
  ...COMMAND_WORDS.vuongmac,
  ...HEARD.vuongmac,
  needs: 'member',
  run(turn, args) {
    if (args === OWN_LIST) return list(turn, true);
    const order = readTicketOrder(args);
    if (order.do === 'list') return list(turn, order.isAsked);
    if (order.do === 'of' || order.do === 'reply' || order.do === 'close-all') return ofDesk(turn, order);
    if (order.do === 'raise') return beginOrList(turn, order.text);
    if (order.do === 'bc') return fromReport(turn, order.id);
    const found = find(turn, order.id);
    if (found === null) return turn.say(sayProblem({ problem: 'no-such-ticket' }, turn.desk.zone));
    const { ticket, side } = found;
    if (order.do === 'show') return turn.say(sayTicket(viewTicket(turn.desk, ticket, turn.now), side, turn.desk.zone));
    if (order.do === 'dong')
      return order.rest === '' && side === 'desk' ? beginReason(turn, ticket.id) : close(turn, ticket.id, order.rest);
    if ((order.do === 'hoi') !== (side === 'asker'))
      return turn.say(sayProblem({ problem: 'not-allowed' }, turn.desk.zone));
    if (order.do === 'hoi') return beginAskingBack(turn, ticket.id, order.rest);
    if (order.do === 'nhan') return take(turn, ticket);
    beginAnswer(turn, ticket.id, order.rest);
  },
};

/** "Có ai trả lời chưa?": only looked at. */
const OWN_LIST = 'danhsach';

/** What only whoever answers them may: a unit's, an answer to a unit, all of them at once. */
function ofDesk(turn: Turn, order: Extract<TicketOrder, { do: 'of' | 'reply' | 'close-all' }>): void {
  if (!isAllowed(turn.memberships, 'answer-tickets'))
    return turn.say(sayProblem({ problem: 'not-allowed' }, turn.desk.zone));
  const { store } = turn.desk;
  const open = store.tickets.open();
  if (order.do === 'close-all') {
    list(turn);
    return open.length === 0 ? undefined : turn.footer(TICKET_DESK.oneByOne);
  }
  const name = unitName(turn, order.unit);
  const waiting = open.filter(({ unit }) => unit === order.unit);
  if (order.do === 'of') return tellOf(turn, order.unit, name);
  const [only, another] = waiting;
  if (only === undefined) return turn.say(sayNoneToAnswer(name, order.unit, order.rest));
  if (another === undefined) return beginAnswer(turn, only.id, order.rest);
  const views = waiting.map((one) => viewTicket(turn.desk, one, turn.now));
  turn.say(sayWhichTicket(name, views, order.rest));
}

/** What a unit raised here, and what its latest report says of difficulties. */
function tellOf(turn: Turn, unit: string, name: string): void {
  const { store } = turn.desk;
  const raised = store.tickets.ofUnit(unit, OWN_SHOWN).map((one) => viewTicket(turn.desk, one, turn.now));
  const sent = store.tasks.ofUnit(unit, OWN_SHOWN).filter(({ id }) => store.submissions.latestOf(id) !== null);
  const [latest] = sent.sort((a, b) => b.cutOffAt - a.cutOffAt);
  const report = latest === undefined ? null : viewTask(turn.desk, latest);
  const words = latest === undefined ? null : ticketWordsOf(turn, latest.id);
  turn.say(sayTicketsOf(name, raised, report === null ? null : { report, words }));
}

/** Another unit's are not there for a member. */
function find({ desk, person }: Turn, id: number): { ticket: Ticket; side: 'desk' | 'asker' } | null {
  const ticket = desk.store.tickets.find(id);
  const side = ticket === null || person === null ? null : sideOf(desk, person, ticket);
  return ticket === null || side === null ? null : { ticket, side };
}

/** Coordinators see what waits for them; members their own, or where there is none, how to raise one. */
function list(turn: Turn, isAsked = false): void {
  const { store } = turn.desk;
  if (isAllowed(turn.memberships, 'answer-tickets'))
    return turn.say(sayOpenTickets(store.tickets.open().map((one) => viewTicket(turn.desk, one, turn.now))));
  const own = [
    ...(turn.person === null ? [] : store.tickets.ofAsker(turn.person, OWN_SHOWN)),
    ...unitsAllowing(turn.memberships, 'submit').flatMap((unit) => store.tickets.ofUnit(unit, OWN_SHOWN)),
  ];
  const once = [...new Map(own.map((ticket) => [ticket.id, ticket])).values()].sort((a, b) => b.id - a.id);
  if (once.length === 0 && isAsked) return turn.say(TICKET_WORDS.noneRaised);
  if (once.length === 0) return beginTicket(turn, '', false);
  turn.say(sayOwnTickets(once.slice(0, OWN_SHOWN).map((one) => viewTicket(turn.desk, one, turn.now))));
}

/** Whoever has no unit raises none: for them it is their colleagues' list. */
function beginOrList(turn: Turn, text: string): void {
  if (turn.memberships.every(({ unit }) => unit === null)) return list(turn);
  if (text === 'nhamnguoi') return beginTicket(turn, TICKET_WORDS.notMine, false);
  // "Vướng mắc của huyện là …" is a sentence of their own: all of it is meant, and perhaps it was only said.
  const typed = turn.text.trim();
  const isOrder = typed.startsWith('/') || /^vuongmac\s/iu.test(typed);
  if (!isOrder && takeAmendment(turn)) return;
  beginTicket(turn, isOrder ? text : typed, !isOrder);
}

function fromReport(turn: Turn, id: number): void {
  const task = turn.desk.store.tasks.find(id);
  const isOwn = task !== null && unitsAllowing(turn.memberships, 'submit').includes(task.unit);
  const words = isOwn ? ticketWordsOf(turn, task.id) : null;
  if (!isOwn || words === null) return turn.say(sayProblem({ problem: 'no-such-task' }, turn.desk.zone));
  raiseFromReport(turn, task, words);
}

function take(turn: Turn, ticket: Ticket): void {
  if (turn.person === null) return;
  const taken = takeTicket(turn.desk, { person: turn.person, at: turn.now }, ticket.id);
  if (!taken.ok) return turn.say(sayProblem(taken.problem, turn.desk.zone));
  const { owner } = taken.value;
  turn.say(sayTaken(ticket.id, owner === turn.person ? null : (turn.desk.store.people.find(owner)?.name ?? '')));
}
