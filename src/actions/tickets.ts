import type { Outgoing } from '../channels/channel.ts';
import { enqueueAnswer } from '../delivery/enqueue.ts';
import { isAllowed, unitsAllowing } from '../domain/access.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { TicketAction } from '../domain/ticket.ts';
import { moveTicket } from '../domain/ticket.ts';
import type { Ticket } from '../store/tickets.ts';
import { sayAnsweredForYou, sayTicketAnswered, sayTicketClosed } from '../wording/ticket.ts';
import type { Act, Desk } from './desk.ts';
import { may, nameOf } from './desk.ts';
import { audienceOf } from './fire-reminders.ts';
import { tellPerson } from './tell.ts';

/** Longest text of one line, in characters: it goes out as one message of any app. */
export const TICKET_LIMIT = 1500;
/** Whoever has so many unanswered ones is asked to wait: each is a message to every coordinator. */
const OPEN_AT_ONCE = 10;

export interface NewDifficulty {
  text: string;
  /** The unit it is raised for; null: the province's own people. */
  unit: string | null;
  /** The report it stands in; null: typed for itself. */
  task: number | null;
}

/** Whether the person stands on the coordinators' side of it, on that of who raised it, or has nothing to do with it. */
export function sideOf(desk: Desk, person: number, ticket: Ticket): 'desk' | 'asker' | null {
  const memberships = desk.store.people.memberships(person);
  if (memberships.length > 0 && ticket.asker === person) return 'asker';
  if (isAllowed(memberships, 'answer-tickets')) return 'desk';
  // Whoever took over from the asker goes on with it.
  return ticket.unit !== null && unitsAllowing(memberships, 'submit').includes(ticket.unit) ? 'asker' : null;
}

/** Raises a difficulty. The same words again, or the same report again, make no second one. The coordinators hear of it by `tellTickets`. */
export function raiseTicket(
  desk: Desk,
  { person, at }: Act,
  order: NewDifficulty,
): Result<{ id: number; isNew: boolean }> {
  const { store } = desk;
  const text = order.text.trim();
  const fault = faultOf(text);
  if (fault !== null) return no(fault);
  const memberships = store.people.memberships(person);
  if (!memberships.some(({ unit }) => unit === order.unit)) return no({ problem: 'not-allowed' });
  return store.transact(() => {
    const known = knownFor(desk, person, order.task, text);
    if (known !== null) return again(desk, { person, at }, known, text);
    if (store.tickets.countOpenOf(person) >= OPEN_AT_ONCE)
      return no({ problem: 'too-many-tickets', limit: OPEN_AT_ONCE });
    const id = store.tickets.add({ asker: person, unit: order.unit, task: order.task, now: at });
    store.tickets.say({ ticket: id, person, side: 'asker', text, at });
    store.audit.add(at, person, 'raise-ticket', `ticket:${id}`, { unit: order.unit, task: order.task });
    return ok({ id, isNew: true });
  });
}

function knownFor({ store }: Desk, person: number, task: number | null, text: string): Ticket | null {
  if (task !== null) return store.tickets.ofTask(task);
  const open = store.tickets
    .ofAsker(person, OPEN_AT_ONCE * 2)
    .filter((one) => one.state === 'open' && one.task === null);
  return open.find((one) => store.tickets.lines(one.id).at(0)?.text === text) ?? null;
}

/** A corrected report may say something new: then it is asked again under the same number. */
function again(desk: Desk, act: Act, known: Ticket, text: string): Result<{ id: number; isNew: boolean }> {
  const isSaid = desk.store.tickets.lines(known.id).some((line) => line.side === 'asker' && line.text === text);
  if (isSaid) return ok({ id: known.id, isNew: false });
  const asked = askBack(desk, act, known.id, text);
  return asked.ok ? ok({ id: known.id, isNew: true }) : asked;
}

/** Asks back, or adds to what was asked: by who raised it, or who took over from them. */
export function askBack(desk: Desk, { person, at }: Act, id: number, text: string): Result<Ticket> {
  const found = ticketFor(desk, person, id, 'asker', 'ask');
  if (!found.ok) return found;
  const fault = faultOf(text.trim());
  if (fault !== null) return no(fault);
  const { store } = desk;
  return store.transact(() => {
    store.tickets.say({ ticket: id, person, side: 'asker', text: text.trim(), at });
    move(desk, { person, at }, found.value, 'ask');
    store.tickets.setTold(id, null);
    return ok(found.value);
  });
}

/** Takes care of it; whose it is afterwards: a colleague's it stays. */
export function takeTicket(desk: Desk, { person, at }: Act, id: number): Result<{ owner: number }> {
  const found = ticketFor(desk, person, id, 'desk', 'answer');
  if (!found.ok) return found;
  const { store } = desk;
  const owner = ownerOf(desk, found.value);
  if (owner !== null) return ok({ owner });
  return store.transact(() => {
    store.tickets.own(id, person);
    store.audit.add(at, person, 'take-ticket', `ticket:${id}`);
    return ok({ owner: person });
  });
}

/** The coordinator who takes care of it, while they are one. */
export function ownerOf(desk: Desk, { owner }: Ticket): number | null {
  return owner !== null && may(desk, owner, 'answer-tickets') ? owner : null;
}

/**
 * Answers; the answer goes to who raised it. `seen`: the last line that was on the screen when the answer was begun; a colleague's
 * answer that came after it is shown first. Null: nothing was on the screen.
 */
export function answerTicket(
  desk: Desk,
  { person, at }: Act,
  id: number,
  { text, seen }: { text: string; seen: number | null },
): Result<Ticket> {
  const found = ticketFor(desk, person, id, 'desk', 'answer');
  if (!found.ok) return found;
  const fault = faultOf(text.trim());
  if (fault !== null) return no(fault);
  const { store } = desk;
  const ticket = found.value;
  const last = store.tickets.lines(id).findLast((line) => line.side === 'desk');
  const isUnseen = seen === null ? ticket.state === 'answered' : last !== undefined && last.id > seen;
  if (isUnseen && last !== undefined) return no({ problem: 'ticket-answered', by: last.name, at: last.at });
  return store.transact(() => {
    const owner = ownerOf(desk, ticket);
    if (owner === null) store.tickets.own(id, person);
    store.tickets.say({ ticket: id, person, side: 'desk', text: text.trim(), at });
    move(desk, { person, at }, ticket, 'answer');
    const name = nameOf(desk, person);
    const question = store.tickets.lines(id).findLast((line) => line.side === 'asker')?.text ?? '';
    tellAsker(desk, ticket, sayTicketAnswered({ id, question, name, text: text.trim() }), at);
    if (owner !== null && owner !== person)
      tellPerson(desk, owner, sayAnsweredForYou(id, name), at, { repeatIfUnknown: false });
    return ok(ticket);
  });
}

/** Closes it: who raised it because it is settled or taken back; a coordinator with a reason, which is told. */
export function closeTicket(desk: Desk, { person, at }: Act, id: number, reason: string): Result<Ticket> {
  const ticket = desk.store.tickets.find(id);
  const side = ticket === null ? null : sideOf(desk, person, ticket);
  if (ticket === null || side === null) return no({ problem: 'no-such-ticket' });
  if (moveTicket(ticket.state, 'close') === null) return no({ problem: 'ticket-closed' });
  if (side === 'desk' && reason.trim() === '') return no({ problem: 'reason-needed' });
  if (reason.length > TICKET_LIMIT) return no({ problem: 'text-too-long', limit: TICKET_LIMIT });
  const { store } = desk;
  return store.transact(() => {
    if (reason.trim() !== '') store.tickets.say({ ticket: id, person, side, text: reason.trim(), at });
    move(desk, { person, at }, ticket, 'close');
    const name = nameOf(desk, person);
    if (side === 'desk') tellAsker(desk, ticket, sayTicketClosed({ id, name, reason: reason.trim() }), at);
    return ok(ticket);
  });
}

function ticketFor(
  desk: Desk,
  person: number,
  id: number,
  side: 'desk' | 'asker',
  action: TicketAction,
): Result<Ticket> {
  const ticket = desk.store.tickets.find(id);
  if (ticket === null || sideOf(desk, person, ticket) === null) return no({ problem: 'no-such-ticket' });
  if (sideOf(desk, person, ticket) !== side) return no({ problem: 'not-allowed' });
  return moveTicket(ticket.state, action) === null ? no({ problem: 'ticket-closed' }) : ok(ticket);
}

function move({ store }: Desk, { person, at }: Act, ticket: Ticket, action: TicketAction): void {
  const to = moveTicket(ticket.state, action) ?? ticket.state;
  store.tickets.move(ticket.id, ticket.state, to, at);
  store.audit.add(at, person, `${action}-ticket`, `ticket:${ticket.id}`, { from: ticket.state, to });
}

function faultOf(text: string): Problem | null {
  if (text === '') return { problem: 'words-needed' };
  return text.length > TICKET_LIMIT ? { problem: 'text-too-long', limit: TICKET_LIMIT } : null;
}

/** Whoever raised it waits for this: it is an answer, and never held back. Where they have left, their unit's people get it. */
function tellAsker(desk: Desk, { asker, unit }: Ticket, message: Outgoing, at: number): void {
  const { store } = desk;
  const isThere = store.people.memberships(asker).length > 0;
  const people = isThere ? [asker] : unit === null ? [] : audienceOf(desk, unit, ['liaison']).map((one) => one.person);
  for (const person of people) {
    const [chat] = store.chats.ofPerson(person);
    if (chat !== undefined) enqueueAnswer(store, chat, message, at);
  }
}
