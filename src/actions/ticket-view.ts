import type { Instant } from '../domain/calendar.ts';
import { dayOf, workingDaysBetween } from '../domain/calendar.ts';
import type { Ticket } from '../store/tickets.ts';
import { sayPeriodKey } from '../wording/period.ts';
import type { SpokenTicket } from '../wording/ticket.ts';
import type { Desk } from './desk.ts';
import { nameOf } from './desk.ts';
import { ownerOf } from './tickets.ts';

/** A ticket as people hear of it. */
export function viewTicket(desk: Desk, ticket: Ticket, now: Instant): SpokenTicket {
  const { store, zone } = desk;
  const today = dayOf(now, zone);
  const owner = ownerOf(desk, ticket);
  const task = ticket.task === null ? null : store.tasks.find(ticket.task);
  return {
    id: ticket.id,
    state: ticket.state,
    asker: nameOf(desk, ticket.asker),
    unit: ticket.unit === null ? '' : (store.units.find(ticket.unit, today)?.shortName ?? ticket.unit),
    report: task === null ? '' : sayPeriodKey(task.period),
    owner: owner === null ? null : (store.people.find(owner)?.name ?? null),
    openedAt: ticket.openedAt,
    waitsDays: workingDaysBetween(desk.rules().calendar, dayOf(ticket.openedAt, zone), today),
    lines: store.tickets.lines(ticket.id),
  };
}
